"""Keeps selection, current row and scroll position of a list while its rows are replaced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker
from PySide6.QtWidgets import QListView


def keep_place(
    view: QListView,
    key: Callable[[int], str | None],
    find: Callable[[str], int],
    change: Callable[[], object],
) -> None:
    """Runs `change`; afterwards the same row is current and the same row is at the top of the view.

    `key(row number)` names a row before, `find(name)` gives its number afterwards (-1: gone).
    """
    bar = view.verticalScrollBar()
    value = bar.value()
    top = view.indexAt(QPoint(8, 4))
    top_key = key(top.row()) if top.isValid() and value > 0 else None
    offset = view.visualRect(top).top() if top.isValid() else 0
    current = key(view.currentIndex().row()) if view.currentIndex().isValid() else None
    selection = view.selectionModel()
    with QSignalBlocker(selection):
        change()
        row = find(current) if current is not None else -1
        if row >= 0:
            index = view.model().index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(
                index, flags.ClearAndSelect if view.selectionMode().value else flags.NoUpdate
            )
    view.executeDelayedItemsLayout()
    row = find(top_key) if top_key is not None else -1
    if row >= 0:
        bar.setValue(value)
        moved = view.visualRect(view.model().index(row, 0)).top() - offset
        bar.setValue(bar.value() + moved)
    else:
        bar.setValue(min(value, bar.maximum()))
    view.viewport().update()
