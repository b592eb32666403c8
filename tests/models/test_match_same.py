"""The fast match says what the slow one says: every reason of everybody, then who fits, then the order."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.context import derive_id
from desktop.models.postcode_places import kilometres
from desktop.models.queries import match
from desktop.models.queries.match_people import Person, Weighing
from desktop.models.rules import match as rules
from desktop.models.tables import Kandidaat, Profiel, Vacature
from tests.models.test_match import profile_of
from tests.support.builders import Region, new_id
from tests.support.placing import candidate_of, vacature_at, werkgever_of

NAMES = ("Lasser", "lasser staal", "Magazijnmedewerker", "medewerker magazijn", "Kok", "Hulpkok (café)")
CLASSES = ("technisch", "zorg", None)
PLACES = ("1217", "1211", "3511", "9999", None)
HOURS, LEVELS, ASKED = (None, 0, 16, 24, 36), (None, 0, 2, 3, 6, 7), (None, 0, 1, 2, 3, 8)
LICENCES = ((), ("B",), ("C", "AM"), ("BE",))
KINDS = ((), ("baan",), ("leerbaan", "baan"))


def slow(
    werk: rules.Werk, postcode: str | None, people: Sequence[Person]
) -> list[tuple[str, tuple[rules.Reden, ...], int | None]]:
    """By its definition: judge everybody, keep who fits, put them in order."""
    found = []
    for person in people:
        km = kilometres(person.pc4, postcode)
        reasons = rules.judge(werk, person.mens(), km)
        if rules.fits(reasons):
            rank = rules.rank(rules.counted(reasons), km)
            found.append(((*rank, person.roepnaam or "", person.id), person.id, reasons, km))
    return [(row_id, reasons, km) for _, row_id, reasons, km in sorted(found, key=lambda one: one[0])]


def _listed(values: Sequence[str]) -> str:
    return json.dumps(list(values))


def _somebody(rng: random.Random, number: int) -> Person:
    own = rng.random() < 0.5
    return Person(
        id=f"{rng.randrange(100)}-{number}",
        bemiddelaar_id=None,
        werkfit=None,
        pc4=rng.choice(PLACES),
        beroepen=_listed(rng.sample(NAMES, rng.randint(0, 2))),
        beroepsklasse=rng.choice(CLASSES),
        niveau=rng.choice(LEVELS),
        uren_min=rng.choice(HOURS),
        uren_max=rng.choice(HOURS),
        reisafstand_km=rng.choice((None, 0, 3, 10, 40)),
        rijbewijs=_listed(rng.choice(LICENCES)) if own else None,
        taal_mondeling=rng.choice(ASKED),
        taal_schriftelijk=rng.choice(ASKED),
        soorten_werk=_listed(rng.choice(KINDS)) if own else None,
        onregelmatig=rng.choice((None, 0, 1, 2)),
        roepnaam=rng.choice(("Noor", "Sam")) if own else None,
    )


WORK = st.builds(
    rules.Werk,
    beroepen=st.sampled_from(NAMES).map(lambda name: (name,)) | st.just(()),
    beroepsklasse=st.sampled_from(CLASSES),
    uren_min=st.sampled_from(HOURS),
    uren_max=st.sampled_from(HOURS),
    niveau=st.sampled_from(LEVELS),
    rijbewijs=st.sampled_from(LICENCES),
    taal_mondeling=st.sampled_from(ASKED),
    taal_schriftelijk=st.sampled_from(ASKED),
    soort=st.sampled_from((None, "baan", "leerbaan")),
    onregelmatig=st.sampled_from((None, 0, 1, 2)),
)


@given(WORK, st.sampled_from(("1217ZA", "3511AB", None)), st.integers(0, 2**32))
def test_weighing_is_judging(werk: rules.Werk, postcode: str | None, seed: int) -> None:
    rng = random.Random(seed)
    people = [_somebody(rng, number) for number in range(25)]
    weighing = Weighing(werk, postcode)
    ranked = [(rank, person) for person in people if (rank := weighing.rank(person)) is not None]
    ordered = sorted(ranked, key=lambda one: (*one[0], one[1].roepnaam or "", one[1].id))
    found = [(person.id, weighing.reasons(person), weighing.km(person)) for _, person in ordered]
    assert found == slow(werk, postcode, people)


def _random_person(rng: random.Random) -> dict[str, Any]:
    return {
        "pc4": rng.choice(PLACES),
        "beroepen": rng.sample(NAMES, rng.randint(0, 2)),
        "beroepsklasse": rng.choice(CLASSES),
        "niveau": rng.choice(LEVELS),
        "uren_min": rng.choice(HOURS),
        "uren_max": rng.choice(HOURS),
    }


@pytest.mark.parametrize("seed", range(3))
def test_from_the_database_to_the_screen(region: Region, seed: int) -> None:
    rng = random.Random(seed)
    own = [
        candidate_of(
            region,
            roepnaam=rng.choice(("Noor", "Sam")),
            reisafstand_km=rng.choice((None, 3, 40)),
            rijbewijs=list(rng.choice(LICENCES)),
            soorten_werk=list(rng.choice(KINDS)),
            **_random_person(rng),
        )
        for _ in range(25)
    ]
    for row_id in (derive_id(own[0], "profiel"), *(new_id() for _ in range(40))):
        profile_of(region, id=row_id, **_random_person(rng))
    vacature_id = vacature_at(
        region, werkgever_of(region), beroep=rng.choice(NAMES), beroepsklasse="technisch", postcode="1217ZA"
    )
    row = region.one(Vacature, vacature_id)
    people = [_person(one) for one in region.all(Kandidaat)]
    people += [_person(one) for one in region.all(Profiel) if one.id != derive_id(own[0], "profiel")]
    expected = slow(match._werk(row), row.postcode, people)
    assert expected
    for limiet in (5, 100):
        found = match.matches_for_vacature(region.session, vacature_id, limiet)
        assert [
            (one.kandidaat_id or one.profiel_id, [reden.code for reden in one.redenen], one.km)
            for one in found
        ] == [(row_id, [one.code for one in reasons], km) for row_id, reasons, km in expected[:limiet]]


def _person(row: Any) -> Person:
    """A row as the query reads it."""
    lists = {"beroepen", "rijbewijs", "soorten_werk"}
    said: dict[str, Any] = {name: getattr(row, name, None) for name in Person._fields}
    kept = {name: _listed(said[name]) for name in lists if said[name] is not None}
    return Person(**said | kept | {"bemiddelaar_id": None})


def test_reasons_are_only_for_who_is_shown(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words cost most: of thousands they are made for the few that somebody reads."""
    vacature_id = vacature_at(region, werkgever_of(region), beroep="Lasser")
    for _ in range(30):
        profile_of(region, beroepen=["Lasser"])
    judged: list[rules.Mens] = []
    judge = rules.judge

    def counting(werk: rules.Werk, mens: rules.Mens, km: int | None) -> tuple[rules.Reden, ...]:
        judged.append(mens)
        return judge(werk, mens, km)

    monkeypatch.setattr(rules, "judge", counting)
    assert len(match.matches_for_vacature(region.session, vacature_id, 4)) == len(judged) == 4
