"""Standing in for a bemiddelaar: for everyone, or for one candidate (R7, R10). Why is not kept anywhere."""

from __future__ import annotations

from desktop.models.commands.kandidaatregie import BeeindigKandidaatwaarneming, StelKandidaatwaarnemingIn
from desktop.models.errors import Weigering
from desktop.models.handlers.identity import identify
from desktop.models.handlers.kandidaat import regie_of
from desktop.models.handlers.kandidaat_running import begin_standing_in, end_standing_in
from desktop.models.handlers.kandidaatregie import person
from desktop.models.handlers.notice import put_in_inbox, tell
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.kandidaat import may_arrange, may_end, may_stand_in, overlapping
from desktop.models.rules.waarneming import check_period
from desktop.models.tables import KandidaatWaarneming, Medewerker
from desktop.models.work import Work


def start(work: Work, command: StelKandidaatwaarnemingIn) -> Outcome:
    """`kandidaat.stel_waarneming_in`: one row, for one candidate or for all of one bemiddelaar."""
    actor = work.context.actor
    voor = person(work, command.voor_id or actor.medewerker_id)
    waarnemer = person(work, command.waarnemer_id)
    content = {
        "voor_id": voor.id,
        "waarnemer_id": waarnemer.id,
        "kandidaat_id": command.kandidaat_id,
        "van": command.van,
        "tot": command.tot,
    }
    identity = identify(work, KandidaatWaarneming, command.id, "waarneming", content)
    if identity.exists:
        return identity.outcome()
    may_arrange(voor.id, voor.rol, voor.naam, actor.medewerker_id, actor.rol)
    may_stand_in(waarnemer.rol, waarnemer.naam, waarnemer.actief, waarnemer.id == voor.id)
    check_period(command.van, command.tot)
    nummer = _number(work, command.kandidaat_id, voor)
    _refuse_overlap(work, command, voor)
    over = command.tot < work.context.dag_ontvangen
    row = work.add(KandidaatWaarneming(id=identity.row_id, nummer=nummer, beeindigd=over, **content))
    if not over and row.van <= work.context.dag_ontvangen:
        begin_standing_in(work, row)
    _tell_of_start(work, row, voor, waarnemer)
    return identity.outcome()


def _number(work: Work, kandidaat_id: str | None, voor: Medewerker) -> str | None:
    """Of the one candidate that is meant; it is with who is away, or it is nobody's to arrange."""
    if kandidaat_id is None:
        return None
    regie = regie_of(work, kandidaat_id)
    if regie is None or regie.bemiddelaar_id != voor.id:
        raise Weigering("kandidaat_waarneming_zonder_regie", voor=voor.naam)
    return regie.nummer


def _refuse_overlap(work: Work, command: StelKandidaatwaarnemingIn, voor: Medewerker) -> None:
    row = overlapping(_running(work, voor.id), command.kandidaat_id, command.van, command.tot)
    if row is not None:
        raise Weigering(
            "waarneming_overlapt",
            wie=person(work, row.waarnemer_id).naam,
            voor=voor.naam,
            van=row.van.isoformat(),
            tot=row.tot.isoformat(),
        )


def _running(work: Work, voor_id: str) -> list[KandidaatWaarneming]:
    rows = work.find(KandidaatWaarneming, KandidaatWaarneming.voor_id == voor_id)
    return [row for row in rows if not row.beeindigd]


def _tell_of_start(work: Work, row: KandidaatWaarneming, voor: Medewerker, waarnemer: Medewerker) -> None:
    van, tot, door = row.van.isoformat(), row.tot.isoformat(), work.context.actor.naam
    if row.kandidaat_id:
        tell(
            work, waarnemer.id, "kandidaat_waarneming_een", None,
            voor=voor.naam, van=van, tot=tot, nummer=row.nummer,
        )  # fmt: skip
    else:
        tell(work, waarnemer.id, "kandidaat_waarneming_gevraagd", None, voor=voor.naam, van=van, tot=tot)
    tell(work, voor.id, "waarneming_ingesteld", None, wie=waarnemer.naam, van=van, tot=tot, door=door)


def end(work: Work, command: BeeindigKandidaatwaarneming) -> Outcome:
    """`kandidaat.beeindig_waarneming`: early, or by the centre when its last day is over."""
    row = work.require(KandidaatWaarneming, command.waarneming_id, "waarneming_onbekend")
    if row.beeindigd:
        return Outcome(TOEGEPAST, row.id)
    actor, today = work.context.actor, work.context.dag_ontvangen
    may_end(row.voor_id, row.waarnemer_id, actor.medewerker_id, actor.rol)
    began = row.van <= today
    if began:
        work.change(row, beeindigd=True, tot=min(row.tot, today))
    else:
        work.change(row, beeindigd=True, verwijderd_op=work.context.tijd)
    end_standing_in(work, row)
    _tell_of_end(work, row, began)
    return Outcome(TOEGEPAST, row.id)


def _tell_of_end(work: Work, row: KandidaatWaarneming, began: bool) -> None:
    voor, waarnemer = person(work, row.voor_id), person(work, row.waarnemer_id)
    if not began:
        for who in (voor, waarnemer):
            tell(work, who.id, "waarneming_afgezegd", None, voor=voor.naam, van=row.van.isoformat())
        return
    tot = row.tot.isoformat()
    tell(work, waarnemer.id, "waarneming_voorbij", None, voor=voor.naam, tot=tot)
    put_in_inbox(work, voor.id, "kandidaat_waarneming_voorbij", None, wie=waarnemer.naam, tot=tot)
