"""Whether what came in is about anything that waits here: if not, what waits need not run again. SQLite only.

Asked too often costs time, asked too seldom costs truth: whatever a command may have read beyond rows by id
(people, code lists, who stands in, doubles of a werkgever) counts as touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from desktop.sync.rebase import Intake

READ_BY_MANY = frozenset(
    {
        *("medewerker", "codewaarde", "waarneming", "betrokkenheid", "bewaarde_lijst"),
        *("kandidaatregie", "kandidaat_waarneming"),
    }
)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_WAITING = (
    "SELECT naam, argumenten, basis, werkgever_id, uitkomst FROM opdracht "
    "WHERE status IN ('wacht', 'aangevraagd')"
)


def concerns_waiting(connection: Connection, intake: Intake) -> bool:
    """True when rows must be put back and waiting commands run again."""
    waiting = connection.exec_driver_sql(_WAITING).all()
    images = {row.rij_id for row in connection.exec_driver_sql("SELECT rij_id FROM before_image")}
    if not waiting:
        return bool(images)
    if intake.buckets_gone or intake.forgotten or intake.anything_left:
        return True
    if any(row.uitkomst is not None for row in waiting) or READ_BY_MANY & intake.rows.keys():
        return True
    if "werkgever" in intake.rows and any(row.naam.startswith("werkgever.") for row in waiting):
        return True
    named = set(images)
    for row in waiting:
        named.update(_ID.findall(f"{row.argumenten} {row.basis} {row.werkgever_id}"))
    return any(not named.isdisjoint(ids) for ids in _ids(intake))


def _ids(intake: Intake) -> Iterator[tuple[object, ...]]:
    """The row itself and what it hangs on."""
    for rows in intake.rows.values():
        for row_id, wire in rows.items():
            yield row_id, *(value for name, value in wire.items() if name.endswith("_id"))
