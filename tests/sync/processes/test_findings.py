"""The check at the end of a run bites: each thing that may not be is found, and a good course has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.builders import new_id
from tests.support.region import Seat, World
from tests.sync.processes.findings import Findings
from tests.sync.processes.journal import Journal, Told, read

pytestmark = pytest.mark.postgres


def _journal(path: Path, seat: Seat, werkgever: str) -> Path:
    """What a driver would have written about one contact; its text is its own."""
    journal, uuid, text = Journal(path), new_id(), f"notitie {new_id()}"
    arguments: dict[str, Any] = {
        "werkgever_id": werkgever,
        "datum": "2026-11-20",
        "kanaal": "bezoek",
        "notitie": text,
    }
    journal.write(soort="begint", uuid=uuid, naam="contact.leg_vast", argumenten=arguments)
    made = seat.doe("contact.leg_vast", uuid=uuid, **arguments)
    journal.write(soort="gedaan", uuid=uuid, uitkomst=made.result, id=made.id)
    return path


@pytest.fixture
def course(world: World, tmp_path: Path) -> Callable[[], tuple[list[str], Told]]:
    """One laptop that recorded one contact and is quiet; called, it says what is found."""
    seat = world.laptop("fatima")
    werkgever = seat.doe("werkgever.registreer", uuid=(first := new_id()), naam="Bakkerij").id
    assert werkgever is not None
    told = read(_journal(tmp_path / "fatima.jsonl", seat, werkgever))
    told.begun[first] = {"naam": "werkgever.registreer"}
    world.settle()

    def found() -> tuple[list[str], Told]:
        findings = Findings(world)
        findings.check({seat.laptop.laptop_id: told})
        assert findings.counts["rows compared"] > 0
        return findings.violations, told

    return found


def test_a_good_course_has_no_findings(course: Callable[[], tuple[list[str], Told]]) -> None:
    violations, told = course()
    assert violations == []
    assert len(told.done) == 1


def test_what_may_not_be_is_found(world: World, course: Callable[[], tuple[list[str], Told]]) -> None:
    """Two courses of blows at the centre, each with the words by which it is found."""
    blows = {
        "DELETE FROM contactnotitie": "is there 0 times",
        "UPDATE grootboek SET uitkomst = 'geweigerd' WHERE n = 2": "was not told of 1 refusals",
        "UPDATE grootboek SET uuid = 'van niemand' WHERE n = 1": "the ledger has what nobody did",
        "UPDATE werkgever SET naam = 'Kapperij'": "not equal",
    }
    worse = {
        "DELETE FROM grootboek WHERE n = 2": "was told to be done and is lost",
        "UPDATE grootboek SET n = 7 WHERE n = 1": "a gap in the ledger",
    }
    for some in (blows, worse):
        for blow in some:
            world.sql(blow)
        violations = course()[0]
        assert [words for words in some.values() if not any(words in one for one in violations)] == []


def test_a_line_that_was_cut_off_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "half.jsonl"
    Journal(path).write(soort="ronde")
    with path.open("a", encoding="utf-8") as file:
        file.write('{"soort": "gedaan", "uu')
    told = read(path)
    assert (told.counts["ronde"], told.counts["cut lines"], told.done) == (1, 1, {})
