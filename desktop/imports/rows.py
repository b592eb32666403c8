"""From a raw row to a werkgever with a vestiging, or to the reason why not.

A row is refused only when it cannot be told which werkgever it means: no name, or a KvK number that cannot
be one. Any other cell that does not fit is left out and said (`doubts`). Touches values and the region's
postcode table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desktop.imports import cells
from desktop.imports.address import STREET, clean_addition, find_postcode, split_address
from desktop.imports.candidates import Candidate, RefusedRow, Value
from desktop.imports.columns import Recognition
from desktop.imports.gemeenten import gemeente_of
from desktop.imports.mending import accents_mended, mend
from desktop.imports.numbers import read_kvk, read_vestigingsnummer
from desktop.imports.places import calm_place
from desktop.imports.remarks import Remark, from_error, left_out, remark
from desktop.imports.table import Row
from desktop.models.errors import Weigering
from desktop.models.values import kvk_may_be_mistyped

_LIMITS = {"statutaire_naam": 500, "rechtsvorm": 70, "sector": 70, "bronsysteem": 40, "bron_id": 200}
_CHECKS: Mapping[str, Callable[[str], Value | None]] = {
    "website": cells.website,
    "rsin": cells.rsin,
    "sbi_code": cells.sbi,
    "sbi_versie": cells.sbi_version,
    "werkzame_personen": cells.count,
    "ind_non_mailing": cells.yes_no,
}
_NAME = 500
_PLACE = 70
MENDED_KVK = "kvk"
MENDED_VESTIGING = "vestigingsnummer"
MENDED_ACCENTS = "accenten"


class RowReader:
    """Reads the rows of one table; `day` decides which gemeenten exist."""

    def __init__(self, recognition: Recognition, day: date) -> None:
        self._recognition = recognition
        self._day = day

    def read(self, row: Row) -> Candidate | RefusedRow:
        try:
            return _Reading(self._recognition, row, self._day).candidate()
        except Weigering as reason:
            return RefusedRow(row.number, from_error(reason))


class _Reading:
    """One row on its way; collects what is to be said."""

    def __init__(self, recognition: Recognition, row: Row, day: date) -> None:
        self._recognition = recognition
        self._row = row
        self._day = day
        self._doubts: list[Remark] = []
        self._mended: set[str] = set()

    def candidate(self) -> Candidate:
        self._refuse_ragged()
        naam = self._name()
        kvk = self._kvk()
        velden = self._fields()
        vestiging = self._address()
        number = self._vestigingsnummer(kvk)
        if number and kvk:
            vestiging["vestigingsnummer"] = number
        if name := self._short("vestiging", _NAME):
            vestiging["naam"] = name
        if vestiging and self._checked("hoofdvestiging", cells.yes_no):
            vestiging["hoofdvestiging"] = True
        extra = self._trade_names(naam)
        doubts, mended = tuple(self._doubts), tuple(sorted(self._mended))
        return Candidate(self._row.number, naam, kvk, extra, velden, vestiging, number, doubts, mended)

    def _cell(self, name: str) -> str:
        column = self._recognition.columns.get(name)
        if column is None:
            return ""
        if column in self._row.unknown:
            self._unknown_formula(name)
            return ""
        raw = self._row.cell(column)
        text = mend(raw)
        if accents_mended(raw, text):
            self._mended.add(MENDED_ACCENTS)
        return text

    def _unknown_formula(self, name: str) -> None:
        if name in {"naam", "kvk_nummer"}:
            raise Weigering("import_formule", veld=name)
        self._doubts.append(remark("import_formule_weggelaten", veld=name))

    def _refuse_ragged(self) -> None:
        width = self._recognition.width
        if width is not None and any(cell.strip() for cell in self._row.cells[width:]):
            raise Weigering("import_te_veel_cellen", aantal=len(self._row.cells), kolommen=width)

    def _name(self) -> str:
        naam = _unquoted(self._cell("naam"))
        if not any(letter.isalnum() for letter in naam):
            raise Weigering("import_naam_leeg", kolom=self._recognition.name_title)
        if len(naam) > _NAME:
            raise Weigering("import_naam_te_lang", max=_NAME, aantal=len(naam))
        if not any(letter.isalpha() for letter in naam):
            self._doubts.append(remark("import_naam_zonder_letters", naam=naam))
        return naam

    def _kvk(self) -> str | None:
        text = self._cell("kvk_nummer")
        number = read_kvk(text) if text else None
        if number is None:
            return None
        if sum(map(str.isdigit, text)) == 7:
            self._mended.add(MENDED_KVK)
        if kvk_may_be_mistyped(number):
            self._doubts.append(remark("import_kvk_tikfout", kvk_nummer=number))
        return number

    def _vestigingsnummer(self, kvk: str | None) -> str | None:
        text = self._cell("vestigingsnummer")
        try:
            number = read_vestigingsnummer(text) if text else None
        except Weigering as reason:
            self._left_out("vestigingsnummer", reason)
            return None
        if number and kvk and len(text) < 12:
            self._mended.add(MENDED_VESTIGING)
        if number and not kvk and "kvk_nummer" in self._recognition.columns:
            self._doubts.append(remark("import_vestiging_zonder_kvk", nummer=number))
        return number

    def _fields(self) -> dict[str, Value]:
        there = self._recognition.columns
        found: dict[str, Value | None] = {
            name: self._short(name, limit) for name, limit in _LIMITS.items() if name in there
        }
        found |= {name: self._checked(name, check) for name, check in _CHECKS.items() if name in there}
        if self._recognition.by_owner and "bron_id" not in self._recognition.chosen:
            found.pop("bron_id", None)  # it is the number of this vestiging, not of its owner
        return {name: value for name, value in found.items() if value is not None}

    def _short(self, name: str, limit: int) -> str | None:
        text = self._cell(name)
        if len(text) > limit:
            self._left_out(name, Weigering("te_lang", max=limit, aantal=len(text)))
            return None
        return text if any(letter.isalnum() for letter in text) else None

    def _checked(self, name: str, check: Callable[[str], Value | None]) -> Value | None:
        text = self._cell(name)
        try:
            return check(text) if text else None
        except Weigering as reason:
            self._left_out(name, reason)
            return None

    def _left_out(self, name: str, reason: Weigering) -> None:
        self._doubts.append(left_out(name, reason))

    def _trade_names(self, naam: str) -> tuple[str, ...]:
        names = (part for part in cells.several(self._cell("handelsnamen")) if len(part) <= _NAME)
        return tuple(name for name in names if name != naam)[:50]

    def _address(self) -> dict[str, Value]:
        found = self._street()
        plaats = self._short("woonplaats", _PLACE)
        land = self._cell("land")
        if cells.is_abroad(land):
            self._doubts.append(remark("import_buitenland", land=land[:40]))
            found.pop("postcode", None)
        else:
            self._domestic(found, plaats)
        if plaats:
            found["woonplaats"] = calm_place(plaats)
        return found

    def _domestic(self, found: dict[str, Value], plaats: str | None) -> None:
        typed = self._cell("postcode")
        postcode = find_postcode(typed) or found.get("postcode")
        if postcode:
            found["postcode"] = postcode
        elif any(letter.isalnum() for letter in typed):
            self._doubts.append(remark("import_postcode", postcode=typed[:20]))
        said = self._cell("gemeente") or None
        where = gemeente_of(str(postcode) if postcode else None, said, plaats, self._day)
        if where.code:
            found["gemeente_code"] = where.code
        if where.remark:
            self._doubts.append(where.remark)

    def _street(self) -> dict[str, Value]:
        if "straat" in self._recognition.columns and "huisnummer" in self._recognition.columns:
            return self._street_in_parts()
        text = self._cell("adres") or f"{self._cell('straat')} {self._cell('huisnummer')}".strip()
        address = split_address(text)
        if not address.whole:
            self._doubts.append(remark("import_adres", adres=text[:60]))
        parts = {"straat": address.straat, "huisnummer": address.huisnummer, "postcode": address.postcode}
        addition = address.toevoeging or self._addition()
        return {
            name: value for name, value in (parts | {"toevoeging": addition}).items() if value is not None
        }

    def _street_in_parts(self) -> dict[str, Value]:
        street, number = self._cell("straat")[:STREET], split_address(self._cell("huisnummer"))
        addition = self._addition() or number.toevoeging
        if number.huisnummer is None and self._cell("huisnummer"):
            self._doubts.append(remark("import_adres", adres=f"{street} {self._cell('huisnummer')}"[:60]))
        parts = {"straat": street or None, "huisnummer": number.huisnummer, "toevoeging": addition}
        return {name: value for name, value in parts.items() if value is not None}

    def _addition(self) -> str | None:
        text = clean_addition(f"{self._cell('huisletter')} {self._cell('toevoeging')}")
        if text and len(text) > 6:
            self._doubts.append(remark("import_adres", adres=text[:60]))
            return None
        return text


def _unquoted(naam: str) -> str:
    """Quotes around a whole name came from a program, not from the notary."""
    if len(naam) > 2 and naam[0] == naam[-1] == '"' and '"' not in naam[1:-1]:
        return naam[1:-1].strip()
    return naam
