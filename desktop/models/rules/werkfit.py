"""Werkfit is judged together: what the profile says follows from the two judgements. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.values import fold

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


# -- the region's own scale and questions ----------------------------------------------------------------
SCALE, QUESTIONS = "werkfit_schaal", "werkfit_vraag"
"""The code lists in which they stand."""
FEWEST = 2
"""A scale of one value judges nothing."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a list, or one question. `holds`: it can be given now."""

    code: str
    label: str
    holds: bool = True


def doubled(labels: Sequence[str]) -> str | None:
    """The first one that says the same as one before it."""
    seen: set[str] = set()
    for label in labels:
        if fold(label) in seen:
            return label
        seen.add(fold(label))
    return None


def settled(
    known: Sequence[Value], labels: Sequence[str], seen: Collection[str], new_code: Callable[[int], str]
) -> tuple[Value, ...]:
    """The list from now on, in its order. The same words keep their code, also when they had ended; other
    words get one of their own. What holds and was not seen stays, at the end.
    """
    by_label: dict[str, Value] = {}
    for value in (*known, *(one for one in known if one.holds)):
        by_label[value.label] = value
    found = []
    for number, label in enumerate(labels):
        same = by_label.get(label)
        found.append(Value(same.code if same is not None else new_code(number), label))
    codes = {value.code for value in found}
    unseen = [one for one in known if one.holds and seen and one.code not in seen and one.code not in codes]
    return (*found, *unseen)
