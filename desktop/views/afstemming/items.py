"""An item of the inbox in words: title, second line, group and icon. Pure: a row in, sentences out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desktop import wording
from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import dates
from desktop.views import texts_regie as words
from desktop.views.afstemming import texts, typed
from desktop.views.command_words import in_words
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.item_line import group as grouped
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.texts_changes import LABELS

CONFLICT, REFUSAL, NOTICE = "conflict", "weigering", "kennisgeving"
LEFT, LATER = "vertrokken", "later"
GROUPS = (
    (CONFLICT, words.CHOOSE_RIGHT),
    (REFUSAL, words.REFUSED_GROUP),
    (LEFT, texts.LEFT_GROUP),
    (NOTICE, words.NOTICE_GROUP),
    (LATER, texts.LATER_GROUP),
)
READ = "gelezen"
OF_WHO_LEFT = "werk_van_vertrokken_collega"
_FIELD_ICONS = {"telefoon": "telefoon", "telefoon_2": "telefoon", "email": "mail", "inhoud": "afspraak"}
_CODE_ICONS = {"actie": "actie", "overdracht": "overdracht", "waarneming": "personen", "contact": "telefoon"}


Line = ItemLine[AfstemmingRij]


def lines(items: Sequence[AfstemmingRij], today: date) -> tuple[Line, ...]:
    """What is open: conflicts first, what waits until a day last; within a group the newest first."""
    result: list[Line] = []
    for kind, heading in GROUPS:
        group = sorted((item for item in items if group_of(item, today) == kind), key=_made, reverse=True)
        if group:
            result += grouped(heading, _of(group, today))
    return tuple(result)


def done_lines(items: Sequence[AfstemmingRij], today: date) -> tuple[Line, ...]:
    """What was chosen or read, the latest first, under the month in which that was."""
    result: list[Line] = []
    months: dict[str, list[AfstemmingRij]] = {}
    for item in sorted(items, key=_closed, reverse=True):
        months.setdefault(dates.month_heading(dates.local_day(_closed(item)), today), []).append(item)
    for heading, group in months.items():
        result += grouped(heading, _of(group, today))
    return tuple(result)


def _of(group: Sequence[AfstemmingRij], today: date) -> list[Line]:
    return [
        ItemLine(item.id, title(item), detail(item), _when(item, today), icon(item), item) for item in group
    ]


def _when(item: AfstemmingRij, today: date) -> str:
    if is_open(item) and item.later_tot is not None and sleeps(item, today):
        return texts.until(item.later_tot, today)
    return dates.moment_short(item.aangemaakt_op if is_open(item) else _closed(item), today)


def group_of(item: AfstemmingRij, today: date) -> str:
    """Under which heading of the open list it stands."""
    if sleeps(item, today):
        return LATER
    return LEFT if item.code == OF_WHO_LEFT else item.soort


def sleeps(item: AfstemmingRij, today: date) -> bool:
    """Its owner does not want to see it before a day."""
    return item.later_tot is not None and item.later_tot > today


def asks(item: AfstemmingRij, today: date) -> bool:
    """Whether it asks for something now."""
    return group_of(item, today) in (CONFLICT, REFUSAL, LEFT)


def of_oneself(item: AfstemmingRij) -> bool:
    """Whether the other value is one's own, typed on another laptop."""
    return item.soort == CONFLICT and item.parameters.get("wie_id") == item.medewerker_id


def is_open(item: AfstemmingRij) -> bool:
    return item.status == "open"


def label(item: AfstemmingRij) -> str:
    """The field that a conflict is about."""
    veld = item.veld or ""
    return LABELS.get(veld) or veld.replace("_", " ").capitalize()


def title(item: AfstemmingRij) -> str:
    """Telefoonnummer Anouk de Vries; of a refusal or notice what was asked."""
    if item.soort == CONFLICT:
        whose = _named(item)
        return f"{label(item)} {whose}" if whose and whose != item.werkgever else label(item)
    if item.soort == REFUSAL or item.code == OF_WHO_LEFT:
        return subject(item) or words.REFUSED_TITLE
    return texts.notice_title(item.code, item.parameters) or subject(item) or words.NOTICE_TITLE


def question(item: AfstemmingRij) -> str:
    return words.which_is_right(item.veld or "", label(item), owner(item))


def owner(item: AfstemmingRij) -> str:
    """Whose field it is: a contactpersoon when the item names one, otherwise the werkgever."""
    return str(_named(item) or item.argumenten.get("naam") or item.werkgever or "")


def _named(item: AfstemmingRij) -> str:
    """What the question is about; a note or a contact has no name of its own."""
    what = str(item.parameters.get("wat") or "")
    return "" if what.startswith(("de ", "dit ")) else what


def subject(item: AfstemmingRij) -> str:
    """What was asked or done, in the words of the form."""
    return in_words(item.opdracht, item.argumenten, item.werkgever) if item.opdracht else ""


def detail(item: AfstemmingRij) -> str:
    if not is_open(item) and item.soort == CONFLICT:
        return ", ".join(part for part in (item.werkgever, texts.you_chose(item.keuze, item.ander)) if part)
    if item.soort == CONFLICT:
        if of_oneself(item):
            return ", ".join(part for part in (item.werkgever, texts.CHANGED_ELSEWHERE) if part)
        return words.also_changed_by(item.werkgever, first_name(item))
    return texts.with_followers(sentence(item), len(item.gevolgen))


def sentence(item: AfstemmingRij) -> str:
    return wording.sentence(item.code, item.parameters)


def first_name(item: AfstemmingRij) -> str:
    return (item.ander or "").split(" ")[0]


def icon(item: AfstemmingRij) -> str:
    if item.soort == CONFLICT:
        field = item.veld or ""
        return _FIELD_ICONS.get(field, "potlood")
    if item.code == OF_WHO_LEFT:
        return "personen"
    if (item.opdracht or item.code).startswith("regie"):
        return "regie"
    if item.soort == REFUSAL:
        return "niet"
    return next((name for start, name in _CODE_ICONS.items() if item.code.startswith(start)), "bericht")


def shown_value(item: AfstemmingRij, value: str | None, known: FieldWords) -> str:
    """As people say it: a code by its label, a number with its spaces."""
    return known.value(item.veld or "", value) or words.EMPTY_VALUE


def typed_rows(item: AfstemmingRij, known: FieldWords) -> tuple[tuple[str, str], ...]:
    """What the person had filled in, readable; ids stay out."""
    return typed.rows(item.opdracht or "", item.argumenten, known)


def followers(item: AfstemmingRij, known: FieldWords) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What was refused along with it: in the words of the form, with what was filled in."""
    return tuple(
        (
            in_words(one.opdracht, one.argumenten, item.werkgever or _own_name(item)),
            typed.rows(one.opdracht, one.argumenten, known),
        )
        for one in item.gevolgen
    )


def _own_name(item: AfstemmingRij) -> str | None:
    """The werkgever that was to be registered."""
    name = item.argumenten.get("naam") if item.opdracht == "werkgever.registreer" else None
    return str(name) if name else None


def _made(item: AfstemmingRij) -> datetime:
    return item.aangemaakt_op


def _closed(item: AfstemmingRij) -> datetime:
    return item.gewijzigd_op or item.aangemaakt_op
