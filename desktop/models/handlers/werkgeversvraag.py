"""Questions of employers: registered, answered, or passed on to a partner.

The regiehouder hears of one that somebody else noted down; who noted it down hears what came of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.errors import Weigering
from desktop.models.handlers.actie import known_contact
from desktop.models.handlers.fields import change_fields, contest, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import tell
from desktop.models.handlers.partner import require_partner
from desktop.models.handlers.regie import addressee
from desktop.models.outcome import Outcome
from desktop.models.tables import Medewerker, Werkgever, Werkgeversvraag
from desktop.models.work import Work

OPEN, ANSWERED, PASSED_ON = "open", "beantwoord", "doorverwezen"


def register(work: Work, command: RegistreerWerkgeversvraag) -> Outcome:
    """`werkgeversvraag.registreer`: one's own to answer, unless it is given to a colleague."""
    werkgever = work.werkgever(command.werkgever_id)
    actor = work.context.actor
    who = work.require(Medewerker, command.behandelaar_id or actor.medewerker_id, "medewerker_onbekend")
    content = {"soort": command.soort, "vraag": command.vraag, "werkgever_id": werkgever.id}
    identity = identify(work, Werkgeversvraag, command.id, "werkgeversvraag", content)
    if identity.exists:
        return identity.outcome()
    work.add(
        Werkgeversvraag(
            id=identity.row_id,
            contactmoment_id=known_contact(work, command.contactmoment_id),
            dienst=command.dienst,
            strategie=command.strategie,
            ontvangen_op=command.ontvangen_op or work.context.dag,
            behandelaar_id=who.id,
            status=OPEN,
            **content,
        )
    )
    _tell_handler(work, werkgever, who.id, command.soort)
    holder = addressee(work, werkgever.id)
    if holder is not None and holder != who.id:
        tell(work, holder, "vraag_geregistreerd", werkgever.id, **_words(work, werkgever, command.soort))
    return identity.outcome()


def _words(work: Work, werkgever: Werkgever, soort: str) -> dict[str, str]:
    """Never the question itself: who stands in may not hold the dossier any more when it is read."""
    kind = work.codes("vraag_soort").get(soort, soort)
    return {"wie": work.context.actor.naam, "werkgever": werkgever.naam, "soort": kind}


def _tell_handler(work: Work, werkgever: Werkgever, behandelaar_id: str, soort: str) -> None:
    tell(work, behandelaar_id, "vraag_gekregen", werkgever.id, **_words(work, werkgever, soort))


def change(work: Work, command: WijzigWerkgeversvraag) -> Outcome:
    """`werkgeversvraag.wijzig`: what is asked put better, or given to another colleague."""
    row = _question(work, command.werkgeversvraag_id)
    wanted = wanted_fields(command, Werkgeversvraag, frozenset({"werkgeversvraag_id", "wis"}))
    before = row.behandelaar_id
    if "behandelaar_id" in wanted:
        work.require(Medewerker, str(wanted["behandelaar_id"]), "medewerker_onbekend")
    outcome = change_fields(work, row, wanted, row.werkgever_id, row.vraag[:70])
    if row.behandelaar_id != before:
        _tell_handler(work, work.werkgever(row.werkgever_id), row.behandelaar_id, row.soort)
    return outcome


def answer(work: Work, command: BeantwoordWerkgeversvraag) -> Outcome:
    """`werkgeversvraag.beantwoord`: a colleague's other answer to the same question is a question itself."""
    row = _question(work, command.werkgeversvraag_id)
    said = {"status": ANSWERED, "antwoord": command.antwoord}
    return _settle(work, row, said, "vraag_beantwoord", {})


def refer(work: Work, command: VerwijsWerkgeversvraagDoor) -> Outcome:
    """`werkgeversvraag.verwijs_door`: to somebody with a name, so that the employer can call."""
    row = _question(work, command.werkgeversvraag_id)
    partner = require_partner(work, command.partner_id)
    contact = command.partner_contact or partner.contactnaam
    if contact is None:
        raise Weigering("partner_zonder_contact", naam=partner.naam)
    said = {
        "status": PASSED_ON,
        "partner_id": partner.id,
        "partner_contact": contact,
        "reden": command.reden,
    }
    return _settle(work, row, said, "vraag_doorverwezen", {"partner": partner.naam})


def _settle(
    work: Work, row: Werkgeversvraag, said: Mapping[str, Any], code: str, words: Mapping[str, str]
) -> Outcome:
    """Settled once: who noted it down, who sees to it and the regiehouder read what came of it."""
    label = row.vraag[:70]
    if row.status != OPEN:
        return contest(work, row, said, row.werkgever_id, label)
    done = {**said, "afgehandeld_op": work.context.dag}
    outcome = change_fields(work, row, done, row.werkgever_id, label)
    werkgever = work.werkgever(row.werkgever_id)
    holder = addressee(work, werkgever.id) or row.behandelaar_id
    told = {**_words(work, werkgever, row.soort), **words}
    for person in sorted({row.aangemaakt_door, row.behandelaar_id, holder}):
        tell(work, person, code, werkgever.id, **told)
    return outcome


def _question(work: Work, row_id: str) -> Werkgeversvraag:
    row = work.require(Werkgeversvraag, row_id, "werkgeversvraag_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("werkgeversvraag_onbekend", id=row_id)
    return row
