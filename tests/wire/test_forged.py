"""What somebody with a laptop of the region tries by hand: in another's name, time, number or region."""

from __future__ import annotations

import logging

import httpx
import msgspec
import pytest

from central.logs import JsonLines
from desktop.sync import protocol
from desktop.sync.protocol import PROTOCOL, CommandMessage, Problem, SyncRequest, SyncResponse
from tests.support.builders import new_id
from tests.support.region import World
from tests.wire.fuzz import attacks
from tests.wire.prey import MARKS, Prey, prepare

pytestmark = pytest.mark.postgres
TIJD = "2026-11-20T09:10:00Z"
HONEST = ("Eerlijk werk", "van de vreemde")


@pytest.fixture
def prey(world: World) -> Prey:
    return prepare(world)


def _post(prey: Prey, *messages: CommandMessage, laptop: str | None = None) -> httpx.Response:
    request = SyncRequest(PROTOCOL, laptop or prey.stranger.laptop_id, "x", opdrachten=list(messages))
    headers = {"authorization": f"Bearer {prey.stranger.token}"}
    return httpx.post(
        prey.world.url + "/v1/sync", content=protocol.pack(request), headers=headers, timeout=20
    )


def _answers(response: httpx.Response) -> list[tuple[str, str | None]]:
    answer: SyncResponse = protocol.unpack(response.content, SyncResponse)
    return [(one.uitkomst, one.code) for one in answer.antwoorden]


def _code(response: httpx.Response) -> str:
    problem: Problem = protocol.unpack(response.content, Problem)
    return problem.code


REFUSED = [
    ("toegepast", None),
    ("toegepast", None),
    ("geweigerd", "werkgever_onbekend"),
    ("geweigerd", "veld_onbekend"),
    # R4: a contact that took place is never refused; under an id that is taken it gets another.
    ("aangepast", "id_al_in_gebruik"),
    ("geweigerd", "contact_van_ander"),
    ("geweigerd", "notitie_onbekend"),
    ("geweigerd", "werkgever_onbekend"),
    ("geweigerd", "mag_niet"),
    ("geweigerd", "mag_niet"),
    ("geweigerd", "mag_niet"),
    ("geweigerd", "afstemming_onbekend"),
    ("geweigerd", "lijst_onbekend"),
    ("geweigerd", "lijst_onbekend"),
    ("geweigerd", "ongedaan_kan_niet"),
    ("geweigerd", "werkgever_onbekend"),
    ("geweigerd", "werkgever_onbekend"),
]


def test_what_belongs_to_others_is_refused(prey: Prey, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(JsonLines())
    before = prey.untouched()
    messages = [
        CommandMessage(n, new_id(), one["naam"], 1, one["argumenten"], TIJD)
        for n, one in enumerate(attacks(prey), 1)
    ]
    assert _answers(_post(prey, *messages)) == REFUSED
    assert prey.untouched() == before
    lines = prey.world.sql("SELECT actie, resultaat FROM auditregel WHERE resultaat LIKE 'geweigerd%'")
    assert len(lines) >= len([one for one in REFUSED if one[0] == "geweigerd"])
    for words in (*MARKS, *HONEST):
        assert words not in caplog.text
        assert words not in str(prey.world.sql("SELECT * FROM auditregel"))


def test_a_contact_is_of_who_the_token_belongs_to_at_a_time_that_was(prey: Prey) -> None:
    visit = {"werkgever_id": prey.ids["werkgever"], "datum": "2026-11-20", "kanaal": "bezoek"}
    times = ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "gisteren")
    messages = [
        CommandMessage(n, new_id(), "contact.leg_vast", 1, visit | {"id": new_id()}, tijd)
        for n, tijd in enumerate(times, 1)
    ]
    assert [one[0] for one in _answers(_post(prey, *messages))] == ["toegepast"] * 3
    ids = [str(message.argumenten["id"]) for message in messages]
    rows = prey.world.sql(
        "SELECT id, medewerker_id, aangemaakt_op FROM contactmoment WHERE id = ANY(:ids)", ids=ids
    )
    assert {row.medewerker_id for row in rows} == {prey.stranger.account.actor.medewerker_id}
    assert all(row.aangemaakt_op <= prey.world.clock.now() for row in rows)


def test_another_laptop_a_gap_and_a_number_used_before(prey: Prey) -> None:
    before = prey.untouched()
    message = CommandMessage(1, new_id(), "werkgever.registreer", 1, {"naam": "Eerlijk werk"}, TIJD)
    cases = [
        (message, prey.owner.laptop_id, 409, "laptop_gekloond"),
        (msgspec.structs.replace(message, n=2), None, 409, "volgorde"),
        (msgspec.structs.replace(message, n=0), None, 409, "volgorde"),
        (msgspec.structs.replace(message, n=-1), None, 409, "volgorde"),
        (msgspec.structs.replace(message, n=2**63), None, 409, "volgorde"),
    ]
    for sent, laptop, status, code in cases:
        response = _post(prey, sent, laptop=laptop)
        assert (response.status_code, _code(response)) == (status, code), sent.n
    assert _answers(_post(prey, message)) == [("toegepast", None)]
    assert _answers(_post(prey, message)) == [("toegepast", None)]
    response = _post(prey, msgspec.structs.replace(message, uuid=new_id()))
    assert (response.status_code, _code(response)) == (409, "laptop_gekloond")
    assert prey.untouched() == before
    assert len(prey.world.sql("SELECT 1 FROM werkgever WHERE naam = 'Eerlijk werk'")) == 1


def test_the_command_of_another_is_not_taken_over_with_its_uuid(prey: Prey) -> None:
    before = prey.untouched()
    message = CommandMessage(
        1, prey.ids["command"], "werkgever.registreer", 1, {"naam": "Eerlijk werk"}, TIJD
    )
    assert _answers(_post(prey, message)) == [("geweigerd", "opdracht_dubbel")]
    assert prey.untouched() == before
