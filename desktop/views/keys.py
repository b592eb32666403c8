"""Gives the window its keys from the table in `shortcuts.py`, and walks the panes with F6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views import shortcuts
from desktop.views.afstemming.page import ReconcilePage
from desktop.views.shortcuts import Shortcut

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class WindowKeys(QObject):
    """One method per key; a page that does not know a key does nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[int, QWidget] = {}

    def search(self) -> None:
        self._window.show_page("werkgevers")
        self._window.employers.list.focus_search()

    def visit(self) -> None:
        if self._on_employers():
            self._window.actions_of_employers.log_visit()

    def call(self) -> None:
        if self._on_employers():
            self._window.actions_of_employers.call()

    def new(self) -> None:
        self._window.show_page("werkgevers")
        self._window.actions_of_employers.new_employer()

    def print_overview(self) -> None:
        if self._on_employers():
            self._window.actions_of_employers.print_overview()

    def save(self) -> None:
        self._window.actions_of_employers.save_panel()

    def next_one(self) -> None:
        self._window.employers.step(1)

    def previous_one(self) -> None:
        self._window.employers.step(-1)

    def back(self) -> None:
        page = self._window.current_page()
        if isinstance(page, ReconcilePage):
            page.go_back()
        else:
            self._window.employers.go_back()

    def next_pane(self) -> None:
        self._walk(1)

    def previous_pane(self) -> None:
        self._walk(-1)

    def larger(self) -> None:
        self._window.change_factor(1)

    def smaller(self) -> None:
        self._window.change_factor(-1)

    def normal(self) -> None:
        self._window.change_factor(0)

    def choose(self) -> None:
        action = self.sender()
        page = self._window.current_page()
        if isinstance(page, ReconcilePage) and isinstance(action, QAction):
            page.choose_number(int(action.data()))

    def go_to_page(self) -> None:
        from desktop.views.main_window import PAGES

        action = self.sender()
        if isinstance(action, QAction) and int(action.data()) < len(PAGES):
            self._window.show_page(PAGES[int(action.data())].key)

    def _on_employers(self) -> bool:
        return self._window.current_page() is self._window.employers

    def _walk(self, by: int) -> None:
        """F6: rail → list → detail → panel → status bar; each remembers its last place."""
        panes = self._window.panes()
        focused = QApplication.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -by
        )
        if focused is not None and 0 <= here < len(panes):
            self._last[id(panes[here])] = focused
        pane = panes[(here + by) % len(panes)]
        target = self._last.get(id(pane))
        try:
            if target is None or not target.isVisible() or not pane.isAncestorOf(target):
                target = first_in(pane)
        except RuntimeError:
            target = first_in(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def first_in(pane: QWidget) -> QWidget | None:
    """The first part of a pane that takes Tab."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if (
            pane.isAncestorOf(widget)
            and widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            return widget
        widget = widget.nextInFocusChain()
    return None


def install(window: MainWindow) -> list[QAction]:
    """Adds an action per key; returns those that a layer holds back."""
    keys = WindowKeys(window)
    table = [
        (shortcuts.SEARCH, keys.search),
        (shortcuts.VISIT, keys.visit),
        (shortcuts.CALL, keys.call),
        (shortcuts.NEW, keys.new),
        (shortcuts.PRINT, keys.print_overview),
        (shortcuts.SAVE, keys.save),
        (shortcuts.NEXT, keys.next_one),
        (shortcuts.PREVIOUS, keys.previous_one),
        (shortcuts.BACK, keys.back),
        (shortcuts.SYNC, window.request_sync),
        (shortcuts.NEXT_PANE, keys.next_pane),
        (shortcuts.PREVIOUS_PANE, keys.previous_pane),
        (shortcuts.CLOSE, window.escape),
        (shortcuts.LARGER, keys.larger),
        (shortcuts.SMALLER, keys.smaller),
        (shortcuts.NORMAL, keys.normal),
    ]
    actions = [_action(window, shortcut, slot) for shortcut, slot in table]
    for many, slot in ((shortcuts.CHOOSE, keys.choose), (shortcuts.PAGES, keys.go_to_page)):
        for number, shortcut in enumerate(many):
            action = _action(window, shortcut, slot)
            action.setData(number)
            actions.append(action)
    return actions


def _action(window: MainWindow, shortcut: Shortcut, slot: object) -> QAction:
    action = QAction(shortcut.label, window)
    wanted = [shortcut.sequence]
    if shortcut is shortcuts.SAVE:
        wanted.append(Shortcut("Ctrl+Enter", shortcut.label).sequence)
    if shortcut is shortcuts.LARGER:
        wanted.append(Shortcut("Ctrl+=", shortcut.label).sequence)
    action.setShortcuts(wanted)
    action.triggered.connect(slot)
    window.addAction(action)
    return action


def enable(actions: list[QAction], on: bool) -> None:
    for action in actions:
        action.setEnabled(on)
