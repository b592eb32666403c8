"""Dutch addresses as people type them, taken apart: street, number, addition, postcode. Touches nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.models.errors import Weigering
from desktop.models.values import postcode as checked_postcode

_POSTCODE = re.compile(r"(?<![A-Za-z0-9])(?:NL-?)?([1-9]\d{3})[ \-.]*([A-Za-z]{2})(?![A-Za-z0-9])")
_STREET = re.compile(
    r"(?P<straat>.*?[^\W\d_].*?)(?:\s*,\s*|\s+)(?:nr\.?\s*|no\.?\s*)?(?P<nummer>\d{1,5})(?P<rest>(?:\W.*|[A-Za-z]\w{0,5}\W?.*)?)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR_STREET = re.compile(
    r"(?P<straat>.*\b(?:plein|straat|laan|weg|park|plantsoen)\s(?:18|19|20)\d\d)\s+(?:nr\.?\s*)?(?P<nummer>\d{1,5})(?P<rest>\W?\s*\w*)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\W*(?P<nummer>\d{1,5})\s*(?P<rest>[\-/ ]?\s*\w{0,6})\W*")
_MARKS = " ,;|"
ADDITION = 6
STREET = 70


@dataclass(frozen=True, slots=True)
class Address:
    """`whole` is False when a part of the text found no place."""

    straat: str | None = None
    huisnummer: int | None = None
    toevoeging: str | None = None
    postcode: str | None = None
    whole: bool = True


def find_postcode(text: str) -> str | None:
    """The first real postcode in a text, as 1217ZA."""
    for match in _POSTCODE.finditer(text):
        try:
            return checked_postcode(match[1] + match[2])
        except Weigering:
            continue
    return None


def split_address(text: str) -> Address:
    """`Straat 12-A`, `1217GP 45`, `Postbus 314` and the like; what cannot be split stays a street."""
    found, rest = _postcode_apart(text.strip())
    if not rest:
        return Address(postcode=found)
    if match := _BARE_NUMBER.fullmatch(rest):
        return _built(None, match, found)
    match = _YEAR_STREET.fullmatch(rest) or _STREET.fullmatch(rest)
    built = _built(match["straat"].strip(" ,"), match, found) if match else None
    if built and built.whole:
        return built
    return Address(straat=rest[:STREET], postcode=found, whole=False)


def _postcode_apart(text: str) -> tuple[str | None, str]:
    """A postcode at the start, or after a house number; `Overtoom 1000 hs` has none."""
    for match in _POSTCODE.finditer(text):
        before, after = text[: match.start()].strip(_MARKS), text[match.end() :].strip(_MARKS)
        if (found := find_postcode(match[0])) and (not before or re.search(r"\d", before)):
            return found, before or after
    return None, text.strip(_MARKS)


def _built(street: str | None, match: re.Match[str], postcode: str | None) -> Address:
    number, addition = int(match["nummer"]), clean_addition(match["rest"])
    fits = number > 0 and len(addition or "") <= ADDITION and len(street or "") <= STREET
    if not fits:
        return Address(straat=street and street[:STREET], postcode=postcode, whole=False)
    return Address(street or None, number, addition, postcode)


def clean_addition(text: str) -> str | None:
    """`-A`, ` / hs` and `(bg)` without their marks."""
    return re.sub(r"\s+", " ", text).strip(" -/.,()|") or None
