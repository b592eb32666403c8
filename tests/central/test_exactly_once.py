"""Each command once, in order, whatever the network or a copied laptop does (anchors/sync.md, rule 3)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.models.errors import Weigering
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender, centre_of

pytestmark = pytest.mark.postgres


def _count(world: World, table: str) -> int:
    return int(world.sql(f"SELECT count(*) AS n FROM {table}")[0].n)  # noqa: S608


@pytest.fixture
def fatima(world: World) -> Sender:
    return Sender(world, "fatima")


def test_a_lost_answer_is_given_again(world: World, fatima: Sender) -> None:
    message = fatima.werkgever(kvk_nummer="69599084")
    first = fatima.send(message)
    assert [answer.uitkomst for answer in first] == ["toegepast"]
    assert fatima.send(message) == first
    assert (_count(world, "werkgever"), _count(world, "grootboek")) == (1, 1)


def test_a_resend_with_more_behind_it_handles_only_what_is_new(world: World, fatima: Sender) -> None:
    known, new = fatima.werkgever("Een"), fatima.werkgever("Twee")
    first = fatima.send(known)
    both = fatima.send(new, known)
    assert both[0] == first[0]
    assert [answer.n for answer in both] == [1, 2]
    assert _count(world, "werkgever") == 2


def test_a_refusal_is_given_again_and_stands_in_the_inbox_once(world: World, fatima: Sender) -> None:
    message = fatima.contact(new_id())
    first = fatima.send(message)
    assert (first[0].uitkomst, first[0].code) == ("geweigerd", "werkgever_onbekend")
    assert fatima.send(message) == first
    assert _count(world, "afstemming") == 1


def test_the_same_request_on_two_workers_at_once(world: World, fatima: Sender) -> None:
    """A proxy that tries again does not wait until the first try has ended."""
    other_worker = centre_of(world)
    messages = [fatima.werkgever(f"Bakkerij {i}") for i in range(20)]

    def send(centre: object) -> list[str]:
        sender = Sender.__new__(Sender)
        sender.__dict__ |= fatima.__dict__ | {"centre": centre}
        return [answer.uitkomst for answer in sender.send(*messages)]

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(send, [fatima.centre, other_worker] * 2))
    assert results == [["toegepast"] * 20] * 4
    assert (_count(world, "werkgever"), _count(world, "grootboek")) == (20, 20)
    world.scrub()


def test_a_gap_in_the_numbers_is_refused(world: World, fatima: Sender) -> None:
    fatima.send(fatima.werkgever("Een"))
    fatima.n += 1
    with pytest.raises(Weigering, match="volgorde") as refused:
        fatima.send(fatima.werkgever("Drie"))
    assert refused.value.parameters["verwacht"] == 2
    assert _count(world, "werkgever") == 1


@pytest.mark.parametrize("n", [0, -1, -(2**70), 2**70])
def test_a_number_that_is_none_is_refused(world: World, fatima: Sender, n: int) -> None:
    with pytest.raises(Weigering, match="volgorde"):
        fatima.send(fatima.message("werkgever.registreer", n=n, naam="Bakkerij"))


def test_a_cloned_laptop_is_noticed_by_its_uuids(world: World, fatima: Sender) -> None:
    """A profile put back from an image numbers on from an older place."""
    fatima.send(fatima.werkgever("Een"), fatima.werkgever("Twee"))
    with pytest.raises(Weigering, match="laptop_gekloond"):
        fatima.send(fatima.message("werkgever.registreer", n=2, naam="Anders"))
    assert _count(world, "werkgever") == 2


def test_a_laptop_speaks_for_itself_only(world: World, fatima: Sender) -> None:
    herman = Sender(world, "herman")
    with pytest.raises(Weigering, match="laptop_gekloond"):
        fatima.call(fatima.werkgever(), laptop=herman.laptop_id)
    assert _count(world, "werkgever") == 0


def test_who_acts_comes_from_the_token(world: World, fatima: Sender) -> None:
    """An envelope has no place for a person; what a client adds to it is not read."""
    werkgever = fatima.werkgever()
    fatima.send(werkgever, fatima.contact(werkgever.argumenten["id"]))
    row = world.sql("SELECT medewerker_id, aangemaakt_door FROM contactmoment")[0]
    assert {row.medewerker_id, row.aangemaakt_door} == {world.person_id("fatima")}
    forged = fatima.contact(werkgever.argumenten["id"], medewerker_id=world.person_id("herman"))
    assert fatima.send(forged)[0].code == "veld_onbekend"


def test_the_uuid_of_another_laptop_is_refused_and_blocks_nothing(world: World, fatima: Sender) -> None:
    herman = Sender(world, "herman")
    taken = fatima.werkgever("Van Fatima")
    fatima.send(taken)
    stolen = herman.message("werkgever.registreer", uuid=taken.uuid, naam="Van Herman")
    answers = herman.send(stolen, herman.werkgever("Daarna"))
    assert [(answer.uitkomst, answer.code) for answer in answers] == [
        ("geweigerd", "opdracht_dubbel"),
        ("toegepast", None),
    ]
    assert herman.send(stolen)[0].code == "opdracht_dubbel"
    assert len(herman.fetch()["afstemming"]) == 1


def test_one_uuid_twice_in_one_batch(world: World, fatima: Sender) -> None:
    uuid = new_id()
    answers = fatima.send(
        fatima.message("werkgever.registreer", uuid=uuid, naam="Een"),
        fatima.message("werkgever.registreer", uuid=uuid, naam="Twee"),
        fatima.werkgever("Drie"),
    )
    assert [answer.uitkomst for answer in answers] == ["toegepast", "geweigerd", "toegepast"]


def test_a_command_of_tomorrow_happened_now_at_the_latest(world: World, fatima: Sender) -> None:
    fatima.send(fatima.message("werkgever.registreer", tijd="2031-01-01T00:00:00Z", naam="Bakkerij"))
    row = world.sql("SELECT aangemaakt_op FROM werkgever")[0]
    assert row.aangemaakt_op.year == 2026


def test_the_first_to_arrive_has_the_regie(world: World, fatima: Sender) -> None:
    """R5: never by a clock. Both claims are under way at once; one is answered with a plain refusal."""
    herman = Sender(world, "herman")
    werkgever = fatima.werkgever()
    fatima.send(werkgever)
    claims = [
        (sender, sender.message("regie.neem", werkgever_id=werkgever.argumenten["id"]))
        for sender in (fatima, herman)
    ]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda claim: claim[0].send(claim[1])[0], claims))
    assert sorted(answer.uitkomst for answer in answers) == ["geweigerd", "toegepast"]
    assert {answer.code for answer in answers} == {None, "regie_al_bij_ander"}
    assert len(world.sql("SELECT 1 FROM regie WHERE tot IS NULL")) == 1


def test_one_kvk_number_registered_twice_at_once(world: World, fatima: Sender) -> None:
    herman = Sender(world, "herman")
    both = [(sender, sender.werkgever(sender.person, kvk_nummer="69599084")) for sender in (fatima, herman)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda pair: pair[0].send(pair[1])[0], both))
    assert sorted(answer.uitkomst for answer in answers) == ["aangepast", "toegepast"]
    assert len(world.sql("SELECT 1 FROM werkgever WHERE verwijderd_op IS NULL")) == 1
    world.scrub()
