"""The ledger of commands: what was handled, with which answer, and the audit line beside it. PostgreSQL only.

A uuid stands in it once. A command whose uuid is taken by another laptop, or is none, is kept under a
stand-in, so that its refusal can be kept like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from central import envelope, person_keys
from central.accounts import Account
from central.ahead import Ahead
from desktop.models import audit
from desktop.models.errors import Weigering
from desktop.models.outcome import GEWEIGERD, TOEGEPAST
from desktop.models.tables.among import among
from desktop.models.tables.base import instant_text
from desktop.models.tables.centre import Grootboek, Laptop
from desktop.sync.protocol import AnswerMessage, CommandMessage, RecogniseResponse

QUARANTINE = "quarantaine"


def taken(session: Session, messages: Sequence[CommandMessage]) -> set[str]:
    """Which uuids of these messages the ledger holds already."""
    uuids = [message.uuid for message in messages if envelope.is_id(message.uuid)]
    query = select(Grootboek.uuid).where(among(session, Grootboek.uuid, uuids))
    return set(session.connection().scalars(query)) if uuids else set()


def known(session: Session, account: Account, message: CommandMessage) -> AnswerMessage:
    """The answer given before; raises `Weigering` when this number was used for another command."""
    row = session.get(Grootboek, (account.laptop_id, message.n))
    if row is None or row.uuid not in (message.uuid, envelope.stand_in(account.laptop_id, message.n)):
        raise Weigering("laptop_gekloond", n=message.n)
    return AnswerMessage(row.n, message.uuid, row.uitkomst, row.code, row.parameters, row.vervangen)


def recognised(session: Session, account: Account, uuids: Sequence[str]) -> RecogniseResponse:
    """Which of these commands of this laptop were handled, under which number and with which answer."""
    asked = [uuid for uuid in uuids if envelope.is_id(uuid)]
    query = select(Grootboek).where(Grootboek.laptop_id == account.laptop_id, Grootboek.uuid.in_(asked))
    last = session.get_one(Laptop, account.laptop_id).laatste_n
    return RecogniseResponse(
        last,
        [
            AnswerMessage(row.n, row.uuid, row.uitkomst, row.code, row.parameters, row.vervangen)
            for row in session.scalars(query.order_by(Grootboek.n))
        ],
    )


def recognition_line(account: Account, now: datetime, count: int) -> audit.AuditLine:
    """That a profile was put back or copied is of interest to whoever looks after the laptops."""
    actor, origin = account.actor.medewerker_id, f"laptop:{account.laptop_id}"
    return audit.AuditLine(now, actor, "laptop.herken", origin, f"bekend:{count}"[:40], origin)


def row(
    account: Account, uuid: str, message: CommandMessage, answer: AnswerMessage, now: datetime
) -> dict[str, Any]:
    """The line of a handled command; what was typed is kept when nothing else keeps it."""
    keep = answer.uitkomst in (GEWEIGERD, QUARANTINE)
    return {
        "laptop_id": account.laptop_id,
        "n": message.n,
        "uuid": uuid,
        "naam": envelope.name(message),
        "versie": envelope.version(message),
        "medewerker_id": account.actor.medewerker_id,
        "ontvangen_op": instant_text(now),
        "uitkomst": answer.uitkomst,
        "code": answer.code,
        "parameters": answer.parameters,
        "vervangen": answer.vervangen,
        "argumenten": envelope.arguments(message) if keep else None,
    }


def write(session: Session, ahead: Ahead, rows: Sequence[dict[str, Any]]) -> None:
    """Keeps the lines of a batch; what was typed is under the keys of the people whom it is about."""
    for row in rows:
        if row["argumenten"] is not None:
            named = person_keys.people_in(row["naam"], row["argumenten"])
            people = named | person_keys.behind(session, row["argumenten"]) | {row["medewerker_id"]}
            row["argumenten"] = person_keys.shut(session, people, row["argumenten"])
    if rows:
        table: Any = Grootboek.__table__
        ahead.put(table, msgspec.json.encode(rows))


def audit_line(
    account: Account, uuid: str, message: CommandMessage, answer: AnswerMessage, now: datetime
) -> audit.AuditLine:
    """Who did what with which result; no content."""
    result = answer.uitkomst if answer.uitkomst == TOEGEPAST else f"{answer.uitkomst}:{answer.code}"
    return audit.AuditLine(
        now,
        account.actor.medewerker_id,
        envelope.name(message),
        f"opdracht:{uuid}",
        result[:40],
        f"laptop:{account.laptop_id}",
    )
