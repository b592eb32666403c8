"""A guard against losing much at once: a round that would remove very many rows asks a person first.

Taking a bucket away is the centre's right and asks nobody. What is asked and answered is a fact of this
laptop; the round itself leaves everything as it was.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection

from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.day_rows import Verwijdervraag
from desktop.models.tables.base import instant_text
from desktop.sync import facts

FACT = "verwijderen"
ROWS, PERCENT = 250, 10
"""So many rows, and so much of what is here, may not go without a person's consent."""
CODE = "veel_verwijderd"


class MassDelete(EnvironmentFailure):
    """The round stopped before anything was removed."""

    def __init__(self, aantal: int, totaal: int) -> None:
        super().__init__(CODE, aantal=aantal, totaal=totaal)
        self.aantal, self.totaal = aantal, totaal


def check(connection: Connection, removed: int) -> None:
    """Raises `MassDelete` when too much went in this transaction and nobody agreed to that much."""
    if removed < ROWS:
        return
    here = sum(count for count, _ in facts.bucket_totals(connection).values()) + removed
    if removed * 100 < here * PERCENT:
        return
    known = question(connection)
    if known is None or not known.akkoord or removed > known.aantal + ROWS:
        raise MassDelete(removed, here)


def ask(connection: Connection, stop: MassDelete, now: datetime) -> None:
    """Keeps the question; an answer to as much as this was asked before stands."""
    known = question(connection)
    answer, since = (known.akkoord, known.sinds) if known else (None, now)
    if known and known.akkoord and stop.aantal > known.aantal:
        answer = None
    _keep(connection, Verwijdervraag(stop.aantal, stop.totaal, since, answer))


def answer(connection: Connection, akkoord: bool) -> bool:
    """What the person decided; False when nothing was asked."""
    known = question(connection)
    if known is None:
        return False
    _keep(connection, Verwijdervraag(known.aantal, known.totaal, known.sinds, akkoord))
    return True


def question(connection: Connection) -> Verwijdervraag | None:
    """What was asked; None when nothing waits for a person."""
    kept = facts.get(connection, FACT)
    if not kept:
        return None
    values = json.loads(kept)
    since = datetime.fromisoformat(values["sinds"])
    return Verwijdervraag(values["aantal"], values["totaal"], since, values["akkoord"])


def forget(connection: Connection) -> None:
    """A round was whole: nothing is asked any more."""
    if facts.get(connection, FACT):
        facts.put(connection, **{FACT: None})


def _keep(connection: Connection, asked: Verwijdervraag) -> None:
    values = {"aantal": asked.aantal, "totaal": asked.totaal, "akkoord": asked.akkoord}
    facts.put(connection, **{FACT: json.dumps(values | {"sinds": instant_text(asked.sinds)})})
