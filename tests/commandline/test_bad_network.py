"""The centre away, somebody else in its place, cut off half-way, and a laptop that it no longer knows."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from central import accounts
from desktop.profile import Profile
from tests.commandline.desk import Desk

HTML = b"<!doctype html><title>Wifi</title><h1>Log in om verder te gaan</h1>"
Reply = Callable[[socket.socket], None]


def answer(status: str, body: bytes, kind: str = "text/html", length: int | None = None) -> Reply:
    """What a server of another kind says; a `length` that is too large is a line that breaks."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length or len(body)}\r\n\r\n"

    def reply(connection: socket.socket) -> None:
        connection.sendall(head.encode() + body)

    return reply


def hang_up(connection: socket.socket) -> None:
    """Nothing at all."""


def babble(connection: socket.socket) -> None:
    """Not even HTTP."""
    connection.sendall(b"\x00\x01\x02 SSH-2.0 hallo\r\n")


@contextmanager
def impostor(reply: Reply) -> Iterator[str]:
    """Listens where the centre should be and gives everyone the same answer; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopping = threading.Event()

    def serve() -> None:
        while not stopping.is_set():
            connection, _ = listener.accept()
            with connection:
                if not stopping.is_set():
                    connection.settimeout(5)
                    read_request(connection)
                    reply(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    host, port = listener.getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        stopping.set()
        socket.create_connection((host, port)).close()
        thread.join()
        listener.close()


def read_request(connection: socket.socket) -> None:
    """The whole request, so that hanging up is the end of an answer and not of a question."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65_536)
    head, _, body = received.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    left = int(fields.get(b"content-length", b"0")) - len(body)
    while left > 0:
        left -= len(connection.recv(65_536))


def move(desk: Desk, url: str) -> None:
    """The laptop looks for its centre there."""
    Profile(desk.folder).change(desk.world.clock, centrum=url)


IMPOSTORS = {
    "a page to log in": (answer("200 OK", HTML), "antwoordt iets anders dan Werkregie (200)"),
    "a proxy's error": (
        answer("500 Internal Server Error", HTML),
        "antwoordt iets anders dan Werkregie (500)",
    ),
    "a redirect": (answer("302 Found", b""), "antwoordt iets anders dan Werkregie (302)"),
    "our own words, broken": (
        answer("500 Internal Server Error", b"\xff", "application/x-werkregie"),
        "De verbinding brak af",
    ),
    "rubbish in our own name": (
        answer("200 OK", b"rommel", "application/x-werkregie"),
        "De verbinding brak af",
    ),
    "half an answer": (
        answer("200 OK", b"half", "application/x-werkregie", length=5000),
        "De verbinding brak af",
    ),
    "nothing": (hang_up, "De verbinding brak af"),
    "no HTTP": (babble, "De verbinding brak af"),
}


@pytest.mark.parametrize("kind", IMPOSTORS)
def test_somebody_else_answers(desk: Desk, kind: str) -> None:
    reply, sentence = IMPOSTORS[kind]
    desk.do("werkgever.registreer", naam="Houtbouw")
    with impostor(reply) as url:
        move(desk, url)
        desk.run("sync", "--json").refused(sentence, 3)
        desk.run("controle", "--centrum", "--json").refused(sentence, 3)

    move(desk, desk.world.url)
    assert desk.ok("sync", "--json").data()["toegepast"] == 1


@pytest.mark.parametrize("kind", ["a page to log in", "half an answer", "nothing"])
def test_signing_in_somewhere_else_can_be_done_again(empty_desk: Desk, kind: str) -> None:
    reply, sentence = IMPOSTORS[kind]
    with impostor(reply) as url:
        empty_desk.run("aanmelden", url, "AAAA-BBBB-CCCC-DDDD").refused(sentence, 3)
    empty_desk.enrol()


def test_the_centre_is_away(desk: Desk) -> None:
    port = desk.world.stop_service()
    made = desk.do("werkgever.registreer", naam="Houtbouw")

    desk.run("sync", "--json").refused("niet te bereiken", 3)
    desk.run("controle", "--centrum").refused("niet te bereiken", 3)

    assert desk.ok("controle", "--json").data()["wachtend"] == 1
    assert desk.ok("toon", "werkgever", "--id", made["id"], "--json").data()["wacht"]
    desk.world.start_service(port)
    assert desk.ok("sync", "--json").data()["toegepast"] == 1


@pytest.mark.parametrize(
    ("url", "fragment", "code"),
    [
        ("werkcentrum", "Dit is geen adres van een werkcentrum", 1),
        ("ftp://werkcentrum.example", "Dit is geen adres van een werkcentrum", 1),
        ("http://werkcentrum.example", "Dit adres is niet beveiligd", 1),
        ("http://127.0.0.1:1", "niet te bereiken", 3),
        ("https://127.0.0.1:1/x y", "Dit is geen adres", 1),
        ("https://", "Dit is geen adres", 1),
        ("http://[::1", "Dit is geen adres", 1),
        ("http://127.0.0.1:99999", "Dit is geen adres", 1),
    ],
)
def test_addresses_that_lead_nowhere(empty_desk: Desk, url: str, fragment: str, code: int) -> None:
    empty_desk.run("aanmelden", url, "AAAA-BBBB-CCCC-DDDD").refused(fragment, code)


def test_a_code_works_once(empty_desk: Desk) -> None:
    code = empty_desk.world.invite("fatima")
    empty_desk.ok("aanmelden", empty_desk.world.url, code)
    second = Desk(
        empty_desk.world,
        empty_desk.folder.parent / "b",
        empty_desk.folder.parent / "b.json",
        empty_desk.capture,
    )

    second.run("aanmelden", second.world.url, code).refused("al een laptop aangemeld")
    second.run("aanmelden", second.world.url, "AAAA-BBBB-CCCC-DDDD").refused("Deze code klopt niet")
    second.run("aanmelden", second.world.url, "").refused("Deze code klopt niet")
    empty_desk.run("aanmelden", second.world.url, code).refused("al iemand aangemeld")
    second.enrol("herman")


def test_a_revoked_laptop_is_emptied_and_says_so(desk: Desk) -> None:
    desk.do("werkgever.registreer", naam="Houtbouw")
    laptop = desk.world.sql("SELECT id FROM laptop")[0].id
    with desk.world.session() as session:
        accounts.revoke_laptop(session, desk.world.clock, laptop)

    desk.run("sync", "--json").refused("ingetrokken")

    assert not (desk.folder / "werkregie.db").exists()
    assert not desk.key_file.exists()
    desk.run("toon", "werkgever", "--json").refused("nog niemand aangemeld")
    desk.run("sync").refused("nog niemand aangemeld")
    assert desk.world.sql("SELECT gewist_op FROM laptop")[0].gewist_op is not None
    desk.enrol()


def test_a_token_that_the_centre_does_not_know(desk: Desk) -> None:
    desk.world.sql("UPDATE laptop SET token_hash = repeat('0', 64)")

    desk.run("sync", "--json").refused("kent deze laptop niet")

    assert (desk.folder / "werkregie.db").exists(), "only a revocation empties a laptop"
