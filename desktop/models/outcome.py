"""What became of a command. Touches nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from desktop.frozen import dataclass
from desktop.models.changes import NONE, Changes
from desktop.models.errors import Parameter

TOEGEPAST = "toegepast"
AANGEPAST = "aangepast"
AANGEVRAAGD = "aangevraagd"
GEWEIGERD = "geweigerd"
Warnings = tuple[tuple[str, Mapping[str, Parameter]], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`id` is the row the command is about. `code` and `parameters` say why it was adapted or refused.

    `replaced` maps an id that the sender used to the id that stands for it here (`vervangen`).
    `uuid` and `naam` are of the command, on the laptop that gave it.
    `warnings` are soft: (code, parameters) pairs, such as a KvK number that looks mistyped.
    """

    result: str
    id: str | None = None
    code: str | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    warnings: Warnings = ()
    changes: Changes = NONE
    uuid: str = ""
    naam: str = ""
