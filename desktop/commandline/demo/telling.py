"""What the steps of the story share: what holds, and a picture of a window. Touches nothing."""

from __future__ import annotations

from typing import Protocol

from desktop.commandline.demo.world import DemoLaptop, Unexpected


class Camera(Protocol):
    """Takes a picture of a laptop's window; see pictures.py."""

    def __call__(self, laptop: DemoLaptop, scene: str, werkgever_id: str = "") -> None: ...


def check(holds: bool, otherwise: str) -> None:
    """Raises `Unexpected` with what was found instead."""
    if not holds:
        raise Unexpected(otherwise)
