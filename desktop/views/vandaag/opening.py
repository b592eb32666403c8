"""Where a line of Vandaag leads: the page of what it is about, or the dossier of its werkgever. Pure."""

from __future__ import annotations

from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.plaatsing_rows import VoordrachtRij
from desktop.models.queries.vacature_rows import VacatureRegel
from desktop.views import pages
from desktop.views.vandaag import texts
from desktop.views.vandaag.lines import Line

_WORDS = {
    pages.PLACEMENTS: texts.OPEN_PLACEMENT,
    pages.VACANCIES: texts.OPEN_VACANCY,
    pages.CANDIDATES: texts.OPEN_CANDIDATE,
}


def target(line: Line) -> tuple[str, str] | None:
    """(page, id); None for what has no page of its own but that of its werkgever."""
    row = line.row
    if isinstance(row, NazorgRij):
        return pages.PLACEMENTS, row.plaatsing_id
    if isinstance(row, InstrumentTaakRij | InzetRij):
        if row.plaatsing_id:
            return pages.PLACEMENTS, row.plaatsing_id
        return pages.CANDIDATES, row.kandidaat_id
    if isinstance(row, VacatureRegel):
        return pages.VACANCIES, row.id
    if isinstance(row, VoordrachtRij):
        return _of_proposal(row)
    return None


def _of_proposal(row: VoordrachtRij) -> tuple[str, str] | None:
    if row.plaatsing_id:
        return pages.PLACEMENTS, row.plaatsing_id
    if row.kandidaat_id:
        return pages.CANDIDATES, row.kandidaat_id
    return (pages.VACANCIES, row.vacature_id) if row.vacature_id else None


def words(line: Line) -> str:
    """The item of its menu; empty where the werkgever is all there is."""
    there = target(line)
    return _WORDS.get(there[0], "") if there is not None else ""
