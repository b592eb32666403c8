"""What floats above the page: dialogs with a scrim, and popovers. Both are children of the main window.

Frameless translucent windows get black corners on X11 without a compositor; so a QDialog whose window flag is
cleared after construction (it keeps its role, Esc and accept/reject) lies on a scrim that covers the window.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets import motion, paint
from desktop.views.widgets.banner import announce
from desktop.views.widgets.fitting import Scrolling


class Layer(QWidget):
    """Covers its window, holds one card; a press beside a popover closes it. `closed` when it is gone."""

    closed = Signal()

    def __init__(self, window: QWidget, card: Card, dim: bool) -> None:
        super().__init__(window)
        self._window = window
        self.card = card
        self._dim = dim
        self._back = QApplication.focusWidget()
        card.setParent(self)
        card.setWindowFlags(Qt.WindowType.Widget)
        card.finished.connect(self._finish)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self._place()
        self._strength = 1.0
        self._fade = motion.fade_in(self, self._dim_so_much) if dim else None
        self.show()
        self.raise_()
        card.show()
        card.take_focus()
        announce(card, card.accessibleName())
        # The main window holds back the keys of the page while something floats above it.
        if hasattr(window, "hold"):
            window.hold(self)

    def _dim_so_much(self, strength: float) -> None:
        self._strength = strength
        self.update()

    def _finish(self) -> None:
        self.hide()
        back = self._back
        self.closed.emit()
        self.deleteLater()
        try:
            if back is not None and back.isVisible():
                back.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            return  # the part that opened this layer is gone

    def _place(self) -> None:
        self.card.setGeometry(self.card.place(self.size()))

    def replace(self) -> None:
        """Measures again after the card changed its contents; only its shadow is painted anew."""
        before = self.card.geometry()
        self._place()
        if self.card.geometry() != before:
            self.update(paint.shadowed(before).united(paint.shadowed(self.card.geometry())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._dim and not self.card.geometry().contains(event.position().toPoint()):
            self.card.reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        look = theme.active()
        if self._dim:
            painter.fillRect(self.rect(), look.faded("scrim", look.opacity("scrim") * self._strength))
        paint.shadow(painter, self.card.geometry(), self.card.radius)


class Card(QDialog):
    """The white card itself: keeps Tab inside, closes on Esc. Subclasses say where it goes."""

    radius = 12

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWindowTitle(name)

    def scrolling_column(self) -> QVBoxLayout:
        """For what it holds: where the window is too low for it, it scrolls."""
        inner = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolling(inner))
        return QVBoxLayout(inner)

    @abstractmethod
    def place(self, room: QSize) -> QRect:
        """Where the card goes in a layer of that size."""

    def first_field(self) -> QWidget | None:
        return None

    def take_focus(self) -> None:
        target = self.first_field()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()
            self.focusNextPrevChild(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walks the focus chain until a widget inside the card; never leaves it."""
        here = self.focusWidget() or self
        widget: QWidget | None = here
        for _ in range(2000):
            widget = widget and (widget.nextInFocusChain() if forward else widget.previousInFocusChain())
            if widget is None or widget is here:
                return True
            if self.isAncestorOf(widget) and self._takes_tab(widget):
                widget.setFocus(
                    Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                )
                return True
        return True

    @staticmethod
    def _takes_tab(widget: QWidget) -> bool:
        return (
            bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        border = "lijn_knop" if theme.active().name != theme.LICHT else None
        paint.rounded(painter, self.rect(), self.radius, "vlak_inhoud", border)


class DialogCard(Card):
    """600 wide, a little above the middle, over a scrim."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.column = self.scrolling_column()
        px = theme.active().px
        self.column.setContentsMargins(px(28), px(24), px(28), px(18))
        self.column.setSpacing(px(8))

    def place(self, room: QSize) -> QRect:
        width = min(theme.measure("dialoog_breed"), room.width() - 32)
        height = min(self.column.totalHeightForWidth(width), room.height() - 32)
        top = max(16, min(theme.active().px(126), (room.height() - height) // 2))
        return QRect((room.width() - width) // 2, top, width, height)


class PopoverCard(Card):
    """Hangs below a part, or above it when that lies in the lower half of the window."""

    radius = 10

    def __init__(self, name: str, anchor: QWidget, width: int, scrolls: bool = False) -> None:
        super().__init__(name)
        self._anchor, self._width = anchor, width
        self.column = self.scrolling_column() if scrolls else QVBoxLayout(self)
        self.column.setContentsMargins(QMargins(0, 0, 0, 0))
        self.column.setSpacing(0)

    def place(self, room: QSize) -> QRect:
        width = min(theme.active().px(self._width), room.width() - 16)
        height = (
            self.column.totalHeightForWidth(width)
            if self.column.hasHeightForWidth()
            else self.column.sizeHint().height()
        )
        height = min(height, room.height() - 48)
        window = self._anchor.window()
        corner = self._anchor.mapTo(window, QPoint(0, 0))
        below = corner.y() < room.height() // 2
        y = corner.y() + self._anchor.height() + 6 if below else corner.y() - height - 6
        x = max(8, min(corner.x(), room.width() - width - 8))
        return QRect(x, max(8, min(y, room.height() - height - 8)), width, height)


def open_dialog(window: QWidget, card: Card) -> Layer:
    return Layer(window, card, dim=True)


def open_popover(window: QWidget, card: Card) -> Layer:
    return Layer(window, card, dim=False)
