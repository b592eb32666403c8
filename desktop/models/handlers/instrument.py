"""The catalogue of instruments: a new version from a day on, what held before ends there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.models.commands.instrument import LegInstrumentVast
from desktop.models.errors import InputRefused, Weigering
from desktop.models.fields import to_plain
from desktop.models.handlers.fields import set_fields
from desktop.models.handlers.identity import identify
from desktop.models.outcome import Outcome
from desktop.models.rules.instrument import LIMITS
from desktop.models.tables import Instrument
from desktop.models.work import Work


def record(work: Work, command: LegInstrumentVast) -> Outcome:
    """`instrument.leg_vast`: versions of one code follow each other and never overlap."""
    _check(command)
    content: dict[str, Any] = {"code": command.code, "geldig_van": command.geldig_van, "naam": command.naam}
    identity = identify(work, Instrument, command.id, "instrument", content)
    if identity.exists:
        return identity.outcome()
    versions = work.find(Instrument, Instrument.code == command.code)
    same_day = next((row for row in versions if row.geldig_van == command.geldig_van), None)
    if same_day is not None:
        raise Weigering("instrument_versie_bestaat", naam=same_day.naam, van=command.geldig_van.isoformat())
    _end_before(work, versions, command.geldig_van)
    work.add(
        Instrument(
            id=identity.row_id,
            **content,
            soort=command.soort,
            verstrekker=command.verstrekker,
            selecteerbaar=command.selecteerbaar,
            geldig_tot=command.geldig_tot or _next_begin(versions, command.geldig_van),
            bron=command.bron,
            inhoud=to_plain(command.inhoud),
            grenzen={limit.code: _without_code(limit) for limit in command.grenzen},
            taken=[to_plain(task) for task in command.taken],
            volgorde=command.volgorde,
        )
    )
    return identity.outcome()


def _without_code(limit: Any) -> dict[str, Any]:
    return {name: value for name, value in to_plain(limit).items() if name != "code"}


def _check(command: LegInstrumentVast) -> None:
    """A limit that nothing compares, or compares with no number, would never warn."""
    if command.geldig_tot is not None and command.geldig_tot <= command.geldig_van:
        raise InputRefused({"geldig_tot": Weigering("instrument_eindigt_te_vroeg")})
    for limit in command.grenzen:
        if limit.code not in LIMITS:
            keuzes = ", ".join(sorted(LIMITS))
            raise InputRefused({"grenzen": Weigering("code_onbekend", waarde=limit.code, keuzes=keuzes)})
        if limit.waarde is None and limit.code != "stapeling":
            raise InputRefused({"grenzen": Weigering("veld_ontbreekt", veld="waarde")})


def _end_before(work: Work, versions: Sequence[Instrument], day: date) -> None:
    """What runs on that day ends there; `geldig_tot` is the first day on which it does not hold any more."""
    for row in versions:
        began = row.geldig_van is None or row.geldig_van < day
        if began and (row.geldig_tot is None or row.geldig_tot > day):
            set_fields(work, row, {"geldig_tot": day}, None)


def _next_begin(versions: Sequence[Instrument], day: date) -> date | None:
    later = [row.geldig_van for row in versions if row.geldig_van is not None and row.geldig_van > day]
    return min(later, default=None)


def holds_on(row: Instrument, day: date) -> bool:
    """Whether this version is the one of that day."""
    begun = row.geldig_van is None or row.geldig_van <= day
    return begun and (row.geldig_tot is None or day < row.geldig_tot)


def require_holding(row: Instrument, day: date) -> None:
    """Raises `Weigering` for a day on which this version does not hold."""
    if row.geldig_tot is not None and day >= row.geldig_tot:
        raise Weigering("instrument_afgelopen", naam=row.naam, tot=row.geldig_tot.isoformat())
    if not holds_on(row, day):
        raise Weigering("instrument_nog_niet", naam=row.naam, van=str(row.geldig_van))


def version_of(work: Work, code: str, day: date) -> Instrument | None:
    """The version of an instrument that held on a day, or else the latest one: it says why it ended."""
    rows = work.find(Instrument, Instrument.code == code)
    ordered = sorted(rows, key=lambda row: (row.geldig_van or date.min, row.id))
    holding = [row for row in ordered if holds_on(row, day)]
    return next(reversed(holding or ordered), None)
