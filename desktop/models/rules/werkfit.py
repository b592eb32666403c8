"""Werkfit is judged together: what the profile says follows from the two judgements. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

BEMIDDELAAR_SIDE, ACCOUNTMANAGER_SIDE = "kandidaat", "werkgever"
"""Whose eyes: of who knows the person, and of who knows the employers."""
SIDES = (BEMIDDELAAR_SIDE, ACCOUNTMANAGER_SIDE)
TOGETHER, DIFFER, ONE, NONE = "samen", "verschilt", "een", "geen"


@dataclass(frozen=True, slots=True)
class Judged:
    """What one side found, and when."""

    waarde: str
    op: date


def together(theirs: Judged | None, ours: Judged | None) -> Judged | None:
    """What both found, since the last of them did; None while they do not agree or one is still to come."""
    if theirs is None or ours is None or theirs.waarde != ours.waarde:
        return None
    return Judged(theirs.waarde, max(theirs.op, ours.op))


def standing(theirs: Judged | None, ours: Judged | None) -> str:
    """How far they are, for a screen."""
    if theirs is None and ours is None:
        return NONE
    if theirs is None or ours is None:
        return ONE
    return TOGETHER if theirs.waarde == ours.waarde else DIFFER
