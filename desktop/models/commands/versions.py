"""From an older version of a command to the newest: what a laptop sent once can always be read.

A changed meaning is a new version, and every step from a version to the next stands here. Steps stay for
as long as there may be a laptop, a journal or an inbox with such a command. A step reads what an old
program wrote; whether it fits is judged once, for the newest version. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Arguments = Mapping[str, Any]


def _unchanged(arguments: Arguments) -> Arguments:
    """The version only added arguments that may be left out."""
    return arguments


def _reason_of_its_own(arguments: Arguments) -> Arguments:
    """`toelichting` said why an afspraak ended; everywhere else it is what the row itself says."""
    renamed = {"toelichting": "reden"}
    return {renamed.get(name, name): value for name, value in arguments.items()}


UPCASTERS: Mapping[tuple[str, int], Callable[[Arguments], Arguments]] = {
    ("afspraak.beeindig", 1): _reason_of_its_own,
    ("afstemming.kies", 1): _unchanged,
    ("contactpersoon.wijzig", 1): _unchanged,
    ("plaatsing.wijzig", 1): _unchanged,
}
"""(name, version) → the arguments as the next version has them."""


def newest_arguments(naam: str, versie: int, argumenten: Any) -> Any:
    """What was written for this version, as the newest version of the command takes it."""
    while isinstance(argumenten, Mapping) and (step := UPCASTERS.get((naam, versie))) is not None:
        argumenten, versie = step(argumenten), versie + 1
    return argumenten
