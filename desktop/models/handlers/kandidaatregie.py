"""The regie on a candidate passes on: offered and accepted, or assigned by a teamleider (R10).

Decided at the centre. A laptop tries these with what it has: the receiver has the offer only, a teamleider
the row of the regie only; neither has the candidate. Nothing said here tells more than a number.
"""

from __future__ import annotations

from desktop.models.commands.kandidaatregie import (
    AanvaardKandidaatoverdracht,
    DraagKandidaatOver,
    TrekKandidaatoverdrachtIn,
    WeigerKandidaatoverdracht,
    WijsKandidaatToe,
)
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import set_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.kandidaat import own, regie_of
from desktop.models.handlers.kandidaat_running import hand_over
from desktop.models.handlers.notice import tell
from desktop.models.handlers.profiel import profile_of
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.kandidaat import (
    ACCEPTED,
    DECLINED,
    OPEN,
    WITHDRAWN,
    may_answer,
    may_have,
    may_offer,
    may_withdraw,
)
from desktop.models.tables import KandidaatOverdracht, Kandidaatregie, KandidaatWaarneming, Medewerker
from desktop.models.work import Work


def offer(work: Work, command: DraagKandidaatOver) -> Outcome:
    """`kandidaat.draag_over`: the regie stays where it is until the receiver accepts."""
    actor = work.context.actor
    own(work, command.kandidaat_id)
    regie = _require_regie(work, command.kandidaat_id)
    content = {"kandidaat_id": regie.kandidaat_id, "naar_id": command.naar_id}
    identity = identify(work, KandidaatOverdracht, command.id, "overdracht", content)
    if identity.exists:
        return identity.outcome()
    may_offer(regie.bemiddelaar_id, actor.medewerker_id)
    receiver = _receiver(work, command.naar_id, regie)
    running = open_offer(work, regie.kandidaat_id)
    if running is not None:
        raise Weigering("overdracht_loopt_al", naar=person(work, running.naar_id).naam)
    work.add(
        KandidaatOverdracht(
            id=identity.row_id,
            kandidaat_id=regie.kandidaat_id,
            nummer=regie.nummer,
            van_id=actor.medewerker_id,
            naar_id=receiver.id,
            status=OPEN,
        )
    )
    tell(work, receiver.id, "kandidaat_aangeboden", None, van=actor.naam, nummer=regie.nummer)
    return identity.outcome()


def accept(work: Work, command: AanvaardKandidaatoverdracht) -> Outcome:
    """`kandidaat.aanvaard_overdracht`: the regie and everything of the candidate pass on now."""
    row = _overdracht(work, command.overdracht_id)
    receiver, actor = person(work, row.naar_id), work.context.actor
    if not may_answer(row.status, ACCEPTED, receiver.id, receiver.naam, actor.medewerker_id):
        return Outcome(TOEGEPAST, row.id)
    may_have(receiver.rol, receiver.naam, receiver.actief)
    work.change(row, status=ACCEPTED, beantwoord_op=work.context.dag_ontvangen)
    regie = regie_of(work, row.kandidaat_id)
    if regie is not None:
        pass_on(work, regie, receiver)
    tell(work, row.van_id, "kandidaat_overgenomen", None, wie=receiver.naam, nummer=row.nummer)
    return Outcome(TOEGEPAST, row.id)


def decline(work: Work, command: WeigerKandidaatoverdracht) -> Outcome:
    """`kandidaat.weiger_overdracht`: the regie stays where it is."""
    row = _overdracht(work, command.overdracht_id)
    receiver, actor = person(work, row.naar_id), work.context.actor
    if may_answer(row.status, DECLINED, receiver.id, receiver.naam, actor.medewerker_id):
        today = work.context.dag_ontvangen
        work.change(row, status=DECLINED, antwoord=command.reden, beantwoord_op=today)
        tell(work, row.van_id, "kandidaat_niet_overgenomen", None, wie=receiver.naam, nummer=row.nummer)
    return Outcome(TOEGEPAST, row.id)


def withdraw(work: Work, command: TrekKandidaatoverdrachtIn) -> Outcome:
    """`kandidaat.trek_overdracht_in`: no answer is needed any more."""
    row, actor = _overdracht(work, command.overdracht_id), work.context.actor
    offerer = person(work, row.van_id)
    if may_withdraw(row.status, row.van_id, offerer.naam, actor.medewerker_id, actor.rol):
        end_offer(work, row, {row.naar_id, row.van_id})
    return Outcome(TOEGEPAST, row.id)


def assign(work: Work, command: WijsKandidaatToe) -> Outcome:
    """`kandidaat.wijs_toe`: by number, without the content; both people read it."""
    regie = _require_regie(work, command.kandidaat_id)
    receiver = person(work, command.naar_id)
    may_have(receiver.rol, receiver.naam, receiver.actief)
    if regie.bemiddelaar_id != receiver.id:
        before = regie.bemiddelaar_id
        pass_on(work, regie, receiver)
        tell_assigned(work, regie, before, receiver)
    return Outcome(TOEGEPAST, regie.kandidaat_id)


def tell_assigned(work: Work, regie: Kandidaatregie, before: str, receiver: Medewerker) -> None:
    """Both people read it, by number."""
    door = work.context.actor.naam
    tell(work, before, "kandidaat_weggehaald", None, wie=receiver.naam, nummer=regie.nummer)
    tell(work, receiver.id, "kandidaat_toegewezen", None, door=door, nummer=regie.nummer)


def pass_on(work: Work, regie: Kandidaatregie, receiver: Medewerker) -> None:
    """One row holds it, so there is never none and never two; what runs goes along."""
    before = regie.bemiddelaar_id
    passed_on = {"bemiddelaar_id": receiver.id, "van": work.context.dag_ontvangen}
    set_fields(work, regie, passed_on, None)
    running = open_offer(work, regie.kandidaat_id)
    if running is not None:
        end_offer(work, running, {running.naar_id} - {receiver.id})
    profiel = profile_of(work, regie.kandidaat_id)
    if profiel is not None:
        work.change(profiel, bemiddelaar_id=receiver.id)
    for row in _stood_in(work, regie.kandidaat_id):
        work.change(row, beeindigd=True)
    hand_over(work, regie.kandidaat_id, before, receiver.id)


def _stood_in(work: Work, kandidaat_id: str) -> list[KandidaatWaarneming]:
    """Who stood in for this one candidate did so for the bemiddelaar of before."""
    return list(
        work.find(
            KandidaatWaarneming,
            KandidaatWaarneming.kandidaat_id == kandidaat_id,
            KandidaatWaarneming.beeindigd.is_(False),
        )
    )


def open_offer(work: Work, kandidaat_id: str) -> KandidaatOverdracht | None:
    """The offer that waits for an answer; there is one at most."""
    found = work.find(
        KandidaatOverdracht,
        KandidaatOverdracht.kandidaat_id == kandidaat_id,
        KandidaatOverdracht.status == OPEN,
    )
    return next(iter(found), None)


def end_offer(work: Work, row: KandidaatOverdracht, people: set[str]) -> None:
    """The offer is off, and these people are told."""
    work.change(row, status=WITHDRAWN, beantwoord_op=work.context.dag_ontvangen)
    for who in sorted(people):
        tell(work, who, "kandidaat_aanbod_ingetrokken", None, nummer=row.nummer)


def person(work: Work, row_id: str) -> Medewerker:
    return work.require(Medewerker, row_id, "medewerker_onbekend")


def _receiver(work: Work, row_id: str, regie: Kandidaatregie) -> Medewerker:
    receiver = person(work, row_id)
    may_have(receiver.rol, receiver.naam, receiver.actief)
    if receiver.id == regie.bemiddelaar_id:
        raise Weigering("overdracht_aan_regiehouder", naam=receiver.naam)
    return receiver


def _require_regie(work: Work, kandidaat_id: str) -> Kandidaatregie:
    regie = regie_of(work, kandidaat_id)
    if regie is None:
        raise Weigering("kandidaat_onbekend", id=kandidaat_id)
    return regie


def _overdracht(work: Work, row_id: str) -> KandidaatOverdracht:
    return work.require(KandidaatOverdracht, row_id, "kandidaat_overdracht_onbekend")
