"""Whose a talk is: the placement track is of who has the candidate, the relation of who has the regie.

A talk that took place is never refused for a right that passed on meanwhile (R4): `may_tell` is wider.
"""

from __future__ import annotations

from datetime import date

from desktop.models.errors import Weigering
from desktop.models.handlers.readers import holders_of_candidate
from desktop.models.handlers.regie import addressee, holder_of, waarnemers
from desktop.models.rights import decides_for_others, holds_every_dossier
from desktop.models.rules.nazorg import RELATION
from desktop.models.tables import (
    Kandidaatregie,
    KandidaatWaarneming,
    Medewerker,
    Nazorgactie,
    NazorgPersoon,
    PlaatsingPersoon,
)
from desktop.models.work import Work


def person_of(work: Work, row: Nazorgactie) -> NazorgPersoon | None:
    """What is personal of a talk, where this end holds it."""
    return next(iter(work.find(NazorgPersoon, NazorgPersoon.nazorgactie_id == row.id)), None)


def candidate_of(work: Work, plaatsing_id: str) -> str | None:
    """Who works there, where this end knows it."""
    rows = work.find(PlaatsingPersoon, PlaatsingPersoon.plaatsing_id == plaatsing_id)
    return rows[0].kandidaat_id if rows else None


def may_plan(work: Work, plaatsing_id: str, werkgever_id: str, spoor: str) -> bool:
    """Whether a talk of this track is the actor's to plan, move or close."""
    if spoor == RELATION:
        return keeps_relation(work, werkgever_id)
    kandidaat_id = candidate_of(work, plaatsing_id)
    if kandidaat_id is None:
        return False
    return work.context.actor.medewerker_id in holders_of_candidate(work, kandidaat_id)


def keeps_relation(work: Work, werkgever_id: str) -> bool:
    """The regiehouder, who stands in, the teamleider; where nobody holds it every accountmanager."""
    actor = work.context.actor
    if decides_for_others(actor.rol):
        return True
    holder = holder_of(work, werkgever_id)
    if holder is None:
        return holds_every_dossier(actor.rol)
    serving = {holder.accountmanager_id, *waarnemers(work, werkgever_id, work.context.dag_ontvangen)}
    return actor.medewerker_id in serving


def may_tell(work: Work, row: Nazorgactie, person: NazorgPersoon | None, day: date) -> bool:
    """Whether the actor may say how a talk of that day went: also who had the candidate or the regie before,
    and who stood in on that day.
    """
    if may_plan(work, row.plaatsing_id, row.werkgever_id, row.spoor):
        return True
    actor = work.context.actor
    if row.spoor == RELATION:
        return holds_every_dossier(actor.rol)
    made = {row.aangemaakt_door, row.uitvoerder_id, person.aangemaakt_door if person else None}
    return actor.medewerker_id in made or (person is not None and _stood_in(work, row, person, day))


def _stood_in(work: Work, row: Nazorgactie, person: NazorgPersoon, day: date) -> bool:
    """A laptop that was away may say it only when the waarneming is over."""
    held = work.find(Kandidaatregie, Kandidaatregie.kandidaat_id == person.kandidaat_id)
    for_whom = {row.uitvoerder_id, row.aangemaakt_door, *(one.bemiddelaar_id for one in held)}
    stood = work.find(
        KandidaatWaarneming,
        KandidaatWaarneming.waarnemer_id == work.context.actor.medewerker_id,
        KandidaatWaarneming.van <= day,
        KandidaatWaarneming.tot >= day,
    )
    return any(one.voor_id in for_whom and one.kandidaat_id in (None, person.kandidaat_id) for one in stood)


def refusal(work: Work, row: Nazorgactie) -> Weigering:
    """Who it is of: a colleague may be named, a candidate never."""
    who = addressee(work, row.werkgever_id) if row.spoor == RELATION else row.uitvoerder_id
    person = work.get(Medewerker, who) if who else None
    return Weigering("nazorg_van_collega", wie=person.naam if person else "een collega")
