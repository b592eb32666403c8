"""The day as lines of one list: headings with their items, in words. Pure: rows in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import GedaanRij, Vandaag
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import dates
from desktop.views import texts as window_texts
from desktop.views.vandaag import care_items, texts
from desktop.views.vandaag.care import Care
from desktop.views.vandaag.lines import Kind, Line

SILENT_SHOWN = 5
REQUEST, VISIT = "contactverzoek", "bezoek"
"""Kinds of acties that stand elsewhere: among the questions, and in the agenda."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What happened here to an actie. It keeps its place, in other clothes, until one leaves the page.

    `words` stand at its right; `answered` once the laptop took the command, whose uuid is `uuid`.
    """

    row: ActieRij
    section: str
    words: str
    done: bool
    answered: bool = False
    uuid: str = ""


_SECTIONS = (
    ("te_laat", texts.LATE),
    ("vandaag", texts.TODAY),
    ("deze_week", texts.THIS_WEEK),
    ("zonder_datum", texts.UNDATED),
)


NOTHING_MORE = Care()


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits for an action: answers to colleagues, what is late, what is for today, next steps."""

    answers: int
    late: int
    today: int
    steps: int

    @property
    def all(self) -> int:
        return self.answers + self.late + self.today + self.steps


def counts(day: Vandaag, care: Care = NOTHING_MORE) -> Counts:
    """What the head of the page says."""
    return Counts(
        len(open_asks(day, care)),
        len(day.te_laat) + care_items.late(care, day.dag),
        len(day.vandaag) + care_items.due_today(care, day.dag),
        len(care.voordrachten),
    )


def waiting(day: Vandaag, care: Care = NOTHING_MORE) -> int:
    """What the rail counts."""
    return counts(day, care).all


def open_asks(day: Vandaag, care: Care = NOTHING_MORE) -> tuple[object, ...]:
    """Requests, offered transfers and signalen that nobody answered yet."""
    offered = tuple(row for row in day.overdrachten if row.status == "voorgesteld" and not row.wacht)
    candidates = tuple(row for row in care.overdrachten if not row.wacht)
    return (*day.verzoeken, *offered, *candidates, *care.signalen)


def lines(
    day: Vandaag,
    kept: Mapping[str, Kept],
    before: Sequence[Line] = (),
    care: Care = NOTHING_MORE,
    done: Sequence[GedaanRij] = (),
) -> tuple[Line, ...]:
    """All lines. `before` are those shown until now: what is kept stands where it stood in them. `done` was
    finished today and is struck through until the day ends.
    """
    result: list[Line] = []
    for name, title in _SECTIONS:
        rows: tuple[ActieRij, ...] = getattr(day, name)
        section = [_action(row, name, day.dag) for row in rows if row.id not in kept]
        section = _with_done(section, name, [one for one in done if one.row.id not in kept], day.dag)
        section = _with_kept(section, name, kept, before)
        section += care_items.dated(care, name, day.dag, done)
        result += _section(name, title, section)
    for name, title in care_items.GROUPS:
        result += _section(name, title, care_items.grouped(care, name, day.dag))
    result += _section("stil", texts.SILENT, list(_silent(day)), day.aantal_stil)
    return tuple(result)


def _section(name: str, title: str, rows: list[Line], count: int | None = None) -> Iterator[Line]:
    if not rows:
        return
    still = sum(1 for row in rows if not (row.struck or row.moved)) if count is None else count
    token = "fout" if name == "te_laat" and still else "tekst_2"
    yield Line(f"kop:{name}", Kind.HEADING, title, token=token, section=name, count=still)
    yield from rows[:-1]
    yield replace(rows[-1], last=True)


def _with_done(section: list[Line], name: str, done: Sequence[GedaanRij], today: date) -> list[Line]:
    """Acties that were finished today, among the others by day and time."""
    found = []
    for one in done:
        row = one.row
        if not isinstance(row, ActieRij) or row.soort in (REQUEST, VISIT):
            continue
        where = care_items.when_done(row.deadline, today) if row.deadline else "zonder_datum"
        if where == name:
            found.append(replace(_kept_line(Kept(row, name, texts.DONE, done=True)), uuid=one.uuid))
    return sorted([*section, *found], key=_moment) if found else section


def _moment(line: Line) -> tuple[date, str]:
    actie = line.actie
    return (actie.deadline or date.max, actie.tijd or "99") if actie is not None else (date.max, "99")


def _with_kept(
    section: list[Line], name: str, kept: Mapping[str, Kept], before: Sequence[Line]
) -> list[Line]:
    """Puts what was finished or moved here back after the line that it followed."""
    order = [line.key for line in before if line.section == name]
    for one in sorted(
        (one for one in kept.values() if one.section == name), key=lambda one: _at(order, one.row.id)
    ):
        place = _at(order, one.row.id)
        earlier = set(order[:place])
        at = max((number + 1 for number, line in enumerate(section) if line.key in earlier), default=0)
        section.insert(at, _kept_line(one))
    return section


def _at(order: Sequence[str], key: str) -> int:
    return order.index(key) if key in order else len(order)


def _kept_line(one: Kept) -> Line:
    row = one.row
    return Line(
        row.id,
        Kind.ACTION,
        row.gevraagde_handeling,
        row.werkgever,
        one.words,
        section=one.section,
        werkgever_id=row.werkgever_id,
        struck=one.done,
        moved=not one.done,
        actie=row,
    )


def _action(row: ActieRij, section: str, today: date) -> Line:
    right, token, icon = _when(row, section, today)
    return Line(
        row.id,
        Kind.ACTION,
        row.gevraagde_handeling,
        row.werkgever,
        right,
        token,
        icon,
        section,
        row.werkgever_id,
        waits=row.wacht,
        actie=row,
    )


def _when(row: ActieRij, section: str, today: date) -> tuple[str, str, str]:
    if section == "te_laat" and row.deadline is not None:
        if row.deadline == today:
            return texts.before_time(row.tijd or ""), "fout", "klok"
        return dates.late(row.deadline, today), "fout", "klok"
    if section == "vandaag" and row.tijd:
        return (row.tijd if row.soort == "bezoek" else texts.before_time(row.tijd)), "tekst_2", ""
    if section == "deze_week" and row.deadline is not None:
        return texts.week_day(row.deadline, row.tijd, today), "tekst_2", ""
    return "", "tekst_2", ""


def _silent(day: Vandaag) -> Iterator[Line]:
    for row in day.stil[:SILENT_SHOWN]:
        yield Line(
            f"stil:{row.id}",
            Kind.EMPLOYER,
            row.naam,
            _about(row),
            texts.days_silent(row.laatste_contact, day.dag),
            icon="werkgever",
            section="stil",
            werkgever_id=row.id,
        )
    if day.stil:
        yield Line("stil:alle", Kind.LINK, texts.all_silent(day.aantal_stil), section="stil")


def _about(row: WerkgeverRegel) -> str:
    actions = window_texts.open_actions(row.open_acties) if row.open_acties else ""
    return ", ".join(part for part in (row.plaats or row.gemeente or "", actions) if part)
