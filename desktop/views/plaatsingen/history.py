"""A changed field of a placement in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop import dutch
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import dates
from desktop.views.plaatsingen import texts
from desktop.views.plaatsingen.words import Reader
from desktop.views.subject.section import Fact, Section
from desktop.views.vacatures.history import arrow, said

LABELS: Mapping[str, str] = {
    "soort": texts.KIND,
    "start": texts.STARTS,
    "verwachte_einddatum": texts.EXPECTED,
    "feitelijke_einddatum": texts.ENDED_ON,
    "uren": texts.HOURS,
    "contract": texts.CONTRACT,
    "type_overeenkomst": texts.AGREEMENT,
    "duurzaam_verwacht": texts.LASTS_EXPECTED,
    "project": texts.PROJECT,
    "sroi": texts.SROI,
    "status": texts.STATUS,
    "vacature_id": texts.VACANCY,
    "vestiging_id": texts.PLACE,
    "formele_werkgever_id": texts.FORMAL,
    "bemiddelaar_id": texts.BEMIDDELAAR,
    "reden_einde": texts.REASON_END,
    "toelichting": texts.NOTE,
}
_LISTS: Mapping[str, str] = {
    "soort": "vacature_soort",
    "contract": "contract",
    "reden_einde": "plaatsing_einde",
}
_DAYS = frozenset({"start", "verwachte_einddatum", "feitelijke_einddatum"})
_WORDS: Mapping[str, Mapping[str, str]] = {"type_overeenkomst": texts.AGREEMENTS, "status": texts.STATES}
_YES_NO = {"True": texts.YES, "False": texts.NO}


def section(changes: Sequence[VeldwijzigingRij], plaatsing_id: str, reader: Reader) -> Section:
    """All changes, the newest first."""
    facts = tuple(_change(row, reader) for row in changes)
    return Section(texts.HISTORY, facts, empty=texts.NO_HISTORY, id=plaatsing_id)


def _change(row: VeldwijzigingRij, reader: Reader) -> Fact:
    name = LABELS.get(row.veld) or row.veld.removesuffix("_id").replace("_", " ").capitalize()
    old, new = (value(row.veld, raw, reader) for raw in (row.oud, row.nieuw))
    aside = f"{dates.moment_words(row.op, reader.today)}, {row.door}"
    return Fact(name, arrow(old, new), said=f"{name}: {said(old, new)}", aside=aside)


def value(veld: str, raw: str | None, reader: Reader) -> str:
    """What stood in a field; empty for nothing."""
    if not raw:
        return ""
    if veld in _LISTS:
        return reader.label(_LISTS[veld], raw)
    if veld in _DAYS:
        return dutch.long_date(date.fromisoformat(raw[:10]), near=reader.today)
    return _WORDS.get(veld, _YES_NO).get(raw, raw)
