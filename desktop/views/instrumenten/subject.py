"""The instrumentengids as a list with a detail: how it is searched, read and said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.instrument_rows import InstrumentRegel, InstrumentRij
from desktop.views.instrumenten import sheet, texts
from desktop.views.instrumenten.sheet import Reader
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.sheet import Sheet
from desktop.views.tables.item_line import ItemLine

NOW, KIND = "nu", "soort"
BY_NAME = "naam"
KINDS = "instrument_soort"


class Instruments(Subject[InstrumentRegel, InstrumentRij]):
    """Every word that is typed must be somewhere on the page of an instrument."""

    key = "instrumenten"
    tables = ("instrument",)
    words = texts.WORDS
    orders = texts.ORDERS
    lists = (KINDS,)

    @property
    def reader(self) -> Reader:
        return Reader(self.backend.today(), self.labels.of(KINDS))

    @property
    def filters(self) -> tuple[Filter, ...]:
        kinds = self.labels.options(KINDS)
        return (
            Filter(NOW, texts.NOW, texts.SAID_NOW),
            Filter(KIND, texts.KIND, texts.SAID_KIND, kinds, texts.ANY_KIND),
        )

    def remembered(self, key: str) -> tuple[str, str] | None:
        return "instrument", key

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[InstrumentRegel]:
        found = self.backend.instrumentengids(choice.text, not choice.has(NOW))
        kind = choice.value(KIND)
        rows = [row for row in found if not kind or row.soort == kind]
        return sorted(rows, key=lambda row: row.naam.casefold()) if choice.order == BY_NAME else rows

    def line(self, row: InstrumentRegel) -> ItemLine[InstrumentRegel]:
        return sheet.line(row, self.reader)

    def read_one(self, row_id: str) -> InstrumentRij:
        return self.backend.instrument(row_id)

    def sheet(self, found: InstrumentRij) -> Sheet:
        return sheet.sheet(found, self.reader)
