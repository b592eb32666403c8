"""Who takes in rows waits for the window, and never for long."""

from __future__ import annotations

import itertools
import math
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import precedence
from desktop.models import store
from desktop.precedence import by_turns

ROWS = list(range(7))


@pytest.fixture(autouse=True)
def at_rest() -> Iterator[None]:
    yield
    precedence.window_rests()


def test_where_there_is_no_window_everything_comes_at_once() -> None:
    assert [list(few) for few in by_turns(ROWS, 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(by_turns([])) == []


def test_rows_wait_while_the_window_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is seen waiting: it looks again and again, and takes nothing until the window rests."""
    monkeypatch.setattr(precedence, "AT_MOST_SECONDS", 3600.0)
    looked = threading.Semaphore(0)
    taken: list[int] = []

    def look(_seconds: float) -> None:
        looked.release()

    def take() -> None:
        for few in by_turns(ROWS, 3):
            taken.extend(few)

    monkeypatch.setattr(time, "sleep", look)
    precedence.window_works()
    worker = threading.Thread(target=take, daemon=True)
    worker.start()
    assert looked.acquire(timeout=30)
    assert looked.acquire(timeout=30)
    assert taken == []
    precedence.window_rests()
    worker.join(30)
    assert taken == ROWS


def test_a_window_that_never_rests_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of one that paints and paints."""
    now = itertools.count()
    looked: list[float] = []
    monkeypatch.setattr(time, "monotonic", lambda: next(now) / 100)
    monkeypatch.setattr(time, "sleep", looked.append)
    monkeypatch.setattr(precedence, "_until", math.inf)
    monkeypatch.setattr(precedence, "_window", threading.get_ident() + 1)
    assert [row for few in by_turns(ROWS, 3) for row in few] == ROWS
    assert looked


def test_the_window_does_not_wait_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("it waits"))
    precedence.window_works()
    assert [row for few in by_turns(ROWS, 3) for row in few] == ROWS


def test_readers_step_aside_and_the_writer_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who recorded something waits for it; what is read comes in after the painting anyhow."""
    asked: list[str] = []
    monkeypatch.setattr(store, "step_aside", lambda: asked.append("aside"))
    key = "0" * 64
    for writer, expected in ((True, []), (False, ["aside"])):
        engine = store.laptop_engine(tmp_path / "een.db", key, writer=writer)
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            asked.clear()
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        engine.dispose()
        assert asked == expected
