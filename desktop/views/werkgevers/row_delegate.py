"""Paints a row of the list of werkgevers: regie mark, name, time; place, regie in words, counts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.rows import WerkgeverRegel
from desktop.views import dates, fonts, icons, texts, theme
from desktop.views.tables.rows import Index, RowRole
from desktop.views.werkgevers import regie_words
from desktop.views.widgets import paint


class EmployerDelegate(QStyledItemDelegate):
    """`changed` holds ids of rows that a sync round changed and that were not opened since."""

    def __init__(self, view: QListView, me: str, today: date) -> None:
        super().__init__(view)
        self._view = view
        self._me, self._today = me, today
        self.changed: set[str] = set()

    def sizeHint(self, option: Option, index: Index) -> QSize:
        px = theme.active().px
        return QSize(px(200), px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row: WerkgeverRegel | None = index.data(RowRole)
        if row is None:
            return
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._surface(painter, rect, chosen, state)
        self._words(painter, rect, row)
        painter.restore()

    def _surface(self, painter: QPainter, rect: QRect, chosen: bool, state: QStyle.StateFlag) -> None:
        look = theme.active()
        px = look.px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        if chosen:
            paint.rounded(painter, card, 8, "accent_zacht", "focus" if look.high_contrast else None, 2)
            bar = QRect(card.x(), card.y() + px(11), 3, card.height() - px(22))
            painter.fillRect(bar, look.colour("focus"))
        else:
            if state & QStyle.StateFlag.State_MouseOver:
                paint.rounded(painter, card, 8, "vlak_zweef")
            paint.hairline(painter, rect.x() + px(40), rect.right() - px(24), rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus and self._view.property("by_key"):
            paint.rounded(painter, card.adjusted(1, 1, -1, -1), 8, None, "focus", 2)

    def _words(self, painter: QPainter, rect: QRect, row: WerkgeverRegel) -> None:
        px = theme.active().px
        left, right = rect.x() + px(42), rect.right() - px(24)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
        kind = regie_words.mark(row.regiehouder_id, row.regie_gevraagd, self._me)
        paint_mark(painter, rect.x() + px(28), first.center().y() + 0.5, kind)
        taken = self._time(painter, first, row)
        name = first.adjusted(0, 0, -taken - px(12), 0)
        paint.text(painter, name, row.naam, "tekst_sterk", "tekst")
        taken = self._counts(painter, second, row, kind)
        words = f"{row.plaats}  ·  " if row.plaats else ""
        words += regie_words.row_words(row, self._me)
        if row.id in self.changed:
            words += f"  ·  {texts.CHANGED}"
        paint.text(painter, second.adjusted(0, 0, -taken - px(8), 0), words, "bij", "tekst_2")

    def _time(self, painter: QPainter, rect: QRect, row: WerkgeverRegel) -> int:
        if row.laatste_contact is None:
            return paint.text(painter, rect, texts.NO_CONTACT, "bij", "tekst_2", paint.RIGHT)
        days = (self._today - row.laatste_contact).days
        token = "letop" if days > regie_words.LATE_AFTER_DAYS else "tekst_2"
        return paint.text(
            painter, rect, dates.since(row.laatste_contact, self._today), "bij", token, paint.RIGHT
        )

    def _counts(self, painter: QPainter, rect: QRect, row: WerkgeverRegel, kind: str) -> int:
        px = theme.active().px
        x = rect.right() + 1
        y = rect.center().y() - px(7)
        if row.open_acties:
            words = str(row.open_acties)
            x -= fonts.width("bij", words)
            paint.text(painter, QRect(x, rect.y(), px(60), rect.height()), words, "bij", "tekst_2")
            x -= px(19)
            icons.draw(painter, "actie", x, y, 16, "tekst_2")
        if row.wacht or kind == regie_words.ASKED:
            x -= px(26) if row.open_acties else px(16)
            icons.draw(painter, "klok", x, y, 16, "tekst_2")
        return rect.right() - x


def paint_mark(painter: QPainter, x: float, y: float, kind: str) -> None:
    """Filled dot: mine. Open ring: a colleague's. Dashed ring: nobody's (asked: the words say it)."""
    size = theme.active().px(9)
    if kind == regie_words.MINE:
        paint.circle(painter, x, y, size, "focus", None)
    else:
        paint.circle(painter, x, y, size, None, "lijn_sterk", 1.5, dashed=kind != regie_words.OTHERS)


def mouse_or_key(view: QListView, reason: Qt.FocusReason) -> None:
    """Remembers how the focus came, so that the ring shows for the keyboard only."""
    by_key = (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )
    view.setProperty("by_key", reason in by_key)
    view.viewport().update()
