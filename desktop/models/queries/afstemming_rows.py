"""Rows of the inbox and of the commands of this laptop. Frozen data. Touches nothing."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Geweigerd:
    """What was refused because something before it was: the command as it was typed, and the reason."""

    id: str
    opdracht: str
    opdracht_versie: int
    argumenten: dict[str, object]
    code: str
    parameters: dict[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class AfstemmingRij:
    """An item of the inbox. `soort`: weigering, conflict or kennisgeving; `status`: open or gesloten.

    `code` and `parameters` make the sentence; `argumenten` is what the person had typed.
    `veld`, `van_mij` and `van_ander` are filled for a conflict only, as are `mijn_op` and `ander_op` (when
    each changed it), `stond_er` (what stood there before both) and the row it is about. `gevolgen` were
    refused because of this refusal; `later_tot` is the day until which its owner does not want to see it.
    """

    id: str
    medewerker_id: str
    medewerker: str
    soort: str
    code: str
    parameters: dict[str, str | int | bool | None]
    werkgever_id: str | None
    werkgever: str | None
    opdracht_uuid: str | None
    opdracht: str | None
    argumenten: dict[str, object]
    veld: str | None
    van_mij: str | None
    van_ander: str | None
    ander: str | None
    status: str
    keuze: str | None
    aangemaakt_op: datetime
    gewijzigd_op: datetime | None = None
    tabel: str | None = None
    rij_id: str | None = None
    mijn_op: datetime | None = None
    ander_op: datetime | None = None
    stond_er: str | None = None
    opdracht_versie: int = 1
    later_tot: date | None = None
    gevraagd_op: datetime | None = None
    gevolgen: tuple[Geweigerd, ...] = ()
    hoort_bij_id: str | None = None


@dataclass(frozen=True, slots=True)
class OpdrachtRij:
    """A command of this laptop.

    `status`: wacht, aangevraagd (waits for the centre to confirm), toegepast, aangepast or geweigerd.
    `reden` is a code; `parameters` fill its sentence.
    """

    uuid: str
    n: int
    naam: str
    versie: int
    argumenten: dict[str, object]
    tijd: datetime
    status: str
    reden: str | None
    werkgever_id: str | None
    werkgever: str | None
    beantwoord_op: datetime | None
    parameters: dict[str, str | int | bool | None] = field(default_factory=dict)
