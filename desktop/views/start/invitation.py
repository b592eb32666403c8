"""What a person pastes from an invitation: an address, a code, or the whole message with both. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_GROUP = "[A-HJKMNP-Za-hjkmnp-z2-9]{4}"
_CODE = re.compile(rf"(?<![\w-]){_GROUP}(?:-{_GROUP}){{3}}(?![\w-])")
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.ASCII)
_END_OF_SENTENCE = ".,;:!?)]}"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Empty is what was not found."""

    address: str
    code: str


def read(pasted: str) -> Invitation:
    """Both parts of a text in which they stand somewhere."""
    address = _ADDRESS.search(pasted)
    code = _CODE.search(_ADDRESS.sub(" ", pasted))
    return Invitation(address[0].rstrip(_END_OF_SENTENCE) if address else "", code[0] if code else "")


def complete(typed: str) -> str:
    """The address as it was meant: without spaces around it, and a bare name gets https://."""
    text = typed.strip()
    return f"https://{text}" if _BARE.fullmatch(text) else text
