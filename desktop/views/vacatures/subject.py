"""Vacatures as a list with a detail: which filters there are, and how rows are read and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.models.queries.ids import Ids
from desktop.models.queries.vacature_rows import VacatureFilter, VacatureRegel
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import LongSubject
from desktop.views.subject.sheet import Sheet
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures import sheet, texts, words
from desktop.views.vacatures.sheet import VacancyShown
from desktop.views.vacatures.words import LISTS, Reader

MINE, WITHOUT, CLOSING, OPEN, STATE, KIND, CLASS = (
    "mijn",
    "zonder_bemiddelaar",
    "sluit_binnenkort",
    "open",
    "status",
    "soort",
    "beroepsklasse",
)


class Vacancies(LongSubject[VacatureRegel, VacancyShown]):
    """The labels of codes are read once, before the first rows."""

    key = "vacatures"
    tables = (
        "vacature",
        "vacature_overdracht",
        "vacature_dossier",
        "voordracht",
        "plaatsing",
        "werkgever",
        "regie",
        "kandidaat",
        "profiel",
    )
    columns = texts.COLUMNS
    words = texts.WORDS
    orders = texts.ORDERS
    lists = LISTS
    _name = ""

    def read_names(self) -> Mapping[str, object]:
        backend = self.backend
        mine = (row.naam for row in backend.medewerkers() if row.id == backend.medewerker_id)
        return {**super().read_names(), "naam": next(mine, "")}

    def learn(self, names: Mapping[str, object]) -> None:
        super().learn(names)
        self._name = str(names["naam"])

    @property
    def reader(self) -> Reader:
        backend = self.backend
        return Reader(backend.medewerker_id, self._name, backend.rol, backend.today(), self.labels)

    @property
    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter(MINE, texts.MINE, texts.YOURS, leads=True),
            Filter(OPEN, texts.OPEN_ONES, texts.SAID_OPEN, excludes=frozenset({STATE})),
            Filter(WITHOUT, texts.WITHOUT, texts.SAID_WITHOUT),
            Filter(CLOSING, texts.CLOSING, texts.SAID_CLOSING),
            Filter(
                STATE,
                texts.STATE,
                texts.SAID_STATE,
                self._options("vacature_status"),
                texts.ANY_STATE,
                excludes=frozenset({OPEN}),
            ),
            Filter(KIND, texts.KIND, texts.SAID_KIND, self._options("vacature_soort"), texts.ANY_KIND),
            Filter(CLASS, texts.CLASS, texts.SAID_CLASS, self._options("beroepsklasse"), texts.ANY_CLASS),
        )

    def _options(self, lijst: str) -> tuple[tuple[str, str], ...]:
        return self.labels.options(lijst)

    def remembered(self, key: str) -> tuple[str, str] | None:
        return "vacature", key

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[VacatureRegel]:
        return self.backend.vacatures(wanted(choice)).regels

    def read_first(self, choice: Choice, limit: int) -> Sequence[VacatureRegel]:
        return self.backend.vacatures(wanted(choice), limit).regels

    def read_order(self, choice: Choice) -> Ids:
        return self.backend.vacature_ids(wanted(choice))

    def read_rows(self, ids: Ids) -> Sequence[VacatureRegel]:
        return self.backend.vacatures_met(tuple(ids))

    def line(self, row: VacatureRegel) -> ItemLine[VacatureRegel]:
        return words.line(row, self.reader)

    def card(self, row: VacatureRegel) -> ItemLine[VacatureRegel]:
        return words.card(row, self.reader)

    def column_of(self, row: VacatureRegel) -> str:
        return row.status if row.status in words.RUNNING else "klaar"

    def read_one(self, row_id: str) -> VacancyShown:
        card = self.backend.vacature(row_id)
        runs = card.vacature.status in words.RUNNING
        return VacancyShown(card, self.backend.kandidaten_voor(row_id) if runs else None)

    def sheet(self, found: VacancyShown) -> Sheet:
        return sheet.sheet(found, self.reader)


def wanted(choice: Choice) -> VacatureFilter:
    """The filter of the query for what is chosen above the list."""
    state = choice.value(STATE)
    states = words.RUNNING if choice.has(OPEN) else frozenset({state} if state else ())
    return VacatureFilter(
        tekst=choice.text,
        statussen=states,
        soort=choice.value(KIND) or None,
        beroepsklasse=choice.value(CLASS) or None,
        mijn=choice.has(MINE),
        zonder_bemiddelaar=choice.has(WITHOUT),
        sluit_binnen=words.SOON if choice.has(CLOSING) else None,
        sortering=choice.order,
    )
