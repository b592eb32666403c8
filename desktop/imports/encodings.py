"""Which encoding a text file has: looked up in all of its bytes, a block at a time.

Files come from registers, mailings and old spreadsheets: UTF-8, UTF-16 with or without a mark, Windows, old
Mac and DOS. A file that is UTF-8 but for a few pasted lines keeps its UTF-8; only the odd bytes are read as
Windows.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1 << 20
MIXED = "werkregie.mixed"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters with a mark in Dutch names, by how often they occur there.
_WEIGHTS = dict.fromkeys("ëé", 5) | dict.fromkeys("ïöèüç", 3) | dict.fromkeys("áàâäêíîóôúûñßæøåÉË", 1)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
_HIGH = bytes(range(128, 256))
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_INSIDE_A_WORD = re.compile(rb"[A-Za-z]([\x80-\xff])(?=[A-Za-z])|[a-z]([\x80-\xff])(?![\x80-\xff])")


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` for open(); `errors` is the error handler that belongs to it."""

    name: str
    errors: str = "strict"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(MIXED, _as_windows)


def encoding_of(path: Path) -> Encoding:
    """The encoding in which the whole file can be read."""
    with path.open("rb") as stream:
        head = stream.read(BLOCK)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, MIXED if name == "utf-8-sig" else "replace")
    if wide := _wide(head):
        return Encoding(wide, "replace")
    if _is_utf8(path) or _mostly_utf8(path):
        return Encoding("utf-8", MIXED)
    return Encoding(_best_single_byte(path), "replace")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.3 * len(head) / 2 and odd > 4 * even:
        return "utf-16-le"
    if even > 0.3 * len(head) / 2 and even > 4 * odd:
        return "utf-16-be"
    return None


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            yield block


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(path: Path) -> bool:
    """True when more of the bytes outside ASCII are well-formed UTF-8 than not."""
    well = high = 0
    for block in _blocks(path):
        well += sum(map(len, _WELL_FORMED.findall(block)))
        high += len(block) - len(block.translate(None, _HIGH))
    return well * 2 > high


def _best_single_byte(path: Path) -> str:
    counts: dict[int, int] = {}
    for block in _blocks(path):
        for match in _INSIDE_A_WORD.finditer(block):
            byte = (match[1] or match[2])[0]
            counts[byte] = counts.get(byte, 0) + 1
    return max(_SINGLE_BYTE, key=lambda name: _likeness(name, counts))


def _likeness(name: str, counts: dict[int, int]) -> int:
    letters = ((bytes([byte]).decode(name, errors="replace"), count) for byte, count in counts.items())
    return sum(_WEIGHTS.get(letter, 0 if letter in "’–-…" else -2) * count for letter, count in letters)
