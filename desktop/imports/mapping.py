"""What a person says about the columns: `naam=1,kvk=Nationale identificatie`. Touches nothing.

On the left a field, on the right a title (or the start of one) or a column number from 1. An empty right-hand
side or `-` says that no column holds the field. A title with a comma in it goes between double quotes.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

from desktop.imports.synonyms import SYNONYMS, field_of, plain
from desktop.models.errors import Weigering

NONE = -1
FIELDS = tuple(field for field in SYNONYMS if field != "houder")


def parse_mapping(text: str | None) -> dict[str, str]:
    """Field → title or number as it was typed. Raises `Weigering` with the part that cannot be read."""
    if not text or not text.strip():
        return {}
    wanted: dict[str, str] = {}
    for part in next(csv.reader([_outer_quotes(text)], skipinitialspace=True)):
        left, sign, right = part.partition("=")
        if not sign:
            raise Weigering("import_kolommen_vorm", deel=part.strip()[:60])
        wanted[_field(left)] = right.strip().strip('"').strip()
    return wanted


def _outer_quotes(text: str) -> str:
    """csv wants its quote first: naam="a, b" becomes "naam=a, b"."""
    parts: list[str] = []
    inside = False
    for letter in text:
        inside ^= letter == '"'
        parts.append("\0" if letter == "," and inside else letter)
    pieces = "".join(parts).split(",")
    return ",".join('"' + piece.replace('"', "").replace("\0", ",").strip() + '"' for piece in pieces)


def _field(typed: str) -> str:
    name = plain(typed)
    exact = {plain(field): field for field in FIELDS}
    field = exact.get(name) or field_of(typed)
    if field is None or field not in FIELDS:
        raise Weigering("import_veld_onbekend", veld=typed.strip()[:40], velden=", ".join(FIELDS))
    return field


def find_columns(wanted: Mapping[str, str], titles: Sequence[str], width: int) -> dict[str, int]:
    """Field → column from 0, `NONE` for a field that no column may fill. Raises `Weigering`."""
    return {field: _find(name, titles, width) for field, name in wanted.items()}


def _find(name: str, titles: Sequence[str], width: int) -> int:
    if name in {"", "-"}:
        return NONE
    known = [plain(title) for title in titles]
    if plain(name) in known:
        return known.index(plain(name))
    if name.isdecimal():
        if not 1 <= int(name) <= width:
            raise Weigering("import_kolom_nummer", nummer=name, aantal=width)
        return int(name) - 1
    hits = [i for i, title in enumerate(known) if title.startswith(plain(name))]
    if len(hits) != 1:
        code = "import_kolom_dubbel" if hits else "import_kolom_weg"
        raise Weigering(code, kolom=name[:60], kolommen=", ".join(filter(None, titles))[:300])
    return hits[0]
