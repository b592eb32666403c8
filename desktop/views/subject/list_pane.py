"""The list of a subject: search at every keystroke, filters as a sentence, rows or a board.

Rows are read again when something changed; what one looks at stays where it is, what a colleague changed gets
a mark until it is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop import dutch
from desktop.models.changes import Changes
from desktop.views import theme
from desktop.views.operations import concerns
from desktop.views.shell import Shell
from desktop.views.subject import choice as choices
from desktop.views.subject import texts as words
from desktop.views.subject.board import Board
from desktop.views.subject.choice import Choice
from desktop.views.subject.description import LongSubject, Subject
from desktop.views.subject.list_head import SubjectHead
from desktop.views.subject.list_jobs import FoundRows, KeepList, ReadRows, ReadStart, Start
from desktop.views.subject.nothing_found import NothingHere
from desktop.views.subject.row_window import Lines, WindowedItems
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.list_keys import ListKeys
from desktop.views.tables.place import keep_place
from desktop.views.tables.window_reading import Again, WindowReader, in_sight
from desktop.views.widgets.fitting import Fitting
from desktop.views.widgets.item_view import ItemView
from desktop.views.widgets.labels import Hairline, Surface

FEWEST = 108
"""So high the rows stay at least, however large the text: a row and a half."""
INSET = 42
_ROWS, _BOARD, _NOTHING = range(3)


class SubjectList(Surface):
    """`chosen(key)` when another row is current, `opened(key)` on Enter or a press, `wants_new(text)`,
    `loaded(total)`, `arranged()` after list became board or back.
    """

    chosen = Signal(str)
    opened = Signal(str)
    wants_new = Signal(str)
    loaded = Signal(int)
    arranged = Signal()

    def __init__(self, shell: Shell, subject: Subject[Any, Any], with_new: bool) -> None:
        super().__init__("vlak_lijst")
        self._operations, self._backend, self._sync = shell.operations, shell.backend, shell.sync
        self.subject = subject
        self.choice = subject.start
        self._by_sync = False
        self._sought = ""  # is to be chosen as soon as it is in the list
        self._whose = ""  # what the detail shows
        self._read_once = self._started = False
        self.on_board = False
        self._cards: Sequence[tuple[str, ItemLine[Any]]] = ()
        self._build(with_new)
        self._connect()
        self._operations.query(ReadStart(subject), self, self._start, channel="start")

    def _build(self, with_new: bool) -> None:
        subject = self.subject
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = SubjectHead(subject, with_new)
        self.search = self.head.search
        self._top = Fitting(self.head)
        self._window = WindowedItems() if isinstance(subject, LongSubject) else None
        self.view: ItemView[Any] = ItemView(subject.words.list_name, INSET, self._window)
        self._reader: WindowReader[Choice, ItemLine[Any]] | None = None
        if self._window is not None and isinstance(subject, LongSubject):
            self._read_in_parts(subject, self._window)
        self.board = Board(subject.words.list_name, subject.columns)
        self.nothing = NothingHere(subject.words, with_new)
        self._stack = QStackedWidget()
        for part in (self.view, self.board, self.nothing):
            self._stack.addWidget(part)
        self._stack.setMinimumHeight(1)
        column.addWidget(self._top)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head = self.head
        head.picked.connect(self.show_choice)
        head.typed.connect(self._typed)
        head.wants_new.connect(self._new_pressed)
        head.wants_other_view.connect(self._switch)
        head.search.down.connect(self._from_search)
        self.view.picked.connect(self._picked)
        self.view.opened.connect(self._opened)
        self.board.opened.connect(self._card_opened)
        self.nothing.cleared.connect(self.clear_filters)
        self.nothing.wants_new.connect(self._new_pressed)
        keys = ListKeys(self.view, *self.board.views.values())
        keys.typed.connect(head.take_typing)
        self._operations.changed.connect(self._on_changed)

    def _read_in_parts(self, subject: LongSubject[Any, Any], window: WindowedItems) -> None:
        """As the list of werkgevers is: the first page, the order, and the rows in sight."""
        self.view.setUniformItemSizes(True)
        window.setParent(self)  # what is still read for the list goes with it
        reader = self._reader = WindowReader(
            self._operations, window, Lines(subject), self.choice, self._in_sight
        )
        reader.shown.connect(self._first_here)
        reader.whole.connect(self._all_known)
        reader.again.connect(self._again)
        self.view.verticalScrollBar().valueChanged.connect(reader.fill_what_is_seen)

    # -- reading -------------------------------------------------------------------------------------
    def _start(self, start: Start) -> None:
        """As it was left; a filter that came in before keeps its own."""
        subject, untouched = self.subject, self.choice == self.subject.start
        subject.learn(start.names)
        self._started = True
        self.head.learn()
        if untouched:
            self.choice = choices.restored(
                start.kept.get("keuze"), subject.start, subject.filters, subject.orders
            )
        self.head.show_choice(self.choice)
        if start.kept.get("weergave") == "bord" and subject.columns and not self.on_board:
            self._switch(remember=False)
        self._read_other(typing=False)

    def refresh(self, by_sync: bool = False) -> None:
        """Reads again what is shown, without moving anything."""
        if not self._started:
            return
        if self._reader is not None:
            self._by_sync = by_sync
            self._reader.refresh()
        if self._reader is None or self.on_board:
            read = ReadRows(self.subject, self.choice, by_sync)
            self._operations.query(read, self, self._show, channel="regels")

    def _read_other(self, typing: bool) -> None:
        """What is chosen above the list is another."""
        if self._reader is None or not self._started:
            self.refresh()
            return
        self._reader.load(self.choice, typing)
        if self.on_board:
            read = ReadRows(self.subject, self.choice, False)
            self._operations.query(read, self, self._show, channel="regels")

    # -- in parts ------------------------------------------------------------------------------------
    def _in_sight(self) -> tuple[int, int]:
        return in_sight(self.view, self.view.sizeHintForRow(0), self.total)

    def _first_here(self) -> None:
        """The first page of a choice: what one looked at is looked for, nothing is opened anew."""
        first, self._read_once = not self._read_once, True
        self.view.scrollToTop()
        self._mark_current()
        if self._sought and self.view.lines.find(self._sought) >= 0:
            self._bring_sought()
        elif first and not self._sought and not self._whose:
            self.view.choose_near(0)
        self._show_state()

    def _all_known(self) -> None:
        self._mark_current()
        if self._sought and self.view.lines.find(self._sought) >= 0:
            self._bring_sought()
        self._show_state()

    def _mark_current(self) -> None:
        """The row that the detail shows is current, without being opened once more."""
        number = self.view.lines.find(self._whose) if self._whose else -1
        if number >= 0 and self.view.currentIndex().row() != number:
            with QSignalBlocker(self.view.selectionModel()):
                self.view.setCurrentIndex(self.view.lines.index(number, 0))
            self.view.viewport().update()

    def _again(self, found: Again[ItemLine[Any]]) -> None:
        window = self._window
        assert window is not None
        if self._by_sync:
            before = {key: line.subject for key in found.asked if (line := window.row_of(key)) is not None}
            now = {line.key: line.subject for line in found.rows}
            window.changed |= {key for key in before.keys() & now.keys() if before[key] != now[key]} - {
                self._whose
            }
        window.update(found.asked, found.rows)
        if found.later.ids != window.ids:
            keep_place(self.view, window.key_at, window.find, partial(window.reorder, found.later.ids))
        self._by_sync = False
        if self._sought and window.find(self._sought) >= 0:
            self._bring_sought()
        self._show_state()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, *self.subject.tables, "opdracht"):
            self.refresh(by_sync=initiator is self._sync)

    def _show(self, found: FoundRows) -> None:
        if found.choice != self.choice:
            return
        if self._reader is not None:
            self._cards = found.cards
            self._fill_board()
            return
        if found.by_sync:
            self._mark(found.lines)
        first, self._read_once = not self._read_once, True
        self.view.setUniformItemSizes(not any(line.heading for line in found.lines))
        self.view.show_lines(found.lines, near=False)
        self._cards = found.cards
        self._fill_board()
        if self._sought and self.view.lines.find(self._sought) >= 0:
            self._bring_sought()
        elif first and not self._sought and not self._whose:
            self.view.choose_near(0)
        self._show_state()

    def _fill_board(self) -> None:
        """Only while it is in sight: its cards are as many as the rows."""
        if self.on_board:
            self.board.show_lines(self._cards, self.view.lines.changed)

    def _mark(self, lines: Sequence[ItemLine[Any]]) -> None:
        """What differs from what stood here was changed by somebody else."""
        before = {line.key: line.subject for line in self.view.lines.rows()}
        differ = {line.key for line in lines if line.key in before and line.subject != before[line.key]}
        self.view.lines.changed |= differ - {self._whose}

    def _show_state(self) -> None:
        total = self.total
        said = self.subject.words
        counted = dutch.count(total, said.one, said.many)
        known = self._reader is None or self._reader.is_whole
        aloud = self.search.hasFocus() and known
        self.head.show_count(counted if known else words.at_least(counted), aloud=aloud)
        if not total:
            self.nothing.say(self.choice)
        self.head.show_parts(not self._is_virgin)
        self._show_part()
        self.loaded.emit(total)

    def _show_part(self) -> None:
        shown = _BOARD if self.on_board else _ROWS
        self._stack.setCurrentIndex(shown if self.total else _NOTHING)

    @property
    def _is_virgin(self) -> bool:
        """There is nothing at all yet, so nothing to search, filter or arrange."""
        return self._read_once and not self.total and self.choice == self.choice.emptied()

    @property
    def total(self) -> int:
        return len(self.view.lines.choosable())

    # -- choosing ------------------------------------------------------------------------------------
    def _picked(self, line: ItemLine[Any]) -> None:
        self._show_one(line.key)

    def _show_one(self, key: str) -> None:
        self._whose, self._sought = key, ""
        self.view.lines.changed.discard(key)
        self.chosen.emit(key)

    def _opened(self) -> None:
        line = self.view.current()
        if line is not None:
            self.opened.emit(line.key)

    def _card_opened(self, key: str) -> None:
        self.select(key)
        self.opened.emit(key)

    def select(self, key: str) -> None:
        """Makes that row current and brings it in sight, also when it is read later."""
        if key == self._whose and self._at(key):
            return
        self._sought = key
        if self.view.lines.find(key) >= 0:
            self._bring_sought()
        else:
            self.view.selectionModel().clear()
            self._whose = key
            self.chosen.emit(key)

    def _at(self, key: str) -> bool:
        line = self.view.current()
        return line is not None and line.key == key

    def _bring_sought(self) -> None:
        key, self._sought = self._sought, ""
        self.view.select(key)
        self.view.scrollTo(self.view.currentIndex())
        self.board.select(key)

    def step(self, by: int) -> None:
        """The next or previous row, also without the list in view."""
        self.view.step(by)

    def position(self) -> tuple[int, int]:
        return self.view.position()

    def focus_search(self) -> None:
        self.head.focus_search()

    def focus_rows(self) -> None:
        """To the rows or cards; to the way on when there are none."""
        if self._is_virgin:
            self.head.new.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._read_once and not self.total:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.on_board:
            self.board.focus_cards(self._whose)
        else:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _from_search(self) -> None:
        """Down or Enter: to what was found, the first of it when what is shown is not among it."""
        if self.total and self.view.current() is None and not self.on_board:
            self.view.choose_near(0)
        if self.total:
            self.focus_rows()

    # -- filters and view ----------------------------------------------------------------------------
    def show_choice(self, choice: Choice) -> None:
        """Another filter, text or order."""
        if choice == self.choice:
            return
        keep = (choice.on, choice.order) != (self.choice.on, self.choice.order)
        typing = choice.text != self.choice.text
        self.choice = choice
        self.head.show_choice(choice)
        self._read_other(typing)
        if keep:
            self._remember()

    def _typed(self, typed: str) -> None:
        self.show_choice(replace(self.choice, text=typed))

    def clear_filters(self) -> None:
        self.show_choice(self.choice.emptied())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, remember: bool = True) -> None:
        self.on_board = not self.on_board
        self.head.show_board(self.on_board)
        if self._reader is not None and self.on_board:
            self.refresh()
        self._fill_board()
        self._show_part()
        self.arranged.emit()
        if remember:
            self._remember()
            self._focus_first()

    def _focus_first(self) -> None:
        """Of a board that was just asked for the first card, not the row that happened to be chosen."""
        if self.on_board and self.total:
            self.board.focus_cards()
        else:
            self.focus_rows()

    def _remember(self) -> None:
        view = "bord" if self.on_board else "lijst"
        kept = {"keuze": choices.stored(self.choice), "weergave": view}
        self._operations.write(KeepList(self.subject, kept), self)

    def _new_pressed(self) -> None:
        self.wants_new.emit(self.choice.text)

    # -- height --------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rescaled()
        if self._reader is not None:
            self._reader.fill_what_is_seen()

    def rescaled(self) -> None:
        """What stands above the rows leaves room for some of them."""
        self._top.allow(self.height() - theme.active().px(FEWEST))
