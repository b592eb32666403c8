"""A vacature in the words of a row, a card and a detail: its state, its hours, its codes by label. Pure."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from desktop.frozen import dataclass
from desktop.models.queries.vacature_rows import VacatureRegel
from desktop.views.subject.labels import Labels
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures import texts

SOON, WARN = 14, 7
"""So many days before it closes a vacature closes soon, or is amber."""
RUNNING = frozenset({"nieuw", "overgedragen", "voordracht_loopt"})
LISTS = (
    "vacature_soort",
    "vacature_status",
    "beroepsklasse",
    "niveau",
    "contract",
    "vervoer",
    "taalniveau",
    "matchingroute",
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, when, and the labels of the code lists."""

    id: str
    naam: str
    rol: str
    today: date
    labels: Labels = field(default_factory=Labels)

    def label(self, lijst: str, code: object) -> str:
        return self.labels.label(lijst, code)


def state(row: VacatureRegel, reader: Reader) -> str:
    """How far it is: nog geen bemiddelaar, bij Youssef Amrani, 2 voordrachten lopen, vervuld."""
    if row.status in texts.ENDED:
        return texts.ENDED[row.status]
    if row.status == "voordracht_loopt":
        return texts.running(row.lopend) if row.lopend else texts.RUNS
    return texts.with_whom(row.bemiddelaars, reader.naam) if row.bemiddelaars else texts.NOBODY_YET


def is_mine(row: VacatureRegel, reader: Reader) -> bool:
    return row.eigenaar_id == reader.id or reader.naam in row.bemiddelaars


def line(row: VacatureRegel, reader: Reader) -> ItemLine[VacatureRegel]:
    """As a row of the list."""
    mark = item_line.OTHERS if row.bemiddelaars or row.status not in RUNNING else item_line.NOBODYS
    when, ink = _when(row, reader)
    return ItemLine(
        row.id,
        row.naam,
        f"{row.werkgever}  ·  {state(row, reader)}",
        when,
        subject=row,
        when_ink=ink,
        aside=_places(row),
        mark=item_line.MINE if is_mine(row, reader) else mark,
        waits=row.wacht,
    )


def card(row: VacatureRegel, reader: Reader) -> ItemLine[VacatureRegel]:
    """On the board: its column says the state already, so the last line says who and how far."""
    when, ink = _when(row, reader)
    who = texts.with_whom(row.bemiddelaars, reader.naam) if row.bemiddelaars else ""
    ended = row.status in texts.ENDED
    said = texts.ENDED[row.status] if ended else " · ".join(part for part in (when, who) if part)
    return ItemLine(
        row.id,
        row.naam,
        row.werkgever,
        said,
        subject=row,
        when_ink="tekst_2" if ended else ink,
        aside=_places(row),
        waits=row.wacht,
    )


def _when(row: VacatureRegel, reader: Reader) -> tuple[str, str]:
    """When it closes, amber in its last week."""
    if row.sluitingsdatum is None or row.status not in RUNNING:
        return "", "tekst_2"
    amber = (row.sluitingsdatum - reader.today).days <= WARN
    return texts.closes(row.sluitingsdatum, reader.today), "letop" if amber else "tekst_2"


def _places(row: VacatureRegel) -> str:
    if row.geplaatst:
        return texts.filled(row.geplaatst, row.aantal_plaatsen)
    return texts.places(row.aantal_plaatsen) if row.aantal_plaatsen > 1 else ""
