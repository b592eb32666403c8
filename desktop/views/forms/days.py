"""Reads what was typed in a field for a day, or says in a sentence what is wrong with it. Pure: no Qt."""

from __future__ import annotations

from datetime import date
from enum import Enum

from desktop.views import texts_forms
from desktop.views.when import NotADay, When, parse


class Span(Enum):
    """Which days a field takes: up to today, from today, or any."""

    PAST = "past"
    AHEAD = "ahead"
    ANY = "any"


def read_day(text: str, today: date, span: Span) -> tuple[When | None, str]:
    """The day, or the sentence that says what is wrong with it; nothing typed is neither."""
    if not text.strip():
        return None, ""
    try:
        when = parse(text, today, span is not Span.PAST)
    except NotADay as error:
        if error.day is not None and error.weekday is not None:
            return None, texts_forms.wrong_weekday(error.day, error.weekday)
        return None, texts_forms.when_unknown(text.strip())
    if span is Span.AHEAD and when.day < today:
        return None, texts_forms.day_is_past(when.day, today)
    if span is Span.PAST and when.day > today:
        return None, texts_forms.day_is_future(when.day, today)
    return when, ""
