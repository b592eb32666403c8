"""A number in a text that may be a BSN: nine digits that pass the elfproef, with or without signs between.

One of eleven other numbers passes too; who means such a number writes a letter in it or splits it. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from stdnum.nl import bsn

from desktop.models.redacting import names_ids

_SPACE = "[ \\t\u00a0\u2007\u2009\u202f]"
_DIGIT = re.compile(r"\d")
_BETWEEN = (_SPACE, r"\.", "[-\u2010-\u2015]")
# One kind of sign in one number: a day with a time behind it is no number of nine digits.
_NINE = tuple(re.compile(rf"(?<!\d)(?<!\d{sign})\d(?:{sign}?\d){{8}}(?!{sign}?\d)") for sign in _BETWEEN)


def looks_like_bsn(text: str) -> bool:
    """Whether a number in this text may be somebody's BSN."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if len(_DIGIT.findall(plain)) < 9:  # nearly every text: every note that is sent is asked this
        return False
    return any(_passes(found[0]) for pattern in _NINE for found in pattern.finditer(plain))


def _passes(number: str) -> bool:
    digits = "".join(str(unicodedata.digit(sign)) for sign in number if sign.isdecimal())
    return bool(bsn.is_valid(digits))


def fields_with_bsn(command: Any) -> Iterator[str]:
    """The fields of a command in which somebody typed such a number."""
    for field in fields(command):
        if not names_ids(field.name) and any(map(looks_like_bsn, _texts(getattr(command, field.name)))):
            yield field.name


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if not names_ids(field.name):
                yield from _texts(getattr(value, field.name))
