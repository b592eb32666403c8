"""Simulated time: one present, and clocks that show it with an error of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from desktop.clock import Clock


@dataclass
class Time:
    """The present, which only the simulation moves."""

    now: datetime

    def pass_by(self, seconds: float) -> None:
        """Later."""
        self.now += timedelta(seconds=seconds)


class SimulatedClock(Clock):
    """Shows `time` plus `skew`; its ids follow from its number and how many it made."""

    def __init__(self, time: Time, number: int) -> None:
        super().__init__()
        state = {"time": time, "number": number, "made": 0, "skew": timedelta()}
        for name, value in state.items():
            object.__setattr__(self, name, value)

    time: Time
    number: int
    made: int
    skew: timedelta

    def set(self, *, skew: timedelta | None = None, made: int | None = None) -> None:
        """Puts the clock, or its count of ids, somewhere else."""
        if skew is not None:
            object.__setattr__(self, "skew", skew)
        if made is not None:
            object.__setattr__(self, "made", made)

    def now(self) -> datetime:
        """In whole seconds, as the real one."""
        return (self.time.now + self.skew).replace(microsecond=0)

    def new_id(self) -> str:
        """As the real one a UUIDv7 of this clock's moment, but always the same in the same course."""
        self.set(made=self.made + 1)
        milliseconds = int(self.now().timestamp() * 1000) & (2**48 - 1)
        value = milliseconds << 80 | 0x7 << 76 | 0x2 << 62 | self.number << 32 | self.made
        return str(UUID(int=value))
