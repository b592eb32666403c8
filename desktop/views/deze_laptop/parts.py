"""Small parts of *Wat hier staat*: counting again with its result, and the question about removing much."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import Verwijdervraag
from desktop.views import theme
from desktop.views.deze_laptop import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Icon, Label, Surface


class CheckRow(QWidget):
    """The button, what it does, and below it what was found."""

    def __init__(self) -> None:
        super().__init__()
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        holder = QWidget()
        flow = Flow(holder, px(10))
        self.button = Button(texts.CHECK, Look.OUTLINED)
        self.button.setAccessibleDescription(texts.CHECK_HINT)
        flow.addWidget(self.button)
        column.addWidget(Label(texts.CHECK_HINT, "bij", "tekst_2", wrap=True))
        column.addWidget(holder)
        self.words = Label("", "bij", "goed", wrap=True)
        self.words.hide()
        column.addWidget(self.words)

    def busy(self) -> None:
        """Once at a time: a second press while it counts does nothing."""
        self.button.setEnabled(False)
        self.tell(texts.CHECKING, "tekst_2")
        self.button.setEnabled(False)

    def tell(self, words: str, token: str) -> None:
        self.button.setEnabled(True)
        self.words.set_token(token)
        self.words.setText(words)
        self.words.setVisible(bool(words))


class RemoveQuestion(Surface):
    """A round would take much away and stopped first: how much, and two choices. `decided(bool)`."""

    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__("letop_zacht", 8)
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(12))
        icon = QVBoxLayout()
        icon.addWidget(Icon("letop", 18, "letop"))
        icon.addStretch(1)
        row.addLayout(icon)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        self.title = Label("", "tekst_sterk", wrap=True)
        self.share, self.more = (Label("", "tekst", wrap=True) for _ in range(2))
        for label in (self.title, self.share, self.more):
            column.addWidget(label)
        holder = QWidget()
        flow = Flow(holder, px(8))
        self.keep = Button(texts.KEEP, Look.OUTLINED)
        self.remove = Button(texts.REMOVE, Look.OUTLINED)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        for button in (self.keep, self.remove):
            flow.addWidget(button)
        column.addWidget(holder)
        column.addWidget(Label(texts.ASK_FIRST, "bij", "tekst_2", wrap=True))
        row.addLayout(column, 1)
        self.hide()

    def show_question(self, asked: Verwijdervraag | None) -> None:
        """Hidden when nothing is asked, or when the person agreed."""
        if asked is None or asked.akkoord:
            self.hide()
            return
        self.title.setText(texts.would_remove(asked.aantal))
        self.share.setText(texts.of_all(asked.aantal, asked.totaal))
        kept = asked.akkoord is False
        self.more.setText(texts.KEPT_SINCE if kept else texts.REMOVE_WHY)
        self.keep.setVisible(not kept)
        self.setAccessibleName(self.title.text())
        self.show()

    def first_field(self) -> QWidget | None:
        if self.isHidden():
            return None
        return self.remove if self.keep.isHidden() else self.keep

    def _keep(self) -> None:
        self.decided.emit(False)

    def _remove(self) -> None:
        self.decided.emit(True)
