"""What stands in the place of rows when there are none: what was searched, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.views.subject import texts
from desktop.views.subject.choice import Choice
from desktop.views.subject.wording import Words
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import EmptyState


class NothingHere(QScrollArea):
    """`cleared()` to take all filters away, `wants_new()` where this person may add one."""

    cleared = Signal()
    wants_new = Signal()

    def __init__(self, words: Words, with_new: bool) -> None:
        super().__init__()
        self._words = words
        self.clear = Button(texts.CLEAR_FILTERS, Look.OUTLINED)
        self.clear.clicked.connect(self.cleared)
        self.add = Button(words.new_name or words.new, Look.LINK)
        self.add.clicked.connect(self.wants_new)
        self.state = EmptyState(texts.NOTHING_FOUND, " ", self.clear, (self.add,))
        self.add.setVisible(with_new)
        self.setWidget(self.state)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.state.setAutoFillBackground(False)

    def say(self, choice: Choice) -> None:
        """In the words that were typed; without filter or words there simply is nothing yet."""
        sought = bool(choice.text) or choice.narrows
        self.state.title.setText(texts.NOTHING_FOUND if sought else self._words.empty_title)
        said = texts.nothing_for(choice.text, choice.narrows) if sought else self._words.empty_text
        self.state.words.setText(said)
        self.clear.setVisible(sought)
        self.clear.set_words(texts.CLEAR_FILTERS if choice.narrows else texts.CLEAR_SEARCH)
