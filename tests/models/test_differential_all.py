"""Every command of the catalogue with generated arguments: both databases come to equal rows and answers.

The texts are those on which databases differ: combining and composed signs, emoji, right to left, capitals
that fold to two letters, quotes, NUL, and words that look like numbers or truth.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from desktop.models import bus
from desktop.models.bus import read_command
from desktop.models.commands import NEWEST
from desktop.models.commands.werkgever import WijzigWerkgever
from desktop.models.errors import Weigering
from desktop.models.fields import Text
from desktop.models.outcome import Outcome
from desktop.models.row_codec import Wire
from desktop.models.work import Work
from tests.models.storylines import Step
from tests.models.test_differential import Answer, answer
from tests.support.builders import NOW, PEOPLE, Region, context, known_id, region_in
from tests.sync.simulation import commands, references

pytestmark = pytest.mark.postgres
Typed = tuple[str, references.Arguments, int]
Past = tuple[list[Answer], dict[str, dict[str, Wire]]]
W, CONTACT, PERSON, TASK, AGREED, OFFER = (known_id(name) for name in ("w", "c", "p", "t", "a", "o"))
CANDIDATE, WORK = known_id("k"), known_id("v")
HERMAN, SEVDA = 1, 2
PROLOGUE: tuple[Typed, ...] = (
    ("werkgever.registreer", {"id": W, "naam": "\u0130sclub stra\u00dfe", "kvk_nummer": "69599084"}, 0),
    ("werkgever.registreer", {"naam": "Caf\u00e9 Noord", "woonplaats": "Huizen"}, 2),
    ("contact.leg_vast", {"id": CONTACT, "werkgever_id": W, "datum": "2026-11-20", "kanaal": "bezoek"}, 0),
    ("contactpersoon.registreer", {"id": PERSON, "werkgever_id": W, "naam": "Wim Verkerk"}, 0),
    ("actie.maak", {"id": TASK, "werkgever_id": W, "gevraagde_handeling": "bel"}, 0),
    ("regie.neem", {"werkgever_id": W}, 0),
    ("afspraak.maak", {"id": AGREED, "werkgever_id": W, "soort": "samenwerking", "inhoud": "twee"}, 0),
    (
        "regie.stel_overdracht_voor",
        {"id": OFFER, "werkgever_id": W, "naar_id": PEOPLE[HERMAN].medewerker_id},
        0,
    ),
    ("kandidaat.registreer", {"id": CANDIDATE, "roepnaam": "Noor"}, SEVDA),
    ("vacature.registreer", {"id": WORK, "werkgever_id": W, "naam": "Kok", "soort": "baan"}, 0),
    (
        "voordracht.doe",
        {"kandidaat_id": CANDIDATE, "vacature_id": WORK, "datum": "2026-11-20", "toestemming": "2026-11-20"},
        SEVDA,
    ),
    (
        "plaatsing.registreer",
        {"kandidaat_id": CANDIDATE, "werkgever_id": W, "soort": "leerbaan", "start": "2026-11-20"},
        SEVDA,
    ),
)


def typed() -> st.SearchStrategy[list[Typed]]:
    """What people type, in any order."""
    who = st.integers(0, len(PEOPLE) - 1)
    one = st.one_of([st.tuples(st.just(naam), commands.of(naam), who) for naam in sorted(NEWEST)])
    return st.lists(one, min_size=4, max_size=16)


def _rows(region: Region, table: str, done: list[str]) -> list[str]:
    if table == "opdracht":
        return done[::-1]
    region.session.flush()
    return sorted(region.connection.exec_driver_sql(references.query_of(table)).scalars())


def _one(region: Region, number: int, each: Typed, done: list[str]) -> Answer:
    naam, given, who = each
    uuid = known_id(f"getypt {number}")
    try:
        ids = (known_id(f"rij {number} {n}") for n in range(99))
        arguments = references.resolve(
            naam, given, lambda table: _rows(region, table, done), lambda: next(ids)
        )
        command = read_command(naam, NEWEST[naam].VERSION, arguments)
    except Weigering as reason:
        return {"code": reason.code, **reason.parameters}
    done.append(uuid)
    return answer(region, Step(command, PEOPLE[who], NOW, uuid), context(PEOPLE[who], tijd=NOW, uuid=uuid))


def play(engine: Engine, course: list[Typed]) -> Past:
    """Answers and rows."""
    done: list[str] = []
    with region_in(engine) as region:
        answers = [_one(region, number, each, done) for number, each in enumerate([*PROLOGUE, *course])]
        return answers, region.wire()


def test_every_command_gives_equal_rows_and_answers(sqlcipher: Engine, postgresql: Engine) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed())
    def equal(course: list[Typed]) -> None:
        assert play(sqlcipher, course) == play(postgresql, course)

    equal()


@pytest.mark.parametrize("text", commands.ODD, ids=ascii)
def test_odd_text_is_kept_alike_or_refused_alike(sqlcipher: Engine, postgresql: Engine, text: str) -> None:
    course: list[Typed] = [
        ("werkgever.wijzig", {"werkgever_id": W, "naam": text, "sector": text, "handelsnamen": [text]}, 0),
        ("contact.wijzig", {"contactmoment_id": CONTACT, "notitie": text}, 0),
        ("contactpersoon.wijzig", {"contactpersoon_id": PERSON, "functie": text}, 0),
        ("actie.rond_af", {"actie_id": TASK, "toelichting": text}, 0),
        ("lijst.bewaar", {"naam": text, "keuze": {"tekst": text}}, 0),
    ]
    here, there = play(sqlcipher, course), play(postgresql, course)
    assert here == there
    refused = "\x00" in text
    meant = Text(500).parse(text)  # signs that turn a line around are left out, alike at both ends
    kept = any(meant == value for row in here[1]["werkgever"].values() for value in row.values())
    assert kept or refused or len(text) > 40


def test_a_rule_that_leans_on_the_database_is_caught(
    sqlcipher: Engine, postgresql: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's `lower` knows the English letters only."""
    real = bus.HANDLERS[WijzigWerkgever]

    def leans(work: Work, command: WijzigWerkgever) -> Outcome:
        lowered = work.session.scalar(select(func.lower(command.sector)))
        return real(work, replace(command, sector=lowered))

    monkeypatch.setitem(bus.HANDLERS, WijzigWerkgever, leans)
    course: list[Typed] = [("werkgever.wijzig", {"werkgever_id": W, "sector": "\u00c9\u00c9N"}, 0)]
    assert play(sqlcipher, course) != play(postgresql, course)
