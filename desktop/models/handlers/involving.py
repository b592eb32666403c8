"""Who has something with a werkgever, and so holds its dossier as a bemiddelaar (architecture §5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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


_NOT_RETURNED = VacatureOverdracht.teruggegeven_op.is_(None)
_OWN: tuple[tuple[str, type[Any], Any, tuple[Any, ...]], ...] = (
    (PLAATSING, Plaatsing, Plaatsing.bemiddelaar_id, ()),
    (VOORDRACHT, Voordracht, Voordracht.bemiddelaar_id, ()),
    (VACATURE, VacatureOverdracht, VacatureOverdracht.bemiddelaar_id, (_NOT_RETURNED,)),
    (VACATURE, Vacature, Vacature.eigenaar_id, ()),
    (OWN_CONTACT, Contactmoment, Contactmoment.medewerker_id, ()),
)
"""What somebody can have with a werkgever, the closest first: reason, table, whose, and when it counts."""


def end_involvement(work: Work, werkgever_id: str, medewerker_id: str) -> None:
    """What was taken back may have been all that this person had there: then the dossier goes again."""
    if _left(work, werkgever_id, medewerker_id) is None:
        for row in _rows(work, werkgever_id, medewerker_id):
            if row.reden != WAARNEMING:
                work.change(row, verwijderd_op=work.context.tijd)


def leave(work: Work, werkgever_id: str, medewerker_id: str) -> None:
    """What ran there passed on, or standing in is over: the row says what is left, or goes."""
    left = _left(work, werkgever_id, medewerker_id)
    for row in _rows(work, werkgever_id, medewerker_id):
        if left is None:
            work.change(row, verwijderd_op=work.context.tijd)
        else:
            work.change(row, reden=left)


def _left(work: Work, werkgever_id: str, medewerker_id: str) -> str | None:
    """The closest thing that this person has with this werkgever."""
    return next(
        (
            reden
            for reden, cls, whose, counts in _OWN
            if work.find(cls, cls.werkgever_id == werkgever_id, whose == medewerker_id, *counts)
        ),
        None,
    )


def _rows(work: Work, werkgever_id: str, medewerker_id: str) -> Sequence[Betrokkenheid]:
    return work.find(
        Betrokkenheid,
        Betrokkenheid.werkgever_id == werkgever_id,
        Betrokkenheid.medewerker_id == medewerker_id,
    )
