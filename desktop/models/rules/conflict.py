"""When two people changed the same row: other fields merge, the same field is a question for the later one.

The first to arrive at the centre stays in the dossier; the text of the other is kept in the inbox.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Merge:
    """`apply` goes into the row; `contested` fields were changed to something else by someone else."""

    apply: dict[str, Any]
    contested: dict[str, Any]


def merge_fields(
    wanted: Mapping[str, Any], current: Mapping[str, Any], changed_by_others: Collection[str]
) -> Merge:
    """Split what one person wants by what others changed since that person looked."""
    apply: dict[str, Any] = {}
    contested: dict[str, Any] = {}
    for name, value in wanted.items():
        if current[name] == value:
            continue
        (contested if name in changed_by_others else apply)[name] = value
    return Merge(apply, contested)
