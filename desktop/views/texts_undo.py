"""Texts of taking back. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch

UNDO = "Ongedaan maken"
NOTHING = "Er is niets om ongedaan te maken."
ASKED = "Gevraagd om dit ongedaan te maken. Het werkcentrum bevestigt het nog."
IN_PART = "Een deel is ongedaan gemaakt."


def link(keys: str) -> str:
    """On the toast: what it does and the key that does the same."""
    return f"{UNDO} ({keys})" if keys else UNDO


def part_of(words: str) -> str:
    """What took of a form of which the rest did not."""
    return f"{words}, een deel"


def taken_back(words: str) -> str:
    """What came back, in the words in which it was said when it was done."""
    return f"Ongedaan gemaakt: {dutch.midway(words)}"


def refused(words: str, reason: str) -> str:
    """Why a step stays as it is; `reason` is a sentence of its own."""
    return f"{words} blijft staan. {reason}"


def refused_in_part(reason: str) -> str:
    return f"{IN_PART} {reason}"
