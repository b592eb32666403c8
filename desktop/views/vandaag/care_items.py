"""What a day asks beside acties as lines of its list, in words. Pure: rows in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop.models.queries.day_rows import GedaanRij
from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij, TeLaatRij
from desktop.models.queries.plaatsing_rows import VoordrachtRij
from desktop.models.queries.vacature_rows import VacatureRegel
from desktop.views import dates
from desktop.views.vandaag import texts
from desktop.views.vandaag.care import Care, end_of_week
from desktop.views.vandaag.lines import Kind, Line

LATE, TODAY, WEEK = "te_laat", "vandaag", "deze_week"
STEPS, VACANCIES, ENDING, COLLEAGUES = "voordrachten", "vacatures", "aflopend", "bij_collegas"
GROUPS = (
    (STEPS, texts.STEPS),
    (VACANCIES, texts.VACANCIES_WAITING),
    (ENDING, texts.ENDING),
    (COLLEAGUES, texts.COLLEAGUES_LATE),
)
"""Below what has a day; what nobody is late with yet comes last."""


def when(day: date, today: date) -> str:
    """The group in which something of that day stands."""
    return LATE if day < today else TODAY if day == today else WEEK


def dated(care: Care, section: str, today: date, done: Sequence[GedaanRij] = ()) -> list[Line]:
    """Talks and administration of one of the groups with a day, the first one first; what was finished
    today stands where it stood.
    """
    found = [*_dated(care, today), *_done(done, today)]
    ordered = sorted((pair for pair in found if pair[1].section == section), key=lambda pair: pair[0])
    return [line for _, line in ordered]


def when_done(day: date | None, today: date) -> str:
    """The group of what was finished today; of what was for later, today."""
    if day is None:
        return TODAY
    return when(day, today) if day <= end_of_week(today) else TODAY


def _done(done: Sequence[GedaanRij], today: date) -> Iterator[tuple[date, Line]]:
    for one in done:
        row = one.row
        if isinstance(row, NazorgRij):
            day = row.gepland_op
            line = _talk(row, when_done(day, today), today)
        elif isinstance(row, InstrumentTaakRij):
            day = row.deadline or today
            line = _task(row, when_done(row.deadline, today), day, today)
        else:
            continue
        yield day, replace(line, right=texts.DONE, token="tekst_2", icon="", struck=True, uuid=one.uuid)


def _dated(care: Care, today: date) -> Iterator[tuple[date, Line]]:
    for talk in care.nazorg:
        yield talk.gepland_op, _talk(talk, when(talk.gepland_op, today), today)
    for task in care.taken:
        if task.deadline is not None:
            yield task.deadline, _task(task, when(task.deadline, today), task.deadline, today)
    for put in care.gesprekken:
        if put.gesprek_op is not None:
            yield put.gesprek_op, _meeting(put, when(put.gesprek_op, today), put.gesprek_op, today)


def late(care: Care, today: date) -> int:
    return sum(1 for line in dated(care, LATE, today) if line.kind is not Kind.FOLLOW)


def due_today(care: Care, today: date) -> int:
    return sum(1 for line in dated(care, TODAY, today) if line.kind is not Kind.FOLLOW)


def grouped(care: Care, section: str, today: date) -> list[Line]:
    """The lines of a group of its own."""
    made: dict[str, Iterator[Line]] = {
        STEPS: (_step(row, today) for row in care.voordrachten),
        VACANCIES: (_vacancy(row, today) for row in care.vacatures),
        ENDING: (_ending(row, today) for row in care.aflopend),
        COLLEAGUES: (_colleague(row, today) for row in care.bij_collegas),
    }
    return list(made[section])


def _right(day: date, section: str, today: date) -> tuple[str, str, str]:
    """Words at the right, their colour, and the clock of what is late."""
    if section == LATE:
        return dates.late(day, today), "fout", "klok"
    return (texts.week_day(day, None, today) if section == WEEK else ""), "tekst_2", ""


def _talk(row: NazorgRij, section: str, today: date) -> Line:
    right, token, icon = _right(row.gepland_op, section, today)
    where = ", ".join(part for part in (row.kandidaat, row.werkgever) if part)
    return Line(
        row.id,
        Kind.TALK,
        texts.talk(row.spoor, row.naam),
        where,
        right,
        token,
        icon,
        section,
        row.werkgever_id,
        waits=row.wacht,
        row=row,
    )


def _task(row: InstrumentTaakRij, section: str, day: date, today: date) -> Line:
    right, token, icon = _right(day, section, today)
    where = ", ".join(part for part in (row.kandidaat, row.instrument) if part)
    return Line(
        row.id,
        Kind.TASK,
        row.wat,
        where,
        right,
        token,
        icon,
        section,
        row.werkgever_id or "",
        waits=row.wacht,
        row=row,
    )


def _meeting(row: VoordrachtRij, section: str, day: date, today: date) -> Line:
    """A talk of a candidate with an employer: to know of, not to tick."""
    right = row.gesprek_tijd or "" if section == TODAY else texts.week_day(day, row.gesprek_tijd, today)
    return Line(
        f"gesprek:{row.id}",
        Kind.FOLLOW,
        texts.meeting(row.kandidaat),
        row.werkgever,
        right,
        mark="persoon",
        section=section,
        werkgever_id=row.werkgever_id,
        waits=row.wacht,
        row=row,
    )


def _step(row: VoordrachtRij, today: date) -> Line:
    who = ", ".join(part for part in (row.vacature, row.werkgever) if part)
    return Line(
        row.id,
        Kind.FOLLOW,
        texts.step(row.status, row.kandidaat, row.gesprek_op is not None and row.gesprek_op < today),
        who,
        texts.since(row.gesprek_op or row.status_op, today),
        mark="persoon",
        section=STEPS,
        werkgever_id=row.werkgever_id,
        waits=row.wacht,
        row=row,
    )


def _vacancy(row: VacatureRegel, today: date) -> Line:
    closes = texts.closes(row.sluitingsdatum, today) if row.sluitingsdatum else ""
    return Line(
        row.id,
        Kind.FOLLOW,
        row.naam,
        row.werkgever,
        closes,
        mark="vacature",
        section=VACANCIES,
        werkgever_id=row.werkgever_id,
        waits=row.wacht,
        row=row,
    )


def _ending(row: InzetRij, today: date) -> Line:
    where = ", ".join(part for part in (row.kandidaat, row.werkgever) if part)
    return Line(
        row.id,
        Kind.FOLLOW,
        row.instrument,
        where,
        texts.ends(row.einde, today) if row.einde else "",
        mark="klok",
        section=ENDING,
        werkgever_id=row.werkgever_id or "",
        waits=row.wacht,
        row=row,
    )


def _colleague(row: TeLaatRij, today: date) -> Line:
    """Only how many: what a talk is about is its own business."""
    return Line(
        f"te_laat:{row.medewerker_id or ''}",
        Kind.FOLLOW,
        row.medewerker or texts.NOBODY_HOLDS,
        texts.overdue(row.plaatsing, row.relatie),
        texts.oldest(row.oudste, today),
        mark="nazorg",
        section=COLLEAGUES,
        row=row,
    )
