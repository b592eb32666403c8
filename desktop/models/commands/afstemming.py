"""Answers to what the inbox Afstemming asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Date, Id

Keuze = Annotated[str, Choice(("mijne", "ander", "beide", "later", "gelezen", "opnieuw"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class KiesAfstemming(Command):
    """A conflict: mijne, ander, beide or later. A refusal: gelezen, later, or opnieuw when it was sent again.

    What followed from a refusal goes along with it. Since version 2 `tot` says until when later is.
    """

    NAME = "afstemming.kies"
    VERSION = 2

    afstemming_id: Id
    keuze: Keuze
    tot: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldWachtend(Command):
    """The centre tells the teamleiders that questions of this person wait, and how many; never what."""

    NAME = "afstemming.meld_wachtend"

    medewerker_id: Id
