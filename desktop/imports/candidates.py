"""A row of the file after reading: a werkgever and at most one vestiging, with what there is to say about it.

Values only; `regel` and `vestiging` carry the field names of the command `werkgever.importeer`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.imports.remarks import Remark

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """`velden` and `vestiging` hold checked values; empty fields are absent.

    `vestiging_sleutel` is the vestigingsnummer of the file also where it may not be kept (without a KvK
    number): two rows with the same number are one place. `mended` says what was put right, `doubts` what a
    person must see.
    """

    number: int
    naam: str
    kvk_nummer: str | None
    handelsnamen: tuple[str, ...]
    velden: Mapping[str, Value]
    vestiging: Mapping[str, Value]
    vestiging_sleutel: str | None
    doubts: tuple[Remark, ...]
    mended: tuple[str, ...]

    @property
    def postcode(self) -> str | None:
        found = self.vestiging.get("postcode")
        return str(found) if found else None

    @property
    def woonplaats(self) -> str | None:
        found = self.vestiging.get("woonplaats")
        return str(found) if found else None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why."""

    number: int
    reason: Remark
