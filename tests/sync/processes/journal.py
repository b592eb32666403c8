"""What a laptop's process was told, written before and after each command: it outlives a kill.

One JSON object a line, each in one write, so that a killed process leaves whole lines and at most half a last
one. Read afterwards beside the centre's ledger.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TOLD = ("toegepast", "aangepast", "aangevraagd")


class Journal:
    """Appends to `path`."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, **line: Any) -> None:
        """In one call, so that no line is torn by another."""
        os.write(self._file, json.dumps(line).encode() + b"\n")


@dataclass
class Told:
    """`begun` may have been done or not; `done` were said to be done (uuid → the lines about it)."""

    begun: dict[str, dict[str, Any]] = field(default_factory=dict)
    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def contacts(self) -> dict[str, str]:
        """Id → note of every contact that the person was told to be kept."""
        return {
            line["id"]: line["argumenten"]["notitie"]
            for line in self.done.values()
            if line["naam"] == "contact.leg_vast"
        }


def read(path: Path) -> Told:
    """Everything in the journal; a last line that was cut off says nothing."""
    told = Told()
    for line in path.read_bytes().splitlines() if path.exists() else []:
        try:
            said = json.loads(line)
        except ValueError:
            told.counts["cut lines"] += 1
            continue
        _take(told, said)
    return told


def _take(told: Told, said: dict[str, Any]) -> None:
    kind = said["soort"]
    told.counts[kind] += 1
    if kind == "begint":
        told.begun[said["uuid"]] = said
    elif kind == "gedaan":
        if said["uitkomst"] in TOLD:
            told.done[said["uuid"]] = told.begun[said["uuid"]] | said
        else:
            told.complaints.append(f"an outcome that nobody knows: {said}")
    elif kind == "geweigerd":
        told.refused.add(said["uuid"])
    elif kind == "klacht":
        told.complaints.append(said["tekst"])
    elif kind == "ronde_mislukt":
        told.counts[f"round: {said['code']}"] += 1
