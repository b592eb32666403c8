"""Reading the envelope of a command from a laptop that may be old, broken or not ours.

Whatever a message holds, it can be answered, kept in the ledger and put in its author's inbox: a command
that cannot be stored would otherwise block all that come after it. Touches nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec

from desktop.models.bus import read_command
from desktop.models.commands.base import Command
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.sync.protocol import BYTES_PER_CALL, CommandMessage

MAX_DEPTH = 12
MAX_VERSION = 2**31 - 1
MAX_WAITING = 2**31 - 1
PROGRAM_LENGTH = 20
NAME_LENGTH = 40
_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_id(value: object) -> bool:
    """Whether this is an id as both ends write it."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def stand_in(laptop_id: str, n: int) -> str:
    """The uuid in the ledger of a command whose own uuid is taken or is none."""
    return derive_id(laptop_id, "opdracht", str(n))


def moment(message: CommandMessage, now: datetime) -> datetime:
    """When the person acted; never after now, and now when the envelope does not say."""
    try:
        return min(_instant(message.tijd), now)
    except (ValueError, OverflowError):
        return now


@lru_cache(1024)
def _instant(written: str) -> datetime:
    """Commands of a batch share few moments."""
    return datetime.fromisoformat(written).astimezone(UTC).replace(microsecond=0)


def name(message: CommandMessage) -> str:
    """What the command is called, as the ledger can hold it."""
    return _text(message.naam)[:NAME_LENGTH]


def read(message: CommandMessage) -> Command:
    """The checked command. One that only a newer centre knows is kept by its laptop until there is one."""
    try:
        return read_command(message.naam, message.versie, message.argumenten)
    except Weigering as reason:
        if reason.code == "opdracht_onbekend":
            raise Weigering("opdracht_nog_onbekend", naam=name(message), versie=version(message)) from None
        raise


def version(message: CommandMessage) -> int:
    """The version as the ledger can hold it."""
    return max(0, min(message.versie, MAX_VERSION))


def program(version: str) -> str:
    """The version of the program on the laptop as the list of laptops can hold it."""
    return _text(version)[:PROGRAM_LENGTH]


def waiting(count: int) -> int:
    """How many commands a laptop says that wait, as the list of laptops can hold it."""
    return max(0, min(count, MAX_WAITING))


def arguments(message: CommandMessage) -> dict[str, Any]:
    """What was typed, as both databases can keep it and with the same hash on both ends."""
    return storable(message.argumenten) if _size(message.argumenten) <= BYTES_PER_CALL else {}


def storable(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values without what one of the two databases cannot keep or writes differently."""
    kept: dict[str, Any] = _storable(dict(values), MAX_DEPTH)
    return kept


def require_fits(message: CommandMessage) -> None:
    """Refuses a command that no laptop could carry."""
    if _size(message.argumenten) > BYTES_PER_CALL:
        raise Weigering("opdracht_te_groot", max=BYTES_PER_CALL // 1_000_000)


def _size(value: Any) -> int:
    return len(msgspec.json.encode(value))


def _storable(value: Any, depth: int) -> Any:
    if isinstance(value, dict):
        return {_text(key): _storable(item, depth - 1) for key, item in value.items()} if depth else {}
    if isinstance(value, list):
        return [_storable(item, depth - 1) for item in value] if depth else []
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else _number(value)
    return value


def _text(value: str) -> str:
    """PostgreSQL keeps no NUL."""
    return value.replace("\0", "\ufffd")


def _number(value: float) -> float | str:
    """PostgreSQL writes numbers its own way; only those that come back alike stay numbers."""
    return value if math.isfinite(value) and "e" not in repr(value) else str(value)
