"""Labels that hold a role and a colour *name*, so that they follow a change of theme or text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.views import fonts, theme
from desktop.views.widgets import paint, tips


class Label(QLabel):
    """Plain text in one role and colour. `wrap` breaks lines; otherwise it stays whole on one."""

    def __init__(
        self, words: str = "", role: str = "tekst", token: str = "tekst", wrap: bool = False
    ) -> None:
        super().__init__()
        self._role, self._token = role, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(words)
        self.restyle()

    def set_token(self, token: str) -> None:
        if token != self._token:
            self._token = token
            self.restyle()

    def set_role(self, role: str) -> None:
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font(self._role))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.active().colour(self._token))
        self.setPalette(palette)
        self.setMinimumHeight(fonts.line(self._role))

    def rescaled(self) -> None:
        """Another text size. Qt keeps how high a label wants to be, also after a smaller minimum: the indent,
        set again, makes it measure anew. One that was never shown is polished first: polishing gives back the
        font of before the style sheet, which would be that of the old size.
        """
        self.ensurePolished()
        self.restyle()
        self.setIndent(self.indent())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            wanted = theme.active().colour(self._token)
            if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
                self.restyle()


class Elided(QWidget):
    """One line that ends in dots when it does not fit; never forces its window wider."""

    def __init__(self, words: str = "", role: str = "bij", token: str = "tekst_2") -> None:
        super().__init__()
        self._words, self._role, self._token = words, role, token
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def set_text(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """The whole text as tooltip where it does not fit."""
        cut = fonts.width(self._role, self._words) > self.width() > 0
        tips.tell(self, self._words if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(fonts.width(self._role, self._words), fonts.line(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, fonts.line(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        paint.text(painter, self.rect(), self._words, self._role, self._token)


class Surface(QFrame):
    """A plain area filled with one token; with a radius a strip or card, with a border a line around it."""

    def __init__(self, token: str, radius: float = 0, border: str | None = None, sides: str = "") -> None:
        super().__init__()
        self._token, self._radius, self._border, self._sides = token, radius, border, sides
        # Paints all of itself: what lies below is not painted each time that something in it changes.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not radius)

    def set_look(self, token: str, border: str | None = None) -> None:
        self._token, self._border = token, border
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        border = self._border or ("lijn_knop" if self._radius and look.high_contrast else None)
        paint.rounded(painter, self.rect(), self._radius, self._token, border)
        painter.setPen(look.colour("lijn_zacht"))
        for side in self._sides:
            self._line(painter, side)

    def _line(self, painter: object, side: str) -> None:
        draw = painter.drawLine  # type: ignore[attr-defined]
        right, bottom = self.width() - 1, self.height() - 1
        lines = {
            "t": (0, 0, right, 0),
            "b": (0, bottom, right, bottom),
            "l": (0, 0, 0, bottom),
            "r": (right, 0, right, bottom),
        }
        draw(*lines[side])


class Hairline(QWidget):
    """One line of decoration between groups."""

    def __init__(self, token: str = "lijn_zacht") -> None:
        super().__init__()
        self._token = token
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.hairline(paint.painter_for(self), 0, self.width(), 0, self._token)


class Icon(QWidget):
    """An icon beside words; decoration for a screen reader."""

    def __init__(self, name: str, size: int = 18, token: str = "tekst_2") -> None:
        super().__init__()
        self._name, self._size, self._token = name, size, token
        self.setFixedSize(theme.active().px(size), theme.active().px(size))

    def set_icon(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.views import icons

        icons.draw(paint.painter_for(self), self._name, 0, 0, self._size, self._token)
