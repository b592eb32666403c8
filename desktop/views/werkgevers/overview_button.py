"""The printer above the list: the werkgeversoverzicht of my werkgevers, or of all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.views import texts
from desktop.views.widgets import tips
from desktop.views.widgets.buttons import Button, Look

MINE, ALL = "mijn", "alle"


class OverviewButton(Button):
    """`chosen(MINE or ALL)`. Only who can hold a regie has werkgevers of their own."""

    chosen = Signal(str)

    def __init__(self, holds_regie: bool) -> None:
        super().__init__(texts.PRINT_OVERVIEW, Look.QUIET, "printer", height=34, icon_only=True)
        tips.tell(self, texts.PRINT_OVERVIEW)
        self._menu = QMenu(texts.PRINT_OVERVIEW, self)
        choices = ((MINE, texts.OVERVIEW_OF_MINE), (ALL, texts.OVERVIEW_OF_ALL))
        for key, words in choices if holds_regie else choices[1:]:
            # Made here and not by addAction: that one's wrapper dies when a layer elsewhere is deleted.
            action = QAction(words, self._menu)
            action.setData(key)
            self._menu.addAction(action)
        self._menu.triggered.connect(self._picked)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
