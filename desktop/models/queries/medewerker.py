"""Colleagues and code lists."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker_rows import CodeRij, MedewerkerRij
from desktop.models.tables import Codewaarde, Medewerker


def medewerkers(session: Session, only_active: bool = False) -> tuple[MedewerkerRij, ...]:
    """The smoelenboek by name."""
    query = (
        select(Medewerker).where(Medewerker.verwijderd_op.is_(None)).order_by(Medewerker.naam, Medewerker.id)
    )
    if only_active:
        query = query.where(Medewerker.actief)
    return tuple(
        MedewerkerRij(
            id=row.id,
            naam=row.naam,
            rol=row.rol,
            organisatie=row.organisatie,
            functie=row.functie,
            email=row.email,
            telefoon=row.telefoon,
            actief=row.actief,
        )
        for row in session.scalars(query)
    )


def names(session: Session) -> dict[str, str]:
    """Id → name of everyone who ever worked here."""
    return {row.id: row.naam for row in session.execute(select(Medewerker.id, Medewerker.naam))}


# Made once: a dossier asks for twenty lists, and making the question takes longer than answering it.
_VALUES = (
    select(Codewaarde.lijst, Codewaarde.code, Codewaarde.label)
    .where(Codewaarde.lijst == bindparam("lijst"), Codewaarde.verwijderd_op.is_(None))
    .order_by(Codewaarde.volgorde, Codewaarde.label, Codewaarde.code)
)
_VALUES_THEN = _VALUES.where(
    or_(Codewaarde.geldig_van.is_(None), Codewaarde.geldig_van <= bindparam("day")),
    or_(Codewaarde.geldig_tot.is_(None), Codewaarde.geldig_tot > bindparam("day")),
)


def codes(session: Session, lijst: str, day: date | None = None) -> tuple[CodeRij, ...]:
    """The values of a list that hold on `day`; without a day all of them."""
    query, given = (
        (_VALUES, {"lijst": lijst}) if day is None else (_VALUES_THEN, {"lijst": lijst, "day": day})
    )
    return tuple(CodeRij(row.lijst, row.code, row.label) for row in session.execute(query, given))


def all_codes(session: Session, lijst: str | None = None) -> tuple[CodeRij, ...]:
    """Every value of every list (or of one), ended ones included."""
    query = select(Codewaarde).where(Codewaarde.verwijderd_op.is_(None))
    if lijst is not None:
        query = query.where(Codewaarde.lijst == lijst)
    ordered = query.order_by(Codewaarde.lijst, Codewaarde.volgorde, Codewaarde.code)
    return tuple(CodeRij(row.lijst, row.code, row.label) for row in session.scalars(ordered))


_LABELS = select(Codewaarde.code, Codewaarde.label).where(
    Codewaarde.lijst == bindparam("lijst"), Codewaarde.verwijderd_op.is_(None)
)


def labels(session: Session, lijst: str) -> dict[str, str]:
    """Code → label, ended values included."""
    return {row.code: row.label for row in session.connection().execute(_LABELS, {"lijst": lijst})}
