"""Whether typed words fit a command, a page or a list: each must begin one of its words. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop.models.values import fold

_WORD = re.compile(r"[^\W_]+")
STARTS, FITS, INITIALS = 0, 1, 2


def rank(words: str, typed: str) -> int | None:
    """How well it fits, 0 the best; None when it does not. Accents and capitals make no difference."""
    wanted = _folded(typed)
    if not wanted:
        return None
    there = _folded(words)
    if " ".join(there).startswith(" ".join(wanted)):
        return STARTS
    if _each_begins_another(wanted, there):
        return FITS
    initials = "".join(word[0] for word in there)
    return INITIALS if len(wanted) == 1 and len(wanted[0]) > 1 and initials.startswith(wanted[0]) else None


def marks(words: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Which parts of the words were typed, as (from, to); only where folding keeps the places."""
    found: list[tuple[int, int]] = []
    if len(fold(words)) != len(words):
        return ()
    folded = fold(words)
    for part in _folded(typed):
        at = _begin_of_word(folded, part)
        at = folded.find(part) if at < 0 else at
        if at >= 0:
            found.append((at, at + len(part)))
    return tuple(found)


@lru_cache(1000)
def _folded(words: str) -> tuple[str, ...]:
    """Kept: the same commands are compared at every keystroke."""
    return tuple(fold(word) for word in _WORD.findall(words))


def _each_begins_another(wanted: Sequence[str], there: Sequence[str]) -> bool:
    left = list(there)
    # The longest first, so that "be bezoek" does not let "be" take the only word for "bezoek".
    for part in sorted(wanted, key=len, reverse=True):
        hit = next((word for word in left if word.startswith(part)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def _begin_of_word(folded: str, part: str) -> int:
    return next((word.start() for word in _WORD.finditer(folded) if word[0].startswith(part)), -1)
