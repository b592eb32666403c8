"""When to sync: soon after a command, at a steady pace otherwise, ever slower while it fails.

A state machine without timers or clock: the window asks how long to wait. Retry never depends on a new
event, so nothing can be stuck in the outbox.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

STEADY = 60.0
DEBOUNCE = 2.0
FIRST_RETRY = 5.0
SLOWEST = 300.0


@dataclass(slots=True)
class Pace:
    """All moments are seconds of one monotonic clock."""

    jitter: random.Random = field(default_factory=random.Random)
    _due: float = 0.0
    _failures: int = 0

    def next_delay(self, now: float) -> float:
        """Seconds until the next round; 0 when it is due."""
        return max(0.0, self._due - now)

    def on_success(self, now: float) -> None:
        """A round ended well."""
        self._failures = 0
        self._due = now + STEADY * self.jitter.uniform(0.85, 1.15)

    def on_failure(self, now: float) -> None:
        """A round failed: wait twice as long as before, with jitter, at most five minutes."""
        self._failures += 1
        wait = min(SLOWEST, FIRST_RETRY * 2 ** min(self._failures - 1, 10))
        self._due = now + wait * self.jitter.uniform(0.5, 1.0)

    def on_command(self, now: float) -> None:
        """Something was recorded: soon, but several in a row go together. While failing, the pause stays."""
        if self._failures == 0:
            self._due = min(self._due, now + DEBOUNCE) if self._due > now else now + DEBOUNCE

    def on_request(self, now: float) -> None:
        """The person pressed the button: now."""
        self._due = now

    @property
    def failing(self) -> bool:
        """True while the last round failed."""
        return self._failures > 0
