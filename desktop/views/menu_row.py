"""The button Menu that stands in place of the rail when the window is small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu

from desktop.views import texts, theme
from desktop.views.rail import RailItem
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Surface


class MenuRow(Surface):
    """`chosen(key)` of one of the items of the rail. Hidden until the window is small."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem]) -> None:
        super().__init__("vlak_inhoud")
        row = QHBoxLayout(self)
        px = theme.active().px
        row.setContentsMargins(px(10), px(4), px(12), 0)
        self._button = Button(texts.MENU, Look.QUIET, "menu")
        self._menu = QMenu(texts.MENU, self)
        for item in items:
            # Made here and not by addAction: that one's wrapper dies when a layer elsewhere is deleted.
            action = QAction(item.words, self._menu)
            action.setData(item.key)
            self._menu.addAction(action)
        self._menu.triggered.connect(self._picked)
        self._button.clicked.connect(self._open)
        row.addWidget(self._button)
        row.addStretch(1)
        self.hide()

    def _open(self) -> None:
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
