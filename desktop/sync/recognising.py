"""A laptop whose numbers the centre used for other commands: put back from an old backup, or copied.

The centre says which of this laptop's commands it knows, by their uuid; those get the answers that were
given, all others new numbers. Nothing typed is lost, nothing is done twice; the round then ends with a
sentence for the person, and the next one goes on.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import new_session
from desktop.models.tables.base import instant_text
from desktop.sync import facts, journal, outbox
from desktop.sync.protocol import COMMANDS_PER_CALL, RecogniseRequest, RecogniseResponse
from desktop.sync.transport import Transport

log = logging.getLogger(__name__)
LATELY, SEEN = timedelta(hours=24), "liep_achter_op"


def put_right(
    engine: Engine, transport: Transport, laptop_id: str, now: datetime
) -> EnvironmentFailure | None:
    """Returns what the person is told; a second time within a day somebody works with a copy.

    None when this centre cannot tell which commands it knows.
    """
    with engine.begin() as connection:
        asked = journal.to_recognise(connection, COMMANDS_PER_CALL)
    try:
        answer = _ask(transport, laptop_id, asked)
    except Weigering as reason:
        if reason.code != "adres_onbekend":
            raise
        return None
    with engine.begin() as connection:
        _adopt(connection, answer, now)
        known = journal.numbers(answer.antwoorden)
        moved = journal.renumber(connection, known, frozenset(asked), answer.laatste_n)
        log.info("the centre knew other commands under these numbers", extra={"hernummerd": moved})
        lately = _seen_lately(connection, now)
    return EnvironmentFailure("laptop_kopie_actief" if lately else "laptop_liep_achter")


def _ask(transport: Transport, laptop_id: str, uuids: list[str]) -> RecogniseResponse:
    whole = RecogniseResponse(0)
    for start in range(0, max(len(uuids), 1), COMMANDS_PER_CALL):
        part = transport.recognise(RecogniseRequest(laptop_id, uuids[start : start + COMMANDS_PER_CALL]))
        whole.antwoorden += part.antwoorden
        whole.laatste_n = part.laatste_n
    return whole


def _adopt(connection: Connection, answer: RecogniseResponse, now: datetime) -> None:
    """Answers by uuid; what this laptop thinks was answered and the centre does not know waits again."""
    known = journal.numbers(answer.antwoorden)
    with new_session(connection) as session:
        outbox.adopt(session, answer.antwoorden, now)
        vervangen = {old: new for one in answer.antwoorden for old, new in one.vervangen.items()}
        outbox.replace_ids(session, vervangen)
        outbox.offer_again(session, answer.laatste_n, besides=frozenset(known))
        session.flush()


def _seen_lately(connection: Connection, now: datetime) -> bool:
    before = facts.get(connection, SEEN)
    facts.put(connection, **{SEEN: instant_text(now)})
    return before is not None and now - datetime.fromisoformat(before) < LATELY
