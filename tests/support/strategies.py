"""Hypothesis strategies for commands, made from the kinds of their fields, and for input that is none."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from desktop.models import values
from desktop.models.fields import (
    Checked,
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

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
PLAIN_TEXT = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=TURNING)
_RSIN = ("111222333", "123456782", "000000012", "999999990")

CHECKED: Mapping[Any, st.SearchStrategy[str]] = {
    values.kvk_nummer: st.from_regex(r"[0-9]{8}", fullmatch=True),
    values.rsin: st.sampled_from(_RSIN),
    values.vestigingsnummer: st.from_regex(r"[0-9]{12}", fullmatch=True),
    values.postcode: st.from_regex(r"[1-9][0-9]{3}[A-NP-RT-Z]{2}", fullmatch=True),
    values.email: st.from_regex(r"[a-z.]{1,20}@[a-z]{1,20}\.nl", fullmatch=True),
    values.telefoon: st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True),
    values.sbi_code: st.from_regex(r"[0-9]{2,5}", fullmatch=True),
    values.pc4: st.from_regex(r"[1-9][0-9]{3}", fullmatch=True),
    values.bron_id: st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True),
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | st.text(st.characters(), max_size=40)
    | st.sampled_from(
        ["2026-11-20", "2026-W10-1", "20261120", "24:00", "1217ZA", "bezoek", "{0}", "\ud800", "\x00"]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


def kind_of(hint: Any) -> Any:
    """The kind in the annotation of a field."""
    for candidate in (hint, *get_args(hint)):
        for extra in getattr(candidate, "__metadata__", ()):
            if hasattr(extra, "parse"):
                return extra
    raise TypeError(hint)


_KEPT: Mapping[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: lambda kind: _words(min(kind.max, 60)),
    Checked: lambda kind: CHECKED[kind.check],
    Choice: lambda kind: st.sampled_from(kind.options),
    Whole: lambda kind: st.integers(kind.low, kind.high),
    Grade: lambda kind: st.sampled_from(kind.options),
    YesNo: lambda _: st.booleans(),
    Day: lambda _: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    ClockTime: lambda _: st.times().map(lambda moment: f"{moment:%H:%M}"),
    Identifier: lambda _: st.uuids().map(str),
    Many: lambda kind: st.lists(kept(kind.kind), max_size=min(kind.max, 3)).map(tuple),
    Nested: lambda kind: instances(kind.cls),
    Document: lambda _: st.dictionaries(
        _words(10), st.integers(0, 9) | st.lists(_words(10), max_size=2), max_size=2
    ),
}


def _words(limit: int) -> st.SearchStrategy[str]:
    return st.text(PLAIN_TEXT, min_size=1, max_size=limit).map(str.strip).filter(_can_be_seen)


def _can_be_seen(text: str) -> bool:
    return any(unicodedata.category(sign) not in ("Cf", "Zs", "Zl", "Zp") for sign in text)


def kept(kind: Any) -> st.SearchStrategy[Any]:
    """Values of this kind as a command keeps them."""
    return _KEPT[type(kind)](kind)


def instances(cls: type) -> st.SearchStrategy[Any]:
    """Any instance of a command or of a part of it."""
    assert is_dataclass(cls)
    hints = get_type_hints(cls, include_extras=True)
    given = {}
    for field in fields(cls):
        strategy = kept(kind_of(hints[field.name]))
        optional = field.default is None
        given[field.name] = st.none() | strategy if optional else strategy
    return st.builds(cls, **given)


def required(cls: type) -> list[str]:
    """The names of the fields that must be given."""
    assert is_dataclass(cls)
    return [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]
