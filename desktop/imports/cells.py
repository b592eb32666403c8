"""Single cells that are no numbers: a website, a yes or no, a count, an SBI code. Values only.

Each function gives the value as it is kept, None for an empty cell, or raises a `Weigering`.
"""

from __future__ import annotations

import re

from desktop.models.errors import Weigering
from desktop.models.values import rsin as checked_rsin
from desktop.models.values import sbi_code as checked_sbi

_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?", re.UNICODE)
_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "1", "x"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0", "-"})
_LANDS = frozenset(
    {"", "nederland", "nl", "nld", "netherlands", "thenetherlands", "holland", "paysbas", "6030"}
)
WEBSITE = 500


def website(text: str) -> str | None:
    """With its scheme, the host in small letters; the first of several."""
    first = re.split(r"[\s;,|]+(?=https?://|www\.)|\s", text.strip(" <>;,"))[0]
    if not first or first in {"-", "."}:
        return None
    scheme, mark, rest = first.partition("://")
    if not mark:
        scheme, rest = "https", first
    host, slash, path = rest.partition("/")
    if scheme.lower() not in {"http", "https"} or "@" in host or not _HOST.fullmatch(host.split("?")[0]):
        raise Weigering("import_website", waarde=text[:60])
    full = f"{scheme.lower()}://{host.lower()}{slash}{path}".rstrip("/")
    if len(full) > WEBSITE:
        raise Weigering("te_lang", max=WEBSITE, aantal=len(full))
    return full


def yes_no(text: str) -> bool | None:
    word = text.strip().casefold()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise Weigering("import_ja_nee", waarde=text[:20])


def count(text: str) -> int | None:
    """A whole number; `1.200` is twelve hundred."""
    compact = re.sub(r"(?<=\d)[.\s](?=\d{3}(?!\d))|[.,]0+$", "", text.strip())
    if not compact:
        return None
    if not compact.isdecimal() or len(compact) > 6:
        raise Weigering("import_aantal", waarde=text[:20])
    return int(compact)


def sbi_version(text: str) -> int | None:
    found = count(text)
    if found not in {None, 2008, 2025}:
        raise Weigering("import_sbi_versie", waarde=text[:20])
    return found


def sbi(text: str) -> str | None:
    """The first code of the cell."""
    first = re.split(r"[\s;,]", text.strip())[0]
    return checked_sbi(first) if first else None


def rsin(text: str) -> str | None:
    digits = re.sub(r"\D", "", text)
    return checked_rsin(digits.zfill(9)) if digits else None


def is_abroad(land: str) -> bool:
    return "".join(letter for letter in land.casefold() if letter.isalnum()) not in _LANDS


def several(text: str) -> tuple[str, ...]:
    """Names between ; or |."""
    return tuple(part.strip() for part in re.split(r"[;|]", text) if part.strip())
