"""A list whose rows paint themselves: what is the same for all of them.

No frame, scrolls by the pixel, lies on the ground of what is behind it, and shows the ring of the focus only
to someone who came by key.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.views import theme
from desktop.views.widgets import paint

BY_KEY = "by_key"
HEADING_ROLE, HEADING_TOKEN = "klein_sterk", "tekst_3"


class RowView(QListView):
    """`name` is what a screen reader calls it; the model becomes its child."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        model.setParent(self)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty(BY_KEY, event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)


def shows_focus(view: QAbstractItemView) -> bool:
    """Whether the ring of the keyboard belongs on its current row."""
    return view.hasFocus() and bool(view.property(BY_KEY))


def paint_heading(painter: QPainter, rect: QRect, words: str, inset: int) -> None:
    """`inset` in pixels of the tokens, at both sides."""
    px = theme.active().px
    area = rect.adjusted(px(inset), px(6), -px(inset), 0)
    paint.text(painter, area, words, HEADING_ROLE, HEADING_TOKEN)


def paint_chosen(painter: QPainter, card: QRect, inset: int) -> None:
    """The ground and the mark of the row that is chosen; the mark begins `inset` below its top."""
    look = theme.active()
    px = look.px
    paint.rounded(painter, card, 8, "accent_zacht", "focus" if look.high_contrast else None, 2)
    painter.fillRect(card.x(), card.y() + px(inset), 3, card.height() - px(2 * inset), look.colour("focus"))


def paint_ring(painter: QPainter, card: QRect) -> None:
    """The focus of the keyboard, inside the row."""
    paint.rounded(painter, card.adjusted(1, 1, -1, -1), 8, None, "focus", 2)
