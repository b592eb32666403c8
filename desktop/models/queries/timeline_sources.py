"""Where the entries of a timeline come from: one source per kind, keys first, rows only for the page.

A source reads the newest keys below a key, one more than fits on a page; `rows` reads what the page shows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from desktop.frozen import dataclass
from desktop.models.queries import (
    actie,
    contact,
    overdracht,
    plaatsing,
    regie,
    timeline_history,
    timeline_nazorg,
    vacature,
    voordracht,
    werkgeversvraag,
)
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.timeline_order import (
    Asked,
    Key,
    Rows,
    before_by_day,
    before_by_instant,
    before_by_time,
    by_id,
    of_day,
    of_instant,
)
from desktop.models.rules.plaatsing import UNKNOWN
from desktop.models.rules.vacature import OPEN
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Mijlpaal,
    Nazorgactie,
    Overdracht,
    Plaatsing,
    Regie,
    Vacature,
    VacatureOverdracht,
    Voordracht,
    Werkgeversvraag,
)


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of entries. `table` has the rows whose waiting change marks them."""

    soort: str
    table: str
    keys: Callable[[Session, Asked], list[Key]]
    rows: Callable[[Session, str, Sequence[Key]], Rows]


def _contact_keys(session: Session, asked: Asked) -> list[Key]:
    clock = func.coalesce(Contactmoment.tijd, "")
    query = (
        select(Contactmoment.id, Contactmoment.datum, Contactmoment.tijd)
        .where(
            Contactmoment.werkgever_id == asked.werkgever_id,
            Contactmoment.verwijderd_op.is_(None),
            before_by_time(Contactmoment.datum, Contactmoment.tijd, Contactmoment.id, asked),
        )
        .order_by(Contactmoment.datum.desc(), clock.desc(), Contactmoment.id.desc())
        .limit(asked.limit)
    )
    return [of_day(row.datum, row.tijd, asked.rank, row.id) for row in session.execute(query)]


def _contact_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, contact.contacts_where(session, Contactmoment.id.in_([key.id for key in keys])))


def _task_keys(session: Session, asked: Asked) -> list[Key]:
    """Where it was done, or else made. What hangs on a contact is told there, when contacts are asked too."""
    moment = func.coalesce(Actie.afgerond_op, Actie.aangemaakt_op)
    query = select(Actie.id, Actie.afgerond_op, Actie.aangemaakt_op).where(
        Actie.werkgever_id == asked.werkgever_id,
        Actie.verwijderd_op.is_(None),
        before_by_instant(moment, Actie.id, asked),
    )
    if asked.with_contacts:
        told = exists().where(
            Contactmoment.id == Actie.contactmoment_id,
            Contactmoment.werkgever_id == asked.werkgever_id,
            Contactmoment.verwijderd_op.is_(None),
        )
        query = query.where(~told)
    query = query.order_by(moment.desc(), Actie.id.desc()).limit(asked.limit)
    return [
        of_instant(row.afgerond_op or row.aangemaakt_op, asked.rank, row.id) for row in session.execute(query)
    ]


def _task_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, actie.acties_where(session, Actie.id.in_([key.id for key in keys])))


def _by_day(cls: Any, day: str = "van", *which: ColumnElement[bool]) -> Callable[[Session, Asked], list[Key]]:
    """Keys of rows that stand on a day: where they begin, unless another column is named."""
    column = getattr(cls, day)

    def keys(session: Session, asked: Asked) -> list[Key]:
        query = (
            select(cls.id, column.label("dag"))
            .where(
                cls.werkgever_id == asked.werkgever_id,
                cls.verwijderd_op.is_(None),
                before_by_day(column, cls.id, asked),
                *which,
            )
            .order_by(column.desc(), cls.id.desc())
            .limit(asked.limit)
        )
        return [of_day(row.dag, None, asked.rank, row.id) for row in session.execute(query)]

    return keys


def _agreement_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, actie.afspraken(session, ids=[key.id for key in keys]))


def _regie_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, regie.regies(session, ids=[key.id for key in keys]))


def _by_instant(cls: Any) -> Callable[[Session, Asked], list[Key]]:
    """Keys of rows that stand where they were made."""

    def keys(session: Session, asked: Asked) -> list[Key]:
        query = (
            select(cls.id, cls.aangemaakt_op)
            .where(
                cls.werkgever_id == asked.werkgever_id,
                cls.verwijderd_op.is_(None),
                before_by_instant(cls.aangemaakt_op, cls.id, asked),
            )
            .order_by(cls.aangemaakt_op.desc(), cls.id.desc())
            .limit(asked.limit)
        )
        return [of_instant(row.aangemaakt_op, asked.rank, row.id) for row in session.execute(query)]

    return keys


def _transfer_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, overdracht.overdrachten_where(session, Overdracht.id.in_([key.id for key in keys])))


def _voordracht_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    """Without the person, also where this laptop holds it: what stands at a werkgever is for everybody."""
    found = voordracht.voordrachten_where(session, Voordracht.id.in_([key.id for key in keys]))
    return by_id(keys, [voordracht.nameless(row) for row in found])


def _placement_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    found = plaatsing.plaatsingen_where(session, Plaatsing.id.in_([key.id for key in keys]))
    return by_id(keys, [plaatsing.nameless(row) for row in found])


def _milestone_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, plaatsing.mijlpalen_where(session, Mijlpaal.id.in_([key.id for key in keys])))


def _vacature_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    return by_id(keys, vacature.vacatures_where(session, Vacature.id.in_([key.id for key in keys])))


def _handed_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    found = vacature.overdrachten_where(session, VacatureOverdracht.id.in_([key.id for key in keys]))
    return by_id(keys, found)


def _question_rows(session: Session, _werkgever_id: str, keys: Sequence[Key]) -> Rows:
    found = werkgeversvraag.vragen_where(session, Werkgeversvraag.id.in_([key.id for key in keys]))
    return by_id(keys, found)


_OVER = Vacature.status.not_in(sorted(OPEN))
"""Nobody looks for people any more: filled, withdrawn or passed."""
_SAID = Mijlpaal.uitkomst != UNKNOWN
"""What nobody knows yet of a milestone is nothing that happened."""
SOURCES: tuple[Source, ...] = (
    Source("import", "werkgever", timeline_history.import_keys, timeline_history.import_rows),
    Source("samenvoeging", "werkgever", timeline_history.merge_keys, timeline_history.merge_rows),
    Source("wijziging", "veldwijziging", timeline_history.change_keys, timeline_history.change_rows),
    Source("regie", "regie", _by_day(Regie), _regie_rows),
    Source("overdracht", "overdracht", _by_instant(Overdracht), _transfer_rows),
    Source("afspraak", "afspraak", _by_day(Afspraak), _agreement_rows),
    Source("vacature", "vacature", _by_instant(Vacature), _vacature_rows),
    Source(
        "vacature_overdracht",
        "vacature_overdracht",
        _by_day(VacatureOverdracht, "overgedragen_op"),
        _handed_rows,
    ),
    Source("vacature_einde", "vacature", _by_day(Vacature, "status_op", _OVER), _vacature_rows),
    Source("werkgeversvraag", "werkgeversvraag", _by_day(Werkgeversvraag, "ontvangen_op"), _question_rows),
    Source("mijlpaal", "mijlpaal", _by_day(Mijlpaal, "datum", _SAID), _milestone_rows),
    Source("plaatsing", "plaatsing", _by_day(Plaatsing, "start"), _placement_rows),
    Source("voordracht", "voordracht", _by_day(Voordracht, "status_op"), _voordracht_rows),
    Source("signaal", "signaal", timeline_nazorg.signal_keys, timeline_nazorg.signal_rows),
    Source(
        "nazorg",
        "nazorgactie",
        _by_day(Nazorgactie, "uitgevoerd_op", timeline_nazorg.TOOK_PLACE),
        timeline_nazorg.talk_rows,
    ),
    Source("actie", "actie", _task_keys, _task_rows),
    Source("contact", "contactmoment", _contact_keys, _contact_rows),
)
"""The place in this list is the rank: of one moment the contact stands above what came of it."""
ALL = frozenset(source.soort for source in SOURCES)


def hanging(session: Session, contact_ids: Collection[str]) -> dict[str, tuple[ActieRij, ...]]:
    """What came of these contacts and is to be done, or was."""
    found: dict[str, tuple[ActieRij, ...]] = {}
    if contact_ids:
        for row in actie.acties_where(session, Actie.contactmoment_id.in_(contact_ids)):
            found[row.contactmoment_id or ""] = (*found.get(row.contactmoment_id or "", ()), row)
    return found
