"""Rapporten: whose overview, which day, which rows as a file; by right, remembered, and to be stopped."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.reports.whole_file import Stopped
from desktop.views import pages
from desktop.views.paper.orders import DayFolder, Order, Overview
from desktop.views.paper.paper import Paper
from desktop.views.rapporten import texts
from desktop.views.rapporten.overview_section import choices_of
from desktop.views.rapporten.page import ReportsPage
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY, MARLEEN, TODAY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle

OPENS_AT = pages.REPORTS


def reports(qtbot: QtBot, session: Session) -> ReportsPage:
    session.window.show_page("rapporten")
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, ReportsPage)
    return page


def asked(page: ReportsPage) -> list[Order]:
    """What the page wants on paper, instead of the preview."""
    orders: list[Order] = []
    for section in (page.overview, page.day):
        section.wants.disconnect(page._show_paper)
        section.wants.connect(orders.append)
    return orders


@pytest.mark.parametrize(
    ("rol", "whose"),
    [
        ("accountmanager", ["mijn", "een", "alle"]),
        ("teamleider", ["collega", "een", "alle"]),
        ("bemiddelaar", ["een", "alle"]),
        ("beheerder", ["een", "alle"]),
    ],
)
def test_whose_overview_follows_the_role(rol: str, whose: list[str]) -> None:
    assert [code for code, _ in choices_of(rol)] == whose


def test_my_portfolio_is_one_press_away(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = reports(qtbot, session)
    page.overview.button.click()
    settle(qtbot, session)
    (paper,) = session.window.findChildren(Paper)
    assert laptop.printed == [(None, laptop.medewerker_id, "intern")]
    assert paper.card is not None
    assert paper.card.title.text() == "Werkgeversoverzicht Karin Smit, intern"
    paper.card.reject()


def test_one_werkgever_must_be_chosen_first(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = reports(qtbot, session)
    orders = asked(page)
    page.overview.restore({"van": "een", "voor": "werkgever"})
    page.overview.button.click()
    assert orders == []
    assert page.overview._employer_row.error == texts.EMPLOYER_NEEDED
    page.overview.choose_employer(laptop.id(BAKERY))
    settle(qtbot, session)
    assert page.overview.pick.text() == "Bakkerij De Lindehof B.V."
    page.overview.button.click()
    assert orders == [Overview(laptop.id(BAKERY), None, "werkgever")]


def test_a_teamleider_prints_the_portfolio_of_a_colleague(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(MARLEEN)
    session = open_window(laptop)
    page = reports(qtbot, session)
    orders = asked(page)
    page.overview.button.click()
    assert page.overview._colleague_row.error == texts.COLLEAGUE_NEEDED
    page.overview.colleague.set_value(laptop.medewerker("Fatima"))
    page.overview.button.click()
    assert orders == [Overview(None, laptop.medewerker("Fatima"), "intern")]


def test_the_edition_says_what_it_leaves_out(qtbot: QtBot, open_window: Open) -> None:
    page = reports(qtbot, open_window(StagedLaptop()))
    page.overview.edition.set_value("werkgever")
    page.overview._show_edition("werkgever")
    labels = page.overview._edition_row.findChildren(QLabel)
    assert texts.FOR_EMPLOYER_TEXT in [label.text() for label in labels]


def test_the_dagmap_names_the_visits_of_the_day(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = reports(qtbot, session)
    orders = asked(page)
    assert page.day.visits.text() == texts.NO_VISITS
    page.day.which.set_value("vandaag")
    page.day._chosen("vandaag")
    settle(qtbot, session)
    assert page.day.visits.text() == (
        "1\u00a0bezoek op dinsdag 17\u00a0november: 14:00 Restaurant De Oude Haven."
    )
    page.day.button.click()
    assert orders == [DayFolder(TODAY)]


def test_another_day_is_written(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop())
    page = reports(qtbot, session)
    orders = asked(page)
    page.day.which.set_value("anders")
    page.day._chosen("anders")
    assert QApplication.focusWidget() is page.day.when
    page.day.button.click()
    assert page.day._when_row.error == texts.DAY_NEEDED
    page.day.when.setText("vr")
    page.day.button.click()
    settle(qtbot, session)
    assert orders == [DayFolder(TODAY.replace(day=20))]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("soort", ["werkgever", "contactpersoon", "contactmoment", "actie"])
def test_a_file_has_every_row_and_an_audit_line(tmp_path: Path, soort: str, ending: str) -> None:
    laptop = StagedLaptop()
    place = tmp_path / f"uit.{ending}"
    rows = laptop.exporteer(soort, place)
    assert _count(place) == rows
    assert rows > 0
    assert _last_audit(laptop) == (f"export.{soort}", f"{soort}:{rows}")
    laptop.close()


def _count(place: Path) -> int:
    if place.suffix == ".json":
        return len(json.loads(place.read_text(encoding="utf-8")))
    if place.suffix == ".csv":
        with place.open(encoding="utf-8-sig", newline="") as file:
            return sum(1 for _ in csv.reader(file, delimiter=";")) - 1
    book = load_workbook(place, read_only=True)
    count = sum(1 for _ in book.worksheets[0].iter_rows()) - 1
    book.close()
    return count


def _last_audit(laptop: StagedLaptop) -> tuple[str, str]:
    with laptop._readers.connect() as connection:
        row = connection.exec_driver_sql(
            "SELECT actie, object FROM auditregel ORDER BY nr DESC LIMIT 1"
        ).one()
    return str(row[0]), str(row[1])


def test_a_dagmap_is_an_audit_line_too(tmp_path: Path) -> None:
    laptop = StagedLaptop()
    laptop.dagmap(tmp_path / "dag.pdf", None)
    assert _last_audit(laptop) == ("dagmap.druk_af", f"medewerker:{laptop.medewerker_id}")
    laptop.dagmap(tmp_path / "een.pdf", None, laptop.id(BAKERY))
    assert _last_audit(laptop) == ("dagmap.druk_af", f"werkgever:{laptop.id(BAKERY)}")
    laptop.close()


def test_saving_a_file_asks_where_and_says_how_many(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop)
    page = reports(qtbot, session)
    page.export.restore({"wat": "actie", "bestand": "csv"})
    page.export.button.click()
    settle(qtbot, session)
    dialog = page.export.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Acties 2026-11-17.csv"
    dialog.done(0)
    page.export.save(str(tmp_path / "uit.csv"))
    settle(qtbot, session)
    assert session.window.toast.text() == f"{_count(tmp_path / 'uit.csv')}\u00a0rijen opgeslagen"
    assert laptop.vensterstand("export") == {"map": str(tmp_path)}


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    session = open_window(StagedLaptop())
    page = reports(qtbot, session)
    page.export.save(str(tmp_path / "weg" / "uit.csv"))
    settle(qtbot, session)
    assert "uit.csv" in session.window.banner.text()


def test_stopping_leaves_no_file(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    session = open_window(StagedLaptop())
    page = reports(qtbot, session)
    page.export.save(str(tmp_path / "uit.csv"))
    page.export.stop()
    settle(qtbot, session)
    assert list(tmp_path.iterdir()) == [] or session.window.toast.text().endswith("rijen opgeslagen")


def test_an_export_stops_when_it_is_told(tmp_path: Path) -> None:
    laptop = StagedLaptop()
    with pytest.raises(Stopped):
        laptop.exporteer("actie", tmp_path / "uit.csv", lambda: True)
    assert list(tmp_path.iterdir()) == []
    laptop.close()


def test_choices_are_as_they_were_left(qtbot: QtBot, open_window: Open) -> None:
    page = reports(qtbot, open_window(StagedLaptop()))
    page.restore(
        {
            "overzicht": {"van": "alle", "voor": "werkgever"},
            "bestand": {"wat": "actie", "bestand": "csv"},
            "duurzaam": {"periode": "vorig_jaar"},
        }
    )
    assert page.left() == {
        "overzicht": {"van": "alle", "voor": "werkgever"},
        "bestand": {"wat": "actie", "bestand": "csv"},
        "duurzaam": {"periode": "vorig_jaar"},
    }


@pytest.mark.parametrize("width", [1440, 900, 720])
def test_everything_fits_in_every_width(qtbot: QtBot, open_window: Open, width: int) -> None:
    page = reports(qtbot, open_window(StagedLaptop(YOUSSEF), size=(width, 700)))
    inner = page.body.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= page.body.viewport().width()
