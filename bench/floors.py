"""What a push costs on PostgreSQL when nothing is decided: the same rows without rules or rights.

Two floors: rows by multi-row SQL, and the same rows through the ORM. Both commit once per call's worth, as
the centre does, with durability on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Engine, delete, insert
from sqlalchemy.orm import Session

from bench import region
from desktop.models.store import central_engine
from desktop.models.tables import Contactmoment, Contactnotitie
from desktop.sync.protocol import COMMANDS_PER_CALL

Pair = tuple[dict[str, Any], dict[str, Any]]


def measure(url: str, regio_id: str, by: str, count: int, werkgevers: int) -> tuple[float, float]:
    """Seconds for multi-row SQL and for the ORM; leaves no rows behind."""
    engine = central_engine(url)
    pairs = [_pair(number, werkgevers, regio_id, by) for number in range(count)]
    try:
        return _timed(engine, pairs, _multi_row), _timed(engine, pairs, _orm)
    finally:
        engine.dispose()


def _pair(number: int, werkgevers: int, regio_id: str, by: str) -> Pair:
    moment = region.contact(9_000_000 + number, werkgevers, regio_id, by)
    return moment, region.note(number, moment)


def _timed(engine: Engine, pairs: Sequence[Pair], write: Callable[[Session, Sequence[Pair]], None]) -> float:
    begin = time.perf_counter()
    for part in _parts(pairs):
        with Session(engine) as session, session.begin():
            write(session, part)
    took = time.perf_counter() - begin
    with Session(engine) as session, session.begin():
        session.execute(
            delete(Contactnotitie).where(Contactnotitie.id.in_([note["id"] for _, note in pairs]))
        )
        session.execute(delete(Contactmoment).where(Contactmoment.id.in_([row["id"] for row, _ in pairs])))
    return took


def _parts(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    for start in range(0, len(pairs), COMMANDS_PER_CALL):
        yield pairs[start : start + COMMANDS_PER_CALL]


def _multi_row(session: Session, pairs: Sequence[Pair]) -> None:
    session.execute(insert(Contactmoment.__table__), [_typed(row) for row, _ in pairs])  # type: ignore[arg-type]
    session.execute(insert(Contactnotitie.__table__), [_typed(note) for _, note in pairs])  # type: ignore[arg-type]


def _orm(session: Session, pairs: Sequence[Pair]) -> None:
    for row, note in pairs:
        session.add(Contactmoment(**_typed(row)))
        session.add(Contactnotitie(**_typed(note)))
    session.flush()


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """The rows of the region are as they travel; the tables want dates and moments."""
    return {name: region.typed(name, value) for name, value in row.items()}
