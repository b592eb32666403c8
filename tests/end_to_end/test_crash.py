"""The power goes while somebody types: what was typed is there again, all but the last seconds."""

import os
import signal
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.compose import Place, open_practice
from desktop.practice.laptop import PracticeLaptop
from tests.support.practice_laptop import BAKERY
from tests.support.typing_person import PER_SECOND, STORY
from tests.views.conftest import OnRequest, Open, end, open_window, settle
from tests.views.driving import visit_form

__all__ = ["open_window"]

ROOT = Path(__file__).parents[2]
LOST_SECONDS = 5
# Moments that fall before, at and after what the form keeps by itself.
MOMENTS = [PER_SECOND * 2 // 5, PER_SECOND * 3, PER_SECOND * 7]

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """With the oefenomgeving in it."""
    made = Place(tmp_path / "profiel", tmp_path / "sleutel")
    with open_practice(made):
        pass
    return made


def type_until(letters: int, place: Place) -> None:
    """The real program, ended without any warning after so many letters."""
    words = [sys.executable, "-m", "tests.support.typing_person", str(place.folder), str(place.key_file)]
    process = subprocess.Popen(
        words,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if int(line) >= letters:
                break
    finally:
        os.kill(process.pid, signal.SIGKILL)
        _, said = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL, said


def typed(letters: int) -> str:
    return "".join(islice(cycle(STORY), letters))


def kept(laptop: PracticeLaptop) -> str:
    """What the draft says, empty when there is none."""
    (draft,) = laptop.concepten() or (None,)
    return str(draft.velden["notitie"]) if draft else ""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("letters", MOMENTS)
def test_at_most_five_seconds_of_typing_are_lost(place: Place, letters: int) -> None:
    type_until(letters, place)

    with open_practice(place) as laptop:
        found = kept(laptop)

    # The process may have typed on while it was being ended.
    assert typed(letters + PER_SECOND * LOST_SECONDS).startswith(found)
    assert len(found) >= letters - PER_SECOND * LOST_SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_the_form_is_offered_back_with_the_text_in_it(qtbot: QtBot, open_window: Open, place: Place) -> None:
    type_until(PER_SECOND * 4, place)

    with open_practice(place) as laptop:
        found = kept(laptop)
        assert found
        session = open_window(laptop, pace=OnRequest())
        session.window.show_page("vandaag")
        settle(qtbot, session)
        (draft,) = laptop.vandaag().concepten
        assert laptop.dossier(draft.onderwerp_id).werkgever.naam.startswith(BAKERY)
        session.window.log_visit(draft.onderwerp_id)
        settle(qtbot, session)
        form = visit_form(session)
        assert form.offer.text()
        form.offer.go_on.click()
        settle(qtbot, session)
        assert form.note.toPlainText() == found
        end(qtbot, session)
