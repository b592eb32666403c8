"""The regie passes on warmly: offered, accepted or not, met, taken over (R6)."""

from __future__ import annotations

from typing import Any

from desktop.models.commands.regie import (
    AanvaardOverdracht,
    MeldKennismaking,
    RondOverdrachtAf,
    StelOverdrachtVoor,
    TrekOverdrachtIn,
    WeigerOverdracht,
)
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import tell
from desktop.models.handlers.offers import open_offer
from desktop.models.handlers.regie import holder_of, pass_on
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.overdracht import (
    ACCEPTED,
    DECLINED,
    DONE,
    MET,
    OPEN,
    WITHDRAWN,
    may_accept,
    may_decline,
    may_follow_up,
    may_offer,
    may_withdraw,
)
from desktop.models.rules.regie import may_hold
from desktop.models.rules.vacature import OPEN as VACATURE_OPEN
from desktop.models.tables import (
    Actie,
    Afspraak,
    Medewerker,
    Overdracht,
    Vacature,
    Werkgever,
    Werkgeversvraag,
)
from desktop.models.work import Work

TO_DO, RUNS, QUESTION_OPEN = "te_verwerken", "loopt", "open"


def offer(work: Work, command: StelOverdrachtVoor) -> Outcome:
    """`regie.stel_overdracht_voor`: the regie stays where it is until the receiver accepts."""
    werkgever = work.werkgever(command.werkgever_id)
    actor = work.context.actor
    content = {"werkgever_id": werkgever.id, "naar_id": command.naar_id}
    identity = identify(work, Overdracht, command.id, "overdracht", content)
    if identity.exists:
        return identity.outcome()
    holder = may_offer(holder_of(work, werkgever.id), actor.medewerker_id, actor.rol)
    receiver = _person(work, command.naar_id)
    may_hold(receiver.rol, receiver.naam, receiver.actief)
    if receiver.id == holder.accountmanager_id:
        raise Weigering("overdracht_aan_regiehouder", naam=receiver.naam)
    running = open_offer(work, werkgever.id)
    if running is not None:
        raise Weigering("overdracht_loopt_al", naar=_person(work, running.naar_id).naam)
    work.add(
        Overdracht(
            id=identity.row_id,
            werkgever_id=werkgever.id,
            van_id=holder.accountmanager_id,
            naar_id=receiver.id,
            status=OPEN,
            toelichting=command.toelichting,
        )
    )
    words = {"door": actor.naam, "van": holder.naam, "naar": receiver.naam, "werkgever": werkgever.naam}
    tell(work, receiver.id, "overdracht_voorgesteld", werkgever.id, **words)
    tell(work, holder.accountmanager_id, "overdracht_van_jou_voorgesteld", werkgever.id, **words)
    return identity.outcome()


def accept(work: Work, command: AanvaardOverdracht) -> Outcome:
    """`regie.aanvaard_overdracht`: the regie passes on now, with what the old regiehouder had to do there."""
    row = _overdracht(work, command.overdracht_id)
    receiver, actor = _person(work, row.naar_id), work.context.actor
    if not may_accept(row.status, receiver.id, receiver.naam, actor.medewerker_id, actor.rol):
        return Outcome(TOEGEPAST, row.id)
    may_hold(receiver.rol, receiver.naam, receiver.actief)
    werkgever = work.werkgever(row.werkgever_id)
    work.change(row, status=ACCEPTED, aanvaard_op=work.context.dag_ontvangen)
    pass_on(work, werkgever, receiver, "overgedragen")
    _hand_over(work, werkgever, row)
    for person in sorted({row.van_id, row.aangemaakt_door}):
        tell(
            work, person, "overdracht_aanvaard", werkgever.id,
            werkgever=werkgever.naam, naar=receiver.naam,
        )  # fmt: skip
    tell(work, receiver.id, "regie_toegewezen", werkgever.id, werkgever=werkgever.naam, door=actor.naam)
    return Outcome(TOEGEPAST, row.id)


def _hand_over(work: Work, werkgever: Werkgever, row: Overdracht) -> None:
    """What was to be done, asked, offered and agreed goes along; the history says who had it before."""
    for cls, column, runs, label in _GOES_ALONG:
        here, theirs = cls.werkgever_id == werkgever.id, getattr(cls, column) == row.van_id
        for each in work.find(cls, here, theirs, cls.status.in_(runs)):
            words = str(getattr(each, label))[:70]
            change_fields(work, each, {column: row.naar_id}, werkgever.id, words)


_GOES_ALONG: tuple[tuple[type[Any], str, tuple[str, ...], str], ...] = (
    (Actie, "toegewezen_aan_id", (TO_DO,), "gevraagde_handeling"),
    (Afspraak, "eigenaar_id", (RUNS,), "inhoud"),
    (Vacature, "eigenaar_id", tuple(sorted(VACATURE_OPEN)), "naam"),
    (Werkgeversvraag, "behandelaar_id", (QUESTION_OPEN,), "vraag"),
)
"""What of a werkgever somebody has: whose it is, in which states it passes on, and what it is called."""


def decline(work: Work, command: WeigerOverdracht) -> Outcome:
    """`regie.weiger_overdracht`: the regie stays where it is, and who offered it reads why."""
    row = _overdracht(work, command.overdracht_id)
    receiver = _person(work, row.naar_id)
    if may_decline(row.status, receiver.id, receiver.naam, work.context.actor.medewerker_id):
        work.change(row, status=DECLINED, antwoord=command.reden)
        werkgever = work.werkgever(row.werkgever_id)
        for person in sorted({row.van_id, row.aangemaakt_door}):
            tell(
                work, person, "overdracht_geweigerd", werkgever.id,
                werkgever=werkgever.naam, wie=receiver.naam, reden=command.reden,
            )  # fmt: skip
    return Outcome(TOEGEPAST, row.id)


def withdraw(work: Work, command: TrekOverdrachtIn) -> Outcome:
    """`regie.trek_overdracht_in`: no answer is needed any more."""
    row = _overdracht(work, command.overdracht_id)
    actor = work.context.actor
    offerer = work.get(Medewerker, row.aangemaakt_door)
    name = offerer.naam if offerer else ""
    if may_withdraw(row.status, row.aangemaakt_door, name, actor.medewerker_id, actor.rol):
        work.change(row, status=WITHDRAWN, antwoord=command.reden)
        werkgever = work.werkgever(row.werkgever_id)
        for person in sorted({row.naar_id, row.van_id, row.aangemaakt_door}):
            tell(
                work, person, "overdracht_ingetrokken", werkgever.id,
                werkgever=werkgever.naam, wie=actor.naam,
            )  # fmt: skip
    return Outcome(TOEGEPAST, row.id)


def introduce(work: Work, command: MeldKennismaking) -> Outcome:
    """`regie.meld_kennismaking`: the day on which the employer met the new face; a correction may follow."""
    row = _follow_up(work, command.overdracht_id)
    status = MET if row.status == ACCEPTED else row.status
    work.change(row, status=status, kennisgemaakt_op=command.datum)
    return Outcome(TOEGEPAST, row.id)


def complete(work: Work, command: RondOverdrachtAf) -> Outcome:
    """`regie.rond_overdracht_af`: warm, so not before the employer met the new face."""
    row = _follow_up(work, command.overdracht_id)
    if row.status == ACCEPTED:
        raise Weigering("overdracht_eerst_kennismaken")
    if row.status == MET:
        work.change(row, status=DONE, afgerond_op=work.context.dag)
    return Outcome(TOEGEPAST, row.id)


def _follow_up(work: Work, overdracht_id: str) -> Overdracht:
    row = _overdracht(work, overdracht_id)
    may_follow_up(row.status, row.naar_id, _person(work, row.naar_id).naam, work.context.actor.medewerker_id)
    return row


def _overdracht(work: Work, row_id: str) -> Overdracht:
    return work.require(Overdracht, row_id, "overdracht_onbekend")


def _person(work: Work, row_id: str) -> Medewerker:
    return work.require(Medewerker, row_id, "medewerker_onbekend")
