"""Ids come from the caller; the same id with other content is not the same thing.

Answering "done" for something that was never stored would lose it (R4), so it gets an id of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome, Warnings
from desktop.models.tables import Synced
from desktop.models.work import Work


@dataclass(frozen=True, slots=True)
class Identity:
    """`exists`: this very thing is stored already. `asked` is the id that the caller gave."""

    row_id: str
    asked: str
    exists: bool

    def outcome(self, warnings: Warnings = ()) -> Outcome:
        """Done, or done under an id that stands for the one that was given."""
        if self.row_id == self.asked:
            return Outcome(TOEGEPAST, self.row_id, warnings=warnings)
        return Outcome(AANGEPAST, self.row_id, "id_al_in_gebruik", {}, {self.asked: self.row_id}, warnings)


def identify(
    work: Work, cls: type[Synced], asked: str | None, kind: str, content: Mapping[str, Any]
) -> Identity:
    """The id under which this is kept: the one asked for, unless other content has it."""
    wanted = asked or work.context.derive_id(kind)
    row = work.get(cls, wanted)
    if row is None:
        return Identity(wanted, wanted, exists=False)
    own = work.context.derive_id(kind)
    mine = row.aangemaakt_door == work.context.actor.medewerker_id
    if mine and all(getattr(row, name) == value for name, value in content.items()):
        return Identity(wanted, wanted, exists=True)
    return Identity(own, wanted, exists=wanted == own or work.get(cls, own) is not None)
