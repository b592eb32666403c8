"""The screen of the instrumentengids: nothing can be changed here, another version can be opened."""

from __future__ import annotations

from desktop.views.instrumenten import sheet
from desktop.views.instrumenten.subject import Instruments
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage


class InstrumentsPage(SubjectPage):
    """Everybody's, and in nobody's rail."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, Instruments(shell.backend))

    def press(self, key: str, about: str) -> None:
        if key == sheet.VERSION:
            self.open_row(about)
