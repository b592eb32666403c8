"""The line under the list: which keys work here. Decoration; the help of the program says the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views import fonts, theme
from desktop.views.palette import texts
from desktop.views.palette.rows import CAP_GAP, CAP_MARGIN, key_caps
from desktop.views.widgets import paint
from desktop.views.widgets.flow import Flow

_ALL = (
    ("↑↓", texts.CHOOSE),
    ("Enter", texts.OPEN),
    ("Ctrl Enter", texts.VISIT),
    ("Alt Enter", texts.CALL),
    (">", texts.ONLY_COMMANDS),
    ("Esc", texts.CLOSE),
)
_PICKING = (("↑↓", texts.CHOOSE), ("Enter", texts.TAKE), ("Esc", texts.CLOSE))


class _Hint(QWidget):
    def __init__(self, keys: str, words: str) -> None:
        super().__init__()
        self._keys, self._words = keys, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _caps(self) -> int:
        px = theme.active().px
        return sum(fonts.width("klein", cap) + px(CAP_MARGIN) + px(CAP_GAP) for cap in self._keys.split())

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(self._caps() + px(2) + fonts.width("klein", self._words) + px(4), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        caps = self._caps()
        key_caps(painter, QRect(0, 0, caps - theme.active().px(CAP_GAP), self.height()), self._keys)
        area = self.rect().adjusted(caps + theme.active().px(2), 0, 0, 0)
        paint.text(painter, area, self._words, "klein", "tekst_2")


class KeyHints(QWidget):
    """`picking`: only what works while choosing a werkgever."""

    def __init__(self, picking: bool) -> None:
        super().__init__()
        px = theme.active().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(8), px(20), px(8))
        flow = Flow(gap=px(8))
        outer.addLayout(flow)
        for keys, words in _PICKING if picking else _ALL:
            flow.addWidget(_Hint(keys, words))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
