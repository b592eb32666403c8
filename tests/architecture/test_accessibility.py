import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.architecture.bite import outcomes
from tests.support.accessibility import name_of, unnamed

SOURCE = """
import pytest
from PySide6.QtWidgets import QLineEdit

def test_bad(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()

def test_good(qtbot):
    field = QLineEdit()
    field.setAccessibleName("Zoek")
    qtbot.addWidget(field)
    field.show()

def test_good_not_on_screen(qtbot):
    qtbot.addWidget(QLineEdit())

@pytest.mark.expects_unnamed
def test_good_on_purpose(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
"""


def test_a_window_with_an_unnamed_field_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = outcomes(pytester, monkeypatch, SOURCE, "accessibility")

    assert found.bad() == {"test_bad"}, found.text
    assert len(found.good()) == 3, found.text


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    return window


def combo(editable: bool = False) -> QComboBox:
    box = QComboBox()
    box.addItems(["bezoek", "telefoon"])
    box.setEditable(editable)
    return box


def icon_button() -> QPushButton:
    return QPushButton("")


@pytest.mark.expects_unnamed
@pytest.mark.parametrize("make", [QLineEdit, QListView, QSpinBox, combo, icon_button])
def test_a_bare_widget_is_found_whatever_value_it_shows(qtbot: QtBot, make: type[QWidget]) -> None:
    window = shown(qtbot, make())

    assert len(unnamed(window)) == 1


def test_an_accessible_name_is_enough_also_for_widgets_with_inner_parts(qtbot: QtBot) -> None:
    fields = [combo(editable=True), QSpinBox(), QLineEdit(), QListView()]
    for field in fields:
        field.setAccessibleName("Kanaal")

    assert unnamed(shown(qtbot, *fields)) == []


def test_the_label_of_a_form_row_names_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    form = QFormLayout(window)
    field = QLineEdit()
    form.addRow("KvK-nummer", field)
    window.show()

    assert name_of(field) == "KvK-nummer"
    assert unnamed(window) == []


def test_a_label_that_is_not_its_buddy_does_not(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = shown(qtbot, QLabel("KvK-nummer"), field)

    assert unnamed(window) == ["QLineEdit in QWidget"]
    field.setAccessibleName("KvK-nummer")


def test_text_on_the_widget_itself_is_a_name(qtbot: QtBot) -> None:
    group = QGroupBox("Regie")
    group.setCheckable(True)
    bar = QTabBar()
    bar.addTab("Tijdlijn")
    pages = QTabWidget()
    pages.addTab(QWidget(), "In het kort")

    assert unnamed(shown(qtbot, QPushButton("&Vastleggen"), QCheckBox("Intern"), group, bar, pages)) == []
