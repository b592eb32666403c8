"""A list model over a snapshot of ids, of whose rows only those are here where one looks.

A list is the order of its ids; rows are read by id and may come, change and be forgotten without anything
moving. The first page can be shown before the whole order is known: the list then grows at its end. A view
asks for the number of rows once for each row that it lays out: that answer comes from Qt itself
(QStandardItemModel without items), because a hundred thousand calls of Python take a quarter of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from desktop.models.queries.ids import Ids
from desktop.views.tables.rows import RowRole

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
KEPT = 3000
"""So many rows stay in memory; beyond that those far from where one looks are forgotten."""


class WindowedModel(QStandardItemModel, Generic[R]):
    """`key` names a row, `words` is its short text, `sentence` what a screen reader says.

    `coming` is said of a row that is not here yet, `gone` of one that no longer exists.
    """

    def __init__(
        self,
        key: Callable[[R], str],
        words: Callable[[R], str],
        sentence: Callable[[R], str],
        coming: str,
        gone: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(0, 1, parent)
        self._key, self._words, self._sentence = key, words, sentence
        self._coming, self._gone_words = coming, gone
        self._ids = Ids()
        self._rows: dict[str, R] = {}
        self._gone: set[str] = set()

    # -- what Qt asks --------------------------------------------------------------------------------
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable if index.isValid() else flag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if row is None:
            return self.stands_for(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, index.column())
        return self.spoken(row, index.column())

    def cell(self, row: R, column: int) -> str:
        """What is read in a column; a plain list has one."""
        return self._words(row)

    def spoken(self, row: R, column: int) -> str:
        """What a screen reader says there."""
        return self._sentence(row)

    def stands_for(self, number: int) -> str:
        """What is said of a row that is not here."""
        return self._gone_words if self.id_at(number) in self._gone else self._coming

    # -- what is here --------------------------------------------------------------------------------
    @property
    def ids(self) -> Ids:
        """All rows of the list in order, as far as they are known."""
        return self._ids

    @property
    def total(self) -> int:
        return len(self._ids)

    def rows(self) -> tuple[R, ...]:
        """Those that are here, in order."""
        return tuple(self._rows[one] for one in self._ids if one in self._rows)

    def row(self, number: int) -> R | None:
        return self._rows.get(self.id_at(number))

    def row_of(self, row_id: str) -> R | None:
        return self._rows.get(row_id)

    def id_at(self, number: int) -> str:
        """Empty when there is no such row."""
        return self._ids[number] if 0 <= number < len(self._ids) else ""

    def find(self, row_id: str) -> int:
        """The number of the row with that id, or -1; it need not be here."""
        return self._ids.find(row_id)

    def missing(self, first: int, last: int) -> Ids:
        """What to read so that `first` up to `last` are here."""
        wanted = self._ids[max(0, first) : last + 1]
        return Ids.of(one for one in wanted if one not in self._rows and one not in self._gone)

    # -- changes -------------------------------------------------------------------------------------
    def begin(self, rows: Sequence[R]) -> None:
        """Another list, of which these rows come first; how long it is may be said later (`extend`)."""
        self._rows = {self._key(row): row for row in rows}
        self._gone = set()
        self._reset(Ids.of(self._rows))

    def extend(self, ids: Ids) -> bool:
        """The whole order, when it begins with what is shown; False when it does not."""
        if not ids.starts_with(self._ids):
            return False
        self._ids = ids
        self.setRowCount(len(ids))
        return True

    def reorder(self, ids: Ids) -> None:
        """Another order, in which rows that are here keep their contents."""
        self._reset(ids)

    def fill(self, asked: Sequence[str], rows: Sequence[R]) -> None:
        """Rows that were asked for; those that did not come do not exist any more."""
        self._rows |= {self._key(row): row for row in rows}
        self._gone |= set(asked) - self._rows.keys()
        self._repaint(asked)

    def update(self, asked: Sequence[str], rows: Sequence[R]) -> None:
        """What was read again takes the place of all that is here; the rest is read when it is looked at."""
        self._rows = {self._key(row): row for row in rows}
        self._gone = set(asked) - self._rows.keys()
        if self.total:
            self._repaint((self._ids[0], self._ids[-1]))

    def forget_far_from(self, number: int) -> None:
        """Keeps memory small after a long way through the list."""
        if len(self._rows) > KEPT:
            near = set(self._ids[max(0, number - KEPT // 2) : number + KEPT // 2])
            self._rows = {key: row for key, row in self._rows.items() if key in near}

    def _repaint(self, ids: Sequence[str]) -> None:
        """`ids` follow one another in the list, or are its first and last."""
        if not len(ids):
            return
        first, last = self._ids.find(ids[0]), self._ids.find(ids[-1])
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _reset(self, ids: Ids) -> None:
        self.beginResetModel()
        was_blocked = self.blockSignals(True)  # one reset, and not rows that come or go as well
        self._ids = ids
        self.setRowCount(len(ids))
        self.blockSignals(was_blocked)
        self.endResetModel()
