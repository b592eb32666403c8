"""A forgotten code of the lock: a fresh aanmeldcode of the same person takes it away, and no more."""

import pytest

from desktop.models.errors import EnvironmentFailure, Weigering
from tests.support.region import World

pytestmark = pytest.mark.postgres
CODE = "een lange code"


def test_a_fresh_code_of_the_same_person_takes_the_lock_away(world: World) -> None:
    fatima = world.laptop("fatima")
    fatima.laptop.stel_slot_in(CODE)
    fatima.doe("werkgever.registreer", naam="Bakkerij De Lindehof")
    before, identity = fatima.everything(), (fatima.laptop.laptop_id, fatima.laptop.actor)
    fatima.laptop.herstel_slot(world.invite("fatima"))
    assert not fatima.laptop.slot_ingesteld()
    assert fatima.everything() == before
    assert (fatima.laptop.laptop_id, fatima.laptop.actor) == identity
    assert fatima.sync().verzonden == 1  # signed in as it was


def test_the_code_of_a_colleague_is_refused_and_the_lock_stays(world: World) -> None:
    fatima = world.laptop("fatima")
    fatima.laptop.stel_slot_in(CODE)
    with pytest.raises(Weigering) as refused:
        fatima.laptop.herstel_slot(world.invite("herman"))
    assert refused.value.code == "slot_code_van_ander"
    assert fatima.laptop.slot_ingesteld()


def test_a_wrong_or_used_code_is_refused(world: World) -> None:
    fatima = world.laptop("fatima")
    fatima.laptop.stel_slot_in(CODE)
    used = world.invite("fatima")
    world.laptop("herman")
    fatima.laptop.herstel_slot(used)
    fatima.laptop.stel_slot_in(CODE)
    sevda = world.laptop("sevda")
    sevda.laptop.stel_slot_in(CODE)
    for code, expected in (("ABCD-EFGH-JKMN-PQRS", "code_klopt_niet"), (used, "code_al_gebruikt")):
        with pytest.raises(Weigering) as refused:
            sevda.laptop.herstel_slot(code)
        assert refused.value.code == expected
    assert sevda.laptop.slot_ingesteld()


def test_without_a_network_the_lock_stays(world: World) -> None:
    fatima = world.laptop("fatima")
    fatima.laptop.stel_slot_in(CODE)
    code = world.invite("fatima")
    port = world.stop_service()
    with pytest.raises(EnvironmentFailure):
        fatima.laptop.herstel_slot(code)
    assert fatima.laptop.slot_ingesteld()
    world.start_service(port)
    fatima.laptop.herstel_slot(code)
    assert not fatima.laptop.slot_ingesteld()
