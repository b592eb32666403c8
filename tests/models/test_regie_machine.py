"""Whatever people do in whatever order: never two regiehouders, never none any more, no contact refused."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.ongedaan import CENTRE_DECIDES, UNDOABLE, MaakOngedaan
from desktop.models.commands.regie import (
    AanvaardOverdracht,
    BeeindigWaarneming,
    MeldBenadering,
    MeldKennismaking,
    NeemRegie,
    RondOverdrachtAf,
    StelOverdrachtVoor,
    StelWaarnemingIn,
    TrekOverdrachtIn,
    WeigerOverdracht,
    WijsRegieToe,
)
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen
from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactnotitie,
    Medewerker,
    Overdracht,
    Regie,
    Waarneming,
    Werkgever,
)
from tests.support.builders import (
    FATIMA,
    HERMAN,
    KARIN,
    NOW,
    PEOPLE,
    SEVDA,
    a,
    actor,
    medewerker_row,
    new_id,
    region_in,
)

NADIA = actor("Nadia Haddad", "accountmanager")
ANYONE = st.sampled_from([*PEOPLE, NADIA])
ACCOUNTMANAGERS = st.sampled_from([FATIMA, HERMAN, NADIA])
SENIORS = st.sampled_from([FATIMA, HERMAN, NADIA, KARIN])
OFTEN = st.sampled_from([True, True, True, False])
ANSWERS = (
    AanvaardOverdracht,
    WeigerOverdracht,
    TrekOverdrachtIn,
    MeldKennismaking,
    RondOverdrachtAf,
)
KVK = st.sampled_from([None, None, "69599084", "68727720"])
ALLOWED = {
    "mag_niet",
    "regie_al_bij_ander",
    "regie_alleen_accountmanager",
    "benadering_al_gemeld",
    "samenvoegen_twee_regies",
    "samenvoegen_kies_regie",
    "samenvoegen_twee_kvk",
    "overdracht_geen_regie",
    "overdracht_alleen_regiehouder",
    "overdracht_aan_regiehouder",
    "overdracht_loopt_al",
    "overdracht_voor_ander",
    "overdracht_van_ander",
    "overdracht_voorbij",
    "overdracht_niet_aanvaard",
    "overdracht_eerst_kennismaken",
    "waarneming_alleen_eigen",
    "waarneming_van_ander",
    "waarnemer_zelfde",
    "waarneming_zonder_regie",
    "waarneming_overlapt",
    "ongedaan_regie_verder",
    "ongedaan_van_ander",
    "ongedaan_kan_niet",
    "ongedaan_alleen_teamleider",
    "ongedaan_samengevoegd",
    "ongedaan_hangt_aan",
    "kvk_van_ander",
}


class Regies(RuleBasedStateMachine):
    """A few werkgevers, seven people and a clock that runs."""

    engine: Engine
    werkgevers: Bundle[str] = Bundle("werkgevers")
    offers: Bundle[str] = Bundle("offers")
    absences: Bundle[str] = Bundle("absences")

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.region = self._stack.enter_context(region_in(self.engine))
        self.region.session.add(medewerker_row(NADIA))
        self.now = NOW
        self.contacts = 0
        self.journal: list[tuple[str, Command, Actor]] = []

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
            uuid = new_id()
            self.region.do(command, who, tijd=self.now, uuid=uuid)
        except Weigering as refused:
            return refused.code
        if command.NAME in CENTRE_DECIDES:
            self.journal.append((uuid, command, who))
        return None

    @rule(target=werkgevers, who=ANYONE, kvk=KVK, holder=st.none() | ACCOUNTMANAGERS)
    def register(self, who: Actor, kvk: str | None, holder: Actor | None) -> str:
        row_id = new_id()
        self.tried(a(RegistreerWerkgever, id=row_id, naam=f"Werkgever {row_id[-4:]}", kvk_nummer=kvk), who)
        if holder is not None:
            self.take(row_id, holder)
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

    def person(self, row_id: str | None, otherwise: Actor) -> Actor:
        """The accountmanager with this id: what people do is mostly what is theirs to do."""
        return next((who for who in (FATIMA, HERMAN, NADIA) if who.medewerker_id == row_id), otherwise)

    @rule(target=offers, werkgever=werkgevers, receiver=ACCOUNTMANAGERS, who=SENIORS, own=OFTEN)
    def offer(self, werkgever: str, receiver: Actor, who: Actor, own: bool) -> Any:
        running = self.region.all(Regie, werkgever_id=werkgever, tot=None)
        if own and running:
            who = self.person(running[0].accountmanager_id, who)
        row_id = new_id()
        command = a(StelOverdrachtVoor, id=row_id, werkgever_id=werkgever, naar_id=receiver.medewerker_id)
        return row_id if self.tried(command, who) is None else multiple()

    @rule(offer=offers, who=SENIORS)
    def accept(self, offer: str, who: Actor) -> None:
        self.answer(offer, who, True, AanvaardOverdracht)

    @rule(offer=offers, who=SENIORS, own=OFTEN, cls=st.sampled_from(ANSWERS))
    def answer(self, offer: str, who: Actor, own: bool, cls: type[Command]) -> None:
        row = self.region.one(Overdracht, offer)
        if own:
            who = self.person(row.van_id if cls is TrekOverdrachtIn else row.naar_id, who)
        given = {"reden": "Ik zit vol"} if cls is WeigerOverdracht else {}
        given |= {"datum": "2026-11-20"} if cls is MeldKennismaking else {}
        self.tried(a(cls, overdracht_id=offer, **given), who)

    @rule(
        target=absences,
        who=ACCOUNTMANAGERS,
        waarnemer=ACCOUNTMANAGERS,
        days=st.integers(0, 20),
        werkgever=st.none() | werkgevers,
    )
    def go_away(self, who: Actor, waarnemer: Actor, days: int, werkgever: str | None) -> Any:
        row_id, van = new_id(), self.now.date()
        command = a(
            StelWaarnemingIn,
            id=row_id,
            waarnemer_id=waarnemer.medewerker_id,
            van=van,
            tot=van + timedelta(days=days),
            werkgever_ids=[werkgever] if werkgever else [],
        )
        return row_id if self.tried(command, who) is None else multiple()

    @rule(absence=absences, who=SENIORS)
    def come_back(self, absence: str, who: Actor) -> None:
        self.tried(a(BeeindigWaarneming, waarneming_id=absence), who)

    @rule(back=st.integers(1, 4), who=SENIORS, own=OFTEN)
    def undo(self, back: int, who: Actor, own: bool) -> None:
        """Mostly one's own, mostly of a moment ago."""
        if len(self.journal) < back:
            return
        uuid, command, author = self.journal[-back]
        about = to_plain(command)[UNDOABLE[command.NAME]]
        taken_back = a(MaakOngedaan, opdracht_uuid=uuid, naam=command.NAME, rij_id=about)
        self.tried(taken_back, author if own else who)

    @rule(werkgever=werkgevers, who=ANYONE, task=st.booleans())
    def to_do(self, werkgever: str, who: Actor, task: bool) -> None:
        self.tried(a(MaakActie if task else MaakAfspraak, werkgever_id=werkgever), who)

    @rule(days=st.integers(0, 10))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @invariant()
    def never_two(self) -> None:
        running = [row.werkgever_id for row in self.region.all(Regie, tot=None)]
        assert len(running) == len(set(running))

    @invariant()
    def never_none_any_more(self) -> None:
        """Who was held once is held, or went on in a werkgever that is; a claim taken back never was."""
        running = {row.werkgever_id for row in self.region.all(Regie, tot=None)}
        into = {row.id: row.samengevoegd_met for row in self.region.all(Werkgever)}
        for werkgever in {row.werkgever_id for row in self.region.all(Regie, verwijderd_op=None)}:
            standing = werkgever
            while into[standing] is not None:
                standing = into[standing] or standing
            assert standing in running

    @invariant()
    def an_offer_is_of_the_regiehouder(self) -> None:
        holders = {row.werkgever_id: row.accountmanager_id for row in self.region.all(Regie, tot=None)}
        offers = self.region.all(Overdracht, status="voorgesteld")
        assert len(offers) == len({row.werkgever_id for row in offers})
        assert all(holders.get(row.werkgever_id) == row.van_id != row.naar_id for row in offers)

    @invariant()
    def what_was_accepted_is_where_the_regie_is(self) -> None:
        holders = {row.werkgever_id: row.accountmanager_id for row in self.region.all(Regie, tot=None)}
        under_way = [
            row for row in self.region.all(Overdracht) if row.status in ("aanvaard", "kennisgemaakt")
        ]
        assert all(holders[row.werkgever_id] == row.naar_id for row in under_way)

    @invariant()
    def nobody_has_two_who_stand_in(self) -> None:
        running = [row for row in self.region.all(Waarneming) if not row.beeindigd]
        for row in running:
            others = [each for each in running if each.voor_id == row.voor_id and each is not row]
            same_days = [each for each in others if each.van <= row.tot and row.van <= each.tot]
            assert all(None not in (row.werkgever_id, each.werkgever_id) for each in same_days)

    @invariant()
    def nothing_is_lost_on_the_way(self) -> None:
        living = {row.id for row in self.region.all(Werkgever, verwijderd_op=None)}
        for cls in (Actie, Afspraak, Overdracht):
            assert {row.werkgever_id for row in self.region.all(cls)} <= living  # type: ignore[attr-defined]

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
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
