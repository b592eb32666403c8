"""The header of the columns: 12 px, pressed to sort, drawn to a width, and both with the keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from desktop.views import icons, theme
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_columns import NARROWEST, WIDEST, Column
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.widgets import paint
from desktop.views.widgets.banner import announce

STEP = 16
_ASCENDING = ("naam", "plaats", "langst_geleden")


class ColumnHeader(QHeaderView):
    """`sort_asked(order)` when a column was pressed or Enter given; `widened(section)` by hand or keys."""

    sort_asked = Signal(str)
    widened = Signal()

    def __init__(self, model: EmployerListModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._order = "naam"
        self._here = 0
        self._by_key = False
        self.setAccessibleName(words.HEADER_NAME)
        self.setAccessibleDescription(words.HEADER_HELP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(theme.active().px(NARROWEST))
        self.setMaximumSectionSize(theme.active().px(WIDEST))
        self.viewport().setAutoFillBackground(False)
        self.sectionClicked.connect(self._sort)
        self.sectionResized.connect(self._resized)

    def show_order(self, order: str) -> None:
        self._order = order
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.active().px(34))

    def column(self, section: int) -> Column:
        return self._model.columns[section]

    # -- sorting and widths --------------------------------------------------------------------------
    def _sort(self, section: int) -> None:
        orders = self.column(section).sorts
        if orders:
            here = orders.index(self._order) if self._order in orders else -1
            self.sort_asked.emit(orders[(here + 1) % len(orders)])

    def _resized(self, section: int, old: int, new: int) -> None:
        if old and new:
            self.widened.emit()

    def _widen(self, by: int) -> None:
        px = theme.active().px
        width = max(px(NARROWEST), min(px(WIDEST), self.sectionSize(self._here) + px(by)))
        self.resizeSection(self._here, width)

    # -- keyboard ------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._widen(STEP * steps[key])
        elif key in steps:
            self._go(max(0, min(self.count() - 1, self._here + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._sort(self._here)
            announce(self, self.spoken(self._here))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow goes a page back elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def _go(self, section: int) -> None:
        self._here = section
        self.viewport().update()
        announce(self, self.spoken(section))

    def spoken(self, section: int) -> str:
        """Plaats, oplopend gesorteerd"""
        column = self.column(section)
        if self._order not in column.sorts:
            return column.title
        how = words.SORTED_UP if self._order in _ASCENDING else words.SORTED_DOWN
        return f"{column.title}, {how}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self._here = min(self._here, max(0, self.count() - 1))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # -- painting ------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.active().colour("vlak_lijst"))
        for section in range(self.count() - 1, -1, -1):
            # The first one last: it stays in sight and lies over the others.
            left = 0 if section == 0 else self.sectionViewportPosition(section)
            self._paint(painter, QRect(left, 0, self.sectionSize(section), self.height()), section)
        paint.hairline(painter, 0, self.viewport().width(), self.height() - 1)

    def _paint(self, painter: QPainter, rect: QRect, section: int) -> None:
        px = theme.active().px
        column = self.column(section)
        if section == 0:
            painter.fillRect(rect, theme.active().colour("vlak_lijst"))
        sorted_by = self._order in column.sorts
        role, token = ("klein_sterk", "tekst_2") if sorted_by else ("klein", "tekst_3")
        inner = rect.adjusted(px(42) if section == 0 else px(8), 0, -px(8), 0)
        if sorted_by:
            inner.setRight(inner.right() - px(18))
        taken = paint.text(
            painter, inner, column.title, role, token, paint.RIGHT if column.right else paint.LEFT
        )
        if sorted_by:
            x = inner.right() + px(4) if column.right else inner.x() + taken + px(4)
            icon = "omhoog_pijl" if self._order in _ASCENDING else "omlaag"
            icons.draw(painter, icon, x, rect.center().y() - px(7), 14, token)
        if self.hasFocus() and self._by_key and section == self._here:
            paint.rounded(painter, rect.adjusted(2, 2, -3, -4), 4, None, "focus", 2)
        elif section:
            middle = rect.center().y()
            painter.setPen(theme.active().colour("lijn_zacht"))
            painter.drawLine(rect.left(), middle - px(7), rect.left(), middle + px(7))
