"""Small painting steps that all parts share: rounded surfaces, one line of text, elision."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.views import fonts, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def painter_for(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str | QColor | None = None,
    border: str | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; the border lies inside `rect`. Radius before the text factor."""
    look = theme.active()
    area = QRectF(rect)
    if border is not None:
        pen = QPen(look.colour(border), width)
        if dashed:
            pen.setDashPattern([2.2, 2.2])
        painter.setPen(pen)
        area = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    colour = look.colour(fill) if isinstance(fill, str) else fill
    painter.setBrush(colour if colour is not None else Qt.BrushStyle.NoBrush)
    corner = look.px(radius)
    painter.drawRoundedRect(area, corner, corner)


def text(
    painter: QPainter, rect: QRect, words: str, role: str, token: str, align: Qt.AlignmentFlag = LEFT
) -> int:
    """One line of plain text, elided to the rectangle; returns the width it took."""
    metrics = fonts.metrics(role)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.setFont(fonts.font(role))
    painter.setPen(theme.active().colour(token))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), shown)
    return metrics.horizontalAdvance(shown)


def hairline(painter: QPainter, x1: float, x2: float, y: float, token: str = "lijn_zacht") -> None:
    painter.setPen(QPen(theme.active().colour(token), 1))
    painter.drawLine(QPointF(x1, y + 0.5), QPointF(x2, y + 0.5))


def circle(
    painter: QPainter,
    x: float,
    y: float,
    size: float,
    fill: str | None,
    border: str | None,
    width: float = 1.5,
    dashed: bool = False,
) -> None:
    """A circle with its centre at a point; `size` is the whole diameter in logical pixels."""
    look = theme.active()
    inset = width / 2 if border else 0.0
    if border:
        pen = QPen(look.colour(border), width)
        if dashed:
            pen.setDashPattern([2.0, 1.8])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    radius = size / 2 - inset
    painter.drawEllipse(QPointF(x, y), radius, radius)


def shadow(painter: QPainter, rect: QRect, radius: float) -> None:
    """Falling alpha around a floating card: no graphics effect, so nothing is rendered twice."""
    look = theme.active()
    strength = look.opacity("schaduw")
    if not strength:
        return
    spread, drop = look.px(22), look.px(5)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = 11
    for step in range(steps):
        grow = spread * (1 - step / steps)
        colour = QColor(0, 0, 0)
        colour.setAlphaF(strength * 0.16 * ((step + 1) / steps) ** 1.5)
        painter.setBrush(colour)
        area = QRectF(rect).adjusted(-grow, -grow + drop, grow, grow + drop)
        corner = look.px(radius) + grow
        painter.drawRoundedRect(area, corner, corner)
