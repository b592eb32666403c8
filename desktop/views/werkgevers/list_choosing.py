"""Which rows are chosen: one, shown beside the list, or several, for the bar below it.

Works on the order of ids, so that rows which are not here can be chosen too. Keeps what is chosen when the
order changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Signal,
)

from desktop.models.queries.ids import Ids
from desktop.views.werkgevers.list_model import EmployerListModel

FEW = 200
"""Up to so many ids are looked up one by one in a new order."""
_Flag = QItemSelectionModel.SelectionFlag


class Choosing(QObject):
    """`chosen(id)` when one row is to be shown; `gathered(count)` with two or more, 0 when that is over."""

    chosen = Signal(str)
    gathered = Signal(int)

    def __init__(self, model: EmployerListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.selection = QItemSelectionModel(model, self)
        self.marked: str | None = None  # the werkgever that is shown, in this list or not
        self.waits = False  # a key is held down: what one runs past is not opened
        self._gathered = 0
        self.selection.selectionChanged.connect(self._changed)
        self.selection.currentChanged.connect(self._changed)

    # -- asking --------------------------------------------------------------------------------------
    @property
    def count(self) -> int:
        return sum(part.height() for part in self.selection.selection().toList())

    @property
    def current(self) -> int:
        """The number of the current row, -1 for none.

        Qt gives a list that gets the focus a current row of its own; that is not chosen and does not count.
        """
        return self.selection.currentIndex().row() if self.selection.hasSelection() else -1

    def ids(self) -> Ids:
        """All that are chosen, in the order of the list."""
        found = Ids()
        for first, last in sorted(
            (part.top(), part.bottom()) for part in self.selection.selection().toList()
        ):
            found += self._model.ids[first : last + 1]
        return found

    # -- choosing ------------------------------------------------------------------------------------
    def go_to(self, number: int) -> None:
        """That row becomes the current one and the only one chosen."""
        self.selection.setCurrentIndex(self._model.index(number, 0), _Flag.ClearAndSelect | _Flag.Rows)

    def mark(self, row_id: str | None) -> None:
        """That werkgever is shown: its row, if it is here, becomes the current one without a word."""
        self.marked = row_id
        number = self._model.find(row_id) if row_id else -1
        with QSignalBlocker(self.selection):
            if number >= 0:
                self.go_to(number)
            else:
                self.selection.setCurrentIndex(QModelIndex(), _Flag.Clear)

    def choose_all(self) -> None:
        """Everything that the filter leaves, the current row stays."""
        if self._model.total:
            self.selection.select(self._all(), _Flag.ClearAndSelect | _Flag.Rows)

    def let_go(self) -> None:
        """Back to the current row alone."""
        number = max(0, self.current)
        if self._model.total:
            self.go_to(number)

    def rest(self) -> None:
        """The key was let go: what one stopped at is opened."""
        self.waits = False
        self._changed()

    # -- when the list changes -----------------------------------------------------------------------
    def after_reset(self) -> None:
        """The rows are others: several chosen are let go, the werkgever that is shown keeps its mark."""
        self.mark(self.marked)
        self._tell_gathered(0)

    def restore(self, chosen: Ids, current: str) -> None:
        """The same choice in another order."""
        numbers = self._numbers(chosen)
        with QSignalBlocker(self.selection):
            number = self._model.find(current) if current else -1
            if number >= 0:
                self.selection.setCurrentIndex(self._model.index(number, 0), _Flag.NoUpdate)
            self.selection.select(self._ranges(numbers), _Flag.ClearAndSelect | _Flag.Rows)
        self._tell_gathered(len(numbers) if len(numbers) > 1 else 0)

    def _numbers(self, ids: Ids) -> list[int]:
        if ids == self._model.ids:
            return list(range(len(ids)))
        if len(ids) <= FEW:
            return sorted(number for one in ids if (number := self._model.find(one)) >= 0)
        wanted = set(ids)
        return [number for number, one in enumerate(self._model.ids) if one in wanted]

    def _ranges(self, numbers: Sequence[int]) -> QItemSelection:
        found = QItemSelection()
        start = 0
        for place, number in enumerate(numbers):
            if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
                found.append(self._range(numbers[start], number))
                start = place + 1
        return found

    def _all(self) -> QItemSelection:
        found = QItemSelection()
        found.append(self._range(0, self._model.total - 1))
        return found

    def _range(self, first: int, last: int) -> QItemSelectionRange:
        return QItemSelectionRange(self._model.index(first, 0), self._model.index(last, 0))

    # -- telling -------------------------------------------------------------------------------------
    def _changed(self) -> None:
        count = self.count
        self._tell_gathered(count if count > 1 else 0)
        if count != 1 or self.waits:
            return
        row_id = self._model.id_at(self.selection.selection().first().top())
        if row_id and row_id != self.marked:
            self.marked = row_id
            self.chosen.emit(row_id)

    def _tell_gathered(self, count: int) -> None:
        if count != self._gathered:
            self._gathered = count
            self.gathered.emit(count)
