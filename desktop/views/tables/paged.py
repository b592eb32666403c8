"""A list model over rows of which only some are here: as long as the whole list, filled where one looks.

The scroll bar tells the truth from the first page on, and the end of 100,000 rows is one key away. A view
asks for the number of rows once for each row that it lays out: that answer comes from Qt itself
(QStandardItemModel without items), because a hundred thousand calls of Python take a quarter of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from desktop.views.tables.rows import RowRole

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class PagedListModel(QStandardItemModel, Generic[R]):
    """`key` names a row, `words` is its short text, `sentence` what a screen reader says, `coming` what both
    say of a row that is not here yet.
    """

    def __init__(
        self,
        key: Callable[[R], str],
        words: Callable[[R], str],
        sentence: Callable[[R], str],
        coming: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(0, 1, parent)
        self._key, self._words, self._sentence, self._coming = key, words, sentence, coming
        self._rows: dict[int, R] = {}
        self._numbers: dict[str, int] = {}
        self._age = 0

    @property
    def age(self) -> int:
        """Counts the times that contents were replaced: a page of an older age does not belong here."""
        return self._age

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable if index.isValid() else flag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows.get(index.row()) if index.isValid() else None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._coming if row is None else self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._coming if row is None else self._sentence(row)
        return None

    @property
    def total(self) -> int:
        """How many rows there are in all, here or not."""
        return self.rowCount()

    def rows(self) -> tuple[R, ...]:
        """Those that are here, in order."""
        return tuple(self._rows[number] for number in sorted(self._rows))

    def row(self, number: int) -> R | None:
        return self._rows.get(number)

    def find(self, key: str) -> int:
        """The number of the row with that key, or -1 when it is not here."""
        return self._numbers.get(key, -1)

    def missing(self, first: int, last: int) -> tuple[int, int] | None:
        """Where to read from and how many rows, so that `first` up to `last` are here; None when they are."""
        wanted = range(max(0, first), min(last, self.total - 1) + 1)
        absent = [number for number in wanted if number not in self._rows]
        return (absent[0], absent[-1] - absent[0] + 1) if absent else None

    def replace(self, rows: Sequence[R], total: int, start: int = 0) -> bool:
        """New contents, of which `rows` are here; True when the model was reset, False when rows changed in
        place.
        """
        self._age += 1
        fresh = {start + number: row for number, row in enumerate(rows)}
        numbers = {self._key(row): number for number, row in fresh.items()}
        total = max(total, start + len(fresh))
        same = total == self.total and all(self._stays(number, key) for key, number in numbers.items())
        self._rows, self._numbers = fresh, numbers
        if not same:
            self._reset(total)
        elif total:
            self.dataChanged.emit(self.index(0, 0), self.index(total - 1, 0))
        return not same

    def _stays(self, number: int, key: str) -> bool:
        """False when that row was elsewhere, or another row was there."""
        here = self._rows.get(number)
        return self._numbers.get(key, number) == number and (here is None or self._key(here) == key)

    def _reset(self, total: int) -> None:
        self.beginResetModel()
        was_blocked = self.blockSignals(True)  # one reset, and not rows that come or go as well
        self.setRowCount(total)
        self.blockSignals(was_blocked)
        self.endResetModel()

    def fill(self, start: int, asked: int, rows: Sequence[R]) -> None:
        """Rows that were missing. Fewer than were asked for: the list ends there."""
        for number, row in enumerate(rows, start):
            self._rows[number] = row
            self._numbers[self._key(row)] = number
        end = start + len(rows)
        if rows:
            self.dataChanged.emit(self.index(start, 0), self.index(end - 1, 0))
        if len(rows) < asked and end < self.total:
            self.removeRows(end, self.total - end)
