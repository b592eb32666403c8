"""What stands above the rows: title, search, chips, the kept list, the sentence of the filters, the count."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.rights import may_hold_regie
from desktop.views import shortcuts, texts, theme
from desktop.views.shell import Shell
from desktop.views.subject.filter_button import FilterButton
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.filter_card import FilterCard
from desktop.views.werkgevers.filter_chips import FilterChips
from desktop.views.werkgevers.kept_list import KeptList
from desktop.views.werkgevers.list_choice import Known
from desktop.views.werkgevers.list_memory import Names
from desktop.views.werkgevers.list_sentence import EmployerCountLine, Sentence
from desktop.views.werkgevers.list_words import Reader
from desktop.views.werkgevers.overview_button import OverviewButton
from desktop.views.widgets import tips
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import open_popover

WIDEST_SEARCH = 520


class ListHead(QWidget):
    """`picked(WerkgeverFilter)` after a press, `typed(text)` at each keystroke, `wants_new()`,
    `wants_overview(which)`, `wants_other_view()` between two lines and columns.
    """

    picked = Signal(object)
    typed = Signal(str)
    wants_new = Signal()
    wants_overview = Signal(str)
    wants_other_view = Signal()

    def __init__(self, shell: Shell, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._choice = WerkgeverFilter()
        self.known = Known()
        px = theme.active().px
        self.search = SearchField(texts.SEARCH_EMPLOYERS, texts.SEARCH_HINT)
        shortcuts.explain(self.search, shortcuts.SEARCH)
        self.search.textChanged.connect(self._typed)
        self.more = FilterButton()
        self.more.clicked.connect(self.open_filters)
        self.chips = FilterChips(reader)
        self.kept = KeptList(shell, reader)
        self.sentence = Sentence(reader, self.kept.in_tab_order()[-1], self.kept.link)
        self.line = EmployerCountLine()
        self.line.sort.picked.connect(self._sorted)
        for part in (self.chips, self.sentence):
            part.picked.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))  # above: room for the ring of the focus
        column.setSpacing(px(12))
        column.addLayout(self._title_row(shell))
        column.addWidget(self._search_row())
        column.addWidget(self.chips)
        column.addWidget(self.kept)
        column.addWidget(self.sentence)
        column.addWidget(self.line)
        self._order_tabs()

    def _title_row(self, shell: Shell) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(4))
        row.addWidget(Label(texts.EMPLOYERS, "titel"))
        row.addStretch(1)
        self.switch = _Switch()
        self.switch.clicked.connect(self.wants_other_view)
        overview = OverviewButton(may_hold_regie(shell.backend.rol))
        overview.chosen.connect(self.wants_overview)
        new = Button(texts.NEW, Look.QUIET, "plus", height=34)
        new.setAccessibleName(texts.NEW_EMPLOYER)
        shortcuts.explain(new, shortcuts.NEW)
        new.clicked.connect(self.wants_new)
        self._above = (self.switch, overview, new)
        for part in self._above:
            row.addWidget(part)
        return row

    def _order_tabs(self) -> None:
        """From top to bottom and from left to right."""
        chips = (self.chips.mine, self.chips.nobodys, self.chips.quiet)
        upper = (*self._above, self.search, self.more, *chips, *self.kept.in_tab_order())
        lower = (self.kept.link, self.line.offer, self.line.columns, self.line.sort)
        for part, following in (*pairwise(upper), *pairwise(lower)):
            QWidget.setTabOrder(part, following)
        self.sentence.order_tabs()

    def _search_row(self) -> QWidget:
        self._search_row_widget = QWidget()
        row = QHBoxLayout(self._search_row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(8))
        row.addWidget(self.search, 1)
        row.addWidget(self.more)
        row.addStretch(0)
        return self._search_row_widget

    # -- what is shown -------------------------------------------------------------------------------
    def show_choice(self, choice: WerkgeverFilter) -> None:
        """Everything above the rows says the same."""
        self._choice = choice
        self.chips.show_choice(choice)
        self.kept.show_choice(choice)
        self.sentence.show_choice(choice, self.known)
        self.more.show_chosen(_behind_filters(choice, self.known, self._reader))
        self.line.sort.show_order(choice.sortering)
        if self.search.text().strip() != choice.tekst:
            was_blocked = self.search.blockSignals(True)
            self.search.setText(choice.tekst)
            self.search.blockSignals(was_blocked)

    def show_names(self, names: Names) -> None:
        """Names of what filters hold, the kept lists, and this person's number of days."""
        self.known = names.known
        self.chips.quiet_days = names.quiet_days
        self.kept.show_lists(names.lists)
        self.show_choice(self._choice)

    def show_count(self, said: str, aloud: bool) -> None:
        self.line.say(said, aloud=False)
        if aloud:
            whole = list_choice.sentence(self._choice, self.known, self._reader.today)
            announce(self.line.count, f"{said}. {whole}")

    def show_view(self, columns: bool) -> None:
        """As columns there is room for words; as two lines there is not."""
        self.switch.show_view(columns)
        self.more.set_wide(columns)
        self.line.columns.setVisible(columns)
        widest = theme.active().px(WIDEST_SEARCH) if columns else 16777215
        self.search.setMaximumWidth(widest)
        layout = self._search_row_widget.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(2, 1 if columns else 0)

    def show_parts(self, shown: bool) -> None:
        """On a laptop without werkgevers there is nothing to search, filter, arrange or print."""
        for part in self._above[:2]:
            part.setVisible(shown)
        self._search_row_widget.setVisible(shown)
        self.chips.setVisible(shown)
        self.line.sort.setVisible(shown)

    # -- what was done -------------------------------------------------------------------------------
    def open_filters(self) -> None:
        card = FilterCard(self.more, self._choice, self.known, self._reader)
        card.picked.connect(self._picked_behind)
        open_popover(self.window(), card)

    def _picked_behind(self, choice: WerkgeverFilter) -> None:
        self.picked.emit(replace(choice, tekst=self._choice.tekst, sortering=self._choice.sortering))

    def _typed(self, typed: str) -> None:
        self.typed.emit(typed.strip())

    def _sorted(self, order: str) -> None:
        self.picked.emit(replace(self._choice, sortering=order))

    def take_typing(self, typed: str) -> None:
        """A letter typed on the rows begins a new search."""
        self.search.setText(typed)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


class _Switch(Button):
    """Two lines or columns: shows what a press gives."""

    def __init__(self) -> None:
        super().__init__(words.AS_COLUMNS, Look.QUIET, "kolommen", height=34, icon_only=True)
        self.show_view(columns=False)

    def show_view(self, columns: bool) -> None:
        self._icon = "rijen" if columns else "kolommen"
        self.setAccessibleName(words.AS_ROWS if columns else words.AS_COLUMNS)
        tips.tell(self, self.accessibleName())
        self.update()


def _behind_filters(choice: WerkgeverFilter, known: Known, reader: Reader) -> tuple[str, ...]:
    """What is on that no chip shows."""
    on_chips = ("", "mijn_regie", "zonder_regie", "geen_contact_sinds")
    parts = list_choice.parts(choice, known, reader.today)
    return tuple(part.words for part in parts if part.key not in on_chips)
