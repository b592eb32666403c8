"""The window: rail, pages, status bar, commands and layers. Pages know it as their `Shell` only.

It knows pages by the table in `pages.py` only, and asks the laptop for its stand and for how it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.views import layout, pages, texts, texts_forms, texts_shell, texts_sync, theme
from desktop.views.crash.card import CrashCard
from desktop.views.keys import PaneWalker
from desktop.views.lock.lock import Lock
from desktop.views.menu_row import MenuRow
from desktop.views.messages import Kind, Message, Messages
from desktop.views.operations import Operations, concerns
from desktop.views.own_settings import OwnSettings
from desktop.views.page_stack import PageStack
from desktop.views.popovers import Popovers
from desktop.views.rail import Rail
from desktop.views.shell import STOP, EmployersWork, Page
from desktop.views.standing import ReadStanding, Standing
from desktop.views.status_bar import ATTENTION_DAYS, StatusBar
from desktop.views.sync_driver import SyncDriver, SyncKind, SyncState
from desktop.views.undo import Undo
from desktop.views.widgets.banner import Banner, Toast
from desktop.views.widgets.focus import FocusRing
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.layer import Layer
from desktop.views.window_commands import WindowCommand, WindowCommands

if TYPE_CHECKING:
    from desktop.views.afstemming.page import ReconcilePage
    from desktop.views.werkgevers.actions import EmployerActions
    from desktop.views.werkgevers.page import EmployersPage
    from desktop.views.werkgevers.printing import Printing


class MainWindow(QMainWindow):
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
        super().__init__()
        self.operations, self.backend = operations, operations.backend
        self.sync, self.messages, self.undo, self.new_id = sync, messages, undo, new_id
        self.settings = settings
        self.kinds = pages.for_role(self.backend.rol)
        self._standing: Standing | None = None
        self._layers: list[Layer] = []
        self._stop: Callable[[], None] | None = None
        self.setWindowTitle(texts.PROGRAM)
        self.setMinimumSize(720, 560)
        self._build()
        self.locking = Lock(self, operations, messages)
        self._lock_minutes()
        settings.changed.connect(self._lock_minutes)
        self.walker = PaneWalker(self, self.panes)
        self._commands = WindowCommands(self)
        self._connect()
        self._ring = FocusRing(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring.watch(app)
        messages.said.connect(self.said)
        messages.listen()
        self.show_page(pages.FIRST)
        self._read_stand()

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
        right = QVBoxLayout()
        right.setSpacing(0)
        self.menu_row = MenuRow(self.kinds)
        right.addWidget(self.menu_row)
        right.addWidget(self._banner_row())
        self.stack = PageStack(self, self.kinds)
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        outer.addLayout(middle, 1)
        self.status = StatusBar()
        outer.addWidget(self.status)
        self.setCentralWidget(central)
        self.toast = Toast(self, self.status)
        self.crash = CrashCard(self, self.status)
        self.crash.wants_logs.connect(self.open_logs)

    def _banner_row(self) -> QWidget:
        self._banner_holder = Surface("vlak_inhoud")
        row = QHBoxLayout(self._banner_holder)
        px = theme.active().px
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        self.banner = Banner()
        row.addWidget(self.banner)
        self._banner_holder.hide()
        return self._banner_holder

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.menu_row.chosen.connect(self.show_page)
        self.menu_row.back.connect(self.go_back)
        self.menu_row.step.connect(self._step)
        self.stack.counted.connect(self._counted)
        self.stack.arrived.connect(self._arrived)
        self.toast.pressed.connect(self._toast_pressed)
        self.banner.pressed.connect(self._banner_pressed)
        self.popovers = Popovers(self, self.status)
        self.status.questions_pressed.connect(self._open_questions)
        self.sync.state_changed.connect(self._sync_changed)
        self.sync.progressed.connect(self._show_status)
        self.operations.changed.connect(self._on_changed)
        self.operations.unexpected.connect(self.messages.failed)

    # -- pages ---------------------------------------------------------------------------------------
    def show_page(self, key: str) -> None:
        self.stack.show_page(key)
        self.rail.set_current(key)

    def current_page(self) -> Page:
        return self.stack.current

    def _arrived(self) -> None:
        self.menu_row.show_way(self.current_page().way())

    def _step(self, by: int) -> None:
        self.current_page().step(by)

    def go_back(self) -> None:
        self.current_page().go_back()

    def _open_questions(self) -> None:
        self.show_page(pages.RECONCILE)

    def show_settings(self) -> None:
        self.show_page(pages.SETTINGS)

    def search(self) -> None:
        """Ctrl+F: the search field of this page, or that of the list of werkgevers."""
        if not self.current_page().search():
            self.show_page(pages.EMPLOYERS)
            self.current_page().search()

    # -- what a page may ask -------------------------------------------------------------------------
    def as_window(self) -> QWidget:
        return self

    def commands(self) -> Sequence[WindowCommand]:
        return self._commands.all()

    def is_offline(self) -> bool:
        return self.sync.state.offline

    def _work(self) -> EmployersWork:
        """The page of the work at a werkgever, in sight."""
        self.show_page(pages.EMPLOYERS)
        return cast("EmployersWork", self.stack.page(pages.EMPLOYERS))

    def open_employer(self, werkgever_id: str, tab: str | None = None) -> None:
        self._work().open_employer(werkgever_id, tab)

    def open_filter(self, keuze: object, naam: str = "") -> None:
        self._work().open_filter(keuze, naam)

    def log_visit(
        self, werkgever_id: str | None, kanaal: str = "bezoek", contactpersoon_id: str = ""
    ) -> None:
        def log(chosen: str) -> None:
            self._work().log_visit(chosen, kanaal, contactpersoon_id)

        self._with_employer(werkgever_id, texts_shell.VISIT_WHERE, log)

    def call(self, werkgever_id: str, contactpersoon_id: str = "", link: str = "") -> None:
        self._work().call(werkgever_id, contactpersoon_id, link)

    def make_action(self, werkgever_ids: Sequence[str]) -> None:
        def make(chosen: str) -> None:
            self._work().make_action([chosen])

        if len(werkgever_ids) > 1:
            self._work().make_action(werkgever_ids)
        else:
            self._with_employer(next(iter(werkgever_ids), None), texts_shell.ACTION_WHERE, make)

    def new_employer(self, naam: str = "") -> None:
        self._work().new_employer(naam)

    def _with_employer(self, werkgever_id: str | None, question: str, then: Callable[[str], None]) -> None:
        if werkgever_id is None:
            self.pick_employer(question, then)
        else:
            then(werkgever_id)

    def pick_employer(self, question: str, then: Callable[[str], None]) -> None:
        from desktop.views.palette import pick_employer

        pick_employer(self, question, then)

    def open_palette(self) -> None:
        from desktop.views.palette import open_palette

        open_palette(self)

    def print_overview(self, werkgever_id: str | None, voor: str = "intern") -> None:
        self.employers.work.print_overview()

    def progress(self, words: str, stop: Callable[[], None] | None = None) -> None:
        """A toast about something else is left in peace."""
        if self.toast.isHidden() or self.toast.action_id == STOP:
            self._stop = stop
            self.toast.say(words, texts_sync.STOP if stop else None, STOP, stay=True)

    # -- the pages by name, for whoever drives the window from outside -------------------------------
    @property
    def employers(self) -> EmployersPage:
        return cast("EmployersPage", self.stack.page(pages.EMPLOYERS))

    @property
    def reconcile(self) -> ReconcilePage:
        return cast("ReconcilePage", self.stack.page(pages.RECONCILE))

    @property
    def actions_of_employers(self) -> EmployerActions:
        return self.employers.work

    @property
    def printing(self) -> Printing:
        return self.employers.printing

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

    def lock(self) -> None:
        """Hides everything until the code is given."""
        self.locking.ask()

    def _lock_minutes(self) -> None:
        self.locking.set_minutes(self.settings.now.slot_minuten)

    def open_sheet(self) -> None:
        """All keys."""

    def open_menu_bar(self) -> None:
        """F10."""

    def open_laptop_card(self) -> None:
        """What is on this laptop."""
        self.popovers.open_laptop()

    def open_logs(self) -> None:
        """The folder with the logs."""

    # -- stand, sync and messages --------------------------------------------------------------------
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, *changes.rows.keys()):
            self._read_stand()

    def _sync_changed(self, state: SyncState) -> None:
        if state.error is not None and not state.offline:
            self.messages.failed(state.error)
        if state.kind is SyncKind.UPDATED and self.toast.text() in texts_sync.UNTIL_CONFIRMED:
            self.toast.hide()  # the centre has answered: the dossier says what it is now
        self._read_stand()

    def _read_stand(self) -> None:
        read = ReadStanding(self.backend, self.stack.not_visited())
        self.operations.query(read, self, self._show_stand, channel="stand")

    def _show_stand(self, found: Standing) -> None:
        self._standing = found
        region = texts.PRACTICE if found.stand.oefen else found.stand.regio
        self.setWindowTitle(f"{texts.PROGRAM} – {region}")
        self.rail.show_stand(found.stand)
        for key, count in found.counts.items():
            self._counted(key, count)
        self._show_status()

    def _counted(self, key: str, count: int) -> None:
        self.rail.set_count(key, count)

    def _show_status(self) -> None:
        found = self._standing
        if found is None:
            return
        before = self.backend.now() - timedelta(days=ATTENTION_DAYS)
        late = any(row.tijd < before for row in found.queue)
        self.status.show_state(
            found.stand, self.sync.state, found.questions, found.refused, late, self.backend.today()
        )
        self.status.set_small(layout.room_for(self.width(), theme.active().factor).small)

    def said(self, message: Message) -> None:
        """Something has no place of its own: a toast when it went well, a bar otherwise."""
        if message.kind is Kind.DONE:
            self.toast.say(message.text, message.action, message.action_id)
        elif message.kind is Kind.BROKEN:
            self.crash.tell(message.report)
            self.locking.hide_away(self.crash)
        else:
            self.banner.say(message.kind.value, message.text, texts_forms.CLOSE, "")
            self._banner_holder.show()

    def _toast_pressed(self, action_id: str) -> None:
        if action_id == STOP and self._stop is not None:
            self._stop()
        self.messages.pressed.emit(action_id)

    def _banner_pressed(self, action_id: str) -> None:
        self.banner.hide()
        self._banner_holder.hide()

    # -- window --------------------------------------------------------------------------------------
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
        self._show_status()

    def panes(self) -> list[QWidget]:
        """For F6: rail, the parts of the page, status bar."""
        page = self.current_page().panes()
        parts = (self.rail, self.menu_row, *page, self.status, self.toast, self.crash)
        return [part for part in parts if part.isVisible()]

    def request_sync(self) -> None:
        self.sync.request()

    def change_factor(self, steps: int) -> None:
        """One step larger or smaller; 0 is back to normal."""
        sizes = theme.tokens()["letter"]["tekstfactor"]
        here = min(range(len(sizes)), key=lambda number: abs(sizes[number] - theme.active().factor))
        wanted = sizes[max(0, min(len(sizes) - 1, here + steps))] if steps else sizes[0]
        self.settings.change(tekstfactor=wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self.stack.made().values():
            page.close_down()
        self.closing.emit()
        super().closeEvent(event)
