"""The rebase: what the centre says goes under what still waits, in one transaction or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models import bus, capture, narrow, search
from desktop.models.commands.contact import LegContactVast
from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.sync import facts, outbox, rebase, sending
from desktop.sync.transport import HttpTransport
from tests.support.faults import Killed, Line, killed_in
from tests.support.region import Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


@pytest.fixture
def herman(world: World) -> Seat:
    return world.laptop("herman")


@pytest.fixture
def werkgever(world: World, fatima: Seat, herman: Seat) -> str:
    made = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id
    assert made is not None
    fatima.sync()
    herman.sync()
    return made


def _visit(seat: Seat, werkgever_id: str, **given: Any) -> str:
    made = seat.doe(
        "contact.leg_vast", werkgever_id=werkgever_id, datum="2026-11-20", kanaal="bezoek", **given
    ).id
    assert made is not None
    return made


def _offline(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A push that never arrives, so that everything still waits while the pull goes on."""
    monkeypatch.setattr(outbox, "next_to_send", lambda *_: [])


def test_a_colleagues_change_goes_under_mine(
    fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="mijn.nl")
    contact = _visit(herman, werkgever, notitie="van mij")
    fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="Bouw")
    fatima.sync()
    with monkeypatch.context() as patch:
        _offline(herman, patch)
        herman.sync()
    row = herman.rows("werkgever")[werkgever]
    assert (row["website"], row["sector"], row["versie"]) == ("mijn.nl", "Bouw", 3)
    assert contact in herman.rows("contactmoment")
    images = {row[0]: row[1] for row in herman.sql("SELECT rij_id, beeld FROM before_image")}
    assert '"versie":2' in images[werkgever].replace(" ", "")
    assert images[contact] is None


def test_the_before_images_hold_what_the_centre_last_sent(
    world: World, fatima: Seat, herman: Seat, werkgever: str
) -> None:
    """Recomputing the hashes leaves local work out, so it equals the centre's also with a full outbox."""
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="een.nl")
    herman.doe("werkgever.wijzig", werkgever_id=werkgever, website="twee.nl")
    _visit(herman, werkgever)
    assert (
        herman.laptop.bucket_standen()
        == herman.laptop.bucket_boekhouding()
        == herman.laptop.standen_centrum()
    )


STEPS: dict[str, tuple[Any, str]] = {
    "put back": (capture, "put_back"),
    "settle": (outbox, "settle"),
    "rows": (rebase, "apply"),
    "cursors": (rebase, "set_cursors"),
    "identity": (facts, "put_identity"),
    "again": (rebase, "run_again"),
    "last sync": (facts, "put_last_sync"),
}


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_killed_in_the_middle_nothing_happened(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """At every step: the database is as it was, only the answers are known, and the next round is whole."""
    for step, (owner, name) in STEPS.items():
        fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector=f"Sector {step} {after}")
        fatima.sync()
        herman.doe("werkgever.wijzig", werkgever_id=werkgever, website=f"{step.replace(' ', '')}-{after}.nl")
        contact = _visit(herman, werkgever, notitie=step)
        with monkeypatch.context() as patch:
            _offline(herman, patch)
            before = (herman.everything(), herman.sql("SELECT * FROM bucket_cursor ORDER BY bucket"))
            with killed_in(monkeypatch, owner, name, after):
                herman.sync()
        herman.reopen()
        assert (herman.everything(), herman.sql("SELECT * FROM bucket_cursor ORDER BY bucket")) == before, (
            step
        )
        assert herman.sql("SELECT waarde FROM eigenschap WHERE naam = 'vastleggen'") == [("1",)]
        with killed_in(monkeypatch, owner, name, after):
            herman.sync()
        assert contact in herman.rows("contactmoment"), step
        herman.reopen()
        assert herman.sync().openstaand == 0
        assert herman.sql("SELECT * FROM before_image") == []
        world.assert_converged(herman)


def test_answers_are_kept_when_the_rows_do_not_come(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read-your-writes: after a push whose pull was cut, the visit stands there as before."""
    contacts = [_visit(herman, werkgever, notitie=str(i)) for i in range(4)]
    line = Line(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(sending, "COMMANDS_PER_CALL", 2)
        line.cut_after(2)
        with pytest.raises(EnvironmentFailure):
            herman.sync()
    assert herman.sql("SELECT count(*) FROM opdracht WHERE uitkomst = 'toegepast' AND status = 'wacht'") == [
        (2,)
    ]
    assert set(contacts) <= herman.rows("contactmoment").keys()
    line.mend()
    assert herman.sync().verzonden == 2
    assert set(contacts) == herman.rows("contactmoment").keys()
    assert world.sql("SELECT count(*) FROM grootboek WHERE naam = 'contact.leg_vast'") == [(4,)]
    world.assert_converged(herman)


def test_a_lost_answer_is_asked_again(
    world: World, fatima: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The centre took the visit; the laptop died before it knew."""
    contact = _visit(fatima, werkgever)
    line = Line(monkeypatch)
    line.cut_after(1, Killed())
    with pytest.raises(Killed):
        fatima.sync()
    line.mend()
    fatima.reopen()
    assert fatima.sql("SELECT uitkomst FROM opdracht WHERE n = 2") == [(None,)]
    assert fatima.sync().toegepast == 1
    assert world.sql("SELECT id FROM contactmoment") == [(contact,)]
    world.assert_converged(fatima)


def test_a_claim_unlocks_nothing_before_the_centre_said_so(
    fatima: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Confirmed commands are tried and rolled back here; also a rebase does not run them."""
    assert fatima.doe("regie.neem", werkgever_id=werkgever).result == "aangevraagd"
    for _ in range(2):
        assert fatima.rows("regie") == {}
        standing = fatima.laptop.regiestand(werkgever)
        assert standing.regiehouder is None
        with monkeypatch.context() as patch:
            _offline(fatima, patch)
            fatima.sync()
    fatima.sync()
    assert fatima.laptop.regiestand(werkgever).regiehouder == "fatima"


@pytest.mark.expects_log("cannot be run")
def test_a_waiting_command_that_fails_here_stops_nothing(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours in one handler may not keep a laptop from ever fetching again."""
    broken, other = _visit(herman, werkgever), herman.doe("werkgever.registreer", naam="Ander").id
    fatima.doe("werkgever.wijzig", werkgever_id=werkgever, sector="Bouw")
    fatima.sync()

    def handler(*_: Any) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        _offline(herman, patch)
        patch.setitem(bus.HANDLERS, LegContactVast, handler)
        herman.sync()
    assert herman.rows("werkgever")[werkgever]["sector"] == "Bouw"
    assert other in herman.rows("werkgever")
    assert herman.sync().openstaand == 0
    assert broken in herman.rows("contactmoment")
    world.settle()
    world.assert_converged()


def test_an_answer_for_another_command_is_not_taken(
    fatima: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that mixes up answers cannot make work disappear."""
    _visit(fatima, werkgever)
    real = HttpTransport.sync

    def mixed(transport: Any, request: Any) -> Any:
        response = real(transport, request)
        for answer in response.antwoorden:
            answer.uuid = "0" * 36
        return response

    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", mixed)
        fatima.sync()
    assert fatima.laptop.stand().wachtend == 1
    assert fatima.sync().toegepast == 1


def test_a_centre_that_answers_nothing_is_not_asked_for_ever(
    fatima: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        _visit(fatima, werkgever)
    real = HttpTransport.sync

    def silent(transport: Any, request: Any) -> Any:
        response = real(transport, request)
        response.antwoorden = []
        return response

    with monkeypatch.context() as patch:
        patch.setattr(sending, "COMMANDS_PER_CALL", 1)
        patch.setattr(HttpTransport, "sync", silent)
        with pytest.raises(EnvironmentFailure, match="centrum_geen_antwoord"):
            fatima.sync()
    assert fatima.sync().openstaand == 0


def test_a_command_typed_while_the_answer_is_under_way(
    world: World, fatima: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window goes on while the network thread waits: what is typed then is on top, and goes next."""
    typed: list[str] = []
    real = HttpTransport.sync

    def slow(transport: Any, request: Any) -> Any:
        response = real(transport, request)
        if not typed:
            typed.append(_visit(fatima, werkgever, notitie="ondertussen getypt"))
        return response

    _visit(fatima, werkgever, notitie="eerst")
    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", slow)
        assert fatima.sync().openstaand == 1
    assert typed[0] in fatima.rows("contactmoment")
    found = fatima.laptop.werkgevers(WerkgeverFilter(tekst="ondertussen"), None)
    assert [row.id for row in found] == [werkgever]
    assert fatima.sync().openstaand == 0
    world.assert_converged(fatima)


@pytest.mark.parametrize("many", [1, rebase.MANY])
def test_full_text_equals_the_rows_after_rebases(
    world: World, fatima: Seat, herman: Seat, werkgever: str, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Also where index and narrow tables follow all rows of a round at once, new ones and those of before."""
    monkeypatch.setattr(rebase, "MANY", many)
    for i in range(3):
        _visit(herman, werkgever, notitie=f"woorden{i}")
        herman.doe("werkgever.wijzig", werkgever_id=werkgever, naam=f"Naam {i}")
        fatima.doe("werkgever.wijzig", werkgever_id=werkgever, statutaire_naam=f"Statutair {i}")
        world.settle()
    for seat in (fatima, herman):
        assert_index_whole(seat)
        with seat.laptop._readers.connect() as connection:
            assert narrow.differing(connection) == []
        assert [row.id for row in seat.laptop.werkgevers(WerkgeverFilter(tekst="woorden2"), None)] == [
            werkgever
        ]
        assert seat.laptop.werkgevers(WerkgeverFilter(tekst="Eemvallei"), None) == ()


def assert_index_whole(seat: Seat) -> None:
    """FTS5's own check of the index against the table; raises when one word differs."""
    for table in search.INDEXED:
        seat.sql(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608


def test_the_check_of_the_index_sees_a_difference(fatima: Seat, werkgever: str) -> None:
    fatima.sql("DROP TRIGGER werkgever_au")
    fatima.sql("UPDATE werkgever SET naam = 'Heel anders'")
    with pytest.raises(Exception, match=r"checksum mismatch|malformed"):
        assert_index_whole(fatima)
