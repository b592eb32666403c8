"""Standing in for a colleague during a period (R7). Why somebody is away goes to who stands in only."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desktop.models.commands.regie import BeeindigWaarneming, StelWaarnemingIn
from desktop.models.context import derive_id
from desktop.models.errors import Parameter, Weigering
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import put_in_inbox, tell
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.waarneming import check_period, may_arrange, may_end, may_stand_in, overlapping
from desktop.models.tables import Contactmoment, Medewerker, Regie, Waarneming, Werkgever
from desktop.models.work import Work

NAMED = 5


def start(work: Work, command: StelWaarnemingIn) -> Outcome:
    """`regie.stel_waarneming_in`: one row for everything, or one for each werkgever that is named."""
    actor = work.context.actor
    voor = _person(work, command.voor_id or actor.medewerker_id)
    waarnemer = _person(work, command.waarnemer_id)
    content = {"voor_id": voor.id, "waarnemer_id": waarnemer.id, "van": command.van, "tot": command.tot}
    identity = identify(work, Waarneming, command.id, "waarneming", content)
    if identity.exists:
        return identity.outcome()
    may_arrange(voor.id, voor.rol, voor.naam, actor.medewerker_id, actor.rol)
    may_stand_in(waarnemer.rol, waarnemer.naam, waarnemer.actief, waarnemer.id == voor.id)
    check_period(command.van, command.tot)
    held, dropped = _held(work, command.werkgever_ids, voor)
    _refuse_overlap(work, command, voor, held)
    over = command.tot < work.context.dag_ontvangen
    for row_id, werkgever_id in _ids(identity.row_id, held):
        work.add(Waarneming(id=row_id, werkgever_id=werkgever_id, beeindigd=over, **content))
    _tell_of_start(work, command, voor, waarnemer)
    if dropped:
        parameters: dict[str, Parameter] = {"voor": voor.naam, "aantal": dropped}
        return Outcome(AANGEPAST, identity.row_id, "waarneming_deels", parameters)
    return identity.outcome()


def _held(work: Work, werkgever_ids: Sequence[str], voor: Medewerker) -> tuple[list[str], int]:
    """Those whose regie this person has; what has passed on meanwhile is left out and counted."""
    asked = list(dict.fromkeys(work.werkgever(row_id).id for row_id in werkgever_ids))
    regies = {row_id: work.active_regie(row_id) for row_id in asked}
    held = [row_id for row_id, regie in regies.items() if regie and regie.accountmanager_id == voor.id]
    if asked and not held:
        raise Weigering("waarneming_zonder_regie", voor=voor.naam)
    return held, len(asked) - len(held)


def _refuse_overlap(work: Work, command: StelWaarnemingIn, voor: Medewerker, held: Sequence[str]) -> None:
    running = [row for row in work.stand_ins(voor.id) if not row.beeindigd]
    row = overlapping(running, frozenset(held), command.van, command.tot)
    if row is not None:
        raise Weigering(
            "waarneming_overlapt",
            wie=_person(work, row.waarnemer_id).naam,
            voor=voor.naam,
            van=row.van.isoformat(),
            tot=row.tot.isoformat(),
        )


def _ids(first: str, held: Sequence[str]) -> list[tuple[str, str | None]]:
    """(id, werkgever): the first row has the id of the arrangement, the others follow from it."""
    if not held:
        return [(first, None)]
    return [(first, held[0]), *((derive_id(first, row_id), row_id) for row_id in held[1:])]


def _tell_of_start(work: Work, command: StelWaarnemingIn, voor: Medewerker, waarnemer: Medewerker) -> None:
    van, tot, door = command.van.isoformat(), command.tot.isoformat(), work.context.actor.naam
    tell(
        work, waarnemer.id, "waarneming_gevraagd_reden" if command.reden else "waarneming_gevraagd", None,
        voor=voor.naam, van=van, tot=tot, reden=command.reden,
    )  # fmt: skip
    tell(work, voor.id, "waarneming_ingesteld", None, wie=waarnemer.naam, van=van, tot=tot, door=door)


def end(work: Work, command: BeeindigWaarneming) -> Outcome:
    """`regie.beeindig_waarneming`: for all werkgevers that were named together, early or by the centre."""
    row = work.require(Waarneming, command.waarneming_id, "waarneming_onbekend")
    if row.beeindigd:
        return Outcome(TOEGEPAST, row.id)
    actor, today = work.context.actor, work.context.dag_ontvangen
    may_end(row.voor_id, row.waarnemer_id, actor.medewerker_id, actor.rol)
    rows = [other for other in work.stand_ins(row.voor_id) if together(row, other)]
    began = row.van <= today
    for each in rows:
        if began:
            work.change(each, beeindigd=True, tot=min(each.tot, today))
        else:
            work.change(each, beeindigd=True, verwijderd_op=work.context.tijd)
    _tell_of_end(work, rows, began)
    return Outcome(TOEGEPAST, row.id)


def together(row: Waarneming, other: Waarneming) -> bool:
    """Whether one command made both, and the other runs too."""
    names = ("waarnemer_id", "van", "aangemaakt_op", "aangemaakt_door")
    return not other.beeindigd and all(getattr(row, name) == getattr(other, name) for name in names)


def _tell_of_end(work: Work, rows: Sequence[Waarneming], began: bool) -> None:
    row = rows[0]
    voor, waarnemer = _person(work, row.voor_id), _person(work, row.waarnemer_id)
    if not began:
        for person in (voor, waarnemer):
            tell(work, person.id, "waarneming_afgezegd", None, voor=voor.naam, van=row.van.isoformat())
        return
    tot = row.tot.isoformat()
    tell(work, waarnemer.id, "waarneming_voorbij", None, voor=voor.naam, tot=tot)
    contacts = _contacts(work, rows)
    put_in_inbox(
        work, voor.id, "waarneming_verslag" if contacts else "waarneming_verslag_leeg", None,
        wie=waarnemer.naam, tot=tot, aantal=len(contacts), werkgevers=_names(work, contacts),
    )  # fmt: skip


def _contacts(work: Work, rows: Sequence[Waarneming]) -> Sequence[Contactmoment]:
    """What who stood in did meanwhile at these werkgevers."""
    row = rows[0]
    mine = select(Regie.werkgever_id).where(Regie.accountmanager_id == row.voor_id, Regie.tot.is_(None))
    named = [each.werkgever_id for each in rows if each.werkgever_id]
    return work.find(
        Contactmoment,
        Contactmoment.medewerker_id == row.waarnemer_id,
        Contactmoment.datum.between(row.van, row.tot),
        Contactmoment.werkgever_id.in_(named or mine),
    )


def _names(work: Work, contacts: Sequence[Contactmoment]) -> str:
    ids = dict.fromkeys(contact.werkgever_id for contact in contacts)
    rows = [work.get(Werkgever, row_id) for row_id in ids]
    names = sorted(row.naam for row in rows if row)
    return ", ".join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])])


def _person(work: Work, row_id: str) -> Medewerker:
    return work.require(Medewerker, row_id, "medewerker_onbekend")
