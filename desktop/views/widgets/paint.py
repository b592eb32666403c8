"""Small painting steps that all parts share: rounded surfaces, one line of text, elision."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.views import fonts, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_SPREAD, _DROP, _STEPS = 22, 5, 11
"""Of a shadow: how far it reaches, how much lower it lies than its card, and in how many rings."""


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


def shadowed(rect: QRect) -> QRect:
    """The card with its shadow."""
    look = theme.active()
    spread = look.px(_SPREAD)
    return rect.adjusted(-spread, -spread, spread, spread + look.px(_DROP))


def shadow(painter: QPainter, rect: QRect, radius: float) -> None:
    """Falling alpha around a floating card, which covers the middle of it.

    Its corners and sides are drawn once and kept: a caret that blinks in the card draws it again.
    """
    look = theme.active()
    strength = look.opacity("schaduw")
    if not strength:
        return
    outer = shadowed(rect)
    edge = (
        -(-(look.px(_SPREAD) + look.px(radius) + look.px(_DROP)) // 4) * 4
    )  # whole at each scale of a screen
    if min(outer.width(), outer.height()) <= 2 * edge:
        _draw_shadow(painter, rect, radius, strength)
        return
    ratio = painter.device().devicePixelRatioF()
    kept = _kept_shadow(edge, radius, strength, look.factor, ratio)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # it would show where two pieces meet
    right, bottom = outer.x() + outer.width(), outer.y() + outer.height()
    columns = ((outer.x(), edge, 0, edge), (outer.x() + edge, outer.width() - 2 * edge, edge, 1))
    rows = ((outer.y(), edge, 0, edge), (outer.y() + edge, outer.height() - 2 * edge, edge, 1))
    for x, width, from_x, so_wide in (*columns, (right - edge, edge, edge + 1, edge)):
        for y, height, from_y, so_high in (*rows, (bottom - edge, edge, edge + 1, edge)):
            if so_wide > 1 or so_high > 1:
                source = QRectF(from_x * ratio, from_y * ratio, so_wide * ratio, so_high * ratio)
                painter.drawPixmap(QRectF(x, y, width, height), kept, source)
    painter.restore()


@lru_cache(8)
def _kept_shadow(edge: int, radius: float, strength: float, factor: float, ratio: float) -> QPixmap:
    """The shadow of the smallest card that has all its corners; `factor` is that of `radius` and `edge`."""
    size = 2 * edge + 1
    kept = QPixmap(round(size * ratio), round(size * ratio))
    kept.setDevicePixelRatio(ratio)
    kept.fill(Qt.GlobalColor.transparent)
    painter = QPainter(kept)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spread, drop = round(_SPREAD * factor), round(_DROP * factor)
    card = QRect(0, 0, size, size).adjusted(spread, spread, -spread, -spread - drop)
    _draw_shadow(painter, card, radius, strength)
    painter.end()
    return kept


def _draw_shadow(painter: QPainter, rect: QRect, radius: float, strength: float) -> None:
    look = theme.active()
    spread, drop = look.px(_SPREAD), look.px(_DROP)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_STEPS):
        grow = spread * (1 - step / _STEPS)
        colour = QColor(0, 0, 0)
        colour.setAlphaF(strength * 0.16 * ((step + 1) / _STEPS) ** 1.5)
        painter.setBrush(colour)
        area = QRectF(rect).adjusted(-grow, -grow + drop, grow, grow + drop)
        corner = look.px(radius) + grow
        painter.drawRoundedRect(area, corner, corner)
