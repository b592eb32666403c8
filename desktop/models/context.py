"""Who acts, when and on which laptop: everything a handler may know about its surroundings.

A handler reads no clock and makes no random id; both ends must come to the same rows. Times come in the
envelope and ids are arguments or are derived here from the command's own uuid. Touches nothing.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from desktop.frozen import dataclass

UUID_LENGTH = 36
REGION_TIME = ZoneInfo("Europe/Amsterdam")
_VARIANT = {digit: "89ab"[int(digit, 16) & 0b11] for digit in "0123456789abcdef"}
"""How a UUID of RFC 9562 writes the first digit of its fourth group: two bits say what it is."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in medewerker. At the centre it comes from the token, never from the envelope."""

    medewerker_id: str
    naam: str
    rol: str
    regio_id: str


@dataclass(frozen=True, slots=True)
class Context:
    """`tijd` is when the person acted (UTC), `ontvangen` when this end runs the command.

    `basis` maps the id of a row that the person saw to the centre's version of it then.
    """

    actor: Actor
    laptop_id: str
    uuid: str
    tijd: datetime
    ontvangen: datetime
    basis: Mapping[str, int] = field(default_factory=dict)

    @property
    def dag(self) -> date:
        """The calendar day on which the person acted, in the region's own time."""
        return _day(self.tijd)

    @property
    def dag_ontvangen(self) -> date:
        """The calendar day on which this end runs the command."""
        return _day(self.ontvangen)

    def derive_id(self, *parts: str) -> str:
        """An id for a row that the command implies: the same on both ends, never used twice."""
        return derive_id(self.uuid, *parts)


@lru_cache(1024)
def _day(moment: datetime) -> date:
    """The commands of a batch share few moments."""
    return moment.astimezone(REGION_TIME).date()


def derive_id(root: str, *parts: str) -> str:
    """A stable id made of another id and words (UUIDv5 text)."""
    known = bytes.fromhex(root.replace("-", "")) if len(root) == UUID_LENGTH else uuid.UUID(root).bytes
    text = hashlib.sha1(known + "/".join(parts).encode(), usedforsecurity=False).hexdigest()
    return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{_VARIANT[text[16]]}{text[17:20]}-{text[20:32]}"
