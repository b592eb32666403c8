"""Tabs over a stack of parts, as a tab bar where it fits and as one field where it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.views import theme
from desktop.views.widgets.fields import Choice
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.tabs import Tabs

WIDTH_OF_CHOICE = 220


class TabStrip(Surface):
    """`turned(key)` when another tab is in sight. The parts themselves are in `stack`."""

    turned = Signal(str)

    def __init__(self, name: str, margin: int) -> None:
        super().__init__("vlak_inhoud", sides="b")
        self._margin, self._small = margin, False
        self._pages: Mapping[str, QWidget] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self.stack = QStackedWidget()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(margin, 0, theme.active().px(8), 0)
        self.tabs = Tabs(name)
        self.tabs.currentChanged.connect(self._changed)
        self.choice = Choice(name)
        self.choice.currentIndexChanged.connect(self._changed)
        self.choice.setFixedWidth(theme.active().px(WIDTH_OF_CHOICE))
        self.choice.hide()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.choice)
        row.addStretch(0)

    def show_tabs(self, tabs: Sequence[tuple[str, str]], pages: Mapping[str, QWidget]) -> None:
        """(key, words) of the tabs that there are now; the one in sight stays."""
        self._pages = pages
        if tuple(tabs) == self._shown:
            return
        current = self.current
        self._shown = tuple(tabs)
        keys = [key for key, _ in tabs]
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for key, words in tabs:
            self.tabs.setTabData(self.tabs.addTab(words), key)
        self.tabs.setCurrentIndex(keys.index(current) if current in keys else 0)
        self.tabs.blockSignals(False)
        self.choice.set_options(self._shown)
        self._changed(self.tabs.currentIndex())
        self._fit()

    @property
    def current(self) -> str:
        return str(self.tabs.tabData(self.tabs.currentIndex()) or "")

    def turn_to(self, key: str) -> None:
        """One of the tabs by its key; one that is not there now is left alone."""
        for index in range(self.tabs.count()):
            if self.tabs.tabData(index) == key:
                self.tabs.setCurrentIndex(index)

    def _changed(self, index: int) -> None:
        key = str(self.tabs.tabData(index) or "")
        if key not in self._pages:
            return
        self.stack.setCurrentWidget(self._pages[key])
        for part in (self.tabs, self.choice):
            part.blockSignals(True)
            part.setCurrentIndex(index)
            part.blockSignals(False)
        self.turned.emit(key)

    def arrange(self, small: bool, margin: int) -> None:
        """`small`: always as one field."""
        self._small, self._margin = small, margin
        self._fit()

    def _fit(self) -> None:
        px = theme.active().px
        fits = self.tabs.fit(self.width() - self._margin - px(8))
        choice = self._small or not fits
        self.tabs.setVisible(not choice)
        self.choice.setVisible(choice)
        self._row.setStretch(2, 1 if choice else 0)
        top, bottom = (px(4), px(8)) if choice else (0, 0)
        self._row.setContentsMargins(self._margin, top, px(8), bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
