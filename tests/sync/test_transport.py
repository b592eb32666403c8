"""Every way in which a line can fail is a plain code, loses nothing, and is over at the next good round."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpx
import pytest
import zstandard

from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError
from desktop.sync import protocol, transport
from desktop.sync.protocol import EnrolRequest, Problem, SyncRequest
from desktop.sync.transport import MEDIA, HttpTransport
from desktop.wording import UNKNOWN, explain
from tests.support.region import Seat, World

REQUEST = SyncRequest(protocol=1, laptop="x", programma="test")
HTML = b"<html><body>Welkom op het gastnetwerk</body></html>"


def _head(status: str, body: bytes, media: str = MEDIA, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {size}\r\n\r\n".encode() + body


PACKED = zstandard.compress(b'{"epoch": "e"}')
ANSWERS: dict[str, tuple[bytes, str]] = {
    "a page of a guest network": (_head("200 OK", HTML, "text/html"), "centrum_geen_antwoord"),
    "our type around a page": (_head("200 OK", HTML), "centrum_afgebroken"),
    "a redirect": (_head("302 Found", b"", "text/html"), "centrum_geen_antwoord"),
    "a proxy that fails": (_head("502 Bad Gateway", HTML, "text/html"), "centrum_geen_antwoord"),
    "a proxy that finds it too large": (_head("413 Too Large", HTML, "text/html"), "centrum_te_groot"),
    "500 of our own": (_head("500 X", protocol.pack(Problem("centrum_fout"))), "centrum_fout"),
    "503 of our own": (_head("503 X", protocol.pack(Problem("centrum_database"))), "centrum_database"),
    "cut off in the middle": (_head("200 OK", PACKED[:10], length=5000), "centrum_afgebroken"),
    "cut off before the packing ends": (_head("200 OK", PACKED[:-6]), "centrum_afgebroken"),
    "cut off in the head": (b"HTTP/1.1 200 O", "centrum_afgebroken"),
    "nothing at all": (b"", "centrum_afgebroken"),
    "no HTTP": (b"220 mail ready\r\n", "centrum_afgebroken"),
    "another message": (_head("200 OK", zstandard.compress(b'{"a": 1}')), "centrum_afgebroken"),
    "a bomb": (_head("200 OK", zstandard.compress(b"0" * (protocol.MAX_BODY + 1), 1)), "centrum_afgebroken"),
}


@contextmanager
def answering(answer: bytes, hold: threading.Event | None = None) -> Iterator[str]:
    """Something that answers every call like this; with `hold` it waits before it does."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    line, _ = listener.accept()
                except TimeoutError:
                    continue
                with line:
                    line.settimeout(2)
                    line.recv(65536)
                    if hold is not None:
                        hold.wait(10)
                    line.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        ended.set()
        if hold is not None:
            hold.set()
        thread.join()


def _fails(url: str, call: Callable[[HttpTransport], object] | None = None) -> WerkregieError:
    with pytest.raises(WerkregieError) as caught, closing(HttpTransport(url, "token")) as line:
        (call or (lambda one: one.sync(REQUEST)))(line)
    assert explain(caught.value) != UNKNOWN.format(code=caught.value.code)
    return caught.value


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_that_is_none(kind: str) -> None:
    answer, code = ANSWERS[kind]
    with answering(answer) as url:
        error = _fails(url)
    assert isinstance(error, EnvironmentFailure)
    assert error.code == code


def test_the_centre_is_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert _fails(f"http://127.0.0.1:{port}").code == "centrum_onbereikbaar"


def test_the_centre_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "TIMEOUT", httpx.Timeout(0.2))
    with answering(b"", threading.Event()) as url:
        assert _fails(url).code == "centrum_te_laat"


@pytest.mark.parametrize("url", ["http://127.0.0.1:poort", "ftp://127.0.0.1", "niets"])
def test_an_address_that_is_none(url: str) -> None:
    assert _fails(url).code == "centrum_adres"


def test_a_refusal_of_ours_keeps_its_words() -> None:
    body = protocol.pack(Problem("code_verlopen", {"datum": "2026-01-01"}))
    with answering(_head("400 X", body)) as url:
        error = _fails(url, lambda one: one.enrol(EnrolRequest("a", "b", "c")))
    assert isinstance(error, Weigering)
    assert (error.code, error.parameters) == ("code_verlopen", {"datum": "2026-01-01"})


@pytest.fixture
def seat(world: World) -> Seat:
    made = world.laptop("fatima")
    made.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    return made


@pytest.mark.postgres
@pytest.mark.parametrize("kind", ["a page of a guest network", "cut off in the middle", "500 of our own"])
def test_after_a_bad_line_the_next_round_does_everything(
    world: World, seat: Seat, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    seat.reopen()
    centre = seat.laptop._centre
    before = seat.everything()
    assert centre is not None
    with answering(ANSWERS[kind][0]) as url:
        monkeypatch.setattr(seat.laptop, "_centre", type(centre)(url, centre.token))
        with pytest.raises(EnvironmentFailure):
            seat.sync()
    assert (seat.everything(), seat.laptop.stand().wachtend) == (before, 1)
    monkeypatch.setattr(seat.laptop, "_centre", centre)
    assert seat.sync().toegepast == 1
    world.assert_converged()


@pytest.mark.postgres
def test_the_centre_goes_away_and_comes_back(world: World, seat: Seat) -> None:
    port = world.stop_service()
    for _ in range(2):
        with pytest.raises(EnvironmentFailure, match="centrum_onbereikbaar"):
            seat.sync()
    seat.doe("werkgever.registreer", naam="Zonder netwerk")
    world.start_service(port)
    assert seat.sync().toegepast == 2
    world.assert_converged()


@pytest.mark.postgres
@pytest.mark.expects_log("the database did not answer")
def test_the_database_of_the_centre_goes_away_and_comes_back(world: World, seat: Seat) -> None:
    """The laptop hears 503 and keeps its work; it is never told that its work was refused."""
    world.farm._execute(f"ALTER DATABASE {world.database} ALLOW_CONNECTIONS false")
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
    world.farm._execute(end.format(world.database))
    with pytest.raises(EnvironmentFailure, match="centrum_database"):
        seat.sync()
    world.farm._execute(f"ALTER DATABASE {world.database} ALLOW_CONNECTIONS true")
    assert seat.sync().toegepast == 1
    world.assert_converged()
