"""From what was typed in a form to the arguments of a command: numbers, days and lists read. Pure: no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from desktop import wording
from desktop.models.errors import InputRefused
from desktop.models.fields import build
from desktop.views.forms import texts as words
from desktop.views.forms.days import read_day
from desktop.views.forms.inputs import CHECK, DAY, NAMES, NUMBER, FieldSpec, Value

Typed = Mapping[str, Value]
_HOUSE = re.compile(r"([0-9]{1,5})\s*[-/]?\s*(.{0,6})")


def plain(specs: Iterable[FieldSpec], typed: Typed, today: date) -> tuple[dict[str, object], dict[str, str]]:
    """Arguments for what was filled in, and what cannot be read; an empty text is left out."""
    found: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for spec in specs:
        value = typed.get(spec.key, "")
        if isinstance(value, bool):
            found[spec.key] = value
            continue
        if isinstance(value, tuple):
            if value:
                found[spec.key] = list(value)
            continue
        text = value.strip()
        if not text:
            continue
        read, error = _one(spec, text, today)
        if error:
            wrong[spec.key] = error
        else:
            found[spec.key] = read
    return found, wrong


def _one(spec: FieldSpec, text: str, today: date) -> tuple[object, str]:
    if spec.kind == NUMBER:
        bare = text.replace(".", "").replace(" ", "")
        return (int(bare), "") if bare.isascii() and bare.isdigit() else (None, words.NUMBER_ONLY)
    if spec.kind == DAY:
        when, error = read_day(text, today, spec.span)
        return (when.day.isoformat() if when else None), error
    if spec.kind == NAMES:
        return [part.strip() for part in text.split(",") if part.strip()], ""
    return text, ""


def missing(specs: Iterable[FieldSpec], typed: Typed) -> dict[str, str]:
    """What must be filled in and is not."""
    empty = (spec for spec in specs if spec.required and _is_empty(typed.get(spec.key, "")))
    return {spec.key: spec.missing or words.REQUIRED.get(spec.key, words.FILL_IN) for spec in empty}


def _is_empty(value: Value) -> bool:
    return not value.strip() if isinstance(value, str) else not value


def there(specs: Iterable[FieldSpec], typed: Typed) -> tuple[FieldSpec, ...]:
    """Those that are asked now: a field may depend on what stands in another one."""
    return tuple(
        spec for spec in specs if spec.only is None or str(typed.get(spec.only[0], "")) in spec.only[1]
    )


def refused(command: type, arguments: Mapping[str, object]) -> dict[str, str]:
    """What the command itself says of these arguments, per field of the command."""
    try:
        build(command, arguments)
    except InputRefused as error:
        return {
            name: wording.sentence(reason.code, reason.parameters) for name, reason in error.fields.items()
        }
    return {}


def changed(specs: Iterable[FieldSpec], typed: Typed, before: Typed) -> set[str]:
    """The fields that say something else than before; spaces around do not count."""
    return {
        spec.key
        for spec in specs
        if _bare(typed.get(spec.key, ""), spec) != _bare(before.get(spec.key, ""), spec)
    }


def _bare(value: Value, spec: FieldSpec) -> Value:
    if isinstance(value, bool) or spec.kind == CHECK:
        return bool(value)
    if not isinstance(value, str):
        return tuple(sorted(value))
    return " ".join(value.split()) if spec.kind != "note" else value.strip()


def house(text: str) -> tuple[int | None, str] | None:
    """12 a is 12 and a; None when it does not begin with a number."""
    if not text.strip():
        return None, ""
    found = _HOUSE.fullmatch(text.strip())
    return (int(found[1]), found[2].strip()) if found else None
