"""A vacature between the exchange format of VUM (gegevensstandaard 1.5) and our own columns. Pure.

Each part of a document fills some columns, and can be made from them. What a part says beyond its columns
is kept as it came (the *rest*), and goes out again for as long as its columns say the same: so a file that
came in goes out equal, and a field that somebody changed here goes out changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.models.commands.vacature import ImportVacature
from desktop.models.errors import Weigering
from desktop.models.fields import kinds
from desktop.models.rules.vacature import SOORT_OF_TYPE, TYPE_OVEREENKOMST

Json = Mapping[str, Any]
Columns = dict[str, Any]
BRON = "VUM"
DUTCH = "nld"
LONGEST_PERSON = 35
_ID = re.compile(r"[a-zA-Z0-9_.-]{1,200}")
_NAME_LENGTH = 60
_EMPLOYER, _PEOPLE = "werkgever", "contactpersoon"
BESIDE = frozenset(
    {"opleiding", "cursus", "werkervaring", "competentiebeheersing", "sollicitatiewijze", "sector"}
)
"""What the standard knows and no column has. Any other key is none of a vacature and is not kept: everybody
in the region would hold it, and it may say something of a person."""


@dataclass(frozen=True, slots=True)
class Part:
    """One key of the document: what its columns are, how they are read from it and how it is made of them."""

    key: str
    columns: tuple[str, ...]
    read: Callable[[Json], Columns]
    write: Callable[[Json], Any]
    meaning: Callable[[Json], Any] | None = None

    def means(self, columns: Json) -> Any:
        """What of the columns the document can say at all."""
        return self.meaning(columns) if self.meaning else [columns.get(name) for name in self.columns]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as we keep it. `people` are None when the document names none."""

    columns: Columns
    rest: dict[str, Any] | None
    people: list[Any] | None


def read(document: Json) -> Reading:
    """Raises `Weigering` for what is no vacature at all; a value that fits no column stays in the rest."""
    source = document.get("idVacature")
    if not isinstance(source, str) or not _ID.fullmatch(source):
        raise Weigering("vum_zonder_id")
    columns: Columns = {}
    for part in PARTS:
        columns |= fitting(part.read(document))
    rest: dict[str, Any] = {}
    for part in PARTS:
        came = document.get(part.key)
        if not same(part.write(columns), came):
            rest[part.key] = came
    rest |= {key: value for key, value in document.items() if key in BESIDE}
    employer, people = _employer(document)
    return Reading(columns, rest | employer or None, people)


def _employer(document: Json) -> tuple[dict[str, Any], list[Any] | None]:
    """What is said of the werkgever, without the people: those are for the dossier."""
    came = document.get(_EMPLOYER)
    if not isinstance(came, Mapping):
        return ({} if came is None else {_EMPLOYER: came}), None
    without = {key: value for key, value in came.items() if key != _PEOPLE}
    people = came.get(_PEOPLE)
    return ({_EMPLOYER: without} if without else {}), people if isinstance(people, list) else None


def employer_name(document: Json) -> str | None:
    """The name of the werkgever in a document."""
    employer = document.get(_EMPLOYER)
    name = employer.get("handelsnaamOrganisatie") if isinstance(employer, Mapping) else None
    return name.strip() or None if isinstance(name, str) else None


def write(columns: Json, rest: Json | None, employer: Json, people: Sequence[Any] | None) -> dict[str, Any]:
    """The document again. `employer` is what we say of a werkgever of which nothing came with a file."""
    rest = rest or {}
    made: dict[str, Any] = {}
    for part in PARTS:
        value = part.write(columns)
        if part.key in rest:
            came = rest[part.key]
            whole = made if came is None else {**made, part.key: came}
            if part.means(fitting(part.read(whole))) == part.means(columns):
                value = came
        if value is not None:
            made[part.key] = value
    keys = {part.key for part in PARTS} | {_EMPLOYER}
    made |= {key: value for key, value in rest.items() if key not in keys}
    said = dict(rest.get(_EMPLOYER) or employer)
    if people is not None:
        said[_PEOPLE] = list(people)
    return made | ({_EMPLOYER: said} if said else {})


def fitting(columns: Columns) -> Columns:
    """Values as a command keeps them; what does not fit is left out."""
    return {name: kept for name, value in columns.items() if (kept := _fit(name, value)) is not None}


def _fit(name: str, value: Any) -> Any:
    if value is None:
        return None
    try:
        kept = _KINDS[name].parse(value)
    except Weigering:
        return None
    return list(kept) if isinstance(kept, tuple) else kept


_KINDS = kinds(ImportVacature)


def same(first: Any, second: Any) -> bool:
    """Equal as VUM means it: lists have no order."""
    return bool(first == second) or bool(_unordered(first) == _unordered(second))


def _unordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _unordered(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return sorted((_unordered(part) for part in value), key=_in_one_form)
    return value


def _in_one_form(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


# --- The parts


def _plain(key: str, column: str) -> Part:
    """One value, one column."""
    return Part(
        key,
        (column,),
        lambda document: {column: document.get(key)},
        lambda columns: _out(columns.get(column)),
    )


def _group(key: str, fields: Mapping[str, str]) -> Part:
    """An object with a column for each of its values."""

    def reading(document: Json) -> Columns:
        came = document.get(key)
        group = came if isinstance(came, Mapping) else {}
        return {column: group.get(name) for name, column in fields.items()}

    def writing(columns: Json) -> Any:
        values = {name: _out(columns.get(column)) for name, column in fields.items()}
        return {name: value for name, value in values.items() if value is not None} or None

    return Part(key, tuple(fields.values()), reading, writing)


def _codes(key: str, name: str, column: str, kind: type) -> Part:
    """A list of objects with a code in each."""

    def reading(document: Json) -> Columns:
        found = [str(one[name]) for one in _objects(document.get(key)) if name in one]
        known = [code for code in dict.fromkeys(found) if _fit(column, [code])]
        return {column: known or None}

    def writing(columns: Json) -> Any:
        return [{name: kind(code)} for code in columns.get(column) or ()] or None

    return Part(key, (column,), reading, writing, lambda columns: sorted(columns.get(column) or ()))


def _out(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _objects(value: Any) -> list[Json]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _level(document: Json) -> Columns:
    came = document.get("codeWerkEnDenkniveauMinimaal")
    return {"niveau": int(came) if isinstance(came, str) and came.isascii() and came.isdigit() else None}


def _contract(document: Json) -> Columns:
    """The first form of the list that says what kind of work it is, else the first that says how long."""
    forms = _objects(document.get("contractvorm"))
    typed = [form for form in forms if form.get("codeTypeOvereenkomst") in SOORT_OF_TYPE]
    first = next(iter(typed), next(iter(forms), {}))
    kind = SOORT_OF_TYPE.get(str(first.get("codeTypeOvereenkomst")), "baan")
    return {"soort": kind, "contract": first.get("codeTypeArbeidscontract")}


def _contract_out(columns: Json) -> Any:
    form = {"codeTypeOvereenkomst": TYPE_OVEREENKOMST[columns["soort"]]}
    return [form | ({"codeTypeArbeidscontract": columns["contract"]} if columns.get("contract") else {})]


def _contract_means(columns: Json) -> Any:
    return TYPE_OVEREENKOMST[columns.get("soort") or "baan"], columns.get("contract")


_SPOKEN, _WRITTEN = "codeNiveauTaalbeheersingMondeling", "codeNiveauTaalbeheersingSchriftelijk"


def _language(document: Json) -> Columns:
    ours = (one for one in _objects(document.get("taalbeheersing")) if one.get("codeTaal") == DUTCH)
    first = next(ours, {})
    return {"taal_mondeling": first.get(_SPOKEN), "taal_schriftelijk": first.get(_WRITTEN)}


def _language_out(columns: Json) -> Any:
    levels = {_SPOKEN: columns.get("taal_mondeling"), _WRITTEN: columns.get("taal_schriftelijk")}
    known = {name: level for name, level in levels.items() if level is not None}
    return [{"codeTaal": DUTCH, **known}] if known else None


def _address_out(columns: Json) -> Any:
    """Without a postcode VUM takes no address."""
    return _ADDRESS.write(columns) if columns.get("postcode") else None


def _name(document: Json) -> Columns:
    """A vacature has a name here: without one it is the beginning of what it says."""
    came = document.get("naamVacature")
    return {"naam": came if _fit("naam", came) else _made_name(document)}


def _made_name(document: Json) -> str:
    text = _fit("omschrijving", document.get("omschrijvingVacature")) or ""
    first = re.split(r"[\n.;:!?]", text, maxsplit=1)[0].strip()
    if len(first) > _NAME_LENGTH:
        first = first[:_NAME_LENGTH].rsplit(" ", 1)[0].rstrip(" ,-") + " …"
    number = document.get("nummerVacature") or str(document.get("idVacature"))[:8]
    return first if _fit("naam", first) else f"Vacature {number}"


_ADDRESS = _group(
    "adres",
    {
        "postcode": "postcode",
        "straatnaam": "straat",
        "huisnummer": "huisnummer",
        "huisnummertoevoeging": "toevoeging",
    },
)
PARTS: tuple[Part, ...] = (
    _plain("idVacature", "bron_id"),
    _plain("nummerVacature", "vum_nummer"),
    _plain("omschrijvingVacature", "omschrijving"),
    _plain("sluitingsdatumVacature", "sluitingsdatum"),
    _group("beroep", {"codeBeroepsnaam": "beroep_code"}),
    Part(
        "codeWerkEnDenkniveauMinimaal",
        ("niveau",),
        _level,
        lambda columns: None if columns.get("niveau") is None else str(columns["niveau"]),
    ),
    _group(
        "werktijden",
        {
            "aantalWerkurenPerWeekMinimaal": "uren_min",
            "aantalWerkurenPerWeekMaximaal": "uren_max",
            "indicatieKantoortijden": "kantoortijden",
        },
    ),
    _group("flexibiliteit", {"indicatieOnregelmatigWerkOfPloegendienst": "onregelmatig"}),
    Part("contractvorm", ("soort", "contract"), _contract, _contract_out, _contract_means),
    _group(
        "arbeidsVoorwaarden",
        {
            "datumAanvangWerkzaamheden": "aanvang",
            "datumEindeWerkzaamheden": "einde",
            "salarisIndicatie": "salaris",
            "omschrijvingArbeidsvoorwaarden": "arbeidsvoorwaarden",
        },
    ),
    _codes("rijbewijs", "codeSoortRijbewijs", "rijbewijs", str),
    _codes("vervoermiddel", "codeVervoermiddel", "vervoer", int),
    Part("taalbeheersing", ("taal_mondeling", "taal_schriftelijk"), _language, _language_out),
    Part("adres", _ADDRESS.columns, _ADDRESS.read, _address_out),
    Part("naamVacature", ("naam",), _name, lambda columns: columns.get("naam")),
)
"""The name last: without one it is made of the others."""


def person_out(naam: str, functie: str | None, email: str | None, telefoon: str | None) -> dict[str, Any]:
    """Somebody we know, as VUM names people. A name that is too long is not cut: the function stands in."""
    named = next((text for text in (naam, functie) if text and len(text) <= LONGEST_PERSON), None)
    person: dict[str, Any] = {"naamContactpersoonAfdeling": named} if named else {}
    person |= {"emailadres": [email]} if email else {}
    return person | ({"telefoonnummer": [telefoon]} if telefoon else {})
