"""Rows of the regie: periods, passing it on, who stands in, what R3 says. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date, datetime

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij


@dataclass(frozen=True, slots=True)
class RegieRij:
    """A period of regie; `tot` is empty while it lasts."""

    id: str
    werkgever_id: str
    werkgever: str
    accountmanager_id: str
    accountmanager: str
    van: date
    tot: date | None
    reden: str | None


@dataclass(frozen=True, slots=True)
class OverdrachtRij:
    """The regie on its way from one accountmanager to another (R6).

    `status`: voorgesteld, aanvaard, kennisgemaakt, afgerond, geweigerd or ingetrokken.
    """

    id: str
    werkgever_id: str
    werkgever: str
    van_id: str
    van: str
    naar_id: str
    naar: str
    status: str
    toelichting: str | None
    antwoord: str | None
    voorgesteld_op: datetime
    aanvaard_op: date | None
    kennisgemaakt_op: date | None
    afgerond_op: date | None
    open_acties: int
    lopende_afspraken: int
    wacht: bool
    open_vacatures: int = 0
    open_vragen: int = 0


@dataclass(frozen=True, slots=True)
class WaarnemingRij:
    """Somebody stands in (R7); without a werkgever for everything that `voor` holds."""

    id: str
    voor_id: str
    voor: str
    waarnemer_id: str
    waarnemer: str
    werkgever_id: str | None
    werkgever: str | None
    van: date
    tot: date
    wacht: bool


@dataclass(frozen=True, slots=True)
class Regiestand:
    """Everything R3 says before contact starts. `bijgewerkt_op` is the last sync (None: never)."""

    werkgever_id: str
    werkgever: str
    plaats: str | None
    regiehouder_id: str | None
    regiehouder: str | None
    regie_sinds: date | None
    regie_gevraagd: bool
    concern: str | None
    concern_regiehouders: tuple[tuple[str, str], ...]
    reservering_door: str | None
    reservering_tot: date | None
    laatste_contact: ContactmomentRij | None
    gepland: tuple[ActieRij, ...]
    niet_benaderen_tot: date | None
    niet_benaderen_reden: str | None
    bijgewerkt_op: datetime | None
    waarneming: WaarnemingRij | None = None
