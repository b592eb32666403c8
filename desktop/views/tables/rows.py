"""A list model over frozen rows: whole-row role, one sentence for screen readers, paging by fetchMore.

A refresh replaces rows in place when the order of ids did not change, so that nothing moves under the user.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


class RowListModel(QAbstractListModel, Generic[R]):
    """`key` names a row, `words` is its short text, `sentence` what a screen reader says."""

    def __init__(
        self,
        key: Callable[[R], str],
        words: Callable[[R], str],
        sentence: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._words, self._sentence = key, words, sentence
        self._rows: list[R] = []
        self._total = 0
        self.want_more: Callable[[int], None] | None = None
        self._asked = -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Asks once for each next page; the rows come later through `append`."""
        if self.want_more is not None and self._asked != len(self._rows) and self.canFetchMore(parent):
            self._asked = len(self._rows)
            self.want_more(len(self._rows))

    @property
    def total(self) -> int:
        """How many rows there are in all, fetched or not."""
        return self._total

    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    def row(self, number: int) -> R | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, key: str) -> int:
        """The number of the row with that key, or -1."""
        return next((number for number, row in enumerate(self._rows) if self._key(row) == key), -1)

    def replace(self, rows: Sequence[R], total: int | None = None) -> bool:
        """New contents; True when the model was reset (the order changed), False when rows changed in
        place.
        """
        fresh = list(rows)
        self._total = len(fresh) if total is None else max(total, len(fresh))
        self._asked = -1
        if [self._key(row) for row in fresh] == [self._key(row) for row in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return False
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()
        return True

    def append(self, rows: Sequence[R], at: int) -> None:
        """A next page; ignored when the list changed meanwhile."""
        known = {self._key(row) for row in self._rows}
        fresh = [row for row in rows if self._key(row) not in known]
        if at != len(self._rows) or not fresh:
            self._total = (
                min(self._total, len(self._rows)) if at == len(self._rows) and not rows else self._total
            )
            return
        self.beginInsertRows(QModelIndex(), at, at + len(fresh) - 1)
        self._rows += fresh
        self.endInsertRows()
