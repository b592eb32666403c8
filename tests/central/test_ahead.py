"""Rows that are written while the rest of their batch is decided end as if they had waited for it."""

from __future__ import annotations

import pytest

from central.intake import PART
from desktop.models import bus
from desktop.models.commands.contact import LegContactVast
from desktop.models.outcome import Outcome
from desktop.models.tables import Contactmoment
from desktop.models.work import Work
from desktop.sync.protocol import CommandMessage
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
REAL = bus.HANDLERS[LegContactVast]


def _contacts(sender: Sender, werkgever_id: str, count: int) -> list[CommandMessage]:
    return [sender.contact(werkgever_id, id=new_id(), notitie=f"Bezoek {n}") for n in range(count)]


def test_what_was_sent_ahead_is_changed_by_the_same_batch(world: World) -> None:
    fatima = Sender(world, "fatima")
    made = fatima.werkgever("Houtbouw")
    own = made.argumenten["id"]
    contacts = _contacts(fatima, own, 2 * PART)
    first = contacts[0].argumenten["id"]
    answers = fatima.send(
        made,
        *contacts,
        fatima.message("werkgever.wijzig", werkgever_id=own, naam="Houtbouw Eemvallei", sector="bouw"),
        fatima.message("contact.wijzig", contactmoment_id=first, notitie="Toch anders", kanaal="telefoon"),
        fatima.message("contact.zet_vast", contactmoment_id=first, vast=True),
    )
    assert {(answer.uitkomst, answer.code) for answer in answers} == {("toegepast", None)}
    assert world.sql("SELECT naam, sector FROM werkgever") == [("Houtbouw Eemvallei", "bouw")]
    assert world.sql("SELECT kanaal, versie FROM contactmoment WHERE id = :id", id=first) == [("telefoon", 2)]
    assert world.sql(
        "SELECT notitie, vastgezet FROM contactnotitie WHERE contactmoment_id = :id", id=first
    ) == [("Toch anders", True)]
    assert world.sql("SELECT count(*) FROM contactmoment") == [(2 * PART,)]
    world.scrub()


@pytest.mark.expects_log("set apart")
def test_the_database_refuses_a_row_that_was_sent_ahead(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the command of that row that is set apart, and no other."""
    fatima = Sender(world, "fatima")
    made = fatima.werkgever()
    contacts = _contacts(fatima, made.argumenten["id"], 2 * PART)
    wrong = contacts[7].argumenten["id"]

    def too_long(work: Work, command: LegContactVast) -> Outcome:
        outcome = REAL(work, command)
        if command.id == wrong:
            row = work.get(Contactmoment, wrong)
            assert row is not None
            row.kanaal = "x" * 100
        return outcome

    monkeypatch.setitem(bus.HANDLERS, LegContactVast, too_long)
    answers = fatima.send(made, *contacts)
    assert [n for n, answer in enumerate(answers) if answer.uitkomst != "toegepast"] == [8]
    assert answers[8].code == "opdracht_fout"
    assert world.sql("SELECT count(*) FROM contactmoment") == [(2 * PART - 1,)]
    world.scrub()
