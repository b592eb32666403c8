"""Rows of what is to be done and what was agreed. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date, datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ActieRij:
    """Something to do.

    `soort`: actie, toezegging, contactverzoek or bezoek. `status`: te_verwerken, verwerkt or vervallen.
    """

    id: str
    werkgever_id: str
    werkgever: str
    contactmoment_id: str | None
    contactmoment: str | None
    soort: str
    gevraagde_handeling: str
    toelichting: str | None
    toegewezen_aan_id: str
    toegewezen_aan: str
    deadline: date | None
    status: str
    versie: int
    wacht: bool
    tijd: str | None = None
    door_id: str | None = None
    door: str | None = None
    gemaakt_op: datetime | None = None
    afgerond_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class AfspraakRij:
    """An agreement with the werkgever (never a calendar item)."""

    id: str
    werkgever_id: str
    werkgever: str
    soort: str
    inhoud: str
    van: date
    tot: date | None
    eigenaar_id: str
    eigenaar: str
    status: str
    wacht: bool
