"""The list that shows a timeline; its rows never move under the reader on a refresh."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.views import texts, theme
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import RowListModel, RowRole
from desktop.views.werkgevers.row_delegate import mouse_or_key
from desktop.views.werkgevers.timeline import Entry
from desktop.views.werkgevers.timeline_delegate import TimelineDelegate


def timeline_model() -> RowListModel[Entry]:
    return RowListModel(_key, _title, _sentence)


def _key(entry: Entry) -> str:
    return entry.id


def _title(entry: Entry) -> str:
    return entry.title


def _sentence(entry: Entry) -> str:
    return entry.sentence


class TimelineView(QListView):
    """Enter or a press on a row shows a long note whole."""

    def __init__(self, margin: int) -> None:
        super().__init__()
        self.setAccessibleName(texts.TIMELINE_NAME)
        self.rows = timeline_model()
        self.setModel(self.rows)
        self._delegate = TimelineDelegate(self, margin)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, theme.active().px(8), 0, 0)
        self.verticalScrollBar().setSingleStep(theme.active().px(24))

    def set_margin(self, margin: int) -> None:
        self._delegate.margin = margin
        self.scheduleDelayedItemsLayout()

    def show_entries(self, entries: Sequence[Entry], same: bool) -> None:
        """`same` when it is the werkgever that was shown already: then nothing moves."""
        if same:
            keep_place(self, self._key_of, self.rows.find, _Replace(self.rows, entries))
        else:
            self.rows.replace(entries)
            self.scrollToTop()

    def _key_of(self, number: int) -> str | None:
        entry = self.rows.row(number)
        return entry.id if entry else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.currentIndex().data(RowRole)
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
            and entry is not None
        ):
            self._delegate.toggle(entry)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        mouse_or_key(self, event.reason())
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Replace:
    """The change that `keep_place` runs."""

    def __init__(self, rows: RowListModel[Entry], entries: Sequence[Entry]) -> None:
        self._rows, self._entries = rows, entries

    def __call__(self) -> bool:
        return self._rows.replace(self._entries)
