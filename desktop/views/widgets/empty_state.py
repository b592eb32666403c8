"""What stands where there is nothing yet: one sentence what you get, then how."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets import paint
from desktop.views.widgets.labels import Hairline, Icon, Label


class Street(QWidget):
    """The one drawing of the program: three houses and a flag, at the first start only."""

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(px(190), px(104))

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        painter.scale(look.factor, look.factor)
        painter.setPen(QPen(look.colour("lijn_sterk"), 1.5))
        painter.drawLine(0, 98, 189, 98)
        for x, y, width in ((18, 50, 44), (72, 30, 50), (128, 56, 42)):
            painter.drawRoundedRect(QRectF(x, y, width, 98 - y), 4, 4)
        for x, y, width, height in ((41, 83, 8, 15), (90, 78, 15, 20), (142, 82, 14, 16)):
            painter.drawRoundedRect(QRectF(x, y, width, height), 2, 2)
        for x, y in (
            (27, 61),
            (44, 61),
            (27, 75),
            (82, 42),
            (101, 42),
            (82, 58),
            (101, 58),
            (137, 68),
            (152, 68),
        ):
            painter.drawLine(x, y, x + 9, y)
        self._flag(painter)

    def _flag(self, painter: QPainter) -> None:
        look = theme.active()
        painter.setPen(QPen(look.colour("focus"), 1.8))
        painter.setBrush(look.colour("accent_zacht"))
        painter.drawLine(95, 30, 95, 2)
        painter.drawPolygon([QPoint(95, 3), QPoint(116, 3), QPoint(111, 9), QPoint(116, 15), QPoint(95, 15)])


class OtherWay(QWidget):
    """Another way to begin: icon, name, a sentence and a button between two hairlines."""

    def __init__(self, icon: str, title: str, words: str, button: QWidget) -> None:
        super().__init__()
        px = theme.active().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(14))
        outer.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(Icon(icon, 18, "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, "tekst_sterk", wrap=True))
        column.addWidget(Label(words, "bij", "tekst_2", wrap=True))
        row.addLayout(column, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(row)
        outer.addWidget(Hairline())


class EmptyState(QWidget):
    """Title, one sentence, one button and other ways as rows; everything optional but the title."""

    def __init__(
        self,
        title: str,
        words: str = "",
        button: QWidget | None = None,
        others: tuple[QWidget, ...] = (),
        drawing: bool = False,
    ) -> None:
        super().__init__()
        px = theme.active().px
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(24), px(24), px(24), px(24))
        holder = QWidget()
        holder.setMaximumWidth(px(580))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        if drawing:
            column.addWidget(Street())
            column.addSpacing(px(20))
        self.title = Label(title, "titel_groot" if drawing else "titel", wrap=True)
        self.words = Label(words, "tekst", "tekst_2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self.words.setVisible(bool(words))  # not before: without a parent it is a window
        if button is not None:
            column.addSpacing(px(12))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(16))
        for other in others:
            column.addWidget(other)
        column.addStretch(3)
        outer.addStretch(1)
        outer.addWidget(holder, 10)
        outer.addStretch(1)
        column.insertStretch(0, 1)
