"""The line on top of a small window: *Menu* in place of the rail, beside it the way back and the place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.views import shortcuts, texts, theme
from desktop.views.shell import Way
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label, Surface


class MenuRow(Surface):
    """`opened()`, `back()`, `step(1 or -1)`. Hidden until the window is small."""

    opened = Signal()
    back = Signal()
    step = Signal(int)

    def __init__(self) -> None:
        super().__init__("vlak_inhoud")
        self.setAccessibleName(texts.MENU)
        row = self._row = QHBoxLayout(self)
        px = theme.active().px
        row.setContentsMargins(px(10), px(6), px(12), 0)
        row.setSpacing(px(8))
        self.menu = Button(texts.MENU, Look.QUIET, "menu")
        self.menu.clicked.connect(self.opened)
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
        for part in self._steps:
            part.setVisible(bool(place[0]))
        self._fit_place()

    def _fit_place(self) -> None:
        """The number is there while there is room: the buttons stay whole."""
        parts = [part for part in (self.menu, self.way_back, *self._steps) if not part.isHidden()]
        edges, spacing = self._row.contentsMargins(), self._row.spacing()
        needed = sum(part.sizeHint().width() + spacing for part in (*parts, self.place))
        fits = needed + edges.left() + edges.right() <= self.width()
        self.place.setVisible(fits and bool(self.place.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_place()

    def rescaled(self) -> None:
        """Another text size: there may be less room."""
        self._fit_place()

    def _step(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.step.emit(int(button.property("by")))
