"""Instellingen: groups below each other, as wide as running text at most. Each change counts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.instellingen import texts
from desktop.views.instellingen.sections import (
    AboutSection,
    KeysSection,
    LaptopSection,
    LockSection,
    LookSection,
    TodaySection,
)
from desktop.views.layout import Room
from desktop.views.shell import Page, Shell
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.work_panel import ScrollBody


class SettingsPage(Page):
    """One column; the groups do their own work."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.look = LookSection(shell)
        self.lock = LockSection(shell)
        self.today = TodaySection(shell)
        self.keys = KeysSection(shell)
        self.laptop = LaptopSection(shell)
        self.about = AboutSection(shell)
        self._room = Room(True, True, True, True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        surface = Surface("vlak_inhoud")
        outer.addWidget(surface)
        inside = QVBoxLayout(surface)
        inside.setContentsMargins(0, 0, 0, 0)
        self.body = ScrollBody(texts.TITLE)
        inside.addWidget(self.body)
        self.body.column.setContentsMargins(0, 0, 0, 0)
        self.body.column.addWidget(self._column())
        self.body.column.addStretch(1)

    def _column(self) -> QWidget:
        px = theme.active().px
        self._holder = QWidget()
        self._line = QHBoxLayout(self._holder)
        groups = QWidget()
        groups.setMaximumWidth(px(560))
        column = QVBoxLayout(groups)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(Label(texts.TITLE, "titel_groot", wrap=True))
        column.addWidget(Label(texts.SUBTITLE, "tekst", "tekst_2", wrap=True))
        column.addSpacing(px(20))
        for section in (self.look, self.lock, self.today, self.keys, self.laptop, self.about):
            column.addWidget(section)
        self._line.addWidget(groups, 1, Qt.AlignmentFlag.AlignTop)
        self._line.addStretch(0)
        return self._holder

    def set_room(self, room: Room) -> None:
        self._room = room
        name = "marge_compact" if room.small else "marge_vandaag" if room.list_beside else "marge_smal"
        margin = theme.measure(name)
        top = theme.active().px(8 if room.small else 28)
        self._line.setContentsMargins(margin, top, margin, margin)

    def enter(self) -> None:
        self.lock.refresh()
        self.look.theme.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        return [self.body]
