"""Who has something with a werkgever, and so holds its dossier as a bemiddelaar (architecture §5)."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.rights import becomes_involved
from desktop.models.tables import (
    Betrokkenheid,
    Contactmoment,
    Medewerker,
    Plaatsing,
    Vacature,
    VacatureOverdracht,
    Voordracht,
)
from desktop.models.work import Work

OWN_CONTACT, VACATURE, VOORDRACHT, PLAATSING, WAARNEMING = (
    "eigen_contact",
    "vacature",
    "voordracht",
    "plaatsing",
    "waarneming",
)
REDENEN = (OWN_CONTACT, VACATURE, VOORDRACHT, PLAATSING, WAARNEMING)
"""From the loosest to the closest: the row says the closest."""


def involve(work: Work, werkgever_id: str, medewerker_id: str, reden: str) -> None:
    """This person has something with this werkgever now; for who holds every dossier nothing changes."""
    if not becomes_involved(_rol(work, medewerker_id)):
        return
    row_id = derive_id(werkgever_id, "betrokken", medewerker_id)
    row = work.get(Betrokkenheid, row_id)
    if row is None:
        work.add(
            Betrokkenheid(id=row_id, werkgever_id=werkgever_id, medewerker_id=medewerker_id, reden=reden)
        )
        return
    gone = row.verwijderd_op is not None
    closer = gone or _rank(reden) > _rank(row.reden)
    work.change(row, verwijderd_op=None, reden=reden if closer else row.reden)


def _rol(work: Work, medewerker_id: str) -> str:
    actor = work.context.actor
    if medewerker_id == actor.medewerker_id:
        return actor.rol
    person = work.get(Medewerker, medewerker_id)
    return person.rol if person else ""


def _rank(reden: str) -> int:
    return REDENEN.index(reden) if reden in REDENEN else 0


def end_involvement(work: Work, werkgever_id: str, medewerker_id: str) -> None:
    """What was taken back may have been all that this person had there: then the dossier goes again."""
    if any(
        work.find(cls, cls.werkgever_id == werkgever_id, whose == medewerker_id)
        for cls, whose in (
            (Contactmoment, Contactmoment.medewerker_id),
            (Vacature, Vacature.eigenaar_id),
            (Voordracht, Voordracht.bemiddelaar_id),
            (Plaatsing, Plaatsing.bemiddelaar_id),
        )
    ) or _looks_for_people(work, werkgever_id, medewerker_id):
        return
    for row in work.find(
        Betrokkenheid,
        Betrokkenheid.werkgever_id == werkgever_id,
        Betrokkenheid.medewerker_id == medewerker_id,
        Betrokkenheid.reden != WAARNEMING,
    ):
        work.change(row, verwijderd_op=work.context.tijd)


def _looks_for_people(work: Work, werkgever_id: str, medewerker_id: str) -> bool:
    """A vacature there that went to this person and did not come back."""
    rows = work.find(
        VacatureOverdracht,
        VacatureOverdracht.werkgever_id == werkgever_id,
        VacatureOverdracht.bemiddelaar_id == medewerker_id,
        VacatureOverdracht.teruggegeven_op.is_(None),
    )
    return bool(rows)
