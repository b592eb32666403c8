"""The catalogue of instruments, and using one for a candidate with the administration that follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import (
    Choice,
    Date,
    Flag,
    Id,
    Many,
    Nested,
    Text,
    Text40,
    Text70,
    Text200,
    Text500,
    Text1000,
    Whole,
)

Naam = Annotated[str, Text(120)]
Section = Annotated[str, Text(2000)]
Eenheid = Annotated[str, Choice(("dag", "werkdag", "week", "maand"))]
Anker = Annotated[str, Choice(("aanvraag", "start", "einde", "start_plaatsing"))]
Status = Annotated[str, Choice(("aangevraagd", "toegekend", "afgewezen", "loopt", "beeindigd"))]
Percentage = Annotated[int, Whole(0, 100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grens:
    """A limit that warns: the number, and the sentence with its source that a person reads.

    `code` says what is compared: duur_gewoon, duur_uiterlijk, duur_minimaal, contract_minimaal,
    uren_minimaal, subsidie_max, forfait_duur, aanvraag_binnen or stapeling (with `groep`).
    """

    code: Text40
    waarde: Annotated[int, Whole(0, 100_000)] | None = None
    eenheid: Text40 | None = None
    groep: Text40 | None = None
    zin: Text500
    bron: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """Something to be done for it, so long after (or, below zero, before) a day of its use."""

    code: Text40
    wat: Text200
    anker: Anker = "start"
    verschuiving: Annotated[int, Whole(-400, 400)] = 0
    eenheid: Eenheid = "dag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """The page in the guide. `nagaan`: not everything here was checked against the source."""

    voor_wie: Section | None = None
    levert_op: Section | None = None
    voorwaarden: Section | None = None
    wie_regelt: Section | None = None
    geldig_wanneer: Section | None = None
    nagaan: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegInstrumentVast(Command):
    """A new version of an instrument from a day on; what held before ends on that day."""

    NAME = "instrument.leg_vast"

    id: Id | None = None
    code: Text40
    naam: Naam
    soort: Text40
    verstrekker: Text70 | None = None
    selecteerbaar: Flag = True
    geldig_van: Date
    geldig_tot: Date | None = None
    bron: Text500
    inhoud: Annotated[Inhoud, Nested(Inhoud)]
    grenzen: Annotated[tuple[Grens, ...], Many(Nested(Grens), 20)] = ()
    taken: Annotated[tuple[Taak, ...], Many(Nested(Taak), 20)] = ()
    volgorde: Annotated[int, Whole(0, 10_000)] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ZetInstrumentIn(Command):
    """An instrument for a candidate, named by its id or by its code; a limit warns and never refuses."""

    NAME = "instrument.zet_in"

    id: Id | None = None
    kandidaat_id: Id
    plaatsing_id: Id | None = None
    instrument_id: Id | None = None
    code: Text40 | None = None
    aangevraagd_op: Date | None = None
    start: Date | None = None
    einde: Date | None = None
    verstrekker: Text70 | None = None
    loonwaarde_pct: Percentage | None = None
    forfait: Flag = False
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkInzetBij(Command):
    """What became of it: granted, refused, running or ended, and other days; only what changes."""

    NAME = "instrument.werk_bij"

    inzet_id: Id
    status: Status | None = None
    aangevraagd_op: Date | None = None
    toegekend_op: Date | None = None
    start: Date | None = None
    einde: Date | None = None
    verstrekker: Text70 | None = None
    loonwaarde_pct: Percentage | None = None
    forfait: Flag | None = None
    toelichting: Text1000 | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RondTaakAf(Command):
    """A piece of administration is done, or no longer needed."""

    NAME = "instrument.rond_taak_af"

    taak_id: Id
    status: Annotated[str, Choice(("gedaan", "vervallen"))] = "gedaan"
    afgerond_op: Date | None = None
