"""How a row is called where another row refers to it: by its number, or by what a person would recognise.

Only what this database holds has a name here. A candidate is its number, never its name: rows that say whose
name it is stand apart (see placed_person and own_candidates). Tables are mapped when they are asked for: the
first page of the window names contacts only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.models import tables
from desktop.models.queries.vestiging import place_names

Ids = Collection[str | None]
PROVISIONAL = "voorlopig"
"""Stands where a number will be, until the centre has given it."""


def placements(session: Session, ids: Ids) -> dict[str, str]:
    """Id → number (P-00012)."""
    return _numbered(session, tables.Plaatsing.id, tables.Plaatsing.nummer, ids)


def candidates(session: Session, ids: Ids) -> dict[str, str]:
    """Id of the candidate → number (K-00012)."""
    return _numbered(session, tables.Kandidaatregie.kandidaat_id, tables.Kandidaatregie.nummer, ids)


def employers(session: Session, ids: Ids) -> dict[str, str]:
    """Id → name."""
    return _named(session, tables.Werkgever, ids)


def vacancies(session: Session, ids: Ids) -> dict[str, str]:
    """Id → name."""
    return _named(session, tables.Vacature, ids)


def places(session: Session, ids: Ids) -> dict[str, str]:
    """Id of a vestiging → its own name, or else its address."""
    return place_names(session, {one for one in ids if one})


def persons(session: Session, ids: Ids) -> dict[str, str]:
    """Id of a contactpersoon → name."""
    return _named(session, tables.Contactpersoon, ids)


def contacts(session: Session, ids: Ids) -> dict[str, str]:
    """Id → its day and its channel: 2026-11-20 bezoek."""
    query = select(tables.Contactmoment.id, tables.Contactmoment.datum, tables.Contactmoment.kanaal)
    rows = _of(session, query, tables.Contactmoment.id, ids)
    return {row_id: f"{datum.isoformat()} {kanaal}" for row_id, datum, kanaal in rows}


def proposals(session: Session, ids: Ids) -> dict[str, str]:
    """Id of a voordracht → its day and the vacature, or without one (jobhunting) the werkgever."""
    query = (
        select(tables.Voordracht.id, tables.Voordracht.datum, tables.Vacature.naam, tables.Werkgever.naam)
        .join(tables.Werkgever, tables.Werkgever.id == tables.Voordracht.werkgever_id)
        .outerjoin(tables.Vacature, tables.Vacature.id == tables.Voordracht.vacature_id)
    )
    rows = _of(session, query, tables.Voordracht.id, ids)
    return {row_id: f"{datum.isoformat()} {vacature or naam}" for row_id, datum, vacature, naam in rows}


def uses(session: Session, ids: Ids) -> dict[str, str]:
    """Id of an inzet → the instrument, and the day since when, or else on which it was asked."""
    used, instrument = tables.InstrumentInzet, tables.Instrument
    query = select(used.id, instrument.naam, used.start, used.aangevraagd_op)
    rows = _of(session, query.join(instrument, instrument.id == used.instrument_id), used.id, ids)
    return {row_id: f"{naam} {start or asked or ''}".rstrip() for row_id, naam, start, asked in rows}


def _named(session: Session, cls: Any, ids: Ids) -> dict[str, str]:
    return dict(map(tuple, _of(session, select(cls.id, cls.naam), cls.id, ids)))


def _numbered(session: Session, key: Any, number: Any, ids: Ids) -> dict[str, str]:
    rows = _of(session, select(key, number), key, ids)
    return {row_id: nummer or PROVISIONAL for row_id, nummer in rows}


def _of(session: Session, query: Select[*tuple[Any, ...]], key: Any, ids: Ids) -> Sequence[Any]:
    """What the query says of these ids; what is not here is left out."""
    from desktop.models.tables.among import among

    wanted = {one for one in ids if one}
    return session.execute(query.where(among(session, key, wanted))).all() if wanted else ()
