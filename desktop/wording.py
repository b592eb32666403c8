"""From a code with parameters to one plain Dutch sentence, the same on paper, on screen and in the terminal.

The sentences are data in `resources/teksten/*.toml`, so that a reader of texts needs no Python.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from desktop.models.errors import InputRefused, Parameter, WerkregieError
from desktop.paths import resource

UNKNOWN = "Dit kan nu niet ({code})."


class _Spoken(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


@cache
def sentences() -> Mapping[str, str]:
    """Every code with its sentence."""
    merged: dict[str, str] = {}
    for path in sorted(resource("teksten").glob("*.toml")):
        merged |= tomllib.loads(path.read_text(encoding="utf-8"))
    return merged


def sentence(code: str, parameters: Mapping[str, Parameter] | None = None) -> str:
    """The sentence of a code; a code of a newer centre gives a general one that names it."""
    template = sentences().get(code, UNKNOWN)
    spoken = _Spoken({key: "…" if value is None else str(value) for key, value in (parameters or {}).items()})
    return template.format_map(_Spoken(spoken | {"code": code}))


def explain(error: WerkregieError) -> str:
    """One sentence for an error; for several refused fields the first, with the name of the field."""
    if isinstance(error, InputRefused):
        field, reason = next(iter(error.fields.items()))
        text = sentence(reason.code, reason.parameters)
        return text if reason.code in {"veld_ontbreekt", "veld_onbekend"} else f"{field}: {text}"
    return sentence(error.code, error.parameters)
