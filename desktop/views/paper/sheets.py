"""Where sheets lie below each other at a scale. Pure: sizes in, rectangles out; no Qt and no file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

SCREEN_PER_POINT = 96 / 72


class Zoom(Enum):
    WIDTH = "breedte"
    PAGE = "blad"
    FULL = "vol"


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of a document at one scale (pixels a point); `gap` above, between and below them."""

    sizes: tuple[tuple[float, float], ...]
    scale: float
    gap: int
    tops: tuple[int, ...]

    @classmethod
    def placed(cls, sizes: Sequence[tuple[float, float]], scale: float, gap: int) -> Sheets:
        steps = (round(height * scale) + gap for _, height in sizes)
        tops = tuple(accumulate(steps, initial=gap))
        return cls(tuple(sizes), scale, gap, tops)

    @property
    def height(self) -> int:
        """Of everything together."""
        return self.tops[-1]

    @property
    def width(self) -> int:
        return round(max((width for width, _ in self.sizes), default=0) * self.scale)

    def size(self, number: int) -> tuple[int, int]:
        width, height = self.sizes[number]
        return round(width * self.scale), round(height * self.scale)

    def at(self, y: int) -> int:
        """The sheet at this height, or the last one that begins above it."""
        return max(0, min(bisect_right(self.tops, y) - 1, len(self.sizes) - 1))

    def between(self, top: int, bottom: int) -> range:
        """The sheets of which a part lies there."""
        return range(self.at(top), self.at(max(top, bottom - 1)) + 1) if self.sizes else range(0)


def scale_for(
    zoom: Zoom, sizes: Sequence[tuple[float, float]], room: tuple[int, int], gap: int, factor: float
) -> float:
    """Pixels a point, so that the first sheet fits as asked; never so small that nothing is left."""
    width, height = sizes[0] if sizes else (595.0, 842.0)
    fit_width = (room[0] - 2 * gap) / width
    if zoom is Zoom.WIDTH:
        return max(0.1, min(fit_width, 2 * factor * SCREEN_PER_POINT))
    if zoom is Zoom.PAGE:
        return max(0.1, min(fit_width, (room[1] - 2 * gap) / height))
    return SCREEN_PER_POINT * factor
