"""How long a placement lasts: months, interruptions, and what the rows prove (docs/adr/0016).

*Duurzaam* is longer than six months (source 002). The rule of this region, in words:

1. A milestone is on the first day after 1, 3 or 6 whole months of work, the first day of work counted. Who
   works on that day, worked longer than that. Where a month has no such day it is the first of the next one:
   six months from 31 August are over on 28 February, so the milestone is on 1 March.
2. Days on which the work lay still count as going on while they are together at most 31. With the
   interruption that makes them more, the count starts anew on the day after it. A milestone that was reached
   before such an interruption began stays reached.
   What lay still when the placement ended, lay still until its last day: it is kept as it was said and cut
   off where it is counted, so that another last day needs nothing but that day.
3. An interruption whose end is not known moves nothing yet; meanwhile nobody can confirm that a milestone
   after its beginning was reached.
4. The last day of work decides what the rows prove: a milestone on or before it was reached, one after it was
   not (uitval). As long as there is no last day the rows prove nothing, and what nobody confirmed is unknown.
   Unknown is never success.
5. What the rows prove goes before what somebody said earlier, but for uitval: who said that the work had
   stopped is not overruled by a later last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop.frozen import dataclass
from desktop.models.errors import Weigering

MONTHS = (1, 3, 6)
LASTING = 6
"""Milestone of a placement that is called duurzaam."""
STILL_DAYS = 31
UNKNOWN, REACHED, DROPPED = "onbekend", "gerealiseerd", "uitval"
NOT_YET = "nog_niet"
BY_SYSTEM = "systeem"
RUNS, ENDED, NEVER_BEGAN = "loopt", "beeindigd", "vervallen"
TRIAL = "proefplaatsing"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Still:
    """Days on which the work lay still, both included; `tot` is empty while it lasts."""

    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a milestone, and who said so."""

    uitkomst: str
    door: str | None


def months_of(soort: str) -> tuple[int, ...]:
    """A proefplaatsing is no work that can last yet: it has no milestones, the placement after it has."""
    return () if soort == TRIAL else MONTHS


def months_after(day: date, months: int) -> date:
    """The first day after so many whole months that begin with this day; none is after the last there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1)


def _day_after(day: date) -> date:
    return day + _DAY if day < date.max else day


def until(still: Still, last_day: date | None) -> Still:
    """No longer than the placement (rule 2); what would begin after its last day is left as it was said."""
    if last_day is None or still.van > last_day:
        return still
    return Still(still.van, min(still.tot or last_day, last_day))


def within(stills: Iterable[Still], last_day: date | None) -> list[Still]:
    """As they count for a placement with this last day: what begins after it never lay still."""
    return [until(still, last_day) for still in stills if last_day is None or still.van <= last_day]


def milestone_day(start: date, months: int, stills: Iterable[Still]) -> date:
    """The day of a milestone with the interruptions that are over (rules 1 and 2)."""
    begin, days = start, 0
    for still in _joined(start, stills):
        if still.van > months_after(begin, months):
            break
        last = still.tot or still.van
        days += (last - max(still.van, begin)).days + 1
        if days > STILL_DAYS:
            begin, days = _day_after(last), 0
    return months_after(begin, months)


def _joined(start: date, stills: Iterable[Still]) -> Iterator[Still]:
    """Those that are over, by their beginning; what touches or overlaps is one."""
    over = sorted((max(still.van, start), still.tot) for still in stills if still.tot and still.tot >= start)
    current: Still | None = None
    for van, tot in over:
        if current and current.tot and van <= _day_after(current.tot):
            current = Still(current.van, max(current.tot, tot))
            continue
        if current:
            yield current
        current = Still(van, tot)
    if current:
        yield current


def proven(day: date, last_day: date | None, today: date) -> str | None:
    """What the rows prove of a milestone on this day (rule 4); None is nothing."""
    if last_day is None:
        return None
    if last_day < day:
        return DROPPED
    return REACHED if day <= today else None


def reckoned(said: Outcome, day: date, last_day: date | None, today: date) -> Outcome:
    """What is known of a milestone after its day or the last day of work changed (rule 5)."""
    proof = proven(day, last_day, today)
    by_person = _by_person(said)
    if said.uitkomst == DROPPED and by_person:
        return said
    if proof == DROPPED or (proof == REACHED and not (by_person and said.uitkomst == REACHED)):
        return Outcome(proof, BY_SYSTEM)
    if not by_person or (said.uitkomst == REACHED and day > today):
        return Outcome(UNKNOWN, None)
    return said


def _by_person(said: Outcome) -> bool:
    return said.door not in (None, BY_SYSTEM)


def require_not_seen(said: Outcome, months: int) -> None:
    """Somebody said whether the work lasted so long: a proefplaatsing has nothing to say that of."""
    if said.uitkomst != UNKNOWN and _by_person(said):
        raise Weigering("plaatsing_soort_bevestigd", aantal=months)


def require_confirmable(
    said: Outcome, day: date, last_day: date | None, today: date, stills: Iterable[Still]
) -> None:
    """Whether this may be said of a milestone: never before its day, and never against the rows."""
    proof = proven(day, last_day, today)
    if said.door == BY_SYSTEM:
        if said.uitkomst != proof:
            raise Weigering("mijlpaal_niet_bewezen", datum=day.isoformat())
        return
    if said.uitkomst == REACHED and proof == DROPPED and last_day:
        raise Weigering("mijlpaal_al_uitval", einde=last_day.isoformat(), datum=day.isoformat())
    if said.uitkomst == DROPPED and proof == REACHED and last_day:
        raise Weigering("mijlpaal_wel_gehaald", einde=last_day.isoformat(), datum=day.isoformat())
    if said.uitkomst != UNKNOWN and proof is None and today < day:
        raise Weigering("mijlpaal_nog_niet", datum=day.isoformat())
    if said.uitkomst == REACHED:
        _require_not_still(day, stills)


def _require_not_still(day: date, stills: Iterable[Still]) -> None:
    """Rule 3: while the work lies still nobody knows yet when the count goes on."""
    since = min((still.van for still in stills if still.tot is None and still.van <= day), default=None)
    if since is not None:
        raise Weigering("mijlpaal_onderbreking_loopt", van=since.isoformat())


def require_end(start: date, last_day: date) -> None:
    """Who never came has no last day: such a placement never began."""
    if last_day < start:
        raise Weigering("plaatsing_einde_voor_start", start=start.isoformat())


def require_running(status: str) -> None:
    """What ended or never began is not changed as if it went on."""
    if status != RUNS:
        raise Weigering("plaatsing_loopt_niet", hoe=status)


def require_period(start: date, van: date, tot: date | None, last_day: date | None) -> None:
    """An interruption lies within the placement."""
    if van < start:
        raise Weigering("onderbreking_voor_start", start=start.isoformat())
    if tot is not None and tot < van:
        raise Weigering("onderbreking_eindigt_voor_begin", van=van.isoformat())
    if last_day is not None and (tot or van) > last_day:
        raise Weigering("onderbreking_na_einde", einde=last_day.isoformat())


def standing(uitkomst: str, day: date, today: date) -> str:
    """How a milestone is counted and shown: one that is still to come is not unknown but not yet."""
    return NOT_YET if uitkomst == UNKNOWN and day > today else uitkomst
