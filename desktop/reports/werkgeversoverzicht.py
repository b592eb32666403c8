"""The werkgeversoverzicht on paper: one werkgever, an accountmanager's portfolio with contents, or all.

Rows come in ready; what a person may see was decided where they were read. Touches the file it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop import dutch
from desktop.models.queries.laptop_rows import Stand
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports import opening, texts
from desktop.reports.columns import draw_stacks
from desktop.reports.contents import Listed, draw_contents, list_sheet
from desktop.reports.document import Document, Imprint
from desktop.reports.house_style import house_style
from desktop.reports.imprints import organisation, state
from desktop.reports.paragraph import Run, wrap
from desktop.reports.sections import (
    AFSPRAKEN,
    CONTACTEN,
    PLAATSINGEN,
    REGIES,
    VESTIGINGEN,
    Edition,
    Section,
    older_contacts,
    persons,
)
from desktop.reports.sections_offered import VACATURES, VRAGEN
from desktop.reports.table import draw_table
from desktop.reports.texts import Voor
from desktop.reports.whole_file import Stopped, whole_file

_CONTENTS_KEY = "inhoud"
SECTIONS: tuple[Section, ...] = (
    *(AFSPRAKEN, VACATURES, VRAGEN, PLAATSINGEN),
    *(CONTACTEN, VESTIGINGEN, REGIES),
)
"""The tables of a sheet in their order; where an edition has no heading for one it is left out."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print. `accountmanager` is a name; `printed_at` is now in UTC: reports have no clock.

    One werkgever has neither `accountmanager` nor `all` nor `chosen` (how many); the others get a contents
    page.
    """

    voor: Voor
    printed_by: str
    printed_at: datetime
    accountmanager: str | None = None
    all: bool = False
    chosen: int = 0

    @property
    def title(self) -> str | None:
        if self.accountmanager:
            return texts.PORTFOLIO.format(self.accountmanager)
        if self.chosen:
            return texts.CHOSEN.format(dutch.number(self.chosen))
        return texts.ALL_EMPLOYERS if self.all else None


def write_overview(
    path: Path,
    sheets: Iterable[Werkgeversblad],
    stand: Stand,
    order: Order,
    on_progress: Callable[[int], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the PDF and return its number of sheets of paper. `sheets` is read one by one, once.

    `on_progress` gets the number of werkgevers done. When `stop()` turns true: `Stopped`, and no file. A file
    that cannot be written: `EnvironmentFailure('bestand_niet_te_schrijven')`; an older one stays as it was.
    """
    with whole_file(path) as stream:
        overview = Overview(Document(stream, house_style(stand.oefen), imprint(stand, order)), order)
        for done, sheet in enumerate(sheets, start=1):
            if stop():
                raise Stopped
            overview.add(sheet)
            on_progress(done)
        pages = overview.finish()
        if stop():
            raise Stopped
    return pages


def imprint(stand: Stand, order: Order) -> Imprint:
    """What every sheet says about itself."""
    kind = f"{texts.DOCUMENT}, {'intern' if order.voor == 'intern' else 'voor werkgever'}"
    printed = texts.PRINTED_INTERN if order.voor == "intern" else texts.PRINTED_WERKGEVER
    return Imprint(
        title=order.title or texts.DOCUMENT,
        author=order.printed_by,
        organisation=organisation(stand),
        kind=kind,
        foot=state(stand),
        foot_second=printed.format(order.printed_by),
    )


class Overview:
    """Draws werkgevers one after another onto a document; the contents page last, put first."""

    def __init__(self, document: Document, order: Order) -> None:
        self.document = document
        self.order = order
        today = dutch.local(order.printed_at).date()
        self.edition = Edition(order.voor, today, document.style)
        self.listed: list[Listed] = []
        if order.title:
            document.outline(texts.CONTENTS, _CONTENTS_KEY)

    def add(self, sheet: Werkgeversblad) -> None:
        """One werkgever, on a new sheet of paper."""
        document, werkgever = self.document, sheet.werkgever
        key = f"w{len(self.listed)}"
        document.chapter(werkgever.naam, key)
        self.listed.append(list_sheet(sheet, key, document.pages, self.edition.today))
        self._opening(sheet)
        self._regie(sheet)
        draw_stacks(document, persons(sheet, self.edition))
        headings = texts.HEADINGS[self.edition.voor]
        for section in SECTIONS:
            if section.name in headings:
                rows = section.rows(sheet, self.edition)
                draw_table(document, headings[section.name], section.columns(self.edition), rows)
            if section is CONTACTEN:
                self._remark(older_contacts(sheet, self.edition))

    def finish(self) -> int:
        """Add the contents page when the order asks for one, and write; returns the number of sheets."""
        document = self.document
        if self.order.title:
            with document.front_sheets(self.order.title, _CONTENTS_KEY):
                self._title(self.order.title)
                draw_contents(document, self.listed, self.edition)
        elif not self.listed:
            document.new_sheet()
            self._title(texts.DOCUMENT)
            self._remark(texts.NO_EMPLOYERS)
        else:
            document.retitle(self.listed[0].name)
        return document.finish()

    def _opening(self, sheet: Werkgeversblad) -> None:
        style, document = self.document.style, self.document
        self._title(sheet.werkgever.naam)
        lines = [Run(opening.facts(sheet, self.edition.voor), style.quiet)]
        if sheet.werkgever.wacht:
            lines.append(Run(texts.NOT_YET_SENT, style.italic))
        document.paragraph(lines, document.left, document.width, 6, 15.0)
        also = opening.also_known_as(sheet.werkgever)
        if also:
            document.paragraph([Run(also, style.quiet)], document.left, document.width, 4, style.leading)

    def _title(self, name: str) -> None:
        """Long names get smaller letters and stay whole."""
        document, style = self.document, self.document.style
        name = " ".join(name.split()) or texts.UNNAMED
        if len(wrap([Run(name, style.title)], document.width, 9)) <= 2:
            self._set_title(name, 26.6, 24.0, large=True)
        else:
            self._set_title(name, 20.0, 16.0, large=False)

    def _set_title(self, name: str, first: float, leading: float, *, large: bool) -> None:
        document = self.document
        letter = document.style.title if large else document.style.long_title
        for index, line in enumerate(wrap([Run(name, letter)], document.width, 14)):
            document.y += leading if index else first
            document.line(document.left, document.y, line)

    def _regie(self, sheet: Werkgeversblad) -> None:
        """The box that says who holds the regie, measured before its border is drawn."""
        document, style, edition = self.document, self.document.style, self.edition
        x, width = document.left + 36.0, document.width - 50.0
        heading = wrap([Run(opening.regie(sheet.werkgever, edition.voor), style.regie)], width, 4)
        warning = opening.do_not_approach(sheet.werkgever, edition.voor, edition.today)
        lines = wrap([Run(warning, style.strong)], width, 6) if warning else []
        quiet = opening.last_and_planned(sheet, edition.today) if edition.intern else texts.WHAT_THIS_IS
        lines += wrap([Run(quiet, style.quiet)], width, 8)
        top = document.y + 14.4
        baseline = top + 21.0
        for line in heading:
            document.line(x, baseline, line)
            baseline += 14.0
        baseline += 3.0
        for line in lines:
            document.line(x, baseline, line)
            baseline += style.leading + 0.8
        bottom = baseline - style.leading - 0.8 + 12.8
        document.flag(document.left + 13.6, top + 14.2)
        document.box(document.left, top, document.width, bottom - top, 5.0, 0.9)
        document.y = bottom

    def _remark(self, text: str) -> None:
        document = self.document
        if text:
            if not document.room(20.0):
                document.new_sheet()
            document.paragraph([Run(text, document.style.cell_quiet)], document.left, document.width, 2, 15.0)
