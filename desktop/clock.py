"""The one place that knows what time it is and that makes new ids.

The core never imports this: times and ids reach it inside a command's envelope. With an offset the
program lives in another present (`--nu`), which only an oefenomgeving accepts.
"""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime, timedelta

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """`offset` moves the present; zero outside an oefenomgeving."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """The present in UTC, in whole seconds: the precision in which all rows are kept."""
        return (datetime.now(UTC) + self.offset).replace(microsecond=0)

    def new_id(self) -> str:
        """A UUIDv7 as text: sorts by the time at which it was made."""
        milliseconds = int((datetime.now(UTC) + self.offset).timestamp() * 1000)
        random_bits = int.from_bytes(os.urandom(10))
        value = (milliseconds & (2**48 - 1)) << 80 | random_bits
        value = value & ~(0xF << 76) | 0x7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        return str(uuid.UUID(int=value))


def clock_at(moment: datetime | None) -> Clock:
    """A clock that now shows `moment` and runs on from there; without a moment the real one."""
    return Clock() if moment is None else Clock(moment - datetime.now(UTC))
