"""What the centre received: the proof of each, to be copied as one sentence."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from desktop.models.changes import Changes
from desktop.models.queries.day_rows import WachtRegel
from desktop.views import pages
from desktop.views.deze_laptop import contents, lines, texts
from desktop.views.deze_laptop.contents import Content
from desktop.views.deze_laptop.lines import Line
from desktop.views.deze_laptop.part import ListPart
from desktop.views.deze_laptop.reading import PAGE, ReadSent, Sent
from desktop.views.operations import concerns
from desktop.views.shell import Shell
from desktop.views.waiting import WaitingLines
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.buttons import Button, Look


class SentPart(ListPart):
    """The newest first; more are read on request."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(texts.SENT, texts.SENT_LIST, texts.NOTHING_SENT, texts.NOTHING_SENT_TEXT)
        self._shell = shell
        self._found = Sent((), False, FieldWords())
        self._count = PAGE
        self.more = Button(texts.MORE, Look.QUIET)
        self.more.clicked.connect(self._wants_more)
        self.more.hide()
        self.left.addWidget(self.more)
        shell.operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        operations = self._shell.operations
        read = ReadSent(operations.backend, self._count)
        operations.query(read, self, self._show, channel="verzonden")

    def _show(self, found: Sent) -> None:
        self._found = found
        self.more.setVisible(found.more)
        self.show_lines(lines.sent(found.rows, self._words()))

    def _wants_more(self) -> None:
        self._count += PAGE
        self.refresh()

    def _words(self) -> WaitingLines:
        return WaitingLines(self._found.rows, self._found.known, self._shell.backend.today())

    def content(self, line: Line) -> Content:
        assert isinstance(line.subject, WachtRegel)
        return contents.of_sent(line.subject, self._words())

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.isVisible() and concerns(changes, *changes.rows.keys()):
            self.refresh()

    def _row(self) -> WachtRegel | None:
        line = self.list.current()
        return line.subject if line is not None and isinstance(line.subject, WachtRegel) else None

    def current_employer(self) -> str | None:
        row = self._row()
        return row.werkgever_id if row is not None else None

    def pressed(self, code: str) -> None:
        row = self._row()
        if row is None:
            return
        if code == contents.COPY:
            backend = self._shell.operations.backend
            QGuiApplication.clipboard().setText(contents.proof(row, self._words(), backend.laptop_id))
            self._shell.messages.done(texts.PROOF_COPIED)
        elif code == contents.RECONCILE:
            self._shell.show_page(pages.RECONCILE)
        elif code == contents.OPEN and row.werkgever_id:
            self._shell.open_employer(row.werkgever_id)
