"""Intentions about the regie. Confirmed ones: only the centre can know that nobody was first (R5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Date, Id, Identifier, Many, Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class NeemRegie(Command):
    """An accountmanager claims a werkgever that nobody holds."""

    NAME = "regie.neem"
    CONFIRMED = True

    werkgever_id: Id
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijsRegieToe(Command):
    """The teamleider gives the regie to an accountmanager; a running regie ends."""

    NAME = "regie.wijs_toe"
    CONFIRMED = True

    werkgever_id: Id
    accountmanager_id: Id
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldBenadering(Command):
    """Announces an approach of a werkgever that nobody holds, so that no colleague calls the same day."""

    NAME = "benadering.meld"
    CONFIRMED = True

    werkgever_id: Id
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StelOverdrachtVoor(Command):
    """The regiehouder, or the teamleider, offers the regie to a colleague (R6)."""

    NAME = "regie.stel_overdracht_voor"
    CONFIRMED = True

    id: Id | None = None
    werkgever_id: Id
    naar_id: Id
    toelichting: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvaardOverdracht(Command):
    """The receiver accepts, or the teamleider decides: the regie passes on at that moment."""

    NAME = "regie.aanvaard_overdracht"
    CONFIRMED = True

    overdracht_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WeigerOverdracht(Command):
    """The receiver does not take it; the regie stays where it is."""

    NAME = "regie.weiger_overdracht"
    CONFIRMED = True

    overdracht_id: Id
    reden: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class TrekOverdrachtIn(Command):
    """Who offered it takes the offer back before it was answered."""

    NAME = "regie.trek_overdracht_in"
    CONFIRMED = True

    overdracht_id: Id
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldKennismaking(Command):
    """The employer has met the new face."""

    NAME = "regie.meld_kennismaking"

    overdracht_id: Id
    datum: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class RondOverdrachtAf(Command):
    """Everything that was open is taken over."""

    NAME = "regie.rond_overdracht_af"

    overdracht_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StelWaarnemingIn(Command):
    """A colleague stands in during leave or illness, for all or for some werkgevers (R7)."""

    NAME = "regie.stel_waarneming_in"
    CONFIRMED = True

    id: Id | None = None
    voor_id: Id | None = None
    waarnemer_id: Id
    werkgever_ids: Annotated[tuple[str, ...], Many(Identifier(), 200)] = ()
    van: Date
    tot: Date
    reden: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeindigWaarneming(Command):
    """Back earlier, or the period is over: the centre issues this one itself."""

    NAME = "regie.beeindig_waarneming"
    CONFIRMED = True

    waarneming_id: Id
