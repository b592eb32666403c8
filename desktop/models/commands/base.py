"""What every command has: a name and a version that may never change meaning. Touches nothing."""

from __future__ import annotations

from typing import ClassVar


class Command:
    """An intention of a user. `CONFIRMED` ones take effect only after the centre said so."""

    NAME: ClassVar[str]
    VERSION: ClassVar[int] = 1
    CONFIRMED: ClassVar[bool] = False

    def needs_confirmation(self) -> bool:
        """Whether this one waits for the centre; of one kind some may and others not."""
        return self.CONFIRMED
