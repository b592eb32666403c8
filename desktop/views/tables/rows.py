"""A list model over frozen rows that are all here: whole-row role, one sentence for screen readers.

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

    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    def row(self, number: int) -> R | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, key: str) -> int:
        """The number of the row with that key, or -1."""
        return next((number for number, row in enumerate(self._rows) if self._key(row) == key), -1)

    def replace(self, rows: Sequence[R]) -> bool:
        """New contents; True when the model was reset (the order changed), False when rows changed in
        place.
        """
        fresh = list(rows)
        if [self._key(row) for row in fresh] == [self._key(row) for row in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return False
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()
        return True
