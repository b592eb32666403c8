"""The widths at which the window changes its layout (window width divided by the text factor). Pure."""

from __future__ import annotations

from desktop.frozen import dataclass
from desktop.views import theme


@dataclass(frozen=True, slots=True)
class Room:
    """What fits: side column, panel beside the detail, list beside the detail, rail."""

    side: bool
    panel_beside: bool
    list_beside: bool
    rail: bool

    @property
    def small(self) -> bool:
        """One page, no rail: actions on their own line, tabs as one field, icons with numbers."""
        return not self.rail

    @property
    def width_class(self) -> str:
        """Widths of parts are remembered for each of these apart."""
        for fits, name in ((self.side, "ruim"), (self.list_beside, "naast"), (self.rail, "los")):
            if fits:
                return name
        return "klein"


def room_for(width: int, factor: float) -> Room:
    limits = theme.tokens()["grenzen"]
    wide = width / factor
    return Room(
        wide >= limits["zijkolom_vanaf"],
        wide >= limits["werkpaneel_naast_detail_vanaf"],
        wide >= limits["lijst_naast_detail_vanaf"],
        wide >= limits["rail_vanaf"],
    )
