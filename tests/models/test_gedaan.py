"""What was finished today, as the laptop's own journal says."""

from __future__ import annotations

from datetime import timedelta

from tests.support.practice_laptop import BAKERY, TODAY, YOUSSEF, StagedClock, StagedLaptop


def finished(laptop: StagedLaptop) -> list[tuple[str, str]]:
    return [(type(one.row).__name__, one.row.id) for one in laptop.gedaan()]


def test_acties_talks_and_administration_until_they_are_taken_back() -> None:
    laptop = StagedLaptop(YOUSSEF)
    laptop.doe("actie.maak", {"werkgever_id": laptop.id(BAKERY), "gevraagde_handeling": "Bellen"})
    actie, talk, task = (
        laptop.actie("Bellen"),
        laptop.nazorg_te_doen()[0],
        laptop.instrumenttaken_te_doen()[0],
    )
    laptop.doe("actie.rond_af", {"actie_id": actie})
    laptop.doe(
        "nazorg.rond_af",
        {"nazorgactie_id": talk.id, "uitgevoerd_op": TODAY.isoformat(), "resultaat": "stabiel"},
    )
    laptop.doe("instrument.rond_taak_af", {"taak_id": task.id})
    assert finished(laptop) == [("ActieRij", actie), ("NazorgRij", talk.id), ("InstrumentTaakRij", task.id)]
    for one in laptop.gedaan():
        laptop.doe("ongedaan.maak", {"opdracht_uuid": one.uuid})
    assert finished(laptop) == []
    laptop.close()


def test_finished_again_is_taken_back_by_the_last_command() -> None:
    laptop = StagedLaptop(YOUSSEF)
    laptop.doe("actie.maak", {"werkgever_id": laptop.id(BAKERY), "gevraagde_handeling": "Bellen"})
    actie = laptop.actie("Bellen")
    first = laptop.doe("actie.rond_af", {"actie_id": actie})
    laptop.doe("ongedaan.maak", {"opdracht_uuid": first.uuid})
    last = laptop.doe("actie.rond_af", {"actie_id": actie})
    assert [one.uuid for one in laptop.gedaan()] == [last.uuid]
    laptop.close()


def test_the_day_is_that_of_the_region() -> None:
    """Half past midnight in the region is still the day before in UTC."""
    laptop = StagedLaptop(YOUSSEF)
    laptop.doe("actie.maak", {"werkgever_id": laptop.id(BAKERY), "gevraagde_handeling": "Bellen"})
    before = StagedClock.moment
    try:
        StagedClock.moment = before.replace(hour=23, minute=30)
        laptop.doe("actie.rond_af", {"actie_id": laptop.actie("Bellen")})
        assert laptop.today() == TODAY + timedelta(days=1)
        assert len(laptop.gedaan()) == 1
        StagedClock.moment = before + timedelta(days=1)
        assert len(laptop.gedaan()) == 1
        StagedClock.moment = before + timedelta(days=2)
        assert laptop.gedaan() == ()
    finally:
        StagedClock.moment = before
        laptop.close()
