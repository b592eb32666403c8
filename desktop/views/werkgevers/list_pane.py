"""The list of werkgevers: search at every keystroke, filters as chips, rows a page at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.models.changes import Changes
from desktop.models.queries.rows import WerkgeverFilter, WerkgeverRegel
from desktop.views import shortcuts, texts, theme
from desktop.views.operations import Operations, concerns
from desktop.views.sync_driver import SyncDriver
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers.filter_chips import FilterChips
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.list_reading import ListReader
from desktop.views.werkgevers.overview_button import OverviewButton
from desktop.views.werkgevers.row_delegate import EmployerDelegate, mouse_or_key
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.fields import SearchField
from desktop.views.widgets.labels import Elided, Label, Surface


class _View(QListView):
    def focusInEvent(self, event: QFocusEvent) -> None:
        mouse_or_key(self, event.reason())
        super().focusInEvent(event)


class ListPane(Surface):
    """`chosen(id)` when the current row changes, `opened(id)` on Enter or a press, `wants_new(text)`."""

    chosen = Signal(str)
    opened = Signal(str)
    wants_new = Signal(str)
    wants_overview = Signal(str)
    loaded = Signal(int)

    def __init__(self, operations: Operations) -> None:
        super().__init__("vlak_lijst")
        self._operations = operations
        self._backend = operations.backend
        self.choice = WerkgeverFilter()
        self._marked: str | None = None  # the werkgever whose row is or should be the current one
        self._awaited = False
        self._first = True
        self._from_sync = False
        self.model = EmployerListModel(self._backend.medewerker_id, self._backend.today())
        self._build()
        self.reader = ListReader(operations, self.view, self.model)
        self.reader.loaded.connect(self._loaded)
        self.reader.refreshed.connect(self._refreshed)
        self.reader.filled.connect(self._filled)
        operations.changed.connect(self._on_changed)
        self.reload()

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(16), 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), 0, px(24), 0)
        head.setSpacing(px(12))
        head.addLayout(self._title_row())
        self.search = SearchField(texts.SEARCH_EMPLOYERS, texts.SEARCH_HINT)
        self.search.setToolTip(shortcuts.tooltip(shortcuts.SEARCH))
        self.search.textChanged.connect(self._typed)
        self.search.down.connect(self.focus_rows)
        head.addWidget(self.search)
        self.chips = FilterChips(self._operations)
        self.chips.changed.connect(self._filtered)
        head.addWidget(self.chips)
        self.count = Elided("", "bij", "tekst_2")
        head.addWidget(self.count)
        head.addSpacing(px(2))
        column.addLayout(head)
        column.addSpacing(px(8))
        body = self._body = Surface("vlak_lijst", sides="t")
        self._stack = QStackedLayout(body)
        self._stack.setContentsMargins(0, 1, 0, 0)
        self._stack.addWidget(self._rows())
        self._stack.addWidget(self._nothing())
        column.addWidget(body, 1)
        column.addStretch(0)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(texts.EMPLOYERS, "titel"))
        row.addStretch(1)
        overview = OverviewButton(self._backend.rol == "accountmanager")
        overview.chosen.connect(self.wants_overview)
        row.addWidget(overview)
        new = Button(texts.NEW, Look.QUIET, "plus", height=34, flush=True)
        new.setAccessibleName(texts.NEW_EMPLOYER)
        new.setToolTip(shortcuts.tooltip(shortcuts.NEW))
        new.clicked.connect(self._new_pressed)
        row.addWidget(new)
        return row

    def _rows(self) -> QListView:
        self.view = _View()
        self.view.setAccessibleName(texts.LIST_NAME)
        self.view.setModel(self.model)
        self.delegate = EmployerDelegate(self.view, self._backend.medewerker_id, self._backend.today())
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.activated.connect(self._opened)
        self.view.clicked.connect(self._opened)
        return self.view

    def _nothing(self) -> QWidget:
        clear = Button(texts.CLEAR_FILTERS, Look.OUTLINED)
        clear.clicked.connect(self.clear_filters)
        self._add_found = Button(texts.NEW_EMPLOYER, Look.LINK)
        self._add_found.clicked.connect(self._new_pressed)
        self._empty = EmptyState(texts.NOTHING_FOUND, " ", clear, (self._add_found,))
        self._clear = clear
        return self._empty

    # -- reading -------------------------------------------------------------------------------------
    def reload(self) -> None:
        """Reads the first page for what is typed and chosen now."""
        self.reader.load(self.choice)

    def refresh(self) -> None:
        """Reads again what is shown, without moving anything."""
        self.reader.refresh()

    def _loaded(self, total: int) -> None:
        first, self._first = self._first, self._first and not total
        self._select(self._marked)
        self.view.scrollToTop()
        if first and total and self._marked is None:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._count(total)
        self.loaded.emit(total)

    def _refreshed(self, total: int, changed: set[str]) -> None:
        if self._from_sync:
            self.delegate.changed |= changed - {self._marked or ""}
        self._filled()
        self._count(total)
        self.loaded.emit(total)

    def _filled(self) -> None:
        """A row that was waited for is here: the one gone to, or the one that should be marked."""
        current = self.view.currentIndex()
        if self._awaited and self._key_of(current.row()) is not None:
            self._current_changed(current, current)
        elif not current.isValid() and self._marked is not None:
            with QSignalBlocker(self.view.selectionModel()):
                self._select(self._marked)
            self.view.viewport().update()

    def _count(self, total: int) -> None:
        virgin = total == 0 and self.is_unfiltered()
        for part in (self.search, self.chips):
            part.setVisible(not virgin)
        shown = (texts.employers(total), *self.chips.chosen_words())
        self.count.set_text(texts.EMPTY_LIST if virgin else "  ·  ".join(shown))
        self._body.setVisible(not virgin)
        self._stack.setCurrentIndex(0 if total else 1)
        if total == 0:
            filtered = self.choice != WerkgeverFilter(tekst=self.choice.tekst)
            self._empty.title.setText(texts.NOTHING_FOUND)
            self._empty.words.setText(texts.nothing_found_for(self.choice.tekst, filtered))
            self._add_found.set_words(
                texts.new_employer_named(self.choice.tekst) if self.choice.tekst else texts.NEW_EMPLOYER
            )
        if self.search.hasFocus():
            announce(self.count, self.count.text())

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, "werkgever", "regie", "contactmoment", "actie", "vestiging", "opdracht"):
            self._from_sync = isinstance(initiator, SyncDriver)
            self.refresh()

    # -- choosing ------------------------------------------------------------------------------------
    def _key_of(self, number: int) -> str | None:
        row = self.model.row(number)
        return row.id if row else None

    def select(self, werkgever_id: str) -> None:
        """Makes that row current; when it is not among the rows shown, no row is."""
        if self.model.find(werkgever_id) < 0:
            self.view.setCurrentIndex(QModelIndex())
            self._marked = werkgever_id
            self.chosen.emit(werkgever_id)
        self._select(werkgever_id)

    def _select(self, werkgever_id: str | None) -> None:
        row = self.model.find(werkgever_id) if werkgever_id else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def step(self, by: int) -> None:
        """The next or previous werkgever of the list."""
        row = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + by))
        self.view.setCurrentIndex(self.model.index(row, 0))

    def position(self) -> tuple[int, int]:
        """Number of the current row (from 1; 0 for none) and how many there are."""
        return self.view.currentIndex().row() + 1, self.model.total

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_rows(self) -> None:
        if self.model.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row: WerkgeverRegel | None = current.data(RowRole)
        self._awaited = current.isValid() and row is None
        if row is not None:
            self._marked = row.id
            self.delegate.changed.discard(row.id)
            self.chosen.emit(row.id)

    def _opened(self, index: QModelIndex) -> None:
        row: WerkgeverRegel | None = index.data(RowRole)
        if row is not None:
            self.opened.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reader.fill_what_is_seen()

    # -- filters -------------------------------------------------------------------------------------
    def _typed(self, typed: str) -> None:
        self._filter(replace(self.choice, tekst=typed.strip()))

    def _filtered(self) -> None:
        self._filter(self.chips.applied_to(self.choice))

    def _filter(self, choice: WerkgeverFilter) -> None:
        if choice != self.choice:
            self.choice = choice
            self.reload()

    def is_unfiltered(self) -> bool:
        return self.choice == WerkgeverFilter()

    def clear_filters(self) -> None:
        self.chips.clear()
        self.search.clear()

    def _new_pressed(self) -> None:
        self.wants_new.emit(self.choice.tekst)
