"""The field 'Wanneer': reads what a person types and shows on leaving what it read; a calendar as the other
way.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from desktop.views import icons, theme
from desktop.views.when import NotADay, When, parse
from desktop.views.widgets.fields import TextField
from desktop.views.widgets.layer import Card, PopoverCard, open_popover


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


class WhenField(TextField):
    """`ahead` for a day in the future. `read()` gives the When, None when empty, or raises NotADay."""

    def __init__(
        self, name: str, placeholder: str, calendar_name: str, today: date, ahead: bool = False
    ) -> None:
        super().__init__(name, placeholder)
        self._today, self._ahead, self._calendar_name = today, ahead, calendar_name
        action = QAction(icons.icon("agenda", 18, "tekst_2"), calendar_name, self)
        action.setToolTip(calendar_name)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, TextField.ActionPosition.TrailingPosition)

    def read(self) -> When | None:
        text = self.text().strip()
        return parse(text, self._today, self._ahead) if text else None

    def settle(self) -> None:
        """Shows the day in full when it could be read; leaves the text as it is otherwise."""
        try:
            when = self.read()
        except NotADay:
            return
        if when is not None and when.spoken() != self.text():
            self.setText(when.spoken())

    def open_calendar(self) -> None:
        try:
            when = self.read()
        except NotADay:
            when = None
        card: Card = CalendarCard(self._calendar_name, self, when.day if when else self._today)
        card.picked.connect(self._picked)  # type: ignore[attr-defined]
        open_popover(self.window(), card)

    def _picked(self, day: date) -> None:
        try:
            when = self.read()
        except NotADay:
            when = None
        self.setText(When(day, when.time if when else None).spoken())
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)
