"""What is done with the last work of somebody who left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Id

CODE = "werk_van_vertrokken_collega"
"""What an item in quarantine is called in the inbox of who decides about it."""
TAKE_OVER, DROP = "overnemen", "weglaten"
Besluit = Annotated[str, Choice((TAKE_OVER, DROP))]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeefVrij(Command):
    """One command out of quarantine: `overnemen` runs it as one's own, `weglaten` leaves it undone.

    `afstemming_id` is the item in one's own inbox (`werk_van_vertrokken_collega`). Only the centre decides,
    because a colleague may have been first.
    """

    NAME = "quarantaine.geef_vrij"
    CONFIRMED = True

    afstemming_id: Id
    besluit: Besluit
