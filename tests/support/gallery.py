"""Renders every page, panel and dialog of the window to PNG, to be looked at.

python -m tests.support.gallery FOLDER [NAME-PART]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.clock import Clock
from desktop.sync.pace import Pace
from desktop.views import theme
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncState
from desktop.views.werkgevers.contact_question import OTHER
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support import memory_inbox
from tests.support import memory_rows as data
from tests.support.memory_backend import MemoryBackend

Scene = Callable[[Session, MemoryBackend], None]


def settle(session: Session) -> None:
    """Until nothing is under way and everything is painted."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < 5000:
        QTest.qWait(20)
        if session.operations.idle:
            QTest.qWait(40)
            if session.operations.idle:
                return


def home(session: Session, backend: MemoryBackend) -> None:
    session.sync._set(SyncState(SyncKind.UPDATED, data.NOW))


def visit(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.actions_of_employers.log_visit()
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    form.when.setText("vandaag 09:10")
    form.when.settle()
    form.people._typed("anouk")
    form.people._picked(form._find_people("anouk")[0])
    form.subject.set_value("werk_anders_organiseren")
    form.note.setPlainText(
        "Rondleiding door de nieuwe productiehal. Vanaf januari zoeken ze twee mensen voor de inpak, "
        "vroege dienst. "
        "Ervaring is niet nodig. Ze staan open voor een proefplaatsing."
    )
    form.follow_up.setText("Drie profielen sturen")
    form.deadline.setText("vr 13 november")
    form.deadline.setFocus()
    form._left_deadline()
    form._draft.flush()


def picker(session: Session, backend: MemoryBackend) -> None:
    visit(session, backend)
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    form.people.edit.setFocus()
    QTest.keyClicks(form.people.edit, "her")


def question(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.list.select(data.uid(101))
    settle(session)
    session.window.actions_of_employers.call()
    settle(session)
    card = session.window.actions_of_employers._question
    assert card is not None
    card.choose(OTHER)
    card._reason.setText("Open dag Huizen, 26 november: zij vroegen mij om een stand")


def question_offline(session: Session, backend: MemoryBackend) -> None:
    backend.offline = True
    session.sync._set(SyncState(SyncKind.OFFLINE, data.NOW))
    session.window.employers.list.select(data.uid(104))
    settle(session)
    session.window.actions_of_employers.call()


def nobody(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.list.select(data.uid(104))


def asked(session: Session, backend: MemoryBackend) -> None:
    nobody(session, backend)
    settle(session)
    session.window.actions_of_employers.ask_regie()


def reconcile(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.show_page("afstemming")
    settle(session)
    session.window.reconcile.view.setFocus()


def notice(session: Session, backend: MemoryBackend) -> None:
    backend.inbox = memory_inbox.inbox(backend.cards, with_refusal=True)
    session.window.reconcile.refresh()
    settle(session)
    reconcile(session, backend)
    model = session.window.reconcile.model
    session.window.reconcile.view.setCurrentIndex(model.index(model.rowCount() - 1))


def waiting(session: Session, backend: MemoryBackend) -> None:
    backend.offline = True
    backend.queue = memory_inbox.more_queue(backend.cards)
    session.sync._set(SyncState(SyncKind.OFFLINE, data.NOW))
    settle(session)
    session.window._open_waiting()


def employer(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.actions_of_employers.new_employer("Houtbouw Eemvallei")
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, EmployerForm)
    form.set_field("kvk_nummer", "69599106")


def search_nothing(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.list.search.setText("slagerij")


def filters(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.list.chips.mine.setChecked(True)
    settle(session)
    session.window.employers.list.chips.choose_municipality()


def people(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.detail.tabs.setCurrentIndex(2)


def facts(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.detail.tabs.setCurrentIndex(1)


def failed(session: Session, backend: MemoryBackend) -> None:
    from desktop.models.errors import EnvironmentFailure

    home(session, backend)
    session.messages.failed(EnvironmentFailure("schijf_vol"))
    session.messages.done("Contact vastgelegd")


def list_focus(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.list.focus_rows()
    QTest.keyClick(session.window.employers.list.view, Qt.Key.Key_Down)


def opened(session: Session, backend: MemoryBackend) -> None:
    home(session, backend)
    session.window.employers.open_employer(data.uid(100))


SIZE = (1440, 900)
# name, scene, theme, factor, size, backend arguments
SCENES: tuple[tuple[str, Scene, str, float, tuple[int, int], dict[str, Any]], ...] = (
    ("01-werkgevers-licht", home, theme.LICHT, 1.0, SIZE, {}),
    ("01-werkgevers-donker", home, theme.DONKER, 1.0, SIZE, {}),
    ("01-werkgevers-hoogcontrast", home, theme.HOOG_CONTRAST, 1.0, SIZE, {}),
    ("01-werkgevers-150", opened, theme.LICHT, 1.5, SIZE, {}),
    ("01-werkgevers-200", opened, theme.LICHT, 2.0, SIZE, {}),
    ("01-oefenomgeving", home, theme.LICHT, 1.0, SIZE, {"practice": True}),
    ("01-smal-1200", home, theme.LICHT, 1.0, (1200, 800), {}),
    ("01-smal-900", opened, theme.LICHT, 1.0, (900, 700), {}),
    ("01-smal-900-lijst", home, theme.LICHT, 1.0, (900, 700), {}),
    ("01-smal-720", opened, theme.LICHT, 1.0, (720, 560), {}),
    ("01-lijst-met-toetsen", list_focus, theme.LICHT, 1.0, SIZE, {}),
    ("01-niemand", nobody, theme.LICHT, 1.0, SIZE, {}),
    ("01-gevraagd", asked, theme.LICHT, 1.0, SIZE, {}),
    ("01-contactpersonen", people, theme.LICHT, 1.0, SIZE, {}),
    ("01-gegevens", facts, theme.LICHT, 1.0, SIZE, {}),
    ("01-niets-gevonden", search_nothing, theme.LICHT, 1.0, SIZE, {}),
    ("01-filters", filters, theme.LICHT, 1.0, SIZE, {}),
    ("01-mislukt", failed, theme.LICHT, 1.0, SIZE, {}),
    ("02-bezoek-licht", visit, theme.LICHT, 1.0, SIZE, {}),
    ("02-bezoek-donker", visit, theme.DONKER, 1.0, SIZE, {}),
    ("02-bezoek-kiezen", picker, theme.LICHT, 1.0, SIZE, {}),
    ("02-bezoek-720", visit, theme.LICHT, 1.0, (720, 560), {}),
    ("02-nieuwe-werkgever", employer, theme.LICHT, 1.0, SIZE, {}),
    ("04-regie-bij-een-ander", question, theme.LICHT, 1.0, SIZE, {"who": data.YOUSSEF}),
    ("04-regie-donker", question, theme.DONKER, 1.0, SIZE, {"who": data.YOUSSEF}),
    ("04-niemand-offline", question_offline, theme.LICHT, 1.0, SIZE, {}),
    ("05-afstemming", reconcile, theme.LICHT, 1.0, SIZE, {}),
    ("05-afstemming-donker", reconcile, theme.DONKER, 1.0, SIZE, {}),
    ("05-bericht", notice, theme.LICHT, 1.0, SIZE, {}),
    ("07-eerste-start", home, theme.LICHT, 1.0, SIZE, {"empty": True}),
    ("07-wachtlijst", waiting, theme.LICHT, 1.0, SIZE, {}),
)


def render(folder: Path, part: str = "") -> list[Path]:
    """Writes the pictures whose name holds `part`; returns where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    made = []
    for name, scene, look, factor, size, arguments in SCENES:
        if part in name:
            made.append(folder / f"{name}.png")
            _render_one(app, made[-1], scene, look, factor, size, MemoryBackend(**arguments))
    return made


def _render_one(
    app: QApplication,
    place: Path,
    scene: Scene,
    look: str,
    factor: float,
    size: tuple[int, int],
    backend: MemoryBackend,
) -> None:
    session = Session(backend, Pace(), Clock().new_id, backend.practice, look)
    if factor != 1.0:
        session.set_factor(factor)
    session.window.resize(*size)
    session.window.show()
    settle(session)
    scene(session, backend)
    settle(session)
    session.window.grab().save(str(place))
    session.window.hide()
    session.stop(2)
    session.window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    for path in render(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""):
        sys.stdout.write(f"{path.name}\n")
    os._exit(0)
