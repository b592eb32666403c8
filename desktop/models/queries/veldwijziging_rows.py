"""Rows of the history of fields. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class VeldwijzigingRij:
    """One field that changed, old → new, in the form in which it is shown.

    `samen_met`: who changed other fields of the same row meanwhile; the two were merged. A change of a
    candidate has a `kandidaat_id` and no werkgever.
    """

    id: str
    werkgever_id: str | None
    werkgever: str | None
    tabel: str
    veld: str
    oud: str | None
    nieuw: str | None
    door: str
    op: datetime
    rij_id: str = ""
    samen_met: str | None = None
    kandidaat_id: str | None = None
    kandidaat: str | None = None
