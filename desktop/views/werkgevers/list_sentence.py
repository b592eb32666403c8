"""The sentence above the list of werkgevers, and its line with how many there are and in which order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.subject.filter_sentence import CountLine, FilterSentence, SentencePart, SortButton
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choice import Known
from desktop.views.werkgevers.list_words import Reader
from desktop.views.widgets.buttons import Button, Look

__all__ = ["EmployerCountLine", "Sentence", "SentencePart"]


class Sentence(FilterSentence):
    """`picked(WerkgeverFilter)` when a part was taken away."""

    picked = Signal(object)

    def __init__(self, reader: Reader, before: QWidget, after: QWidget) -> None:
        super().__init__(before, after)
        self._reader = reader
        self._choice = WerkgeverFilter()
        self.taken.connect(self._without)

    def show_choice(self, choice: WerkgeverFilter, known: Known) -> None:
        self._choice = choice
        today = self._reader.today
        whole = list_choice.sentence(choice, known, today)
        self.show_parts(list_choice.parts(choice, known, today), whole, list_choice.narrows(choice))

    def _without(self, key: str) -> None:
        self.picked.emit(list_choice.without(self._choice, key))


class EmployerCountLine(CountLine):
    """With the choice of columns beside the order."""

    def __init__(self) -> None:
        self.columns = Button(words.CHOOSE_COLUMNS, Look.LINK, chevron=True, token="tekst_2", role="bij")
        super().__init__(SortButton(words.SORTS, words.SORT_MENU), self.columns)
        self.columns.hide()
