"""Taking and assigning the regie, and announcing an approach. All confirmed: the centre decides (R1, R5)."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.errors import Weigering
from desktop.models.handlers.notice import tell
from desktop.models.handlers.offers import end_offers
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.regie import Holder, may_approach, may_hold, may_take
from desktop.models.rules.waarneming import standing_in
from desktop.models.tables import Medewerker, Regie, Reservering, Werkgever
from desktop.models.work import Work

RESERVATION = timedelta(days=14)


def holder_of(work: Work, werkgever_id: str) -> Holder | None:
    """The active regie of a werkgever in the form that the rules judge."""
    regie = work.active_regie(werkgever_id)
    if regie is None:
        return None
    person = work.require(Medewerker, regie.accountmanager_id, "medewerker_onbekend")
    return Holder(person.id, person.naam, regie.van)


def waarnemers(work: Work, werkgever_id: str, day: date) -> frozenset[str]:
    """Who stood in for the regiehouder of this werkgever on this day (R7)."""
    regie = work.active_regie(werkgever_id)
    if regie is None:
        return frozenset()
    rows = work.stand_ins(regie.accountmanager_id)
    return standing_in(rows, regie.accountmanager_id, werkgever_id, day)


def addressee(work: Work, werkgever_id: str) -> str | None:
    """Who a question about this werkgever goes to today: who stands in, or else the regiehouder."""
    regie = work.active_regie(werkgever_id)
    if regie is None:
        return None
    today = work.context.dag_ontvangen
    rows = [row for row in work.stand_ins(regie.accountmanager_id) if not row.beeindigd]
    found = standing_in(rows, regie.accountmanager_id, werkgever_id, today)
    people = [work.require(Medewerker, row_id, "medewerker_onbekend") for row_id in sorted(found)]
    return next((person.id for person in people if person.actief), regie.accountmanager_id)


def pass_on(work: Work, werkgever: Werkgever, person: Medewerker, reden: str | None) -> None:
    """The running regie ends and the next one starts on the same day: never none and never two (R1)."""
    today = work.context.dag_ontvangen
    running = work.active_regie(werkgever.id)
    if running is not None:
        work.change(running, tot=today)
        work.flush()  # the index on one running regie cannot wait
    work.add(
        Regie(
            id=work.context.derive_id("regie"),
            werkgever_id=werkgever.id,
            accountmanager_id=person.id,
            van=today,
            reden=reden,
        )
    )
    end_offers(work, werkgever, person)


def take(work: Work, command: NeemRegie) -> Outcome:
    """`regie.neem`: the first to arrive at the centre wins; who holds it already keeps it."""
    werkgever = work.werkgever(command.werkgever_id)
    actor = work.context.actor
    person = work.require(Medewerker, actor.medewerker_id, "medewerker_onbekend")
    may_hold(actor.rol, actor.naam, True)
    if may_take(holder_of(work, werkgever.id), person.id):
        pass_on(work, werkgever, person, command.reden)
    return Outcome(TOEGEPAST, werkgever.id)


def assign(work: Work, command: WijsRegieToe) -> Outcome:
    """`regie.wijs_toe`: the running regie ends on the day the new one starts; both people are told."""
    werkgever = work.werkgever(command.werkgever_id)
    person = work.require(Medewerker, command.accountmanager_id, "medewerker_onbekend")
    may_hold(person.rol, person.naam, person.actief)
    before = holder_of(work, werkgever.id)
    if before and before.accountmanager_id == person.id:
        return Outcome(TOEGEPAST, werkgever.id)
    pass_on(work, werkgever, person, command.reden)
    if before:
        tell_taken_away(work, before.accountmanager_id, werkgever, person)
    tell(
        work,
        person.id,
        "regie_toegewezen",
        werkgever.id,
        werkgever=werkgever.naam,
        door=work.context.actor.naam,
    )
    return Outcome(TOEGEPAST, werkgever.id)


def tell_taken_away(work: Work, person_id: str, werkgever: Werkgever, now: Medewerker) -> None:
    """Who held the regie reads who holds it now."""
    tell(work, person_id, "regie_weggehaald", werkgever.id, werkgever=werkgever.naam, wie=now.naam)


def reserved_by(work: Work, werkgever_id: str) -> Reservering | None:
    """A running announcement of an approach, the oldest first."""
    today = work.context.dag_ontvangen
    return next((row for row in work.reservations(werkgever_id) if row.tot >= today), None)


def announce(work: Work, command: MeldBenadering) -> Outcome:
    """`benadering.meld`: two weeks in which colleagues see that this person makes contact."""
    werkgever = work.werkgever(command.werkgever_id)
    actor, today = work.context.actor, work.context.dag_ontvangen
    who_stands_in = waarnemers(work, werkgever.id, today)
    may_approach(holder_of(work, werkgever.id), who_stands_in, actor.medewerker_id)
    running = reserved_by(work, werkgever.id)
    if running and running.medewerker_id != actor.medewerker_id:
        person = work.require(Medewerker, running.medewerker_id, "medewerker_onbekend")
        raise Weigering("benadering_al_gemeld", wie=person.naam, tot=running.tot.isoformat())
    if running is None:
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
