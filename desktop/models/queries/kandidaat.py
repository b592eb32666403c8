"""Candidates as their bemiddelaar sees them. On any other laptop the tables are empty, so these are too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.kandidaat_rows import (
    DoelgroepRij,
    KandidaatFilter,
    KandidaatKaart,
    KandidaatRegel,
)
from desktop.models.queries.kandidaatregie import offers, standing_in_for
from desktop.models.queries.medewerker import codes, names
from desktop.models.queries.pending import touched
from desktop.models.queries.profiel import of_candidate
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.rules.kandidaat import OPEN
from desktop.models.tables import (
    Kandidaat,
    KandidaatDoelgroep,
    KandidaatOverdracht,
    Kandidaatregie,
    Veldwijziging,
)
from desktop.models.values import fold

_PLAIN = frozenset(field.name for field in fields(KandidaatKaart)) & frozenset(
    Kandidaat.__table__.columns.keys()
)


def kandidaten(session: Session, keuze: KandidaatFilter, me: str) -> tuple[KandidaatRegel, ...]:
    """My own and those for whom I stand in, by name. A person has some hundreds at most."""
    rows = [(row, regie) for row, regie in _held(session) if _chosen(row, regie, keuze, me)]
    who, towns = names(session), _labels(session, "gemeente")
    waiting = touched(session, "kandidaat", [row.id for row, _ in rows])
    offered = _offered(session, who)
    lines = [
        KandidaatRegel(
            id=row.id,
            naam=name_of(row),
            nummer=regie.nummer,
            bemiddelaar_id=regie.bemiddelaar_id,
            bemiddelaar=who.get(regie.bemiddelaar_id, ""),
            waarneming=regie.bemiddelaar_id != me,
            beroep=next(iter(row.beroepen), None),
            beroepsklasse=row.beroepsklasse,
            uren_min=row.uren_min,
            uren_max=row.uren_max,
            pc4=row.pc4,
            gemeente=towns.get(row.gemeente_code or "", row.gemeente_code),
            status=row.status,
            toestemming=row.toestemming_delen is not None,
            werkfit=row.werkfit,
            aangeboden_aan=offered.get(row.id),
            wacht=row.id in waiting,
        )
        for row, regie in rows
    ]
    return tuple(sorted(lines, key=lambda line: (fold(line.naam), line.id)))


def name_of(row: Kandidaat) -> str:
    """What the person is called: a first name, and an initial where there is one."""
    return f"{row.roepnaam} {row.initiaal}" if row.initiaal else row.roepnaam


def _held(session: Session) -> Sequence[tuple[Kandidaat, Kandidaatregie]]:
    query = (
        select(Kandidaat, Kandidaatregie)
        .join(Kandidaatregie, Kandidaatregie.kandidaat_id == Kandidaat.id)
        .where(
            Kandidaat.verwijderd_op.is_(None),
            Kandidaat.gewist_op.is_(None),
            Kandidaatregie.verwijderd_op.is_(None),
        )
    )
    return [(row, regie) for row, regie in session.execute(query)]


def _chosen(row: Kandidaat, regie: Kandidaatregie, keuze: KandidaatFilter, me: str) -> bool:
    mine = regie.bemiddelaar_id == me
    if keuze.wiens != "alle" and mine != (keuze.wiens == "eigen"):
        return False
    if keuze.zonder_toestemming and row.toestemming_delen is not None:
        return False
    if keuze.status not in (None, row.status) or keuze.beroepsklasse not in (None, row.beroepsklasse):
        return False
    said = (name_of(row), regie.nummer, row.bron_id, row.organisatie, row.pc4, *row.beroepen)
    text = fold(" ".join(part for part in said if part))
    return all(word in text for word in fold(keuze.tekst).split())


def _offered(session: Session, who: Mapping[str, str]) -> dict[str, str]:
    """Candidate → whom it is offered to."""
    query = select(KandidaatOverdracht.kandidaat_id, KandidaatOverdracht.naar_id).where(
        KandidaatOverdracht.status == OPEN, KandidaatOverdracht.verwijderd_op.is_(None)
    )
    return {row.kandidaat_id: who.get(row.naar_id, "") for row in session.execute(query)}


def kaart(session: Session, kandidaat_id: str, me: str, today: date) -> KandidaatKaart | None:
    """All of one candidate; None where it is not on this laptop."""
    return next(iter(kaarten(session, me, today, [kandidaat_id])), None)


def kaarten(
    session: Session, me: str, today: date, ids: Sequence[str] | None = None
) -> tuple[KandidaatKaart, ...]:
    """All of these candidates, or of every one that is here, by name."""
    found = [(row, regie) for row, regie in _held(session) if ids is None or row.id in ids]
    found.sort(key=lambda pair: (fold(name_of(pair[0])), pair[0].id))
    return tuple(_card(session, row, regie, me, today) for row, regie in found)


def _card(session: Session, row: Kandidaat, regie: Kandidaatregie, me: str, today: date) -> KandidaatKaart:
    plain = {name: getattr(row, name) for name in _PLAIN}
    plain |= {name: tuple(value) for name, value in plain.items() if isinstance(value, list)}
    who = names(session)
    running = offers(session, KandidaatOverdracht.kandidaat_id == row.id, KandidaatOverdracht.status == OPEN)
    return KandidaatKaart(
        **plain,
        nummer=regie.nummer,
        naam=name_of(row),
        gemeente=_labels(session, "gemeente").get(row.gemeente_code or "", row.gemeente_code),
        beroepsklasse_naam=_labels(session, "beroepsklasse").get(row.beroepsklasse or "", row.beroepsklasse),
        bemiddelaar_id=regie.bemiddelaar_id,
        bemiddelaar=who.get(regie.bemiddelaar_id, ""),
        regie_sinds=regie.van,
        doelgroep=_doelgroep(session, row.id),
        doelgroep_hier=regie.bemiddelaar_id == me,
        profiel=of_candidate(session, row.id),
        overdracht=next(iter(running), None),
        waarneming=standing_in_for(session, regie.bemiddelaar_id, row.id, today),
        wacht=bool(touched(session, "kandidaat", [row.id])),
    )


def _doelgroep(session: Session, kandidaat_id: str) -> DoelgroepRij | None:
    row = session.scalars(
        select(KandidaatDoelgroep).where(
            KandidaatDoelgroep.kandidaat_id == kandidaat_id, KandidaatDoelgroep.verwijderd_op.is_(None)
        )
    ).first()
    if row is None:
        return None
    groups, benefits = _labels(session, "doelgroep"), _labels(session, "uitkeringsgroep")
    return DoelgroepRij(
        doelgroepen=tuple(row.doelgroepen),
        doelgroep_namen=tuple(groups.get(code, code) for code in row.doelgroepen),
        uitkeringsgroep=row.uitkeringsgroep,
        uitkeringsgroep_naam=benefits.get(row.uitkeringsgroep or "", row.uitkeringsgroep),
        ldr_registratie=row.ldr_registratie,
    )


def geschiedenis(session: Session, kandidaat_id: str, limiet: int = 500) -> tuple[VeldwijzigingRij, ...]:
    """What changed of this candidate and of everything personal that hangs on it, the newest first."""
    query = (
        select(Veldwijziging)
        .where(Veldwijziging.kandidaat_id == kandidaat_id, Veldwijziging.verwijderd_op.is_(None))
        .order_by(Veldwijziging.aangemaakt_op.desc(), Veldwijziging.id)
        .limit(limiet)
    )
    return as_rows(session, session.scalars(query))


def _labels(session: Session, lijst: str) -> dict[str, str]:
    """Code → label of a list, ended values included."""
    return {row.code: row.label for row in codes(session, lijst)}
