"""Whatever people do in whatever order: never two active regies, never a wrong holder, no contact refused."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine

from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.tables import Contactmoment, Contactnotitie, Medewerker, Regie, Werkgever
from tests.support.builders import (
    FATIMA,
    HERMAN,
    KARIN,
    NOW,
    PEOPLE,
    SEVDA,
    a,
    new_id,
    region_in,
)

ANYONE = st.sampled_from(PEOPLE)
KVK = st.sampled_from([None, None, "69599084", "68727720"])
ALLOWED = {
    "mag_niet",
    "regie_al_bij_ander",
    "regie_alleen_accountmanager",
    "benadering_al_gemeld",
    "samenvoegen_twee_regies",
    "samenvoegen_kies_regie",
    "samenvoegen_twee_kvk",
}


class Regies(RuleBasedStateMachine):
    """A few werkgevers, six people and a clock that runs."""

    engine: Engine
    werkgevers: Bundle[str] = Bundle("werkgevers")

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.region = self._stack.enter_context(region_in(self.engine))
        self.now = NOW
        self.contacts = 0

    def teardown(self) -> None:
        self._stack.close()

    def tried(self, command: Command, who: Actor) -> str | None:
        """Runs it; the code when it is refused, and then nothing changed."""
        before = self.region.wire()
        code = self._refusal(command, who)
        assert code is None or (code in ALLOWED and self.region.wire() == before), code
        return code

    def _refusal(self, command: Command, who: Actor) -> str | None:
        try:
            self.region.do(command, who, tijd=self.now)
        except Weigering as refused:
            return refused.code
        return None

    @rule(target=werkgevers, who=ANYONE, kvk=KVK)
    def register(self, who: Actor, kvk: str | None) -> str:
        row_id = new_id()
        self.tried(a(RegistreerWerkgever, id=row_id, naam=f"Werkgever {row_id[-4:]}", kvk_nummer=kvk), who)
        return row_id

    @rule(werkgever=werkgevers, who=ANYONE)
    def take(self, werkgever: str, who: Actor) -> None:
        self.tried(a(NeemRegie, werkgever_id=werkgever), who)

    @rule(werkgever=werkgevers, receiver=ANYONE, who=st.sampled_from([KARIN, KARIN, FATIMA]))
    def assign(self, werkgever: str, receiver: Actor, who: Actor) -> None:
        self.tried(a(WijsRegieToe, werkgever_id=werkgever, accountmanager_id=receiver.medewerker_id), who)

    @rule(
        keeps=werkgevers,
        goes=werkgevers,
        who=st.sampled_from([KARIN, KARIN, HERMAN, SEVDA]),
        chosen=st.sampled_from([None, FATIMA, HERMAN]),
    )
    def merge(self, keeps: str, goes: str, who: Actor, chosen: Actor | None) -> None:
        regie = chosen.medewerker_id if chosen else None
        self.tried(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes, regie_bij_id=regie), who)

    @rule(werkgever=werkgevers, who=ANYONE)
    def announce(self, werkgever: str, who: Actor) -> None:
        self.tried(a(MeldBenadering, werkgever_id=werkgever), who)

    @rule(
        werkgever=werkgevers,
        who=ANYONE,
        richting=st.sampled_from(["wij", "werkgever"]),
        aanleiding=st.sampled_from([None, "eigen_kandidaat"]),
        vertrouwelijk=st.booleans(),
    )
    def contact(self, werkgever: str, who: Actor, **given: Any) -> None:
        command = a(LegContactVast, werkgever_id=werkgever, notitie="Gesproken", **given)
        assert self.tried(command, who) is None, "a contact that took place is never refused"
        self.contacts += 1

    @rule(days=st.integers(0, 10))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @invariant()
    def never_two(self) -> None:
        running = [row.werkgever_id for row in self.region.all(Regie, tot=None)]
        assert len(running) == len(set(running))

    @invariant()
    def always_an_accountmanager(self) -> None:
        rollen = {row.id: row.rol for row in self.region.all(Medewerker)}
        assert {rollen[row.accountmanager_id] for row in self.region.all(Regie)} <= {"accountmanager"}

    @invariant()
    def never_on_a_werkgever_that_is_gone(self) -> None:
        living = {row.id for row in self.region.all(Werkgever, verwijderd_op=None)}
        assert {row.werkgever_id for row in self.region.all(Regie, tot=None)} <= living

    @invariant()
    def one_werkgever_per_number(self) -> None:
        numbers = [row.kvk_nummer for row in self.region.all(Werkgever, verwijderd_op=None) if row.kvk_nummer]
        assert len(numbers) == len(set(numbers))

    @invariant()
    def no_contact_is_lost(self) -> None:
        living = {row.id for row in self.region.all(Werkgever, verwijderd_op=None)}
        contacts, notes = self.region.all(Contactmoment), self.region.all(Contactnotitie)
        assert len(contacts) == len(notes) == self.contacts
        assert {row.werkgever_id for row in contacts} | {row.werkgever_id for row in notes} <= living


def test_regie_in_any_order(engine: Engine) -> None:
    class OnThisDatabase(Regies):
        pass

    OnThisDatabase.engine = engine
    run_state_machine_as_test(
        OnThisDatabase,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
