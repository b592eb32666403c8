"""Enrolments that failed are audit lines (BIO2 8.15), but nobody fills the audit log from outside.

Anybody may try a code. A code has 79 bits, so it is the log that needs a limit; each process counts for
itself.
"""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

from desktop.clock import Clock

PER_HOUR = 60
HOUR = timedelta(hours=1)


class Attempts:
    """When the last ones were written down."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._written: deque[datetime] = deque(maxlen=PER_HOUR)

    def worth_a_line(self) -> bool:
        """False once there were `PER_HOUR` within an hour."""
        now = self._clock.now()
        with self._lock:
            if len(self._written) == PER_HOUR and now - self._written[0] < HOUR:
                return False
            self._written.append(now)
            return True
