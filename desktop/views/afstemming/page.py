"""The screen Afstemming: the list of what asks for a choice, and the chosen item in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.changes import Changes
from desktop.models.queries.rows import AfstemmingRij
from desktop.views import fonts, icons, texts_sync, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming.detail import ItemDetail
from desktop.views.afstemming.items import CONFLICT, Line, lines
from desktop.views.backend import Backend
from desktop.views.layout import Room
from desktop.views.operations import Batch, Request, concerns
from desktop.views.shell import Page, Shell, Way
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.texts import RECONCILE
from desktop.views.widgets import paint
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.labels import Label, Surface


def item_model() -> RowListModel[Line]:
    return RowListModel(_key, _title, _sentence)


def _key(line: Line) -> str:
    return line.id


def _title(line: Line) -> str:
    return line.title


def _sentence(line: Line) -> str:
    return line.sentence


class _Model(RowListModel[Line]):
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.row(index.row())
        if line is not None and line.item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


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


class ReconcilePage(Page):
    """What asks for a choice or was refused; `counted` after each reading."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._operations, self._backend = shell.operations, shell.backend
        operations = shell.operations
        self._room = Room(True, True, True, True)
        self._page_shown = False
        self.model = _Model(_key, _title, _sentence)
        self._build()
        operations.changed.connect(self._on_changed)
        self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list_pane())
        self._right = Surface("vlak_inhoud", sides="l")
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(EmptyState(words.NOTHING_TO_RECONCILE, words.NOTHING_TO_RECONCILE_TEXT))
        self.detail = ItemDetail()
        self.detail.chose.connect(self._choose)
        self.detail.opens.connect(self._shell.open_employer)
        self.detail.back.connect(self.go_back)
        self._stack.addWidget(self.detail)
        row.addWidget(self._right, 1)

    def _list_pane(self) -> QWidget:
        px = theme.active().px
        self._pane = Surface("vlak_lijst")
        self._pane.setFixedWidth(theme.measure("lijstpaneel"))
        column = QVBoxLayout(self._pane)
        column.setContentsMargins(0, px(18), 0, 0)
        column.setSpacing(0)
        self.subtitle = Label("", "bij", "tekst_2", wrap=True)
        for label in (Label(RECONCILE, "titel"), self.subtitle):
            label.setContentsMargins(px(24), 0, px(24), 0)
            column.addWidget(label)
        column.addSpacing(px(12))
        body = Surface("vlak_lijst", sides="t")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 1, 0, 0)
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
        inner.addWidget(self.view)
        column.addWidget(body, 1)
        return self._pane

    def refresh(self) -> None:
        self._operations.query(_Read(self._backend), self, self._show, channel="items")

    def _show(self, items: tuple[AfstemmingRij, ...]) -> None:
        shown = lines(items, self._backend.today())
        place = self.view.currentIndex().row()
        keep_place(self.view, self._key_of, self.model.find, _Replace(self.model, shown))
        current = self.model.row(self.view.currentIndex().row())
        if (current is None or current.item is None) and shown:
            self._select_near(place)
        elif current is not None and current.item is not None:
            self.detail.show_item(current.item, self._backend.today())
        self._stack.setCurrentIndex(1 if shown else 0)
        conflicts = sum(1 for item in items if item.soort == CONFLICT)
        self.subtitle.setText(words.RECONCILE_CHOOSE if conflicts else words.RECONCILE_READ)
        self.counted.emit(conflicts + sum(1 for item in items if item.soort == "weigering"))

    def _key_of(self, number: int) -> str | None:
        line = self.model.row(number)
        return line.id if line else None

    def _select_near(self, place: int) -> None:
        """The item now at that place, or the nearest before or after it; never a heading."""
        rows = [number for number, line in enumerate(self.model.rows()) if line.item is not None]
        if rows:
            self.view.setCurrentIndex(
                self.model.index(min(rows, key=lambda number: abs(number - max(place, 0))))
            )

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        line: Line | None = current.data(RowRole)
        if line is not None and line.item is not None:
            self.detail.show_item(line.item, self._backend.today())
            self._stack.setCurrentIndex(1)

    def _opened(self, index: QModelIndex) -> None:
        if not self._room.list_beside:
            self._page_shown = True
            self._arrange()

    def choose(self, number: int) -> None:
        """Alt+1 … Alt+4."""
        self.detail.choose_number(number)

    def _choose(self, afstemming_id: str, keuze: str) -> None:
        request = Request("afstemming.kies", {"afstemming_id": afstemming_id, "keuze": keuze})
        self._operations.commands([request], self, self._chosen)

    def _chosen(self, batch: Batch) -> None:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
        else:
            self._shell.messages.done(texts_sync.CHOICE_KEPT)

    def enter(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def way(self) -> Way | None:
        return Way(RECONCILE) if self._page_shown and not self._room.list_beside else None

    def go_back(self) -> bool:
        if not self._page_shown:
            return False
        self._page_shown = False
        self._arrange()
        self.view.setFocus()
        return True

    def set_room(self, room: Room) -> None:
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        beside = self._room.list_beside
        self._pane.setVisible(beside or not self._page_shown)
        self._right.setVisible(beside or self._page_shown)
        self._pane.setMinimumWidth(theme.measure("lijstpaneel" if beside else "lijstpaneel_min"))
        self._pane.setMaximumWidth(theme.measure("lijstpaneel") if beside else 16777215)
        self.detail.arrange(not beside and not self._room.small, self._room.small)
        self.way_changed.emit()

    def panes(self) -> list[QWidget]:
        return [part for part in (self._pane, self._right) if part.isVisible()]

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, "afstemming", "opdracht"):
            self.refresh()


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend

    def __call__(self) -> tuple[AfstemmingRij, ...]:
        return self.backend.afstemming(alleen_open=True)


class _Replace:
    def __init__(self, model: RowListModel[Line], shown: tuple[Line, ...]) -> None:
        self._model, self._shown = model, shown

    def __call__(self) -> bool:
        return self._model.replace(self._shown)
