"""The frame of a group of settings: its name, and rows that are as wide as running text at most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.choices import Check, Radio
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Hairline, Label


class Section(QWidget):
    """`add` below each other; a hairline on top unless it is the first."""

    def __init__(self, title: str, first: bool = False) -> None:
        super().__init__()
        px = theme.active().px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, px(20))
        self.column.setSpacing(px(14))
        if not first:
            self.column.addWidget(Hairline())
            self.column.addSpacing(px(6))
        self.column.addWidget(Label(title, "kop"))

    def add(self, part: QWidget) -> None:
        self.column.addWidget(part)

    def add_text(self, words: str) -> Label:
        label = Label(words, "tekst", "tekst_2", wrap=True)
        self.column.addWidget(label)
        return label

    def add_buttons(self, *buttons: QWidget) -> None:
        """Side by side, and below each other where they do not fit."""
        holder = QWidget()
        flow = Flow(holder, theme.active().px(8))
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(holder)


class CheckRow(QWidget):
    """A check box with a line of explanation under it."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        self.check = Check(words)
        self.check.setAccessibleDescription(hint)
        column.addWidget(self.check)
        below = QHBoxLayout()
        below.setContentsMargins(px(28), 0, 0, 0)
        self._hint = Label(hint, "bij", "tekst_2", wrap=True)
        below.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self.check.setAccessibleDescription(hint)


class RadioColumn(QWidget):
    """One of a few, below each other: it stays whole at any width and text size. `chosen(code)`."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Label(name, "bij_mid"))
        self._group = QButtonGroup(self)
        self._codes = [code for code, _ in options]
        for number, (_, words) in enumerate(options):
            radio = Radio(words)
            radio.setAccessibleName(words)
            radio.setAccessibleDescription(name)
            radio.setProperty("ring", 4)
            radio.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._group.addButton(radio, number)
            column.addWidget(radio)
        self._group.idToggled.connect(self._toggled)

    def value(self) -> str:
        number = self._group.checkedId()
        return self._codes[number] if number >= 0 else ""

    def set_value(self, code: str) -> None:
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)

    def focus_target(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._codes[number])
