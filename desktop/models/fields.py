"""Fields of commands: from what was typed or sent to a checked value, and to a JSON schema.

A command annotates its fields with a `Kind`; `build` makes a command from plain data and gives every
refused field its own reason, so that a form, the command line and the wire share one validation.
Touches values and errors only.
"""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar
from uuid import UUID

from desktop.models import values
from desktop.models.errors import InputRefused, Weigering

C = TypeVar("C")
# With those that turn the writing direction: a name may not turn around the words that stand after it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# Half a character comes out of a broken JSON or a byte that is no UTF-8, and fits in no database.
_HALF = re.compile(r"[\ud800-\udfff]")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UUID = re.compile(r"[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")
_KEPT_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST, _LARGEST = 4_000, 2**53
_CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def _shown(raw: object) -> str:
    """What was given, short enough for a sentence; only text is repeated."""
    return raw[:40] if isinstance(raw, str) else "…"


def _refuse_half(raw: str) -> None:
    """Never dropped: the letter that was meant would be gone without a word."""
    if _HALF.search(raw):
        raise Weigering("tekst_half_teken")


class Kind(Protocol):
    """One kind of field: `parse` returns the kept value or raises `Weigering`."""

    def parse(self, raw: object) -> object: ...

    def schema(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of at most `max` characters, trimmed; control characters are dropped, lines stay.

    Text of which nothing can be seen is refused as empty.
    """

    max: int

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise Weigering("geen_tekst")
        if raw.isprintable():  # most texts: then there is nothing to look for
            text = raw.strip()
        else:
            _refuse_half(raw)
            text = _CONTROL.sub("", raw.replace("\r\n", "\n")).strip()
            if all(unicodedata.category(sign) in _UNSEEN for sign in text):
                raise Weigering("leeg")
        if not text:
            raise Weigering("leeg")
        if len(text) > self.max:
            raise Weigering("te_lang", max=self.max, aantal=len(text))
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.max}


@dataclass(frozen=True, slots=True)
class Checked:
    """Text that one of the functions of `values` checks."""

    check: Callable[[str], str]
    pattern: str | None = None

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise Weigering("geen_tekst")
        _refuse_half(raw)
        if not raw.strip():
            raise Weigering("leeg")
        return self.check(raw)

    def schema(self) -> dict[str, Any]:
        return {"type": "string"} | ({"pattern": self.pattern} if self.pattern else {})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the given words."""

    options: tuple[str, ...]

    def parse(self, raw: object) -> str:
        if raw not in self.options:
            raise Weigering("geen_keuze", keuzes=", ".join(self.options))
        return str(raw)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two limits, both included."""

    low: int
    high: int

    def parse(self, raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise Weigering("geen_getal")
        if not self.low <= raw <= self.high:
            raise Weigering("getal_buiten_grens", laag=self.low, hoog=self.high)
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Grade:
    """One of the given whole numbers: a code that an exchange format keeps as a number."""

    options: tuple[int, ...]

    def parse(self, raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or raw not in self.options:
            raise Weigering("geen_keuze", keuzes=", ".join(map(str, self.options)))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}


class YesNo:
    """True or false."""

    def parse(self, raw: object) -> bool:
        if not isinstance(raw, bool):
            raise Weigering("geen_ja_nee")
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Day:
    """A calendar day as YYYY-MM-DD."""

    def parse(self, raw: object) -> date:
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        # fromisoformat alone would also take 20260312 and 2026-W11-4.
        if not isinstance(raw, str) or not _ISO_DAY.fullmatch(raw):
            raise Weigering("geen_datum", waarde=_shown(raw))
        try:
            return date.fromisoformat(raw)
        except ValueError as error:
            raise Weigering("geen_datum", waarde=raw) from error

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class ClockTime:
    """A time of day as HH:MM, in the region's own time."""

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str) or not _CLOCK_TIME.fullmatch(raw):
            raise Weigering("geen_tijd", waarde=_shown(raw))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


class Identifier:
    """The id of a row: a UUID as text, kept in lower case."""

    def parse(self, raw: object) -> str:
        if isinstance(raw, str) and _KEPT_UUID.fullmatch(raw):
            return raw
        if not isinstance(raw, str) or not _UUID.fullmatch(raw):
            raise Weigering("geen_id", waarde=_shown(raw))
        return str(UUID(raw))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uuid"}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of one kind, at most `max` long; kept as a tuple."""

    kind: Kind
    max: int

    def parse(self, raw: object) -> tuple[object, ...]:
        if not isinstance(raw, Sequence) or isinstance(raw, str):
            raise Weigering("geen_lijst")
        if len(raw) > self.max:
            raise Weigering("te_veel", max=self.max, aantal=len(raw))
        return tuple(self.kind.parse(item) for item in raw)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "maxItems": self.max, "items": self.kind.schema()}


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON object as another program wrote it, of at most `max` texts, numbers and names together.

    Whole numbers only: the two databases would keep 1.0 and 1e2 in forms of their own.
    """

    max: int = 500
    depth: int = 6

    def parse(self, raw: object) -> dict[str, Any]:
        if not isinstance(raw, Mapping):
            raise Weigering("geen_object")
        count = sum(1 for _ in self._parts(raw, self.depth))
        if count > self.max:
            raise Weigering("te_veel", max=self.max, aantal=count)
        return dict(raw)

    def _parts(self, value: object, depth: int) -> Iterator[object]:
        """Every part of it, each looked at."""
        yield value
        if isinstance(value, str):
            _refuse_half(value)
            if "\x00" in value:
                raise Weigering("tekst_half_teken")
            if len(value) > _LONGEST:
                raise Weigering("te_lang", max=_LONGEST, aantal=len(value))
        elif isinstance(value, Mapping | list) and depth > 0:
            names = value if isinstance(value, Mapping) else ()
            for part in (*names, *(value.values() if isinstance(value, Mapping) else value)):
                yield from self._parts(part, depth - 1)
        elif not (value is None or isinstance(value, int)) or abs(value or 0) > _LARGEST:
            raise Weigering("geen_tekst")

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": True}


@dataclass(frozen=True, slots=True)
class Nested:
    """Another dataclass of fields."""

    cls: type

    def parse(self, raw: object) -> object:
        if isinstance(raw, self.cls):
            return raw
        if not isinstance(raw, Mapping):
            raise Weigering("geen_object")
        return build(self.cls, raw)

    def schema(self) -> dict[str, Any]:
        return schema(self.cls)


Id = Annotated[str, Identifier()]
Date = Annotated[date, Day()]
Flag = Annotated[bool, YesNo()]
Time = Annotated[str, ClockTime()]
Text40 = Annotated[str, Text(40)]
Text70 = Annotated[str, Text(70)]
Text200 = Annotated[str, Text(200)]
Text500 = Annotated[str, Text(500)]
Text1000 = Annotated[str, Text(1000)]
Kvk = Annotated[str, Checked(values.kvk_nummer, "^[0-9]{8}$")]
Rsin = Annotated[str, Checked(values.rsin, "^[0-9]{9}$")]
Postcode = Annotated[str, Checked(values.postcode, "^[1-9][0-9]{3} ?[A-Za-z]{2}$")]
Email = Annotated[str, Checked(values.email)]
Telefoon = Annotated[str, Checked(values.telefoon)]
Vestigingsnummer = Annotated[str, Checked(values.vestigingsnummer, "^[0-9]{12}$")]
Sbi = Annotated[str, Checked(values.sbi_code)]


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    kind: Kind
    required: bool


@cache
def _plans(cls: type) -> tuple[_Plan, ...]:
    """How to read each field of a command; the annotations are resolved once."""
    if not is_dataclass(cls):
        raise TypeError(cls)
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple(_Plan(f.name, _kind_of(hints[f.name]), _is_required(f)) for f in fields(cls))


@cache
def _parsers(cls: type) -> tuple[Mapping[str, Callable[[object], object]], frozenset[str]]:
    """How each field is read, and which must be there."""
    plans = _plans(cls)
    return {plan.name: plan.kind.parse for plan in plans}, frozenset(p.name for p in plans if p.required)


def kinds(cls: type) -> Mapping[str, Kind]:
    """Field name → how a value of it is read."""
    return {plan.name: plan.kind for plan in _plans(cls)}


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _kind_of(hint: Any) -> Kind:
    for candidate in (hint, *typing.get_args(hint)):
        for extra in getattr(candidate, "__metadata__", ()):
            if hasattr(extra, "parse"):
                return typing.cast(Kind, extra)
    raise TypeError(f"no kind in {hint}")


def build(cls: type[C], data: Mapping[str, Any]) -> C:
    """A checked `cls` from plain data; empty text and null count as not given.

    Raises `InputRefused` with one reason per field, unknown and missing fields included, and `Weigering`
    when `data` has no fields at all.
    """
    if not isinstance(data, Mapping):
        raise Weigering("geen_object")
    prepare = getattr(cls, "prepare", None)
    data = prepare(data) if prepare else data
    parsed = _at_once(cls, data)
    return cls(**(_one_by_one(cls, data) if parsed is None else parsed))


def _at_once(cls: type, data: Mapping[str, Any]) -> dict[str, object] | None:
    """The fields of a command that is as it should be, as nearly all are; None when something is not."""
    known, required = _parsers(cls)
    if not required <= data.keys() <= known.keys():
        return None
    try:
        parsed = {name: known[name](raw) for name, raw in data.items() if raw is not None and raw != ""}
    except Weigering:
        return None
    return parsed if required <= parsed.keys() else None


def _one_by_one(cls: type, data: Mapping[str, Any]) -> dict[str, object]:
    """The same, with a reason for each field that does not fit."""
    refused: dict[str, Weigering] = {}
    parsed: dict[str, object] = {}
    plans = _plans(cls)
    for plan in plans:
        raw = data.get(plan.name)
        if raw is None or raw == "":
            if plan.required:
                refused[plan.name] = Weigering("veld_ontbreekt", veld=plan.name)
            continue
        try:
            parsed[plan.name] = plan.kind.parse(raw)
        except Weigering as reason:
            reason.parameters.setdefault("veld", plan.name)
            refused[plan.name] = reason
    for name in data.keys() - {plan.name for plan in plans}:
        refused[name] = Weigering("veld_onbekend", veld=str(name)[:40])
    if refused:
        raise InputRefused(refused)
    return parsed


def to_plain(value: Any) -> Any:
    """A command or a field of it as plain JSON data; what is absent is left out.

    An empty list stays where it says something else than no list.
    """
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f, getattr(value, f.name)) for f in fields(value))
        return {
            f.name: to_plain(item)
            for f, item in pairs
            if item is not None and not (item == () and f.default == ())
        }
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def schema(cls: type) -> dict[str, Any]:
    """JSON schema of a command's arguments."""
    plans = _plans(cls)
    return {
        "type": "object",
        "properties": {plan.name: plan.kind.schema() for plan in plans},
        "required": [plan.name for plan in plans if plan.required],
        "additionalProperties": False,
    }


def describe(cls: type) -> Mapping[str, dict[str, Any]]:
    """Field name → schema of that field."""
    return {plan.name: plan.kind.schema() for plan in _plans(cls)}
