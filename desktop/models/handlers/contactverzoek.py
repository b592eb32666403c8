"""Asking a colleague whether contact is all right (R3), and the answer.

The question is an actie of the colleague. Yes is *verwerkt*, rather not is *vervallen*.
"""

from __future__ import annotations

from desktop.models.commands.actie import BeantwoordContactverzoek, DoeContactverzoek
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import tell
from desktop.models.handlers.regie import addressee, holder_of, waarnemers
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import decides_for_others
from desktop.models.tables import Actie, Medewerker, Werkgever
from desktop.models.work import Work

KIND, OPEN = "contactverzoek", "te_verwerken"
YES, RATHER_NOT = "verwerkt", "vervallen"


def ask(work: Work, command: DoeContactverzoek) -> Outcome:
    """`contactverzoek.doe`: to the regiehouder, to who stands in, or to the colleague that was named."""
    werkgever = work.werkgever(command.werkgever_id)
    content = {"soort": KIND, "gevraagde_handeling": command.vraag, "werkgever_id": werkgever.id}
    identity = identify(work, Actie, command.id, "contactverzoek", content)
    if identity.exists:
        return identity.outcome()
    person = _asked(work, command, werkgever)
    work.add(
        Actie(
            id=identity.row_id,
            werkgever_id=werkgever.id,
            soort=KIND,
            gevraagde_handeling=command.vraag,
            toelichting=command.toelichting,
            toegewezen_aan_id=person.id,
            status=OPEN,
        )
    )
    return identity.outcome()


def _asked(work: Work, command: DoeContactverzoek, werkgever: Werkgever) -> Medewerker:
    """Who is away is not asked: who stands in answers."""
    holder = holder_of(work, werkgever.id)
    named = command.aan_id
    if named is None or (holder and named == holder.accountmanager_id):
        named = addressee(work, werkgever.id)
    if named is None:
        raise Weigering("contactverzoek_zonder_regie", werkgever=werkgever.naam)
    if named == work.context.actor.medewerker_id:
        raise Weigering("contactverzoek_aan_jezelf", werkgever=werkgever.naam)
    person = work.require(Medewerker, named, "medewerker_onbekend")
    if not person.actief:
        raise Weigering("medewerker_niet_actief", naam=person.naam)
    return person


def answer(work: Work, command: BeantwoordContactverzoek) -> Outcome:
    """`contactverzoek.beantwoord`: who asked reads it; the same answer twice is one answer."""
    row = work.require(Actie, command.contactverzoek_id, "contactverzoek_onbekend")
    if row.soort != KIND or row.verwijderd_op is not None:
        raise Weigering("contactverzoek_onbekend", id=row.id)
    _require_may_answer(work, row)
    status = YES if command.akkoord else RATHER_NOT
    if row.status != OPEN:
        return _answered_before(work, row, status)
    done = {"status": status, "afgerond_op": work.context.tijd}
    if command.toelichting:
        done["toelichting"] = command.toelichting  # the words of the question stay in the history
    outcome = change_fields(work, row, done, row.werkgever_id, row.gevraagde_handeling)
    _tell(work, row, command)
    return outcome


def _require_may_answer(work: Work, row: Actie) -> None:
    actor = work.context.actor
    holder = holder_of(work, row.werkgever_id)
    serving = {holder.accountmanager_id} if holder else set()
    serving |= waarnemers(work, row.werkgever_id, work.context.dag_ontvangen)
    if actor.medewerker_id in {row.toegewezen_aan_id, *serving} or decides_for_others(actor.rol):
        return
    person = work.get(Medewerker, row.toegewezen_aan_id)
    raise Weigering("contactverzoek_van_ander", wie=person.naam if person else "een collega")


def _answered_before(work: Work, row: Actie, status: str) -> Outcome:
    """A colleague was first: an answer that says something else is never dropped without a word."""
    if row.gewijzigd_door != work.context.actor.medewerker_id or row.status != status:
        person = work.get(Medewerker, row.gewijzigd_door)
        raise Weigering("contactverzoek_al_beantwoord", wie=person.naam if person else "Een collega")
    return Outcome(TOEGEPAST, row.id)


def _tell(work: Work, row: Actie, command: BeantwoordContactverzoek) -> None:
    werkgever = work.get(Werkgever, row.werkgever_id)
    if command.toelichting:
        code = (
            "contactverzoek_akkoord_met_woord" if command.akkoord else "contactverzoek_liever_niet_met_woord"
        )
    else:
        code = "contactverzoek_akkoord" if command.akkoord else "contactverzoek_liever_niet"
    tell(
        work,
        row.aangemaakt_door,
        code,
        row.werkgever_id,
        wie=work.context.actor.naam,
        werkgever=werkgever.naam if werkgever else "",
        vraag=row.gevraagde_handeling,
        toelichting=command.toelichting or "",
    )
