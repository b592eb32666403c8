"""What a later order of the list has that the shown one has not. Pure."""

from __future__ import annotations

from desktop.frozen import dataclass
from desktop.models.queries.ids import Ids


@dataclass(frozen=True, slots=True)
class Later:
    """The order as it is now: so many new ids, so many gone, and whether the others changed places."""

    ids: Ids
    new: int = 0
    gone: int = 0
    moved: bool = False

    @property
    def differs(self) -> bool:
        return bool(self.new or self.gone or self.moved)

    @property
    def only_adds(self) -> bool:
        return bool(self.new) and not (self.gone or self.moved)


def compare(shown: Ids, now: Ids) -> Later:
    """On a worker: two lists of a hundred thousand take a moment."""
    if shown == now:
        return Later(now)
    before, after = set(shown), set(now)
    kept_before = Ids.of(one for one in shown if one in after)
    kept_after = Ids.of(one for one in now if one in before)
    return Later(now, len(after - before), len(before - after), kept_before != kept_after)
