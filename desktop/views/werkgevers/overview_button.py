"""The printer above the list: the werkgeversoverzicht of my werkgevers, or of all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from desktop.views import texts
from desktop.views.widgets import tips
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.menu import Menu

MINE, ALL = "mijn", "alle"


class OverviewButton(Button):
    """`chosen(MINE or ALL)`. Only who can hold a regie has werkgevers of their own."""

    chosen = Signal(str)

    def __init__(self, holds_regie: bool) -> None:
        super().__init__(texts.PRINT_OVERVIEW, Look.QUIET, "printer", height=34, icon_only=True)
        tips.tell(self, texts.PRINT_OVERVIEW)
        self._holds_regie = holds_regie
        self._menu: Menu | None = None
        self.clicked.connect(self._open)

    def _open(self) -> None:
        """The menu is made at the first press: a list that opens does not wait for it."""
        if self._menu is None:
            self._menu = Menu(texts.PRINT_OVERVIEW, self)
            choices = ((MINE, texts.OVERVIEW_OF_MINE), (ALL, texts.OVERVIEW_OF_ALL))
            for key, words in choices if self._holds_regie else choices[1:]:
                self._menu.add(words, key)
            self._menu.triggered.connect(self._picked)
        self._menu.open_below(self)

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
