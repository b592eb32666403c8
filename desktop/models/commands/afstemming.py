"""Answers to what the inbox Afstemming asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Id

Keuze = Annotated[str, Choice(("mijne", "ander", "beide", "later", "gelezen"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class KiesAfstemming(Command):
    """A conflict: mijne, ander, beide or later. A refusal or notice: gelezen."""

    NAME = "afstemming.kies"

    afstemming_id: Id
    keuze: Keuze
