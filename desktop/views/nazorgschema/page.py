"""The screen Nazorgschema: what is pressed in it."""

from __future__ import annotations

from functools import partial

from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.nazorg_rows import NazorgregelRij
from desktop.views.nazorgschema import forms, subject
from desktop.views.nazorgschema.forms import LineForm
from desktop.views.nazorgschema.subject import LineFound, ScheduleLines
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage


class SchedulePage(SubjectPage):
    """Of who leads the team or looks after the program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, ScheduleLines(shell.backend), with_new=True)

    def press(self, key: str, about: str) -> None:
        found = self.detail.found
        if key == subject.EDIT and isinstance(found, LineFound):
            row = found.row
            self.desk.open(forms.EDIT, row.code, partial(LineForm, self.shell, row))

    def make_new(self, typed: str) -> None:
        self.desk.open(forms.NEW, forms.NOWHERE, partial(LineForm, self.shell))

    def resume(self, draft: Concept) -> None:
        """A draft of a form of this page, after a crash, a power cut or an update."""
        if draft.soort == forms.NEW:
            self.desk.resume(draft, partial(LineForm, self.shell))
            return
        read = self.shell.backend.nazorgregels
        self.shell.operations.query(read, self, partial(self._resume_at, draft))

    def _resume_at(self, draft: Concept, rows: tuple[NazorgregelRij, ...]) -> None:
        row = next((one for one in rows if one.code == draft.onderwerp_id), None)
        if row is not None:
            self.open_row(row.id)
            self.desk.resume(draft, partial(LineForm, self.shell, row))
