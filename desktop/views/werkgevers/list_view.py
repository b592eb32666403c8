"""The rows as two lines: a list in which nothing is measured per row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.views import texts
from desktop.views.tables.ground import Ground
from desktop.views.tables.window_reading import in_sight
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.row_delegate import EmployerDelegate, mouse_or_key


def set_up(view: QAbstractItemView, model: EmployerListModel, name: str) -> None:
    """What two lines and columns have in common."""
    view.setAccessibleName(name)
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    Ground(view, "vlak_lijst")


@contextmanager
def choosing_nothing(view: QAbstractItemView) -> Iterator[None]:
    """Qt makes the first row current when a view without one gets the focus; coming here chooses nothing."""
    had_one = view.currentIndex().isValid()
    with QSignalBlocker(view.selectionModel()):
        yield
        if not had_one:
            view.selectionModel().clearCurrentIndex()


class RowsView(QListView):
    """Two lines a row."""

    def __init__(self, model: EmployerListModel) -> None:
        super().__init__()
        set_up(self, model, texts.LIST_NAME)
        self._model = model
        self.setItemDelegate(EmployerDelegate(self, model))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def in_sight(self) -> tuple[int, int]:
        return in_sight(self, self.sizeHintForRow(0), self._model.total)

    def focusInEvent(self, event: QFocusEvent) -> None:
        mouse_or_key(self, event.reason())
        with choosing_nothing(self):
            super().focusInEvent(event)
