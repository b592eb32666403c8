"""Using an instrument for a candidate: only its bemiddelaar, limits warn, the administration follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.models.commands.instrument import RondTaakAf, WerkInzetBij, ZetInstrumentIn
from desktop.models.context import derive_id
from desktop.models.errors import InputRefused, Weigering
from desktop.models.handlers.fields import change_fields, contest, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.instrument import require_holding, version_of
from desktop.models.handlers.kandidaat import own
from desktop.models.handlers.nazorg_schedule import follow
from desktop.models.outcome import Outcome
from desktop.models.rules.instrument import OPEN, Beside, Said, Use, judge, tasks
from desktop.models.tables import (
    Instrument,
    InstrumentInzet,
    InstrumentTaak,
    Plaatsing,
    PlaatsingPersoon,
)
from desktop.models.work import Work

LABEL = "het instrument"
"""What a question calls the row: which one it is stays with who holds the candidate."""
TO_DO, DROPPED = "te_doen", "vervallen"
REFUSED, ENDED, GRANTED = "afgewezen", "beeindigd", "toegekend"
_NOT_FIELDS = frozenset({"inzet_id", "wis"})


def use(work: Work, command: ZetInstrumentIn) -> Outcome:
    """`instrument.zet_in`: what is over, or cannot be chosen, is refused with the reason."""
    own(work, command.kandidaat_id)
    instrument = _instrument(work, command)
    plaatsing = _placement(work, command.kandidaat_id, command.plaatsing_id)
    content: dict[str, Any] = {
        "kandidaat_id": command.kandidaat_id,
        "plaatsing_id": command.plaatsing_id,
        "instrument_id": instrument.id,
        "start": command.start,
    }
    identity = identify(work, InstrumentInzet, command.id, "inzet", content)
    if identity.exists:
        return identity.outcome()
    row = work.add(
        InstrumentInzet(
            id=identity.row_id,
            **content,
            verstrekker=command.verstrekker or instrument.verstrekker,
            uitvoerder_id=work.context.actor.medewerker_id,
            status="aangevraagd",
            aangevraagd_op=command.aangevraagd_op or work.context.dag,
            toegekend_op=None,
            einde=command.einde,
            loonwaarde_pct=command.loonwaarde_pct,
            forfait=command.forfait,
            toelichting=command.toelichting,
        )
    )
    _plan_tasks(work, row, instrument, plaatsing)
    return identity.outcome(_warnings(work, row, instrument, plaatsing))


def _instrument(work: Work, command: ZetInstrumentIn) -> Instrument:
    """The version that holds on the day on which it starts, or is asked for."""
    day = command.start or command.aangevraagd_op or work.context.dag
    if command.instrument_id is not None:
        row = work.require(Instrument, command.instrument_id, "instrument_onbekend")
    elif command.code is not None:
        found = version_of(work, command.code, day)
        if found is None:
            raise Weigering("instrument_onbekend", id=command.code)
        row = found
    else:
        raise InputRefused({"instrument_id": Weigering("veld_ontbreekt", veld="instrument_id")})
    if row.verwijderd_op is not None:
        raise Weigering("instrument_onbekend", id=row.id)
    require_holding(row, day)
    if not row.selecteerbaar:
        raise Weigering("instrument_niet_te_kiezen", naam=row.naam)
    return row


def _placement(work: Work, kandidaat_id: str, plaatsing_id: str | None) -> Plaatsing | None:
    if plaatsing_id is None:
        return None
    row = work.require(Plaatsing, plaatsing_id, "plaatsing_onbekend")
    whose = work.find(PlaatsingPersoon, PlaatsingPersoon.plaatsing_id == row.id)
    if not any(one.kandidaat_id == kandidaat_id for one in whose):
        raise Weigering("plaatsing_van_ander_kandidaat")
    return row


def _as_use(row: InstrumentInzet, instrument: Instrument, plaatsing: Plaatsing | None) -> Use:
    return Use(
        naam=instrument.naam,
        start=row.start,
        einde=row.einde,
        aangevraagd_op=row.aangevraagd_op,
        loonwaarde_pct=row.loonwaarde_pct,
        forfait=row.forfait,
        plaatsing_start=plaatsing.start if plaatsing else None,
        plaatsing_einde=plaatsing.verwachte_einddatum if plaatsing else None,
        uren=plaatsing.uren if plaatsing else None,
    )


def _warnings(
    work: Work, row: InstrumentInzet, instrument: Instrument, plaatsing: Plaatsing | None
) -> tuple[Said, ...]:
    others = _others(work, row)
    twice = any(one.instrument_id == row.instrument_id and _overlap(one, row) for one in others)
    already: tuple[Said, ...] = (("instrument_loopt_al", {"instrument": instrument.naam}),) if twice else ()
    limits = judge(_as_use(row, instrument, plaatsing), instrument.grenzen or {}, _beside(work, others))
    return (*already, *_too_late(row, instrument, plaatsing), *limits)


def _too_late(row: InstrumentInzet, instrument: Instrument, plaatsing: Plaatsing | None) -> tuple[Said, ...]:
    """Asked for afterwards it may still be of days before; that it begins afterwards is a slip."""
    ended = plaatsing.feitelijke_einddatum if plaatsing else None
    if ended is None or row.start is None or row.start <= ended:
        return ()
    said = {"instrument": instrument.naam, "datum": ended.isoformat()}
    return (("instrument_na_plaatsing", said),)


def _overlap(one: InstrumentInzet, other: InstrumentInzet) -> bool:
    """A day that is not known may be any."""
    begins = max(one.start or date.min, other.start or date.min)
    return begins <= min(one.einde or date.max, other.einde or date.max)


def _others(work: Work, row: InstrumentInzet) -> list[InstrumentInzet]:
    """What else is asked for or runs for this person at the same placement."""
    rows = work.find(
        InstrumentInzet,
        InstrumentInzet.kandidaat_id == row.kandidaat_id,
        InstrumentInzet.status.in_(sorted(OPEN)),
    )
    return [one for one in rows if one.id != row.id and one.plaatsing_id == row.plaatsing_id]


def _beside(work: Work, others: Iterable[InstrumentInzet]) -> list[Beside]:
    found = [work.get(Instrument, one.instrument_id) for one in others]
    return [Beside(one.naam, one.grenzen or {}) for one in found if one]


def _plan_tasks(
    work: Work, row: InstrumentInzet, instrument: Instrument, plaatsing: Plaatsing | None
) -> None:
    """New ones are added, and what is still to do gets its day from the days of the use as they are now."""
    over = row.status == REFUSED
    for task in tasks(instrument.taken or [], _as_use(row, instrument, plaatsing)):
        row_id = derive_id(row.id, "taak", task.code)
        existing = work.get(InstrumentTaak, row_id)
        if existing is None:
            if not over:
                work.add(_task(row, row_id, task.code, task.wat, task.deadline))
        elif existing.status == TO_DO and over:
            work.change(existing, status=DROPPED, afgerond_op=work.context.dag)
        elif existing.status == TO_DO:
            work.change(existing, deadline=task.deadline)


def _task(row: InstrumentInzet, row_id: str, code: str, wat: str, deadline: date | None) -> InstrumentTaak:
    return InstrumentTaak(
        id=row_id,
        kandidaat_id=row.kandidaat_id,
        inzet_id=row.id,
        plaatsing_id=row.plaatsing_id,
        taak=code,
        wat=wat,
        uitvoerder_id=row.uitvoerder_id,
        deadline=deadline,
        status=TO_DO,
        afgerond_op=None,
    )


def update(work: Work, command: WerkInzetBij) -> Outcome:
    """`instrument.werk_bij`: tasks and nazorg that hang on its days move along; limits are judged anew."""
    row = work.require(InstrumentInzet, command.inzet_id, "inzet_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("inzet_onbekend", id=row.id)
    own(work, row.kandidaat_id)
    wanted = wanted_fields(command, InstrumentInzet, _NOT_FIELDS) | _dated(work, row, command)
    outcome = change_fields(work, row, wanted, None, LABEL)
    return replace(outcome, warnings=follow_days(work, row))


def follow_days(work: Work, row: InstrumentInzet) -> tuple[Said, ...]:
    """Tasks and nazorg that hang on the days of a use; what the limits say, and what moved."""
    instrument = work.require(Instrument, row.instrument_id, "instrument_onbekend")
    plaatsing = work.get(Plaatsing, row.plaatsing_id) if row.plaatsing_id else None
    _plan_tasks(work, row, instrument, plaatsing)
    moved = follow(work, plaatsing).warnings() if plaatsing else ()
    judged = () if row.status in (REFUSED, ENDED) else _warnings(work, row, instrument, plaatsing)
    return (*judged, *moved)


def _dated(work: Work, row: InstrumentInzet, command: WerkInzetBij) -> dict[str, Any]:
    """A state that changes has a day: the one that was given, or today."""
    today = work.context.dag
    if command.status == GRANTED and not (command.toegekend_op or row.toegekend_op):
        return {"toegekend_op": today}
    over = row.einde is not None and row.einde <= today
    if command.status == ENDED and command.einde is None and not over:
        return {"einde": today}
    return {}


def finish_task(work: Work, command: RondTaakAf) -> Outcome:
    """`instrument.rond_taak_af`: twice is once; another word of who stands in is a question."""
    row = work.require(InstrumentTaak, command.taak_id, "taak_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("taak_onbekend", id=row.id)
    own(work, row.kandidaat_id)
    wanted: dict[str, Any] = {"status": command.status}
    if row.status != TO_DO:
        return contest(work, row, wanted, None, LABEL)
    wanted["afgerond_op"] = command.afgerond_op or work.context.dag
    return change_fields(work, row, wanted, None, LABEL)
