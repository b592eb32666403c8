"""Where the window was left, and whether that place still fits a screen that is there. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize

USUAL = QSize(1440, 900)
SMALLEST = QSize(720, 560)
# So much of the top of the window must be on a screen, or nobody can take hold of it.
_GRIP = QSize(120, 40)


def kept(place: QRect, maximized: bool) -> dict[str, object]:
    """As plain data."""
    return {"plaats": [place.x(), place.y(), place.width(), place.height()], "groot": maximized}


def place_of(left: Mapping[str, object]) -> QRect | None:
    """The place that was kept; None when there is none that makes sense."""
    numbers = left.get("plaats")
    if isinstance(numbers, list) and len(numbers) == 4 and all(isinstance(n, int) for n in numbers):
        place = QRect(*numbers)
        return place if place.width() > 0 and place.height() > 0 else None
    return None


def fitting(wanted: QRect | None, screens: Sequence[QRect]) -> QRect:
    """`wanted` where it can be taken hold of, no larger than its screen; else in the middle of the first one.

    `screens`: the room on each, without bars of the platform.
    """
    if wanted is not None:
        top = QRect(wanted.topLeft(), QSize(wanted.width(), _GRIP.height()))
        for screen in screens:
            seen = screen.intersected(top)
            if seen.width() >= _GRIP.width() and seen.height() >= _GRIP.height():
                return _inside(wanted, screen)
    size = (wanted.size() if wanted is not None else USUAL).expandedTo(SMALLEST)
    if not screens:
        return QRect(0, 0, size.width(), size.height())
    first = screens[0]
    size = size.boundedTo(first.size())
    middle = QRect(0, 0, size.width(), size.height())
    middle.moveCenter(first.center())
    return middle


def _inside(wanted: QRect, screen: QRect) -> QRect:
    size = wanted.size().boundedTo(screen.size()).expandedTo(SMALLEST)
    x = max(screen.x(), min(wanted.x(), screen.right() + 1 - size.width()))
    y = max(screen.y(), min(wanted.y(), screen.bottom() + 1 - size.height()))
    return QRect(x, y, size.width(), size.height())
