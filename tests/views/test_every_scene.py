"""Every page, form and dialog of the gallery: dressed, and named to a screen reader, also when small."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from desktop.preferences import Preferences
from desktop.sync.pace import Pace
from desktop.views import theme
from desktop.views.ending import delete_now
from desktop.views.session import Session
from desktop.views.start.look import FirstLook
from desktop.views.start.window import StartWindow
from tests.support.accessibility import unnamed
from tests.support.practice_laptop import StagedLaptop
from tests.support.scenes import ALL, Before, Scene, settle

SMALL = (720, 560)
LARGE_TEXT = 2.0
TARGET = 24

pytestmark = pytest.mark.usefixtures("qtbot")


def too_small(window: QWidget) -> list[str]:
    """Buttons that are harder to hit than 24 by 24."""
    found = [part for part in window.findChildren(QAbstractButton) if part.isVisible()]
    return [
        f"{type(part).__name__} {part.accessibleName()!r} {part.width()}x{part.height()}"
        for part in found
        if part.width() < TARGET or part.height() < TARGET
    ]


def silent_rows(window: QWidget) -> list[str]:
    """Lists whose first rows say nothing to a screen reader."""
    found = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None:
            continue
        for number in range(min(3, model.rowCount())):
            index = model.index(number, 0)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            if not said:
                found.append(f"{type(view).__name__} row {number}")
    return found


@pytest.mark.parametrize("scene", [one for one in ALL if isinstance(one, Scene)], ids=lambda one: one.name)
def test_everything_has_a_name_and_a_size_to_hit(scene: Scene) -> None:
    laptop = StagedLaptop(scene.who, empty=scene.empty, practice=scene.practice)
    scene.prepare(laptop)
    session = Session(laptop, Pace(), laptop.clock.new_id, scene.practice, theme.LICHT)
    try:
        session.window.resize(1440, 900)
        session.window.show()
        settle(session)
        session.sync._set(scene.state)
        if scene.at:
            session.window.open_employer(laptop.id(scene.at))
        settle(session)
        scene.play(session, laptop)
        settle(session)
        shown = session.on_screen
        assert shown.styleSheet() == theme.style_sheet(theme.active())
        assert unnamed(shown) == []
        assert too_small(shown) == []
        assert silent_rows(shown) == []
        shown.resize(*SMALL)
        settle(session)
        assert unnamed(shown) == []
    finally:
        session.stop(5)
        delete_now(session.on_screen)
        laptop.close()


@pytest.mark.parametrize("scene", [one for one in ALL if isinstance(one, Before)], ids=lambda one: one.name)
@pytest.mark.parametrize("text", [1.0, LARGE_TEXT])
def test_what_comes_before_the_window_has_names_too(scene: Before, text: float) -> None:
    _look = FirstLook(Preferences(tekstfactor=text))
    window = scene.make()
    try:
        window.resize(*SMALL)
        window.show()
        assert window.styleSheet() == theme.style_sheet(theme.active())
        assert unnamed(window) == []
        assert too_small(window) == []
    finally:
        if isinstance(window, StartWindow):
            window.stop(5)
        delete_now(window)
