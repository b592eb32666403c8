"""Texts for colleagues name no candidate: asked at both ends, because only one may hold who it is about.

Only of who works with candidates: anybody else could try names until one is refused. What is said about it
tells nothing that the author did not type.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.models.context import derive_id
from desktop.models.errors import InputRefused, Weigering
from desktop.models.handlers.readers import holders_of_candidate
from desktop.models.rights import has_candidates
from desktop.models.rules.naming import MAYBE, SURELY, Called, named, without
from desktop.models.rules.plaatsing import RUNS
from desktop.models.rules.voordracht import RUNNING
from desktop.models.tables import Kandidaat, Plaatsing, PlaatsingPersoon, Voordracht, VoordrachtPersoon
from desktop.models.work import Work


def of_voordracht(work: Work, voordracht_id: str) -> list[Called]:
    """Who was put forward, where this end knows it."""
    person = work.get(VoordrachtPersoon, derive_id(voordracht_id, "persoon"))
    return _called(work, [person.kandidaat_id] if person else [])


def of_placement(work: Work, plaatsing_id: str) -> list[Called]:
    """Who works there, where this end knows it."""
    person = work.get(PlaatsingPersoon, derive_id(plaatsing_id, "persoon"))
    return _called(work, [person.kandidaat_id] if person else [])


def of_own_at(work: Work, werkgever_id: str) -> list[Called]:
    """The actor's own candidates who work there or were put forward."""
    if not has_candidates(work.context.actor.rol):
        return []
    placed = work.find(Plaatsing, Plaatsing.werkgever_id == werkgever_id, Plaatsing.status == RUNS)
    forward = work.find(Voordracht, Voordracht.werkgever_id == werkgever_id, Voordracht.status.in_(RUNNING))
    people = [
        *(work.get(PlaatsingPersoon, derive_id(row.id, "persoon")) for row in placed),
        *(work.get(VoordrachtPersoon, derive_id(row.id, "persoon")) for row in forward),
    ]
    ids = sorted({person.kandidaat_id for person in people if person})
    me = work.context.actor.medewerker_id
    return _called(work, [one for one in ids if me in holders_of_candidate(work, one)])


def of_own(work: Work, kandidaat_id: str) -> list[Called]:
    """This candidate, where it is the actor's own."""
    is_own = work.context.actor.medewerker_id in holders_of_candidate(work, kandidaat_id)
    return _called(work, [kandidaat_id] if is_own else [])


def _called(work: Work, kandidaat_ids: Iterable[str]) -> list[Called]:
    if not has_candidates(work.context.actor.rol):
        return []
    rows = [work.get(Kandidaat, one) for one in kandidaat_ids]
    return [Called(row.roepnaam, row.initiaal, row.bron_id) for row in rows if row and row.gewist_op is None]


def refused(text: str | None, people: Iterable[Called], is_no_name: bool = False) -> Weigering | None:
    """Why this text may not go to colleagues; `is_no_name`: the author looked, and it is another word."""
    found = {named(text, one) for one in people} if text else set()
    if SURELY in found:
        return Weigering("tekst_noemt_kandidaat")
    if MAYBE in found and not is_no_name:
        return Weigering("tekst_noemt_misschien_kandidaat")
    return None


def require_nameless(veld: str, text: str | None, people: Iterable[Called], is_no_name: bool) -> None:
    """Raises `InputRefused` at the field."""
    reason = refused(text, people, is_no_name)
    if reason is not None:
        raise InputRefused({veld: reason})


def taken_out(text: str, people: Iterable[Called], is_no_name: bool) -> str:
    """For what is never refused (R4): the same text without the name."""
    people = list(people)
    if refused(text, people, is_no_name) is None:
        return text
    for one in people:
        text = without(text, one)
    return text
