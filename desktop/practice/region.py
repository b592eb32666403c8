"""Makes the region of resources/demo in an empty laptop's database: one transaction, or nothing.

Everyone of the region acts through the shared core, each at the moment at which it happened; there is no
outbox and no centre. What comes of it stands there as if it had been fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from desktop.clock import Clock, clock_at
from desktop.imports.known import NothingKnown
from desktop.imports.werkgevers import run_import
from desktop.models import capture
from desktop.models.bus import read_command
from desktop.models.commands import NEWEST
from desktop.models.context import REGION_TIME, Actor, Context
from desktop.models.entry import entry_check
from desktop.models.first_rows import bring_in
from desktop.models.outcome import GEWEIGERD, Outcome
from desktop.models.rights import BEHEERDER
from desktop.models.store import database_errors, new_session
from desktop.models.tables import Afstemming, Contactpersoon, Medewerker, Werkgever
from desktop.models.tables.base import instant_text
from desktop.models.work import Work
from desktop.practice.authority import Authority, Message
from desktop.practice.history import (
    Collision,
    Known,
    Order,
    Telling,
    assignments,
    employers_file,
    history,
    people,
    short_name,
)
from desktop.practice.holding import keep_what_is_mine
from desktop.sync import facts
from desktop.sync.protocol import Who

LEAD = "marleen"
HEARD_AFTER = timedelta(hours=1)
READ_AFTER = timedelta(days=14)
"""What somebody was told longer ago than this was read."""


def make(engine: Engine, clock: Clock, laptop_id: str, whose: str = "karin", *, oefen: bool = True) -> None:
    """Fills the database as the laptop of the person with this short name; the last round was just now."""
    with database_errors(), engine.begin() as connection, new_session(connection) as session:
        capture.switch(connection, False)
        maker = _Maker(session, clock.now(), laptop_id)
        maker.tell(whose)
        session.flush()
        actor = maker.actors[whose]
        keep_what_is_mine(connection, actor, clock.now().astimezone(REGION_TIME).date())
        _belongs_to(connection, actor, clock, oefen)
        capture.switch(connection, True)


def _belongs_to(connection: Connection, actor: Actor, clock: Clock, oefen: bool) -> None:
    who = Who(actor.medewerker_id, actor.naam, actor.rol, actor.regio_id, history()["regio"], oefen)
    now = clock.now()
    facts.put_identity(connection, who)
    facts.put_last_sync(connection, now)
    facts.put(
        connection,
        epoch=clock.new_id(),
        klok_centrum=instant_text(now),
        klok_laptop=instant_text(now),
    )


@dataclass(slots=True)
class _Maker:
    """The whole region in one session; `actors` are its people by short name."""

    session: Session
    now: datetime
    laptop_id: str
    authority: Authority = field(init=False)
    actors: dict[str, Actor] = field(default_factory=dict)
    regio_id: str = field(init=False)

    def __post_init__(self) -> None:
        self.authority = Authority(self.session)
        self.regio_id = clock_at(self.begun).new_id()

    @property
    def begun(self) -> datetime:
        """The day on which the regie was given."""
        return self.now - timedelta(days=history()["regie_sinds"])

    def tell(self, whose: str) -> None:
        """Everything, oldest first; at the end this person has read what is old."""
        self._settle()
        self._import()
        known = Known(self._names(Werkgever), self._names(Medewerker))
        for arguments in assignments(known):
            self._do(Order(LEAD, "regie.wijs_toe", arguments, self.begun))
        telling = Telling(known, self.now.astimezone(REGION_TIME).date(), clock_at(self.begun).new_id)
        for order in sorted(telling.orders(), key=self._moment):
            self._do(order)
        for order in telling.steps():
            self._do(order)
        for collision in telling.collisions():
            self._collide(collision)
        self._read_what_is_old(whose)

    def _settle(self) -> None:
        """Lists, instruments, schedule and people: what an administrator does without a command."""
        work = Work(self.session)
        work.begin(self._administration())
        bring_in(work)
        data = history()
        for person in ({"naam": data["beheerder"], "rol": BEHEERDER}, *people().values()):
            row_id = clock_at(self.begun).new_id()
            work.add(_medewerker(row_id, person))
            self.actors[short_name(person)] = Actor(row_id, person["naam"], person["rol"], self.regio_id)
        work.flush()

    def _administration(self) -> Context:
        actor = Actor(self.regio_id, "centrum", BEHEERDER, self.regio_id)
        return Context(actor, "centrum", clock_at(self.begun).new_id(), self.begun, self.begun)

    def _import(self) -> None:
        with TemporaryDirectory() as folder:
            found = run_import(
                employers_file(),
                None,
                dry_run=False,
                known=NothingKnown(),
                doe=lambda naam, arguments: self._do(Order(LEAD, naam, dict(arguments), self.begun)),
                new_id=clock_at(self.begun).new_id,
                day=self.begun.astimezone(REGION_TIME).date(),
                error_file_folder=Path(folder),
            )
        if found.geweigerd or found.nieuw != found.gelezen:
            raise ValueError(f"import of the practice region: {found}")

    def _names(self, cls: type[Werkgever] | type[Medewerker]) -> dict[str, str]:
        return {row.naam: row.id for row in self.session.execute(select(cls.naam, cls.id))}

    def _moment(self, order: Order) -> datetime:
        """Nothing happens later than now."""
        return min(order.tijd or self.now, self.now)

    def _do(self, order: Order, basis: Mapping[str, int] | None = None) -> Outcome:
        """Runs it as its person; only the second of a collision may be refused."""
        moment = self._moment(order)
        cls = NEWEST[order.naam]
        uuid = clock_at(moment).new_id()
        message = Message(
            self.actors[order.door],
            self.laptop_id,
            uuid,
            order.naam,
            cls.VERSION,
            order.argumenten,
            moment,
            basis or {},
        )
        self._check(message)
        outcome = self.authority.run(message, moment)
        if outcome.result == GEWEIGERD and basis is None:
            raise ValueError(f"{order.naam} in the practice region: {outcome.code}")
        return outcome

    def _check(self, message: Message) -> None:
        """What a form would have asked of the person who typed it."""
        work = Work(self.session)
        work.begin(message.context(message.tijd))
        entry_check(work, read_command(message.naam, message.versie, message.argumenten))

    def _collide(self, collision: Collision) -> None:
        """The second has seen the row as it was before the first."""
        given = collision.first.argumenten
        cls, row_id = (
            (Contactpersoon, given["contactpersoon_id"])
            if "contactpersoon_id" in given
            else (Werkgever, given["werkgever_id"])
        )
        seen = self.session.scalar(select(cls.versie).where(cls.id == row_id))
        self._do(collision.first)
        self._do(collision.second, {row_id: seen or 1})

    def _read_what_is_old(self, whose: str) -> None:
        """Notices of long ago were read by the person whose laptop this is."""
        query = select(Afstemming.id, Afstemming.aangemaakt_op).where(
            Afstemming.medewerker_id == self.actors[whose].medewerker_id,
            Afstemming.soort == "kennisgeving",
            Afstemming.aangemaakt_op < self.now - READ_AFTER,
        )
        for row in self.session.execute(query).all():
            arguments = {"afstemming_id": row.id, "keuze": "gelezen"}
            self._do(Order(whose, "afstemming.kies", arguments, row.aangemaakt_op + HEARD_AFTER))


def _medewerker(row_id: str, person: Mapping[str, Any]) -> Medewerker:
    names = ("naam", "rol", "organisatie", "functie", "email", "telefoon", "werkgebied")
    return Medewerker(id=row_id, actief=True, **{name: person[name] for name in names if name in person})
