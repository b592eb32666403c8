"""The window: builds rail, pages and status bar, lays them out, and shows how the laptop stands.

It knows pages by the table in `pages.py` only, and asks the laptop for its stand and for how it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import LijstRij
from desktop.views import layout, pages, texts, texts_forms, texts_shell, texts_sync, theme
from desktop.views import window_place as place
from desktop.views.backend import Backend
from desktop.views.day_change import DayChange
from desktop.views.keys import PaneWalker, pane_of_page
from desktop.views.lock.lock import Lock
from desktop.views.menu_row import MenuRow
from desktop.views.menus import AltKey, WindowMenus
from desktop.views.messages import Kind, Message, Messages, explain
from desktop.views.operations import Operations
from desktop.views.own_settings import WINDOW, OwnSettings
from desktop.views.page_stack import PageStack
from desktop.views.rail import Rail
from desktop.views.shell import STOP
from desktop.views.shell_window import ShellWindow
from desktop.views.stand_watch import StandWatch
from desktop.views.standing import Standing
from desktop.views.status_bar import ATTENTION_DAYS, StatusBar
from desktop.views.sync_driver import SyncDriver, SyncKind, SyncState
from desktop.views.undo import Undo
from desktop.views.widgets.banner import Banner, Toast
from desktop.views.widgets.focus import FocusRing
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.layer import Layer
from desktop.views.window_commands import WindowCommands

if TYPE_CHECKING:
    from desktop.views.crash.card import CrashCard
    from desktop.views.popovers import Popovers


WAITING, OF_LAPTOP = "wachtlijst", "deze_laptop"


class MainWindow(ShellWindow):
    """Shows the laptop. `closing` before the window goes, so that drafts and threads can end."""

    closing = Signal()

    def __init__(
        self,
        operations: Operations,
        sync: SyncDriver,
        messages: Messages,
        undo: Undo,
        settings: OwnSettings,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(operations, sync, messages, undo, settings, new_id)
        self._layers: list[Layer] = []
        self._lines: list[QWidget] = []
        self._alt: AltKey | None = None
        self._popovers: Popovers | None = None
        self.setWindowTitle(texts.PROGRAM)
        self.setMinimumSize(place.SMALLEST)
        self._build()
        self.locking = Lock(self, operations, messages)
        self.walker = PaneWalker(self, self.panes)
        self._commands = WindowCommands(self)
        self.menus = WindowMenus(self, self._commands)
        self._connect()
        self._ring = FocusRing(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring.watch(app)
        messages.said.connect(self.said)
        messages.listen()
        self._settings_changed()
        self.stack.restore(_mapping(settings.window.get("paginas")))
        self.show_page(self._page_to_start_with())
        theme.dress(self)
        self.stand.read()

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        central = Surface("vlak_inhoud")
        outer = QVBoxLayout(central)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.rail = Rail(self.kinds)
        middle.addWidget(self.rail)
        right = self._right = QVBoxLayout()
        right.setSpacing(0)
        self.menu_row = MenuRow()
        right.addWidget(self.menu_row)
        right.addWidget(self._banner_row())
        self.stack = PageStack(self, (*self.kinds, *pages.beside(self.backend.rol)))
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        outer.addLayout(middle, 1)
        self.status = StatusBar()
        outer.addWidget(self.status)
        self.setCentralWidget(central)
        self.toast = Toast(self, self.status)
        self._crash: CrashCard | None = None

    def _banner_row(self) -> QWidget:
        self._banner_holder = Surface("vlak_inhoud")
        row = QHBoxLayout(self._banner_holder)
        px = theme.active().px
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        self.banner = Banner()
        row.addWidget(self.banner)
        self._banner_holder.hide()
        return self._banner_holder

    def add_line(self, line: QWidget) -> None:
        """A line over every page, such as that of the oefenomgeving; F6 comes there too."""
        self._lines.append(line)
        self._right.insertWidget(0, line)

    def remove_line(self, line: QWidget) -> None:
        """What it was about is over."""
        self._lines.remove(line)
        line.hide()
        line.deleteLater()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.rail.searched.connect(self.open_palette)
        self.rail.list_chosen.connect(self._open_list)
        self.rail.person_pressed.connect(self.menus.open_of_person)
        self.menu_row.opened.connect(self.menus.open_small)
        self.menu_row.back.connect(self.go_back)
        self.menu_row.step.connect(self._step)
        self.stack.counted.connect(self.rail.set_count)
        self.stack.arrived.connect(self._arrived)
        self.toast.pressed.connect(self._toast_pressed)
        self.banner.pressed.connect(self._banner_pressed)
        self.status.sync_pressed.connect(self._open_log)
        self.status.waiting_pressed.connect(self._open_waiting)
        self.status.store_pressed.connect(self._open_laptop_card)
        self.status.questions_pressed.connect(self._open_questions)
        self.sync.state_changed.connect(self._sync_changed)
        self.stand = StandWatch(self.operations, self.sync, self.stack.not_visited)
        self.stand.read_anew.connect(self._show_stand)
        self.stand.counted.connect(self.rail.set_count)
        self.stand.shown.connect(self._show_status)
        self.stand.waits_long.connect(self._waits_long)
        self.stand.lease_ends.connect(self._lease_ends)
        self.day = DayChange(self.operations, self)
        self.operations.unexpected.connect(self.messages.failed)
        self.settings.changed.connect(self._settings_changed)
        self.messages.pressed.connect(self.undo.pressed)

    # -- pages ---------------------------------------------------------------------------------------
    def _page_to_start_with(self) -> str:
        left = str(self.settings.window.get("pagina", ""))
        return left if left in {kind.key for kind in self.kinds} else pages.FIRST

    def _arrived(self) -> None:
        self.menu_row.show_way(self.current_page().way())

    def _step(self, by: int) -> None:
        self.current_page().step(by)

    def _open_questions(self) -> None:
        self.show_page(pages.RECONCILE)

    def _open_list(self, row: LijstRij) -> None:
        self.open_filter(row.keuze, row.naam)

    def open_menu_bar(self) -> None:
        """Alt or F10: in sight with the keyboard in it, and out of it again."""
        self.menus.open_bar()

    # -- layers --------------------------------------------------------------------------------------
    def hold(self, layer: Layer) -> None:
        """While a layer is open the keys of the page behind it do nothing."""
        self._layers.append(layer)
        self._commands.enable(False)
        layer.closed.connect(self._release)
        self.locking.hide_away(layer)

    def _release(self) -> None:
        closed = self.sender()
        self._layers = [layer for layer in self._layers if layer is not closed]
        if not self._layers:
            self._commands.enable(True)

    def escape(self) -> None:
        """Esc with no layer open: the form closes and keeps its draft, or one page back."""
        page = self.current_page()
        if not page.close_panel():
            page.go_back()

    @property
    def popovers(self) -> Popovers:
        """What the parts of the status bar open; imported when one of them is pressed."""
        if self._popovers is None:
            from desktop.views.popovers import Popovers

            self._popovers = Popovers(self, self.status)
        return self._popovers

    def _open_log(self) -> None:
        if self.stand.asks_to_remove:
            self.open_laptop_page()
        else:
            self.popovers.open_log()

    def _open_waiting(self) -> None:
        self.popovers.open_waiting()

    def lock(self) -> None:
        """Hides everything until the code is given."""
        self.locking.ask()

    def _open_laptop_card(self) -> None:
        self.popovers.open_laptop()

    def _settings_changed(self) -> None:
        self.locking.set_minutes(self.settings.now.slot_minuten)
        self.menus.show_or_hide_bar()

    # -- how the laptop stands ------------------------------------------------------------------------
    def _sync_changed(self, state: SyncState) -> None:
        if state.asks_to_remove and state.error is not None:
            self._say_in_page("letop", explain(state.error), texts_shell.LOOK, OF_LAPTOP)
        elif state.error is not None and not state.offline:
            self.messages.failed(state.error)
        if state.kind is SyncKind.UPDATED and self.toast.text() in texts_sync.UNTIL_CONFIRMED:
            self.toast.hide()  # the centre has answered: the dossier says what it is now

    def _show_stand(self, found: Standing) -> None:
        region = texts.PRACTICE if found.stand.oefen else found.stand.regio
        self.setWindowTitle(f"{texts.PROGRAM} – {region}")
        self.rail.show_stand(found.stand)
        self.rail.show_lists(found.lists)

    def _show_status(self, found: Standing) -> None:
        self.status.show_state(
            found.stand,
            self.sync.state,
            found.questions,
            found.refused,
            self.stand.late(ATTENTION_DAYS),
            found.asks_to_remove,
            self.backend.today(),
        )

    def _waits_long(self, days: int) -> None:
        """In the page, once: waiting as such is safe, so long is not."""
        self._say_in_page("letop", texts_shell.waits_long(days), texts_shell.SHOW_WAITING, WAITING)

    def _lease_ends(self, days: int) -> None:
        """In the page: after this the laptop asks the centre before it opens."""
        self._say_in_page("letop", texts_shell.lease_ends(days), texts_shell.LOOK, OF_LAPTOP)

    # -- messages ------------------------------------------------------------------------------------
    @property
    def crash(self) -> CrashCard:
        """Beside the work after a fault of ours; made with the first one."""
        if self._crash is None:
            from desktop.views.crash.card import CrashCard

            self._crash = CrashCard(self, self.status)
            self._crash.wants_logs.connect(self.open_logs)
            self.locking.hide_away(self._crash)
        return self._crash

    def said(self, message: Message) -> None:
        """Something has no place of its own: a toast when it went well, a bar otherwise."""
        if message.kind is Kind.DONE:
            self.toast.say(message.text, message.action, message.action_id)
        elif message.kind is Kind.BROKEN:
            self.crash.tell(message.report)
        else:
            self._say_in_page(message.kind.value, message.text, texts_forms.CLOSE, "")

    def _say_in_page(self, kind: str, words: str, link: str, link_id: str) -> None:
        self.banner.say(kind, words, link, link_id)
        self._banner_holder.show()

    def _toast_pressed(self, action_id: str) -> None:
        if action_id == STOP and self._stop is not None:
            self._stop()
        self.messages.pressed.emit(action_id)

    def _banner_pressed(self, action_id: str) -> None:
        self.banner.hide()
        self._banner_holder.hide()
        if action_id == WAITING:
            self._open_waiting()
        elif action_id == OF_LAPTOP:
            self.open_laptop_page()

    def request_sync(self) -> None:
        self.sync.request()

    # -- window --------------------------------------------------------------------------------------
    def show_as_left(self) -> None:
        """In the place where it was left, if that still is on a screen."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        self.setGeometry(place.fitting(place.place_of(self.settings.window), screens))
        if self.settings.window.get("groot"):
            self.showMaximized()
        else:
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._alt is None and self.windowHandle() is not None:
            self._alt = AltKey(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def look_changed(self) -> None:
        """Another theme or text size: what is measured by the text may fit no longer."""
        self._arrange()
        self.toast.place()

    def _arrange(self) -> None:
        room = layout.room_for(self.width(), theme.active().factor)
        self.rail.setVisible(room.rail)
        self.menu_row.setVisible(not room.rail)
        self.stack.set_room(room)
        self.status.set_small(room.small)

    def panes(self) -> list[QWidget]:
        """For F6: rail, the parts of the page, status bar."""
        page = self.current_page().panes()
        lines = (*self._lines, self._banner_holder)
        parts = (self.rail, self.menu_row, *lines, *page, self.status, self.toast, self._crash)
        return [part for part in parts if part is not None and part.isVisible()]

    def go_to_pane(self, which: str) -> None:
        """By its key; what is not in sight is passed by."""
        pane = {"zijbalk": self.rail, "statusbalk": self.status}.get(which)
        self.walker.go_to(pane or pane_of_page(self.current_page().panes(), which))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Pages are made at their first visit: the order of making is not the order of reading."""
        return self.walker.tab(forward) or super().focusNextPrevChild(forward)

    def change_factor(self, steps: int) -> None:
        """One step larger or smaller; 0 is back to normal."""
        self.settings.change(tekstfactor=theme.next_factor(steps))

    def closeEvent(self, event: QCloseEvent) -> None:
        left = place.kept(self.normalGeometry(), self.isMaximized())
        left |= {"pagina": self.stack.current_key, "paginas": self.stack.left()}
        self.operations.write(_KeepWindow(self.backend, left), self)
        self.stand.end()
        self.day.end()
        for page in self.stack.made().values():
            page.close_down()
        self.closing.emit()
        super().closeEvent(event)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


@dataclass(frozen=True, slots=True)
class _KeepWindow:
    """How it was left, for the next time."""

    backend: Backend
    left: Mapping[str, object]

    def __call__(self) -> None:
        self.backend.bewaar_vensterstand(WINDOW, self.left)
