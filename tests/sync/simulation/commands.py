"""Generated arguments for every command of the catalogue.

A reference is generated as a small number and becomes an id when the step runs: one of the rows that this
laptop then holds. So a shrunk history reads well and can be typed over into a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_type_hints

from hypothesis import strategies as st

from desktop.models.code_lists import first_values
from desktop.models.commands import NEWEST
from desktop.models.commands.base import Command
from desktop.models.commands.instrument import ZetInstrumentIn
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag, WijzigWerkgeversvraag
from desktop.models.entry import CODE_FIELDS
from desktop.models.errors import Weigering
from desktop.models.fields import (
    Choice,
    ClockTime,
    Day,
    Document,
    Grade,
    Identifier,
    Many,
    Nested,
    Text,
    Whole,
    YesNo,
)
from tests.support.strategies import CHECKED, kind_of

Arguments = dict[str, Any]
Table = str
REFERENCES: Mapping[str, Table] = {
    "werkgever_id": "werkgever",
    "dubbel_id": "werkgever",
    "werkgever_ids": "werkgever",
    "vestiging_id": "vestiging",
    "contactmoment_id": "contactmoment",
    "contactpersoon_id": "contactpersoon",
    "contactpersoon_ids": "contactpersoon",
    "actie_id": "actie",
    "contactverzoek_id": "actie",
    "afspraak_id": "afspraak",
    "overdracht_id": "overdracht",
    "waarneming_id": "waarneming",
    "afstemming_id": "afstemming",
    "lijst_id": "bewaarde_lijst",
    "accountmanager_id": "medewerker",
    "regie_bij_id": "medewerker",
    "regiehouder_id": "medewerker",
    "toegewezen_aan_id": "medewerker",
    "aan_id": "medewerker",
    "naar_id": "medewerker",
    "medewerker_id": "medewerker",
    "voor_id": "medewerker",
    "waarnemer_id": "medewerker",
    "kandidaat_id": "kandidaat",
    "profiel_id": "profiel",
    "opdracht_uuid": "opdracht",
    "partner_id": "partner",
    "werkgeversvraag_id": "werkgeversvraag",
    "behandelaar_id": "medewerker",
    "vacature_id": "vacature",
    "voordracht_id": "voordracht",
    "plaatsing_id": "plaatsing",
    "onderbreking_id": "onderbreking",
    "formele_werkgever_id": "werkgever",
    "bemiddelaar_ids": "medewerker",
    "bemiddelaar_id": "medewerker",
    "instrument_id": "instrument",
    "inzet_id": "instrument_inzet",
    "taak_id": "instrument_taak",
    "nazorgactie_id": "nazorgactie",
    "signaal_id": "signaal",
}
"""Which table the rows are in that an argument may name."""
OF_SUBJECT: Mapping[str, Mapping[str, Table]] = {
    "kandidaat": {
        "overdracht_id": "kandidaat_overdracht",
        "waarneming_id": "kandidaat_waarneming",
        "naar_id": "bemiddelaar",
        "voor_id": "bemiddelaar",
        "waarnemer_id": "bemiddelaar",
    },
    "vacature": {"bemiddelaar_id": "bemiddelaar", "bemiddelaar_ids": "bemiddelaar"},
}
"""Arguments that mean something else in commands about this subject."""
OF_COMMAND: Mapping[str, Mapping[str, Table]] = {
    "kandidaat.wijs_toe": {"kandidaat_id": "nummer"},
    "kandidaat.stel_waarneming_in": {"kandidaat_id": "nummer"},
}
"""Who leads knows a candidate by its number only."""
_QUERIES: Mapping[Table, str] = {
    "bemiddelaar": "SELECT id FROM medewerker WHERE rol = 'bemiddelaar' ORDER BY id",
    "nummer": "SELECT kandidaat_id FROM kandidaatregie ORDER BY kandidaat_id",
}


def query_of(table: Table) -> str:
    """Reads the ids of what may be referred to."""
    return _QUERIES.get(table, f"SELECT id FROM {table} ORDER BY id")  # noqa: S608 (our own names)


def reference(naam: str, argument: str) -> Table | None:
    """Which rows this argument of this command may name; None when it names none."""
    for special in (OF_COMMAND.get(naam, {}), OF_SUBJECT.get(naam.partition(".")[0], {}), REFERENCES):
        if argument in special:
            return special[argument]
    return None


KVK = ("69599084", "68750110", "68727720")
ODD = (
    "zorg",
    "e\u0301e\u0301n re\u0301gie",  # combining
    "\u00e9\u00e9n r\u00e9gie",  # composed: another text
    "\U0001f468\u200d\U0001f33e teler \U0001f1f3\U0001f1f1",
    "\u05e9\u05dc\u05d5\u05dd \u202ertl\u202c",
    "\u0130stanbul stra\u00dfe \u1e9e",
    "50% 'korting' \\ \"nu\" -- ;",
    "true",
    "0",
    "a\u00a0b\u200bc",
    "\ufb01rma \u0133s \u0132S",
    "regel\neen\ttab",
    "NUL\x00hier",
    "x" * 41,
)
TEXTS = st.sampled_from(ODD)


def _codes(lijst: str) -> st.SearchStrategy[str]:
    return st.sampled_from([value.code for value in first_values() if value.lijst == lijst][:3])


DAYS = st.sampled_from(("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-27", "2026-12-31"))
_BY_NAME: Mapping[str, st.SearchStrategy[Any]] = {
    "naam": st.sampled_from(("Houtbouw Eemvallei", "Caf\u00e9 Noord", "Zorg, wonen & welzijn", *ODD[:7])),
    "kvk_nummer": st.sampled_from((None, *KVK)),
    "kanaal": _codes("kanaal"),
    "onderwerp": _codes("onderwerp"),
    "segment": _codes("segment"),
    "rol": _codes("rol_contactpersoon"),
    "soort": _codes("afspraak_soort"),
    "gemeente_code": _codes("gemeente"),
    "batch": st.sampled_from(tuple(f"00000000-0000-7000-8000-00000000000{n}" for n in range(2))),
    "bestand": st.just("werkgevers.csv"),
    "bronsysteem": st.just("VUM"),
    "bron_id": st.sampled_from(("a1", "a2", "a3")),
    "code": st.sampled_from(("721", "4448")),
    "wis": st.just([]) | st.lists(st.sampled_from(("sector", "website", "notitie", "functie")), max_size=2),
    "vestigingsnummer": st.none(),
    "rsin": st.none(),
    "categorie": _codes("signaal_categorie"),
    "waarde": _codes("werkfit_schaal"),
    "vraag": _codes("werkfit_vraag"),
    "doelgroepen": st.lists(_codes("doelgroep"), max_size=2),
}
_OF_CLASS: Mapping[tuple[type, str], st.SearchStrategy[Any]] = {
    **{which: _codes(lijst) for which, lijst in CODE_FIELDS.items()},
    (ZetInstrumentIn, "code"): st.sampled_from(("loonkostensubsidie", "proefplaatsing", "jobcoaching_uwv")),
    **{(cls, "vraag"): TEXTS for cls in (RegistreerWerkgeversvraag, WijzigWerkgeversvraag)},
}
"""What is meant by a name in one command only."""
_LEFT_OUT = {"id", "rij_id"}
"""What the laptop itself fills in."""


def _kind(name: str, kind: Any) -> st.SearchStrategy[Any]:
    if name in REFERENCES:
        number = st.integers(0, 3)
        return st.lists(number, max_size=2) if isinstance(kind, Many) else number
    if name in _BY_NAME and not isinstance(kind, Choice):
        return _BY_NAME[name]
    return _PLAIN[type(kind)](kind)


def _many(kind: Any) -> st.SearchStrategy[Any]:
    return st.lists(_PLAIN[type(kind.kind)](kind.kind), max_size=2)


_PLAIN: Mapping[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: lambda _: TEXTS,
    Choice: lambda kind: st.sampled_from(kind.options),
    Whole: lambda kind: st.integers(kind.low, min(kind.high, kind.low + 9)),
    Grade: lambda kind: st.sampled_from(kind.options),
    YesNo: lambda _: st.booleans(),
    Day: lambda _: DAYS,
    ClockTime: lambda _: st.sampled_from(("09:10", "13:30")),
    Identifier: lambda _: st.integers(0, 3),
    Many: _many,
    Nested: lambda kind: arguments(kind.cls),
    Document: lambda _: st.dictionaries(
        TEXTS, st.integers(0, 3) | st.none() | st.lists(TEXTS, max_size=1), max_size=2
    ),
}


def _strategy(name: str, kind: Any) -> st.SearchStrategy[Any]:
    if name in REFERENCES or name in _BY_NAME or type(kind) in _PLAIN:
        return _kind(name, kind)
    return CHECKED[kind.check]


def _field(cls: type, name: str, kind: Any) -> st.SearchStrategy[Any]:
    return _OF_CLASS[cls, name] if (cls, name) in _OF_CLASS else _strategy(name, kind)


def arguments(cls: type) -> st.SearchStrategy[Arguments]:
    """Arguments of a command or of a part of one: all that are required, some of the others."""
    assert is_dataclass(cls)
    hints = get_type_hints(cls, include_extras=True)
    needed: dict[str, st.SearchStrategy[Any]] = {}
    free: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(cls):
        required = field.default is MISSING and field.default_factory is MISSING
        if field.name in _LEFT_OUT and issubclass(cls, Command):
            continue
        if field.name == "id":
            continue
        (needed if required else free)[field.name] = _field(cls, field.name, kind_of(hints[field.name]))
    least = 1 if len(needed) < 2 and free else 0
    few = (
        st.lists(st.sampled_from(sorted(free)), min_size=least, max_size=2, unique=True)
        if free
        else st.just([])
    )
    return few.flatmap(lambda names: st.fixed_dictionaries(needed | {name: free[name] for name in names}))


def of(naam: str) -> st.SearchStrategy[Arguments]:
    """Arguments for the newest version of this command."""
    return arguments(NEWEST[naam])


Rows = Callable[[Table], list[str]]


def resolve(naam: str, given: Arguments, rows: Rows, new_id: Callable[[], str]) -> Arguments:
    """The same with ids in place of numbers; refused when there is nothing to refer to."""
    found: Arguments = {}
    for name, value in given.items():
        table = reference(naam, name)
        if value is None:
            continue
        if table is not None:
            ids = rows(table)
            found[name] = [_one(ids, n) for n in value] if isinstance(value, list) else _one(ids, value)
        elif name in ("regels", "vestigingen", "items"):
            found[name] = [{"id": new_id(), **resolve(naam, part, rows, new_id)} for part in value]
        elif isinstance(value, dict):
            found[name] = resolve(naam, value, rows, new_id)
        else:
            found[name] = value
    return found


def _one(ids: list[str], number: Any) -> str:
    if isinstance(number, str):
        return number
    if not ids:
        raise Weigering("rij_onbekend")
    chosen: str = ids[number % len(ids)]
    return chosen
