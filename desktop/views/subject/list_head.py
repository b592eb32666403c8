"""What stands above the rows: title, search, chips, the sentence of the filters, the count and the order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import shortcuts, theme
from desktop.views.subject import choice as choices
from desktop.views.subject import texts as words
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.filter_button import FilterButton
from desktop.views.subject.filter_card import SubjectFilterCard
from desktop.views.subject.filter_chips import SubjectChips
from desktop.views.subject.filter_sentence import CountLine, FilterSentence, SortButton
from desktop.views.widgets import tips
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import open_popover

WIDEST_SEARCH = 520


class SubjectHead(QWidget):
    """`picked(Choice)` after a press, `typed(text)` at each keystroke, `wants_new()`, `wants_other_view()`
    between list and board.
    """

    picked = Signal(object)
    typed = Signal(str)
    wants_new = Signal()
    wants_other_view = Signal()

    def __init__(self, subject: Subject[Any, Any], with_new: bool) -> None:
        super().__init__()
        self._subject = subject
        self._choice = subject.start
        px = theme.active().px
        said = subject.words
        self.switch = _Switch()
        self.switch.clicked.connect(self.wants_other_view)
        self.new = Button(said.new, Look.QUIET, "plus", height=34)
        self.new.setAccessibleName(said.new_name or said.new)
        self.new.clicked.connect(self.wants_new)
        self.search = SearchField(said.search, said.hint)
        shortcuts.explain(self.search, shortcuts.SEARCH)
        self.search.textChanged.connect(self._typed)
        self.more = FilterButton()
        self.more.clicked.connect(self.open_filters)
        self.chips = SubjectChips()
        self.chips.picked.connect(self.picked)
        self.sentence = FilterSentence(self.more)
        self.sentence.taken.connect(self._taken_away)
        orders = dict(subject.orders)
        self.line = CountLine(
            SortButton(orders, {code: label.capitalize() for code, label in orders.items()})
        )
        self.line.sort.picked.connect(self._sorted)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))  # above: room for the ring of the focus
        column.setSpacing(px(12))
        column.addLayout(self._title_row())
        column.addLayout(self._search_row())
        for part in (self.chips, self.sentence, self.line):
            column.addWidget(part)
        if not subject.columns:
            self.switch.hide()  # not shown before: without a parent it is a window
        if not with_new:
            self.new.hide()
        self.learn()

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(4))
        row.addWidget(Label(self._subject.words.title, "titel"))
        row.addStretch(1)
        row.addWidget(self.switch)
        row.addWidget(self.new)
        return row

    def _search_row(self) -> QHBoxLayout:
        row = self._searching = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(8))
        row.addWidget(self.search, 1)
        row.addWidget(self.more)
        row.addStretch(0)
        return row

    # -- what is shown -------------------------------------------------------------------------------
    @property
    def _behind(self) -> list[Filter]:
        """Those for which there is no chip."""
        return [one for one in self._subject.filters if one.options or one.anything]

    def learn(self) -> None:
        """The names that filters are made of are known now."""
        self.chips.show_filters(self._subject.filters)
        self.chips.setVisible(bool(self.chips.chips))
        self.more.setVisible(bool(self._behind))
        order = (self.switch, self.new, self.search, self.more, *self.chips.chips.values())
        for part, following in pairwise(order):
            QWidget.setTabOrder(part, following)
        self.show_choice(self._choice)

    def show_choice(self, choice: Choice) -> None:
        """Everything above the rows says the same."""
        self._choice = choice
        filters, title = self._subject.filters, self._subject.words.title
        self.chips.show_choice(choice)
        parts = choices.parts(choice, filters, title)
        self.sentence.show_parts(parts, self._whole(), choice.narrows)
        on = [one.part(choice.value(one.key)).words for one in self._behind if choice.has(one.key)]
        self.more.show_chosen(tuple(on))
        self.line.sort.show_order(choice.order)
        if self.search.text().strip() != choice.text:
            was_blocked = self.search.blockSignals(True)
            self.search.setText(choice.text)
            self.search.blockSignals(was_blocked)

    def _whole(self) -> str:
        subject = self._subject
        return choices.sentence(self._choice, subject.filters, subject.words.title, subject.orders)

    def show_count(self, said: str, aloud: bool) -> None:
        self.line.say(said, aloud=False)
        if aloud:
            announce(self.line.count, f"{said}. {self._whole()}")

    def show_board(self, on: bool) -> None:
        """Beside a board there is room for words."""
        self.switch.show_board(on)
        self.more.set_wide(on)
        self.search.setMaximumWidth(theme.active().px(WIDEST_SEARCH) if on else 16777215)
        self._searching.setStretch(2, 1 if on else 0)

    def show_parts(self, shown: bool) -> None:
        """Without a single row there is nothing to search, filter or arrange."""
        self.switch.setVisible(shown and bool(self._subject.columns))
        self.search.setVisible(shown)
        self.more.setVisible(shown and bool(self._behind))
        self.chips.setVisible(shown and bool(self.chips.chips))
        self.line.sort.setVisible(shown)

    # -- what was done -------------------------------------------------------------------------------
    def open_filters(self) -> None:
        card = SubjectFilterCard(self.more, self._choice, self._behind)
        card.picked.connect(self._picked_behind)
        open_popover(self.window(), card)

    def _picked_behind(self, choice: Choice) -> None:
        self.picked.emit(replace(choice, text=self._choice.text, order=self._choice.order))

    def _taken_away(self, key: str) -> None:
        self.picked.emit(self._choice.where(key, ""))

    def _typed(self, typed: str) -> None:
        self.typed.emit(typed.strip())

    def _sorted(self, order: str) -> None:
        self.picked.emit(replace(self._choice, order=order))

    def take_typing(self, typed: str) -> None:
        """A letter typed on the rows begins a new search."""
        self.search.setText(typed)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


class _Switch(Button):
    """List or board: shows what a press gives."""

    def __init__(self) -> None:
        super().__init__(words.AS_BOARD, Look.QUIET, "kolommen", height=34, icon_only=True)
        self.show_board(on=False)

    def show_board(self, on: bool) -> None:
        self._icon = "rijen" if on else "kolommen"
        self.setAccessibleName(words.AS_LIST if on else words.AS_BOARD)
        tips.tell(self, self.accessibleName())
        self.update()
