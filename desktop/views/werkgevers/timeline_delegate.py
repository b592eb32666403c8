"""Paints the timeline: node, bold kind, who with whom, time, note of at most four lines, promises as lines.

Layouts are cached by row, width and text size. Measured from the view's width, never the viewport's, or the
scroll bar changes the wrapping.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, texts, theme
from desktop.views.tables.rows import Index, RowRole
from desktop.views.werkgevers import timeline_layout as layout
from desktop.views.werkgevers.timeline_entry import CHANGE, ENTRY, GROUP, Entry
from desktop.views.werkgevers.timeline_layout import Pill, RowLayout
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import BY_KEY

TEXT_INDENT = 44
DOTS = 24
CACHED = 5000


class TimelineDelegate(QStyledItemDelegate):
    """`margin` is the page margin at both sides in logical pixels."""

    def __init__(self, view: QListView, margin: int) -> None:
        super().__init__(view)
        self._view = view
        self.margin = margin
        self._expanded: set[str] = set()
        self._layouts: dict[tuple[int, int, float, bool], RowLayout] = {}

    # -- measuring -----------------------------------------------------------------------------------
    def sizeHint(self, option: Option, index: Index) -> QSize:
        entry: Entry | None = index.data(RowRole)
        return QSize(100, self.layout_of(entry).height if entry else 0)

    def layout_of(self, entry: Entry) -> RowLayout:
        width, factor = self._text_width(), theme.active().factor
        expanded = entry.id in self._expanded
        key = (hash(entry), width, factor, expanded)
        if key not in self._layouts:
            if len(self._layouts) > CACHED:
                self._layouts.clear()
            self._layouts[key] = layout.measure(entry, width, expanded)
        return self._layouts[key]

    def _text_width(self) -> int:
        px = theme.active().px
        room = self._view.width() - 2 * self.margin - px(TEXT_INDENT) - self._reserved()
        return max(px(160), min(room, theme.measure("tekst_breedst")))

    def _reserved(self) -> int:
        """Room for the dots inside the text where the page margin is too narrow for them."""
        px = theme.active().px
        return 0 if self.margin >= px(DOTS + 4) else px(DOTS)

    def _area(self, rect: QRect) -> QRect:
        """From the node to the end of the text."""
        left = rect.left() + self.margin
        return QRect(left, rect.top(), theme.active().px(TEXT_INDENT) + self._text_width(), rect.height())

    def dots_rect(self, rect: QRect) -> QRect:
        """The button that opens the menu of a row, at the end of its head."""
        px = theme.active().px
        area = self._area(rect)
        return QRect(area.right() + px(3), area.top() + px(2), px(DOTS), px(DOTS))

    def more_rect(self, rect: QRect, entry: Entry) -> QRect:
        """The word *meer* under a long note."""
        px = theme.active().px
        area, row = self._area(rect), self.layout_of(entry)
        top = area.top() + row.below_title() + len(row.who) * fonts.line("tekst")
        top += (px(layout.PILL) if row.pills_below else 0) + len(row.note) * px(layout.NOTE_LINE)
        return QRect(area.left() + px(TEXT_INDENT), top, px(90), px(layout.MORE))

    def is_long(self, entry: Entry) -> bool:
        return self.layout_of(entry).more

    def is_expanded(self, entry: Entry) -> bool:
        return entry.id in self._expanded

    def toggle(self, entry: Entry) -> None:
        """Shows the whole note, or four lines again."""
        self._expanded.symmetric_difference_update({entry.id})
        self._view.scheduleDelayedItemsLayout()

    # -- painting ------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        entry: Entry | None = index.data(RowRole)
        if entry is None:
            return
        area = self._area(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == GROUP:
            label = area.adjusted(0, 0, 0, -theme.active().px(4))
            paint.text(painter, label, entry.title, "klein_sterk", "tekst_3")
        elif entry.kind == CHANGE:
            self._paint_change(painter, area, entry)
        else:
            self._paint_entry(painter, area, entry)
        self._paint_state(painter, option, entry)
        painter.restore()

    def _paint_state(self, painter: QPainter, option: Option, entry: Entry) -> None:
        """The ring for the keyboard; the dots for whoever is there."""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and bool(self._view.property(BY_KEY))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if focused:
            ring = self._area(option.rect).adjusted(-6, -2, 6, -4)
            ring.setRight(min(self.dots_rect(option.rect).right() + 4, option.rect.right() - 2))
            paint.rounded(painter, ring, 6, None, "focus", 2)
        if (focused or hovered) and entry.kind != GROUP:
            box = self.dots_rect(option.rect)
            if hovered:
                paint.rounded(painter, box, 4, "vlak_zweef")
            px = theme.active().px
            icons.draw(painter, "meer", box.x() + px(3), box.y() + px(3), 18, "tekst_2")

    def _thread(self, painter: QPainter, area: QRect, top: int) -> None:
        px = theme.active().px
        painter.setPen(QPen(theme.active().colour("lijn_zacht"), 2))
        x = area.x() + px(14)
        if area.bottom() - px(4) > area.y() + top:
            painter.drawLine(x, area.y() + top, x, area.bottom() - px(2))

    def _paint_change(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        px = theme.active().px
        row = self.layout_of(entry)
        border = "tekst_2" if entry.waits else "lijn_sterk"
        paint.circle(painter, area.x() + px(14), area.y() + px(14), px(9), None, border, 1.5, entry.waits)
        if entry.linked:
            self._thread(painter, area, px(24))
        left = area.x() + px(TEXT_INDENT)
        head = QRect(left, area.y(), area.right() - left, px(layout.HEAD))
        self._paint_right(painter, head, entry, row)
        top = area.y() + (px(layout.HEAD) - fonts.line("tekst")) // 2
        y = self._paint_lines(painter, left, top, row.title, "tekst", fonts.line("tekst"), "tekst_2")
        y = self._paint_more(painter, left, y + px(4), row, entry)
        self._paint_promises(painter, left, y, row, "tekst_2")

    def _paint_entry(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        px = theme.active().px
        row = self.layout_of(entry)
        self._paint_node(painter, area, entry)
        if entry.linked:
            self._thread(painter, area, px(34))
        left = area.x() + px(TEXT_INDENT)
        self._paint_head(painter, QRect(left, area.y(), area.right() - left, px(layout.HEAD)), entry, row)
        y = area.y() + row.below_title()
        y = self._paint_lines(painter, left, y, row.who, "tekst", fonts.line("tekst"), "tekst_2")
        if row.pills_below:
            self._paint_pills_left(painter, left, y, entry)
            y += px(layout.PILL)
        y = self._paint_lines(painter, left, y, row.note, "tekst", px(layout.NOTE_LINE), "tekst")
        y = self._paint_more(painter, left, y, row, entry)
        self._paint_promises(painter, left, y, row, "tekst")

    def _paint_node(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        px = theme.active().px
        middle = area.y() + px(14)
        border = "tekst_2" if entry.waits else "lijn_sterk" if theme.active().high_contrast else "lijn_zacht"
        fill = None if entry.waits else "vlak_strook"
        paint.circle(painter, area.x() + px(14), middle, px(28), fill, border, 1.5, dashed=entry.waits)
        ink = "tekst" if entry.waits else "tekst_2"
        icons.draw(painter, entry.icon, area.x() + px(6), middle - px(8), 16, ink)

    def _paint_head(self, painter: QPainter, head: QRect, entry: Entry, row: RowLayout) -> None:
        px = theme.active().px
        right = self._paint_right(painter, head, entry, row)
        top = head.y() + (px(layout.HEAD) - fonts.line("tekst_sterk")) // 2
        self._paint_lines(
            painter, head.x(), top, row.title, "tekst_sterk", fonts.line("tekst_sterk"), "tekst"
        )
        x = head.x() + fonts.width("tekst_sterk", row.title[0])
        if entry.confidential:
            icons.draw(painter, "slot", x + px(6), head.center().y() - px(7), 14, "tekst_2")
            x += px(22)
        if entry.who and not row.who:
            x += px(8)
            said = QRect(x, head.y(), right - x, head.height())
            paint.text(painter, said, f"{entry.who}{entry.topic}", "tekst", "tekst_2")

    def _paint_right(self, painter: QPainter, head: QRect, entry: Entry, row: RowLayout) -> int:
        """Time and pills at the end of the head; returns where they begin."""
        px = theme.active().px
        token = "fout" if entry.late else "tekst_2"
        right = head.right() + 1
        if entry.when:
            right -= paint.text(painter, head, entry.when, "bij", token, paint.RIGHT) + px(4)
        if not row.pills_below:
            for pill in layout.pills(entry):
                right -= pill.width() + px(8)
                self._paint_pill(painter, QPoint(right, head.center().y() - px(11)), pill)
        return right - px(10)

    def _paint_pills_left(self, painter: QPainter, x: int, y: int, entry: Entry) -> None:
        px = theme.active().px
        for pill in reversed(layout.pills(entry)):
            self._paint_pill(painter, QPoint(x, y + px(1)), pill)
            x += pill.width() + px(8)

    @staticmethod
    def _paint_pill(painter: QPainter, corner: QPoint, pill: Pill) -> None:
        px = theme.active().px
        area = QRect(corner, QSize(pill.width(), px(22)))
        border = pill.token if theme.active().high_contrast else None
        paint.rounded(painter, area, 11, f"{pill.token}_zacht", border)
        icons.draw(painter, pill.icon, area.x() + px(8), area.center().y() - px(6), 14, pill.token)
        paint.text(painter, area.adjusted(px(27), 0, 0, 0), pill.words, "klein_mid", pill.token)

    def _paint_more(self, painter: QPainter, x: int, y: int, row: RowLayout, entry: Entry) -> int:
        px = theme.active().px
        if row.more:
            words = texts.SHOW_LESS if entry.id in self._expanded else texts.SHOW_MORE
            paint.text(painter, QRect(x, y, px(90), px(layout.MORE)), words, "knop", "accent_tekst")
            y += px(layout.MORE)
        return y

    def _paint_promises(self, painter: QPainter, left: int, y: int, row: RowLayout, token: str) -> None:
        px = theme.active().px
        for icon, text in row.lines:
            y += px(7)
            if icon:
                icons.draw(painter, icon, left, y + px(1), 16, "tekst_2")
            x = left + (px(26) if icon else 0)
            y = self._paint_lines(painter, x, y, text, "bij", fonts.line("bij"), token)

    @staticmethod
    def _paint_lines(
        painter: QPainter, x: int, y: int, lines: tuple[str, ...], role: str, height: int, token: str
    ) -> int:
        painter.setFont(fonts.font(role))
        painter.setPen(theme.active().colour(token))
        for line in lines:
            painter.drawText(QRect(x, y, 4000, height), int(paint.LEFT | Qt.TextFlag.TextSingleLine), line)
            y += height
        return y

    # -- mouse ---------------------------------------------------------------------------------------
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: Option,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A press on *meer* shows the note whole; the dots are the view's."""
        entry: Entry | None = index.data(RowRole)
        if (
            entry is None
            or event.type() != QEvent.Type.MouseButtonRelease
            or not isinstance(event, QMouseEvent)
        ):
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        row = self.layout_of(entry)
        spot = event.position().toPoint()
        on_more = self.more_rect(option.rect, entry).contains(spot)
        if row.more and (on_more or (entry.kind == ENTRY and not self.dots_rect(option.rect).contains(spot))):
            self.toggle(entry)
            return True
        return False
