"""Intentions about who holds the regie on a candidate (R10). Confirmed: only the centre knows who has it.

None of these takes free text: they are about a number, and a teamleider reads them without reading who it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Date, Id

Antwoord = Annotated[str, Choice(("geen_ruimte", "past_niet_bij_mij", "ben_afwezig", "anders"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraagKandidaatOver(Command):
    """The bemiddelaar offers the regie on a candidate to another one, who must accept it."""

    NAME = "kandidaat.draag_over"
    CONFIRMED = True

    id: Id | None = None
    kandidaat_id: Id
    naar_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvaardKandidaatoverdracht(Command):
    """The receiver accepts: the regie passes on at that moment, with everything of the candidate."""

    NAME = "kandidaat.aanvaard_overdracht"
    CONFIRMED = True

    overdracht_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WeigerKandidaatoverdracht(Command):
    """The receiver does not take it; the regie stays where it is."""

    NAME = "kandidaat.weiger_overdracht"
    CONFIRMED = True

    overdracht_id: Id
    reden: Antwoord


@dataclass(frozen=True, slots=True, kw_only=True)
class TrekKandidaatoverdrachtIn(Command):
    """Who offered it takes the offer back before it was answered."""

    NAME = "kandidaat.trek_overdracht_in"
    CONFIRMED = True

    overdracht_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WijsKandidaatToe(Command):
    """The teamleider gives a candidate, known to him by number only, to another bemiddelaar; at once."""

    NAME = "kandidaat.wijs_toe"
    CONFIRMED = True

    kandidaat_id: Id
    naar_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StelKandidaatwaarnemingIn(Command):
    """A colleague stands in for a bemiddelaar: for everyone, or for one candidate (R7, R10)."""

    NAME = "kandidaat.stel_waarneming_in"
    CONFIRMED = True

    id: Id | None = None
    voor_id: Id | None = None
    waarnemer_id: Id
    kandidaat_id: Id | None = None
    van: Date
    tot: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeindigKandidaatwaarneming(Command):
    """Back earlier, or the period is over: the centre issues this one itself."""

    NAME = "kandidaat.beeindig_waarneming"
    CONFIRMED = True

    waarneming_id: Id
