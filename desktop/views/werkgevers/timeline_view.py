"""The list that shows a timeline; its rows never move under the reader on a refresh."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.views import texts, theme
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers.row_delegate import mouse_or_key
from desktop.views.werkgevers.timeline_delegate import TimelineDelegate
from desktop.views.werkgevers.timeline_entry import GROUP, Entry
from desktop.views.werkgevers.timeline_model import TimelineModel
from desktop.views.widgets.row_view import BY_KEY

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU_KEYS = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)


class TimelineView(QListView):
    """`wants_menu(Entry, QPoint)` for Enter, Shift+F10, the dots and the right button; `ticked(Entry)` for
    Space; `copied(Entry)` for Ctrl+C; `near_end` when the reader comes near the last row.
    """

    wants_menu = Signal(object, QPoint)
    ticked = Signal(object)
    copied = Signal(object)
    near_end = Signal()

    def __init__(self, margin: int) -> None:
        super().__init__()
        self.setAccessibleName(texts.TIMELINE_NAME)
        self.setAccessibleDescription(words.VIEW_HINT)
        self.rows = TimelineModel()
        self.setModel(self.rows)
        self._delegate = TimelineDelegate(self, margin)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, theme.active().px(4), 0, 0)
        self.verticalScrollBar().setSingleStep(theme.active().px(24))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def painter(self) -> TimelineDelegate:
        return self._delegate

    def set_margin(self, margin: int) -> None:
        if margin != self._delegate.margin:
            self._delegate.margin = margin
            self.scheduleDelayedItemsLayout()

    def show_entries(self, entries: Sequence[Entry], same: bool, by_others: bool = False) -> None:
        """`same` when it is the werkgever that was shown already: then nothing in view moves. Who stands at
        the top sees there what they did themselves, but is not pushed down by what others did.
        """
        if not same:
            self.rows.replace(entries)
            self.scrollToTop()
        elif by_others or self.verticalScrollBar().value():
            self._merge(entries, self._anchor())
        else:
            self._merge(entries, None)

    def _merge(self, entries: Sequence[Entry], anchor: tuple[str, int] | None) -> None:
        """The row that was read stays where it is on the screen; what is new comes above or below it."""
        self.setAutoScroll(False)
        self.rows.merge(entries)
        self.executeDelayedItemsLayout()
        self.setAutoScroll(True)
        row = self.rows.find(anchor[0]) if anchor else -1
        if anchor and row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.rows.index(row)).top() - anchor[1])

    def _anchor(self) -> tuple[str, int] | None:
        """The entry with the keyboard when it is in sight, or else the first one of the days."""
        current = self.currentIndex()
        if self.hasFocus() and current.isValid() and self._in_sight(current.row()):
            return self._placed(current.row())
        first = max(0, self.indexAt(QPoint(self._delegate.margin, 1)).row())
        shown = list(takewhile(self._in_sight, range(first, self.rows.rowCount())))
        of_days = [row for row in shown if self._is_of_days(row)]
        return self._placed((of_days or shown)[0]) if shown else None

    def _in_sight(self, row: int) -> bool:
        return self.visualRect(self.rows.index(row)).intersects(self.viewport().rect())

    def _is_of_days(self, row: int) -> bool:
        entry = self.rows.row(row)
        return entry is not None and not entry.is_repeated

    def _placed(self, row: int) -> tuple[str, int] | None:
        entry = self.rows.row(row)
        return (entry.id, self.visualRect(self.rows.index(row)).top()) if entry else None

    def fresh_above(self) -> tuple[int, ...]:
        """The rows that a colleague just brought and that lie above what is in view."""
        fresh = [row for row, entry in enumerate(self.rows.rows()) if entry.fresh]
        return tuple(row for row in fresh if self.visualRect(self.rows.index(row)).bottom() < 0)

    def current_entry(self) -> Entry | None:
        entry: Entry | None = self.currentIndex().data(RowRole)
        return entry

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum() - 2 * self.viewport().height():
            self.near_end.emit()

    # -- keys ----------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty(BY_KEY, True)
        entry = self.current_entry()
        if entry is not None and entry.kind != GROUP and self._key(event, entry):
            return
        super().keyPressEvent(event)
        self._skip_heading(event.key())

    def _key(self, event: QKeyEvent, entry: Entry) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wants_menu = event.key() == Qt.Key.Key_Menu or event.keyCombination() == _MENU_KEYS
        if wants_menu or (event.key() in _ENTER and plain):
            self._ask_menu()
        elif event.key() == Qt.Key.Key_Space and plain:
            self._space(entry)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(entry)
        else:
            return False
        return True

    def _space(self, entry: Entry) -> None:
        if self._delegate.is_long(entry):
            self._delegate.toggle(entry)
        else:
            self.ticked.emit(entry)

    def _skip_heading(self, key: int) -> None:
        """The keyboard goes from entry to entry; a heading is read on the way, not stopped at."""
        entry = self.current_entry()
        if entry is None or entry.kind != GROUP:
            return
        row = self.currentIndex().row()
        by = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) and row > 0 else 1
        beyond = self.rows.index(row + by)
        if beyond.isValid():
            self.setCurrentIndex(beyond)

    def _ask_menu(self) -> None:
        entry = self.current_entry()
        if entry is None or entry.kind == GROUP:
            return
        box = self._delegate.dots_rect(self.visualRect(self.currentIndex()))
        self.wants_menu.emit(entry, self.viewport().mapToGlobal(box.bottomLeft()))

    # -- mouse and focus -----------------------------------------------------------------------------
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        entry: Entry | None = self.indexAt(event.pos()).data(RowRole)
        if entry is not None and entry.kind != GROUP:
            self.wants_menu.emit(entry, event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        entry: Entry | None = index.data(RowRole)
        box = self._delegate.dots_rect(self.visualRect(index)) if entry is not None else None
        on_dots = box is not None and box.contains(event.position().toPoint())
        if on_dots and box is not None and entry is not None and entry.kind != GROUP:
            self.wants_menu.emit(entry, self.viewport().mapToGlobal(box.bottomLeft()))
            return
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty(BY_KEY, False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        mouse_or_key(self, event.reason())
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
            self._skip_heading(Qt.Key.Key_Down)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
