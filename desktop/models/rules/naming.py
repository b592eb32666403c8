"""Whether a text names somebody, though it is for readers who may not know who it is. Pure.

Capitals and accents do not count. What is surely the name is refused; what may be another word is asked
about. Reads the list of first names that are words too (resources/namen) only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from desktop.models.values import fold
from desktop.paths import resource

SURELY, MAYBE = "zeker", "misschien"
INSTEAD = "(naam)"
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s.'’-]*")
_BEGINS = re.compile(r"(?:^|[.!?:;\n])[\s\"'“”‘’()\[\]•*–-]*$")
_GENITIVE = "s"
_SHORT = 3
"""With an s behind it a shorter name is any word: Al and als."""
_LONG_NUMBER = 5
"""Fewer figures than this may be a year, a number of hours or a house."""


@dataclass(frozen=True, slots=True)
class Called:
    """By what somebody is recognised: the first name, the initial, the key in the system of the source."""

    roepnaam: str
    initiaal: str | None = None
    bron_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    folded: str


def named(text: str, who: Called) -> str | None:
    """`SURELY` or `MAYBE` when the text names this person, None when it does not."""
    found = {one.how for one in _found(_plain(text), who)}
    return SURELY if SURELY in found else (MAYBE if found else None)


def without(text: str, who: Called) -> str:
    """The text with all that may name this person taken out."""
    kept = _plain(text)
    for one in sorted(_found(kept, who), key=lambda one: -one.start):
        kept = kept[: one.start] + INSTEAD + kept[one.end :]
    return kept


def _plain(text: str) -> str:
    """One sign for a letter with its accent, so that a word is not cut in two."""
    return unicodedata.normalize("NFC", text)


def _found(text: str, who: Called) -> list[_Found]:
    found = [*_by_name(text, who), *_by_key(text, who.bron_id)]
    apart: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
        elif one.how == SURELY:
            apart[-1] = _Found(apart[-1].start, max(apart[-1].end, one.end), SURELY)
    return apart


def _words(text: str) -> list[_Word]:
    return [_Word(hit.start(), hit.end(), hit[0], fold(hit[0])) for hit in _WORD.finditer(text)]


def _by_name(text: str, who: Called) -> Iterator[_Found]:
    wanted = [word.folded for word in _words(_plain(who.roepnaam))]
    initial = fold("".join(_WORD.findall(who.initiaal or "")))
    words = _words(text)
    shouted = all(word.text.isupper() for word in words)
    for at in range(len(words) - len(wanted) + 1 if wanted else 0):
        here = words[at : at + len(wanted)]
        tail = _same([word.folded for word in here], wanted)
        if tail and not (here[0].text[0].isupper() and len(wanted[-1]) >= _SHORT):
            continue
        if tail is None or not all(_joined(text, *pair) for pair in pairwise(here)):
            continue
        after = words[at + len(wanted)] if at + len(wanted) < len(words) else None
        if initial and after and after.folded == initial and _joined(text, here[-1], after):
            yield _Found(here[0].start, after.end, SURELY)
            continue
        begins = shouted or _BEGINS.search(text[: here[0].start]) is not None
        how = _likely(here[0].text[0].isupper(), begins, len(wanted) == 1 and wanted[0] in _ordinary())
        if how is not None:
            yield _Found(here[0].start, here[-1].end, MAYBE if tail else how)


def _same(words: list[str], wanted: list[str]) -> str | None:
    """What stands behind the name: nothing, or the s of "Daans"; None where it is another word."""
    *first, last = words
    *wanted_first, wanted_last = wanted
    if first != wanted_first or not last.startswith(wanted_last):
        return None
    tail = last[len(wanted_last) :]
    return tail if tail in ("", _GENITIVE) else None


def _joined(text: str, one: _Word, other: _Word) -> bool:
    """Whether nothing but a space, a point or a dash stands between two words."""
    return _BETWEEN.fullmatch(text[one.end : other.start]) is not None


def _likely(capital: bool, begins: bool, ordinary: bool) -> str | None:
    """A word that is a name too (a roos) counts by its capital, where that says something."""
    if not ordinary:
        return SURELY if capital else MAYBE
    if begins:
        return MAYBE
    return SURELY if capital else None


def _by_key(text: str, bron_id: str | None) -> Iterator[_Found]:
    """The key in another system, written as it is there."""
    key = (bron_id or "").strip()
    if len(key) < 2:
        return
    short = len(key) < _LONG_NUMBER and (key.isdigit() or key.isalpha())
    for hit in re.finditer(rf"(?<!\w){re.escape(_plain(key))}(?!\w)", text, re.IGNORECASE):
        yield _Found(hit.start(), hit.end(), MAYBE if short else SURELY)


@cache
def _ordinary() -> frozenset[str]:
    """First names that are words too."""
    lines = resource("namen", "gewone_woorden.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
