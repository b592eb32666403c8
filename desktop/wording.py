"""From a code with parameters to one plain Dutch sentence, the same on paper, on screen and in the terminal.

The sentences are data in `resources/teksten/*.toml`, so that a reader of texts needs no Python.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from desktop import dutch
from desktop.models.errors import InputRefused, Parameter, WerkregieError
from desktop.paths import resource

UNKNOWN = "Dit kan nu niet ({code})."
_ABSENT = "…"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")
# Numbers that name something: no point between the thousands.
_TYPED = frozenset({"waarde", "nu", "eerst"})
"""Parameters that hold what somebody typed: a long one is cut, so that the sentence stays one."""
_NAMES = frozenset({"versie", "laag", "hoog", "nummer", "poort", "status"})


# [een|meer]: which of the two is read depends on `aantal`.
_COUNTED = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_CLOSING = re.compile(r"\{(\w+)\}\.(?=\s|$)")


class _Spoken(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _ABSENT


@cache
def sentences() -> Mapping[str, str]:
    """Every code with its sentence."""
    merged: dict[str, str] = {}
    for path in sorted(resource("teksten").glob("*.toml")):
        merged |= tomllib.loads(path.read_text(encoding="utf-8"))
    return merged


def sentence(code: str, parameters: Mapping[str, Parameter] | None = None) -> str:
    """The sentence of a code; a code of a newer centre gives a general one that names it.

    ISO dates and UTC moments among the parameters are spoken: 12 maart 2026.
    """
    template = sentences().get(code, UNKNOWN)
    spoken = {key: _speak(key, value) for key, value in (parameters or {}).items()}
    one = (parameters or {}).get("aantal") == 1
    template = _COUNTED.sub(lambda found: found[1 if one else 2], template)
    template = _CLOSING.sub(lambda found: _closed(found, spoken), template)
    return template.format_map(_Spoken(spoken | {"code": code}))


def _closed(found: re.Match[str], spoken: Mapping[str, str]) -> str:
    """A name that ends in a full stop, B.V., also ends the sentence."""
    return found[0].removesuffix(".") if spoken.get(found[1], "").endswith(".") else found[0]


def _speak(key: str, value: Parameter) -> str:
    if value is None:
        return _ABSENT
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int):
        return str(value) if key in _NAMES else dutch.number(value)
    if key == "kvk_nummer":
        return dutch.kvk(value)
    return _speak_time(dutch.brief(value) if key in _TYPED else value)


def _speak_time(text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return dutch.long_date(date.fromisoformat(text))
        if _MOMENT.fullmatch(text):
            return dutch.long_moment(datetime.fromisoformat(text))
    except ValueError:  # 2026-02-30: somebody typed it, so it is shown as it is
        return text
    return text


def explain(error: WerkregieError) -> str:
    """One sentence for an error; for several refused fields the first, with the name of the field."""
    if isinstance(error, InputRefused):
        field, reason = next(iter(error.fields.items()))
        text = sentence(reason.code, reason.parameters)
        return text if reason.code in {"veld_ontbreekt", "veld_onbekend"} else f"{field}: {text}"
    return sentence(error.code, error.parameters)
