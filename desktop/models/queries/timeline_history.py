"""Entries of a timeline that come from the history: changed fields, imports, and records that were merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, literal_column, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.day_rows import ImportRij, SamenvoegingRij
from desktop.models.queries.medewerker import names
from desktop.models.queries.timeline_order import Asked, Key, Rows, before_by_instant, instant_of, of_instant
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.tables import Contactnotitie, Veldwijziging, Werkgever

# What the entry of the task or agreement itself tells, and what notes said before.
_TOLD_ELSEWHERE = or_(
    Veldwijziging.tabel == Contactnotitie.__tablename__,
    and_(Veldwijziging.tabel == "actie", Veldwijziging.veld.in_(("status", "afgerond_op"))),
    and_(Veldwijziging.tabel == "afspraak", Veldwijziging.veld == "status"),
    Veldwijziging.tabel.in_(("voordracht", "mijlpaal", "nazorgactie", "signaal")),
    Veldwijziging.tabel.in_(("vacature", "vacature_overdracht", "vacature_dossier", "werkgeversvraag")),
    and_(Veldwijziging.tabel == "plaatsing", Veldwijziging.veld.in_(("status", "feitelijke_einddatum"))),
)
# One person and one row: within one moment that is one entry.
_WHOSE = Veldwijziging.rij_id + literal_column("'.'") + Veldwijziging.aangemaakt_door


def _changes(werkgever_id: str, *columns: Any) -> Select[*tuple[Any, ...]]:
    return select(*columns).where(
        Veldwijziging.werkgever_id == werkgever_id,
        Veldwijziging.verwijderd_op.is_(None),
        Veldwijziging.import_batch.is_(None),
        ~_TOLD_ELSEWHERE,
    )


def change_keys(session: Session, asked: Asked) -> list[Key]:
    """One key for all fields of a row that one person changed at one moment."""
    moment = Veldwijziging.aangemaakt_op
    query = (
        _changes(asked.werkgever_id, moment, _WHOSE.label("whose"))
        .where(before_by_instant(moment, _WHOSE, asked))
        .group_by(moment, _WHOSE)
        .order_by(moment.desc(), _WHOSE.desc())
        .limit(asked.limit)
    )
    return [of_instant(row.aangemaakt_op, asked.rank, row.whose) for row in session.execute(query)]


def change_rows(session: Session, werkgever_id: str, keys: Sequence[Key]) -> Rows:
    """The fields of each entry, by name."""
    moments = [instant_of(key) for key in keys]
    query = _changes(werkgever_id, Veldwijziging).where(
        Veldwijziging.aangemaakt_op.between(min(moments), max(moments)),
        Veldwijziging.rij_id.in_({key.id.partition(".")[0] for key in keys}),
    )
    wanted, groups = set(keys), dict[Key, tuple[VeldwijzigingRij, ...]]()
    changes = session.scalars(query.order_by(Veldwijziging.veld, Veldwijziging.id)).all()
    for row, shown in zip(changes, as_rows(session, changes), strict=True):
        key = of_instant(row.aangemaakt_op, keys[0].rank, f"{row.rij_id}.{row.aangemaakt_door}")
        if key in wanted:
            groups[key] = (*groups.get(key, ()), shown)
    return groups


def import_keys(session: Session, asked: Asked) -> list[Key]:
    """One key for each import that brought this werkgever in or changed it: a few in its whole life."""
    found = _imports(session, asked.werkgever_id).values()
    keys = [of_instant(row.op, asked.rank, row.batch) for row in found]
    below = [key for key in keys if asked.below is None or key < asked.below]
    return sorted(below, reverse=True)[: asked.limit]


def import_rows(session: Session, werkgever_id: str, keys: Sequence[Key]) -> Rows:
    """What each import did here. The name of its file stays with who imported it."""
    found = _imports(session, werkgever_id)
    return {key: found[key.id] for key in keys if key.id in found}


def _imports(session: Session, werkgever_id: str) -> dict[str, ImportRij]:
    query = (
        select(
            Veldwijziging.import_batch.label("batch"),
            func.min(Veldwijziging.aangemaakt_op).label("op"),
            func.min(Veldwijziging.aangemaakt_door).label("door"),
            func.count().label("velden"),
        )
        .where(
            Veldwijziging.werkgever_id == werkgever_id,
            Veldwijziging.verwijderd_op.is_(None),
            Veldwijziging.import_batch.is_not(None),
        )
        .group_by(Veldwijziging.import_batch)
    )
    who = names(session)
    found = {
        row.batch: ImportRij(row.batch, None, row.velden, who.get(row.door, ""), row.op)
        for row in session.execute(query)
    }
    made = session.get(Werkgever, werkgever_id)
    if made is not None and made.import_batch:
        fields = found[made.import_batch].velden if made.import_batch in found else 0
        by = who.get(made.aangemaakt_door, "")
        found[made.import_batch] = ImportRij(made.import_batch, None, fields, by, made.aangemaakt_op)
    return found


def merge_keys(session: Session, asked: Asked) -> list[Key]:
    """Records that went on in this werkgever: merged, or registered twice."""
    moment = func.coalesce(Werkgever.verwijderd_op, Werkgever.gewijzigd_op)
    query = (
        select(Werkgever.id, Werkgever.verwijderd_op, Werkgever.gewijzigd_op)
        .where(
            Werkgever.samengevoegd_met == asked.werkgever_id,
            before_by_instant(moment, Werkgever.id, asked),
        )
        .order_by(moment.desc(), Werkgever.id.desc())
        .limit(asked.limit)
    )
    return [
        of_instant(row.verwijderd_op or row.gewijzigd_op, asked.rank, row.id)
        for row in session.execute(query)
    ]


def merge_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    """Their names, and who joined them."""
    who = names(session)
    rows = session.scalars(select(Werkgever).where(Werkgever.id.in_([key.id for key in keys])))
    found = {row.id: row for row in rows}
    plans = select(Veldwijziging.rij_id).where(
        Veldwijziging.rij_id.in_(list(found)),
        Veldwijziging.veld == Werkgever.samengevoegd_met.key,
        Veldwijziging.verwijderd_op.is_(None),
    )
    planned = set(session.scalars(plans))
    return {
        key: SamenvoegingRij(
            row.id,
            row.naam,
            who.get(row.gewijzigd_door, ""),
            row.verwijderd_op or row.gewijzigd_op,
            row.id in planned,
        )
        for key in keys
        if (row := found.get(key.id)) is not None
    }
