"""The werkgeversoverzicht on paper: one werkgever, an accountmanager's portfolio with contents, or all.

Rows come in ready; what a person may see was decided where they were read. Touches the file it is told to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop import dutch
from desktop.models.queries.rows import Stand, Werkgeversblad
from desktop.reports import opening, texts
from desktop.reports.columns import draw_stacks
from desktop.reports.document import Document, Imprint
from desktop.reports.house_style import house_style
from desktop.reports.paragraph import Run, wrap
from desktop.reports.sections import CONTACTEN, SECTIONS, Edition, older_contacts, persons
from desktop.reports.table import ROW_BASELINE, Column, draw_table
from desktop.reports.texts import Voor
from desktop.reports.whole_file import whole_file

_CONTENTS_KEY = "inhoud"


class Stopped(Exception):  # noqa: N818 - nothing went wrong: the person asked for it
    """The person stopped the making; there is no file."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print. `accountmanager` is a name; `printed_at` is now in UTC: reports have no clock.

    One werkgever has neither `accountmanager` nor `all`; the others get a contents page.
    """

    voor: Voor
    printed_by: str
    printed_at: datetime
    accountmanager: str | None = None
    all: bool = False

    @property
    def title(self) -> str | None:
        if self.accountmanager:
            return texts.PORTFOLIO.format(self.accountmanager)
        return texts.ALL_EMPLOYERS if self.all else None


def write_overview(
    path: Path,
    sheets: Iterable[Werkgeversblad],
    stand: Stand,
    order: Order,
    on_progress: Callable[[int], None] = lambda done: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the PDF and return its number of sheets of paper. `sheets` is read one by one, once.

    `on_progress` gets the number of werkgevers done. When `stop()` turns true: `Stopped`, and no file. When the
    file cannot be written: `EnvironmentFailure('bestand_niet_te_schrijven')`, and an older file stays as it was.
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
        organisation=_organisation(stand),
        kind=kind,
        foot=_state(stand),
        foot_second=printed.format(order.printed_by),
    )


def _organisation(stand: Stand) -> str:
    if stand.oefen:
        return texts.OEFENOMGEVING
    return stand.regio if stand.regio.startswith("Werkcentrum") else f"Werkcentrum {stand.regio}"


def _state(stand: Stand) -> str:
    moment = stand.bijgewerkt_op
    known = texts.NEVER_SYNCED if moment is None else texts.STATE_OF.format(dutch.long_moment(moment))
    if not stand.wachtend:
        return f"{known} {texts.ALL_SENT}"
    return f"{known} {texts.NOT_SENT_COUNT.format(dutch.count(stand.wachtend, 'wijziging', 'wijzigingen'))}"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the contents page."""

    name: str
    place: str
    last_contact: date | None
    open: int
    late: int
    key: str
    drawn: int


class Overview:
    """Draws werkgevers one after another onto a document; the contents page last, put first."""

    def __init__(self, document: Document, order: Order) -> None:
        self.document = document
        self.order = order
        today = dutch.local(order.printed_at).date()
        self.edition = Edition(order.voor, today, document.style)
        self.listed: list[_Listed] = []
        if order.title:
            document.outline(texts.CONTENTS, _CONTENTS_KEY)

    def add(self, sheet: Werkgeversblad) -> None:
        """One werkgever, on a new sheet of paper."""
        document, werkgever = self.document, sheet.werkgever
        key = f"w{len(self.listed)}"
        document.chapter(werkgever.naam, key)
        self.listed.append(_listed(sheet, key, document.pages, self.edition.today))
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
        """Add the contents page when the order asks for one, and write; returns the number of sheets of paper."""
        document = self.document
        if self.order.title:
            with document.front_sheets(self.order.title, _CONTENTS_KEY):
                self._contents(self.order.title)
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

    def _contents(self, title: str) -> None:
        document = self.document
        self._title(title)
        lead = self._lead() if self.listed else texts.NO_EMPLOYERS
        document.paragraph([Run(lead, document.style.quiet)], document.left, document.width, 3, 15.0)
        draw_table(document, texts.CONTENTS, self._contents_columns(), self.listed, self._contents_row)

    def _lead(self) -> str:
        count = dutch.count(len(self.listed), "werkgever", "werkgevers")
        if not self.edition.intern:
            return f"{count}."
        still_open, late = sum(row.open for row in self.listed), sum(row.late for row in self.listed)
        promised = f"{dutch.number(still_open)} beloofd en nog open"
        return f"{count}. {promised}, waarvan {dutch.number(late)} te laat." if late else f"{count}. {promised}."

    def _contents_columns(self) -> tuple[Column[_Listed], ...]:
        name: Column[_Listed] = Column("werkgever", 46, lambda row: row.name)
        place: Column[_Listed] = Column("plaats", 22, lambda row: row.place)
        sheet: Column[_Listed] = Column("blad", 8, lambda row: "", right=True)
        if not self.edition.intern:
            return (name, place, sheet)
        last: Column[_Listed] = Column("laatste contact", 16, lambda row: _day(row.last_contact))
        still: Column[_Listed] = Column("beloofd", 18, _promised)
        return (name, place, last, still, sheet)

    def _contents_row(self, row: _Listed, top: float, height: float) -> None:
        document = self.document
        document.number_later(document.right, top + ROW_BASELINE, row.drawn)
        document.link(row.key, document.left, top, document.width, height)


def _listed(sheet: Werkgeversblad, key: str, drawn: int, today: date) -> _Listed:
    rows = list(opening.open_acties(sheet))
    werkgever = sheet.werkgever
    return _Listed(
        name=" ".join(werkgever.naam.split()) or texts.UNNAMED,
        place=werkgever.plaats or werkgever.gemeente or "",
        last_contact=max((row.datum for row in sheet.contacten), default=None),
        open=len(rows),
        late=sum(row.deadline is not None and row.deadline < today for row in rows),
        key=key,
        drawn=drawn,
    )


def _day(day: date | None) -> str:
    return dutch.short_date(day) if day else "nog geen"


def _promised(row: _Listed) -> str:
    if not row.open:
        return ""
    return f"{row.open} open, {row.late} te laat" if row.late else f"{row.open} open"
