"""Text that was damaged on its way here, put right a cell at a time; good text passes unchanged.

Accents that were read in the wrong encoding once or twice are undone (ftfy proves every step by decoding
back); the few substitutions that no encoding explains are listed here one by one. Touches nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata

import ftfy

_SPACES = re.compile(r"[\s\u00a0]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]")
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|nbsp|#\d{2,4}|[A-Za-z](?:acute|grave|uml|circ|cedil|tilde));", re.IGNORECASE
)
# A register wrote ç for ë. Dutch and French never have ç there; Turkish names (Haliç, Haçlı) do not match.
_CEDILLA = re.compile(r"(?<=[ai])ç(?=l(?:s|e|en|st)?\b)|(?<=[cd]i)ç(?=n\b)|(?<=\bBelgi)ç\b|(?<=\bItali)ç\b")


def mend(text: str) -> str:
    """The text as it was meant, in one line without double spaces."""
    if text.isascii() and text.isprintable() and "  " not in text and "&" not in text:
        return text.strip()
    if not text.isascii():
        text = _CEDILLA.sub("ë", ftfy.fix_encoding(unicodedata.normalize("NFC", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def accents_mended(before: str, after: str) -> bool:
    """True when letters changed, not only spaces: worth a word to the person who imports."""
    return not before.isascii() and _SPACES.sub(" ", before).strip() != after
