"""The day as lines of one list: headings with their items, in words. Pure: rows in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from desktop.models.queries.day_rows import Vandaag
from desktop.models.queries.rows import ActieRij, WerkgeverRegel
from desktop.views import dates
from desktop.views import texts as window_texts
from desktop.views.vandaag import texts

SILENT_SHOWN = 5


class Kind(Enum):
    HEADING = "heading"
    ACTION = "actie"
    EMPLOYER = "werkgever"
    LINK = "link"


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


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list. `right` with its `token`; `struck` when it was finished here."""

    key: str
    kind: Kind
    title: str
    where: str = ""
    right: str = ""
    token: str = "tekst_2"
    icon: str = ""
    section: str = ""
    werkgever_id: str = ""
    count: int = 0
    struck: bool = False
    moved: bool = False
    waits: bool = False
    last: bool = False
    actie: ActieRij | None = None

    @property
    def heading(self) -> bool:
        return self.kind is Kind.HEADING

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        if self.heading:
            return texts.heading_sentence(self.title, self.count)
        waits = texts.SENT_WORD if self.waits else ""
        return texts.spoken_row((self.title, self.where, self.right, waits))


_SECTIONS = (
    ("te_laat", texts.LATE),
    ("vandaag", texts.TODAY),
    ("deze_week", texts.THIS_WEEK),
    ("zonder_datum", texts.UNDATED),
)


def waiting(day: Vandaag) -> int:
    """What the rail counts: colleagues who wait for an answer, what is late and what is for today."""
    return len(open_asks(day)) + len(day.te_laat) + len(day.vandaag)


def open_asks(day: Vandaag) -> tuple[object, ...]:
    """Requests and offered transfers that nobody answered yet."""
    offered = tuple(row for row in day.overdrachten if row.status == "voorgesteld" and not row.wacht)
    return (*day.verzoeken, *offered)


def lines(day: Vandaag, kept: Mapping[str, Kept], before: Sequence[Line] = ()) -> tuple[Line, ...]:
    """All lines. `before` are those shown until now: what is kept stands where it stood in them."""
    result: list[Line] = []
    for name, title in _SECTIONS:
        rows: tuple[ActieRij, ...] = getattr(day, name)
        section = [_action(row, name, day.dag) for row in rows if row.id not in kept]
        section = _with_kept(section, name, kept, before)
        result += _section(name, title, section)
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
