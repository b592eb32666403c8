"""Finds what looks like a BSN in a text: nine digits that pass the elfproef. Pure: no Qt.

An RSIN passes the same test, so this points out and never forbids.
"""

from __future__ import annotations

import re

_NINE = re.compile(r"(?<![0-9])[0-9](?:[ .\-]?[0-9]){8}(?![0-9])(?![ .\-][0-9])")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def found_in(text: str) -> tuple[str, ...]:
    """As they stand in the text."""
    return tuple(match[0] for match in _NINE.finditer(text) if _passes(match[0]))


def _passes(written: str) -> bool:
    digits = [int(char) for char in written if char.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return any(digits) and total % 11 == 0
