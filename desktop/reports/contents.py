"""The contents page of a portfolio: where to find each werkgever, and what is open there.

Touches the document it draws on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop import dutch
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports import opening, texts
from desktop.reports.document import Document
from desktop.reports.paragraph import Run
from desktop.reports.sections import Edition
from desktop.reports.table import ROW_BASELINE, Column, draw_table


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the contents page. `drawn` is the sheet in the order of drawing, `key` its bookmark."""

    name: str
    place: str
    last_contact: date | None
    open: int
    late: int
    key: str
    drawn: int


def list_sheet(sheet: Werkgeversblad, key: str, drawn: int, today: date) -> Listed:
    """What the contents page keeps of a werkgever, so that the sheet itself can be forgotten."""
    rows = list(opening.open_acties(sheet))
    werkgever = sheet.werkgever
    return Listed(
        name=" ".join(werkgever.naam.split()) or texts.UNNAMED,
        place=werkgever.plaats or werkgever.gemeente or "",
        last_contact=max((row.datum for row in sheet.contacten), default=None),
        open=len(rows),
        late=sum(row.deadline is not None and row.deadline < today for row in rows),
        key=key,
        drawn=drawn,
    )


def draw_contents(document: Document, listed: Sequence[Listed], edition: Edition) -> None:
    """One line in figures, then the list; every row leads to its werkgever when clicked."""
    lead = _lead(listed, edition) if listed else texts.NO_EMPLOYERS
    document.paragraph([Run(lead, document.style.quiet)], document.left, document.width, 3, 15.0)
    document.y += 6.0

    def refer(row: Listed, top: float, height: float) -> None:
        document.number_later(document.right, top + ROW_BASELINE, row.drawn)
        document.link(row.key, document.left, top, document.width, height)

    draw_table(document, texts.CONTENTS, _columns(edition), listed, refer)


def _lead(listed: Sequence[Listed], edition: Edition) -> str:
    total = dutch.count(len(listed), "werkgever", "werkgevers")
    still_open, late = sum(row.open for row in listed), sum(row.late for row in listed)
    if not edition.intern or not still_open:
        return f"{total}."
    acties = f"{dutch.count(still_open, 'actie', 'acties')} nog open"
    return f"{total}. {acties}, waarvan {dutch.number(late)} te laat." if late else f"{total}. {acties}."


def _columns(edition: Edition) -> tuple[Column[Listed], ...]:
    name: Column[Listed] = Column("werkgever", 48, lambda row: row.name)
    place: Column[Listed] = Column("plaats", 20, lambda row: row.place)
    sheet: Column[Listed] = Column("blad", 8, lambda _: "", right=True)
    if not edition.intern:
        return (name, place, sheet)
    last: Column[Listed] = Column("laatste contact", 16, lambda row: _day(row.last_contact))
    still: Column[Listed] = Column("nog open", 18, _promised)
    return (name, place, last, still, sheet)


def _day(day: date | None) -> str:
    return dutch.short_date(day) if day else "nog geen"


def _promised(row: Listed) -> str:
    if not row.open:
        return ""
    return f"{row.open}, {row.late} te laat" if row.late else str(row.open)
