"""The screen Afstemming: the list of what asks for a choice, and the chosen item in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.models.changes import Changes
from desktop.models.outcome import AANGEVRAAGD
from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import texts_regie as words
from desktop.views import texts_sync, theme
from desktop.views.afstemming import choices, items, texts
from desktop.views.afstemming.detail import ItemDetail
from desktop.views.afstemming.item_list import ItemList
from desktop.views.afstemming.reading import Inbox, ReadHistory, ReadInbox
from desktop.views.layout import Room
from desktop.views.operations import Batch, Request, concerns
from desktop.views.shell import Page, Shell, Way
from desktop.views.texts import RECONCILE
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.labels import Surface

_NOTHING_OPEN, _NOTHING_DONE, _ITEM = range(3)


class ReconcilePage(Page):
    """What asks for a choice or was refused; `counted` after each reading."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._operations, self._backend = shell.operations, shell.backend
        self._room = Room(True, True, True, True)
        self._page_shown = False
        self._inbox = Inbox()
        self._reading = 0  # how many notices are being read at once
        self._build()
        shell.operations.changed.connect(self._on_changed)
        self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.list = ItemList()
        self.view = self.list.view
        self.view.picked.connect(self._picked)
        self.view.opened.connect(self._opened)
        self.list.switched.connect(self._switched)
        self.list.read_all.connect(self._read_all)
        row.addWidget(self.list)
        self._right = Surface("vlak_inhoud", sides="l")
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(EmptyState(words.NOTHING_TO_RECONCILE, words.NOTHING_TO_RECONCILE_TEXT))
        self._stack.addWidget(EmptyState(texts.NOTHING_DONE, texts.NOTHING_DONE_TEXT))
        self.detail = ItemDetail()
        self.detail.laptop_id = self._backend.laptop_id
        self.detail.chose.connect(self._choose)
        self.detail.opens.connect(self._shell.open_employer)
        self.detail.back.connect(self.go_back)
        self._stack.addWidget(self.detail)
        row.addWidget(self._right, 1)

    # -- what is shown -------------------------------------------------------------------------------
    def refresh(self) -> None:
        self._operations.query(ReadInbox(self._backend), self, self._show, channel="items")

    def _show(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._show_list()
        today = self._backend.today()
        waiting = sum(1 for item in inbox.open if items.asks(item, today))
        self.counted.emit(waiting)

    def _show_list(self) -> None:
        inbox, today, done = self._inbox, self._backend.today(), self.list.done_shown
        lines = items.done_lines(inbox.done, today) if done else items.lines(inbox.open, today)
        focused = self.detail.isAncestorOf(self.focusWidget() or self)
        self.view.show_lines(lines)
        notices = len(self._notices())
        self.list.show_counts(len(inbox.open), notices)
        self.list.subtitle.setText(self._subtitle())
        current = self._current()
        if current is not None:
            self._show_item(current)
        else:
            self._stack.setCurrentIndex(_NOTHING_DONE if done else _NOTHING_OPEN)
            if focused:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.way_changed.emit()

    def _subtitle(self) -> str:
        if self.list.done_shown:
            return texts.DONE_SUBTITLE
        conflicts = any(item.soort == items.CONFLICT for item in self._inbox.open)
        return words.RECONCILE_CHOOSE if conflicts else words.RECONCILE_READ

    def _current(self) -> AfstemmingRij | None:
        line = self.view.current()
        return line.subject if line is not None else None

    def _picked(self, line: items.Line) -> None:
        if line.subject is not None:
            self._show_item(line.subject)

    def _show_item(self, item: AfstemmingRij) -> None:
        before = self.detail.item
        self.detail.show_item(item, self._inbox.known, self._backend.today())
        self._stack.setCurrentIndex(_ITEM)
        if item != before and item.soort == items.CONFLICT:
            read = ReadHistory(self._backend, item)
            self._operations.query(read, self, self.detail.show_history, channel="historie")
        self.way_changed.emit()

    def _switched(self) -> None:
        self._show_list()

    def _opened(self) -> None:
        if not self._room.list_beside:
            self._page_shown = True
            self._arrange()
            self.detail.focus_choice()

    # -- choosing ------------------------------------------------------------------------------------
    def choose(self, number: int) -> None:
        """Alt+1 … Alt+4."""
        self.detail.choose_number(number)

    def _choose(self, afstemming_id: str, keuze: str) -> None:
        item = self.detail.item
        if item is None or item.id != afstemming_id:
            return
        done = {items.LATER: self._left_open, items.READ: self._was_read, choices.AGAIN: self._sent_again}
        self._operations.commands(self._requests(item, keuze), self, done.get(keuze, self._chosen))

    def _requests(self, item: AfstemmingRij, keuze: str) -> list[Request]:
        if item.code == items.OF_WHO_LEFT:
            return [Request("quarantaine.geef_vrij", {"afstemming_id": item.id, "besluit": keuze})]
        arguments: dict[str, object] = {"afstemming_id": item.id, "keuze": keuze}
        if keuze == items.LATER:
            arguments["tot"] = choices.next_working_day(self._backend.today()).isoformat()
        again = choices.sent_again(item) if keuze == choices.AGAIN else ()
        return [*(Request(naam, given) for naam, given in again), Request("afstemming.kies", arguments)]

    def _chosen(self, batch: Batch) -> None:
        asked = any(outcome.result == AANGEVRAAGD for outcome in batch.outcomes)
        self._settled(batch, texts.ASKED_CENTRE if asked else texts_sync.CHOICE_KEPT)

    def _was_read(self, batch: Batch) -> None:
        self._settled(batch, texts.MARKED_READ)

    def _sent_again(self, batch: Batch) -> None:
        self._settled(batch, texts.AGAIN_DONE)

    def _left_open(self, batch: Batch) -> None:
        """The next question comes up; this one stands below until its day."""
        today = self._backend.today()
        self._settled(batch, texts.later_done(choices.next_working_day(today), today))
        if batch.error is None:
            self.view.step(1)

    def _read_all(self) -> None:
        notices = self._notices()
        requests = [
            Request("afstemming.kies", {"afstemming_id": item.id, "keuze": items.READ}) for item in notices
        ]
        if requests and not self._reading:
            self._reading = len(requests)
            self._operations.commands(requests, self, self._all_read)

    def _notices(self) -> list[AfstemmingRij]:
        """What only has to be read."""
        today = self._backend.today()
        return [item for item in self._inbox.open if items.group_of(item, today) == items.NOTICE]

    def _all_read(self, batch: Batch) -> None:
        self._reading = 0
        if self.list.read_button.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settled(batch, texts.read_all_done(len(batch.outcomes)))

    def _settled(self, batch: Batch, said: str) -> None:
        if batch.outcomes:
            self._shell.undo.did(said, batch.outcomes)
        if batch.error is not None:
            self._shell.messages.failed(batch.error)

    # -- what the shell asks -------------------------------------------------------------------------
    def enter(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        self.view.step(by)

    def current_employer(self) -> str | None:
        item = self._current()
        return item.werkgever_id if item is not None else None

    def way(self) -> Way | None:
        shown = self._page_shown and not self._room.list_beside
        return Way(RECONCILE, self.view.position()) if shown else None

    def go_back(self) -> bool:
        if not self._page_shown:
            return False
        self._page_shown = False
        self._arrange()
        self.view.setFocus()
        return True

    def set_room(self, room: Room) -> None:
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        beside = self._room.list_beside
        self.list.setVisible(beside or not self._page_shown)
        self._right.setVisible(beside or self._page_shown)
        self.list.setMinimumWidth(theme.measure("lijstpaneel" if beside else "lijstpaneel_min"))
        self.list.setMaximumWidth(theme.measure("lijstpaneel") if beside else 16777215)
        self.detail.arrange(not beside and not self._room.small, self._room.small)
        self.way_changed.emit()

    def panes(self) -> list[QWidget]:
        return [part for part in (self.list, self._right) if part.isVisible()]

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, "afstemming", "opdracht"):
            self.refresh()
