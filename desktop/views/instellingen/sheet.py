"""F1: all keys in one card, to be searched and changed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import shortcuts, theme
from desktop.views.instellingen import key_rows, own_keys, texts
from desktop.views.instellingen.key_card import KeyCard
from desktop.views.instellingen.key_rows import KeyLine, KeyModel, KeyView
from desktop.views.shell import Shell
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.labels import Hairline, Label
from desktop.views.widgets.layer import Card, open_dialog


class KeySheet(Card):
    """Search on top, the list under its menus, and what can be done at the bottom."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.KEYS)
        self._shell = shell
        self.model = KeyModel()
        self.model.setParent(self)
        self._build()
        self._show()
        shortcuts.own().changed.connect(self._show)

    def _build(self) -> None:
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(18), 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), 0, px(24), px(12))
        head.setSpacing(px(10))
        head.addWidget(Label(texts.KEYS, "titel"))
        self.search = SearchField(texts.SEARCH_KEYS, texts.SEARCH_KEYS)
        self.search.textChanged.connect(self._show)
        self.search.down.connect(self._to_list)
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(Hairline())
        self.view = KeyView(self.model)
        self.view.activated.connect(self._change)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        column.addWidget(self.view, 1)
        self.nothing = Label(texts.NOTHING_FITS, "tekst", "tekst_2", wrap=True)
        self.nothing.setContentsMargins(px(24), px(16), px(24), px(16))
        column.addWidget(self.nothing, 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(px(24), px(12), px(24), px(14))
        row.setSpacing(px(8))
        self.all_back = Button(texts.ALL_AS_BEFORE, Look.QUIET, height=40, flush=True)
        self.all_back.clicked.connect(self._reset)
        row.addWidget(self.all_back)
        row.addStretch(1)
        close = Button(texts.CLOSE, Look.OUTLINED, height=40)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.change_button = Button(texts.CHANGE_KEY, Look.FILLED)
        self.change_button.clicked.connect(self._change_current)
        row.addWidget(self.change_button)
        return row

    def place(self, room: QSize) -> QRect:
        px = theme.active().px
        width = min(theme.measure("palet_breed"), room.width() - 32)
        height = min(px(720), room.height() - 48)
        return QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def first_field(self) -> QWidget | None:
        return self.search

    def _show(self) -> None:
        current = self._current()
        found = key_rows.lines(self._shell.commands(), self.search.text())
        self.model.replace(found)
        place = self.model.find(current.key) if current is not None else -1
        if place < 0:
            place = next((n for n, line in enumerate(found) if line.shortcut is not None), -1)
        self.view.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.all_back.setVisible(bool(shortcuts.own().keys))
        self._chosen()
        if self.isVisible() and not found:
            announce(self.search, texts.NOTHING_FITS)

    def _current(self) -> KeyLine | None:
        return self.model.row(self.view.currentIndex().row())

    def _to_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> None:
        """Only what the table knows can have another key."""
        line = self._current()
        self.change_button.setVisible(line is not None and line.shortcut in own_keys.CHANGEABLE)

    def _change_current(self) -> None:
        self._change(self.view.currentIndex())

    def _change(self, index: QModelIndex) -> None:
        line = self.model.row(index.row())
        if line is not None and line.shortcut is not None and line.shortcut in own_keys.CHANGEABLE:
            card = KeyCard(self._shell.settings, line.shortcut, line.title)
            open_dialog(self._shell.as_window(), card)

    def _reset(self) -> None:
        self._shell.settings.change_keys({})
        self._shell.messages.done(texts.KEYS_RESET)


def open_sheet(shell: Shell) -> KeySheet:
    """Over the window."""
    card = KeySheet(shell)
    open_dialog(shell.as_window(), card)
    return card
