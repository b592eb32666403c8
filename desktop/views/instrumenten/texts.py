"""Dutch texts of the instrumentengids. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop import dutch
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Instrumentengids",
    one="instrument",
    many="instrumenten",
    search="In de gids zoeken",
    hint="Zoek op elk woord uit de gids",
    list_name="Lijst van instrumenten",
    choose_title="Kies een instrument",
    choose_text="Hier lees je voor wie het is, wat het oplevert en wie het regelt.",
    empty_title="De gids is leeg",
    empty_text="Maak verbinding met het werkcentrum. Dan komt de gids op deze laptop.",
)

# filters
NOW, SAID_NOW = "Nu te kiezen", "die nu te kiezen zijn"
KIND, ANY_KIND, SAID_KIND = "Soort", "Alle soorten", "voor {}"
ORDERS = (("gids", "in de volgorde van de gids"), ("naam", "op naam"))

# rows and header
ENDED = "niet meer te kiezen"
NOT_TO_CHOOSE = "Dit instrument is er niet meer. Het staat hier om terug te lezen."
TO_CHOOSE = "Dit instrument kun je nu inzetten."
TO_CHECK = "Niet alles hiervan is gecontroleerd. Laat dit nagaan voordat je het een werkgever belooft."

# sections
TAB, WHAT, LIMITS, TASKS, VERSIONS, SHORT = (
    "Uitleg",
    "Wat het is",
    "Grenzen",
    "Wat er te doen is",
    "Andere versies",
    "In het kort",
)
FOR_WHOM, GIVES, CONDITIONS, ARRANGES, HOLDS, SOURCE, PROVIDER, PERIOD = (
    "Voor wie",
    "Wat het oplevert",
    "Voorwaarden",
    "Wie regelt het",
    "Wanneer het geldt",
    "Bron",
    "Verstrekker",
    "Geldig",
)
NO_LIMITS = "Voor dit instrument let Werkregie op geen grens."
UNITS: Mapping[str, tuple[str, str]] = {
    "dag": ("dag", "dagen"),
    "werkdag": ("werkdag", "werkdagen"),
    "week": ("week", "weken"),
    "maand": ("maand", "maanden"),
    "jaar": ("jaar", "jaar"),
    "uur": ("uur", "uur"),
}
ANCHORS: Mapping[str, str] = {
    "start": "de start",
    "einde": "het einde",
    "start_plaatsing": "de start van de plaatsing",
    "aanvraag": "de aanvraag",
    "toekenning": "de toekenning",
}


def period(start: date | None, end: date | None, today: date) -> str:
    """vanaf 1 januari, tot 1 juli 2027; `end` is the first day on which it does not hold any more."""
    begins = f"vanaf {dutch.long_date(start, near=today)}" if start else ""
    ends = f"tot {dutch.long_date(end, near=today)}" if end else ""
    return " ".join(part for part in (begins, ends) if part)


def amount(value: int | None, unit: str | None) -> str:
    """6 maanden, 70 %"""
    if value is None:
        return ""
    if unit == "procent":
        return f"{value} %"
    one, many = UNITS.get(unit or "", (unit or "", unit or ""))
    return dutch.count(value, one, many) if one else dutch.number(value)


def with_source(sentence: str, source: str) -> str:
    return f"{sentence} Bron: {source}." if source else sentence


def due(shift: int, unit: str, anchor: str) -> str:
    """14 dagen voor de start; bij de start"""
    day = ANCHORS.get(anchor, anchor.replace("_", " "))
    if not shift:
        return f"bij {day}"
    return f"{amount(abs(shift), unit)} {'na' if shift > 0 else 'voor'} {day}"
