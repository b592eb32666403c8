"""Paper in the window: made off the UI thread, looked at, printed, kept, and nothing of it left behind."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.clock import Clock
from desktop.models.errors import EnvironmentFailure
from desktop.profile import Profile
from desktop.views.paper import texts
from desktop.views.paper.orders import DayFolder, Order, Overview
from desktop.views.paper.paper import Paper, show_paper
from desktop.views.paper.print_run import dots_for
from desktop.views.paper.sheets import Sheets, Zoom, scale_for
from desktop.views.session import Session
from tests.support.practice_laptop import BAKERY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press

A4 = (595.28, 841.89)


@dataclass(frozen=True, slots=True)
class Desk:
    """A window with its laptop, and the paper that is looked at."""

    session: Session
    laptop: StagedLaptop
    qtbot: QtBot

    def show(self, order: Order) -> Paper:
        paper = show_paper(self.session.window, order)
        self.wait(paper)
        return paper

    def wait(self, paper: Paper) -> None:
        settle(self.qtbot, self.session)
        self.qtbot.waitUntil(
            lambda: paper.card is None or paper.pdf is not None or paper.card.banner.text() != ""
        )
        settle(self.qtbot, self.session)

    def close(self, paper: Paper) -> None:
        if paper.card is not None:
            paper.card.reject()
        settle(self.qtbot, self.session)

    @property
    def left(self) -> list[Path]:
        """Files of previews that are on the disk."""
        return [path for path in self.laptop.afdrukmap().rglob("*") if path.is_file()]

    def mine(self) -> Overview:
        return Overview(accountmanager_id=self.laptop.medewerker_id)


@pytest.fixture
def desk(qtbot: QtBot, open_window: Open) -> Desk:
    laptop = StagedLaptop()
    return Desk(open_window(laptop, at=BAKERY), laptop, qtbot)


def printer_to(path: Path, resolution: int = 150) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    return printer


def print_all(desk: Desk, paper: Paper, printer: QPrinter) -> None:
    paper.print_on(printer)
    desk.qtbot.waitUntil(lambda: paper.run is None, timeout=20_000)
    settle(desk.qtbot, desk.session)


def test_ctrl_p_shows_the_overview_of_this_werkgever(desk: Desk) -> None:
    press(desk.qtbot, desk.session, Key.Key_P, Ctrl)
    (paper,) = desk.session.window.findChildren(Paper)
    desk.wait(paper)
    assert desk.laptop.printed == [(desk.laptop.id(BAKERY), None, "intern")]
    assert paper.card is not None
    assert paper.card.title.text() == "Werkgeversoverzicht Bakkerij De Lindehof B.V., intern"
    assert paper.card.page.text() == "blad 1 van 1"
    assert QApplication.focusWidget() is paper.card.view
    assert paper.card.view.accessibleName().startswith(
        "Voorbeeld van Werkgeversoverzicht Bakkerij De Lindehof"
    )
    assert "Karin Smit heeft de regie" in paper.card.view.accessibleDescription()
    press(desk.qtbot, desk.session, Key.Key_Escape)
    assert paper.card is None


def test_without_a_werkgever_an_accountmanager_gets_the_portfolio(desk: Desk) -> None:
    desk.session.window.print_overview(None)
    (paper,) = desk.session.window.findChildren(Paper)
    desk.wait(paper)
    assert desk.laptop.printed == [(None, desk.laptop.medewerker_id, "intern")]
    desk.close(paper)


def test_a_bemiddelaar_is_asked_which_werkgever(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    session.window.print_overview(None)
    settle(qtbot, session)
    assert laptop.printed == []
    press(qtbot, session, Key.Key_Escape)


def test_the_file_is_private_and_goes_when_the_preview_closes(desk: Desk) -> None:
    paper = desk.show(desk.mine())
    (file,) = desk.left
    assert file.stat().st_mode & 0o077 == 0
    assert desk.laptop.afdrukmap().stat().st_mode & 0o077 == 0
    desk.close(paper)
    assert desk.left == []


def test_what_a_crash_left_goes_at_the_next_start(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.make()
    profile.settings(Clock())
    (profile.prints / "1").mkdir(parents=True)
    (profile.prints / "1" / "Werkgeversoverzicht.pdf").write_bytes(b"%PDF")
    with profile.locked():
        assert not profile.prints.exists()


def test_the_window_takes_its_paper_along_when_it_closes(desk: Desk) -> None:
    desk.show(desk.mine())
    assert desk.left != []
    desk.session.window.close()
    assert desk.left == []


def test_keys_walk_through_the_sheets(desk: Desk) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    view = paper.card.view
    paper.card._zoom_chosen(Zoom.PAGE.value)
    assert view.count == 15
    for key, page in ((Key.Key_PageDown, 1), (Key.Key_PageDown, 2), (Key.Key_PageUp, 1), (Key.Key_End, 14)):
        press(desk.qtbot, desk.session, key)
        assert view.page == page
    assert paper.card.page.text() == "blad 15 van 15"
    press(desk.qtbot, desk.session, Key.Key_Home)
    assert view.page == 0
    desk.close(paper)


def test_only_what_is_in_sight_is_drawn(desk: Desk) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    view = paper.card.view
    assert view.picture_of(0) is not None
    assert view.picture_of(9) is None
    view.go_to(9)
    settle(desk.qtbot, desk.session)
    assert view.picture_of(9) is not None
    desk.close(paper)


def test_another_size_keeps_the_sheet(desk: Desk) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    view = paper.card.view
    view.go_to(6)
    for zoom in (Zoom.PAGE, Zoom.FULL, Zoom.WIDTH):
        view.set_zoom(zoom)
        settle(desk.qtbot, desk.session)
        assert view.page == 6
    desk.close(paper)


@pytest.mark.parametrize("thema", ["licht", "donker", "hoogcontrast"])
def test_paper_is_white_in_every_theme(desk: Desk, thema: str) -> None:
    desk.session.settings.change(thema=thema)
    settle(desk.qtbot, desk.session)
    paper = desk.show(desk.mine())
    assert paper.card is not None
    view = paper.card.view
    picture = view.viewport().grab().toImage()
    corner = view.rect_of(0).topLeft()
    assert picture.pixelColor(corner.x() + 8, corner.y() + 8) == QColor(Qt.GlobalColor.white)
    desk.close(paper)


class Opener(QObject):
    """Stands for the program that opens PDFs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_another_program_keeps_its_copy_until_werkregie_closes(desk: Desk) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")  # type: ignore[arg-type]
    try:
        paper = desk.show(desk.mine())
        (file,) = desk.left
        assert paper.card is not None
        paper.card.open_button.click()
        assert opener.opened == [str(file)]
        desk.close(paper)
        assert desk.left == [file]
        desk.session.window.close()
        assert desk.left == []
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_progress_counts_and_stopping_closes_without_a_file(desk: Desk) -> None:
    desk.laptop.sheets = 3
    paper = show_paper(desk.session.window, desk.mine())
    card = paper.card
    assert card is not None
    desk.qtbot.waitUntil(lambda: card.words.text() == "Wordt gemaakt: 1 van 14")
    card.stop.click()
    desk.laptop.go_on.set()
    settle(desk.qtbot, desk.session)
    assert paper.card is None
    assert desk.left == []


def test_what_cannot_be_made_is_said_with_a_way_out(desk: Desk) -> None:
    desk.laptop.refuse["overzicht"] = EnvironmentFailure("schijf_vol")
    paper = desk.show(desk.mine())
    assert paper.card is not None
    assert "De schijf is vol." in paper.card.banner.text()
    assert QApplication.focusWidget() is paper.card.close_button
    assert not paper.card.print_button.isVisible()
    desk.close(paper)


def test_a_day_without_visits_says_so(desk: Desk) -> None:
    paper = desk.show(DayFolder(desk.laptop.today().replace(day=29)))
    assert paper.card is not None
    assert "Op 29\u00a0november 2026 staat er geen bezoek in je agenda." in paper.card.banner.text()
    desk.close(paper)


def test_the_dagmap_has_a_sheet_for_each_visit(desk: Desk) -> None:
    paper = desk.show(DayFolder(None))
    assert paper.card is not None
    assert paper.card.title.text() == "Dagmap van dinsdag 17\u00a0november 2026"
    (file,) = desk.left
    assert file.name == "Dagmap 2026-11-17.pdf"
    assert "Restaurant De Oude Haven" in PdfReader(file).pages[0].extract_text()
    desk.close(paper)


def test_saving_copies_it_and_remembers_the_folder(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(Overview(desk.laptop.id(BAKERY)))
    paper.ask_place()
    settle(desk.qtbot, desk.session)
    assert isinstance(paper.dialog, QFileDialog)
    assert Path(paper.dialog.selectedFiles()[0]).name == (
        "Werkgeversoverzicht Bakkerij De Lindehof BV 2026-11-17.pdf"
    )
    paper.dialog.done(0)
    paper.save(str(tmp_path / "uit.pdf"))
    settle(desk.qtbot, desk.session)
    assert paper.card is not None
    assert paper.card.banner.text() == "Opgeslagen als uit.pdf."
    assert len(PdfReader(tmp_path / "uit.pdf").pages) == 1
    paper.ask_place()
    settle(desk.qtbot, desk.session)
    assert isinstance(paper.dialog, QFileDialog)
    assert Path(paper.dialog.directory().absolutePath()) == tmp_path
    paper.dialog.done(0)
    desk.close(paper)
    assert (tmp_path / "uit.pdf").exists()


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(Overview(desk.laptop.id(BAKERY)))
    paper.save(str(tmp_path / "weg" / "uit.pdf"))
    settle(desk.qtbot, desk.session)
    assert paper.card is not None
    assert "uit.pdf" in paper.card.banner.text()
    desk.close(paper)


def test_printing_puts_every_sheet_on_the_printer(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    print_all(desk, paper, printer_to(tmp_path / "printer.pdf"))
    assert paper.card.banner.text() == texts.PRINTED
    printed = PdfReader(tmp_path / "printer.pdf")
    assert len(printed.pages) == 15
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    desk.close(paper)


def test_printing_some_sheets_from_the_dialog(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(desk.mine())
    printer = printer_to(tmp_path / "printer.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    print_all(desk, paper, printer)
    assert len(PdfReader(tmp_path / "printer.pdf").pages) == 3
    desk.close(paper)


def test_closing_the_preview_does_not_stop_the_printer(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(desk.mine())
    paper.print_on(printer_to(tmp_path / "printer.pdf"))
    assert paper.card is not None
    paper.card.reject()
    desk.qtbot.waitUntil(lambda: paper.run is None, timeout=20_000)
    settle(desk.qtbot, desk.session)
    assert len(PdfReader(tmp_path / "printer.pdf").pages) == 15
    assert desk.session.window.toast.text() == texts.PRINTED
    assert desk.left == []


def test_stopping_the_printer_ends_it(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    paper.print_on(printer_to(tmp_path / "printer.pdf"))
    desk.qtbot.waitUntil(lambda: paper.card is not None and paper.card.stop_printing.isVisible())
    paper.card.stop_printing.click()
    desk.qtbot.waitUntil(lambda: paper.run is None, timeout=20_000)
    assert not paper.card.stop_printing.isVisible()
    assert paper.card.print_button.isEnabled()
    assert paper.pdf is not None
    desk.close(paper)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(Overview(desk.laptop.id(BAKERY)))
    assert paper.card is not None
    paper.print_on(printer_to(tmp_path / "weg" / "printer.pdf"))
    desk.qtbot.waitUntil(lambda: paper.run is None, timeout=20_000)
    settle(desk.qtbot, desk.session)
    assert "De printer nam de opdracht niet aan." in paper.card.banner.text()
    desk.close(paper)


def test_what_is_printed_is_what_was_shown(desk: Desk, tmp_path: Path) -> None:
    paper = desk.show(Overview(desk.laptop.id(BAKERY)))
    assert paper.pdf is not None
    whole = paper.pdf.picture(0, 2.0)
    height = whole.height()
    top, below = paper.pdf.picture(0, 2.0, 0, 700), paper.pdf.picture(0, 2.0, 700, height - 700)
    assert (top.height(), below.height()) == (700, height - 700)
    for y in (10, 300, 690, 710, 900, height - 30):
        strip, at = (top, y) if y < 700 else (below, y - 700)
        for x in range(40, whole.width(), 37):
            assert abs(strip.pixelColor(x, at).lightness() - whole.pixelColor(x, y).lightness()) < 8
    desk.close(paper)


@pytest.mark.parametrize(
    ("resolution", "dots"), [(600, 600), (1200, 600), (300, 300), (1440, 480), (720, 360)]
)
def test_dots_are_a_whole_part_of_the_printer(resolution: int, dots: int) -> None:
    assert dots_for(resolution) == dots


def test_every_part_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    paper = desk.show(desk.mine())
    assert paper.card is not None
    words = [label.text() for label in paper.card.findChildren(QLabel)]
    assert "blad 1 van 15" in words
    desk.close(paper)


def test_sheets_lie_below_each_other_and_are_found_by_height() -> None:
    sheets = Sheets.placed([A4] * 100, 1.0, 16)
    assert sheets.tops[0] == 16
    assert sheets.height == 16 + 100 * (842 + 16)
    assert [sheets.at(y) for y in (0, 16, 873, 874, 10**9)] == [0, 0, 0, 1, 99]
    assert list(sheets.between(850, 1700)) == [0, 1]
    assert Sheets.placed([], 1.0, 16).height == 16


@pytest.mark.parametrize(("zoom", "expected"), [(Zoom.WIDTH, 1.31), (Zoom.PAGE, 0.8), (Zoom.FULL, 96 / 72)])
def test_sizes_fit_the_room(zoom: Zoom, expected: float) -> None:
    assert scale_for(zoom, [A4], (812, 706), 16, 1.0) == pytest.approx(expected, abs=0.01)
