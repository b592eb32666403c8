"""A changed field in words: codes by their label, days and numbers as people say them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from desktop import dutch
from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_changes as words
from desktop.views.werkgevers import texts_fields

_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LISTS = {
    "segment": "segment",
    "rol": "rol_contactpersoon",
    "kanaal": "kanaal",
    "voorkeurskanaal": "kanaal",
    "onderwerp": "onderwerp",
    "gemeente_code": "gemeente",
    "resultaat": "nazorg_resultaat",
    "vervallen_reden": "nazorg_vervallen",
    **texts_fields.LISTS,
}
LISTS = tuple(dict.fromkeys((*_LISTS.values(), *texts_fields.LISTS_OF_SUBJECT.values())))
_FLAGS = {"ind_non_mailing", "actief", "hoofdvestiging", "adres_afgeschermd", "niet_benaderen"}
_FLAGS |= {"contact_gelukt", "vertrouwelijk", "vastgezet"}
_TERNARY = {"0": words.UNKNOWN, "1": words.YES, "2": words.NO}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """`labels`: list → code → label; `colleagues` and `subjects`: id → name."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    colleagues: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)

    def label(self, lijst: str, code: str | None) -> str:
        """The label of a code; a code that is not known here is shown as words."""
        if not code:
            return ""
        return self.labels.get(lijst, {}).get(code) or code.replace("_", " ").capitalize()

    def value(self, veld: str, raw: str | None) -> str | None:
        """What stood in a field, as people say it."""
        if raw is None or raw == "":
            return None
        if veld in _LISTS:  # several codes stand after each other
            return ", ".join(self.label(_LISTS[veld], code) for code in raw.split(", "))
        if veld in _FLAGS:
            return words.YES if raw.casefold() in ("true", "1") else words.NO
        return _special(veld, raw, self) or _spoken(raw)

    def name(self, row: VeldwijzigingRij) -> str:
        """The field, with the person or place that it is of."""
        is_end = row.tabel == "afspraak" and row.veld == "tot"
        label = words.AGREEMENT_UNTIL if is_end else words.LABELS.get(row.veld)
        label = label or row.veld.replace("_", " ").capitalize()
        subject = self.subjects.get(row.rij_id) if row.tabel in words.SUBJECT else words.PART.get(row.tabel)
        return f"{label} van {subject}" if subject else label

    def sentence(self, row: VeldwijzigingRij) -> str:
        """Medewerkers: 38 werd 46"""
        return words.became(self.name(row), self.value(row.veld, row.oud), self.value(row.veld, row.nieuw))


def _special(veld: str, raw: str, known: FieldWords) -> str | None:
    match veld:
        case _ if veld == "erkend_sbb_leerbedrijf" or veld in texts_fields.TERNARY:
            return _TERNARY.get(raw, raw)
        case "kvk_nummer":
            return dutch.kvk(raw)
        case "telefoon" | "telefoon_2":
            return texts.whole_phone(raw)
        case "postcode":
            return dates.postcode(raw) if len(raw) == 6 else raw
        case "status":
            return words.STATES.get(raw) or raw.replace("_", " ")
        case "toegewezen_aan_id" | "eigenaar_id":
            return known.colleagues.get(raw)
        case "werkzame_personen":
            return dutch.number(int(raw)) if raw.isdigit() else raw
        case _ if veld in texts_fields.CHOICES and _CODE.fullmatch(raw):
            return raw.replace("_", " ")
    return None


def _spoken(raw: str) -> str:
    """Days are said; a moment is said by its day."""
    found = _ISO_DAY.match(raw)
    if found is None or not (len(raw) == len(found[0]) or raw[len(found[0]) : len(found[0]) + 1] == "T"):
        return raw
    try:
        return dutch.long_date(date.fromisoformat(found[0]))
    except ValueError:
        return raw


def subjects_of(dossier: Dossier) -> dict[str, str]:
    """Id → name of the people and places of one werkgever."""
    names = {person.id: person.naam for person in dossier.contactpersonen}
    for place in dossier.vestigingen:
        if name := place.naam or place.woonplaats:
            names[place.id] = name
    return names


def one_line(rows: Sequence[VeldwijzigingRij], known: FieldWords) -> str:
    """Field changes of one person at one moment, on one line; the rest is a press away."""
    parts = [known.sentence(row) for row in rows]
    line = "; ".join(parts) if len(parts) <= 2 else words.and_more(parts[0], len(parts) - 1)
    line = words.changed_by(line, rows[0].door) if rows[0].door else line
    return words.merged_with(line, rows[0].samen_met) if rows[0].samen_met else line
