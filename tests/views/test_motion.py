"""One short fade behind a dialog, and none for who wants nothing to move."""

import pytest
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from desktop.views.widgets import motion
from desktop.views.widgets.layer import Layer
from tests.support.practice_laptop import CARE, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Key, press, question


def test_a_dialog_comes_up_softly_unless_nothing_may_move(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_window(StagedLaptop(YOUSSEF), at=CARE)
    monkeypatch.setattr(motion, "_is_seen", lambda: True)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    system = app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)

    def layer() -> Layer:
        session.window.actions_of_employers.call()
        settle(qtbot, session)
        made = question(session).layer
        assert made is not None
        return made

    monkeypatch.setattr(type(app.style()), "styleHint", lambda *_: 200)
    first = layer()
    assert first._fade is not None
    assert 0 < first._fade.duration() <= 150
    qtbot.waitUntil(lambda: first._strength == 1.0)
    press(qtbot, session, Key.Key_Escape)
    session.settings.change(minder_beweging=True)
    assert layer()._strength == 1.0
    press(qtbot, session, Key.Key_Escape)
    session.settings.change(minder_beweging=False)
    monkeypatch.setattr(type(app.style()), "styleHint", lambda *_: 0)  # the system's own setting
    assert motion.duration() == 0
    assert system >= 0
