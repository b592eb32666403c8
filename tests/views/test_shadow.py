"""The shadow that is kept looks like the one that is drawn in rings, at each scale of a screen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.views import theme
from desktop.views.widgets import paint

ROOM = QRect(0, 0, 420, 330)
CARD = QRect(61, 47, 301, 222)


def drawn(ratio: float, kept: bool) -> QImage:
    image = QImage(
        round(ROOM.width() * ratio), round(ROOM.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kept:
        paint.shadow(painter, CARD, 12)
    else:
        paint._draw_shadow(painter, CARD, 12, theme.active().opacity("schaduw"))
    painter.fillRect(CARD, Qt.GlobalColor.white)  # the card itself
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_it_is_the_same_shadow(qapp: QApplication, ratio: float) -> None:
    theme.apply(qapp, theme.make())
    ours, rings = drawn(ratio, kept=True), drawn(ratio, kept=False)
    darkest = 255
    for x in range(0, ours.width(), 2):
        for y in range(0, ours.height(), 2):
            here, there = ours.pixelColor(x, y).red(), rings.pixelColor(x, y).red()
            darkest = min(darkest, here)
            assert abs(here - there) <= 4, (x, y)  # half a pixel beside it, at 1.5
    assert darkest < 245  # there is one
