"""R9: when two names mean the same werkgever. Legal forms, accents and punctuation do not count."""

from __future__ import annotations

import re

from desktop.models.values import fold

_LEGAL = re.compile(
    r"\b(b\.?\s?v\.?|n\.?\s?v\.?|v\.?\s?o\.?\s?f\.?|c\.?\s?v\.?|stichting|stg\.?|vereniging|ver\.?|"
    r"cooperatie|coop\.?|maatschap|eenmanszaak|holding|beheer|u\.?\s?a\.?|i\.?\s?o\.?)(?=\W|$)"
)
_NO_WORD = re.compile(r"[^0-9a-z]+")
LIKELY = 88


def search_name(naam: str) -> str:
    """The name as it is compared and sorted: folded, without legal form; never empty."""
    folded = fold(naam)
    bare = _NO_WORD.sub(" ", _LEGAL.sub(" ", folded)).strip()
    return (bare or _NO_WORD.sub(" ", folded).strip() or folded.strip() or "-")[:500]


def likeness(first: str, second: str) -> int:
    """0–100 for two search names; word order counts little, one typing error hardly."""
    from rapidfuzz import fuzz

    return round(max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)))


def is_likely_double(first: str, second: str, same_place: bool) -> bool:
    """A suggestion only: names alone never merge werkgevers."""
    score = likeness(first, second)
    return score >= (LIKELY if same_place else 94)
