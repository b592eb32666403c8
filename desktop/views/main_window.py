"""The shell: rail, pages, status bar, keys and layers. It asks the laptop for its stand only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.changes import Changes
from desktop.models.queries.rows import OpdrachtRij, Stand
from desktop.views import keys, layout, texts, texts_forms, texts_sync, theme
from desktop.views.afstemming.page import ReconcilePage
from desktop.views.menu_row import MenuRow
from desktop.views.messages import Kind, Message, Messages
from desktop.views.operations import Batch, Operations, Request, concerns
from desktop.views.rail import Rail, RailItem
from desktop.views.standing import ReadQueue, ReadStanding, Standing
from desktop.views.status_bar import ATTENTION_DAYS, StatusBar
from desktop.views.sync_driver import SyncDriver, SyncKind, SyncState
from desktop.views.waiting import WaitingCard
from desktop.views.werkgevers.actions import EmployerActions
from desktop.views.werkgevers.page import EmployersPage
from desktop.views.werkgevers.printing import STOP, Printing
from desktop.views.widgets.banner import Banner, Toast
from desktop.views.widgets.focus import FocusRing
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.layer import Layer, open_popover

EMPLOYERS, RECONCILE = "werkgevers", "afstemming"
# One line here adds a screen to the rail; `_make_page` makes it.
PAGES = (
    RailItem(EMPLOYERS, texts.EMPLOYERS, "werkgever"),
    RailItem(RECONCILE, texts.RECONCILE, "afstemming", amber=True),
)


class MainWindow(QMainWindow):
    """Shows the laptop. `closing` before the window goes, so that drafts and threads can end."""

    closing = Signal()
    wants_factor = Signal(float)

    def __init__(
        self, operations: Operations, sync: SyncDriver, messages: Messages, new_id: Callable[[], str]
    ) -> None:
        super().__init__()
        self._operations, self._backend = operations, operations.backend
        self._sync, self._messages, self._new_id = sync, messages, new_id
        self._stand: Stand | None = None
        self._waiting: tuple[OpdrachtRij, ...] = ()
        self._questions = self._refused = 0
        self._layers: list[Layer] = []
        self.setWindowTitle(texts.PROGRAM)
        self.setMinimumSize(720, 560)
        self._build()
        self._connect()
        self.actions_by_key = keys.install(self)
        self._ring = FocusRing(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring.watch(app)
        messages.said.connect(self.said)
        messages.listen()
        self.show_page(EMPLOYERS)
        self.employers.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_stand()

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        central = Surface("vlak_inhoud")
        outer = QVBoxLayout(central)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.rail = Rail(PAGES)
        middle.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._menu_row = MenuRow(PAGES)
        right.addWidget(self._menu_row)
        right.addWidget(self._banner_row())
        self.stack = QStackedWidget()
        self.employers = EmployersPage(self._operations)
        self.reconcile = ReconcilePage(self._operations)
        self._pages: dict[str, QWidget] = {EMPLOYERS: self.employers, RECONCILE: self.reconcile}
        for page in self._pages.values():
            self.stack.addWidget(page)
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        outer.addLayout(middle, 1)
        self.status = StatusBar()
        outer.addWidget(self.status)
        self.setCentralWidget(central)
        self.toast = Toast(self, self.status)
        self.printing = Printing(self._operations, self, self._messages)
        self.actions_of_employers = EmployerActions(
            self._operations, self.employers, self._messages, self._new_id, self._is_offline, self.printing
        )

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
        self._menu_row.chosen.connect(self.show_page)
        self.employers.fetch.connect(self._sync.request)
        self.printing.busy.connect(self._busy)
        self.toast.pressed.connect(self.printing.pressed)
        self.banner.pressed.connect(self._banner_pressed)
        self.reconcile.chose.connect(self._choose)
        self.reconcile.opens.connect(self._open_employer)
        self.reconcile.counted.connect(self._counted)
        self.status.sync_pressed.connect(self._open_waiting)
        self.status.waiting_pressed.connect(self._open_waiting)
        self.status.questions_pressed.connect(self._open_questions)
        self._sync.state_changed.connect(self._sync_changed)
        self._sync.progressed.connect(self._show_status)
        self.closing.connect(self.printing.stop)
        self._operations.changed.connect(self._on_changed)
        self._operations.unexpected.connect(self._messages.failed)

    # -- pages ---------------------------------------------------------------------------------------
    def show_page(self, key: str) -> None:
        self.stack.setCurrentWidget(self._pages[key])
        self.rail.set_current(key)

    def current_page(self) -> QWidget | None:
        return self.stack.currentWidget()

    def _open_questions(self) -> None:
        self.show_page(RECONCILE)
        self.reconcile.view.setFocus()

    def _open_employer(self, werkgever_id: str) -> None:
        self.show_page(EMPLOYERS)
        self.employers.open_employer(werkgever_id)

    def _choose(self, afstemming_id: str, keuze: str) -> None:
        request = Request("afstemming.kies", {"afstemming_id": afstemming_id, "keuze": keuze})
        self._operations.commands([request], self, self._chosen)

    def _chosen(self, batch: Batch) -> None:
        if batch.error is not None:
            self._messages.failed(batch.error)
        else:
            self._messages.done(texts_sync.CHOICE_KEPT)

    # -- layers --------------------------------------------------------------------------------------
    def hold(self, layer: Layer) -> None:
        """While a layer is open the keys of the page behind it do nothing."""
        self._layers.append(layer)
        keys.enable(self.actions_by_key, False)
        layer.closed.connect(self._release)

    def _release(self) -> None:
        self._layers.clear()
        keys.enable(self.actions_by_key, True)

    def escape(self) -> None:
        """Esc with no layer open: the form closes and keeps its draft."""
        if not self.actions_of_employers.close_panel():
            self.employers.go_back()

    def _open_waiting(self) -> None:
        self._operations.query(ReadQueue(self._backend), self, self._show_waiting)

    def _show_waiting(self, rows: tuple[OpdrachtRij, ...]) -> None:
        seconds = self._sync.seconds_to_next()
        next_words = texts_sync.BUSY if seconds is None else texts_sync.next_try(seconds)
        anchor = self.status.waiting if self.status.waiting.isVisible() else self.status.sync
        card = WaitingCard(anchor, rows, next_words, self._backend.today())
        card.try_now.connect(self._sync.request)
        open_popover(self, card)

    # -- stand, sync and messages --------------------------------------------------------------------
    def _is_offline(self) -> bool:
        return self._sync.state.offline

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, *changes.rows.keys()):
            self._read_stand()

    def _sync_changed(self, state: SyncState) -> None:
        if state.error is not None and not state.offline:
            self._messages.failed(state.error)
        if state.kind is SyncKind.UPDATED and self.toast.text() in texts_sync.UNTIL_CONFIRMED:
            self.toast.hide()  # the centre has answered: the dossier says what it is now
        self._read_stand()

    def _read_stand(self) -> None:
        self._operations.query(ReadStanding(self._backend), self, self._show_stand, channel="stand")

    def _show_stand(self, found: Standing) -> None:
        self._stand, self._waiting = found.stand, found.queue
        region = texts.PRACTICE if found.stand.oefen else found.stand.regio
        self.setWindowTitle(f"{texts.PROGRAM} – {region}")
        self.rail.show_stand(found.stand)
        self._show_status()

    def _counted(self, questions: int, refused: int) -> None:
        self._questions, self._refused = questions, refused
        self.rail.set_count(RECONCILE, questions + refused)
        self._show_status()

    def _show_status(self) -> None:
        if self._stand is None:
            return
        before = self._backend.now() - timedelta(days=ATTENTION_DAYS)
        late = any(row.tijd < before for row in self._waiting)
        self.status.show_state(
            self._stand, self._sync.state, self._questions, self._refused, late, self._backend.today()
        )
        self.status.set_small(layout.room_for(self.width(), theme.active().factor).small)

    def said(self, message: Message) -> None:
        """Something has no place of its own: a toast when it went well, a bar otherwise."""
        if message.kind is Kind.DONE:
            self.toast.say(message.text, message.action, message.action_id)
        else:
            self.banner.say(message.kind.value, message.text, texts_forms.CLOSE, "")
            self._banner_holder.show()

    def _busy(self, sentence: str) -> None:
        """How far something long is; a toast about something else is left in peace."""
        if self.toast.isHidden() or self.toast.action_id == STOP:
            self.toast.say(sentence, texts_sync.STOP, STOP, stay=True)

    def _banner_pressed(self, action_id: str) -> None:
        self.banner.hide()
        self._banner_holder.hide()

    # -- window --------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = layout.room_for(self.width(), theme.active().factor)
        self.rail.setVisible(room.rail)
        self._menu_row.setVisible(not room.rail)
        self.employers.set_room(room)
        self.reconcile.set_room(room)
        self._show_status()

    def panes(self) -> list[QWidget]:
        """For F6: rail, list, detail, panel, status bar."""
        page = self.current_page()
        inner = page.panes() if isinstance(page, EmployersPage | ReconcilePage) else []
        return [part for part in (self.rail, *inner, self.status) if part.isVisible()]

    def request_sync(self) -> None:
        self._sync.request()

    def change_factor(self, steps: int) -> None:
        """One step larger or smaller; 0 is back to normal. The owner of the window rebuilds it."""
        sizes = theme.tokens()["letter"]["tekstfactor"]
        here = min(range(len(sizes)), key=lambda number: abs(sizes[number] - theme.active().factor))
        wanted = sizes[max(0, min(len(sizes) - 1, here + steps))] if steps else sizes[0]
        if wanted != theme.active().factor:
            self.wants_factor.emit(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.actions_of_employers.close_panel()
        self.closing.emit()
        super().closeEvent(event)
