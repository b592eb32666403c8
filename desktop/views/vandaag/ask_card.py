"""Rows with buttons on one strip: requests and transfers that wait for an answer, and drafts.

Keeps the widgets of rows that did not change, so that a refresh takes the focus from nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.vandaag.asks import AGREE, ANSWER, GO_ON, Ask
from desktop.views.vandaag.sentence import Sentence
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow, in_one_line
from desktop.views.widgets.labels import Hairline, Label, Surface

_BESIDE_FROM = 720


class _AskButton(Button):
    """Up and Down go on to the rows above and below."""

    arrow = Signal(int)

    def __init__(self, code: str, words: str, ask: Ask) -> None:
        super().__init__(words, Look.OUTLINED)
        self.code = code
        self.setAccessibleName(f"{words}: {ask.sentence}")
        self.setAccessibleDescription(ask.below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.arrow.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _AskRow(QWidget):
    """`pressed(Ask, code)`; `arrow(-1 or 1)`."""

    pressed = Signal(object, str)
    arrow = Signal(int)

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.ask = ask
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._line = Hairline()
        column.addWidget(self._line)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(px(16))
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(Sentence(ask.who, ask.rest))
        below = " ".join(part for part in (ask.below, ask.note) if part)
        if below:
            words.addWidget(Label(below, "bij", "tekst_2", wrap=True))
        self._body.addLayout(words, 1)
        self._body.addWidget(self._make_buttons())
        column.addLayout(self._body)

    def _make_buttons(self) -> QWidget:
        self._buttons = QWidget()
        row = Flow(self._buttons, theme.active().px(8))
        self.buttons: list[_AskButton] = []
        for code, words in self.ask.buttons:
            button = _AskButton(code, words, self.ask)
            button.clicked.connect(self._clicked)
            button.arrow.connect(self.arrow)
            row.addWidget(button)
            self.buttons.append(button)
        return self._buttons

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _AskButton):
            self.pressed.emit(self.ask, button.code)

    def set_first(self, first: bool) -> None:
        self._line.setVisible(not first)

    def set_beside(self, beside: bool) -> None:
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._body.setSpacing(theme.active().px(16 if beside else 10))
        self._body.setAlignment(
            self._buttons, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
        )
        in_one_line(self._buttons, beside)

    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> bool:
        """In its most likely answer."""
        if not self.buttons:
            return False
        likely = [button for button in self.buttons if button.code in (AGREE, ANSWER, GO_ON)]
        (likely or self.buttons)[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class AskCard(Surface):
    """`pressed(Ask, code)`; `edge(-1 or 1)` when an arrow went over the first or last row."""

    pressed = Signal(object, str)
    edge = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__("vlak_strook", 8)
        self.setAccessibleName(name)
        self.rows: list[_AskRow] = []
        px = theme.active().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(14), px(12))
        self._column.setSpacing(px(12))

    def show_asks(self, asks: Sequence[Ask]) -> None:
        """Rows that stay the same keep their widgets; the focus goes on where it was, or to its neighbour."""
        if [row.ask for row in self.rows] == list(asks):
            return
        here = next((n for n, row in enumerate(self.rows) if row.has_focus()), -1)
        old = list(self.rows)
        self.rows = [next((row for row in old if row.ask == ask), None) or self._new_row(ask) for ask in asks]
        for row in old:
            if row not in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
            row.set_first(number == 0)
            row.set_beside(self._beside())
        self.setVisible(bool(self.rows))
        if here >= 0 and not any(row.has_focus() for row in self.rows) and not self._step(here - 1, 1):
            self.edge.emit(1)

    def _new_row(self, ask: Ask) -> _AskRow:
        row = _AskRow(ask)
        row.pressed.connect(self.pressed)
        row.arrow.connect(self._arrow)
        return row

    def _arrow(self, by: int) -> None:
        here = next((number for number, row in enumerate(self.rows) if row is self.sender()), 0)
        if not self._step(here, by):
            self.edge.emit(by)

    def _step(self, here: int, by: int) -> bool:
        """Focus in the next row that has something to press."""
        ahead = self.rows[here + 1 :] if by > 0 else self.rows[: max(here, 0)][::-1]
        return any(row.take_focus() for row in ahead)

    def enter_from(self, side: int) -> bool:
        """The focus comes from above (1) or below (-1)."""
        if self.isHidden():
            return False
        waiting = [row for row in self.rows if not row.ask.note] if side > 0 else []
        return any(row.take_focus() for row in waiting) or self._step(
            -1 if side > 0 else len(self.rows), side
        )

    def _beside(self) -> bool:
        return self.width() >= theme.active().px(_BESIDE_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rescaled()

    def rescaled(self) -> None:
        """Another text size: the buttons have another width."""
        for row in self.rows:
            row.set_beside(self._beside())
