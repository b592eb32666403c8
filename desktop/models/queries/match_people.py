"""Everybody who may fit a vacature, weighed fast: own candidates and profiles, some five thousand in one go.

Lists come as the text in which the database keeps them, so that people who say the same are looked at once.
Reasons, which cost much more, are for who is shown; `rules.match` decides both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, cast, select
from sqlalchemy.orm import Session

from desktop.models.context import derive_id
from desktop.models.postcode_places import kilometres
from desktop.models.rules import match as rules
from desktop.models.rules.kandidaat import ACTIVE
from desktop.models.tables import Kandidaat, Kandidaatregie, Profiel


class Person(NamedTuple):
    """What is known of somebody. A profile says little on purpose: the rest its bemiddelaar knows."""

    id: str
    bemiddelaar_id: str | None
    werkfit: str | None
    pc4: str | None
    beroepen: str | None
    beroepsklasse: str | None
    niveau: int | None
    uren_min: int | None
    uren_max: int | None
    reisafstand_km: int | None = None
    rijbewijs: str | None = None
    taal_mondeling: int | None = None
    taal_schriftelijk: int | None = None
    soorten_werk: str | None = None
    onregelmatig: int | None = None
    roepnaam: str | None = None
    initiaal: str | None = None

    def mens(self) -> rules.Mens:
        """As the rules look at somebody."""
        return rules.Mens(
            beroepen=listed(self.beroepen),
            beroepsklasse=self.beroepsklasse,
            reisafstand_km=self.reisafstand_km,
            uren_min=self.uren_min,
            uren_max=self.uren_max,
            niveau=self.niveau,
            rijbewijs=listed(self.rijbewijs),
            taal_mondeling=self.taal_mondeling,
            taal_schriftelijk=self.taal_schriftelijk,
            soorten_werk=listed(self.soorten_werk),
            onregelmatig=self.onregelmatig,
        )


_SAID = slice(Person._fields.index("niveau"), Person._fields.index("roepnaam"))
"""What is said besides the beroep and the place: many people say the same. `reisafstand_km` is in it too."""


@lru_cache(20_000)
def listed(text: str | None) -> tuple[str, ...]:
    """A list as the database keeps it."""
    return tuple(json.loads(text)) if text else ()


def people(session: Session) -> Iterator[Person]:
    """Own candidates, and the profiles that are not theirs."""
    connection = session.connection()
    own = [Person(*row) for row in connection.execute(_own())]
    mine = {derive_id(person.id, "profiel") for person in own}
    yield from own
    for row in connection.execute(_profiles()):
        if row[0] not in mine:
            yield Person(*row)


def _own() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Kandidaat.id,
            Kandidaatregie.bemiddelaar_id,
            Kandidaat.werkfit,
            Kandidaat.pc4,
            cast(Kandidaat.beroepen, Text),
            Kandidaat.beroepsklasse,
            Kandidaat.niveau,
            Kandidaat.uren_min,
            Kandidaat.uren_max,
            Kandidaat.reisafstand_km,
            cast(Kandidaat.rijbewijs, Text),
            Kandidaat.taal_mondeling,
            Kandidaat.taal_schriftelijk,
            cast(Kandidaat.soorten_werk, Text),
            Kandidaat.onregelmatig,
            Kandidaat.roepnaam,
            Kandidaat.initiaal,
        )
        .outerjoin(Kandidaatregie, Kandidaatregie.kandidaat_id == Kandidaat.id)
        .where(
            Kandidaat.status == ACTIVE,
            Kandidaat.verwijderd_op.is_(None),
            Kandidaat.gewist_op.is_(None),
            Kandidaatregie.verwijderd_op.is_(None),
        )
    )


def _profiles() -> Select[*tuple[Any, ...]]:
    return select(
        Profiel.id,
        Profiel.bemiddelaar_id,
        Profiel.werkfit,
        Profiel.pc4,
        cast(Profiel.beroepen, Text),
        Profiel.beroepsklasse,
        Profiel.niveau,
        Profiel.uren_min,
        Profiel.uren_max,
    ).where(Profiel.verwijderd_op.is_(None))


class Weighing:
    """People against one piece of work; what many have alike is judged once."""

    def __init__(self, werk: rules.Werk, postcode: str | None) -> None:
        self._werk, self._postcode = werk, postcode
        self._beroep: dict[tuple[str | None, str | None], rules.Reden | None] = {}
        self._far: dict[str | None, int | None] = {}
        self._counts: dict[tuple[object, ...], rules.Counts] = {}

    def rank(self, person: Person) -> tuple[int, ...] | None:
        """Where somebody comes in the list; None where the two do not belong together."""
        key = person.beroepen, person.beroepsklasse
        if key not in self._beroep:
            self._beroep[key] = rules.beroep(self._werk, listed(person.beroepen), person.beroepsklasse)
        about = self._beroep[key]
        if about is None or not rules.speaks_for(about):
            return None
        km = self.km(person)
        counts = self._counted(person, about, km)
        return rules.rank(counts, km) if rules.few_obstacles(counts) else None

    def _counted(self, person: Person, about: rules.Reden, km: int | None) -> rules.Counts:
        """Of the distance only matters here what follows from it."""
        far = rules.distance(person.reisafstand_km, km)
        key = (about.oordeel, far.oordeel if far else None, *tuple(person)[_SAID])
        if key not in self._counts:
            self._counts[key] = rules.counted((about, far, *rules.rest(self._werk, person.mens())))
        return self._counts[key]

    def km(self, person: Person) -> int | None:
        """How far it is, of each postcode once."""
        if person.pc4 not in self._far:
            self._far[person.pc4] = kilometres(person.pc4, self._postcode)
        return self._far[person.pc4]

    def reasons(self, person: Person) -> tuple[rules.Reden, ...]:
        """All of them, for who is shown."""
        return rules.judge(self._werk, person.mens(), self.km(person))
