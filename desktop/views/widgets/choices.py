"""Check box, radio card and the segmented choice: Qt's own controls that paint themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint
from desktop.views.widgets.labels import Label


class Check(QCheckBox):
    """A box of 18 with its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.setProperty("ring", 4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(px(28) + fonts.width("tekst", self.text()) + 2, px(24))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        box = QRect(0, (self.height() - px(18)) // 2, px(18), px(18))
        if self.isChecked():
            paint.rounded(painter, box, 4, "accent")
            icons.draw(painter, "vink", box.x() + px(2), box.y() + px(2), 14, "op_accent")
        else:
            paint.rounded(painter, box, 4, "vlak_inhoud", "lijn_sterk", 1.5)
        paint.text(painter, self.rect().adjusted(px(28), 0, 0, 0), self.text(), "tekst", "tekst")


class _Segment(QRadioButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.setProperty("ring", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(fonts.width("bij_mid", self.text()) + px(22), px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.width("bij_mid", self.text()) + theme.active().px(8), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        if self.isChecked():
            paint.rounded(painter, self.rect(), 5, "accent_zacht", "focus", 1.5)
        ink = "accent_tekst" if self.isChecked() else "tekst_2"
        paint.text(painter, self.rect(), self.text(), "bij_mid", ink, paint.CENTRE)


class Segments(QWidget):
    """One of a few, side by side in one frame: radio buttons in a group. `chosen(code)` on change."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._codes = [code for code, _ in options]
        self._group = QButtonGroup(self)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(theme.active().px(6))
        for number, (_, words) in enumerate(options):
            segment = _Segment(words)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            row.addWidget(segment, 1)
        self._group.idClicked.connect(self._clicked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def value(self) -> str:
        number = self._group.checkedId()
        return self._codes[number] if number >= 0 else ""

    def set_value(self, code: str) -> None:
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)

    def set_words(self, code: str, words: str) -> None:
        """Another name for the same choice, such as another day after midnight."""
        button = self._group.button(self._codes.index(code))
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def sizeHint(self) -> QSize:
        """All as wide as the widest; where there is less room each keeps what its words need."""
        buttons = self._group.buttons()
        widest = max(button.sizeHint().width() for button in buttons)
        gaps = self._row.spacing() * (len(buttons) - 1)
        if not self._stacked():
            return QSize(widest * len(buttons) + gaps + 6, theme.measure("veld"))
        return QSize(widest + 6, sum(button.sizeHint().height() for button in buttons) + gaps + 6)

    def minimumSizeHint(self) -> QSize:
        """Where not even the words fit beside each other they stand below each other."""
        widest = max(button.minimumSizeHint().width() for button in self._group.buttons())
        return QSize(widest + 6, self.sizeHint().height())

    def _stacked(self) -> bool:
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rescaled()

    def rescaled(self) -> None:
        """Another text size: beside each other or not."""
        buttons = self._group.buttons()
        least = sum(button.minimumSizeHint().width() for button in buttons)
        least += self._row.spacing() * (len(buttons) - 1) + 6
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if self.width() >= least else direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()

    def focus_target(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._codes[number])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        paint.rounded(painter, self.rect(), 6, "vlak_inhoud", "lijn_sterk")
        buttons = () if self._stacked() else self._group.buttons()
        for left, right in pairwise(buttons):
            if not (left.isChecked() or right.isChecked()):
                x = (left.geometry().right() + right.geometry().left()) // 2
                painter.setPen(theme.active().colour("lijn_zacht"))
                painter.drawLine(x, self.height() // 4, x, self.height() * 3 // 4)


class Radio(QRadioButton):
    """A ring with its words; the caller gives the name."""

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(px(28) + fonts.width("tekst", self.text()) + 2, px(24))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        middle = self.height() / 2
        if self.isChecked():
            paint.circle(painter, px(9), middle, px(18), "vlak_inhoud", "accent", 2)
            paint.circle(painter, px(9), middle, px(9), "accent", None)
        else:
            paint.circle(painter, px(9), middle, px(18), "vlak_inhoud", "lijn_sterk", 1.5)
        paint.text(painter, self.rect().adjusted(px(28), 0, 0, 0), self.text(), "tekst", "tekst")


class ChoiceCard(QWidget):
    """A choice as a card with a radio, a line of explanation and room for fields that only it needs."""

    chosen = Signal(str)

    def __init__(self, code: str, words: str, explanation: str, extra: QWidget | None = None) -> None:
        super().__init__()
        self.code = code
        self.radio = Radio(words)
        self.radio.setAccessibleName(words)
        self.radio.setAccessibleDescription(explanation)
        self.radio.setProperty("ring", 8)
        self.radio.setProperty("ring_parent", True)
        self._extra = extra
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(14), px(11))
        column.setSpacing(px(0))
        column.addWidget(self.radio)
        body = QVBoxLayout()
        body.setContentsMargins(px(28), 0, 0, 0)
        body.setSpacing(px(6))
        body.addWidget(Label(explanation, "bij", "tekst_2", wrap=True))
        if extra is not None:
            body.addWidget(extra)
            extra.setVisible(False)
        column.addLayout(body)
        self.radio.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        if self._extra is not None:
            self._extra.setVisible(on)
        self.update()
        if on:
            self.chosen.emit(self.code)

    def mousePressEvent(self, event: object) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.radio.isChecked()
        fill, border, width = ("accent_zacht", "focus", 1.5) if on else ("vlak_inhoud", "lijn_knop", 1.0)
        paint.rounded(paint.painter_for(self), self.rect(), 8, fill, border, width)


class Tick(QCheckBox):
    """The ring of 18 beside something to do; 24 around it to press. Ticking it says it is done."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ring", 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.active().px(24), theme.active().px(24))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        if self.isChecked():
            icons.draw(painter, "actie", 0, px(3), 18, "goed")
        else:
            paint.circle(painter, px(9), px(12), px(16), None, "lijn_sterk", 1.5)
