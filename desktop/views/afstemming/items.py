"""An item of the inbox in words: title, second line, group and icon. Pure: a row in, sentences out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop import dutch, wording
from desktop.models.queries.rows import AfstemmingRij
from desktop.views import dates, texts
from desktop.views import texts_regie as words
from desktop.views.command_words import in_words

CONFLICT, REFUSAL, NOTICE = "conflict", "weigering", "kennisgeving"
GROUPS = ((CONFLICT, words.CHOOSE_RIGHT), (REFUSAL, words.REFUSED_GROUP), (NOTICE, words.NOTICE_GROUP))


_FIELD_ICONS = {"telefoon": "telefoon", "telefoon_2": "telefoon", "email": "mail", "inhoud": "afspraak"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a heading (`item` is None) or an item."""

    id: str
    title: str
    detail: str = ""
    when: str = ""
    icon: str = ""
    item: AfstemmingRij | None = None
    last: bool = False

    @property
    def sentence(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.when) if part)


def lines(items: Sequence[AfstemmingRij], today: date) -> tuple[Line, ...]:
    """Conflicts first, then refusals, then notices; within a group the newest first."""
    result: list[Line] = []
    for soort, heading in GROUPS:
        group = sorted((item for item in items if item.soort == soort), key=_made, reverse=True)
        if group:
            result.append(Line(f"group:{soort}", heading))
        for number, item in enumerate(group):
            when = dates.moment_short(item.aangemaakt_op, today)
            result.append(
                Line(item.id, title(item), detail(item), when, icon(item), item, number == len(group) - 1)
            )
    return tuple(result)


def title(item: AfstemmingRij) -> str:
    if item.soort == CONFLICT:
        return texts.field_label(item.veld or "")
    return subject(item) or (words.REFUSED_TITLE if item.soort == REFUSAL else words.NOTICE_TITLE)


def owner(item: AfstemmingRij) -> str:
    """Whose field it is: a contactpersoon when the item names one, otherwise the werkgever."""
    return str(item.parameters.get("wat") or item.argumenten.get("naam") or item.werkgever or "")


def subject(item: AfstemmingRij) -> str:
    """What was asked or done, in the words of the form."""
    return in_words(item.opdracht, item.argumenten, item.werkgever) if item.opdracht else ""


def detail(item: AfstemmingRij) -> str:
    if item.soort == CONFLICT:
        return words.also_changed_by(item.werkgever, (item.ander or "").split(" ")[0])
    return sentence(item)


def sentence(item: AfstemmingRij) -> str:
    return wording.sentence(item.code, item.parameters)


def icon(item: AfstemmingRij) -> str:
    if item.soort == CONFLICT:
        field = item.veld or ""
        return _FIELD_ICONS.get(field, "potlood")
    if (item.opdracht or "").startswith("regie"):
        return "regie"
    return "niet" if item.soort == REFUSAL else "bericht"


def shown_value(item: AfstemmingRij, value: str | None) -> str:
    if not value:
        return words.EMPTY_VALUE
    return dutch.phone(value) if "telefoon" in (item.veld or "") else value


def typed_rows(item: AfstemmingRij) -> tuple[tuple[str, str], ...]:
    """What the person had filled in, readable; ids stay out."""
    rows = []
    for name, value in item.argumenten.items():
        if name == "id" or name.endswith(("_id", "_ids")) or value in (None, "", [], (), False):
            continue
        rows.append((texts.field_label(name), "ja" if value is True else str(value)))
    return tuple(rows)


def _made(item: AfstemmingRij) -> datetime:
    return item.aangemaakt_op
