"""The ten commonest tasks by keyboard: counts the keys and times them, for the table in the handleiding.

`python -m tests.support.ten_tasks` drives the real window on the region of the oefenomgeving. Seconds are
the processor time of the program itself, which hardly depends on what else runs, plus 0.28 s per key: an
average typist in the keystroke-level model.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import application
from desktop.clock import Clock
from desktop.models.rights import ACCOUNTMANAGER
from desktop.sync.pace import Pace
from desktop.views import pages, pictures, theme
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY, CARE, UNHELD, StagedLaptop

SECONDS_PER_KEY = 0.28
MOST_TABS = 60
NOTE = "Rondleiding gehad. Vanaf januari zoeken ze twee mensen voor de inpak."


@dataclass(frozen=True, slots=True)
class Task:
    """`strokes`: keys in Qt's notation, words to type after a `'`, a part to Tab to after a `>`.

    `command` must have been done by it.
    """

    title: str
    shown: str
    strokes: tuple[str, ...]
    page: str = "werkgevers"
    at: str = BAKERY
    command: str = ""


_PAGES = [kind.key for kind in pages.for_role(ACCOUNTMANAGER)]
RECONCILE = f"Ctrl+{_PAGES.index(pages.RECONCILE) + 1}"
TASKS = (
    Task(
        "Een werkgever openen",
        "Ctrl+K, vijf letters, Enter",
        ("Ctrl+K", "'linde", "Return"),
        "vandaag",
        "",
    ),
    Task(
        "Een bezoek vastleggen, het dossier staat open",
        "Ctrl+N, de notitie, Ctrl+Enter",
        ("Ctrl+N", ">Notitie", f"'{NOTE}", "Ctrl+Return"),
        command="contact.leg_vast",
    ),
    Task(
        "Een bezoek vastleggen, vanaf Vandaag",
        "Ctrl+K, vijf letters, Ctrl+Enter, de notitie, Ctrl+Enter",
        ("Ctrl+K", "'linde", "Ctrl+Return", ">Notitie", f"'{NOTE}", "Ctrl+Return"),
        "vandaag",
        "",
        "contact.leg_vast",
    ),
    Task(
        "Een actie afvinken",
        "Ctrl+1, Tab naar de lijst, spatie",
        ("Ctrl+1", ">Wat je te doen hebt", "Space"),
        command="actie.rond_af",
    ),
    Task(
        "Een actie maken",
        "Ctrl+T, wat er moet gebeuren, Ctrl+Enter",
        ("Ctrl+T", "'Folder leerbanen sturen", "Ctrl+Return"),
        command="actie.maak",
    ),
    Task(
        "De regie vragen",
        "F6, Tab naar Regie vragen, spatie",
        ("F6", ">Regie vragen", "Space"),
        at=UNHELD,
        command="regie.neem",
    ),
    Task(
        "Een collega vragen of je mag bellen",
        "Ctrl+L, Enter",
        ("Ctrl+L", "Return"),
        at=CARE,
        command="contactverzoek.doe",
    ),
    Task(
        "Kiezen welke wijziging klopt",
        f"{RECONCILE}, Alt+1",
        (RECONCILE, "Alt+1"),
        command="afstemming.kies",
    ),
    Task("Een overzicht op het scherm bekijken", "Ctrl+P", ("Ctrl+P",)),
    Task(
        "Iets ongedaan maken",
        "Ctrl+Z",
        ("Ctrl+Z",),
        command="ongedaan.maak",
    ),
)  # fmt: skip


def main() -> int:
    """The table as Markdown."""
    application()
    sys.stdout.write("| taak | toetsen | aantal | seconden |\n|---|---|---:|---:|\n")
    for task in TASKS:
        keys, seconds = do(task)
        total = seconds + keys * SECONDS_PER_KEY
        sys.stdout.write(f"| {task.title} | {task.shown} | {keys} | {total:.0f} |\n".replace(" 0 |", " 1 |"))
    return 0


def do(task: Task) -> tuple[int, float]:
    """How many keys, and the seconds of processor time that the program needed."""
    laptop = StagedLaptop()
    session = Session(laptop, Pace(), Clock().new_id, False, theme.LICHT)
    try:
        window = session.window
        window.resize(1440, 900)
        window.show()
        window.show_page(task.page)
        settle(session)
        if task.at:
            window.open_employer(laptop.id(task.at))
            window.show_page(task.page)
            settle(session)
        if task.command == "ongedaan.maak":
            play(session, TASKS[4].strokes)
        keys, seconds = play(session, task.strokes)
        if task.command and [name for name, _ in laptop.done][-1:] != [task.command]:
            raise SystemExit(f"{task.title}: {[name for name, _ in laptop.done]}")
        return keys, seconds
    finally:
        settle(session)
        session.on_screen.close()
        session.stop(5)
        session.on_screen.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        laptop.close()


def play(session: Session, strokes: Sequence[str]) -> tuple[int, float]:
    """Presses them one by one."""
    keys, seconds = 0, 0.0
    for stroke in strokes:
        for part in _keys(session, stroke):
            began = time.process_time()
            part()
            settle(session)
            seconds += time.process_time() - began
            keys += 1
    return keys, seconds


def _keys(session: Session, stroke: str) -> Iterator[Callable[[], None]]:
    if stroke.startswith("'"):
        for sign in stroke[1:]:
            yield partial(QTest.keyClicks, _focused(session), sign)
    elif stroke.startswith(">"):
        for _ in range(MOST_TABS):
            if stroke[1:] in (_text(session), _focused(session).accessibleName()):
                return
            yield partial(QTest.keySequence, _focused(session), QKeySequence("Tab"))
        raise SystemExit(f"Tab does not come to {stroke[1:]}")
    else:
        yield partial(QTest.keySequence, _focused(session), QKeySequence(stroke))


def _focused(session: Session) -> QWidget:
    return QApplication.focusWidget() or session.window


def _text(session: Session) -> str:
    text = getattr(_focused(session), "text", None)
    return str(text()) if callable(text) else ""


def settle(session: Session) -> None:
    """Until nothing is asked and nothing more happens."""
    if not pictures.settle(session.operations):
        raise SystemExit("the window does not come to rest")


if __name__ == "__main__":
    sys.exit(main())
