"""The letters of paper: registers IBM Plex Sans, measures words, and keeps what the font cannot draw visible.

Touches the font files and reportlab's font table.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resource

REGULAR, MEDIUM, SEMIBOLD, ITALIC = (
    "IBMPlexSans-Regular",
    "IBMPlexSans-Medium",
    "IBMPlexSans-SemiBold",
    "IBMPlexSans-Italic",
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LOCK = threading.Lock()
# Joiners, variation selectors and skin tones belong to the emoji before them: one sign is enough.
_EMOJI_TAIL = re.compile(f"{REPLACEMENT}(?:[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|{REPLACEMENT})*")
_STRAY_TAIL = re.compile("[\u200d\ufe0e\ufe0f]")
_SPACES = re.compile(r"[ \t\f\v\u2000-\u200a\u3000]+")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")


def register() -> None:
    """Make the four fonts known to reportlab and set how it writes; a second call does nothing."""
    with _LOCK:
        # ASCII armour around compressed streams costs a quarter more bytes, and time.
        rl_config.useA85 = 0
        known = pdfmetrics.getRegisteredFontNames()
        for name in (REGULAR, MEDIUM, SEMIBOLD, ITALIC):
            if name not in known:
                pdfmetrics.registerFont(TTFont(name, resource("fonts", f"{name}.ttf")))


@cache
def _coverage() -> frozenset[int]:
    """Characters that every one of the four fonts can draw."""
    register()
    faces = (pdfmetrics.getFont(name).face for name in (REGULAR, MEDIUM, SEMIBOLD, ITALIC))
    return frozenset.intersection(*(frozenset(face.charToGlyph) for face in faces))


def clean(text: str) -> str:
    # ASCII armour around compressed streams costs a quarter more bytes, and time.
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text)
    composed = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    drawable = "".join(map(_drawable, composed))
    return _SPACES.sub(" ", _STRAY_TAIL.sub("", _EMOJI_TAIL.sub(REPLACEMENT, drawable)))


@cache
def _drawable(char: str) -> str:
    if char in "\n\t\u200d\ufe0e\ufe0f":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf"):
        return ""
    return char if ord(char) in _coverage() else REPLACEMENT


@cache
def _glyph_widths(font: str) -> tuple[dict[int, float], float]:
    register()
    face = pdfmetrics.getFont(font).face
    return face.charWidths, face.defaultWidth


_widths: dict[tuple[str, str], float] = {}
_MOST_WIDTHS = 50_000


def unit_width(font: str, text: str) -> float:
    """Width of `text` at size 1; remembered, because the same words come back on every page."""
    key = (font, text)
    width = _widths.get(key)
    if width is None:
        if len(_widths) > _MOST_WIDTHS:
            _widths.clear()
        per_glyph, default = _glyph_widths(font)
        width = _widths[key] = sum(per_glyph.get(ord(char), default) for char in text) / 1000
    return width
