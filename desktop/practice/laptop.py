"""The laptop of the oefenomgeving: as any other, but its centre is played on the same machine."""

from __future__ import annotations

from desktop.laptop import Laptop, Progress
from desktop.models.errors import EnvironmentFailure
from desktop.practice.centre import play_round
from desktop.sync.result import SyncRound


class PracticeLaptop(Laptop):
    """What waits is confirmed by `sync` itself. With `offline` a round fails as without a network."""

    offline = False

    def sync(self, progress: Progress | None = None) -> SyncRound:
        """Nothing leaves the machine."""
        if self.offline:
            raise EnvironmentFailure("centrum_onbereikbaar")
        return play_round(self._writer, self.clock, self.actor, self.laptop_id, progress)

    def nog_op_te_halen(self) -> tuple[int, int]:
        """Everything is here."""
        return 0, 0
