"""Another look while the window is open: no colour stays behind and nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.preferences import DONKER, HOOGCONTRAST, LICHT, SYSTEEM
from desktop.views import theme
from desktop.views.session import Session
from desktop.views.widgets.labels import Label
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import OnRequest, Open, end, settle
from tests.views.driving import visit_form
from tests.views.test_theme import contrast

THEMES = (DONKER, HOOGCONTRAST, LICHT)


def picture(session: Session) -> QImage:
    return session.window.grab().toImage()


def pictures(qtbot: QtBot, session: Session) -> dict[str, QImage]:
    """Every page of the rail, as it looks now."""
    result = {}
    for kind in session.window.kinds:
        session.window.show_page(kind.key)
        settle(qtbot, session)
        result[kind.key] = picture(session)
    return result


def test_no_page_keeps_a_colour_of_the_theme_before(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    pictures(qtbot, session)
    live = {}
    for name in THEMES:
        session.settings.change(thema=name)
        live[name] = pictures(qtbot, session)
    for name in THEMES:
        laptop.bewaar_voorkeuren(replace(laptop.voorkeuren(), thema=name))
        fresh = open_window(laptop, at=BAKERY, theme_name=None)
        pictures(qtbot, fresh)
        found = pictures(qtbot, fresh)
        differs = [page for page, image in found.items() if image != live[name][page]]
        assert differs == [], name


def test_larger_and_back_again_ends_where_it_began(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    pictures(qtbot, session)
    before = pictures(qtbot, session)
    for factor in (1.25, 2.0, 1.75, 1.5, 1.0):
        session.settings.change(tekstfactor=factor)
        settle(qtbot, session)
    after = pictures(qtbot, session)
    assert [page for page, image in after.items() if image != before[page]] == []


def test_what_was_never_shown_gets_the_other_size_too(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = Session(laptop, OnRequest(), laptop.clock.new_id, False, theme.LICHT)
    try:
        session.settings.change(tekstfactor=2.0)
        session.window.resize(720, 560)
        session.window.show()
        settle(qtbot, session)
        session.window.open_employer(laptop.id(BAKERY))
        settle(qtbot, session)
        sizes = {label.font().pixelSize() for label in session.window.findChildren(Label)}
        assert min(sizes) == 2 * theme.tokens()["letter"]["kleinste"]
    finally:
        end(qtbot, session)
        session.on_screen.deleteLater()
        laptop.close()


@pytest.mark.parametrize("change", [{"tekstfactor": 2.0}, {"thema": DONKER}])
def test_an_open_form_keeps_text_cursor_and_focus(
    qtbot: QtBot, open_window: Open, change: dict[str, object]
) -> None:
    session = open_window(at=BAKERY)
    session.window.log_visit(session.window.current_page().current_employer())
    settle(qtbot, session)
    form = visit_form(session)
    form.note.setFocus()
    form.note.setPlainText("Rondleiding door de hal")
    cursor = form.note.textCursor()
    cursor.setPosition(11)
    form.note.setTextCursor(cursor)
    session.settings.change(**change)
    settle(qtbot, session)
    assert visit_form(session) is form
    assert QApplication.focusWidget() is form.note
    assert form.note.toPlainText() == "Rondleiding door de hal"
    assert form.note.textCursor().position() == 11


def test_lists_keep_what_stood_on_top(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    view = session.window.employers.list.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle(qtbot, session)
    top = view.indexAt(view.viewport().rect().topLeft()).row()
    session.settings.change(tekstfactor=1.25)
    settle(qtbot, session)
    assert view.indexAt(view.viewport().rect().topLeft()).row() == top


# -- the platform ------------------------------------------------------------------------------------
class Platform(QObject):
    """What a desktop asks, told by the test."""

    changed = Signal()
    dark = False
    high_contrast = False
    colours = QPalette()

    def palette(self) -> QPalette:
        return self.colours

    def ask(self, dark: bool, high_contrast: bool = False) -> None:
        self.dark, self.high_contrast = dark, high_contrast
        self.changed.emit()


def on_platform(qtbot: QtBot, open_window: Open, platform: Platform) -> Session:
    laptop = StagedLaptop()
    laptop.bewaar_voorkeuren(replace(laptop.voorkeuren(), thema=SYSTEEM))
    return open_window(laptop, theme_name=None, platform=platform)


def test_the_platform_is_followed_while_the_window_is_open(qtbot: QtBot, open_window: Open) -> None:
    platform = Platform()
    session = on_platform(qtbot, open_window, platform)
    assert theme.active().name == theme.LICHT
    platform.ask(dark=True)
    assert theme.active().name == theme.DONKER
    platform.ask(dark=False)
    assert theme.active().name == theme.LICHT
    session.settings.change(thema=DONKER)
    platform.ask(dark=False, high_contrast=True)
    assert theme.active().name == theme.DONKER
    settle(qtbot, session)


def high_contrast(window: str, text: str, highlight: str, on_highlight: str) -> QPalette:
    role = QPalette.ColorRole
    colours = QPalette()
    for one, colour in (
        (role.Window, window),
        (role.WindowText, text),
        (role.Highlight, highlight),
        (role.HighlightedText, on_highlight),
    ):
        colours.setColor(one, QColor(colour))
    return colours


@pytest.mark.parametrize(
    "colours",
    [
        high_contrast("#000000", "#ffffff", "#1aebff", "#000000"),
        high_contrast("#ffffff", "#000000", "#37006e", "#ffffff"),
    ],
    ids=["dark", "light"],
)
def test_high_contrast_of_the_platform_has_its_colours(
    qtbot: QtBot, open_window: Open, colours: QPalette
) -> None:
    platform = Platform()
    platform.colours = colours
    session = on_platform(qtbot, open_window, platform)
    platform.ask(dark=False, high_contrast=True)
    settle(qtbot, session)
    look = theme.active()
    assert look.high_contrast
    assert look.colour("vlak_inhoud") == colours.window().color()
    assert look.colour("accent") == colours.highlight().color()
    for pair in theme.tokens()["contrast"]:
        front, behind = look.colours[pair["voor"]], look.colours[pair["achter"]]
        assert contrast(front, behind) >= float(pair["minimum"]), pair


def test_the_oefenomgeving_has_its_own_accent_in_light_and_dark(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(practice=True))
    plum = theme.active().colours["accent"]
    assert plum != theme.make(theme.LICHT).colours["accent"]
    session.settings.change(thema=DONKER)
    settle(qtbot, session)
    assert theme.active().colours["accent"] != theme.make(theme.DONKER).colours["accent"]
    assert session.window.windowTitle() == "Werkregie – Oefenomgeving"
