"""The two drawings on paper, as vectors: the mark and the flag of the regie. Touches the canvas only."""

from __future__ import annotations

from typing import Any

_SIZE = 13.2
_W = ((0.235, 0.655), (0.36, 0.335), (0.5, 0.615), (0.64, 0.335), (0.765, 0.655))


def draw_mark(canvas: Any, x: float, top: float, colour: Any) -> None:
    """A rounded square of 13 points with a white W; `top` counts up from the bottom of the sheet."""
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.roundRect(x, top - _SIZE, _SIZE, _SIZE, 3.4, stroke=0, fill=1)
    canvas.setStrokeColorRGB(1, 1, 1)
    canvas.setLineWidth(1.35)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    for index, (across, up) in enumerate(_W):
        (path.lineTo if index else path.moveTo)(x + across * _SIZE, top - _SIZE + up * _SIZE)
    canvas.drawPath(path)
    canvas.restoreState()


def draw_flag(canvas: Any, x: float, top: float, colour: Any) -> None:
    """The icon `regie` at 17 points: its grid of 20, read from the same coordinates as the screen's."""
    scale = 17.0 / 20.0
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.6 * scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for points in (((5, 17.4), (5, 2.8)), ((5, 3.8), (15.2, 3.8), (12.6, 7.4), (15.2, 11), (5, 11))):
        path = canvas.beginPath()
        for index, (across, down) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x + (across - 4) * scale, top - (down - 2.8) * scale)
        canvas.drawPath(path)
    canvas.restoreState()
