"""The menus of the window, all filled with its commands: the menu bar, the person's own, and *Menu*.

The menu bar comes with Alt or F10, unless the person wants it to stay; on macOS it is the system's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from desktop.views import mnemonics, shortcuts, texts_shell, theme
from desktop.views.texts_shell import EDIT, EMPLOYER, FILE, GO, HELP, VIEW

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.window_commands import WindowCommands

GROUPS = (FILE, EDIT, VIEW, GO, EMPLOYER, HELP)
_OF_PERSON = (shortcuts.SETTINGS, shortcuts.LOCK, shortcuts.SHEET, shortcuts.QUIT)


class MenuBar(QMenuBar):
    """Made when it is first asked for. `open` shows it and takes the keyboard; what had it gets it back,
    unless the chosen command moved it.
    """

    def __init__(self, window: MainWindow, commands: WindowCommands) -> None:
        super().__init__(window)
        self._window = window
        command = commands.action(shortcuts.MENU_BAR)
        self._opens = command.shortcuts() if command is not None else []
        self._before: QWidget | None = None
        self.setAccessibleName(texts_shell.MENU_BAR)
        self._menus = [self._menu(group, commands) for group in GROUPS]
        for menu, title in zip(self._menus, mnemonics.given(GROUPS, mnemonics.of_panes()), strict=True):
            menu.setTitle(title)
            self.addMenu(menu)
            menu.aboutToHide.connect(self._later)
            menu.installEventFilter(self)
        window.settings.changed.connect(self.show_or_hide)

    def _menu(self, group: str, commands: WindowCommands) -> QMenu:
        menu = QMenu(group, self)
        for command in commands.all():
            if command.shortcut.group == group and (
                not command.shortcut.hidden or command.shortcut in shortcuts.PAGES
            ):
                menu.addAction(command.action)
        mnemonics.keep(menu)
        return menu

    @property
    def stays(self) -> bool:
        return self._window.settings.now.menubalk or sys.platform == "darwin"

    def open(self) -> None:
        """Takes the keyboard; a second time gives it back."""
        if self.activeAction() is not None:
            self._give_back()
            return
        if not self.hasFocus():
            self._before = self._window.focusWidget()
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.setActiveAction(self.actions()[0])

    def show_or_hide(self) -> None:
        self.setVisible(self.stays)

    def _give_back(self) -> None:
        for menu in self._menus:
            menu.hide()
        self.setActiveAction(None)  # type: ignore[arg-type]
        self._later()

    def _later(self) -> None:
        """After the event that is under way: the menu that follows is open by then."""
        QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        if self.activeAction() is not None or any(menu.isVisible() for menu in self._menus):
            return
        before, self._before = self._before, None
        if before is not None and isValid(before) and self._window.focusWidget() in (None, self):
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)
        if not self.stays:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a menu is open no shortcut works; the one that opened the bar closes it all the same."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and QKeySequence(event.keyCombination()) in self._opens
        ):
            self._give_back()
            return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._later()


class AltKey(QObject):
    """Alt by itself, pressed and let go, opens the menu bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._alone = False
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._alone = False
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self._alone:
            self._alone = False
            if event.key() == Qt.Key.Key_Alt:
                self._window.open_menu_bar()
        return False


class WindowMenus(QObject):
    """Makes each menu when it is first asked for."""

    def __init__(self, window: MainWindow, commands: WindowCommands) -> None:
        super().__init__(window)
        self._window, self._commands = window, commands
        self.bar: MenuBar | None = None
        self._of_person: QMenu | None = None
        self._small: QMenu | None = None
        window.undo.changed.connect(self._undo_changed)

    def open_bar(self) -> None:
        self._bar().open()

    def show_or_hide_bar(self) -> None:
        """As the person wants it; macOS has it always."""
        if self._window.settings.now.menubalk or sys.platform == "darwin":
            self._bar()

    def _bar(self) -> MenuBar:
        if self.bar is None:
            self.bar = MenuBar(self._window, self._commands)
            self._window.setMenuBar(self.bar)
            self.bar.show_or_hide()
        return self.bar

    def open_of_person(self) -> None:
        """Above the person in the rail."""
        if self._of_person is None:
            self._of_person = person_menu(self._window, self._commands)
        corner = self._window.rail.person.mapToGlobal(QPoint(0, 0))
        height = self._of_person.sizeHint().height() + theme.active().px(4)
        self._of_person.popup(corner - QPoint(0, height))

    def open_small(self) -> None:
        """Below *Menu*."""
        if self._small is None:
            self._small = small_menu(self._window, self._commands)
        button = self._window.menu_row.menu
        self._small.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _undo_changed(self) -> None:
        action = self._commands.action(shortcuts.UNDO)
        if action is not None:
            action.setText(texts_shell.undo_named(self._window.undo.words))


def person_menu(window: MainWindow, commands: WindowCommands) -> QMenu:
    """Settings, lock, keys and leaving."""
    menu = QMenu(texts_shell.PERSON_MENU, window)
    menu.addActions(_present(commands, _OF_PERSON))
    mnemonics.keep(menu)
    return menu


def small_menu(window: MainWindow, commands: WindowCommands) -> QMenu:
    """What stands in the rail, for a window that has no room for it."""
    menu = QMenu(texts_shell.MENU, window)
    menu.addActions(_present(commands, (shortcuts.PALETTE,)))
    menu.addSeparator()
    menu.addActions(_present(commands, shortcuts.PAGES))
    menu.addSeparator()
    menu.addActions(_present(commands, (shortcuts.LOCK, shortcuts.SHEET, shortcuts.QUIT)))
    mnemonics.keep(menu)
    return menu


def _present(commands: WindowCommands, wanted: Iterable[shortcuts.Shortcut]) -> list[QAction]:
    found = (commands.action(shortcut) for shortcut in wanted)
    return [action for action in found if action is not None]
