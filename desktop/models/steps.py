"""The named steps of a command and of a round, at both ends: where a test lets the program die.

A program can be killed at any moment; at these moments something has just become, or is about to become,
durable or visible to the other end. In production nobody listens and `reached` does nothing. It lies in
the core because laptop, centre and store all pass here; it touches nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """Each is run and died at by tests/sync/simulation."""

    LOCAL_BEFORE_COMMIT = "laptop: command before commit"
    LOCAL_AFTER_COMMIT = "laptop: command after commit"
    BEFORE_SEND = "laptop: before send"
    AFTER_SEND = "laptop: sent, reply not read"
    AFTER_REPLY = "laptop: reply read, nothing stored"
    ANSWERS_BEFORE_COMMIT = "laptop: answers before commit"
    ANSWERS_AFTER_COMMIT = "laptop: answers after commit"
    PUT_BACK = "laptop: own rows put back"
    ROWS_IN = "laptop: rows in"
    RUN_AGAIN = "laptop: waiting commands run again"
    ROUND_BEFORE_COMMIT = "laptop: round before commit"
    ROUND_AFTER_COMMIT = "laptop: round after commit"
    PART_BEFORE_COMMIT = "laptop: part of first fill before commit"
    PART_AFTER_COMMIT = "laptop: part of first fill after commit"
    MIGRATION_BEFORE_COMMIT = "migration before commit"
    CENTRE_BEFORE_EFFECTS = "centre: before effects"
    CENTRE_AFTER_EFFECTS = "centre: after effects"
    CENTRE_NUMBERED = "centre: change numbers taken"
    CENTRE_BEFORE_COMMIT = "centre: before commit"
    CENTRE_AFTER_COMMIT = "centre: after commit, before reply"


hook: Callable[[Step], None] | None = None
"""Set by tests only."""


def reached(step: Step) -> None:
    """The program is here now."""
    if hook is not None:
        hook(step)
