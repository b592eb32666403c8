"""Working with an own candidate at a werkgever: whose it is, who hears of it, what was said (R2, R10).

Nothing in a notice tells who the candidate is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from desktop.models.commands.contact import LegContactVast
from desktop.models.context import derive_id
from desktop.models.errors import Parameter, Weigering
from desktop.models.handlers import contact
from desktop.models.handlers.fields import set_fields
from desktop.models.handlers.involving import WAARNEMING, involve
from desktop.models.handlers.kandidaat import own, regie_of
from desktop.models.handlers.notice import tell
from desktop.models.handlers.profiel import follow
from desktop.models.handlers.regie import addressee
from desktop.models.rules.kandidaat import ACTIVE, CLOSED, PLACED
from desktop.models.rules.plaatsing import RUNS, TRIAL
from desktop.models.tables import (
    Kandidaat,
    Plaatsing,
    PlaatsingPersoon,
    Synced,
    Voordracht,
    VoordrachtPersoon,
)
from desktop.models.work import Work

Person = TypeVar("Person", VoordrachtPersoon, PlaatsingPersoon)


def bemiddelaar_of(work: Work, kandidaat_id: str) -> str:
    """Who holds the regie on the candidate: a voordracht by who stands in is that person's too."""
    regie = regie_of(work, kandidaat_id)
    return regie.bemiddelaar_id if regie else work.context.actor.medewerker_id


def _owned(work: Work, person: Person | None) -> Person:
    """Others see that somebody was put forward or works there; what they do about it is not theirs."""
    if person is None:
        raise Weigering("kandidaat_onbekend")
    own(work, person.kandidaat_id)
    return person


def own_voordracht(work: Work, voordracht_id: str) -> tuple[Voordracht, VoordrachtPersoon]:
    """A voordracht of an own candidate, with who it is about."""
    row = work.require(Voordracht, voordracht_id, "voordracht_onbekend")
    person = work.get(VoordrachtPersoon, derive_id(row.id, "persoon"))
    if row.verwijderd_op is not None:
        raise Weigering("voordracht_onbekend")
    return row, _owned(work, person)


def own_placement(work: Work, plaatsing_id: str) -> tuple[Plaatsing, PlaatsingPersoon]:
    """A placement of an own candidate, with who it is about."""
    row = work.require(Plaatsing, plaatsing_id, "plaatsing_onbekend")
    person = work.get(PlaatsingPersoon, derive_id(row.id, "persoon"))
    if row.verwijderd_op is not None:
        raise Weigering("plaatsing_onbekend")
    return row, _owned(work, person)


def involve_both(work: Work, werkgever_id: str, bemiddelaar_id: str, reden: str) -> None:
    """The bemiddelaar has something there now, and so has who stands in."""
    involve(work, werkgever_id, bemiddelaar_id, reden)
    if work.context.actor.medewerker_id != bemiddelaar_id:
        involve(work, werkgever_id, work.context.actor.medewerker_id, WAARNEMING)


def log_contact(
    work: Work, werkgever_id: str, kanaal: str | None, people: Sequence[str], day: date, onderwerp: str
) -> None:
    """The employer was spoken to about it: a contact like any other, judged by the same rule (R2, R3)."""
    if kanaal is None:
        return
    said = LegContactVast(
        id=work.context.derive_id("contactmoment"),
        werkgever_id=werkgever_id,
        datum=day,
        kanaal=kanaal,
        onderwerp=onderwerp,
        contact_gelukt=True,
        contactpersoon_ids=tuple(people),
        aanleiding="eigen_kandidaat",
    )
    contact.log(work, said)


def tell_regiehouder(work: Work, werkgever_id: str, code: str, **words: Parameter) -> None:
    """R2: the regiehouder, or who stands in, reads what came of it."""
    person = addressee(work, werkgever_id)
    if person is not None:
        werkgever = work.werkgever(werkgever_id)
        tell(
            work, person, code, werkgever.id,
            wie=work.context.actor.naam, werkgever=werkgever.naam, **words,
        )  # fmt: skip


def follow_candidate(work: Work, kandidaat_id: str) -> None:
    """A candidate who works is geplaatst, and its profile is not found; a closed one stays closed."""
    kandidaat = work.get(Kandidaat, kandidaat_id)
    if kandidaat is None or kandidaat.status == CLOSED:
        return
    mine = work.find(PlaatsingPersoon, PlaatsingPersoon.kandidaat_id == kandidaat_id)
    rows = [work.get(Plaatsing, person.plaatsing_id) for person in mine]
    status = PLACED if any(row is not None and _works(row) for row in rows) else ACTIVE
    set_fields(work, kandidaat, {"status": status}, None)
    follow(work, kandidaat)


def _works(row: Plaatsing) -> bool:
    """A proefplaatsing is not work yet: who is on trial can still be put forward elsewhere."""
    return row.verwijderd_op is None and row.status == RUNS and row.soort != TRIAL


def remove(work: Work, *rows: Synced | None) -> None:
    """What was taken back goes, unless it went before."""
    for row in rows:
        if row is not None and row.verwijderd_op is None:
            work.change(row, verwijderd_op=work.context.tijd)
