"""How this laptop stands, and the forms that nobody recorded yet. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Stand:
    """How old the facts on this laptop are, what still waits, and how long it opens without the centre.

    `lease_tot`: until then; None where nothing ends (oefenomgeving, a centre that gave no lease).
    `lease_dagen`: whole days that are left. `lease_waarschuwt`: the warning that is due, 7, 3 or 1.
    """

    regio: str
    medewerker: str
    rol: str
    bijgewerkt_op: datetime | None
    wachtend: int
    afstemming_open: int
    werkgevers: int
    oefen: bool
    lease_tot: datetime | None = None
    lease_dagen: int | None = None
    lease_waarschuwt: int | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A form that was not yet recorded: kept on this laptop only. `velden` is what was typed, as typed."""

    soort: str
    onderwerp_id: str
    velden: dict[str, object]
    bewaard_op: datetime
