"""The list of Afstemming: open or settled, under headings, with all notices read in one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.rows import AfstemmingRij
from desktop.views import fonts, icons, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming import texts
from desktop.views.afstemming.items import Line
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.texts import RECONCILE
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.tabs import Tabs

OPEN, DONE = 0, 1


class ItemModel(RowListModel[Line]):
    """Headings are read but not chosen."""

    def __init__(self) -> None:
        super().__init__(_key, _title, _sentence)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.row(index.row())
        if line is not None and line.item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def _key(line: Line) -> str:
    return line.id


def _title(line: Line) -> str:
    return line.title


def _sentence(line: Line) -> str:
    return line.sentence


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        line: Line | None = index.data(RowRole)
        px = theme.active().px
        if line is None or line.item is None:
            return QSize(100, px(38))
        return QSize(100, px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: Line | None = index.data(RowRole)
        if line is None:
            return
        rect = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        px = theme.active().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.item is None:
            paint.text(painter, rect.adjusted(px(24), px(6), 0, 0), line.title, "klein_sterk", "tekst_3")
        else:
            self._paint_item(painter, rect, line, bool(state & QStyle.StateFlag.State_Selected))
            if state & QStyle.StateFlag.State_HasFocus and self._view.property("by_key"):
                paint.rounded(painter, rect.adjusted(px(8) + 1, 2, -px(8) - 1, -2), 8, None, "focus", 2)
        painter.restore()

    def _paint_item(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        look = theme.active()
        px = look.px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        if chosen:
            paint.rounded(painter, card, 8, "accent_zacht", "focus" if look.high_contrast else None, 2)
            painter.fillRect(card.x(), card.y() + px(11), 3, card.height() - px(22), look.colour("focus"))
        elif not line.last:
            paint.hairline(painter, rect.x() + px(56), rect.right() - px(24), rect.bottom())
        left, right = rect.x() + px(56), rect.right() - px(24)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
        icons.draw(painter, line.icon, rect.x() + px(26), first.center().y() - px(8), 18, "tekst_2")
        taken = paint.text(painter, first, line.when, "bij", "tekst_2", paint.RIGHT)
        paint.text(painter, first.adjusted(0, 0, -taken - px(10), 0), line.title, "tekst_sterk", "tekst")
        paint.text(painter, second, line.detail, "bij", "tekst_2")


class _View(QListView):
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty("by_key", event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)


class ItemList(Surface):
    """`chosen(AfstemmingRij)` when another row is current, `opened()` on Enter or a press, `switched()` to
    the other tab, `read_all()` for the button.
    """

    chosen = Signal(object)
    opened = Signal()
    switched = Signal()
    read_all = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_lijst")
        self.setFixedWidth(theme.measure("lijstpaneel"))
        self.model = ItemModel()
        self.model.setParent(self)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(18), 0, 0)
        column.setSpacing(0)
        self.subtitle = Label("", "bij", "tekst_2", wrap=True)
        for label in (Label(RECONCILE, "titel"), self.subtitle):
            label.setContentsMargins(px(24), 0, px(24), 0)
            column.addWidget(label)
        column.addWidget(self._tab_row())
        body = Surface("vlak_lijst", sides="t")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 1, 0, 0)
        inner.addWidget(self._make_view())
        column.addWidget(body, 1)
        column.addWidget(self._foot())

    def _tab_row(self) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(24), 0, px(24), 0)
        self.tabs = Tabs(texts.VIEWS)
        for words_of_tab in (texts.OPEN, texts.DONE):
            self.tabs.addTab(words_of_tab)
        self.tabs.currentChanged.connect(self._switched)
        row.addWidget(self.tabs, 1)
        return holder

    def _make_view(self) -> QListView:
        self.view = _View()
        self.view.setAccessibleName(words.RECONCILE_LIST)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.clicked.connect(self._opened)
        self.view.activated.connect(self._opened)
        return self.view

    def _foot(self) -> QWidget:
        px = theme.active().px
        self._foot_part = Surface("vlak_lijst", sides="t")
        row = QHBoxLayout(self._foot_part)
        row.setContentsMargins(px(24), px(8), px(14), px(8))
        self._unread = Label("", "bij", "tekst_2", wrap=True)
        row.addWidget(self._unread, 1)
        self.read_button = Button(texts.READ_ALL, Look.OUTLINED, "vink", height=34)
        self.read_button.clicked.connect(self.read_all)
        row.addWidget(self.read_button)
        self._foot_part.hide()
        return self._foot_part

    # -- contents ------------------------------------------------------------------------------------
    @property
    def done_shown(self) -> bool:
        return self.tabs.currentIndex() == DONE

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Selection, current row and scroll position stay; of an item that went the nearest is chosen."""
        at = self.view.currentIndex().row()

        def change() -> bool:
            return self.model.replace(lines)

        keep_place(self.view, self._key_of, self.model.find, change)
        if self.current() is None:
            self._select_near(at)

    def show_counts(self, open_items: int, unread: int) -> None:
        """How many wait on the tab; more than one notice can be read at once."""
        self.tabs.setTabText(OPEN, texts.tab(texts.OPEN, open_items))
        self._unread.setText(texts.to_read(unread))
        self._foot_part.setVisible(unread > 1 and not self.done_shown)

    def current(self) -> AfstemmingRij | None:
        line = self.model.row(self.view.currentIndex().row())
        return line.item if line is not None else None

    def select(self, item_id: str) -> None:
        number = self.model.find(item_id)
        if number >= 0:
            self.view.setCurrentIndex(self.model.index(number))

    def _key_of(self, number: int) -> str | None:
        line = self.model.row(number)
        return line.id if line else None

    def _select_near(self, place: int) -> None:
        """The item now at that place, or the nearest before or after it; never a heading."""
        rows = [number for number, line in enumerate(self.model.rows()) if line.item is not None]
        if rows:
            nearest = min(rows, key=lambda number: abs(number - max(place, 0)))
            self.view.setCurrentIndex(self.model.index(nearest))

    def step(self, by: int) -> None:
        """The next or previous item, past headings."""
        rows = [number for number, line in enumerate(self.model.rows()) if line.item is not None]
        here = self.view.currentIndex().row()
        at = rows.index(here) + by if here in rows else 0
        if 0 <= at < len(rows):
            self.view.setCurrentIndex(self.model.index(rows[at]))

    def position(self) -> tuple[int, int]:
        """Which of the items is chosen, counted from 1, and how many there are."""
        rows = [number for number, line in enumerate(self.model.rows()) if line.item is not None]
        here = self.view.currentIndex().row()
        return (rows.index(here) + 1, len(rows)) if here in rows else (0, 0)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        line: Line | None = current.data(RowRole)
        if line is not None and line.item is not None:
            self.chosen.emit(line.item)

    def _opened(self, index: QModelIndex) -> None:
        line: Line | None = index.data(RowRole)
        if line is not None and line.item is not None:
            self.opened.emit()

    def _switched(self, number: int) -> None:
        self.switched.emit()
