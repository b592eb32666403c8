"""Photographs real windows on the laptops of a demo region, for docs/screenshots.

python -m desktop demo --headless --map REGION
python -m tests.support.screenshots REGION FOLDER

Works on a copy of the laptops, without a centre: what the scenes record stays waiting there. A scene at
another scale of the screen runs in a process of its own, because Qt reads the scale once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtTest import QTest

from desktop.app import application
from desktop.clock import Clock
from desktop.compose import Place, open_laptop
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.rows import WerkgeverFilter
from desktop.sync.pace import Pace
from desktop.sync.transport import Revoked
from desktop.views import texts_sync, theme
from desktop.views.backend import Backend
from desktop.views.pictures import save
from desktop.views.session import Session
from desktop.views.sync_driver import SyncKind, SyncProgress, SyncState
from desktop.views.werkgevers.employer_form import EmployerForm
from desktop.views.werkgevers.visit_form import VisitForm
from tests.support.gallery import settle

NOTE = "Rondleiding door de productiehal. Vanaf januari zoeken ze twee mensen voor de inpak, vroege dienst."
FREQUENT, RARE = 160, 96
Play = Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """`scale` is the scale of the screen, `factor` the person's own text size; `size` in real pixels."""

    name: str
    play: Play
    look: str = theme.LICHT
    who: str = "karin"
    size: tuple[int, int] = (1440, 900)
    factor: float = 1.0
    scale: float = 1.0


def open_named(session: Session, typed: str) -> None:
    """The first werkgever whose name fits."""
    rows = session.operations.backend.werkgevers(WerkgeverFilter(tekst=typed), 1)
    session.window.employers.open_employer(rows[0].id)
    settle(session)


def employers(session: Session) -> None:
    session.sync._set(SyncState(SyncKind.UPDATED, Clock().now()))
    open_named(session, "lindehof")


def nobody(session: Session) -> None:
    employers(session)
    open_named(session, "rekenkamer")


def asked(session: Session) -> None:
    nobody(session)
    session.window.actions_of_employers.ask_regie()


def nothing_found(session: Session) -> None:
    employers(session)
    session.window.employers.list.search.setText("slagerij jansen")


def municipality(session: Session) -> None:
    employers(session)
    session.window.employers.list.chips.mine.setChecked(True)
    settle(session)
    session.window.employers.list.chips.choose_municipality()


def facts(session: Session) -> None:
    employers(session)
    session.window.employers.detail.tabs.setCurrentIndex(1)


def visit(session: Session) -> None:
    employers(session)
    session.window.actions_of_employers.log_visit()
    settle(session)
    form = visit_form(session)
    form.when.setText("vandaag")
    form.when.settle()
    form.people._picked(form._find_people("anouk")[0])
    form.note.setPlainText(NOTE)
    form.follow_up.setText("Drie profielen sturen")
    form.deadline.setText("gisteren")
    form.deadline.setFocus()
    form._left_deadline()
    form._draft.flush()


def visit_form(session: Session) -> VisitForm:
    form = session.window.employers.panel
    assert isinstance(form, VisitForm)
    return form


def picking(session: Session) -> None:
    visit(session)
    settle(session)
    form = visit_form(session)
    form.people.edit.setFocus()
    QTest.keyClicks(form.people.edit, "her")


def disk_full(session: Session) -> None:
    visit(session)
    settle(session)
    visit_form(session)._not_kept(EnvironmentFailure("schijf_vol"))


def duplicate(session: Session) -> None:
    nobody(session)
    session.window.actions_of_employers.new_employer("De Lindehof")
    settle(session)
    form = session.window.employers.panel
    assert isinstance(form, EmployerForm)
    form.set_field("kvk_nummer", "69599084")


def calling(session: Session) -> None:
    employers(session)
    session.window.actions_of_employers.call()


def reconcile(session: Session) -> None:
    employers(session)
    session.window.show_page("afstemming")
    settle(session)
    session.window.reconcile.view.setFocus()


def offline(session: Session) -> None:
    visit(session)
    form = visit_form(session)
    form.deadline.setText("vr")
    form.save()
    settle(session)
    session.sync._set(SyncState(SyncKind.OFFLINE, Clock().now()))
    session.sync._running = False
    session.window.toast.hide()
    settle(session)
    session.window._open_waiting()


def busy(session: Session) -> None:
    employers(session)
    session.sync._set(SyncState(SyncKind.BUSY, progress=SyncProgress(12, 40)))
    session.window._busy(texts_sync.overview_progress(12))


def revoked(session: Session) -> None:
    session._revoked(Revoked("laptop_ingetrokken"))


SCENES = (
    Scene("01-werkgevers-licht", employers),
    Scene("01-werkgevers-donker", employers, theme.DONKER),
    Scene("01-werkgevers-hoogcontrast", employers, theme.HOOG_CONTRAST),
    Scene("01-werkgevers-150procent", employers, scale=1.5),
    Scene("01-werkgevers-tekst200", employers, factor=2.0),
    Scene("01-smal-900", employers, size=(900, 700)),
    Scene("01-niemand-heeft-de-regie", nobody),
    Scene("01-regie-gevraagd", asked),
    Scene("01-niets-gevonden", nothing_found),
    Scene("01-filter-gemeente", municipality),
    Scene("01-gegevens", facts),
    Scene("02-bezoek-licht", visit),
    Scene("02-bezoek-donker", visit, theme.DONKER),
    Scene("02-bezoek-150procent", visit, scale=1.5),
    Scene("02-bezoek-kiezen", picking),
    Scene("02-bezoek-schijf-vol", disk_full),
    Scene("02-nieuwe-werkgever-dubbel", duplicate),
    Scene("04-regie-bij-een-ander-licht", calling, who="youssef"),
    Scene("04-regie-bij-een-ander-donker", calling, theme.DONKER, who="youssef"),
    Scene("05-afstemming", reconcile),
    Scene("07-wachtlijst-offline", offline),
    Scene("07-bezig", busy),
    Scene("07-ingetrokken", revoked),
)


def take(scene: Scene, region: Path, folder: Path) -> None:
    """Opens a copy of that person's laptop, plays the scene and saves the picture."""
    with tempfile.TemporaryDirectory() as copy:
        laptop = shutil.copytree(region / "laptops" / scene.who, Path(copy) / scene.who)
        key = shutil.copy(region / "laptops" / f"{scene.who}.sleutel", copy)
        with open_laptop(Place(laptop, Path(key))) as opened:
            _photograph(scene, opened, folder)


def _photograph(scene: Scene, laptop: Backend, folder: Path) -> None:
    session = Session(laptop, Pace(), Clock().new_id, laptop.stand().oefen, scene.look)
    session.sync.stop()
    if scene.factor != 1.0:
        session.set_factor(scene.factor)
    session.window.resize(round(scene.size[0] / scene.scale), round(scene.size[1] / scene.scale))
    session.window.show()
    settle(session)
    scene.play(session)
    settle(session)
    assert save(session.on_screen, folder / f"{scene.name}.png")
    make_small(folder / f"{scene.name}.png")
    session.on_screen.hide()
    session.stop(5)
    session.on_screen.deleteLater()
    application().processEvents()


def make_small(picture: Path) -> None:
    """A palette is enough for flat surfaces and letters: a third of the bytes.

    Surfaces keep their exact colour, and rare colours count too: one late day in red must stay red.
    """
    with Image.open(picture) as image:
        whole = image.convert("RGB")
    counted = sorted(whole.getcolors(whole.width * whole.height) or (), reverse=True)
    palette = [part for _, colour in counted[:FREQUENT] for part in cast("tuple[int, int, int]", colour)]
    rare = whole.quantize(RARE, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    colours = Image.new("P", (1, 1))
    colours.putpalette(palette + (rare.getpalette() or [])[: 3 * RARE])
    whole.quantize(palette=colours, dither=Image.Dither.NONE).save(picture, optimize=True)


def main(region: Path, folder: Path, only: str = "") -> None:
    """All pictures, or the one of that name."""
    folder.mkdir(parents=True, exist_ok=True)
    application()
    here = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    for scene in SCENES:
        if only not in ("", scene.name):
            continue
        if scene.scale == here:
            take(scene, region, folder)
        else:
            words = [sys.executable, "-m", "tests.support.screenshots", str(region), str(folder), scene.name]
            subprocess.run(words, env=os.environ | {"QT_SCALE_FACTOR": str(scene.scale)}, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
    os._exit(0)
