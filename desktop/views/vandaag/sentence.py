"""Words that wrap and are painted by hand: a sentence with a bold beginning, and one that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views import fonts, theme
from desktop.views.widgets import paint


class Wrapped:
    """Lines of one text within a width; the first `bold` characters in the strong letter of the role."""

    def __init__(self, words: str, bold: int = 0, role: str = "tekst") -> None:
        self.words, self.bold, self.role = words, bold, role
        self._heights: dict[tuple[int, float], int] = {}

    def height(self, width: int) -> int:
        """Kept: one layout of the window asks for the same width many times."""
        at = width, theme.active().factor
        if at not in self._heights:
            self._heights[at] = self.layout(width)[1]
        return self._heights[at]

    def layout(self, width: int, underline: bool = False) -> tuple[QTextLayout, int]:
        """Placed lines, and their height together."""
        layout = QTextLayout(self.words, fonts.font(self.role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(underline))
        step = fonts.line(self.role)
        y = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout, max(y, step)

    def _formats(self, underline: bool) -> list[QTextLayout.FormatRange]:
        ranges = []
        if self.bold:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold.value)
            ranges.append(_range(0, self.bold, strong))
        if underline:
            line = QTextCharFormat()
            line.setFontUnderline(True)
            ranges.append(_range(0, len(self.words), line))
        return ranges


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _fit(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class Sentence(QWidget):
    """`who` in bold, then the rest, over as many lines as it needs."""

    def __init__(self, who: str, rest: str, token: str = "tekst") -> None:
        super().__init__()
        self._text = Wrapped(who + rest, len(who))
        self._token = token
        self.setAccessibleName(self._text.words)
        _fit(self)

    def text(self) -> str:
        return self._text.words

    def set_token(self, token: str) -> None:
        self._token = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text.height(width)

    def sizeHint(self) -> QSize:
        return QSize(
            min(fonts.width("tekst_sterk", self.text()), theme.active().px(420)), fonts.line("tekst")
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(120), fonts.line("tekst"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.active().colour(self._token))
        self._text.layout(self.width())[0].draw(painter, QPointF(0, 0))


class WrapLink(QAbstractButton):
    """A sentence that can be pressed; underlined under the mouse. At least 24 high."""

    def __init__(self, words: str, role: str = "bij", token: str = "tekst") -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self._wrapped = Wrapped(words, 0, role)
        self._token = token
        self._hover = False
        self.setProperty("ring", 3)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _fit(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._wrapped.height(width), theme.active().px(24))

    def sizeHint(self) -> QSize:
        width = min(fonts.width(self._wrapped.role, self.text()), theme.active().px(240))
        return QSize(width, theme.active().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(80), theme.active().px(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        painter.setPen(theme.active().colour(self._token))
        layout, height = self._wrapped.layout(self.width(), self._hover)
        layout.draw(painter, QPointF(0, (self.height() - height) / 2))
