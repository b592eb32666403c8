"""Who fits a vacature, and which vacatures fit a candidate: the same rule both ways.

A laptop holds its own candidates and everybody's anonymous profiles, so that is where this looks
(`match_people`); rows are read as columns, not as objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.errors import Parameter
from desktop.models.postcode_places import kilometres
from desktop.models.queries.match_people import Person, Weighing, listed, people
from desktop.models.queries.match_rows import KandidaatMatch, RedenRij, VacatureMatch
from desktop.models.queries.medewerker import labels, names
from desktop.models.queries.placed_person import shown_name
from desktop.models.rules import match as rules
from desktop.models.rules.vacature import OPEN
from desktop.models.rules.voordracht import RUNNING
from desktop.models.tables import (
    Kandidaat,
    Vacature,
    Voordracht,
    VoordrachtPersoon,
    Werkgever,
)

_ASKED = (
    Vacature.id,
    Vacature.nummer,
    Vacature.naam,
    Vacature.werkgever_id,
    Vacature.soort,
    Vacature.plaats,
    Vacature.postcode,
    Vacature.sluitingsdatum,
    Vacature.beroep,
    Vacature.beroepsklasse,
    Vacature.uren_min,
    Vacature.uren_max,
    Vacature.niveau,
    Vacature.rijbewijs,
    Vacature.taal_mondeling,
    Vacature.taal_schriftelijk,
    Vacature.onregelmatig,
)
_OFFERED = (
    Kandidaat.id,
    Kandidaat.roepnaam,
    Kandidaat.initiaal,
    Kandidaat.pc4,
    Kandidaat.beroepen,
    Kandidaat.beroepsklasse,
    Kandidaat.reisafstand_km,
    Kandidaat.uren_min,
    Kandidaat.uren_max,
    Kandidaat.niveau,
    Kandidaat.rijbewijs,
    Kandidaat.taal_mondeling,
    Kandidaat.taal_schriftelijk,
    Kandidaat.soorten_werk,
    Kandidaat.onregelmatig,
    Kandidaat.werkfit,
)
MOST = 100
"""Nobody looks at more; who wants others says more about the work."""
_LISTS = {"beroepsklasse": "beroepsklasse", "soort": "vacature_soort"}
"""Parameters that are codes here and words on the screen."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Code → label of the lists that reasons speak of."""

    known: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, session: Session) -> _Words:
        return cls({name: labels(session, lijst) for name, lijst in _LISTS.items()})

    def rows(self, reasons: Iterable[rules.Reden]) -> tuple[RedenRij, ...]:
        return tuple(RedenRij(one.code, one.oordeel, self._said(one.parameters)) for one in reasons)

    def _said(self, parameters: Mapping[str, Parameter]) -> dict[str, Parameter]:
        return {
            name: self.known[name].get(str(value), value) if name in self.known else value
            for name, value in parameters.items()
        }


def matches_for_vacature(
    session: Session, vacature_id: str, limiet: int = MOST
) -> tuple[KandidaatMatch, ...]:
    """Own candidates and profiles of colleagues, the best first; nobody for work that is gone."""
    asked = session.execute(select(*_ASKED).where(Vacature.id == vacature_id)).first()
    if asked is None:
        return ()
    weighing = Weighing(_werk(asked), asked.postcode)
    found = [
        ((*rank, person.roepnaam or "", person.id), person)
        for person in people(session)
        if (rank := weighing.rank(person)) is not None
    ]
    words, who, running = _Words.read(session), names(session), _running_for(session, vacature_id)
    best = nsmallest(limiet, found, key=_first)
    return tuple(_person(person, weighing, words, who, running) for _, person in best)


def matches_for_kandidaat(
    session: Session, kandidaat_id: str, limiet: int = MOST
) -> tuple[VacatureMatch, ...]:
    """Work that is still offered, the best first; nothing for who is not on this laptop."""
    offered = session.execute(select(*_OFFERED).where(Kandidaat.id == kandidaat_id)).first()
    if offered is None:
        return ()
    mens = _mens(offered)
    query = (
        select(*_ASKED, Werkgever.naam.label("werkgever"))
        .join(Werkgever, Werkgever.id == Vacature.werkgever_id)
        .where(Vacature.status.in_(sorted(OPEN)), Vacature.verwijderd_op.is_(None))
    )
    found: list[tuple[Any, Any, _Judged]] = []
    for row in session.execute(query):
        judged = _judged(_werk(row), mens, row.postcode, offered.pc4)
        if judged is not None:
            rank = rules.rank(rules.counted(judged.reasons), judged.km)
            found.append(((*rank, row.naam, row.id), row, judged))
    words, running = _Words.read(session), _running_of(session, kandidaat_id)
    return tuple(
        _vacature(row, judged, words, row.id in running)
        for _, row, judged in nsmallest(limiet, found, key=_first)
    )


def _first(found: tuple[Any, ...]) -> Any:
    return found[0]


@dataclass(frozen=True, slots=True)
class _Judged:
    reasons: tuple[rules.Reden, ...]
    km: int | None


def _judged(werk: rules.Werk, mens: rules.Mens, there: str | None, here: str | None) -> _Judged | None:
    """None when the two do not belong together."""
    if not rules.may_fit(werk, mens):
        return None
    km = kilometres(here, there)
    reasons = rules.judge(werk, mens, km)
    return _Judged(reasons, km) if rules.fits(reasons) else None


def _werk(row: Any) -> rules.Werk:
    return rules.Werk(
        beroepen=(row.beroep or row.naam,),
        beroepsklasse=row.beroepsklasse,
        uren_min=row.uren_min,
        uren_max=row.uren_max,
        niveau=row.niveau,
        rijbewijs=tuple(row.rijbewijs or ()),
        taal_mondeling=row.taal_mondeling,
        taal_schriftelijk=row.taal_schriftelijk,
        soort=row.soort,
        onregelmatig=row.onregelmatig,
    )


def _mens(row: Any) -> rules.Mens:
    return rules.Mens(
        beroepen=tuple(row.beroepen or ()),
        beroepsklasse=row.beroepsklasse,
        reisafstand_km=row.reisafstand_km,
        uren_min=row.uren_min,
        uren_max=row.uren_max,
        niveau=row.niveau,
        rijbewijs=tuple(row.rijbewijs or ()),
        taal_mondeling=row.taal_mondeling,
        taal_schriftelijk=row.taal_schriftelijk,
        soorten_werk=tuple(row.soorten_werk or ()),
        onregelmatig=row.onregelmatig,
    )


def _running_for(session: Session, vacature_id: str) -> set[str]:
    """Candidates who are put forward for it already."""
    return set(
        session.scalars(_running(VoordrachtPersoon.kandidaat_id, Voordracht.vacature_id == vacature_id))
    )


def _running_of(session: Session, kandidaat_id: str) -> set[str]:
    """Vacatures for which this candidate is put forward already."""
    mine = VoordrachtPersoon.kandidaat_id == kandidaat_id
    return {one for one in session.scalars(_running(Voordracht.vacature_id, mine)) if one}


def _running(column: Any, *which: Any) -> Any:
    return (
        select(column)
        .select_from(VoordrachtPersoon)
        .join(Voordracht, Voordracht.id == VoordrachtPersoon.voordracht_id)
        .where(
            Voordracht.status.in_(RUNNING),
            Voordracht.verwijderd_op.is_(None),
            VoordrachtPersoon.verwijderd_op.is_(None),
            *which,
        )
    )


def _person(
    person: Person, weighing: Weighing, words: _Words, who: Mapping[str, str], running: set[str]
) -> KandidaatMatch:
    """An own candidate with its name; of a colleague's profile there is none."""
    own, reasons = person.roepnaam is not None, weighing.reasons(person)
    return KandidaatMatch(
        kandidaat_id=person.id if own else None,
        profiel_id=None if own else person.id,
        naam=shown_name(person.roepnaam, person.initiaal) if person.roepnaam is not None else None,
        bemiddelaar_id=person.bemiddelaar_id or "",
        bemiddelaar=who.get(person.bemiddelaar_id or "", ""),
        beroepen=listed(person.beroepen),
        pc4=person.pc4,
        km=weighing.km(person),
        werkfit=person.werkfit,
        oordeel=rules.summary(reasons),
        redenen=words.rows(reasons),
        loopt=own and person.id in running,
    )


def _vacature(row: Any, judged: _Judged, words: _Words, runs: bool) -> VacatureMatch:
    return VacatureMatch(
        vacature_id=row.id,
        nummer=row.nummer,
        naam=row.naam,
        werkgever_id=row.werkgever_id,
        werkgever=row.werkgever,
        soort=row.soort,
        plaats=row.plaats,
        sluitingsdatum=row.sluitingsdatum,
        km=judged.km,
        oordeel=rules.summary(judged.reasons),
        redenen=words.rows(judged.reasons),
        loopt=runs,
    )
