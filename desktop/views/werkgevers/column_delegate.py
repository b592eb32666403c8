"""Paints a cell of the columns: one line, numbers at the right, the chosen row tinted as in the list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import fonts, icons, texts, theme
from desktop.views.tables.rows import Index, RowRole
from desktop.views.werkgevers import list_words, regie_words
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.row_delegate import paint_mark
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import BY_KEY


class ColumnDelegate(QStyledItemDelegate):
    """`hovered` is the number of the row under the mouse, -1 for none."""

    def __init__(self, view: QTableView, model: EmployerListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.hovered = -1

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(theme.active().px(80), theme.measure("tabelregel"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_cell(painter, rect, index, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def paint_surface(self, painter: QPainter, rect: QRect, row: int) -> bool:
        """Tint and hairline of a row, in one of its cells or beyond them; whether it is chosen."""
        look = theme.active()
        chosen = self._view.selectionModel().isSelected(self._model.index(row, 0))
        if chosen:
            painter.fillRect(rect, look.colour("accent_zacht"))
        elif row == self.hovered:
            painter.fillRect(rect, look.colour("vlak_zweef"))
        token = "focus" if chosen and look.high_contrast else "lijn_zacht"
        paint.hairline(painter, rect.x(), rect.right() + 1, rect.bottom(), token)
        return chosen

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, focused: bool) -> None:
        """Also of the name that is painted once more."""
        first = index.column() == 0
        if self.paint_surface(painter, rect, index.row()) and first:
            bar = QRect(rect.x(), rect.y() + 4, 3, rect.height() - 8)
            painter.fillRect(bar, theme.active().colour("focus"))
        row: WerkgeverRegel | None = index.data(RowRole)
        if row is None:
            self._coming(painter, rect, index)
        elif first:
            self._name(painter, rect, row)
        else:
            self._value(painter, rect, row, index)
        if focused and self._view.property(BY_KEY):
            paint.rounded(painter, rect.adjusted(1, 1, -1, -2), 4, None, "focus", 2)

    def _coming(self, painter: QPainter, rect: QRect, index: Index) -> None:
        said = self._model.stands_for(index.row())
        if said != texts.ROW_COMING:
            if index.column() == 0:
                paint.text(painter, self._inner(rect, index), said, "bij", "tekst_3")
            return
        inner = self._inner(rect, index)
        thick = theme.active().px(8)
        width = inner.width() * (62, 48, 70, 55)[(index.row() + index.column()) % 4] // 100
        bar = QRect(inner.x(), inner.center().y() - thick // 2, width, thick)
        outline = "lijn_zacht" if theme.active().high_contrast else None
        paint.rounded(painter, bar, 4, "vlak_verzonken", outline)

    def _inner(self, rect: QRect, index: Index) -> QRect:
        px = theme.active().px
        return rect.adjusted(px(42) if index.column() == 0 else px(8), 0, -px(8), 0)

    def _name(self, painter: QPainter, rect: QRect, row: WerkgeverRegel) -> None:
        px = theme.active().px
        reader = self._model.reader
        kind = regie_words.mark(row.regiehouder_id, row.regie_gevraagd, reader.id)
        paint_mark(painter, rect.x() + px(28), rect.center().y() + 0.5, kind)
        inner = rect.adjusted(px(42), 0, -px(8), 0)
        if row.wacht or kind == regie_words.ASKED:
            icons.draw(painter, "klok", inner.right() - px(16), rect.center().y() - px(8), 16, "tekst_2")
            inner.setRight(inner.right() - px(22))
        if row.id in self._model.changed:
            width = fonts.width("klein", texts.CHANGED)
            paint.text(painter, inner, texts.CHANGED, "klein", "tekst_2", paint.RIGHT)
            inner.setRight(inner.right() - width - px(8))
        paint.text(painter, inner, row.naam, "tekst_sterk", "tekst")

    def _value(self, painter: QPainter, rect: QRect, row: WerkgeverRegel, index: Index) -> None:
        column = self._model.columns[index.column()]
        said = self._model.cell(row, index.column())
        late = column.key == "laatste_contact" and list_words.is_long_ago(row, self._model.reader)
        align = paint.RIGHT if column.right else paint.LEFT
        paint.text(painter, self._inner(rect, index), said, "bij", "letop" if late else "tekst_2", align)
