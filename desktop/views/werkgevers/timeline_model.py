"""The rows of a timeline as an item model: pages are added at the end, a refresh inserts and removes rows.

Never a reset while the same werkgever is shown: what the reader looks at keeps its index.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from desktop.views.tables.rows import RowListModel
from desktop.views.werkgevers.timeline_entry import Entry


class TimelineModel(RowListModel[Entry]):
    """Entries by their id."""

    def __init__(self) -> None:
        super().__init__(_key, _title, _sentence)

    def merge(self, fresh: Sequence[Entry]) -> None:
        """Becomes `fresh` with as few steps as possible: rows that stay are never taken out."""
        wanted = {row.id for row in fresh}
        self._take_out([number for number, row in enumerate(self._rows) if row.id not in wanted])
        for number, row in enumerate(fresh):
            if number == len(self._rows):
                self._put(number, fresh[number:])
                return
            if self._rows[number].id == row.id:
                self._change(number, row)
                continue
            self._take_out([place for place in (self.find(row.id),) if place >= 0])
            self._put(number, (row,))

    def _take_out(self, numbers: Sequence[int]) -> None:
        for number in reversed(numbers):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()

    def _put(self, number: int, rows: Sequence[Entry]) -> None:
        self.beginInsertRows(QModelIndex(), number, number + len(rows) - 1)
        self._rows[number:number] = rows
        self.endInsertRows()

    def _change(self, number: int, row: Entry) -> None:
        before, self._rows[number] = self._rows[number], row
        if before != row:
            self.dataChanged.emit(self.index(number), self.index(number))


def _key(entry: Entry) -> str:
    return entry.id


def _title(entry: Entry) -> str:
    return entry.title


def _sentence(entry: Entry) -> str:
    return entry.sentence
