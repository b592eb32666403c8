"""Plaatsingen as a list with a detail: which filters there are, and how rows are read and said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.ids import Ids
from desktop.models.queries.plaatsing_rows import PlaatsingFilter, PlaatsingRij
from desktop.models.rules.plaatsing import RUNS
from desktop.views.plaatsingen import reading, sheet, texts, words
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.words import LISTS, Reader
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import LongSubject
from desktop.views.subject.sheet import Sheet
from desktop.views.tables.item_line import ItemLine

MINE, RUNNING, ENDING, OPEN, STATE, KIND = "mijn", "loopt", "eindigt", "mijlpaal_open", "status", "soort"


class Placements(LongSubject[PlaatsingRij, Placement]):
    """The labels of codes are read once, before the first rows."""

    key = "plaatsingen"
    tables = (
        *("plaatsing", "plaatsing_persoon", "mijlpaal", "onderbreking", "nazorgactie", "nazorg_persoon"),
        *("instrument_inzet", "instrument_taak", "kandidaat", "kandidaatregie", "werkgever"),
    )
    words = texts.WORDS
    orders = texts.ORDERS
    lists = LISTS

    @property
    def reader(self) -> Reader:
        backend = self.backend
        return Reader(backend.medewerker_id, backend.rol, backend.today(), self.labels)

    @property
    def filters(self) -> tuple[Filter, ...]:
        kinds = self.labels.options("vacature_soort")
        return (
            Filter(MINE, texts.MINE, texts.YOURS, leads=True),
            Filter(RUNNING, texts.RUNNING, texts.SAID_RUNNING, excludes=frozenset({STATE})),
            Filter(ENDING, texts.ENDING, texts.SAID_ENDING),
            Filter(OPEN, texts.OPEN_MILESTONE, texts.SAID_OPEN),
            Filter(
                STATE,
                texts.STATE,
                texts.SAID_STATE,
                tuple(texts.STATES.items()),
                texts.ANY_STATE,
                excludes=frozenset({RUNNING}),
            ),
            Filter(KIND, texts.KIND, texts.SAID_KIND, kinds, texts.ANY_KIND),
        )

    def remembered(self, key: str) -> tuple[str, str] | None:
        return "plaatsing", key

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[PlaatsingRij]:
        return self.backend.plaatsingen(wanted(choice)).regels

    def read_first(self, choice: Choice, limit: int) -> Sequence[PlaatsingRij]:
        return self.backend.plaatsingen(wanted(choice), limit).regels

    def read_order(self, choice: Choice) -> Ids:
        return self.backend.plaatsing_ids(wanted(choice))

    def read_rows(self, ids: Ids) -> Sequence[PlaatsingRij]:
        return self.backend.plaatsingen_met(tuple(ids))

    def line(self, row: PlaatsingRij) -> ItemLine[PlaatsingRij]:
        return words.line(row, self.reader)

    def read_one(self, row_id: str) -> Placement:
        return reading.read(self.backend, row_id)

    def sheet(self, found: Placement) -> Sheet:
        return sheet.sheet(found, self.reader)


def wanted(choice: Choice) -> PlaatsingFilter:
    """The filter of the query for what is chosen above the list."""
    state = choice.value(STATE)
    return PlaatsingFilter(
        tekst=choice.text,
        statussen=frozenset({RUNS}) if choice.has(RUNNING) else frozenset({state} if state else ()),
        mijn=choice.has(MINE),
        soort=choice.value(KIND) or None,
        eindigt_binnen=words.SOON if choice.has(ENDING) else None,
        mijlpaal_open=choice.has(OPEN),
        sortering=choice.order,
    )
