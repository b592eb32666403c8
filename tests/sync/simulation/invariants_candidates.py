"""What must hold of candidates, reckoned here from the rows themselves and not from the table of rights.

One bemiddelaar each · a laptop holds those of its person, and of whom that person stands in for · the profile
is there with consent and not without · what was typed is kept · of whom passed on nothing is left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from desktop.models.commands.quarantaine import CODE as QUARANTINED
from desktop.models.context import REGION_TIME
from desktop.models.rules.kandidaat import SUBJECTS
from tests.sync.simulation.history import History, Violation
from tests.sync.simulation.oracle import Rows

if TYPE_CHECKING:
    from tests.sync.simulation.seat import SimulatedSeat

_HELD = text(
    "SELECT k.id FROM kandidaat k LEFT JOIN kandidaatregie r "
    "ON r.kandidaat_id = k.id AND r.verwijderd_op IS NULL "
    "WHERE k.verwijderd_op IS NULL GROUP BY k.id HAVING count(r.id) <> 1"
)
_MARK = re.compile(r"geheim\d+x\d+")
_NOT_TYPED = frozenset({"codewaarde", "instrument", "nazorgregel"})
"""What a region begins with: no place to look for what somebody typed."""


def require(name: str, holds: bool, what: object) -> None:
    """Raises `Violation` unless it holds."""
    if not holds:
        raise Violation(name, what)


def after_step(history: History) -> None:
    """At every moment somebody holds the regie on each candidate, and one person only (R10)."""
    with history.session() as session:
        wrong = session.scalars(_HELD).all()
    require("I3", not wrong, ("candidates with none or two who hold the regie", wrong))


def at_the_end(history: History, rows: Rows) -> None:
    """At the centre and on every laptop, once it is quiet."""
    after_step(history)
    _offers(rows)
    _profiles(rows)
    today = history.clock.now().astimezone(REGION_TIME).date().isoformat()
    for seat in history.open_seats():
        _mine_only(seat, rows, today)
        _last_work(seat, rows)
        _typed_is_kept(history, seat, rows)


def _live(found: Mapping[str, Any]) -> list[Any]:
    return [row for row in found.values() if "verwijderd_op" not in row]


def _holders(rows: Rows) -> dict[str, str]:
    return {row["kandidaat_id"]: row["bemiddelaar_id"] for row in _live(rows["kandidaatregie"])}


def _offers(rows: Rows) -> None:
    """One at most for a candidate, by who holds the regie."""
    holders = _holders(rows)
    open_ones = [row for row in _live(rows["kandidaat_overdracht"]) if row["status"] == "voorgesteld"]
    named = [row["kandidaat_id"] for row in open_ones]
    require("I3", len(named) == len(set(named)), "two offers of one candidate")
    lost = [row["id"] for row in open_ones if holders[row["kandidaat_id"]] != row["van_id"]]
    require("I3", not lost, ("an offer of a candidate that is with somebody else", lost))


def _profiles(rows: Rows) -> None:
    """As many as there are candidates who are looking and said yes, each with its bemiddelaar."""
    holders = _holders(rows)
    shared = [
        holders[row["id"]]
        for row in _live(rows["kandidaat"])
        if row["status"] == "actief" and "toestemming_delen" in row and "gewist_op" not in row
    ]
    found = [row["bemiddelaar_id"] for row in _live(rows["profiel"])]
    require("I6", sorted(found) == sorted(shared), ("profiles and consent differ", found, shared))


def _mine_only(seat: SimulatedSeat, rows: Rows, today: str) -> None:
    person = rows["medewerker"][seat.person_id]
    me = seat.person_id if person["rol"] == "bemiddelaar" else None
    holders = _holders(rows)
    own = {kandidaat_id for kandidaat_id, holder in holders.items() if holder == me}
    for row in rows["kandidaat_waarneming"].values():
        if row["waarnemer_id"] == me and not row["beeindigd"] and row["van"] <= today:
            own |= {
                kandidaat_id
                for kandidaat_id, holder in holders.items()
                if holder == row["voor_id"] and row.get("kandidaat_id") in (None, kandidaat_id)
            }
    foreign = seat.rows("kandidaat").keys() - own
    require("I6", not foreign, ("a candidate of somebody else", seat.person, foreign))
    special = {row["kandidaat_id"] for row in seat.rows("kandidaat_doelgroep").values()}
    foreign = {kandidaat_id for kandidaat_id in special if holders[kandidaat_id] != me}
    require("I6", not foreign, ("a doelgroep of somebody else", seat.person, foreign))


def _last_work(seat: SimulatedSeat, rows: Rows) -> None:
    """What somebody who left sent about a candidate is for its next bemiddelaar only."""
    if rows["medewerker"][seat.person_id]["rol"] == "bemiddelaar":
        return
    found = [row for row in seat.rows("afstemming").values() if row["code"] == QUARANTINED]
    read = {row["opdracht"] for row in found if row["opdracht"].startswith(("kandidaat.", "voordracht."))}
    require("I6", not read, ("last work about a candidate", seat.person, read))


def marks_in(rows: Iterable[object]) -> set[str]:
    """The words that were typed once and stand somewhere in these."""
    return marks_of(json.dumps(list(rows)))


def marks_of(words: str) -> set[str]:
    """The same of a text."""
    return set(_MARK.findall(words))


def all_marks(rows: Rows) -> set[str]:
    """Those that stand anywhere at the centre."""
    return marks_in(found for table, found in rows.items() if table not in _NOT_TYPED)


def own_marks(seat: SimulatedSeat) -> set[str]:
    """What somebody typed oneself and may keep in the journal: not what is about a candidate."""
    typed = seat.sql("SELECT naam, argumenten FROM opdracht")
    return marks_in(arguments for naam, arguments in typed if naam.partition(".")[0] not in SUBJECTS)


def _typed_is_kept(history: History, seat: SimulatedSeat, rows: Rows) -> None:
    """Applied, in the history of the row, or in an inbox: wherever it is, it is.

    Not where the centre went on from a backup or a laptop was put back: words of what passed on may be gone.
    """
    if seat.restored or history.counts["restores"]:
        return
    lost = {mark for uuid, marks in seat.typed.items() if uuid in seat.accepted for mark in marks}
    lost -= all_marks(rows)
    require("I4", not lost, ("typed and nowhere kept", seat.person, lost))
