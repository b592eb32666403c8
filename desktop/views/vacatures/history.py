"""A changed field of a vacature in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop import dutch
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views.vacatures import texts
from desktop.views.vacatures.words import Reader

LABELS: Mapping[str, str] = {
    "naam": texts.NAME,
    "omschrijving": texts.DESCRIPTION,
    "soort": texts.KIND,
    "aantal_plaatsen": texts.PLACES,
    "status": texts.STATUS,
    "sluitingsdatum": texts.CLOSES,
    "beroep": texts.BEROEP,
    "beroepsklasse": texts.CLASS_NAME,
    "niveau": texts.LEVEL,
    "uren_min": texts.HOURS_FROM,
    "uren_max": texts.HOURS_TO,
    "contract": texts.CONTRACT,
    "aanvang": texts.STARTS,
    "einde": texts.ENDS,
    "salaris": texts.SALARY,
    "arbeidsvoorwaarden": texts.CONDITIONS,
    "rijbewijs": texts.LICENCE,
    "vervoer": texts.TRANSPORT,
    "taal_mondeling": texts.SPOKEN,
    "taal_schriftelijk": texts.WRITTEN,
    "kantoortijden": texts.OFFICE_HOURS,
    "onregelmatig": texts.IRREGULAR,
    "postcode": texts.POSTCODE,
    "plaats": texts.TOWN,
    "toelichting": texts.NOTE,
    "reden": texts.REASON,
    "teruggegeven_op": texts.GIVE_BACK,
}
_LISTS: Mapping[str, str] = {
    "soort": "vacature_soort",
    "status": "vacature_status",
    "beroepsklasse": "beroepsklasse",
    "niveau": "niveau",
    "contract": "contract",
    "taal_mondeling": "taalniveau",
    "taal_schriftelijk": "taalniveau",
}
_DAYS = frozenset({"sluitingsdatum", "aanvang", "einde", "teruggegeven_op"})


def name(row: VeldwijzigingRij) -> str:
    """The field as the form calls it."""
    return LABELS.get(row.veld) or row.veld.removesuffix("_id").replace("_", " ").capitalize()


def value(veld: str, raw: str | None, reader: Reader) -> str:
    """What stood in it; empty for nothing."""
    if not raw:
        return ""
    if veld in _LISTS:
        return reader.label(_LISTS[veld], raw)
    if veld in _DAYS:
        return dutch.long_date(date.fromisoformat(raw[:10]), near=reader.today)
    return raw


def arrow(old: str, new: str) -> str:
    return f"{old or 'leeg'} → {new or 'leeg'}"


def said(old: str, new: str) -> str:
    return f"{old or 'leeg'} werd {new or 'leeg'}"
