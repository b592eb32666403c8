"""A candidate in the words of a row: beroep, hours, place, and with whom it is. Pure."""

from __future__ import annotations

from desktop.models.queries.kandidaat_rows import KandidaatOverdrachtRij, KandidaatRegel
from desktop.models.rules.kandidaat import ACTIVE
from desktop.views import dates
from desktop.views.kandidaten import texts
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures.texts import hours
from desktop.views.vacatures.words import Reader

LISTS = (
    "beroepsklasse",
    "niveau",
    "vacature_soort",
    "vervoer",
    "taalniveau",
    "contract",
    "gemeente",
    "werkfit_schaal",
    "werkfit_vraag",
    "doelgroep",
    "uitkeringsgroep",
    "voordracht_reden",
    "plaatsing_einde",
)
"""Code lists of which the screen shows labels."""
Row = KandidaatRegel | KandidaatOverdrachtRij
_OFFER = "aanbod:"


def offer_key(overdracht_id: str) -> str:
    """What an offer is called in the list: it is no candidate yet."""
    return f"{_OFFER}{overdracht_id}"


def offer_id(key: str) -> str:
    """The overdracht of such a key; empty for a candidate."""
    return key.removeprefix(_OFFER) if key.startswith(_OFFER) else ""


def line(row: KandidaatRegel) -> ItemLine[Row]:
    """As a row of the list. Without consent is worth a word only while colleagues could look for it."""
    said = (row.beroep or texts.NO_BEROEP, hours(row.uren_min, row.uren_max), row.gemeente or "")
    unshared = "" if row.toestemming else texts.NOT_SHARED
    return ItemLine(
        row.id,
        row.naam,
        "  ·  ".join(part for part in said if part),
        unshared if row.status == ACTIVE else texts.STATES[row.status],
        subject=row,
        aside=texts.for_whom(row.bemiddelaar) if row.waarneming else "",
        mark=item_line.OTHERS if row.waarneming else item_line.MINE,
        waits=row.wacht,
    )


def offer_line(row: KandidaatOverdrachtRij, reader: Reader) -> ItemLine[Row]:
    """What is offered to me: a number, and by whom."""
    return ItemLine(
        offer_key(row.id),
        texts.candidate(row.nummer),
        texts.offered_by(row.van),
        dates.moment_short(row.voorgesteld_op, reader.today),
        subject=row,
        mark=item_line.NOBODYS,
        waits=row.wacht,
    )
