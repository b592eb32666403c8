"""What holds in a step of the story. Touches nothing."""

from __future__ import annotations

from desktop.commandline.demo.world import Unexpected


def check(holds: bool, otherwise: str) -> None:
    """Raises `Unexpected` with what was found instead."""
    if not holds:
        raise Unexpected(otherwise)
