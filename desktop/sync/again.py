"""What a centre did not know yet is sent again, once for every time that the centre learnt something.

A command that only a newer centre can read was refused and is shown in Afstemming; its words stay in the
journal. So is one about a werkgever that a restored centre had lost, until its maker brings it back. What
was refused because of it goes along, in the same order, with the time of then and with what its author had
seen. Nothing is sent twice: each old line says which command took its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop.models.bus import read_command
from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.errors import Weigering
from desktop.models.outcome import GEWEIGERD
from desktop.models.store import database_errors, new_session
from desktop.models.tables import Afstemming
from desktop.models.tables.laptop import BucketRow, Opdracht
from desktop.sync import facts
from desktop.sync.outbox import Envelope, accept_in

NOT_YET, OF_AN_OLDER_CENTRE = "opdracht_nog_onbekend", "opdracht_onbekend"
NO_SUCH_EMPLOYER = "werkgever_onbekend"
TAKEN_UP = "opnieuw"
"""In the answer of an old line: the uuid of the command that took its place."""
TRIED_WITH = "catalogus"
"""There too: what the centre knew that refused it last."""
Fresh = Callable[[], Envelope]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A command as it was typed; `row` is its line in the journal of this laptop."""

    naam: str
    versie: int
    argumenten: Mapping[str, Any]
    tijd: datetime
    basis: Mapping[str, Any]
    row: Opdracht | None


def offer_what_was_unknown(engine: Engine, envelope: Fresh) -> int:
    """How many commands wait again; `envelope` gives another one for each."""
    with database_errors(), engine.begin() as connection, new_session(connection) as session:
        catalogue = facts.get(connection, "catalogus_centrum")
        due = [*_unknown(session, catalogue), *_came_after_all(session)] if catalogue else []
        offered = sum(_offer(session, row, envelope) for row in due)
        session.flush()
        return offered


def _unknown(session: Session, catalogue: str) -> Sequence[Opdracht]:
    """Refused by a centre that knew other things than this one; each is tried once with each."""
    codes = (NOT_YET, OF_AN_OLDER_CENTRE)
    query = select(Opdracht).where(Opdracht.status == GEWEIGERD, Opdracht.code.in_(codes))
    rows = [row for row in session.scalars(query.order_by(Opdracht.n)) if TAKEN_UP not in row.parameters]
    tried_with = {row.n: row.parameters.get(TRIED_WITH) for row in rows}
    for row in rows:
        if tried_with[row.n] != catalogue:
            row.parameters = {**row.parameters, TRIED_WITH: catalogue}
    # The refusal of a moment ago is of this centre; only one that tells nothing leaves no mark.
    fresh = {row.n for row in rows if tried_with[row.n] is None and row.code == NOT_YET}
    return [row for row in rows if tried_with[row.n] != catalogue and row.n not in fresh]


def _came_after_all(session: Session) -> Sequence[Opdracht]:
    """About a werkgever that the centre did not know, as after a restore, and that it sent since (R4)."""
    query = select(Opdracht).where(Opdracht.status == GEWEIGERD, Opdracht.code == NO_SUCH_EMPLOYER)
    rows = [row for row in session.scalars(query.order_by(Opdracht.n)) if TAKEN_UP not in row.parameters]
    named = {str(row.parameters.get("id")) for row in rows}
    held = select(BucketRow.rij_id).where(BucketRow.tabel == "werkgever", BucketRow.rij_id.in_(named))
    here = set(session.scalars(held)) if named else set()
    return [row for row in rows if row.parameters.get("id") in here]


def _offer(session: Session, row: Opdracht, envelope: Fresh) -> int:
    """All of a group or nothing of it: what still cannot be stays in Afstemming for its author."""
    item = session.scalar(
        select(Afstemming).where(Afstemming.opdracht_uuid == row.uuid, Afstemming.soort == "weigering")
    )
    if item is not None and item.keuze == TAKEN_UP:
        return 0  # its author did it, here or on another laptop
    group = [_of_row(row), *(_followers(session, item.id) if item else ())]
    try:
        with session.begin_nested():
            _send(session, group, envelope)
            if item is not None and item.status == "open":
                settled = KiesAfstemming(afstemming_id=item.id, keuze=TAKEN_UP)
                accept_in(session, settled, envelope(), again=True)
            session.flush()
    except Weigering:
        session.expire_all()
        return 0
    return len(group)


def _of_row(row: Opdracht) -> _Typed:
    return _Typed(row.naam, row.versie, row.argumenten, row.tijd, row.basis, row)


def _followers(session: Session, item_id: str) -> list[_Typed]:
    """In the order of typing; what was typed on another laptop is only in the inbox."""
    items = session.scalars(
        select(Afstemming)
        .where(Afstemming.hoort_bij_id == item_id, Afstemming.status == "open")
        .order_by(Afstemming.aangemaakt_op, Afstemming.id)
    ).all()
    uuids = [item.opdracht_uuid for item in items]
    here = {row.uuid: row for row in session.scalars(select(Opdracht).where(Opdracht.uuid.in_(uuids)))}
    own = sorted((row for row in here.values()), key=lambda row: row.n)
    elsewhere = [item for item in items if item.opdracht_uuid not in here]
    return [*map(_of_row, own), *map(_of_item, elsewhere)]


def _of_item(item: Afstemming) -> _Typed:
    version = item.opdracht_versie or 1
    return _Typed(item.opdracht or "", version, item.argumenten, item.aangemaakt_op, {}, None)


def _send(session: Session, group: Iterable[_Typed], envelope: Fresh) -> None:
    for typed in group:
        fresh = replace(envelope(), tijd=typed.tijd)
        command = read_command(typed.naam, typed.versie, typed.argumenten)
        accept_in(session, command, fresh, again=True)
        session.flush()
        sent = session.scalars(select(Opdracht).where(Opdracht.uuid == fresh.uuid)).one()
        sent.basis = {**sent.basis, **typed.basis}
        if typed.row is not None:
            typed.row.parameters = {**typed.row.parameters, TAKEN_UP: fresh.uuid}
