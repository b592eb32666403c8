"""What stands in the place of rows when there are none: what was searched, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import texts
from desktop.views.werkgevers import list_choice
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import EmptyState


class NothingFound(QScrollArea):
    """`cleared()` to take all filters away, `wants_new()` for a werkgever of that name."""

    cleared = Signal()
    wants_new = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clear = Button(texts.CLEAR_FILTERS, Look.OUTLINED)
        self.clear.clicked.connect(self.cleared)
        self.add = Button(texts.NEW_EMPLOYER, Look.LINK)
        self.add.clicked.connect(self.wants_new)
        self.state = EmptyState(texts.NOTHING_FOUND, " ", self.clear, (self.add,))
        self.setWidget(self.state)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.state.setAutoFillBackground(False)

    def say(self, choice: WerkgeverFilter) -> None:
        """In the words that were typed."""
        filtered = list_choice.narrows(choice)
        self.state.words.setText(texts.nothing_found_for(choice.tekst, filtered))
        self.clear.set_words(texts.CLEAR_FILTERS if filtered else texts.CLEAR_SEARCH)
        self.add.set_words(texts.new_employer_named(choice.tekst) if choice.tekst else texts.NEW_EMPLOYER)
