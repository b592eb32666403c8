"""What people wrote is shown as they wrote it, also where it looks like markup; no menu keeps an old look."""

import ast
import html
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import desktop.views
from desktop.preferences import DONKER
from desktop.views import pages
from desktop.views.afstemming.parts import Value
from desktop.views.werkgevers.more_menu import MoreMenu
from desktop.views.widgets import tips
from desktop.views.widgets.labels import Elided, Label
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle

MARKUP = "<b>Vet</b> & <img src=x> Zonen"


OWN_SIGNS = re.compile(r'<span style="text-decoration: underline; font-weight: 600">|</span>')


def shows_what_was_written(label: QLabel) -> bool:
    """The one label with signs of our own: without them it says exactly what was written."""
    if not isinstance(label, Value):
        return False
    return html.unescape(OWN_SIGNS.sub("", label.text())).split() == label.plain.split()


def reads_as_markup(window: QWidget) -> list[str]:
    """Labels and tooltips in which Qt would leave the signs out."""
    labels = [
        one.text()
        for one in window.findChildren(QLabel)
        if one.textFormat() != Qt.TextFormat.PlainText
        and GuiQt.mightBeRichText(one.text())
        and not shows_what_was_written(one)
    ]
    told = [one.toolTip() for one in window.findChildren(QWidget) if "<b>" in one.toolTip()]
    return labels + told


def test_a_name_with_markup_stays_as_it_was_written(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    made = laptop.staged.new_id()
    laptop.doe("werkgever.registreer", {"id": made, "naam": MARKUP})
    person = {"id": laptop.staged.new_id(), "werkgever_id": made, "naam": MARKUP, "functie": MARKUP}
    laptop.doe("contactpersoon.registreer", person | {"telefoon": "035 624 18 90", "email": "a@b.nl"})
    lijst = {"id": laptop.staged.new_id(), "naam": MARKUP, "keuze": {"zonder_regie": True}}
    laptop.doe("lijst.bewaar", lijst)
    laptop.doe("actie.maak", {"werkgever_id": made, "gevraagde_handeling": MARKUP})
    session = open_window(laptop, size=(900, 700), at=MARKUP)
    session.window.rail.resize(120, 600)
    assert reads_as_markup(session.window) == []
    for kind in session.window.kinds:
        session.window.show_page(kind.key)
        settle(qtbot, session)
        assert reads_as_markup(session.window) == [], kind.key
    row = session.window.rail._scroll.findChildren(QWidget)
    assert any("&lt;b&gt;" in one.toolTip() for one in row)
    session.window.show_page(pages.EMPLOYERS)


def test_what_differs_is_marked_and_what_was_written_stays(qtbot: QtBot) -> None:
    value = Value(f"{MARKUP} in Laren", "Zonen in Bussum")
    qtbot.addWidget(value)
    assert "<span" in value.text()
    assert "<b>" not in value.text()
    assert shows_what_was_written(value)


def test_a_line_that_is_cut_tells_all_of_it_and_follows_its_width(qtbot: QtBot) -> None:
    line = Elided()
    qtbot.addWidget(line)
    line.resize(400, 20)
    line.show()
    line.set_text(MARKUP)
    assert line.toolTip() == ""
    line.resize(40, 20)
    assert not GuiQt.mightBeRichText(line.text()) or line.toolTip().startswith("<p>")
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; " in line.toolTip()
    tips.tell(line, "Jansen & Zn")
    assert line.toolTip() == "Jansen & Zn"


def test_only_one_place_sets_tooltips_and_only_one_makes_labels() -> None:
    """Elsewhere a text could be read as HTML."""
    found = []
    for path in Path(desktop.views.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("setToolTip", "QLabel", "QMessageBox", "QToolTip"):
                    found.append((path.name, name))
    assert found == [("tips.py", "setToolTip")]
    assert Label("<b>").textFormat() == Qt.TextFormat.PlainText


def test_icons_in_a_menu_have_the_colours_of_now(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(at=BAKERY)
    (menu,) = session.window.findChildren(MoreMenu)

    def icons() -> list[QImage]:
        menu.aboutToShow.emit()
        return [one.icon().pixmap(18, 18).toImage() for one in menu.actions() if not one.isSeparator()]

    light = icons()
    session.settings.change(thema=DONKER)
    dark = icons()
    assert all(not image.isNull() for image in dark)
    assert [n for n, image in enumerate(dark) if image == light[n]] == []
