"""Generated arguments for every command of the catalogue.

`of` gives anything that can be read, `sound` what could be right: days that were where a day must have been,
texts that fit. A reference is a small number, and a day one counted from today: `references` makes them real.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

from hypothesis import strategies as st

from desktop.models.code_lists import first_values
from desktop.models.commands import NEWEST
from desktop.models.commands.base import Command
from desktop.models.commands.instrument import ZetInstrumentIn
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag, WijzigWerkgeversvraag
from desktop.models.entry import CODE_FIELDS
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
from tests.support.strategies import CHECKED, kind_of, required
from tests.sync.simulation.references import REFERENCES, Arguments

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


PAST = st.sampled_from(("dag+0", "dag-1", "dag-7", "dag-40"))
TO_COME = st.sampled_from(("dag+1", "dag+0", "dag+14", "dag+60"))
STARTS = st.sampled_from(("dag-200", "dag-40", "dag+0", "dag+7"))
_WERE = frozenset(
    {
        *("datum", "ontvangen_op", "uitgevoerd_op", "afgerond_op", "aangevraagd_op", "toegekend_op"),
        *("toestemming", "laatste_controle", "van", "opheffing_datum"),
    }
)
"""Days that a person tells of when they have been."""
_KEPT = frozenset({"adres_afgeschermd", "hoofdvestiging", "kvk_nummer"})


def _sound_day(name: str) -> st.SearchStrategy[str]:
    if name == "start":
        return STARTS
    return PAST if name in _WERE else TO_COME


def _sound_text(kind: Text) -> st.SearchStrategy[str]:
    return st.sampled_from([text for text in ODD if len(text) <= kind.max and "\x00" not in text])


def _kind(name: str, kind: Any, sound: bool) -> st.SearchStrategy[Any]:
    if name in REFERENCES:
        number = st.integers(0, 3)
        return st.lists(number, max_size=2) if isinstance(kind, Many) else number
    if name in _BY_NAME and not isinstance(kind, Choice):
        return _BY_NAME[name]
    if sound and isinstance(kind, Day):
        return _sound_day(name)
    return _plain(kind, sound)


def _plain(kind: Any, sound: bool) -> st.SearchStrategy[Any]:
    if isinstance(kind, Nested):
        return arguments(kind.cls, sound)
    if isinstance(kind, Many):
        return st.lists(_plain(kind.kind, sound), max_size=2)
    if sound and isinstance(kind, Text):
        return _sound_text(kind)
    return _PLAIN[type(kind)](kind)


_PLAIN: Mapping[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: lambda _: TEXTS,
    Choice: lambda kind: st.sampled_from(kind.options),
    Whole: lambda kind: st.integers(kind.low, min(kind.high, kind.low + 9)),
    Grade: lambda kind: st.sampled_from(kind.options),
    YesNo: lambda _: st.booleans(),
    Day: lambda _: DAYS,
    ClockTime: lambda _: st.sampled_from(("09:10", "13:30")),
    Identifier: lambda _: st.integers(0, 3),
    Document: lambda _: st.dictionaries(
        TEXTS, st.integers(0, 3) | st.none() | st.lists(TEXTS, max_size=1), max_size=2
    ),
}


def _strategy(name: str, kind: Any, sound: bool) -> st.SearchStrategy[Any]:
    if name in REFERENCES or name in _BY_NAME or not hasattr(kind, "check"):
        return _kind(name, kind, sound)
    return CHECKED[kind.check]


def _field(cls: type, name: str, kind: Any, sound: bool) -> st.SearchStrategy[Any]:
    if sound and name == "wis":
        return _emptied(cls)
    return _OF_CLASS[cls, name] if (cls, name) in _OF_CLASS else _strategy(name, kind, sound)


def _emptied(cls: type) -> st.SearchStrategy[list[str]]:
    """A field that may have no value."""
    assert is_dataclass(cls)
    names = [field.name for field in fields(cls) if field.default is None]
    free = [name for name in names if name not in REFERENCES and name not in _KEPT]
    return st.just([]) | st.sampled_from(free).map(lambda name: [name]) if free else st.just([])


def arguments(cls: type, sound: bool = False) -> st.SearchStrategy[Arguments]:
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
        made = _field(cls, field.name, kind_of(hints[field.name]), sound)
        (needed if required else free)[field.name] = made
    least = 1 if len(needed) < 2 and free else 0
    few = (
        st.lists(st.sampled_from(sorted(free)), min_size=least, max_size=2, unique=True)
        if free
        else st.just([])
    )
    return few.flatmap(lambda names: st.fixed_dictionaries(needed | {name: free[name] for name in names}))


@cache
def of(naam: str) -> st.SearchStrategy[Arguments]:
    """Arguments for the newest version of this command: anything that can be read."""
    return arguments(NEWEST[naam])


@cache
def sound(naam: str) -> st.SearchStrategy[Arguments]:
    """Arguments that a person who looks might give."""
    return arguments(NEWEST[naam], sound=True)


@cache
def needed(naam: str) -> frozenset[str]:
    """What cannot be left out."""
    return frozenset(required(NEWEST[naam]))
