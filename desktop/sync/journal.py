"""The commands of this laptop after their answer: up to where answers are kept here, how long, and under
which number. Numbers only put commands in order; what makes a command one and the same is its uuid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, text

from desktop.models.tables.base import instant_text
from desktop.sync import facts
from desktop.sync.protocol import AnswerMessage

KEPT = timedelta(days=30)
CLEANED, LAST = "journaal_tot", "laatste_n"
_ASIDE = 1_000_000_000_000
"""Numbers that nobody uses: where commands wait for their new number."""


_ACKNOWLEDGED = (
    "SELECT coalesce((SELECT min(n) - 1 FROM opdracht "
    "WHERE status IN ('wacht', 'aangevraagd') AND uitkomst IS NULL), (SELECT max(n) FROM opdracht))"
)


def acknowledged(connection: Connection) -> int:
    """Up to this number every answer is kept here; the centre may forget what only the answer needs."""
    return int(connection.exec_driver_sql(_ACKNOWLEDGED).scalar() or 0)


def last_number(connection: Connection) -> int:
    """The number of the newest command of this laptop, also of one that this profile forgot."""
    here = int(connection.exec_driver_sql("SELECT max(n) FROM opdracht").scalar() or 0)
    return max(here, int(facts.get(connection, LAST) or 0))


def follow(connection: Connection, last: int) -> None:
    """The centre knows later commands than this profile: it was put back, and goes on after them."""
    if last > last_number(connection):
        facts.put(connection, **{LAST: str(last)})


def clean(connection: Connection, now: datetime) -> None:
    """Once a day: what was answered long ago goes. The newest stays, for its number.

    By the centre's time, which the answers carry too: a clock that is years ahead forgets nothing.
    """
    moment = datetime.fromisoformat(facts.get(connection, "klok_centrum") or instant_text(now))
    day = instant_text(moment)[:10]
    if facts.get(connection, CLEANED) == day:
        return
    facts.put(connection, **{CLEANED: day})
    connection.execute(
        text(
            "DELETE FROM opdracht WHERE status NOT IN ('wacht', 'aangevraagd') AND beantwoord_op < :before "
            "AND n < (SELECT max(n) FROM opdracht)"
        ),
        {"before": instant_text(moment - KEPT)},
    )


def is_clean(known: Mapping[str, str | None], now: str) -> bool:
    """Whether it was cleaned on this day of the centre; `known` are facts."""
    return known.get(CLEANED) == now[:10]


def to_recognise(connection: Connection, newest: int) -> list[str]:
    """The uuids whose fate the centre is asked for: of what has no answer, and of the newest that have."""
    query = text(
        "SELECT uuid FROM opdracht WHERE uitkomst IS NULL "
        "UNION SELECT uuid FROM (SELECT uuid FROM opdracht ORDER BY n DESC LIMIT :newest)"
    )
    return [row.uuid for row in connection.execute(query, {"newest": newest})]


def renumber(connection: Connection, known: Mapping[str, int], asked: Collection[str], last: int) -> int:
    """Gives commands that the centre knows its number, and the others the next ones; returns how many.

    `known`: uuid → number in the ledger; `asked`: uuids of which the centre said whether it knows them;
    `last`: the last number that the ledger used for this laptop.
    """
    wanted: dict[int, int] = {}
    free = last
    for row in connection.execute(text("SELECT n, uuid, uitkomst FROM opdracht ORDER BY n")):
        if row.uuid in known:
            wanted[row.n] = known[row.uuid]
        elif row.n > last or (row.uitkomst is None and row.uuid in asked):
            free += 1
            wanted[row.n] = free
    moved = {old: new for old, new in wanted.items() if old != new}
    _move(connection, ((old, _ASIDE + old) for old in moved))
    _move(connection, ((_ASIDE + old, new) for old, new in moved.items()))
    facts.put(connection, **{LAST: str(last)})
    return len(moved)


def _move(connection: Connection, numbers: Iterable[tuple[int, int]]) -> None:
    pairs = [(new, old) for old, new in numbers]
    if pairs:
        connection.exec_driver_sql("UPDATE opdracht SET n = ? WHERE n = ?", pairs)


def numbers(answers: Iterable[AnswerMessage]) -> dict[str, int]:
    """uuid → number of answers."""
    return {answer.uuid: answer.n for answer in answers}
