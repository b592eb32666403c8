"""A round in which nothing was new: seen by reading alone, and kept without waiting for the disk.

Most rounds are of this kind. What it writes (when the last round was, and a line of the log) may be lost at
a power cut; nothing that was typed or received is in it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from desktop.models.tables.base import instant_text
from desktop.sync import facts, journal, mass_delete, sending
from desktop.sync.protocol import SyncRequest, SyncResponse

_BUCKETS = "SELECT bucket, cursor, aantal, hash FROM bucket_cursor"
_OPEN = (
    "SELECT EXISTS (SELECT 1 FROM opdracht WHERE status IN ('wacht', 'aangevraagd')) "
    "OR EXISTS (SELECT 1 FROM before_image)"
)


def brought_nothing(request: SyncRequest, response: SyncResponse) -> bool:
    """Whether call and answer carried nothing."""
    carried = request.opdrachten or response.antwoorden or response.paginas or response.buckets_weg
    carried = carried or response.te_oud
    return not carried and not response.te_oud and not response.meer and request.epoch == response.epoch


def is_quiet(connection: Connection, response: SyncResponse) -> bool:
    """Whether everything here is as the whole of a round would leave it, but for the time.

    Nothing waits, nothing is being put right, cursors, counts and hashes are those of the answer, and the
    centre says of itself and of the person what it said before.
    """
    known = facts.everything(connection)
    kept = {row[0]: tuple(row[1:]) for row in connection.exec_driver_sql(_BUCKETS)}
    return (
        all(kept.get(bucket, (None,))[0] == cursor for bucket, cursor in response.cursors.items())
        and all(kept.get(bucket, (0, 0, 0))[1:] == tuple(state) for bucket, state in response.standen.items())
        and all(known.get(name) == value for name, value in _said(response).items())
        and not known.get("herstelt")
        and not known.get(mass_delete.FACT)
        and known.get("vult") != "1"
        and not known.get(sending.ROOM)
        and journal.is_clean(known, response.tijd)
        and known.get("vegen", "0") in ("0", None)
        and not connection.exec_driver_sql(_OPEN).scalar()
    )


def _said(response: SyncResponse) -> dict[str, str]:
    return facts.of_person(response.wie) | {"catalogus_centrum": response.catalogus}


def keep(connection: Connection, response: SyncResponse, now: datetime) -> None:
    """That there was a round."""
    moment = instant_text(now)
    facts.put(connection, bijgewerkt_op=moment, klok_centrum=response.tijd, klok_laptop=moment)
