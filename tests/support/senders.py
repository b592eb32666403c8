"""A laptop reduced to its messages: for tests that send what a real laptop never would.

It speaks to the service without HTTP, so that two of them can be held still at any point in between.
"""

from __future__ import annotations

from typing import Any

import msgspec

from central import accounts
from central.app import Centre
from central.settings import Settings
from desktop.models.rights import buckets_of
from desktop.sync.protocol import PROTOCOL, AnswerMessage, CommandMessage, SyncRequest, SyncResponse
from tests.support.builders import new_id
from tests.support.region import World

TIJD = "2026-11-20T09:10:00Z"


def centre_of(world: World) -> Centre:
    """The service without its HTTP face."""
    return Centre(world.engine, Settings("", world.clock))


class Sender:
    """One enrolled laptop of `person`; numbers and ids its messages until a test says otherwise."""

    def __init__(self, world: World, person: str) -> None:
        self.person = person
        self.laptop_id = new_id()
        self.n = 0
        self.cursors: dict[str, int] = {}
        self.centre = centre_of(world)
        code = world.invite(person)
        with world.session() as session:
            self.token, self.account = accounts.enrol(session, world.clock, code, self.laptop_id, "test")

    def message(
        self, naam: str, /, n: int | None = None, uuid: str | None = None, versie: int = 1, tijd: str = TIJD,
        **argumenten: Any,
    ) -> CommandMessage:  # fmt: skip
        """The next command; with an `n` of one's own the numbering does not move."""
        if n is None:
            self.n += 1
            n = self.n
        return CommandMessage(n, uuid or new_id(), naam, versie, argumenten, tijd)

    def contact(self, werkgever_id: str, **given: Any) -> CommandMessage:
        """A visit."""
        arguments = {"werkgever_id": werkgever_id, "datum": "2026-11-20", "kanaal": "bezoek"} | given
        return self.message("contact.leg_vast", **arguments)

    def werkgever(self, naam: str = "Houtbouw Eemvallei", **given: Any) -> CommandMessage:
        """A registration with an id of its own."""
        return self.message("werkgever.registreer", **{"id": new_id(), "naam": naam} | given)

    def call(self, *messages: CommandMessage, **given: Any) -> SyncResponse:
        """One call; `given` are fields of the request."""
        fields: dict[str, Any] = {"ophalen": False, "laptop": self.laptop_id} | given
        request = SyncRequest(protocol=PROTOCOL, programma="test", opdrachten=list(messages), **fields)
        return self.centre.sync(self.token, request)

    def send(self, *messages: CommandMessage) -> list[AnswerMessage]:
        """Commands only; one answer each."""
        return self.call(*messages).antwoorden

    def fetch(self) -> dict[str, set[str]]:
        """Everything new since the last fetch: table → ids."""
        found: dict[str, set[str]] = {}
        more = True
        while more:
            response = self.call(ophalen=True, cursors=self.cursors)
            self.cursors |= response.cursors
            more = response.meer
            for page in response.paginas:
                ids = {row["id"] for row in msgspec.json.decode(page.rijen)}
                found.setdefault(page.tabel, set()).update(ids)
        return found

    def buckets(self) -> tuple[str, ...]:
        """What this person may hold."""
        return buckets_of(self.account.actor)
