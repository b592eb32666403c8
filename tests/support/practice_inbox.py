"""What a real centre puts in the inbox and the played one does not: poison and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.models import capture
from desktop.models.context import Context
from desktop.models.handlers import refused
from desktop.models.store import new_session
from desktop.models.tables import Afstemming
from desktop.models.work import Work
from tests.support.practice_laptop import BAKERY, StagedLaptop

GROUP = "Jachtwerf De Steiger"
FIRST = "Ze willen twee leerplekken in de werkplaats, één dag in de week. Monique regelt het met het roc."
SECOND = "Ze willen drie leerplekken in de werkplaats, één dag in de week. Monique belt donderdag het roc."


def refuse_together(laptop: StagedLaptop) -> None:
    """A registration that the centre could not handle, with all that was typed under it."""
    made, contact = laptop.staged.new_id(), laptop.staged.new_id()
    under = {"werkgever_id": made}
    visit = {"datum": "2026-11-16", "kanaal": "bezoek", "notitie": "Zoekt twee scheepstimmerlieden."}
    todo = {"gevraagde_handeling": "Profielen mailen", "deadline": "2026-11-20", "contactmoment_id": contact}
    person = {"naam": "Monique Prins", "functie": "eigenaar", "telefoon": "+31350000123"}
    _put(
        laptop,
        (
            ("werkgever.registreer", {"id": made, "naam": GROUP, "woonplaats": "Huizen"}),
            ("contactpersoon.registreer", {"id": laptop.staged.new_id(), **under, **person}),
            ("contact.leg_vast", {"id": contact, **under, **visit}),
            ("actie.maak", {"id": laptop.staged.new_id(), **under, **todo}),
        ),
    )


def _put(laptop: StagedLaptop, commands: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    with laptop._writer.begin() as connection, new_session(connection) as session:
        capture.switch(connection, False)
        work = Work(session)
        for naam, arguments in commands:
            uuid = laptop.staged.new_id()
            work.begin(Context(laptop.actor, laptop.laptop_id, uuid, laptop.moment, laptop.moment))
            typed = refused.Typed(naam, 1, arguments)
            words = {"naam": naam}
            refused.refused(work, laptop.staged.new_id(), typed, "opdracht_fout", words)
            work.flush()
        session.flush()
        capture.switch(connection, True)


def two_laptops(laptop: StagedLaptop) -> None:
    """The same note, changed here and on one's own other laptop."""
    werkgever = laptop.id(BAKERY)
    visit = {
        "werkgever_id": werkgever,
        "datum": "2026-11-16",
        "kanaal": "bezoek",
        "notitie": "Koffie gedronken.",
    }
    made = laptop.doe("contact.leg_vast", visit).id
    laptop.sync()
    laptop.doe("contact.wijzig", {"contactmoment_id": made, "notitie": SECOND})
    change = {"contactmoment_id": made, "notitie": FIRST}
    laptop.colleague(laptop.actor.naam, "contact.wijzig", change)
    laptop.sync()


def left_behind(laptop: StagedLaptop) -> None:
    """The last work of somebody who works here no longer."""
    visit = {"werkgever_id": laptop.id(BAKERY), "datum": "2026-11-13", "kanaal": "telefoon"}
    with laptop._writer.begin() as connection, new_session(connection) as session:
        capture.switch(connection, False)
        work = Work(session)
        uuid = laptop.staged.new_id()
        work.begin(Context(laptop.actor, laptop.laptop_id, uuid, laptop.moment, laptop.moment))
        work.add(
            Afstemming(
                id=laptop.staged.new_id(),
                medewerker_id=laptop.medewerker_id,
                soort="kennisgeving",
                code="werk_van_vertrokken_collega",
                parameters={"wie": "Gerda Klein", "versie": 1},
                werkgever_id=laptop.id(BAKERY),
                opdracht_uuid=uuid,
                opdracht="contact.leg_vast",
                opdracht_versie=1,
                argumenten=visit | {"notitie": "Belt terug over de stage."},
                status="open",
            )
        )
        work.flush()
        capture.switch(connection, True)
