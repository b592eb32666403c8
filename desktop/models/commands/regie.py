"""Intentions about the regie. Confirmed ones: only the centre can know that nobody was first (R5)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.commands.base import Command
from desktop.models.fields import Id, Text200


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
