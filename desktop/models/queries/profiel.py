"""Anonymous profiles: found by everyone, contact through the bemiddelaar; and what two sides judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.context import derive_id
from desktop.models.queries.kandidaat_rows import (
    ProfielFilter,
    ProfielRij,
    WerkfitLijst,
    WerkfitoordeelRij,
    WerkfitRegelRij,
)
from desktop.models.queries.medewerker import codes, names
from desktop.models.queries.pending import touched
from desktop.models.rules.werkfit import (
    ACCOUNTMANAGER_SIDE,
    BEMIDDELAAR_SIDE,
    QUESTIONS,
    SCALE,
    Judged,
    standing,
)
from desktop.models.tables import Codewaarde, Profiel, Werkfitoordeel
from desktop.models.values import fold

_PROVISIONAL = "Voorlopig"
"""How the source of a shipped example begins (resources/codelijsten/kandidaten.csv)."""


def profielen(session: Session, keuze: ProfielFilter) -> tuple[ProfielRij, ...]:
    """Those that meet all of this, by beroep; distance is for the match (`rules.match`)."""
    which: list[ColumnElement[bool]] = []
    for name in ("beroepsklasse", "pc4", "werkfit", "bemiddelaar_id"):
        value = getattr(keuze, name)
        which += [getattr(Profiel, name) == value] if value is not None else []
    if keuze.niveau_minimaal is not None:
        which.append(Profiel.niveau >= keuze.niveau_minimaal)
    if keuze.uren is not None:
        which.append(or_(Profiel.uren_min.is_(None), Profiel.uren_min <= keuze.uren))
        which.append(or_(Profiel.uren_max.is_(None), Profiel.uren_max >= keuze.uren))
    words = fold(keuze.tekst).split()
    rows = profielen_where(session, *which)
    return tuple(row for row in rows if all(word in _text(row) for word in words))


def _text(row: ProfielRij) -> str:
    said = (*row.beroepen, row.beroepsklasse_naam, row.bemiddelaar, row.pc4, row.gemeente)
    return fold(" ".join(part for part in said if part))


def of_candidate(session: Session, kandidaat_id: str) -> ProfielRij | None:
    """The profile of an own candidate, if colleagues find it."""
    return next(iter(profielen_where(session, Profiel.id == derive_id(kandidaat_id, "profiel"))), None)


def profielen_where(session: Session, *which: ColumnElement[bool]) -> tuple[ProfielRij, ...]:
    """Those that meet all of this, by beroep."""
    rows = session.scalars(select(Profiel).where(Profiel.verwijderd_op.is_(None), *which)).all()
    ids = [row.id for row in rows]
    who, waiting, judged = names(session), touched(session, "profiel", ids), _judgements(session, ids)
    classes, scale = _labels(session, "beroepsklasse"), _labels(session, SCALE)
    towns = _towns(session)
    found = [
        ProfielRij(
            id=row.id,
            bemiddelaar_id=row.bemiddelaar_id,
            bemiddelaar=who.get(row.bemiddelaar_id, ""),
            beroepen=tuple(row.beroepen),
            beroepsklasse=row.beroepsklasse,
            beroepsklasse_naam=classes.get(row.beroepsklasse or "", row.beroepsklasse),
            niveau=row.niveau,
            uren_min=row.uren_min,
            uren_max=row.uren_max,
            pc4=row.pc4,
            gemeente=towns.get(row.pc4 or ""),
            werkfit=row.werkfit,
            werkfit_naam=scale.get(row.werkfit or "", row.werkfit),
            werkfit_op=row.werkfit_op,
            werkfit_stand=_standing(judged.get(row.id, ())),
            oordelen=tuple(_judgement(one, who, scale) for one in judged.get(row.id, ())),
            wacht=row.id in waiting,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda row: (fold(" ".join(row.beroepen)), row.id)))


def _judgements(session: Session, ids: Sequence[str]) -> dict[str, list[Werkfitoordeel]]:
    """Profile → its judgements, the bemiddelaar's first."""
    query = select(Werkfitoordeel).where(Werkfitoordeel.verwijderd_op.is_(None))
    query = query.where(Werkfitoordeel.profiel_id.in_(ids)) if len(ids) < 500 else query
    found: dict[str, list[Werkfitoordeel]] = {}
    for row in session.scalars(query.order_by(Werkfitoordeel.kant)):
        found.setdefault(row.profiel_id, []).append(row)
    return found


def _standing(rows: Sequence[Werkfitoordeel]) -> str:
    sides = {row.kant: Judged(row.waarde, row.beoordeeld_op) for row in rows}
    return standing(sides.get(BEMIDDELAAR_SIDE), sides.get(ACCOUNTMANAGER_SIDE))


def _judgement(row: Werkfitoordeel, who: Mapping[str, str], scale: Mapping[str, str]) -> WerkfitoordeelRij:
    return WerkfitoordeelRij(
        kant=row.kant,
        medewerker_id=row.medewerker_id,
        medewerker=who.get(row.medewerker_id, ""),
        waarde=row.waarde,
        waarde_naam=scale.get(row.waarde, row.waarde),
        antwoorden=tuple(sorted((row.antwoorden or {}).items())),
        beoordeeld_op=row.beoordeeld_op,
    )


def werkfit_lijst(session: Session, today: date) -> WerkfitLijst:
    """The scale and the questions that hold now, and whether they are still the shipped example."""
    scale, questions = codes(session, SCALE, today), codes(session, QUESTIONS, today)
    sources = session.scalars(
        select(Codewaarde.bron).where(
            Codewaarde.lijst == SCALE,
            Codewaarde.code.in_([row.code for row in scale]),
            Codewaarde.verwijderd_op.is_(None),
        )
    )
    return WerkfitLijst(
        tuple((row.code, row.label) for row in scale),
        tuple((row.code, row.label) for row in questions),
        any((source or "").startswith(_PROVISIONAL) for source in sources),
        _labels(session, SCALE),
        _labels(session, QUESTIONS),
    )


def werkfit_regels(session: Session, today: date) -> tuple[WerkfitRegelRij, ...]:
    """Scale and questions in their order, then what ended, the last first."""
    query = select(Codewaarde).where(
        Codewaarde.lijst.in_((SCALE, QUESTIONS)), Codewaarde.verwijderd_op.is_(None)
    )
    rows = session.scalars(query.order_by(Codewaarde.lijst, Codewaarde.volgorde, Codewaarde.code)).all()
    waiting = touched(session, "codewaarde", [row.id for row in rows])
    found = [
        WerkfitRegelRij(
            row.id,
            row.lijst,
            row.code,
            row.label,
            row.volgorde,
            row.geldig_van,
            row.geldig_tot,
            row.bron,
            (row.geldig_van is None or row.geldig_van <= today)
            and (row.geldig_tot is None or today < row.geldig_tot),
            row.id in waiting,
        )
        for row in rows
    ]
    over = [row for row in found if not row.telt]
    return (
        *(row for row in found if row.telt),
        *sorted(over, key=lambda row: row.geldig_tot or date.max, reverse=True),
    )


def _labels(session: Session, lijst: str) -> dict[str, str]:
    return {row.code: row.label for row in codes(session, lijst)}


def _towns(session: Session) -> dict[str, str]:
    """pc4 → gemeente, of the region."""
    towns = _labels(session, "gemeente")
    return {pc4: towns.get(code, code) for pc4, code in _labels(session, "pc4").items()}
