"""The harness bites: each known fault is caught by the invariant that it breaks; without it all is well."""

from __future__ import annotations

import pytest

from tests.sync.simulation import invariants
from tests.sync.simulation.faults import COURSES, FAULTS, Course, Fault
from tests.sync.simulation.history import History, Violation

pytestmark = [pytest.mark.postgres, pytest.mark.expects_log]


def play(history: History, course: Course) -> None:
    """The course of events, and its end."""
    course(history)
    invariants.after_step(history)
    invariants.at_the_end(history)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
def test_without_a_fault_all_is_well(history: History, course: Course) -> None:
    play(history, course)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_each_fault_is_caught(history: History, monkeypatch: pytest.MonkeyPatch, fault: Fault) -> None:
    fault.on(monkeypatch, history)
    with pytest.raises(Violation) as found:
        play(history, fault.course)
    assert found.value.name in fault.caught, found.value
