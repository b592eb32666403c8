"""Work that an employer offers, from the first word of it until nobody looks for people any more.

Limits are those of VUM (gegevensstandaard 1.5), so that an export never has to cut anything off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from desktop.models.commands.base import Command
from desktop.models.fields import (
    Choice,
    Date,
    Document,
    Grade,
    Id,
    Identifier,
    Many,
    Nested,
    Postcode,
    Text,
    Text40,
    Text70,
    Text200,
    Text1000,
    Whole,
)

IMPORT_MAX = 500
SOORTEN = (
    "baan",
    "leerbaan",
    "uitzendcontract",
    "detachering",
    "werkervaringsplaats",
    "proefplaatsing",
    "vrijwilligerswerk",
)
RIJBEWIJZEN = (
    *("A", "A1", "A2", "AM", "B", "B+", "BE", "C", "C1", "CE", "C1E", "D", "D1", "DE", "D1E", "T"),
)
VERVOER = ("1", "2", "3", "4", "5", "9")
Soort = Annotated[str, Choice(SOORTEN)]
Contract = Annotated[str, Choice(("B", "O"))]
Plaatsen = Annotated[int, Whole(1, 999)]
Niveau = Annotated[int, Whole(0, 7)]
Uren = Annotated[int, Whole(0, 99)]
Ternary = Annotated[int, Whole(0, 2)]
Taalniveau = Annotated[int, Grade((0, 1, 2, 3, 4, 8))]
Rijbewijzen = Annotated[tuple[str, ...], Many(Choice(RIJBEWIJZEN), len(RIJBEWIJZEN))]
Vervoermiddelen = Annotated[tuple[str, ...], Many(Choice(VERVOER), len(VERVOER))]
Text24 = Annotated[str, Text(24)]
Text100 = Annotated[str, Text(100)]
Text120 = Annotated[str, Text(120)]
Text2000 = Annotated[str, Text(2000)]
People = Annotated[tuple[str, ...], Many(Identifier(), 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """What the work is and what it asks. `formele_werkgever_id` employs, where that is somebody else."""

    formele_werkgever_id: Id | None = None
    vestiging_id: Id | None = None
    omschrijving: Text2000 | None = None
    contract: Contract | None = None
    sluitingsdatum: Date | None = None
    beroep: Text120 | None = None
    beroep_code: Text200 | None = None
    beroepsklasse: Text40 | None = None
    niveau: Niveau | None = None
    uren_min: Uren | None = None
    uren_max: Uren | None = None
    kantoortijden: Ternary | None = None
    onregelmatig: Ternary | None = None
    aanvang: Date | None = None
    einde: Date | None = None
    salaris: Text100 | None = None
    arbeidsvoorwaarden: Text2000 | None = None
    rijbewijs: Rijbewijzen | None = None
    vervoer: Vervoermiddelen | None = None
    taal_mondeling: Taalniveau | None = None
    taal_schriftelijk: Taalniveau | None = None
    postcode: Postcode | None = None
    straat: Text24 | None = None
    huisnummer: Annotated[int, Whole(1, 99999)] | None = None
    toevoeging: Annotated[str, Text(6)] | None = None
    plaats: Text70 | None = None
    vum_nummer: Annotated[str, Text(11)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerVacature(Inhoud, Command):
    """Brought in, from a contact or apart. The people to turn to and `toelichting` stay in the dossier."""

    NAME = "vacature.registreer"

    id: Id | None = None
    werkgever_id: Id
    contactmoment_id: Id | None = None
    naam: Text120
    soort: Soort
    aantal_plaatsen: Plaatsen = 1
    contactpersoon_ids: People = ()
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigVacature(Inhoud, Command):
    """Only the fields that change; `wis` names fields that become empty."""

    NAME = "vacature.wijzig"

    vacature_id: Id
    naam: Text120 | None = None
    soort: Soort | None = None
    aantal_plaatsen: Plaatsen | None = None
    contactpersoon_ids: People | None = None
    toelichting: Text1000 | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraagVacatureOver(Command):
    """To one or more bemiddelaars, who look for people along this matchingroute."""

    NAME = "vacature.draag_over"

    vacature_id: Id
    bemiddelaar_ids: People
    matchingroute: Text40 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeemVacatureTerug(Command):
    """A bemiddelaar looks for people no longer: given back, or taken back."""

    NAME = "vacature.neem_terug"

    vacature_id: Id
    bemiddelaar_id: Id
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrekVacatureIn(Command):
    """The employer seeks nobody any more."""

    NAME = "vacature.trek_in"

    vacature_id: Id
    reden: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class VerloopVacature(Command):
    """The last day to apply has passed; the centre says so."""

    NAME = "vacature.verloop"

    vacature_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportVacature(Inhoud):
    """One vacature of a file. `vum` is what of it no column holds, as it came; its people are apart."""

    id: Id
    werkgever_id: Id
    bron_id: Text200
    naam: Text120
    soort: Soort
    vum: Annotated[dict[str, Any], Document()] | None = None
    vum_contactpersonen: Annotated[tuple[dict[str, Any], ...], Many(Document(), 100)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImporteerVacatures(Command):
    """A part of a file of vacatures: at most 500. The same source and id again is the same vacature."""

    NAME = "vacature.importeer"

    batch: Id
    bestand: Text200
    bronsysteem: Text40
    regels: Annotated[tuple[ImportVacature, ...], Many(Nested(ImportVacature), IMPORT_MAX)]
