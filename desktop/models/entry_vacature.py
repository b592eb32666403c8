"""Entry checks of vacatures, questions of employers and partners: see `entry`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop.models.commands.base import Command
from desktop.models.commands.partner import RegistreerPartner, WijzigPartner
from desktop.models.commands.vacature import DraagVacatureOver, RegistreerVacature, WijzigVacature
from desktop.models.commands.werkgeversvraag import (
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.errors import Weigering
from desktop.models.rules.vacature import EMPLOYED_BY_ANOTHER
from desktop.models.tables import Partner, Vacature
from desktop.models.values import fold
from desktop.models.work import Work

Refused = dict[str, Weigering]

CODE_FIELDS: Mapping[tuple[type[Command], str], str] = {
    (RegistreerPartner, "soort"): "partner_soort",
    (WijzigPartner, "soort"): "partner_soort",
    **{
        (cls, veld): lijst
        for cls in (RegistreerWerkgeversvraag, WijzigWerkgeversvraag)
        for veld, lijst in (("soort", "vraag_soort"), ("dienst", "dienst"), ("strategie", "strategie"))
    },
    (RegistreerVacature, "beroepsklasse"): "beroepsklasse",
    (WijzigVacature, "beroepsklasse"): "beroepsklasse",
    (DraagVacatureOver, "matchingroute"): "matchingroute",
}


def _vacature(work: Work, command: RegistreerVacature | WijzigVacature) -> Refused:
    """What is given together with what stands there already."""
    row = work.get(Vacature, command.vacature_id) if isinstance(command, WijzigVacature) else None
    emptied = getattr(command, "wis", ())

    def value(name: str) -> Any:
        if name in emptied:
            return None
        given = getattr(command, name)
        return given if given is not None else getattr(row, name, None)

    refused: Refused = {}
    if _both(value("uren_min"), value("uren_max")) and value("uren_min") > value("uren_max"):
        refused["uren_max"] = Weigering("vacature_uren_omgekeerd")
    if _both(value("aanvang"), value("einde")) and value("einde") < value("aanvang"):
        refused["einde"] = Weigering("vacature_einde_voor_begin", van=value("aanvang").isoformat())
    if command.formele_werkgever_id and value("soort") not in EMPLOYED_BY_ANOTHER:
        refused["formele_werkgever_id"] = Weigering("formele_werkgever_niet_nodig")
    return refused | _closes(command.sluitingsdatum, work.context.dag)


def _both(first: Any, second: Any) -> bool:
    return first is not None and second is not None


def _closes(day: date | None, today: date) -> Refused:
    if day is None or day >= today:
        return {}
    return {"sluitingsdatum": Weigering("sluitingsdatum_geweest", datum=day.isoformat())}


def _partner(work: Work, command: RegistreerPartner) -> Refused:
    rows = work.find(Partner, Partner.soort == command.soort)
    if all(fold(row.naam) != fold(command.naam) or row.id == command.id for row in rows):
        return {}
    return {"naam": Weigering("partner_bestaat_al", naam=command.naam)}


def _referral(work: Work, command: VerwijsWerkgeversvraagDoor) -> Refused:
    row = work.get(Partner, command.partner_id)
    if row is None or row.actief:
        return {}
    return {"partner_id": Weigering("partner_niet_actief", naam=row.naam)}


CHECKS: Mapping[type[Command], Callable[[Work, Any], Refused]] = {
    RegistreerVacature: _vacature,
    WijzigVacature: _vacature,
    RegistreerPartner: _partner,
    VerwijsWerkgeversvraagDoor: _referral,
}
