"""The list of werkgevers: search at every keystroke, filters as a sentence, rows or columns, several chosen.

Puts head, rows and the bar of what is chosen together; each of those knows its own work.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.models.queries.werkgever_rows import MOST_FOUND, WerkgeverFilter
from desktop.views import texts, theme
from desktop.views.operations import concerns
from desktop.views.shell import Shell
from desktop.views.tables.later import Later
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.chosen_bar import ChosenBar
from desktop.views.werkgevers.chosen_work import ChosenWork
from desktop.views.werkgevers.column_view import ColumnsView
from desktop.views.werkgevers.list_body import ListBody
from desktop.views.werkgevers.list_freshness import Freshness
from desktop.views.werkgevers.list_head import ListHead
from desktop.views.werkgevers.list_layout import ListLayout
from desktop.views.werkgevers.list_memory import Names, ReadNames, ReadStart, Start
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.list_nothing import NothingFound
from desktop.views.werkgevers.list_view import RowsView
from desktop.views.werkgevers.list_words import Reader
from desktop.views.widgets.fitting import Fitting
from desktop.views.widgets.labels import Surface
from desktop.views.window_commands import may

FEWEST = 108
"""So high the rows stay at least, however large the text: a row and a half."""


class ListPane(Surface):
    """`chosen(id)` when one row is to be shown, `opened(id)` on Enter or a press, `gathered(count)` with two
    or more (0: over), `wants_new(text)`, `arranged()` after two lines became columns or back.
    """

    chosen = Signal(str)
    opened = Signal(str)
    gathered = Signal(int)
    wants_new = Signal(str)
    wants_overview = Signal(str)
    loaded = Signal(int)
    arranged = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__("vlak_lijst")
        self._shell = shell
        self._operations, self._backend = shell.operations, shell.backend
        self.choice = WerkgeverFilter()
        self._sought = ""  # a werkgever that is to be brought in sight as soon as it is in the list
        self._reader = Reader(self._backend.medewerker_id, "", self._backend.today)
        self.model = EmployerListModel(self._reader)
        self.model.setParent(self)  # what is still read for the list goes with it
        self._build()
        self._connect()
        self._operations.query(ReadStart(self._backend), self, self._start, channel="start")
        self._read_names()

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ListHead(self._shell, self._reader)
        self.search, self.chips, self.kept = self.head.search, self.head.chips, self.head.kept
        self.count = self.head.line.count
        self.nothing = NothingFound()
        self.body = ListBody(self._operations, self.model, self.nothing)
        self.arrangement = ListLayout(self._operations, self.head, self.body)
        self.reader, self.choosing = self.body.reader, self.body.choosing
        self.bar = ChosenBar(may(self._backend.rol, "actie.maak"))
        self.fresh = Freshness(self._operations, self.body)
        self.work = ChosenWork(self._shell, self.model, self.choosing)
        self._top = Fitting(self.head)
        column.addWidget(self._top)
        column.addWidget(self.body, 1)
        column.addWidget(self.bar)
        column.addStretch(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def rescaled(self) -> None:
        """Another text size: what stands above the rows leaves room for some of them."""
        self._share_height()

    def _share_height(self) -> None:
        bar = self.bar.wanted(self.width()) if not self.bar.isHidden() else 0
        self._top.allow(self.height() - bar - theme.active().px(FEWEST))

    def _connect(self) -> None:
        head, reader = self.head, self.reader
        head.picked.connect(self._filter)
        head.typed.connect(self._typed)
        head.search.down.connect(self._from_search)
        head.wants_new.connect(self._new_pressed)
        head.wants_overview.connect(self.wants_overview)
        head.line.refresh_asked.connect(self.fresh.take)
        reader.shown.connect(self._shown)
        reader.whole.connect(self._whole)
        self.fresh.offered.connect(self._offered)
        self.fresh.read.connect(self._read_again)
        self.choosing.chosen.connect(self._chosen)
        self.choosing.gathered.connect(self._gathered)
        self.body.opened.connect(self.opened)
        self.body.keys.typed.connect(head.take_typing)
        self.body.keys.copied.connect(self.work.copy)
        self.body.columns.header.sort_asked.connect(self._sort)
        self.arrangement.arranged.connect(self.arranged)
        self.nothing.cleared.connect(self.clear_filters)
        self.nothing.wants_new.connect(self._new_pressed)
        self.bar.make_action.connect(self.work.make_action)
        self.bar.print_them.connect(self.work.print_them)
        self.bar.export_them.connect(self.work.export_them)
        self.bar.let_go.connect(self._let_go)
        self._operations.changed.connect(self._on_changed)

    @property
    def view(self) -> RowsView | ColumnsView:
        """The rows, as they are shown now."""
        return self.body.view

    @property
    def wide(self) -> bool:
        """As columns the list wants all the room there is."""
        return self.arrangement.wide

    # -- reading -------------------------------------------------------------------------------------
    def _start(self, start: Start) -> None:
        """As it was left; a filter that came in before keeps its own."""
        self.arrangement.restore(start.memory)
        if self.choice == WerkgeverFilter():
            self.choice = start.choice
            self.head.show_choice(self.choice)
            self.reader.begin(self.choice, start.rows)
            QTimer.singleShot(0, self, self._show_first)

    def _show_first(self) -> None:
        """Its dossier is more to read than the rows, which are painted before that."""
        if self.choosing.marked is None and self.model.total:
            self.choosing.go_to(0)

    def _read_names(self) -> None:
        self._operations.query(ReadNames(self._backend), self, self._names_here, channel="names")

    def _names_here(self, names: Names) -> None:
        me = names.known.medewerker(self._reader.id)
        self.model.reader = replace(self._reader, naam=me)
        self.model.segments = {row.code: row.label for row in names.known.segmenten}
        self.head.show_names(names)

    def _on_changed(self, changes: object, initiator: object) -> None:
        if concerns(changes, "bewaarde_lijst", "medewerker", "codewaarde"):  # type: ignore[arg-type]
            self._read_names()

    def refresh(self) -> None:
        """Reads again what is shown, without moving anything."""
        self.reader.refresh()

    def _shown(self) -> None:
        """The first page of another choice is here."""
        self.choosing.after_reset()
        self.body.scroll_to_top()
        self._show_state()

    def _whole(self) -> None:
        """How long the list is; what is sought may be further on."""
        if self.choosing.current < 0:
            self.choosing.mark(self.choosing.marked)
        self._bring_sought()
        self._show_state()

    def _read_again(self) -> None:
        self._bring_sought()
        self._show_state()
        self.view.viewport().update()

    def _offered(self, later: Later | None) -> None:
        self.head.line.offer_refresh(words.offer(later.new, later.gone) if later is not None else "")
        self._show_state()

    def _show_state(self) -> None:
        """Count, empty states, and whether there is anything to search in."""
        total = self.model.total
        virgin = total == 0 and self.is_unfiltered()
        self.head.show_parts(not virgin)
        said = texts.EMPTY_LIST if virgin else self._counted(total)
        self.head.show_count(said, aloud=self.search.hasFocus() and self.reader.is_whole)
        self.body.setVisible(not virgin)
        self.body.show_rows(total > 0)
        if total == 0:
            self.nothing.say(self.choice)
        self.loaded.emit(total)

    def _counted(self, total: int) -> str:
        if not self.reader.is_whole:
            return words.at_least(total)
        return (
            words.more_than(MOST_FOUND)
            if total > MOST_FOUND and self.choice.tekst
            else texts.employers(total)
        )

    # -- choosing ------------------------------------------------------------------------------------
    def select(self, werkgever_id: str) -> None:
        """Makes that row current and brings it in sight; when it is not in the list, no row is."""
        before = self.choosing.marked
        self.choosing.mark(werkgever_id)
        self._sought = werkgever_id
        self._bring_sought()
        self.view.viewport().update()
        if werkgever_id != before:
            self._chosen(werkgever_id)

    def _bring_sought(self) -> None:
        number = self.model.find(self._sought) if self._sought else -1
        if number >= 0:
            self._sought = ""
            if self.choosing.current != number:
                self.choosing.mark(self.choosing.marked)
            self.body.bring_in_sight(number)

    def _chosen(self, werkgever_id: str) -> None:
        self.model.changed.discard(werkgever_id)
        self.chosen.emit(werkgever_id)

    def _gathered(self, count: int) -> None:
        self.bar.show_count(count)
        self._share_height()
        self.body.keys.several = count > 1
        self.gathered.emit(count)

    def _let_go(self) -> None:
        self.choosing.let_go()
        self.focus_rows()

    def step(self, by: int) -> None:
        """The next or previous werkgever of the list."""
        if self.model.total:
            self.choosing.go_to(max(0, min(self.model.total - 1, self.choosing.current + by)))

    def position(self) -> tuple[int, int]:
        """Number of the current row (from 1; 0 for none) and how many there are."""
        return self.choosing.current + 1, self.model.total

    def focus_search(self) -> None:
        self.head.focus_search()

    def focus_rows(self) -> None:
        """To the rows; to the search field when there are none."""
        if not self.model.total:
            return
        if self.choosing.current < 0 and not self.choosing.marked:
            self.choosing.go_to(0)  # what is shown from elsewhere stays, also before its row is here
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _from_search(self) -> None:
        """Down or Enter: to what was found, the first of it when what is shown is not among it."""
        if self.model.total and self.choosing.current < 0:
            self.choosing.go_to(0)
        self.focus_rows()

    # -- filters -------------------------------------------------------------------------------------
    def show_filter(self, choice: WerkgeverFilter, name: str = "") -> None:
        """A kept list, or a filter from elsewhere with its name."""
        self.kept.open(choice, name)
        self._filter(choice)

    def _typed(self, typed: str) -> None:
        self._filter(replace(self.choice, tekst=typed), typing=True)

    def _sort(self, order: str) -> None:
        self._filter(replace(self.choice, sortering=order))

    def _filter(self, choice: WerkgeverFilter, typing: bool = False) -> None:
        if choice == self.choice:
            return
        if choice.sortering != self.choice.sortering:
            self.arrangement.order(choice.sortering)
        self.choice = choice
        self._sought = ""
        self.head.show_choice(choice)
        self.reader.load(choice, typing)

    def is_unfiltered(self) -> bool:
        return list_choice.emptied(self.choice) == self.choice

    def clear_filters(self) -> None:
        self._filter(list_choice.emptied(self.choice))

    def _new_pressed(self) -> None:
        self.wants_new.emit(self.choice.tekst)
