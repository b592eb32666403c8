"""Place names as people write them: registers shout them, a list should not. Touches nothing."""

from __future__ import annotations

import re

_SMALL = frozenset(["aan", "bij", "de", "den", "der", "en", "het", "in", "ter", "ten", "op", "onder", "van"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def calm_place(name: str) -> str:
    """`SON EN BREUGEL` → `Son en Breugel`, `'S-GRAVELAND` → `'s-Graveland`; mixed case stays as it is."""
    if not name.isupper() or len(name) < 3:
        return name
    lowered = name.lower()
    spoken = _WORD.sub(lambda match: _word(match[0], match.start() == 0), lowered)
    return re.sub(r"(^|[\s(])(['’])S(?=[\s-])", r"\1\2s", spoken)


def _word(word: str, first: bool) -> str:
    if word in _SMALL and not first:
        return word
    if word.startswith("ij"):
        return "IJ" + word[2:]
    return word[:1].upper() + word[1:]
