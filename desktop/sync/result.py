"""What one round with the centre did. Touches nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.models.changes import Changes


@dataclass(slots=True)
class SyncRound:
    """Counts: `ontvangen` are rows, the rest commands. `changes` is what screens must read again.

    `stil`: nothing at all was new, and nothing that is kept here changed but the time.
    """

    verzonden: int = 0
    toegepast: int = 0
    aangepast: int = 0
    geweigerd: int = 0
    ontvangen: int = 0
    openstaand: int = 0
    changes: Changes = field(default_factory=Changes)
    stil: bool = False

    def counts(self) -> dict[str, int]:
        """The keys of `werkregie sync --json`."""
        names = ("verzonden", "toegepast", "aangepast", "geweigerd", "ontvangen", "openstaand")
        return {name: getattr(self, name) for name in names}
