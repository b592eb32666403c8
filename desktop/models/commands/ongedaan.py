"""Taking back what was done, by a command that compensates (R11)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.commands.base import Command
from desktop.models.fields import Id, Text40, Text1000


@dataclass(frozen=True, slots=True, kw_only=True)
class MaakOngedaan(Command):
    """One import whole (`batch`), or one command (`opdracht_uuid`) of the same person.

    `naam` and `rij_id` say which command that was and which row it was about; the laptop fills them in from
    its own journal, because the centre and other laptops need not know the uuid.
    """

    NAME = "ongedaan.maak"
    CONFIRMED = True

    batch: Id | None = None
    opdracht_uuid: Id | None = None
    naam: Text40 | None = None
    rij_id: Id | None = None
    reden: Text1000 | None = None
