"""Icons: SVG with `currentColor`, drawn into a pixmap once per name, size, colour and device pixel ratio."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resource
from desktop.views import theme


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    text = _source(name).replace("currentColor", colour)
    if size < 18:
        text = text.replace('stroke-width="1.6"', 'stroke-width="1.8"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: float, token: str, ratio: float) -> QPixmap:
    """`size` before the text factor; `token` names the colour."""
    look = theme.active()
    return _pixmap(name, look.px(size), look.colours[token], ratio)


def icon(name: str, size: float = 18, token: str = "tekst_2") -> QIcon:
    """For actions in menus and fields."""
    return QIcon(pixmap(name, size, token, 2.0))


def draw(painter: QPainter, name: str, x: float, y: float, size: float, token: str) -> None:
    """Draws at a point; `size` before the text factor."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, size, token, ratio))
