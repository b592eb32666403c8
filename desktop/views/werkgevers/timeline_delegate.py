"""Paints the timeline: node, bold kind, who with whom, time, note of at most four lines, promises as lines.

Heights are cached by row, width and text size; text is laid out by hand, because that is the only simple way
to a line height. Measured from the view's width, never the viewport's, or the scroll bar changes the
wrapping.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, texts, theme
from desktop.views.tables.rows import Index, RowRole
from desktop.views.werkgevers.timeline import CHANGE, GROUP, Entry
from desktop.views.widgets import paint

NOTE_LINES = 4
TEXT_INDENT = 44


@dataclass(frozen=True, slots=True)
class _Layout:
    note: tuple[str, ...]
    more: bool
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    height: int


@lru_cache(maxsize=4000)
def _wrapped(words: str, role: str, width: int, factor: float) -> tuple[str, ...]:  # noqa: ARG001 - part of the key
    """The lines of plain text at a width in logical pixels."""
    result: list[str] = []
    for paragraph in words.split("\n"):
        layout = QTextLayout(paragraph, fonts.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            result.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(result)


class TimelineDelegate(QStyledItemDelegate):
    """`margin` is the page margin at both sides in logical pixels."""

    def __init__(self, view: QListView, margin: int) -> None:
        super().__init__(view)
        self._view = view
        self.margin = margin
        self._expanded: set[str] = set()
        self._sizes: dict[tuple[str, int, float, bool, int], _Layout] = {}

    def sizeHint(self, option: Option, index: Index) -> QSize:
        entry: Entry | None = index.data(RowRole)
        return QSize(100, self._layout(entry).height if entry else 0)

    def toggle(self, entry: Entry) -> None:
        """Shows the whole note, or four lines again."""
        self._expanded.symmetric_difference_update({entry.id})
        self._view.scheduleDelayedItemsLayout()

    def _text_width(self) -> int:
        px = theme.active().px
        return max(px(160), min(self._view.width() - 2 * self.margin - px(TEXT_INDENT), px(816)))

    def _layout(self, entry: Entry) -> _Layout:
        width, factor = self._text_width(), theme.active().factor
        key = (entry.id, width, factor, entry.id in self._expanded, hash(entry))
        if key not in self._sizes:
            if len(self._sizes) > 5000:
                self._sizes.clear()
            self._sizes[key] = self._measure(entry, width, factor)
        return self._sizes[key]

    def _measure(self, entry: Entry, width: int, factor: float) -> _Layout:
        px = theme.active().px
        if entry.kind == GROUP:
            return _Layout((), False, (), px(38))
        if entry.kind == CHANGE:
            return _Layout(_wrapped(entry.title, "tekst", width - px(90), factor), False, (), px(44))
        note = _wrapped(entry.note, "tekst", width, factor) if entry.note else ()
        more = len(note) > NOTE_LINES
        if more and entry.id not in self._expanded:
            note = note[:NOTE_LINES]
        lines = tuple((icon, _wrapped(words, "bij", width - px(26), factor)) for icon, words in entry.lines)
        height = px(28) + len(note) * px(21) + (px(24) if more else 0)
        height += sum(px(7) + len(wrapped) * fonts.line("bij") for _, wrapped in lines)
        return _Layout(note, more, lines, height + px(18 if note or lines else 14))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        entry: Entry | None = index.data(RowRole)
        if entry is None:
            return
        rect = QRect(option.rect)
        rect.setLeft(rect.left() + self.margin)
        rect.setRight(
            rect.left() + min(self._view.width() - 2 * self.margin, theme.active().px(816 + TEXT_INDENT))
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == GROUP:
            label = rect.adjusted(0, 0, 0, -theme.active().px(4))
            paint.text(painter, label, entry.title, "klein_sterk", "tekst_3")
        elif entry.kind == CHANGE:
            self._paint_change(painter, rect, entry)
        else:
            self._paint_entry(painter, rect, entry)
        focus = QStyle.StateFlag.State_HasFocus
        if option.state & focus and self._view.property("by_key"):
            paint.rounded(painter, rect.adjusted(-6, 0, 6, -4), 6, None, "focus", 2)
        painter.restore()

    def _thread(self, painter: QPainter, rect: QRect, top: int) -> None:
        px = theme.active().px
        painter.setPen(QPen(theme.active().colour("lijn_zacht"), 2))
        x = rect.x() + px(14)
        if rect.bottom() - px(4) > rect.y() + top:
            painter.drawLine(x, rect.y() + top, x, rect.bottom() - px(2))

    def _paint_change(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        px = theme.active().px
        middle = rect.y() + px(14)
        paint.circle(painter, rect.x() + px(14), middle, px(9), None, "lijn_sterk", 1.5)
        if entry.linked:
            self._thread(painter, rect, px(24))
        head = QRect(rect.x() + px(TEXT_INDENT), rect.y(), rect.width() - px(TEXT_INDENT), px(28))
        taken = paint.text(painter, head, entry.when, "bij", "tekst_2", paint.RIGHT)
        paint.text(painter, head.adjusted(0, 0, -taken - px(16), 0), entry.title, "tekst", "tekst_2")

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        px = theme.active().px
        layout = self._layout(entry)
        middle = rect.y() + px(14)
        border = "tekst_2" if entry.waits else "lijn_sterk" if theme.active().high_contrast else "lijn_zacht"
        fill = None if entry.waits else "vlak_strook"
        paint.circle(painter, rect.x() + px(14), middle, px(28), fill, border, 1.5, dashed=entry.waits)
        icons.draw(
            painter, entry.icon, rect.x() + px(6), middle - px(8), 16, "tekst" if entry.waits else "tekst_2"
        )
        if entry.linked:
            self._thread(painter, rect, px(34))
        left = rect.x() + px(TEXT_INDENT)
        self._paint_title(painter, QRect(left, rect.y(), rect.right() - left, px(28)), entry)
        y = self._paint_note(painter, left, rect.y() + px(28), layout, entry)
        for icon, wrapped in layout.lines:
            y += px(7)
            icons.draw(painter, icon, left, y + px(1), 16, "tekst_2")
            y = self._paint_lines(painter, left + px(26), y, wrapped, "bij", fonts.line("bij"))

    def _paint_title(self, painter: QPainter, head: QRect, entry: Entry) -> None:
        px = theme.active().px
        token = "fout" if entry.late else "tekst_2"
        right = head.right() - (
            paint.text(painter, head, entry.when, "bij", token, paint.RIGHT) if entry.when else -px(10)
        )
        if entry.waits:
            right = self._pill(painter, right - px(12), head, texts.NOT_SENT, "klok", "wacht")
        if entry.outside:
            right = self._pill(painter, right - px(10), head, texts.OUTSIDE_REGIE, "letop", "letop")
        x = head.x()
        x += paint.text(
            painter, QRect(x, head.y(), right - x - px(8), head.height()), entry.title, "tekst_sterk", "tekst"
        )
        if entry.confidential:
            icons.draw(painter, "slot", x + px(6), head.center().y() - px(7), 14, "tekst_2")
            x += px(22)
        x += px(8)
        paint.text(
            painter, QRect(x, head.y(), right - x - px(10), head.height()), entry.who, "tekst", "tekst_2"
        )

    def _pill(self, painter: QPainter, right: int, head: QRect, words: str, icon: str, token: str) -> int:
        px = theme.active().px
        width = px(9 + 14 + 5 + 9) + fonts.width("klein_mid", words)
        pill = QRect(right - width, head.center().y() - px(11), width, px(22))
        border = token if theme.active().high_contrast else None
        paint.rounded(painter, pill, 11, f"{token}_zacht", border)
        icons.draw(painter, icon, pill.x() + px(8), pill.center().y() - px(6), 14, token)
        paint.text(painter, pill.adjusted(px(27), 0, 0, 0), words, "klein_mid", token)
        return pill.x()

    def _paint_note(self, painter: QPainter, x: int, y: int, layout: _Layout, entry: Entry) -> int:
        px = theme.active().px
        y = self._paint_lines(painter, x, y, layout.note, "tekst", px(21))
        if layout.more:
            words = texts.SHOW_LESS if entry.id in self._expanded else texts.SHOW_MORE
            paint.text(painter, QRect(x, y, px(80), px(24)), words, "knop", "accent_tekst")
            y += px(24)
        return y

    @staticmethod
    def _paint_lines(
        painter: QPainter, x: int, y: int, lines: tuple[str, ...], role: str, height: int
    ) -> int:
        painter.setFont(fonts.font(role))
        painter.setPen(theme.active().colour("tekst"))
        for line in lines:
            painter.drawText(QRect(x, y, 4000, height), int(paint.LEFT | Qt.TextFlag.TextSingleLine), line)
            y += height
        return y

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: Option,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        entry: Entry | None = index.data(RowRole)
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and entry is not None and self._layout(entry).more:
            self.toggle(entry)
            return True
        return False
