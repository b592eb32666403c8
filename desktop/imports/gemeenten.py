"""Which gemeente of the region an address lies in, on a given day.

Reads the product's own tables in `resources/codelijsten`. The postcode decides; a name only helps where
there is no postcode, because Laren lies in Gelderland too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from desktop.imports.remarks import Remark, remark
from desktop.imports.synonyms import plain
from desktop.paths import resource

# Places of that name outside the region: without a postcode nobody knows which is meant.
_ELSEWHERE_TOO = frozenset({"laren"})
_ALIKE = 86


@dataclass(frozen=True, slots=True)
class _Place:
    plaats: str
    gemeente: str
    code: str
    tot: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """`code` is empty outside the region; `remark` says what the person should know."""

    code: str | None = None
    remark: Remark | None = None


def gemeente_of(postcode: str | None, gemeente: str | None, plaats: str | None, day: date) -> Found:
    """The CBS code of the region's gemeente on that day."""
    if postcode:
        place = _by_pc4().get(postcode[:4])
        return _on(place, gemeente, day) if place else Found()
    if gemeente:
        return _by_name(gemeente, day)
    if plaats and plain(plaats) in _ELSEWHERE_TOO:
        return Found(remark=remark("import_plaats_dubbelzinnig", plaats=plaats))
    named = _by_place().get(plain(plaats)) if plaats else None
    return _on(named, None, day) if named else Found()


def _on(place: _Place, said: str | None, day: date) -> Found:
    if place.tot and day >= place.tot:
        return Found(
            remark=remark("import_gemeente_gesloten", gemeente=place.gemeente, tot=_spoken(place.tot))
        )
    if said and _words(said) not in {plain(place.gemeente), plain(place.plaats)}:
        meant = _closest(said)
        if meant is None or meant.code != place.code:
            return Found(place.code, remark("import_gemeente_anders", gemeente=said, volgens=place.gemeente))
    return Found(place.code)


def _by_name(name: str, day: date) -> Found:
    place = _closest(name)
    if place is None:
        return Found()
    found = _on(place, None, day)
    exact = _words(name) in {plain(place.gemeente), plain(place.plaats)}
    if exact or found.code is None:
        return found
    return Found(found.code, remark("import_gemeente_gelezen", gemeente=name, als=place.gemeente))


def _closest(name: str) -> _Place | None:
    """By the name of a gemeente or of a former one; a small mistake in spelling is forgiven."""
    words = _words(name)
    names = _by_gemeente()
    if words in names:
        return names[words]
    hit = process.extractOne(words, names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return names[hit[0]] if hit and len(words) > 5 else None


def _words(gemeente: str) -> str:
    """`Gemeente Huizen` is Huizen."""
    words = plain(gemeente)
    return words.removeprefix("gemeente") or words


@cache
def _by_pc4() -> dict[str, _Place]:
    return {row["pc4"]: place for row, place in _rows()}


@cache
def _by_place() -> dict[str, _Place]:
    return {plain(place.plaats): place for _row, place in _rows()}


@cache
def _by_gemeente() -> dict[str, _Place]:
    """Gemeenten first; Bussum, Naarden and Muiden were gemeenten until 2016 and are places still."""
    rows = list(_rows())
    former = {plain(place.plaats): place for _row, place in rows if place.gemeente == "Gooise Meren"}
    return former | {plain(place.gemeente): place for _row, place in rows}


def _rows() -> Iterator[tuple[dict[str, str], _Place]]:
    with resource("codelijsten", "postcodes_regio.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            until = date.fromisoformat(row["geldig_tot"]) if row["geldig_tot"] else None
            yield row, _Place(row["woonplaats"], row["gemeente"], row["cbs_code"], until)


def _spoken(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
