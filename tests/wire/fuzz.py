"""The calls of the OpenAPI document, steered to where it could hurt, and what must hold then.

A call is what the document allows or forbids; then parts of it become what a stranger could know: its own
laptop, the buckets and ids of others, names of commands. No answer may be a fault of ours, and none may hold
what is marked as somebody else's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

import httpx
import schemathesis
import zstandard
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from central import openapi
from desktop.models.commands import NEWEST
from desktop.sync.protocol import PROTOCOL
from tests.support.builders import new_id
from tests.wire.prey import MARKS, Prey

MEDIA = openapi.MEDIA
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
SYNC, GOODBYE = "/v1/sync", "/v1/gewist"
PIECE, RECOGNISE = "/v1/momentopname/{bucket}", "/v1/herken"
Steer = Callable[[Case[Any]], None]
WILD = (0, -1, 1, 2, 3, 500, 2**31, 2**63 - 1, -(2**63), 2**63) * 5 + (-(2**63) - 1, 10**40)
TIMES = ("2026-11-20T09:10:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "gisteren", "")


@schemathesis.serializer(MEDIA)
def _packed(_context: schemathesis.SerializationContext, value: Any) -> bytes:
    return zstandard.compress(json.dumps(value).encode())


@schemathesis.deserializer(MEDIA)
def _unpacked(_context: schemathesis.DeserializationContext, response: Any) -> Any:
    return json.loads(read(response.content))


def read(body: bytes) -> bytes:
    """What is in the answer, packed or not."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(body) as reader:
            return reader.read()
    except zstandard.ZstdError:
        return body


@cache
def operations() -> dict[str, Any]:
    """Each call of the document by its path."""
    schema = schemathesis.openapi.from_dict(openapi.document())
    return {path: schema[path][method.upper()] for path, methods in schema.items() for method in methods}


def cases(path: str) -> st.SearchStrategy[Case[Any]]:
    """Calls that the document allows, and calls that it does not."""
    operation = operations()[path]
    good: st.SearchStrategy[Case[Any]] = operation.as_strategy(GenerationMode.POSITIVE)
    if not operation.body:
        return good
    return st.one_of(good, good, good, operation.as_strategy(GenerationMode.NEGATIVE))


def steered(prey: Prey) -> st.SearchStrategy[Steer]:
    """Changes to a request that make it reach further than chance would."""
    someone = st.sampled_from([prey.stranger.laptop_id, prey.owner.laptop_id, new_id()])
    mine = st.just(prey.stranger.laptop_id)
    return st.builds(
        _Steer,
        laptop=st.one_of(*[mine] * 7, someone),
        protocol=st.sampled_from([*[PROTOCOL] * 8, PROTOCOL - 1, PROTOCOL + 1]),
        epoch=st.sampled_from([*[None] * 7, "x"]),
        cursors=st.dictionaries(
            st.sampled_from(buckets(prey)), st.sampled_from((0, 1, 10, *WILD)), max_size=5
        ),
        commands=st.lists(commands(prey), max_size=4),
        ophalen=st.booleans(),
        openstaand=st.sampled_from(WILD),
    )


def steering(prey: Prey, path: str) -> st.SearchStrategy[Steer | None]:
    """How a call of this path is made to reach further."""
    if path == SYNC:
        return steered(prey)
    if path == PIECE:
        return st.sampled_from(buckets(prey)).map(_of_bucket)
    if path == RECOGNISE:
        laptops = st.sampled_from([prey.stranger.laptop_id, prey.owner.laptop_id])
        uuids = st.lists(st.sampled_from([prey.ids["command"], new_id()]), max_size=3)
        return st.builds(_Whose, laptops, uuids)
    return st.none()


def _of_bucket(bucket: str) -> Steer:
    def steer(case: Case[Any]) -> None:
        case.path_parameters = {"bucket": bucket or "regio"}

    return steer


@dataclass
class _Whose:
    laptop: str
    uuids: list[str]

    def __call__(self, case: Case[Any]) -> None:
        body: Any = {"laptop": self.laptop, "uuids": self.uuids}
        case.body = body


def buckets(prey: Prey) -> list[str]:
    """Every bucket that there was at the beginning, and some that are none."""
    return [*prey.buckets, f"persoonlijk/{prey.ids['owner']}", "", "regio/..", "x" * 300, "a\0b"]


def commands(prey: Prey) -> st.SearchStrategy[dict[str, Any]]:
    """Commands with real names, whose arguments name what belongs to others."""
    ids = st.sampled_from([*prey.ids.values(), new_id(), "x", "", None])
    names = sorted({name for kind in NEWEST.values() for name in _fields(kind)})
    words = st.one_of(
        ids, st.text(max_size=8), st.sampled_from(WILD), st.booleans(), st.lists(ids, max_size=2)
    )
    named = st.fixed_dictionaries(
        {},
        optional={
            "werkgever_id": ids, "contactmoment_id": ids, "afstemming_id": ids, "lijst_id": ids, "id": ids,
            "medewerker_id": ids, "datum": st.sampled_from(["2026-11-20", "9999-12-31", "x"]),
            "kanaal": st.sampled_from(["bezoek", "x"]), "keuze": st.sampled_from(["mijne", "gelezen", "x"]),
            "notitie": st.text(max_size=20), "naam": st.text(max_size=20),
        },
    )  # fmt: skip
    sensible = st.sampled_from(attacks(prey))
    any_fields = st.dictionaries(st.sampled_from(names), words, max_size=4)
    wild = st.fixed_dictionaries(
        {
            "naam": st.one_of(st.sampled_from(sorted(NEWEST)), st.text(max_size=10)),
            "versie": st.one_of(st.just(1), st.sampled_from(WILD)),
            "argumenten": st.one_of(named, any_fields),
        }
    )
    envelope = st.fixed_dictionaries(
        {
            "n": st.one_of(*[st.just("next")] * 9, st.sampled_from(WILD)),
            "uuid": st.one_of(*[st.uuids().map(str)] * 5, st.just(prey.ids["command"]), st.just("x")),
            "tijd": st.sampled_from(TIMES),
            "basis": st.dictionaries(ids.map(str), st.sampled_from(WILD), max_size=2),
        }
    )
    return st.builds(lambda what, how: what | how, st.one_of(sensible, sensible, wild), envelope)


def attacks(prey: Prey) -> list[dict[str, Any]]:
    """What somebody would try who knows the ids of others; and honest work, which must go on."""
    own, there = {"werkgever_id": prey.ids["werkgever"]}, {"werkgever_id": prey.ids["elsewhere"]}
    visit = {"datum": "2026-11-20", "kanaal": "bezoek", "notitie": "van de vreemde"}
    as_owner = {"medewerker_id": prey.ids["owner"], "aangemaakt_door": prey.ids["owner"]}
    tried: list[tuple[str, dict[str, Any]]] = [
        ("werkgever.registreer", {"naam": "Eerlijk werk"}),
        ("contact.leg_vast", own | visit),
        ("contact.leg_vast", there | visit),
        ("contact.leg_vast", own | visit | as_owner),
        ("contact.leg_vast", own | visit | {"id": prey.ids["contact"]}),
        (
            "contact.wijzig",
            {"contactmoment_id": prey.ids["contact"], "notitie": "weg", "vertrouwelijk": False},
        ),
        ("contact.zet_vast", {"contactmoment_id": prey.ids["contact"], "vast": True}),
        ("werkgever.wijzig", there | {"naam": "Overgenomen"}),
        ("werkgever.voeg_samen", own | {"dubbel_id": prey.ids["elsewhere"]}),
        ("werkgever.voeg_samen", there | {"dubbel_id": prey.ids["werkgever"]}),
        ("regie.neem", there),
        ("afstemming.kies", {"afstemming_id": prey.ids["inbox"], "keuze": "gelezen"}),
        ("lijst.bewaar", {"id": prey.ids["list"], "naam": "Overgenomen", "keuze": {}}),
        ("lijst.verwijder", {"lijst_id": prey.ids["list"]}),
        ("ongedaan.maak", {"opdracht_uuid": prey.ids["command"]}),
        ("actie.maak", there | {"gevraagde_handeling": "bel", "toegewezen_aan_id": prey.ids["owner"]}),
        ("contactpersoon.registreer", there | {"naam": "Iemand"}),
    ]
    return [{"naam": naam, "versie": 1, "argumenten": arguments} for naam, arguments in tried]


def _fields(kind: Any) -> list[str]:
    return [one.name for one in fields(kind)]


@dataclass
class _Steer:
    laptop: str
    protocol: int
    epoch: str | None
    cursors: dict[str, int]
    commands: list[dict[str, Any]]
    ophalen: bool
    openstaand: int

    def __call__(self, case: Case[Any]) -> None:
        if not isinstance(case.body, dict):
            return
        body: dict[str, Any] = case.body
        body |= {"protocol": self.protocol, "laptop": self.laptop, "programma": "fuzz", "epoch": self.epoch}
        body |= {"openstaand": self.openstaand}
        body |= {"cursors": self.cursors, "opdrachten": self.commands, "ophalen": self.ophalen}


def _code(body: str) -> str:
    said = json.loads(body) if body.startswith("{") else {}
    answers = said.get("antwoorden", [])
    return (
        "answers " + " ".join(one["uitkomst"] for one in answers) if answers else said.get("code", "no code")
    )


@dataclass
class Fuzz:
    """Sends calls as the stranger, and keeps count."""

    prey: Prey
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.before = self.prey.untouched()

    def send(self, case: Case[Any], steer: Steer | None) -> None:
        """One call; AssertionError (or schemathesis' own failure) when something does not hold."""
        if steer is not None:
            steer(case)
            self._number(case.body)
        headers = {"authorization": f"Bearer {self.prey.stranger.token}"}
        response = case.call(base_url=self.prey.world.url, headers=headers, timeout=30)
        self.counts[f"{case.operation.path} {response.status_code}"] += 1
        self.counts["calls"] += 1
        body = read(response.content).decode("utf-8", "replace")
        self.counts[_code(body)] += 1
        for mark in MARKS:
            assert mark not in body, f"{mark} came out"
        assert "Traceback" not in body
        assert case.operation.path != RECOGNISE or self.prey.ids["command"] not in body
        case.validate_response(response, checks=CHECKS)

    def _number(self, body: Any) -> None:
        """Commands that say `next` get the number that the centre waits for."""
        if not isinstance(body, dict) or not isinstance(body.get("opdrachten"), list):
            return
        row = self.prey.world.sql(
            "SELECT laatste_n FROM laptop WHERE id = :mine", mine=self.prey.stranger.laptop_id
        )
        last = row[0].laatste_n
        for command in body["opdrachten"]:
            if isinstance(command, dict) and command.get("n") == "next":
                last += 1
                command["n"] = last

    def end(self) -> None:
        """Nothing of others moved, and the stranger itself can go on."""
        after = self.prey.untouched()
        for name, rows in self.before.items():
            assert after[name] == rows, f"{name} of others changed"
        stranger = self.prey.stranger
        stranger.n = self.prey.world.sql(
            "SELECT laatste_n FROM laptop WHERE id = :mine", mine=stranger.laptop_id
        )[0].laatste_n
        [answer] = stranger.send(stranger.werkgever("Na de storm"))
        assert answer.uitkomst == "toegepast"
        assert httpx.get(self.prey.world.url + openapi.HEALTH).status_code == httpx.codes.OK


def storm(fuzz: Fuzz, examples: int, chance: int | None = None) -> None:
    """So many rounds, and some of every other call but the one with which a laptop says goodbye."""
    how = settings(
        max_examples=examples,
        deadline=None,
        derandomize=chance is None,
        database=None,
        phases=[Phase.generate],  # a failure is told as it was found: each call takes long
        suppress_health_check=list(HealthCheck),
    )

    def everything(path: str, most: int) -> None:
        @settings(how, max_examples=most)
        @given(st.data())
        def call(data: st.DataObject) -> None:
            steers = [steering(fuzz.prey, path)] * 7
            fuzz.send(data.draw(cases(path)), data.draw(st.one_of(*steers, st.none())))

        (call if chance is None else seed(chance)(call))()

    for path in sorted(set(operations()) - {GOODBYE}):
        everything(path, examples if path == SYNC else max(2, examples // 10))
