"""The HTTP face: every answer is a message of ours, also to rubbish; never a traceback."""

from __future__ import annotations

import json
import socket
from typing import Any

import httpx
import pytest
import zstandard
from sqlalchemy import make_url

from desktop.sync import protocol
from desktop.sync.protocol import PROTOCOL, Problem, SyncResponse
from desktop.sync.transport import MEDIA
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres


def _problem(response: httpx.Response) -> str:
    """The code in an answer that is not 200; fails when the answer is not one of ours."""
    assert response.headers["content-type"].partition(";")[0] == MEDIA
    assert b"Traceback" not in response.content
    problem: Problem = protocol.unpack(response.content, Problem)
    return problem.code


def _post(world: World, path: str, body: bytes, token: str | None = None) -> httpx.Response:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return httpx.post(world.url + path, content=body, headers=headers, timeout=20)


def _request(sender: Sender, **given: object) -> bytes:
    fields = {"protocol": PROTOCOL, "laptop": sender.laptop_id, "programma": "test"} | given
    return zstandard.compress(json.dumps(fields).encode())


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/openapi.json", 404),
        ("GET", "/docs", 404),
        ("POST", "/v2/sync", 404),
        ("GET", "/v1/sync", 405),
        ("DELETE", "/gezond", 405),
    ],
)
def test_what_is_not_there(world: World, method: str, path: str, status: int) -> None:
    response = httpx.request(method, world.url + path)
    assert response.status_code == status
    assert _problem(response) == "adres_onbekend"


@pytest.mark.parametrize(
    ("authorization", "code"),
    [(None, "token_onbekend"), ("Bearer", "token_onbekend"), ("Basic abc", "token_onbekend")],
)
def test_without_a_token(world: World, authorization: str | None, code: str) -> None:
    headers = {"authorization": authorization} if authorization else {}
    response = httpx.post(world.url + "/v1/sync", content=b"", headers=headers)
    assert (response.status_code, _problem(response)) == (401, code)


def test_with_a_token_that_nobody_has(world: World) -> None:
    sender = Sender(world, "fatima")
    response = _post(world, "/v1/sync", _request(sender), "x" * 43)
    assert (response.status_code, _problem(response)) == (401, "token_onbekend")


def test_a_token_that_nobody_has_gets_nothing_read(world: World) -> None:
    """Whoever is no laptop of ours is told so before its message is taken in, whatever that is."""
    url = world.url
    for body in (b"hello", b"x" * 3_000_000, zstandard.compress(b"0" * (protocol.MAX_BODY + 1), 1)):
        response = httpx.post(
            url + "/v1/sync", content=body, headers={"authorization": "Bearer " + "x" * 43}, timeout=20
        )
        assert (response.status_code, _problem(response)) == (401, "token_onbekend")


def test_an_enrolment_is_small(world: World) -> None:
    """It comes from anybody, so it may not make the centre unpack much."""
    body = {"code": world.invite("fatima"), "laptop": new_id(), "programma": "x"}
    large = zstandard.compress(json.dumps(body | {"van_later": "y" * 1_000_000}).encode())
    assert _problem(_post(world, "/v1/aanmelden", large)) == "bericht_onleesbaar"
    assert _problem(_post(world, "/v1/aanmelden", b"x" * 100_000)) == "bericht_te_groot"
    assert _post(world, "/v1/aanmelden", zstandard.compress(json.dumps(body).encode())).status_code == 200


@pytest.mark.parametrize(
    ("openstaand", "kept"), [(10**12, 2**31 - 1), (-(10**12), 0), (10**40, 2**31 - 1), (7, 7)]
)
def test_what_a_laptop_says_of_itself_is_kept_within_bounds(world: World, openstaand: int, kept: int) -> None:
    sender = Sender(world, "fatima")
    body = _request(sender, openstaand=openstaand, programma="1.0\0" + "x" * 500)
    assert _post(world, "/v1/sync", body, sender.token).status_code == 200
    [row] = world.sql("SELECT openstaand, versie, laatst_gezien FROM laptop")
    assert (row.openstaand, len(row.versie)) == (kept, 20)
    assert row.laatst_gezien is not None


def test_the_name_of_a_program_that_cannot_be_kept(world: World) -> None:
    body = {"code": world.invite("fatima"), "laptop": new_id(), "programma": "1.0\0"}
    response = _post(world, "/v1/aanmelden", zstandard.compress(json.dumps(body).encode()))
    assert response.status_code == 200


RUBBISH = {
    "nothing": b"",
    "text": b"hello",
    "html": b"<html><body>Log in</body></html>",
    "json that is not packed": b'{"protocol": 1}',
    "cut off": zstandard.compress(b'{"protocol": 1, "laptop": "x", "programma": "y"}')[:-8],
    "not this message": zstandard.compress(b'{"a": 1}'),
    "another type": zstandard.compress(b'{"protocol": "een", "laptop": [], "programma": "y"}'),
    "bad UTF-8": zstandard.compress(b'{"protocol": 1, "laptop": "\xff", "programma": "y"}'),
    "half a surrogate": zstandard.compress(b'{"protocol": 1, "laptop": "\\ud800", "programma": "y"}'),
    "ten thousand brackets": zstandard.compress(
        b'{"protocol": 1, "laptop": "x", "programma": "y", "opdrachten": [{"n": 1, "uuid": "u", "naam": "x", '
        b'"versie": 1, "tijd": "t", "argumenten": {"a": ' + b"[" * 10_000 + b"]" * 10_000 + b"}}]}"
    ),
    "a bomb": zstandard.compress(b"0" * (protocol.MAX_BODY + 1), 1),
}


@pytest.mark.parametrize("path", ["/v1/sync", "/v1/aanmelden"])
def test_rubbish_is_refused(world: World, path: str) -> None:
    token = Sender(world, "fatima").token
    for kind, body in RUBBISH.items():
        response = _post(world, path, body, token)
        assert (response.status_code, _problem(response)) == (400, "bericht_onleesbaar"), kind


def test_a_body_that_is_too_large_is_not_read_to_its_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "MAX_BODY", 100_000)
    response = _post(world, "/v1/sync", b"x" * 100_001, Sender(world, "fatima").token)
    assert (response.status_code, _problem(response)) == (400, "bericht_te_groot")


def test_a_client_that_hangs_up_is_no_fault_of_ours(world: World) -> None:
    """The log watch of the tests fails when the service logs an error."""
    host, port = "127.0.0.1", int(world.url.rpartition(":")[2])
    with socket.create_connection((host, port)) as line:
        line.sendall(b"POST /v1/sync HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\n")
        line.sendall(b"content-length: 5000\r\n\r\nhalf")
    assert httpx.get(world.url + "/gezond").json()["status"] == "goed"


def test_an_old_protocol_may_still_push_but_not_fetch(world: World) -> None:
    """Nobody may be shut out with work that was not sent (anchors/sync.md, rule 9)."""
    sender = Sender(world, "fatima")
    message = sender.werkgever()
    command = {"n": 1, "uuid": message.uuid, "naam": message.naam, "versie": 1, "tijd": message.tijd}
    command["argumenten"] = message.argumenten
    pushed = _post(world, "/v1/sync", _request(sender, protocol=0, opdrachten=[command]), sender.token)
    answer: SyncResponse = protocol.unpack(pushed.content, SyncResponse)
    assert [one.uitkomst for one in answer.antwoorden] == ["toegepast"]
    assert (answer.paginas, answer.standen) == ([], {})
    fetched = _post(world, "/v1/sync", _request(sender, protocol=0), sender.token)
    assert _problem(fetched) == "protocol_te_oud"


def test_fields_of_a_newer_client_are_left_alone(world: World) -> None:
    sender = Sender(world, "fatima")
    response = _post(world, "/v1/sync", _request(sender, van_later={"a": 1}), sender.token)
    assert response.status_code == 200


def test_health(world: World) -> None:
    assert httpx.get(world.url + "/gezond").json()["status"] == "goed"


@pytest.mark.expects_log("database")
def test_health_when_the_database_is_away(world: World) -> None:
    url = world.url
    world.services[0].engine.dispose()
    away = make_url("postgresql+psycopg://nobody@127.0.0.1:1/none")
    world.services[0].engine.pool._creator = _unreachable(away.render_as_string())
    response = httpx.get(url + "/gezond", timeout=20)
    assert (response.status_code, _problem(response)) == (503, "centrum_database")


def _unreachable(url: str) -> Any:
    import psycopg

    def connect(*_: object) -> object:
        return psycopg.connect(url.replace("+psycopg", ""), connect_timeout=1)

    return connect


@pytest.mark.expects_log("fault in the centre")
def test_a_fault_of_ours_is_one_code(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from central import feed

    def broken(*_: object) -> None:
        raise ZeroDivisionError("with secrets inside")

    monkeypatch.setattr(feed, "fill", broken)
    sender = Sender(world, "fatima")
    response = _post(world, "/v1/sync", _request(sender), sender.token)
    assert (response.status_code, _problem(response)) == (500, "centrum_fout")
    assert b"secrets" not in zstandard.decompress(response.content)


def test_an_enrolment_with_a_name_that_is_no_id(world: World) -> None:
    body = {"code": world.invite("fatima"), "laptop": "x" * 500, "programma": "y" * 500}
    response = _post(world, "/v1/aanmelden", zstandard.compress(json.dumps(body).encode()))
    assert _problem(response) == "bericht_onleesbaar"
    body["laptop"] = new_id()
    again = _post(world, "/v1/aanmelden", zstandard.compress(json.dumps(body).encode()))
    assert again.status_code == 200
