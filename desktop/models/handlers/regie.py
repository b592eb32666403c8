"""Taking and assigning the regie, and announcing an approach. All confirmed: the centre decides (R1, R5)."""

from __future__ import annotations

from datetime import timedelta

from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.errors import Weigering
from desktop.models.handlers.notice import tell
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.regie import Holder, may_hold, may_take
from desktop.models.tables import Medewerker, Regie, Reservering
from desktop.models.work import Work

RESERVATION = timedelta(days=14)


def holder_of(work: Work, werkgever_id: str) -> Holder | None:
    """The active regie of a werkgever in the form that the rules judge."""
    regie = work.active_regie(werkgever_id)
    if regie is None:
        return None
    person = work.require(Medewerker, regie.accountmanager_id, "medewerker_onbekend")
    return Holder(person.id, person.naam, regie.van)


def _hold(work: Work, werkgever_id: str, accountmanager_id: str, reden: str | None) -> Regie:
    return work.add(
        Regie(
            id=work.context.derive_id("regie"),
            werkgever_id=werkgever_id,
            accountmanager_id=accountmanager_id,
            van=work.context.dag_ontvangen,
            reden=reden,
        )
    )


def take(work: Work, command: NeemRegie) -> Outcome:
    """`regie.neem`: the first to arrive at the centre wins; who holds it already keeps it."""
    werkgever = work.werkgever(command.werkgever_id)
    actor = work.context.actor
    may_hold(actor.rol, actor.naam, True)
    if may_take(holder_of(work, werkgever.id), actor.medewerker_id):
        _hold(work, werkgever.id, actor.medewerker_id, command.reden)
    return Outcome(TOEGEPAST, werkgever.id)


def assign(work: Work, command: WijsRegieToe) -> Outcome:
    """`regie.wijs_toe`: the running regie ends on the day the new one starts; both people are told."""
    werkgever = work.werkgever(command.werkgever_id)
    person = work.require(Medewerker, command.accountmanager_id, "medewerker_onbekend")
    may_hold(person.rol, person.naam, person.actief)
    running = work.active_regie(werkgever.id)
    if running and running.accountmanager_id == person.id:
        return Outcome(TOEGEPAST, werkgever.id)
    if running:
        work.change(running, tot=work.context.dag_ontvangen)
        work.flush()
        tell(
            work,
            running.accountmanager_id,
            "regie_weggehaald",
            werkgever.id,
            werkgever=werkgever.naam,
            wie=person.naam,
        )
    _hold(work, werkgever.id, person.id, command.reden)
    tell(
        work,
        person.id,
        "regie_toegewezen",
        werkgever.id,
        werkgever=werkgever.naam,
        door=work.context.actor.naam,
    )
    return Outcome(TOEGEPAST, werkgever.id)


def reserved_by(work: Work, werkgever_id: str) -> Reservering | None:
    """A running announcement of an approach, the oldest first."""
    today = work.context.dag_ontvangen
    return next((row for row in work.reservations(werkgever_id) if row.tot >= today), None)


def announce(work: Work, command: MeldBenadering) -> Outcome:
    """`benadering.meld`: two weeks in which colleagues see that this person makes contact."""
    werkgever = work.werkgever(command.werkgever_id)
    holder = holder_of(work, werkgever.id)
    actor = work.context.actor
    if holder and holder.accountmanager_id != actor.medewerker_id:
        raise Weigering("regie_al_bij_ander", wie=holder.naam, sinds=holder.van.isoformat())
    running = reserved_by(work, werkgever.id)
    if running and running.medewerker_id != actor.medewerker_id:
        person = work.require(Medewerker, running.medewerker_id, "medewerker_onbekend")
        raise Weigering("benadering_al_gemeld", wie=person.naam, tot=running.tot.isoformat())
    if running is None:
        today = work.context.dag_ontvangen
        work.add(
            Reservering(
                id=work.context.derive_id("reservering"),
                werkgever_id=werkgever.id,
                medewerker_id=actor.medewerker_id,
                van=today,
                tot=today + RESERVATION,
                reden=command.reden,
            )
        )
    return Outcome(TOEGEPAST, werkgever.id)
