"""The rows of the list of werkgevers, those where one looks, as two lines or as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import texts
from desktop.views.tables.windowed import WindowedModel
from desktop.views.werkgevers import list_columns, list_words
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_columns import Column
from desktop.views.werkgevers.list_words import Reader


class EmployerListModel(WindowedModel[WerkgeverRegel]):
    """`reader` only for the words. `changed` holds ids that a sync round changed and that were not opened."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(_key, _name, self._sentence_of, texts.ROW_COMING, words.GONE)
        self.reader = reader
        self.changed: set[str] = set()
        self.segments: Mapping[str, str] = {}
        self.columns: tuple[Column, ...] = list_columns.chosen(())

    def _sentence_of(self, row: WerkgeverRegel) -> str:
        return list_words.sentence(row, self.reader, row.id in self.changed)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """One column for two lines; the first is the name."""
        self.beginResetModel()
        was_blocked = self.blockSignals(True)
        self.columns = tuple(columns)
        self.setColumnCount(len(columns))
        self.blockSignals(was_blocked)
        self.endResetModel()

    def cell(self, row: WerkgeverRegel, column: int) -> str:
        return list_columns.value(row, self.columns[column].key, self.reader, self.segments)

    def spoken(self, row: WerkgeverRegel, column: int) -> str:
        """The first column says the whole row, the others what they hold."""
        if column == 0:
            return self._sentence_of(row)
        return f"{self.columns[column].title}: {self.cell(row, column) or '–'}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.columns[section].title if role in said else None
        return None


def _key(row: WerkgeverRegel) -> str:
    return row.id


def _name(row: WerkgeverRegel) -> str:
    return row.naam
