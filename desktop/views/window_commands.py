"""The commands of the window as QActions: from the table in `shortcuts.py` to what they do.

Keys, menu bar, palette and rail all trigger the same action. What this person may not do is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.frozen import dataclass
from desktop.models.rights import may_do
from desktop.views import pages, shortcuts, texts_shell
from desktop.views.shell import PageKind
from desktop.views.shortcuts import Shortcut

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class WindowCommand:
    """`action` does it; while a layer floats above the page it is disabled: close that first."""

    shortcut: Shortcut
    action: QAction


def may(rol: str, right: str) -> bool:
    """Whether this role may give this command of the core; no right needed is yes."""
    return not right or may_do(rol, right)


def _in_rail(kinds: Sequence[PageKind], key: str) -> bool:
    return any(kind.key == key for kind in kinds)


class WindowCommands(QObject):
    """One method per command; a page that does not know a command does nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._own: list[WindowCommand] = []
        self._by_key: dict[str, QAction] = {}
        slots = self._slots()
        for shortcut in shortcuts.ALL:
            if may(window.backend.rol, shortcut.right):
                self._add(shortcut, slots[shortcut.key])
        shortcuts.own().changed.connect(self._keys_changed)

    def _slots(self) -> Mapping[str, Callable[[], None]]:
        window = self._window
        table: list[tuple[Shortcut, Callable[[], None]]] = [
            (shortcuts.NEW, self._new),
            (shortcuts.NEW_VACANCY, self._new_vacancy),
            (shortcuts.NEW_CANDIDATE, window.new_candidate),
            (shortcuts.PRINT, self._print),
            (shortcuts.SYNC, window.request_sync),
            (shortcuts.SETTINGS, window.show_settings),
            (shortcuts.PRACTICE, window.open_practice),
            (shortcuts.LOCK, window.lock),
            (shortcuts.QUIT, self._quit),
            (shortcuts.UNDO, window.undo.take_back),
            (shortcuts.SEARCH, window.search),
            (shortcuts.SAVE, self._save),
            (shortcuts.CLOSE, window.escape),
            (shortcuts.LARGER, self._larger),
            (shortcuts.SMALLER, self._smaller),
            (shortcuts.NORMAL, self._normal),
            (shortcuts.NEXT_PANE, window.walker.forward),
            (shortcuts.PREVIOUS_PANE, window.walker.backward),
            (shortcuts.MENU_BAR, window.open_menu_bar),
            (shortcuts.PALETTE, window.open_palette),
            (shortcuts.BACK, window.go_back),
            (shortcuts.VISIT, self._visit),
            (shortcuts.CALL, self._call),
            (shortcuts.ACTION, self._make_action),
            (shortcuts.POSTPONE, self._postpone),
            (shortcuts.NEXT, self._next),
            (shortcuts.PREVIOUS, self._previous),
            (shortcuts.SHEET, window.open_sheet),
            (shortcuts.LAPTOP, window.open_this_laptop),
            (shortcuts.WAITING, window.open_waiting_page),
            (shortcuts.LOG, window.open_log_page),
            (shortcuts.LOGS, window.open_logs),
            (shortcuts.REPORTS, self._reports),
            (shortcuts.PROFILES, self._profiles),
            (shortcuts.BY_NUMBER, self._by_number),
            (shortcuts.INSTRUMENTS, self._instruments),
            (shortcuts.SCHEDULE, self._schedule),
            (shortcuts.PARTNERS, self._partners),
            (shortcuts.WERKFIT, self._werkfit),
            (shortcuts.NEW_PARTNER, window.new_partner),
            (shortcuts.SIGNAL, self._report_signal),
            (shortcuts.QUESTION, self._ask_question),
            (shortcuts.NEW_PLACEMENT, window.new_placement),
            (shortcuts.FINISH_TALK, window.choose_talk),
            (shortcuts.CONFIRM_MILESTONE, window.choose_milestone),
            (shortcuts.PUT_FORWARD, window.choose_candidate),
        ]
        table += [(shortcut, self._choose) for shortcut in shortcuts.CHOOSE]
        table += [(shortcut, self._go_to_pane) for shortcut in shortcuts.PANES]
        table += [(shortcut, self._theme) for shortcut in shortcuts.THEMES]
        table += [(shortcut, self._go_to_page) for shortcut in shortcuts.PAGES]
        return {shortcut.key: slot for shortcut, slot in table}

    def _add(self, shortcut: Shortcut, slot: Callable[[], None]) -> None:
        number = shortcuts.PAGES.index(shortcut) if shortcut in shortcuts.PAGES else -1
        kinds = self._window.kinds
        if number >= len(kinds) or (shortcut == shortcuts.REPORTS and _in_rail(kinds, pages.REPORTS)):
            return
        # Made here and not by addAction: that one's wrapper dies when a layer elsewhere is deleted.
        action = QAction(kinds[number].words if number >= 0 else shortcut.label, self._window)
        action.setObjectName(shortcut.key)
        action.setShortcuts(shortcut.sequences)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if number >= 0 or shortcut in shortcuts.CHOOSE:
            action.setData(number if number >= 0 else shortcuts.CHOOSE.index(shortcut))
        action.triggered.connect(slot)
        self._window.addAction(action)
        self._own.append(WindowCommand(shortcut, action))
        self._by_key[shortcut.key] = action

    def all(self) -> Sequence[WindowCommand]:
        return self._own

    def action(self, shortcut: Shortcut) -> QAction | None:
        """None when this person may not do it."""
        return self._by_key.get(shortcut.key)

    def enable(self, on: bool) -> None:
        """While something floats above the page, the keys behind it do nothing."""
        for command in self._own:
            command.action.setEnabled(on)

    def _keys_changed(self) -> None:
        for command in self._own:
            command.action.setShortcuts(command.shortcut.sequences)

    # -- what they do --------------------------------------------------------------------------------
    def _here(self) -> str | None:
        return self._window.current_page().current_employer()

    def _new(self) -> None:
        self._window.new_employer()

    def _new_vacancy(self) -> None:
        self._window.new_vacancy(self._here())

    def _reports(self) -> None:
        self._window.show_page(pages.REPORTS)

    def _profiles(self) -> None:
        self._window.show_page(pages.PROFILES)

    def _by_number(self) -> None:
        self._window.show_page(pages.BY_NUMBER)

    def _instruments(self) -> None:
        self._window.show_page(pages.INSTRUMENTS)

    def _werkfit(self) -> None:
        self._window.show_page(pages.WERKFIT)

    def _partners(self) -> None:
        self._window.show_page(pages.PARTNERS)

    def _schedule(self) -> None:
        self._window.show_page(pages.SCHEDULE)

    def _report_signal(self) -> None:
        self._window.report_signal(self._here())

    def _ask_question(self) -> None:
        self._window.note_question(self._here())

    def _print(self) -> None:
        self._window.print_overview(self._here())

    def _quit(self) -> None:
        self._window.close()
        QApplication.quit()

    def _save(self) -> None:
        self._window.current_page().save_panel()

    def _larger(self) -> None:
        self._window.change_factor(1)

    def _smaller(self) -> None:
        self._window.change_factor(-1)

    def _normal(self) -> None:
        self._window.change_factor(0)

    def _visit(self) -> None:
        self._window.log_visit(self._here())

    def _call(self) -> None:
        self._window.call(self._here())

    def _make_action(self) -> None:
        here = self._here()
        self._window.make_action([here] if here is not None else [])

    def _postpone(self) -> None:
        if not self._window.current_page().postpone():
            self._window.messages.done(texts_shell.POSTPONE_WHAT)

    def _theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.settings.change(thema=action.objectName().removeprefix("thema_"))

    def _next(self) -> None:
        self._window.current_page().step(1)

    def _previous(self) -> None:
        self._window.current_page().step(-1)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.current_page().choose(int(action.data()))

    def _go_to_pane(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.go_to_pane(action.objectName().removeprefix("deel_"))

    def _go_to_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.show_page(self._window.kinds[int(action.data())].key)
