"""The line on top of a small window: *Menu* in place of the rail, beside it the way back and the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu

from desktop.views import shortcuts, texts, theme
from desktop.views.shell import PageKind, Way
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label, Surface


class MenuRow(Surface):
    """`chosen(key)` of an item of the rail; `back()`, `step(1 or -1)`. Hidden until the window is small."""

    chosen = Signal(str)
    back = Signal()
    step = Signal(int)

    def __init__(self, items: Sequence[PageKind]) -> None:
        super().__init__("vlak_inhoud")
        self.setAccessibleName(texts.MENU)
        row = QHBoxLayout(self)
        px = theme.active().px
        row.setContentsMargins(px(10), px(6), px(12), 0)
        row.setSpacing(px(8))
        self.menu = Button(texts.MENU, Look.QUIET, "menu")
        self._items = QMenu(texts.MENU, self)
        for item in items:
            # Made here and not by addAction: that one's wrapper dies when a layer elsewhere is deleted.
            action = QAction(item.words, self._items)
            action.setData(item.key)
            self._items.addAction(action)
        self._items.triggered.connect(self._picked)
        self.menu.clicked.connect(self._open)
        self.way_back = Button(texts.BACK, Look.QUIET, "terug")
        shortcuts.explain(self.way_back, shortcuts.BACK)
        self.way_back.clicked.connect(self.back)
        self.place = Label("", "tekst", "tekst_2")
        row.addWidget(self.menu)
        row.addWidget(self.way_back)
        row.addStretch(1)
        row.addWidget(self.place)
        self._steps = [self._step_button("omhoog_pijl", shortcuts.PREVIOUS, -1)]
        self._steps.append(self._step_button("omlaag", shortcuts.NEXT, 1))
        for button in self._steps:
            row.addWidget(button)
        self.show_way(None)
        self.hide()

    def _step_button(self, icon: str, shortcut: shortcuts.Shortcut, by: int) -> Button:
        button = Button(shortcut.label, Look.QUIET, icon, icon_only=True)
        shortcuts.explain(button, shortcut)
        button.setProperty("by", by)
        button.clicked.connect(self._step)
        return button

    def show_way(self, way: Way | None) -> None:
        """Nothing beside *Menu* where there is no way back."""
        self.way_back.setVisible(way is not None)
        place = way.place if way is not None else (0, 0)
        if way is not None:
            self.way_back.set_words(way.words)
        self.place.setText(texts.position(*place) if place[0] else "")
        for part in (self.place, *self._steps):
            part.setVisible(bool(place[0]))

    def _step(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.step.emit(int(button.property("by")))

    def _open(self) -> None:
        self._items.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
