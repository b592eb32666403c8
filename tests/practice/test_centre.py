"""The centre that a practice laptop plays for itself: what waits is done, confirmed or refused for real."""

from collections.abc import Iterator
from typing import cast

import pytest

from desktop.models import bus
from desktop.models.commands.actie import RondActieAf
from desktop.models.commands.base import Command
from desktop.models.errors import EnvironmentFailure
from tests.support.practice_laptop import BAKERY, CARE, TODAY, UNHELD, StagedLaptop


@pytest.fixture
def laptop() -> Iterator[StagedLaptop]:
    """Karin's, with nothing open in Afstemming."""
    made = StagedLaptop(practice=True)
    made.nothing_to_choose()
    yield made
    made.close()


def sound(laptop: StagedLaptop) -> bool:
    """Nothing waits and everything adds up."""
    return laptop.wachtrij() == () and laptop.bucket_standen() == laptop.bucket_boekhouding()


def test_what_waits_is_confirmed(laptop: StagedLaptop) -> None:
    bakery = laptop.id(BAKERY)
    laptop.doe("contact.leg_vast", {"werkgever_id": bakery, "datum": TODAY.isoformat(), "kanaal": "bezoek"})
    assert laptop.dossier(bakery).laatste_contact is not None
    assert laptop.stand().wachtend == 1
    result = laptop.sync()
    assert (result.verzonden, result.toegepast, result.openstaand) == (1, 1, 0)
    assert result.changes.touches("contactmoment")
    contact = laptop.dossier(bakery).laatste_contact
    assert contact is not None
    assert (contact.datum, contact.wacht) == (TODAY, False)
    assert laptop.stand().bijgewerkt_op == laptop.now()
    assert sound(laptop)


def test_a_regie_that_was_asked_is_mine_after_the_round(laptop: StagedLaptop) -> None:
    unheld = laptop.id(UNHELD)
    laptop.doe("regie.neem", {"werkgever_id": unheld})
    assert laptop.dossier(unheld).werkgever.regiehouder is None
    laptop.sync()
    assert laptop.dossier(unheld).werkgever.regiehouder == "Karin Smit"
    assert sound(laptop)


def test_a_new_werkgever_gets_the_next_number(laptop: StagedLaptop) -> None:
    made = laptop.doe("werkgever.registreer", {"naam": "Nieuw B.V."})
    assert made.id is not None
    assert laptop.dossier(made.id).werkgever.nummer is None
    laptop.sync()
    assert laptop.dossier(made.id).werkgever.nummer == "W-00061"
    assert sound(laptop)


def test_what_is_refused_stands_in_afstemming_with_what_was_typed(laptop: StagedLaptop) -> None:
    unheld = laptop.id(UNHELD)
    laptop.doe("regie.neem", {"werkgever_id": unheld, "reden": "Kennen elkaar"})
    laptop.colleague("Fatima", "regie.neem", {"werkgever_id": unheld})
    result = laptop.sync()
    assert (result.verzonden, result.geweigerd) == (1, 1)
    (item,) = laptop.afstemming()
    assert (item.soort, item.code) == ("weigering", "regie_al_bij_ander")
    assert item.argumenten["reden"] == "Kennen elkaar"
    assert sound(laptop)


def test_the_same_field_changed_by_two_is_a_conflict(laptop: StagedLaptop) -> None:
    who = laptop.persoon("Herman Post")
    laptop.doe("contactpersoon.wijzig", {"contactpersoon_id": who, "functie": "eigenaar"})
    laptop.colleague("Fatima", "contactpersoon.wijzig", {"contactpersoon_id": who, "functie": "directeur"})
    laptop.sync()
    (item,) = laptop.afstemming()
    assert (item.soort, item.van_mij, item.van_ander) == ("conflict", "eigenaar", "directeur")


def test_what_waits_lies_on_top_of_what_a_colleague_did(laptop: StagedLaptop) -> None:
    promised = laptop.actie("Drie profielen")
    laptop.doe("actie.rond_af", {"actie_id": promised})
    laptop.colleague("Fatima", "werkgever.wijzig", {"werkgever_id": laptop.id(CARE), "segment": "slapend"})
    laptop.arrive()
    assert laptop.stand().wachtend == 1
    assert promised not in {row.id for row in laptop.dossier(laptop.id(BAKERY)).acties}
    assert laptop.dossier(laptop.id(CARE)).werkgever.segment == "slapend"
    laptop.sync()
    assert sound(laptop)


def test_without_a_network_nothing_is_confirmed_and_nothing_lost(laptop: StagedLaptop) -> None:
    laptop.doe("regie.neem", {"werkgever_id": laptop.id(UNHELD)})
    laptop.offline = True
    with pytest.raises(EnvironmentFailure) as caught:
        laptop.sync()
    assert caught.value.code == "centrum_onbereikbaar"
    assert laptop.stand().wachtend == 1
    laptop.offline = False
    assert laptop.sync().toegepast == 1


def test_the_round_tells_how_far_it_is(laptop: StagedLaptop) -> None:
    for name in ("Een", "Twee"):
        laptop.doe("werkgever.registreer", {"naam": name})
    told: list[tuple[int, int, int]] = []
    laptop.sync(lambda *step: told.append(step))
    assert told == [(1, 2, 0), (2, 2, 0)]


@pytest.mark.expects_log
def test_a_command_that_fails_on_our_side_is_set_apart_and_the_rest_goes_on(
    laptop: StagedLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    promised = laptop.actie("Drie profielen")
    laptop.doe("actie.rond_af", {"actie_id": promised})
    laptop.doe("werkgever.registreer", {"naam": "Nieuw B.V."})

    def broken(*_: object) -> None:
        raise KeyError("ours")

    monkeypatch.setitem(cast("dict[type[Command], object]", bus.HANDLERS), RondActieAf, broken)
    result = laptop.sync()
    assert (result.toegepast, result.geweigerd) == (1, 1)
    assert [item.code for item in laptop.afstemming()] == ["opdracht_fout"]
    assert sound(laptop)
