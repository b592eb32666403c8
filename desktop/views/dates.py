"""Days and moments relative to today, as screens say them. Pure: no Qt, no clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop import dutch

TODAY, YESTERDAY = "vandaag", "gisteren"


def local_day(moment: datetime) -> date:
    """The calendar day of a UTC moment in the Netherlands."""
    return dutch.local(moment).date()


def spoken(day: date, today: date) -> str:
    """vandaag, gisteren, 21 september, 21 september 2025"""
    if day == today:
        return TODAY
    if day == today - timedelta(days=1):
        return YESTERDAY
    return dutch.long_date(day, near=today)


def on_day(day: date, today: date) -> str:
    """In a sentence: vandaag, gisteren, op 21 september"""
    words = spoken(day, today)
    return words if words in (TODAY, YESTERDAY) else f"op {words}"


def short(day: date, today: date) -> str:
    """ma 21 sep; 21 sep 2025 in another year"""
    words = dutch.short_date(day)
    return f"{dutch.weekday_date(day)[:2]} {words[:-5]}" if day.year == today.year else words


def before(day: date, today: date) -> str:
    """vr 20 november: how a deadline reads after 'vóór'"""
    weekday, rest = dutch.weekday_date(day, near=today).split(" ", 1)
    return f"{weekday[:2]}{dutch.NO_BREAK}{rest}"


def moment_words(moment: datetime, today: date) -> str:
    """10:42, gisteren 14:02, ma 21 sep 14:02"""
    day = local_day(moment)
    if day == today:
        return dutch.clock_time(moment)
    words = YESTERDAY if day == today - timedelta(days=1) else short(day, today)
    return f"{words} {dutch.clock_time(moment)}"


def moment_short(moment: datetime, today: date) -> str:
    """For a narrow column: 10:42, gisteren, ma 21 sep"""
    day = local_day(moment)
    if day == today:
        return dutch.clock_time(moment)
    return YESTERDAY if day == today - timedelta(days=1) else short(day, today)


def at_moment(moment: datetime, today: date) -> str:
    """In a sentence: om 10:42, gisteren om 14:02, op 21 september om 14:02"""
    day = local_day(moment)
    clock = dutch.clock_time(moment)
    return f"om {clock}" if day == today else f"{on_day(day, today)} om {clock}"


def since(day: date, today: date) -> str:
    """Time since a contact, short enough for a list row."""
    days = (today - day).days
    if days <= 0:
        return TODAY
    if days == 1:
        return YESTERDAY
    if days < 120:
        return f"{days} dagen"
    return f"{days * 12 // 365} maanden" if days < 730 else f"{days // 365} jaar"


def late(deadline: date, today: date) -> str:
    days = (today - deadline).days
    return "1 dag te laat" if days == 1 else f"{days} dagen te laat"


def month_heading(day: date, today: date) -> str:
    month = dutch.long_date(day).split(dutch.NO_BREAK)[1].split(" ")[0].capitalize()
    return month if day.year == today.year else f"{month} {day.year}"


def postcode(kept: str) -> str:
    return f"{kept[:4]}{dutch.NO_BREAK}{kept[4:]}"
