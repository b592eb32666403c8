"""The screen of scale and questions of werkfit: what is pressed in it."""

from __future__ import annotations

from functools import partial

from desktop.models.queries.kandidaat_rows import WerkfitLijst
from desktop.models.queries.laptop_rows import Concept
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage
from desktop.views.werkfitlijst import forms, subject
from desktop.views.werkfitlijst.forms import ListsForm
from desktop.views.werkfitlijst.subject import WerkfitLines


class WerkfitPage(SubjectPage):
    """Of who leads the team or looks after the program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, WerkfitLines(shell.backend), with_new=True)

    def press(self, key: str, about: str) -> None:
        if key == subject.CHANGE:
            self.make_new("")

    def make_new(self, typed: str) -> None:
        """There is one form, for all of it."""
        self._operations.query(self.shell.backend.werkfit, self, self._open)

    def _open(self, werkfit: WerkfitLijst) -> None:
        self.desk.open(forms.CHANGE, forms.WHOLE, partial(ListsForm, self.shell, werkfit))

    def resume(self, draft: Concept) -> None:
        """A draft of the form, after a crash, a power cut or an update."""
        self._operations.query(self.shell.backend.werkfit, self, partial(self._resume, draft))

    def _resume(self, draft: Concept, werkfit: WerkfitLijst) -> None:
        self.desk.resume(draft, partial(ListsForm, self.shell, werkfit))
