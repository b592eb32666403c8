"""The schedule of looking after a placement: which talks on which days follow from the region's lines.

Pure: values in, a proposal out. A talk falls on the next working day; one that must be before something
(the end of a contract) on the working day before, so that a limit from the law is never passed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from desktop.frozen import dataclass
from desktop.models.rules.working_days import moved, on_or_after, on_or_before, whole_months

EMPLOYEE, EMPLOYER, RELATION = "werknemer", "werkgever", "relatie"
PLANNED, DONE, DROPPED = "gepland", "gedaan", "vervallen"
AFTER_LINE = "na_regel"
TRIAL = "proefplaatsing"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a placement; an empty list asks nothing."""

    soorten: frozenset[str] = frozenset()
    contract: frozenset[str] = frozenset()
    instrumenten: frozenset[str] = frozenset()
    forfait: bool | None = None
    duur_minimaal: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the region's schedule."""

    code: str
    spoor: str
    naam: str
    anker: str
    verschuiving: int
    eenheid: str
    na_regel: str | None = None
    herhaal_maanden: int | None = None
    alleen_bij: Condition = Condition()
    volgorde: int = 0
    bron: str | None = None


def line_of(row: Any) -> Line:
    """A line from its row: anything with these fields."""
    only = row.alleen_bij or {}
    return Line(
        code=row.code,
        spoor=row.spoor,
        naam=row.naam,
        anker=row.anker,
        verschuiving=row.verschuiving,
        eenheid=row.eenheid,
        na_regel=row.na_regel,
        herhaal_maanden=row.herhaal_maanden,
        alleen_bij=Condition(
            soorten=frozenset(only.get("soorten", ())),
            contract=frozenset(only.get("contract", ())),
            instrumenten=frozenset(only.get("instrumenten", ())),
            forfait=only.get("forfait"),
            duur_minimaal=only.get("duur_minimaal"),
        ),
        volgorde=row.volgorde,
        bron=row.bron,
    )


@dataclass(frozen=True, slots=True)
class Placement:
    """What the schedule asks of a placement."""

    start: date
    soort: str = "baan"
    contract: str | None = None
    verwachte_einde: date | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """An instrument that is asked for or runs at this placement."""

    code: str
    start: date | None = None
    einde: date | None = None
    forfait: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """A talk that follows from a line. `bron` is why it is there."""

    regel: str
    spoor: str
    naam: str
    datum: date
    bron: str | None


def propose(
    placement: Placement, used: Sequence[Used], lines: Iterable[Line], fixed: Mapping[str, date] | None = None
) -> tuple[Proposed, ...]:
    """All talks by day. `fixed` are days of lines that are planned or done: what comes after follows them."""
    ordered = sorted(lines, key=lambda line: (line.volgorde, line.code))
    by_code = {line.code: line for line in ordered}
    days: dict[str, date | None] = {}
    for line in ordered:
        _resolve(line, placement, used, by_code, days, dict(fixed or {}), frozenset())
    found = [
        Proposed(line.code, line.spoor, line.naam, day, line.bron)
        for line in ordered
        if (day := days.get(line.code)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.datum, by_code[one.regel].volgorde, one.regel)))


def _resolve(
    line: Line,
    placement: Placement,
    used: Sequence[Used],
    by_code: Mapping[str, Line],
    days: dict[str, date | None],
    fixed: Mapping[str, date],
    asking: frozenset[str],
) -> date | None:
    """The day of a line; None when it does not apply, or waits for one that does not, or for itself."""
    if line.code in days:
        return days[line.code]
    anchor: date | None = None
    if _applies(line, placement, used):
        before = by_code.get(line.na_regel or "") if line.anker == AFTER_LINE else None
        if before is not None and before.code not in asking:
            following = asking | {line.code}
            day = _resolve(before, placement, used, by_code, days, fixed, following)
            anchor = fixed.get(before.code, day) if day else None
        elif line.anker != AFTER_LINE:
            anchor = _anchor(line, placement, used)
    day = placed(anchor, line.verschuiving, line.eenheid) if anchor else None
    days[line.code] = None if day and _after_trial(placement, day) else day
    return days[line.code]


def _after_trial(placement: Placement, day: date) -> bool:
    """A proefplaatsing is not prolonged as a contract is: the work after it is a placement of its own."""
    end = placement.verwachte_einde
    return placement.soort == TRIAL and end is not None and day > end


def placed(anchor: date, count: int, unit: str) -> date:
    """A working day: after the anchor the next one, before it the one before."""
    day = moved(anchor, count, unit)
    return on_or_before(day) if count < 0 else on_or_after(day)


def _applies(line: Line, placement: Placement, used: Sequence[Used]) -> bool:
    only = line.alleen_bij
    fits = (
        (not only.soorten or placement.soort in only.soorten)
        and (not only.contract or placement.contract in only.contract)
        and (only.duur_minimaal is None or _lasts(placement, only.duur_minimaal))
    )
    return fits and (not (only.instrumenten or only.forfait is not None) or _used(line, used) is not None)


def _lasts(placement: Placement, months: int) -> bool:
    end = placement.verwachte_einde
    return end is None or (end >= placement.start and whole_months(placement.start, end) >= months)


def _used(line: Line, used: Sequence[Used]) -> Used | None:
    """The first instrument that the line is about."""
    only = line.alleen_bij
    fits = (
        one
        for one in used
        if (not only.instrumenten or one.code in only.instrumenten)
        and (only.forfait is None or one.forfait == only.forfait)
    )
    return min(fits, key=lambda one: (one.start or date.max, one.code), default=None)


def _anchor(line: Line, placement: Placement, used: Sequence[Used]) -> date | None:
    one = _used(line, used)
    begin, end = _trial(placement, used)
    half = begin + (end - begin) // 2 if begin and end and end >= begin else None
    return {
        "start": placement.start,
        "verwachte_einde": placement.verwachte_einde,
        "proefplaatsing_helft": half,
        "proefplaatsing_einde": end,
        "instrument_start": one.start if one else None,
        "instrument_einde": one.einde if one else None,
    }.get(line.anker)


def _trial(placement: Placement, used: Sequence[Used]) -> tuple[date | None, date | None]:
    """Begin and end of the proefplaatsing: of the instrument, or else of a placement that is one."""
    for one in used:
        if one.code == TRIAL:
            return one.start or placement.start, one.einde
    if placement.soort == TRIAL:
        return placement.start, placement.verwachte_einde
    return None, None


@dataclass(frozen=True, slots=True)
class Item:
    """A talk as it is planned. `touched`: a person chose its day or tried already."""

    id: str
    regel: str | None
    gepland_op: date
    status: str
    touched: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """A planned talk whose line gives another day now: from the day that is planned to that one."""

    id: str
    van: date
    naar: date


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved along, and what somebody has to look at: talks that stayed because they were touched, talks
    that the schedule does not give any more, and talks that it gives and that nobody planned.
    """

    verschoven: tuple[Shift, ...] = ()
    gebleven: tuple[Shift, ...] = ()
    losgeraakt: tuple[Item, ...] = ()
    erbij: tuple[Proposed, ...] = ()


def shifted(items: Collection[Item], proposal: Collection[Proposed], codes: Collection[str] = ()) -> Moved:
    """Only what nobody touched moves. `codes` are the lines that count now: what was planned by one that the
    region stopped with since, stays as it is. Where a line came back, the talk that was done gave the day.
    """
    days = {one.regel: one.datum for one in proposal}
    again = {item.regel for item in items if item.status == DONE}
    planned = [
        item
        for item in sorted(items, key=lambda item: (item.gepland_op, item.id))
        if item.status == PLANNED and item.regel not in again
    ]
    moving = [
        (item.touched, Shift(item.id, item.gepland_op, days[item.regel]))
        for item in planned
        if item.regel in days and days[item.regel] != item.gepland_op
    ]
    known = {item.regel for item in items}
    return Moved(
        verschoven=tuple(one for touched, one in moving if not touched),
        gebleven=tuple(one for touched, one in moving if touched),
        losgeraakt=tuple(item for item in planned if item.regel in codes and item.regel not in days),
        erbij=tuple(one for one in proposal if one.regel not in known) if items else (),
    )


def following(line: Line, done: date) -> date | None:
    """The next day of a line that comes back; None when it does not."""
    if line.herhaal_maanden is None:
        return None
    return placed(done, line.herhaal_maanden, "maand")
