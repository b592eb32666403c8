"""How long the centre keeps what only an answer or an old cursor needs. PostgreSQL only.

Of a command whose answer its laptop keeps, the ledger forgets after a month what the answer said and what was
typed; number, uuid and outcome stay for ever. That a row left a bucket is kept for longer than any laptop may
stay away: a cursor from before that reads the bucket anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from central import commit
from desktop.models.context import REGION_TIME
from desktop.models.tables.centre import BucketState, FeedDag, FeedEntry

ANSWERS, REMOVALS = timedelta(days=30), timedelta(days=180)
_FORGET_ANSWERS = text(
    "UPDATE grootboek g SET parameters = '{}', vervangen = '{}', argumenten = NULL FROM laptop l "
    "WHERE l.id = g.laptop_id AND g.n <= l.bevestigd_n AND g.ontvangen_op < :before "
    "AND (g.parameters <> '{}' OR g.vervangen <> '{}' OR g.argumenten IS NOT NULL)"
)
_EMPTY_PROFILES = text(
    "UPDATE profiel SET beroepen = '[]', beroepsklasse = NULL, niveau = NULL, uren_min = NULL, "
    "uren_max = NULL, pc4 = NULL, werkfit = NULL, werkfit_op = NULL WHERE verwijderd_op IS NOT NULL "
    "AND (beroepen <> '[]' OR coalesce(beroepsklasse, pc4, werkfit) IS NOT NULL "
    "OR coalesce(niveau, uren_min, uren_max) IS NOT NULL)"
)
_EMPTY_JUDGEMENTS = text(
    "UPDATE werkfitoordeel SET waarde = '', antwoorden = '{}' "
    "WHERE verwijderd_op IS NOT NULL AND (waarde <> '' OR antwoorden <> '{}')"
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many answers, and how many removals of rows from buckets."""

    antwoorden: int
    verwijderingen: int


def empty_withdrawn(session: Session) -> None:
    """Profiles without consent from before their content went with it: they are in no bucket, so no feed."""
    session.execute(_EMPTY_PROFILES)
    session.execute(_EMPTY_JUDGEMENTS)


def forget(session: Session, regio_id: str, now: datetime) -> Forgotten:
    """Everything that is old enough; marks this day for a later time. The caller commits."""
    answers = session.execute(_FORGET_ANSWERS, {"before": now - ANSWERS}).rowcount  # type: ignore[attr-defined]
    empty_withdrawn(session)
    commit.take_lock(session, regio_id)
    today = now.astimezone(REGION_TIME).date()
    _mark(session, regio_id, today)
    return Forgotten(answers, _forget_removals(session, regio_id, today))


def _mark(session: Session, regio_id: str, today: date) -> None:
    last = session.scalar(select(func.max(BucketState.nr)).where(BucketState.regio_id == regio_id)) or 0
    session.execute(insert(FeedDag).values(regio_id=regio_id, dag=today, nr=last).on_conflict_do_nothing())


def _forget_removals(session: Session, regio_id: str, today: date) -> int:
    """Up to the newest mark that is old enough; older marks have done their work."""
    old = (FeedDag.regio_id == regio_id, FeedDag.dag <= today - REMOVALS)
    upto = session.scalar(select(func.max(FeedDag.nr)).where(*old))
    if upto is None:
        return 0
    gone = session.execute(
        delete(FeedEntry)
        .where(FeedEntry.regio_id == regio_id, FeedEntry.weg, FeedEntry.nr <= upto)
        .returning(FeedEntry.bucket, FeedEntry.nr)
    ).all()
    highest: dict[str, int] = {}
    for bucket, number in gone:
        highest[bucket] = max(number, highest.get(bucket, 0))
    for bucket, number in highest.items():
        session.get_one(BucketState, (regio_id, bucket)).opgeruimd_tot = number
    session.execute(delete(FeedDag).where(*old, FeedDag.nr < upto))
    session.flush()
    return len(gone)
