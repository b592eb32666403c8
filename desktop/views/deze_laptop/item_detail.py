"""The chosen item: its blocks below each other, built again for each item. `pressed(code)` of a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.deze_laptop import texts
from desktop.views.deze_laptop.contents import Block, Changed, Content
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Hairline, Icon, Label, Surface
from desktop.views.widgets.work_panel import ScrollBody


class ItemDetail(ScrollBody):
    """`back` for the way back in one-page mode."""

    pressed = Signal(str)
    back = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        px = theme.active().px
        self.column.setSpacing(px(14))
        self.content: Content | None = None
        self.buttons: dict[str, Button] = {}
        self._small = False
        self._back_button = Button(name, Look.QUIET, "terug", height=34)
        self._back_button.clicked.connect(self.back)
        self._back_button.hide()
        self.column.addWidget(self._back_button)
        self._holder = QWidget()
        self.column.addWidget(self._holder, 1)
        self.arrange(False, False)

    def arrange(self, way_back: bool, small: bool) -> None:
        """Narrow: old and new stand below each other."""
        margin = theme.active().px(20 if small else 40)
        self.column.setContentsMargins(margin, theme.active().px(20 if small else 28), margin, margin)
        self._back_button.setVisible(way_back)
        if small != self._small:
            self._small = small
            if self.content is not None:
                self._build(self.content)

    def show_content(self, content: Content) -> None:
        """The same again leaves everything as it is, the focus and the scroll position too."""
        if content == self.content:
            return
        another = self.content is None or content.key != self.content.key
        self.content = content
        self._build(content)
        if another:
            self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """On the first button, once it is in sight."""
        self._holder.show()
        for button in self.buttons.values():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _build(self, content: Content) -> None:
        focused = next((code for code, button in self.buttons.items() if button.hasFocus()), "")
        self.column.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self.buttons = {}
        self._holder = QWidget()
        self._holder.setMaximumWidth(theme.measure("tekst_breedst"))
        px = theme.active().px
        rows = QVBoxLayout(self._holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(16))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(Label(content.title, "titel", wrap=True))
        head.addWidget(Label(content.subtitle, "bij", "tekst_2", wrap=True))
        rows.addLayout(head)
        for block in content.blocks:
            rows.addWidget(self._block(block))
        rows.addWidget(self._button_row(content.buttons, content.filled))
        for block in content.after:
            rows.addWidget(self._block(block))
        rows.addStretch(1)
        self.column.addWidget(self._holder, 1)
        if focused in self.buttons:
            self._holder.show()
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _block(self, block: Block) -> QWidget:
        px = theme.active().px
        card = Surface("vlak_strook", 8) if block.icon else QWidget()
        outer = QHBoxLayout(card)
        margin = px(16) if block.icon else 0
        outer.setContentsMargins(margin, px(12) if block.icon else 0, margin, px(12) if block.icon else 0)
        outer.setSpacing(px(10))
        if block.icon:
            token = block.token if block.token == "letop" else "tekst_2"
            outer.addWidget(Icon(block.icon, 18, token), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        if block.title:
            column.addWidget(Label(block.title, "bij_sterk", wrap=True))
        if block.changes:
            column.addWidget(self._changes(block.changes))
        if block.pairs:
            column.addWidget(pairs(block.pairs, self._small))
        if block.body:
            role = "tekst" if block.token == "tekst" else "bij"
            column.addWidget(Label(block.body, role, block.token, wrap=True))
        if block.buttons:
            column.addSpacing(px(4))
            column.addWidget(self._button_row(block.buttons))
        outer.addLayout(column, 1)
        return card

    def _changes(self, changes: tuple[Changed, ...]) -> QWidget:
        """A small table: field, what it was, what it becomes. Narrow: below each other."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        px = theme.active().px
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        if self._small:
            for number, one in enumerate(changes):
                label = Label(texts.change_spoken(one.name, one.old, one.new), "tekst", wrap=True)
                grid.addWidget(label, number, 0)
            return holder
        for column, words in enumerate((texts.FIELD, texts.WAS, texts.BECOMES)):
            grid.addWidget(Label(words, "klein", "tekst_3"), 0, column)
            grid.setColumnStretch(column, 1)
        for number, one in enumerate(changes):
            line = 1 + 2 * number
            grid.addWidget(Hairline(), line, 0, 1, 3)
            for column, (words, role, token) in enumerate(
                (
                    (one.name, "bij", "tekst_2"),
                    (one.old, "tekst", "tekst_2"),
                    (one.new, "tekst_sterk", "tekst"),
                )
            ):
                label = Label(words, role, token, wrap=True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, line + 1, column)
        return holder

    def _button_row(self, buttons: tuple[tuple[str, str], ...], filled: str = "") -> QWidget:
        holder = QWidget()
        flow = Flow(holder, theme.active().px(8))
        for code, words in buttons:
            look = Look.FILLED if code == filled else Look.OUTLINED
            button = Button(words, look, height=40 if filled else None)
            button.setProperty("code", code)
            button.clicked.connect(self._was_pressed)
            self.buttons[code] = button
            flow.addWidget(button)
        return holder

    def _was_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.pressed.emit(str(button.property("code")))


def pairs(lines: tuple[tuple[str, str], ...], below: bool = False) -> QWidget:
    """Name and value side by side; `below`: the value under its name."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    px = theme.active().px
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(4))
    grid.setColumnStretch(0 if below else 1, 1)
    for number, (name, value) in enumerate(lines):
        label = Label(value, "tekst", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        title = Label(name, "bij", "tekst_2", wrap=below)
        if not below:
            title.setMinimumWidth(px(150))
        grid.addWidget(title, 2 * number if below else number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, 2 * number + 1 if below else number, 0 if below else 1)
    return holder
