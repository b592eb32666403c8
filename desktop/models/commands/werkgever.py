"""Intentions about a werkgever, its vestigingen, its contactpersonen and an import of many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import (
    Date,
    Email,
    Flag,
    Id,
    Kvk,
    Many,
    Nested,
    Postcode,
    Rsin,
    Sbi,
    Telefoon,
    Text,
    Text40,
    Text70,
    Text200,
    Text500,
    Vestigingsnummer,
    Whole,
)

IMPORT_MAX = 500
Names = Annotated[tuple[str, ...], Many(Text(500), 50)]
Toevoeging = Annotated[str, Text(6)]
Huisnummer = Annotated[int, Whole(1, 99999)]
Ternary = Annotated[int, Whole(0, 2)]
Personen = Annotated[int, Whole(0, 999_999)]
SbiVersie = Annotated[int, Whole(2008, 2025)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerWerkgever(Command):
    """A new werkgever, with the address of its hoofdvestiging when that is known."""

    NAME = "werkgever.registreer"

    id: Id | None = None
    naam: Text500
    kvk_nummer: Kvk | None = None
    rsin: Rsin | None = None
    statutaire_naam: Text500 | None = None
    handelsnamen: Names = ()
    rechtsvorm: Text70 | None = None
    sbi_code: Sbi | None = None
    sbi_versie: SbiVersie | None = None
    sector: Text70 | None = None
    werkzame_personen: Personen | None = None
    website: Text500 | None = None
    segment: Text40 | None = None
    kenmerken: Names = ()
    erkend_sbb_leerbedrijf: Ternary = 0
    ind_non_mailing: Flag = False
    landelijk_of_regionaal: Text40 | None = None
    concern: Text200 | None = None
    bronsysteem: Text40 | None = None
    bron_id: Text200 | None = None
    vestigingsnummer: Vestigingsnummer | None = None
    straat: Text70 | None = None
    huisnummer: Huisnummer | None = None
    toevoeging: Toevoeging | None = None
    postcode: Postcode | None = None
    woonplaats: Text70 | None = None
    gemeente_code: Text40 | None = None
    adres_afgeschermd: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigWerkgever(Command):
    """Only the fields that change; `wis` names fields that become empty."""

    NAME = "werkgever.wijzig"

    werkgever_id: Id
    naam: Text500 | None = None
    kvk_nummer: Kvk | None = None
    rsin: Rsin | None = None
    statutaire_naam: Text500 | None = None
    handelsnamen: Names | None = None
    rechtsvorm: Text70 | None = None
    sbi_code: Sbi | None = None
    sbi_versie: SbiVersie | None = None
    sector: Text70 | None = None
    werkzame_personen: Personen | None = None
    website: Text500 | None = None
    segment: Text40 | None = None
    kenmerken: Names | None = None
    erkend_sbb_leerbedrijf: Ternary | None = None
    ind_non_mailing: Flag | None = None
    actief: Flag | None = None
    opheffing_datum: Date | None = None
    landelijk_of_regionaal: Text40 | None = None
    concern: Text200 | None = None
    niet_benaderen_tot: Date | None = None
    niet_benaderen_reden: Text200 | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegWerkgeversSamen(Command):
    """Two records turn out to be one werkgever: `werkgever_id` stays, `dubbel_id` goes on in it."""

    NAME = "werkgever.voeg_samen"
    CONFIRMED = True

    werkgever_id: Id
    dubbel_id: Id
    regie_bij_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerVestiging(Command):
    """A place where the werkgever works."""

    NAME = "vestiging.registreer"

    id: Id | None = None
    werkgever_id: Id
    vestigingsnummer: Vestigingsnummer | None = None
    naam: Text500 | None = None
    hoofdvestiging: Flag = False
    straat: Text70 | None = None
    huisnummer: Huisnummer | None = None
    toevoeging: Toevoeging | None = None
    postcode: Postcode | None = None
    woonplaats: Text70 | None = None
    gemeente_code: Text40 | None = None
    adres_afgeschermd: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigVestiging(Command):
    """Only the fields that change; `wis` names fields that become empty."""

    NAME = "vestiging.wijzig"

    vestiging_id: Id
    vestigingsnummer: Vestigingsnummer | None = None
    naam: Text500 | None = None
    hoofdvestiging: Flag | None = None
    straat: Text70 | None = None
    huisnummer: Huisnummer | None = None
    toevoeging: Toevoeging | None = None
    postcode: Postcode | None = None
    woonplaats: Text70 | None = None
    gemeente_code: Text40 | None = None
    adres_afgeschermd: Flag | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerContactpersoon(Command):
    """A person at the werkgever."""

    NAME = "contactpersoon.registreer"

    id: Id | None = None
    werkgever_id: Id
    vestiging_id: Id | None = None
    naam: Text70
    functie: Text70 | None = None
    rol: Text40 | None = None
    email: Email | None = None
    telefoon: Telefoon | None = None
    voorkeurskanaal: Text40 | None = None
    van: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigContactpersoon(Command):
    """Only the fields that change; `wis` names fields that become empty. `van` since version 2."""

    NAME = "contactpersoon.wijzig"
    VERSION = 2

    contactpersoon_id: Id
    naam: Text70 | None = None
    functie: Text70 | None = None
    rol: Text40 | None = None
    email: Email | None = None
    telefoon: Telefoon | None = None
    telefoon_2: Telefoon | None = None
    voorkeurskanaal: Text40 | None = None
    van: Date | None = None
    tot: Date | None = None
    niet_benaderen: Flag | None = None
    laatste_controle: Date | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportVestiging:
    """A vestiging inside an import row."""

    id: Id
    vestigingsnummer: Vestigingsnummer | None = None
    naam: Text500 | None = None
    hoofdvestiging: Flag = False
    straat: Text70 | None = None
    huisnummer: Huisnummer | None = None
    toevoeging: Toevoeging | None = None
    postcode: Postcode | None = None
    woonplaats: Text70 | None = None
    gemeente_code: Text40 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRegel:
    """One werkgever of an import; the handler decides whether it is new, changed or equal."""

    id: Id
    naam: Text500
    kvk_nummer: Kvk | None = None
    rsin: Rsin | None = None
    statutaire_naam: Text500 | None = None
    handelsnamen: Names = ()
    rechtsvorm: Text70 | None = None
    sbi_code: Sbi | None = None
    sbi_versie: SbiVersie | None = None
    sector: Text70 | None = None
    werkzame_personen: Personen | None = None
    website: Text500 | None = None
    ind_non_mailing: Flag | None = None
    bronsysteem: Text40 | None = None
    bron_id: Text200 | None = None
    vestigingen: Annotated[tuple[ImportVestiging, ...], Many(Nested(ImportVestiging), 100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImporteerWerkgevers(Command):
    """A part of an import file: at most 500 werkgevers."""

    NAME = "werkgever.importeer"

    batch: Id
    bestand: Text200
    regels: Annotated[tuple[ImportRegel, ...], Many(Nested(ImportRegel), IMPORT_MAX)]
