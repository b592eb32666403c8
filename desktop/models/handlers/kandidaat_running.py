"""What runs for a candidate at werkgevers goes along with the regie, and is known to who stands in.

Executors stand on rows that others hold too; who it is about stands on the personal rows beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.models.handlers import last_work
from desktop.models.handlers.fields import set_fields
from desktop.models.handlers.involving import PLAATSING, VOORDRACHT, WAARNEMING, involve, leave
from desktop.models.handlers.readers import holders_of_candidate
from desktop.models.rules.plaatsing import RUNS
from desktop.models.rules.voordracht import RUNNING
from desktop.models.tables import (
    Betrokkenheid,
    InstrumentInzet,
    InstrumentTaak,
    Kandidaatregie,
    KandidaatWaarneming,
    Nazorgactie,
    Plaatsing,
    PlaatsingPersoon,
    Voordracht,
    VoordrachtPersoon,
)
from desktop.models.work import Work

_INZET_RUNS = ("aangevraagd", "toegekend", "loopt")
_RELATION = "relatie"


def voordrachten(work: Work, kandidaat_ids: Collection[str]) -> Sequence[Voordracht]:
    """Those that run for these candidates."""
    persons = work.find(VoordrachtPersoon, VoordrachtPersoon.kandidaat_id.in_(sorted(kandidaat_ids)))
    ids = [row.voordracht_id for row in persons]
    return work.find(Voordracht, Voordracht.id.in_(ids), Voordracht.status.in_(RUNNING)) if ids else ()


def plaatsingen(work: Work, kandidaat_ids: Collection[str]) -> Sequence[Plaatsing]:
    """Those that run for these candidates."""
    persons = work.find(PlaatsingPersoon, PlaatsingPersoon.kandidaat_id.in_(sorted(kandidaat_ids)))
    ids = [row.plaatsing_id for row in persons]
    return work.find(Plaatsing, Plaatsing.id.in_(ids), Plaatsing.status == RUNS) if ids else ()


def hand_over(work: Work, kandidaat_id: str, old_id: str, new_id: str) -> None:
    """What runs has the new bemiddelaar from now on, who gets to know the werkgevers; the old one leaves."""
    forward, placed = voordrachten(work, [kandidaat_id]), plaatsingen(work, [kandidaat_id])
    for row in forward:
        work.change(row, bemiddelaar_id=new_id)
        involve(work, row.werkgever_id, new_id, VOORDRACHT)
    for plaatsing in placed:
        work.change(plaatsing, bemiddelaar_id=new_id)
        involve(work, plaatsing.werkgever_id, new_id, PLAATSING)
    _hand_over_open(work, kandidaat_id, new_id)
    last_work.hand_over(work, kandidaat_id, old_id, new_id)
    for werkgever_id in _at(forward, placed):
        leave(work, werkgever_id, old_id)
    stood_in = KandidaatWaarneming.voor_id.in_((old_id, new_id))
    for waarnemer_id in sorted({row.waarnemer_id for row in work.find(KandidaatWaarneming, stood_in)}):
        _settle_standing_in(work, waarnemer_id)


def _hand_over_open(work: Work, kandidaat_id: str, new_id: str, old_id: str | None = None) -> None:
    """What is still to be done for this candidate, by whoever had it or by one person; its history says so.

    The relation with the werkgever is the accountmanager's. What was done stays with who did it.
    """
    for row in (*_open_talks(work, kandidaat_id), *_open_instruments(work, kandidaat_id)):
        if old_id in (None, row.uitvoerder_id):
            werkgever_id = row.werkgever_id if isinstance(row, Nazorgactie) else None
            set_fields(work, row, {"uitvoerder_id": new_id}, werkgever_id)


def _open_talks(work: Work, kandidaat_id: str) -> Sequence[Nazorgactie]:
    ids = [row.id for row in plaatsingen(work, [kandidaat_id])]
    planned = (Nazorgactie.status == "gepland", Nazorgactie.spoor != _RELATION)
    return work.find(Nazorgactie, Nazorgactie.plaatsing_id.in_(ids), *planned) if ids else ()


def _open_instruments(work: Work, kandidaat_id: str) -> list[InstrumentInzet | InstrumentTaak]:
    runs = InstrumentInzet.status.in_(_INZET_RUNS)
    used = work.find(InstrumentInzet, InstrumentInzet.kandidaat_id == kandidaat_id, runs)
    to_do = InstrumentTaak.status == "te_doen"
    tasks = work.find(InstrumentTaak, InstrumentTaak.kandidaat_id == kandidaat_id, to_do)
    return [*used, *tasks]


def begin_standing_in(work: Work, row: KandidaatWaarneming) -> None:
    """Who stands in speaks with the employers of what runs, so the dossiers come along."""
    for werkgever_id in _werkgevers(work, row):
        involve(work, werkgever_id, row.waarnemer_id, WAARNEMING)


def end_standing_in(work: Work, row: KandidaatWaarneming) -> None:
    """What is open goes back to who holds the regie, and the dossiers go again.

    A dossier stays where who stood in has something of his own there, or stands in for somebody else.
    """
    for kandidaat_id in _candidates(work, row):
        if row.waarnemer_id not in holders_of_candidate(work, kandidaat_id):
            _hand_over_open(work, kandidaat_id, row.voor_id, row.waarnemer_id)
    _settle_standing_in(work, row.waarnemer_id)


def _candidates(work: Work, row: KandidaatWaarneming) -> list[str]:
    """Those of the bemiddelaar for whom it is, or the one that was named while it is still theirs."""
    held = work.find(Kandidaatregie, Kandidaatregie.bemiddelaar_id == row.voor_id)
    ids = [one.kandidaat_id for one in held]
    return ids if row.kandidaat_id is None else [one for one in ids if one == row.kandidaat_id]


def _settle_standing_in(work: Work, waarnemer_id: str) -> None:
    """The dossiers of this person are those of whom he stands in for now, and his own."""
    runs = work.find(
        KandidaatWaarneming,
        KandidaatWaarneming.waarnemer_id == waarnemer_id,
        KandidaatWaarneming.van <= work.context.dag_ontvangen,
        KandidaatWaarneming.beeindigd.is_(False),
    )
    there = {werkgever_id for row in runs for werkgever_id in _werkgevers(work, row)}
    involved = work.find(
        Betrokkenheid, Betrokkenheid.medewerker_id == waarnemer_id, Betrokkenheid.reden == WAARNEMING
    )
    for werkgever_id in {one.werkgever_id for one in involved} - there:
        leave(work, werkgever_id, waarnemer_id)
    for werkgever_id in sorted(there):
        involve(work, werkgever_id, waarnemer_id, WAARNEMING)


def _werkgevers(work: Work, row: KandidaatWaarneming) -> list[str]:
    """Where something runs for the candidates for whom somebody stands in."""
    ids = _candidates(work, row)
    return _at(voordrachten(work, ids), plaatsingen(work, ids)) if ids else []


def _at(forward: Sequence[Voordracht], placed: Sequence[Plaatsing]) -> list[str]:
    return sorted({row.werkgever_id for row in forward} | {row.werkgever_id for row in placed})
