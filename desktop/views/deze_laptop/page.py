"""The screen Op deze laptop. Not in the rail: the status bar, the palette and Instellingen lead to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.deze_laptop import texts
from desktop.views.deze_laptop.here_part import HerePart
from desktop.views.deze_laptop.log_part import LogPart
from desktop.views.deze_laptop.part import Part
from desktop.views.deze_laptop.sent_part import SentPart
from desktop.views.deze_laptop.waiting_part import WaitingPart
from desktop.views.layout import Room
from desktop.views.shell import Page, Shell, Way
from desktop.views.widgets.fields import Choice
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.tabs import Tabs

HERE, WAITING, SENT, LOG = "hier", "wachtlijst", "verzonden", "logboek"
PARTS = ((HERE, texts.HERE), (WAITING, texts.WAITING), (SENT, texts.SENT), (LOG, texts.LOG))


class LaptopPage(Page):
    """One part in sight at a time; each reads when it comes in sight."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._room = Room(True, True, True, True)
        self.here, self.waiting = HerePart(shell), WaitingPart(shell)
        self.sent, self.log = SentPart(shell), LogPart(shell)
        self._parts: dict[str, Part] = dict(
            zip((HERE, WAITING, SENT, LOG), (self.here, self.waiting, self.sent, self.log), strict=True)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self.stack = QStackedWidget()
        for part in self._parts.values():
            part.way_changed.connect(self.way_changed)
            self.stack.addWidget(part)
        column.addWidget(self.stack, 1)
        self._set_margin(theme.measure("marge_vandaag"))

    def _make_head(self) -> QWidget:
        self._head = Surface("vlak_inhoud", sides="b")
        words = QVBoxLayout(self._head)
        words.setSpacing(0)
        words.addWidget(Label(texts.TITLE, "titel_groot", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.tabs, self.tab_choice = Tabs(texts.PARTS_NAME), Choice(texts.PARTS_NAME)
        for key, title in PARTS:
            self.tabs.setTabData(self.tabs.addTab(title), key)
        self.tab_choice.set_options(PARTS)
        self.tab_choice.hide()
        self.tabs.currentChanged.connect(self._tab_changed)
        self.tab_choice.currentIndexChanged.connect(self._choice_changed)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.tab_choice, 1)
        words.addLayout(row)
        return self._head

    def _set_margin(self, margin: int) -> None:
        px = theme.active().px
        below = px(10) if self.tab_choice.isVisibleTo(self) else 0
        self._head.layout().setContentsMargins(margin, px(20), margin, below)  # type: ignore[union-attr]
        self._margin = margin
        self._fit()

    def _fit(self) -> None:
        """Tabs that do not fit become one field."""
        fits = self.tabs.fit(self.width() - 2 * self._margin)
        self.tabs.setVisible(fits)
        self.tab_choice.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- which part ----------------------------------------------------------------------------------
    @property
    def part(self) -> Part:
        """The part in sight."""
        return self._parts[self.key]

    @property
    def key(self) -> str:
        return PARTS[max(0, self.tabs.currentIndex())][0]

    def show_part(self, key: str) -> None:
        """By its key; read again when it was in sight already."""
        place = [name for name, _ in PARTS].index(key)
        if place == self.tabs.currentIndex():
            self._show()
        self.tabs.setCurrentIndex(place)

    def _tab_changed(self, place: int) -> None:
        self.tab_choice.blockSignals(True)
        self.tab_choice.setCurrentIndex(place)
        self.tab_choice.blockSignals(False)
        self._show()

    def _choice_changed(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)

    def _show(self) -> None:
        self.stack.setCurrentWidget(self.part)
        self.part.set_room(self._room)
        self.part.refresh()
        self.way_changed.emit()

    # -- what the shell asks -------------------------------------------------------------------------
    def enter(self) -> None:
        self._show()
        target = self.tabs if self.tabs.isVisible() else self.tab_choice
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        self._room = room
        name = "marge_vandaag" if room.list_beside else "marge_smal" if room.rail else "marge_compact"
        self._set_margin(theme.measure(name))
        for part in self._parts.values():
            part.set_room(room)

    def panes(self) -> Sequence[QWidget]:
        return [self._head, *self.part.panes()]

    def way(self) -> Way | None:
        return self.part.way()

    def go_back(self) -> bool:
        return self.part.go_back()

    def step(self, by: int) -> None:
        self.part.step(by)

    def current_employer(self) -> str | None:
        return self.part.current_employer()

    def left(self) -> Mapping[str, object]:
        return {"deel": self.key}

    def restore(self, left: Mapping[str, object]) -> None:
        key = left.get("deel")
        if key in self._parts:
            self.tabs.setCurrentIndex([name for name, _ in PARTS].index(str(key)))
