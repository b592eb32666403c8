"""What was finished stays struck through until the day ends."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.views import pages
from tests.support.practice_laptop import NOW, StagedClock, StagedLaptop
from tests.views.conftest import Open
from tests.views.test_today import act, line, titles, today

OPENS_AT = pages.TODAY


def test_what_was_finished_is_gone_the_next_day(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = StagedLaptop()
    act(laptop, "Wervingstekst nalezen")
    laptop.doe("actie.rond_af", {"actie_id": laptop.actie("Wervingstekst nalezen")})
    session = open_window(laptop)
    assert line(today(qtbot, session), "Wervingstekst nalezen").endswith("afgerond")
    monkeypatch.setattr(StagedClock, "moment", NOW + timedelta(days=1))
    session.window.show_page("afstemming")
    assert "Wervingstekst nalezen" not in titles(today(qtbot, session))
