"""Paints a row of the list of werkgevers: regie mark, name, time; place, regie in words, counts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import fonts, icons, texts, theme
from desktop.views.tables.rows import Index, RowRole
from desktop.views.werkgevers import list_words, regie_words
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import BY_KEY, paint_chosen, paint_ring


class EmployerDelegate(QStyledItemDelegate):
    """Two lines of one height. A row that is not here yet is two bars, so that scrolling shows its pace."""

    def __init__(self, view: QAbstractItemView, model: EmployerListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: Option, index: Index) -> QSize:
        px = theme.active().px
        return QSize(px(200), px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row: WerkgeverRegel | None = index.data(RowRole)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._surface(painter, rect, bool(state & QStyle.StateFlag.State_Selected), state)
        if row is None:
            self._coming(painter, rect, index)
        else:
            self._words(painter, rect, row)
        painter.restore()

    def _surface(self, painter: QPainter, rect: QRect, chosen: bool, state: QStyle.StateFlag) -> None:
        px = theme.active().px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        if chosen:
            paint_chosen(painter, card, 11)
        else:
            if state & QStyle.StateFlag.State_MouseOver:
                paint.rounded(painter, card, 8, "vlak_zweef")
            paint.hairline(painter, rect.x() + px(40), rect.right() - px(24), rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus and self._view.property(BY_KEY):
            paint_ring(painter, card)

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        px = theme.active().px
        left, right = rect.x() + px(42), rect.right() - px(24)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        return first, QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))

    def _coming(self, painter: QPainter, rect: QRect, index: Index) -> None:
        first, second = self._lines(rect)
        said = self._model.stands_for(index.row())
        if said != texts.ROW_COMING:
            paint.text(painter, second, said, "bij", "tekst_3")
            return
        # Widths that differ from row to row look like names, and not like a table.
        share = (45, 60, 38, 52)[index.row() % 4]
        for line, percent in ((first, share), (second, share // 2 + 12)):
            middle = line.center().y()
            thick = theme.active().px(8)
            bar = QRect(line.x(), middle - thick // 2, line.width() * percent // 100, thick)
            paint.rounded(painter, bar, 4, "vlak_verzonken", _outline())

    def _words(self, painter: QPainter, rect: QRect, row: WerkgeverRegel) -> None:
        px = theme.active().px
        reader = self._model.reader
        first, second = self._lines(rect)
        kind = regie_words.mark(row.regiehouder_id, row.regie_gevraagd, reader.id)
        paint_mark(painter, rect.x() + px(28), first.center().y() + 0.5, kind)
        token = "letop" if list_words.is_long_ago(row, reader) else "tekst_2"
        taken = paint.text(painter, first, list_words.since(row, reader), "bij", token, paint.RIGHT)
        paint.text(painter, first.adjusted(0, 0, -taken - px(12), 0), row.naam, "tekst_sterk", "tekst")
        taken = self._counts(painter, second, row, kind)
        said = f"{row.plaats}  ·  " if row.plaats else ""
        said += list_words.regie(row, reader)
        if row.id in self._model.changed:
            said = f"{texts.CHANGED}  ·  {said}"
        paint.text(painter, second.adjusted(0, 0, -taken - px(8), 0), said, "bij", "tekst_2")

    def _counts(self, painter: QPainter, rect: QRect, row: WerkgeverRegel, kind: str) -> int:
        px = theme.active().px
        x = rect.right() + 1
        y = rect.center().y() - px(7)
        if row.open_acties:
            said = str(row.open_acties)
            x -= fonts.width("bij", said)
            paint.text(painter, QRect(x, rect.y(), px(60), rect.height()), said, "bij", "tekst_2")
            x -= px(19)
            icons.draw(painter, "actie", x, y, 16, "tekst_2")
        if row.wacht or kind == regie_words.ASKED:
            x -= px(26) if row.open_acties else px(16)
            icons.draw(painter, "klok", x, y, 16, "tekst_2")
        return rect.right() - x


def _outline() -> str | None:
    return "lijn_zacht" if theme.active().high_contrast else None


def paint_mark(painter: QPainter, x: float, y: float, kind: str) -> None:
    """Filled dot: mine. Open ring: a colleague's. Dashed ring: nobody's (asked: the words say it)."""
    size = theme.active().px(9)
    if kind == regie_words.MINE:
        paint.circle(painter, x, y, size, "focus", None)
    else:
        paint.circle(painter, x, y, size, None, "lijn_sterk", 1.5, dashed=kind != regie_words.OTHERS)


def mouse_or_key(view: QAbstractItemView, reason: Qt.FocusReason) -> None:
    """Remembers how the focus came, so that the ring shows for the keyboard only."""
    by_key = (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )
    view.setProperty(BY_KEY, reason in by_key)
    view.viewport().update()
