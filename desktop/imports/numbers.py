"""Numbers as spreadsheets leave them: without their leading zeros, with `.0` behind, or as 5,66E+07.

Returns the number as the register writes it, or raises a `Weigering` that names what is wrong. Touches
values only.
"""

from __future__ import annotations

import re

from desktop.models.errors import Weigering
from desktop.models.values import kvk_nummer, vestigingsnummer

_NO_NUMBER = re.compile(
    r"\W*(?:(?:nog )?niet bekend|onbekend|geen|n\.?\s?v\.?\s?t\.?|niet van toepassing|nihil|null|n/?a|0+)?"
    r"\W*",
    re.IGNORECASE,
)
_FLOAT = re.compile(r"(\d+)[.,]0+")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*E\+?\d+", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:kvk|k\.v\.k\.|nhr|nr)\W*(?:nummer|nr)?\W*", re.IGNORECASE)


def is_no_number(text: str) -> bool:
    """True for what people write when they have no number: `-`, `onbekend`, `(Nog niet bekend)`, `0`."""
    return _NO_NUMBER.fullmatch(text) is not None


def _digits(text: str) -> str:
    if _SCIENTIFIC.fullmatch(text):
        raise Weigering("import_nummer_afgekort", waarde=text)
    if match := _FLOAT.fullmatch(text):
        return match[1]
    return re.sub(r"[\s.\-]", "", _PREFIX.sub("", text))


def read_kvk(text: str) -> str | None:
    """Eight digits; seven get their zero back, the old twelve (…0000) lose their tail. None: none given."""
    if is_no_number(text):
        return None
    digits = _digits(text)
    if digits.isdecimal() and len(digits) == 7:
        digits = "0" + digits
    elif digits.isdecimal() and len(digits) == 12 and digits.endswith("0000"):
        digits = digits[:8]
    return kvk_nummer(digits)


def read_vestigingsnummer(text: str) -> str | None:
    """Twelve digits; leading zeros are put back. None: no number given."""
    if is_no_number(text):
        return None
    digits = _digits(text)
    return vestigingsnummer(digits.zfill(12) if len(digits) >= 4 else digits)
