"""What can be picked: the list model, how a line looks, and the list that opens below a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.values import fold
from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint
from desktop.views.widgets.fields import popup_place

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that can become a token. `new` marks the last line, which makes something new."""

    id: str
    words: str
    detail: str = ""
    icon: str = "persoon"
    new: bool = False


class PickModel(QAbstractListModel):
    """The found picks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picks: tuple[Pick, ...] = ()
        self.typed = ""

    def show_picks(self, picks: Sequence[Pick], typed: str) -> None:
        self.beginResetModel()
        self._picks, self.typed = tuple(picks), typed
        self.endResetModel()

    def pick(self, row: int) -> Pick | None:
        return self._picks[row] if 0 <= row < len(self._picks) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._picks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pick = self.pick(index.row()) if index.isValid() else None
        if pick is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return pick.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{pick.words}, {pick.detail}" if pick.detail else pick.words
        return pick if role == Qt.ItemDataRole.UserRole else None


class PickDelegate(QStyledItemDelegate):
    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(0, theme.active().px(44))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        pick: Pick = index.data(Qt.ItemDataRole.UserRole)
        px = theme.active().px
        rect: QRect = option.rect
        chosen = index.row() == option.widget.currentIndex().row()  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            paint.rounded(painter, rect.adjusted(0, 1, 0, -1), 6, "accent_zacht")
            painter.fillRect(
                rect.x(), rect.y() + px(11), 3, rect.height() - px(22), theme.active().colour("focus")
            )
        elif pick.new:
            paint.hairline(painter, rect.x() + px(40), rect.right() - px(6), rect.y())
        icon = "plus" if pick.new else pick.icon
        if icon:
            icons.draw(painter, icon, rect.x() + px(10), rect.center().y() - px(8), 18, "tekst_2")
        x = rect.x() + px(40)
        words = QRect(x, rect.y(), rect.right() - x - px(10), rect.height())
        x += self._words(painter, words, pick, index.model().typed) + px(10)  # type: ignore[attr-defined]
        paint.text(
            painter,
            QRect(x, rect.y(), rect.right() - x - px(8), rect.height()),
            pick.detail,
            "bij",
            "tekst_2",
        )
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, pick: Pick, typed: str) -> int:
        at = -1 if pick.new or not typed else fold(pick.words).find(fold(typed))
        width = paint.text(painter, rect, pick.words, "tekst", "tekst")
        if at >= 0 and len(fold(pick.words)) == len(pick.words):
            left = rect.x() + fonts.width("tekst", pick.words[:at])
            hit = pick.words[at : at + len(typed)]
            painter.drawText(
                QRect(left, rect.y(), rect.width(), rect.height()),
                int(paint.LEFT | Qt.TextFlag.TextDontClip),
                "",
            )
            y = rect.center().y() + fonts.metrics("tekst").ascent() // 2 + 2
            painter.fillRect(left, y, fonts.width("tekst", hit), 1, theme.active().colour("tekst"))
        return width


class PickPopup(QFrame):
    """The list below a field; never takes the focus."""

    picked = Signal(object)

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.model = PickModel(self)
        self.view = QListView(self)
        self.view.setAccessibleName(name)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PickDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.viewport().setAutoFillBackground(False)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.clicked.connect(self._clicked)
        self.hide()

    def open_below(self, field: QWidget, picks: Sequence[Pick], typed: str) -> None:
        self.model.show_picks(picks, typed)
        px = theme.active().px
        height = min(len(picks), 7) * px(44) + px(12)
        card = popup_place(field, self._window, height)
        spread = px(22)
        self.setGeometry(card.adjusted(-spread, -spread, spread, spread))
        inner = QRect(spread, spread, card.width(), card.height())
        self.view.setGeometry(inner.adjusted(px(8), px(6), -px(8), -px(6)))
        self.view.setCurrentIndex(self.model.index(0))
        self.show()
        self.raise_()

    def move_by(self, steps: int) -> None:
        row = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + steps))
        self.view.setCurrentIndex(self.model.index(row))

    def take(self) -> None:
        pick = self.model.pick(self.view.currentIndex().row())
        if pick is not None:
            self.picked.emit(pick)

    def _clicked(self, index: QModelIndex) -> None:
        self.take()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        spread = theme.active().px(22)
        card = self.rect().adjusted(spread, spread, -spread, -spread)
        paint.shadow(painter, card, 8)
        border = "lijn_zacht" if theme.active().name == theme.LICHT else "lijn_knop"
        paint.rounded(painter, card, 8, "vlak_inhoud", border)
