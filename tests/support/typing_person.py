"""A person who types in the real window until the power goes: -m tests.support.typing_person FOLDER KEY.

Opens the oefenomgeving, Bezoek vastleggen at the first werkgever of the list, and types the text below one
letter at a time. Says on stdout how many letters were typed. Never ends by itself.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import application, run_practice
from desktop.compose import Place, open_practice
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.main_window import MainWindow
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.practice_laptop import BAKERY

STORY = "Ze zoeken twee mensen voor de inpak, vroege dienst. "
PER_SECOND = 20


class TypingPerson(QObject):
    """Waits for the window, opens the form, and types."""

    def __init__(self, werkgever_id: str) -> None:
        super().__init__()
        self._werkgever_id = werkgever_id
        self._letters = cycle(STORY)
        self._typed = 0
        self._form: VisitForm | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(1000 // PER_SECOND)

    def _next(self) -> None:
        if self._form is not None:
            self._type(self._form)
            return
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.operations.idle:
                self._open(window)

    def _open(self, window: MainWindow) -> None:
        panel = window.employers.panel
        if isinstance(panel, VisitForm):
            self._form = panel
        else:
            window.log_visit(self._werkgever_id)

    def _type(self, form: VisitForm) -> None:
        QTest.keyClicks(form.note, next(self._letters))
        self._typed += 1
        sys.stdout.write(f"{self._typed}\n")
        sys.stdout.flush()


def main(folder: str, key: str) -> None:
    """Until somebody ends it."""
    application()
    with open_practice(Place(Path(folder), Path(key))) as laptop:
        (row,) = laptop.werkgevers(WerkgeverFilter(tekst=BAKERY), 1)
        person = TypingPerson(row.id)
        run_practice(laptop)
        person.deleteLater()


if __name__ == "__main__":
    main(*sys.argv[1:])
