"""The log of sync: every round leaves a line, also one that failed, and the oldest go."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.day_rows import RondeKeuze
from desktop.sync import quiet, rounds
from desktop.sync.transport import HttpTransport
from desktop.wording import UNKNOWN, sentence
from tests.support.faults import Line
from tests.support.region import MOMENT, Seat, World

pytestmark = pytest.mark.postgres


@pytest.fixture
def fatima(world: World) -> Seat:
    return world.laptop("fatima")


def test_a_whole_round_says_what_it_did(fatima: Seat) -> None:
    fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    fatima.sync()
    newest, first = fatima.laptop.rondes()
    assert (newest.nummer, newest.verzonden, newest.toegepast, newest.geweigerd) == (2, 1, 1, 0)
    assert newest.ontvangen >= 1
    assert newest.fout is None
    assert (first.nummer, first.verzonden) == (1, 0)
    assert timedelta() <= newest.begonnen_op - MOMENT < timedelta(minutes=10)
    assert newest.geeindigd_op >= newest.begonnen_op
    assert fatima.laptop.rondes(limiet=1) == (newest,)


def test_a_round_that_failed_says_why(world: World, fatima: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(monkeypatch)
    line.cut_before(1)
    with pytest.raises(EnvironmentFailure) as failed:
        fatima.sync()
    line.mend()
    fatima.sync()
    fatima.reopen()
    [row] = fatima.laptop.rondes(keuze=RondeKeuze("fouten"))
    assert row.fout == failed.value.code
    assert sentence(row.fout) != UNKNOWN.format(code=row.fout)
    assert [one.fout is None for one in fatima.laptop.rondes()] == [True, False, True]


def test_a_fault_of_ours_is_a_line_too(fatima: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(quiet, "is_quiet", broken)
        with pytest.raises(ZeroDivisionError):
            fatima.sync()
    assert fatima.laptop.rondes()[0].fout == rounds.FAULT
    assert sentence(rounds.FAULT) != UNKNOWN.format(code=rounds.FAULT)


def test_the_oldest_lines_go(fatima: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "KEPT", 3)
    for number in range(4):
        fatima.doe("werkgever.registreer", naam=f"Bakkerij {number}")
        fatima.sync()
    assert [row.nummer for row in fatima.laptop.rondes()] == [5, 4, 3]


def test_quiet_rounds_are_one_line_and_hide_nothing(fatima: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: Any) -> Any:
        raise EnvironmentFailure("centrum_onbereikbaar")

    for _ in range(3):
        fatima.sync()
    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", away)
        for _ in range(2):
            with pytest.raises(EnvironmentFailure):
                fatima.sync()
    fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei")
    fatima.sync()
    found = [(row.keren, row.fout, row.verzonden) for row in fatima.laptop.rondes()]
    with_the_first = 4
    assert found == [(1, None, 1), (2, "centrum_onbereikbaar", 0), (with_the_first, None, 0)]


def test_the_log_is_read_by_kind_by_period_and_by_page(fatima: Seat) -> None:
    for number in range(3):
        fatima.doe("werkgever.registreer", naam=f"Bakkerij {number}")
        fatima.sync()
        fatima.sync()
    of_all = fatima.laptop.rondes()
    changed = fatima.laptop.rondes(keuze=RondeKeuze("wijzigingen"))
    assert [row.nummer for row in changed] == [row.nummer for row in of_all if row.verzonden or row.ontvangen]
    assert len(changed) < len(of_all)
    first = fatima.laptop.rondes(2)
    rest = fatima.laptop.rondes(keuze=RondeKeuze(voor=first[-1].nummer))
    assert first + rest == of_all
    assert fatima.laptop.rondes(keuze=RondeKeuze(sinds=MOMENT + timedelta(days=1))) == ()
    assert fatima.laptop.rondes(keuze=RondeKeuze(sinds=MOMENT - timedelta(days=1))) == of_all


def test_a_log_that_cannot_be_written_hides_no_failure(fatima: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> Any:
        raise EnvironmentFailure("centrum_onbereikbaar")

    fatima.sql("DROP TABLE ronde")
    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", refused)
        with pytest.raises(EnvironmentFailure, match="centrum_onbereikbaar"):
            fatima.sync()
