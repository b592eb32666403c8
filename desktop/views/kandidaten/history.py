"""A changed field of a candidate in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop import dutch
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import dates
from desktop.views.kandidaten import texts
from desktop.views.subject.section import Fact, Section
from desktop.views.vacatures.history import arrow, said
from desktop.views.vacatures.words import Reader

LABELS: Mapping[str, str] = {
    "roepnaam": texts.CALLED,
    "initiaal": texts.INITIAL,
    "organisatie": texts.ORGANISATION,
    "bronsysteem": texts.SYSTEM,
    "bron_id": texts.SYSTEM_ID,
    "gemeente_code": texts.TOWN,
    "pc4": texts.PC4,
    "reisafstand_km": texts.TRAVEL,
    "beschikbaar_vanaf": texts.AVAILABLE,
    "uren_min": "Uren vanaf",
    "uren_max": "Uren tot",
    "onregelmatig": texts.IRREGULAR,
    "beroepen": texts.BEROEPEN,
    "beroepsklasse": texts.CLASS_NAME,
    "niveau": texts.LEVEL,
    "soorten_werk": texts.KINDS,
    "vervoer": texts.TRANSPORT,
    "rijbewijs": texts.LICENCE,
    "taal_mondeling": texts.SPOKEN,
    "taal_schriftelijk": texts.WRITTEN,
    "aanpassing_werkomgeving": texts.ADAPTED,
    "begeleiding": texts.GUIDANCE,
    "werkvariatie": texts.VARIATION,
    "werkfit": texts.TAB_WERKFIT,
    "toestemming_delen": texts.CONSENTED,
    "toestemming": texts.CONSENTED,
    "reden_einde": texts.REASON,
    "status": texts.STATUS_NAME,
    "afsluitreden": texts.REASON,
    "notitie": texts.NOTE,
    "doelgroepen": texts.GROUPS,
    "uitkeringsgroep": texts.BENEFIT,
    "ldr_registratie": texts.LDR,
}
_LISTS: Mapping[str, str] = {
    "gemeente_code": "gemeente",
    "beroepsklasse": "beroepsklasse",
    "niveau": "niveau",
    "taal_mondeling": "taalniveau",
    "taal_schriftelijk": "taalniveau",
    "werkfit": "werkfit_schaal",
    "uitkeringsgroep": "uitkeringsgroep",
    "reden_einde": "plaatsing_einde",
}
_SEVERAL: Mapping[str, str] = {
    "soorten_werk": "vacature_soort",
    "vervoer": "vervoer",
    "doelgroepen": "doelgroep",
    "beroepen": "",
    "rijbewijs": "",
}
_YES_NO = frozenset(
    {"onregelmatig", "aanpassing_werkomgeving", "begeleiding", "werkvariatie", "ldr_registratie"}
)
_DAYS = frozenset({"beschikbaar_vanaf", "toestemming_delen", "toestemming"})
_WORDS: Mapping[str, Mapping[str, str]] = {"status": texts.STATES, "afsluitreden": texts.CLOSED_BECAUSE}


def section(changes: Sequence[VeldwijzigingRij], kandidaat_id: str, reader: Reader) -> Section:
    """All changes, the newest first."""
    facts = tuple(_change(row, reader) for row in changes)
    return Section(texts.HISTORY, facts, empty=texts.NO_HISTORY, id=kandidaat_id)


def _change(row: VeldwijzigingRij, reader: Reader) -> Fact:
    name = LABELS.get(row.veld) or row.veld.removesuffix("_id").replace("_", " ").capitalize()
    old, new = (value(row.veld, raw, reader) for raw in (row.oud, row.nieuw))
    aside = f"{row.door}, {dates.spoken(dates.local_day(row.op), reader.today)}" if row.door else ""
    return Fact(name, arrow(old, new), said=f"{name}: {said(old, new)}, {aside}", aside=aside)


def value(veld: str, raw: str | None, reader: Reader) -> str:
    """What stood in a field; empty for nothing."""
    if not raw:
        return ""
    if veld in _SEVERAL:
        codes = [part.strip() for part in raw.split(",") if part.strip()]
        return dutch.in_row(
            [reader.label(_SEVERAL[veld], code) if _SEVERAL[veld] else code for code in codes]
        )
    if veld in _LISTS:
        return reader.label(_LISTS[veld], raw)
    if veld in _YES_NO:
        return texts.YES_NO.get(int(raw), raw) if raw.isdigit() else raw
    if veld in _DAYS:
        return dutch.long_date(date.fromisoformat(raw[:10]), near=reader.today)
    return _WORDS.get(veld, {}).get(raw, raw)
