"""The log of rounds with filters for kind and period; it survives restarts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.views import texts_sync, theme
from desktop.views.deze_laptop import texts
from desktop.views.deze_laptop.part import Part
from desktop.views.deze_laptop.reading import PAGE, ReadRounds, Rounds
from desktop.views.layout import Room
from desktop.views.shell import Shell
from desktop.views.sync_driver import SyncKind, SyncState
from desktop.views.sync_log import RoundDelegate, log_model
from desktop.views.tables.place import keep_place
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import Choice
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Hairline, Label

ICON_AT = 22
"""Where a row of the log begins."""


class LogPart(Part):
    """Read again after each round, without moving what one reads."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._count = PAGE
        self.model = log_model(shell.backend.today())
        self.model.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._filters())
        self._column.addWidget(Hairline())
        self.nothing = Label(texts.NOTHING_LOGGED, "tekst", "tekst_2", wrap=True)
        self.nothing.hide()
        self._column.addWidget(self.nothing)
        self._line = QHBoxLayout()
        self._line.addWidget(self._make_view(), 1)
        self._line.addStretch(0)
        self._column.addLayout(self._line, 1)
        self.more = Button(texts.MORE, Look.QUIET)
        self.more.clicked.connect(self._wants_more)
        self.more.hide()
        self._column.addWidget(self.more)
        self._set_margin(theme.measure("marge_vandaag"))
        shell.sync.state_changed.connect(self._state_changed)

    def _filters(self) -> QWidget:
        self._holder = QWidget()
        self._frame = QVBoxLayout(self._holder)
        inner = QWidget()
        self._frame.addWidget(inner)
        flow = Flow(inner, theme.active().px(8))
        self.kind, self.period = Choice(texts.KIND), Choice(texts.PERIOD)
        self.kind.set_options(texts.KINDS)
        self.period.set_options(texts.PERIODS)
        self.period.set_value("7")
        for choice in (self.kind, self.period):
            choice.setFixedWidth(theme.active().px(190))
            choice.currentIndexChanged.connect(self._chosen)
            flow.addWidget(choice)
        self.button = Button(texts_sync.SEND_AND_FETCH, Look.OUTLINED)
        self.button.clicked.connect(self._shell.sync.request)
        flow.addWidget(self.button)
        return self._holder

    def _make_view(self) -> QListView:
        self.view = QListView()
        self.view.setAccessibleName(texts.LOG_LIST)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RoundDelegate(self.view, self._shell.backend.today()))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMaximumWidth(theme.measure("tekst_breedst"))
        return self.view

    def _set_margin(self, margin: int) -> None:
        px = theme.active().px
        self._frame.setContentsMargins(margin, px(14), margin, px(14))
        self._line.setContentsMargins(max(0, margin - px(ICON_AT)), 0, 0, 0)
        self.nothing.setContentsMargins(margin, px(20), margin, 0)

    # -- what is shown -------------------------------------------------------------------------------
    def refresh(self) -> None:
        operations = self._shell.operations
        days = self.period.value()
        read = ReadRounds(operations.backend, self.kind.value(), int(days) if days else None, self._count)
        operations.query(read, self, self._show, channel="logboek")

    def _show(self, found: Rounds) -> None:
        def change() -> bool:
            return self.model.replace(found.rows)

        keep_place(self.view, self._key_at, self.model.find, change)
        self.view.setVisible(bool(found.rows))
        self.nothing.setVisible(not found.rows)
        self.more.setVisible(found.more)

    def _key_at(self, number: int) -> str | None:
        row = self.model.row(number)
        return str(row.nummer) if row is not None else None

    def _chosen(self) -> None:
        self._count = PAGE
        self.view.scrollToTop()
        self.refresh()

    def _wants_more(self) -> None:
        self._count += PAGE
        self.refresh()

    def _state_changed(self, state: SyncState) -> None:
        if self.isVisible() and state.kind is not SyncKind.BUSY:
            self.refresh()

    # -- what the page asks --------------------------------------------------------------------------
    def take_focus(self) -> None:
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        name = "marge_vandaag" if room.list_beside else "marge_smal" if room.rail else "marge_compact"
        self._set_margin(theme.measure(name))

    def panes(self) -> Sequence[QWidget]:
        return [self._holder, self.view] if self.view.isVisible() else [self._holder]
