"""Courses that once went wrong, here or in the histories that came before; each is short and stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sync.simulation import invariants
from tests.sync.simulation.history import History
from tests.sync.simulation.scenes import contact

pytestmark = [pytest.mark.postgres, pytest.mark.expects_log]


def registered_twice_and_claimed_twice(history: History) -> None:
    """Two laptops, one KvK number: what hangs on the second follows to the first."""
    for who in (0, 1):
        assert history.command(who, "werkgever.registreer", {"naam": "Bakkerij", "kvk_nummer": "68750110"})
    last = 2
    contact(history, 1, werkgever_id=last)
    assert history.command(1, "regie.neem", {"werkgever_id": last})
    assert history.command(0, "regie.neem", {"werkgever_id": last})


def comes_and_goes_as_accountmanager(history: History) -> None:
    """Dossiers come with a role and go with it; what one was involved in stays."""
    contact(history, 2)
    assert history.command(0, "contactpersoon.registreer", {"werkgever_id": 0, "naam": "Persoon"})
    for rol in ("accountmanager", "bemiddelaar"):
        assert history.sync(2)
        history.change_role("sevda", rol)
    assert history.sync(2)


def passed_on_while_somebody_stands_in(history: History) -> None:
    """An offer is accepted and answered by its maker too; the answer gets lost; the waarneming ends."""
    contact(history, 0, vertrouwelijk=True)
    colleague = {"waarnemer_id": 1, "van": "2026-11-20", "tot": "2026-11-27"}
    history.command(0, "regie.stel_waarneming_in", colleague)
    history.sync(0)
    assert history.sync(1)
    history.command(1, "regie.aanvaard_overdracht", {"overdracht_id": 0})
    history.command(0, "regie.trek_overdracht_in", {"overdracht_id": 0})
    history.sync(1, ["answer lost"])
    history.command(0, "regie.beeindig_waarneming", {"waarneming_id": 0})


def clock_ahead_and_older_centre(history: History) -> None:
    """A clock that is weeks ahead clears no journal that an older centre still needs."""
    history.keep_backup()
    contact(history, 0)
    assert history.sync(0)
    history.skew(0, 40 * 86_400)
    history.sync(0)
    contact(history, 1)
    history.sync(1)
    history.sync(0)
    history.skew(0, 0)
    history.restore()


def put_back_and_restored(history: History) -> None:
    """Laptop and centre both go on from the past."""
    history.seat(0)
    history.keep_backup()
    history.keep_image(0)
    contact(history, 0)
    history.sync(0)
    history.put_image_back(0)
    contact(history, 0)
    history.restore()
    history.sync(0)


def late_question_of_a_revoked_laptop(history: History) -> None:
    """What was on its way when the laptop was taken in has no effect any more."""
    contact(history, 1)
    history.sync(1, ["late"])
    seat = history.seat(1)
    assert seat is not None
    history.revoke_laptop(1)
    history.late(0)
    history.sync(1)


def back_at_a_centre_whose_clock_is_behind(history: History) -> None:
    """Who left is invited anew by the centre itself, at its own hour."""
    history.skew(99, -3600)
    history.revoke_person("sevda")
    history.sync(2)
    history.new_laptop("sevda")


COURSES: tuple[Callable[[History], None], ...] = (
    registered_twice_and_claimed_twice,
    comes_and_goes_as_accountmanager,
    passed_on_while_somebody_stands_in,
    clock_ahead_and_older_centre,
    put_back_and_restored,
    late_question_of_a_revoked_laptop,
    back_at_a_centre_whose_clock_is_behind,
)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.__name__)
def test_it_does_not_go_wrong_again(history: History, course: Callable[[History], None]) -> None:
    course(history)
    invariants.after_step(history)
    invariants.at_the_end(history)
