"""The scrolling part of Vandaag: one page that stays where it was when its contents change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views import theme
from desktop.views.tables.rows import RowRole
from desktop.views.vandaag import texts
from desktop.views.vandaag.day_list import DayList
from desktop.views.vandaag.lines import Line
from desktop.views.widgets.work_panel import ScrollBody

TOAST = 72
"""What a message at the bottom of the window may cover: no line that one works on lies there."""


class DayBody(ScrollBody):
    """Scrolls for the list, which is as high as its lines."""

    def __init__(self, lines: DayList) -> None:
        super().__init__(texts.TITLE)
        self._list = lines
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    @property
    def inner(self) -> QWidget:
        widget = self.widget()
        assert widget is not None
        return widget

    def change(self, contents: Callable[[], None]) -> None:
        """Runs `contents`; afterwards the line that one looks at is where it was."""
        key, offset = self._held_line()
        contents()
        QApplication.sendPostedEvents(self.inner, QEvent.Type.LayoutRequest.value)
        self.column.activate()
        bar = self.verticalScrollBar()
        if not key:
            bar.setValue(offset)
        elif (line := self._list.line_at(key)) is not None:
            bar.setValue(self._top_of(line) - offset)

    def _held_line(self) -> tuple[str, int]:
        """The chosen line when it is in sight and has the focus, or else the first one in sight; and how far
        it lies under the edge. Without a line the place itself.
        """
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        current = self._list.current_line()
        if current is not None and self._list.hasFocus():
            under = self._top_of(current) - value
            if 0 <= under < height:
                return current.key, under
        top = self._list.mapFrom(self.inner, QPoint(theme.active().px(40), value + 1))
        line: Line | None = self._list.indexAt(top).data(RowRole)
        if line is None or value == 0:
            return "", value
        return line.key, self._top_of(line) - value

    def _top_of(self, line: Line) -> int:
        return self._list.mapTo(self.inner, self._list.row_rect(line.key).topLeft()).y()

    def bring_in_sight(self, rect: QRect) -> None:
        """This part of the list; with its first line also what stands above the list."""
        look = theme.active()
        top = self._list.mapTo(self.inner, rect.topLeft()).y()
        first = rect.top() < look.px(90)
        above = self._list.mapTo(self.inner, QPoint(0, 0)).y() if first else top
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if above < bar.value():
            bar.setValue(above)
        elif top + rect.height() > bar.value() + height - look.px(TOAST):
            bar.setValue(top + rect.height() - height + look.px(TOAST))
