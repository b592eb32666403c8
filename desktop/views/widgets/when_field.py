"""The field 'Wanneer': reads what a person types and shows on leaving what it read; a calendar as the other
way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QWidget

from desktop.views import dates, icons, theme
from desktop.views.when import NotADay, When, parse
from desktop.views.widgets import paint, tips
from desktop.views.widgets.fields import TextField
from desktop.views.widgets.layer import Card, PopoverCard, open_popover

OPENER, ICON = 28, 18


class CalendarCard(PopoverCard):
    """A month under the field. `picked(date)`."""

    picked = Signal(object)

    def __init__(self, name: str, anchor: QWidget, day: date) -> None:
        super().__init__(name, anchor, 320)
        px = theme.active().px
        self.column.setContentsMargins(px(10), px(10), px(10), px(10))
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(name)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        for part in self._calendar.findChildren(QWidget):
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName():
                part.setAccessibleName(name)
        self._calendar.clicked.connect(self._chosen)
        self._calendar.activated.connect(self._chosen)
        self.column.addWidget(self._calendar)

    def first_field(self) -> QWidget | None:
        return self._calendar

    def place(self, room: QSize) -> QRect:
        return super().place(room)

    def _chosen(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.accept()


class _Opener(QAbstractButton):
    """The calendar at the end of the field, for the mouse; the keyboard has Alt+Down in the field."""

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field)
        self.setAccessibleName(name)
        tips.tell(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        inset = theme.active().px((OPENER - ICON) / 2)
        icons.draw(paint.painter_for(self), "agenda", inset, inset, ICON, "tekst_2")


class WhenField(TextField):
    """`today` is asked whenever it is needed: a form may stay open past midnight. `ahead` for a day in the
    future; `brief` for a narrow field: vr 20 november.

    `read()` gives the When, None when empty, or raises NotADay.
    """

    def __init__(
        self,
        name: str,
        placeholder: str,
        calendar_name: str,
        today: Callable[[], date],
        ahead: bool = False,
        brief: bool = False,
    ) -> None:
        super().__init__(name, placeholder)
        self._today, self._ahead, self._calendar_name = today, ahead, calendar_name
        self._brief = brief
        self._opener = _Opener(calendar_name, self)
        self._opener.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, theme.active().px(OPENER), 0)

    def read(self) -> When | None:
        text = self.text().strip()
        return parse(text, self._today(), self._ahead) if text else None

    def settle(self) -> None:
        """Shows the day in full when it could be read; leaves the text as it is otherwise."""
        try:
            when = self.read()
        except NotADay:
            return
        if when is not None and self._spoken(when) != self.text():
            self.setText(self._spoken(when))

    def _spoken(self, when: When) -> str:
        if not self._brief:
            return when.spoken()
        clock = f", {when.time:%H:%M}" if when.time else ""
        return f"{dates.before(when.day, self._today())}{clock}"

    def open_calendar(self) -> None:
        try:
            when = self.read()
        except NotADay:
            when = None
        card: Card = CalendarCard(self._calendar_name, self, when.day if when else self._today())
        card.picked.connect(self._picked)  # type: ignore[attr-defined]
        open_popover(self.window(), card)

    def _picked(self, day: date) -> None:
        try:
            when = self.read()
        except NotADay:
            when = None
        self.setText(self._spoken(When(day, when.time if when else None)))
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = theme.active().px(OPENER)
        gap = (self.height() - size) // 2
        self._opener.setGeometry(self.width() - size - gap, gap, size, size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)
