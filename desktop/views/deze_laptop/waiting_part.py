"""What waits to be sent and what is not finished: why, what changes, and what one can do about it."""

from __future__ import annotations

from desktop.models.changes import Changes
from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.laptop_rows import Concept
from desktop.views.deze_laptop import contents, lines, texts
from desktop.views.deze_laptop.contents import Content
from desktop.views.deze_laptop.lines import Line
from desktop.views.deze_laptop.part import ListPart
from desktop.views.deze_laptop.reading import ReadWaiting, Waiting
from desktop.views.drafts import DropDraft, KeepDraft
from desktop.views.operations import EVERYTHING, Batch, Request, concerns
from desktop.views.shell import Shell
from desktop.views.sync_driver import SyncState
from desktop.views.texts_undo import taken_back
from desktop.views.waiting import WaitingLines
from desktop.views.werkgevers.field_words import FieldWords


class WaitingPart(ListPart):
    """Discarding is for drafts only, and can be taken back; a command can be undone, never held back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.WAITING, texts.WAITING_LIST, texts.NOTHING_WAITS, texts.NOTHING_WAITS_TEXT)
        self._shell = shell
        self._found = Waiting((), (), {}, FieldWords())
        self._undone = ""
        shell.sync.state_changed.connect(self._state_changed)
        shell.operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        operations = self._shell.operations
        operations.query(ReadWaiting(operations.backend), self, self._show, channel="wachtlijst")

    def _show(self, found: Waiting) -> None:
        self._found = found
        self.show_lines(lines.waiting(found.rows, found.drafts, found.names, self._words()))

    def _words(self) -> WaitingLines:
        return WaitingLines(self._found.rows, self._found.known, self._shell.backend.today())

    def content(self, line: Line) -> Content:
        subject = line.subject
        if isinstance(subject, Concept):
            return contents.of_draft(subject, line.title, self._found.known, self._shell.backend.today())
        assert subject is not None
        return contents.of_waiting(subject, self._words(), self._shell.is_offline(), self._ground(subject))

    def _ground(self, row: WachtRegel) -> str:
        rows = {one.opdracht.uuid: one for one in self._found.rows}
        return self._words().title(rows[row.bouwt_op]) if row.bouwt_op in rows else ""

    def _state_changed(self, _state: SyncState) -> None:
        self.show_current_again()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.isVisible() and concerns(changes, *changes.rows.keys()):
            self.refresh()

    def current_employer(self) -> str | None:
        line = self.list.current()
        return line.subject.werkgever_id if line and isinstance(line.subject, WachtRegel) else None

    # -- what is pressed -----------------------------------------------------------------------------
    def pressed(self, code: str) -> None:
        line = self.list.current()
        subject = line.subject if line is not None else None
        if isinstance(subject, Concept) and line is not None:
            self._with_draft(code, subject, line.title)
        elif isinstance(subject, WachtRegel):
            self._with_command(code, subject)

    def _with_command(self, code: str, row: WachtRegel) -> None:
        if code == contents.OPEN and row.werkgever_id:
            self._shell.open_employer(row.werkgever_id)
        elif code == contents.TRY_NOW:
            self._shell.sync.request()
        elif code == contents.TAKE_BACK:
            self._undone = self._words().title(row)
            request = Request("ongedaan.maak", {"opdracht_uuid": row.opdracht.uuid})
            self._shell.operations.commands([request], self, self._taken_back)

    def _taken_back(self, batch: Batch) -> None:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
        else:
            self._shell.messages.done(taken_back(self._undone))
        self.refresh()

    # -- drafts --------------------------------------------------------------------------------------
    def _with_draft(self, code: str, draft: Concept, title: str) -> None:
        if code == contents.GO_ON:
            self._shell.resume(draft)
        elif code == contents.THROW_AWAY:
            backend = self._shell.operations.backend
            self._shell.operations.write(
                DropDraft(backend, draft.soort, draft.onderwerp_id), self, self._draft_done
            )
            self._shell.undo.did_here(
                texts.THROWN_AWAY, KeepDraft(backend, draft.soort, draft.onderwerp_id, draft.velden)
            )

    def _draft_done(self, _: object) -> None:
        self._shell.operations.broadcast(EVERYTHING, self)
        self.refresh()
