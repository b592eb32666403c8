"""Tokens and typing in one field, with what was found in a list below it while the cursor stays where it
is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.values import fold
from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint
from desktop.views.widgets.fields import popup_place
from desktop.views.widgets.flow import Flow

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that can become a token. `new` marks the last line, which makes something new."""

    id: str
    words: str
    detail: str = ""
    icon: str = "persoon"
    new: bool = False


class _Token(QPushButton):
    def __init__(self, pick: Pick, name: str) -> None:
        super().__init__(pick.words)
        self.pick = pick
        self.setAccessibleName(name)
        self.setProperty("ring", 4)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.active().px
        return QSize(fonts.width("bij_mid", self.text()) + px(8) + px(24), px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        paint.rounded(
            painter, self.rect(), 4, "vlak_verzonken", "lijn_knop" if theme.active().high_contrast else None
        )
        paint.text(painter, self.rect().adjusted(px(8), 0, -px(22), 0), self.text(), "bij_mid", "tekst")
        icons.draw(painter, "kruis", self.width() - px(20), self.height() / 2 - px(7), 14, "tekst_2")


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


class _PickDelegate(QStyledItemDelegate):
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
        self.view.setItemDelegate(_PickDelegate(self.view))
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


class TokenPicker(QWidget):
    """`changed` when a token came or went; `wanted_new(text)` when the last line was chosen."""

    changed = Signal()
    wanted_new = Signal(str)

    def __init__(
        self,
        name: str,
        empty: str,
        more: str,
        find: Callable[[str], Sequence[Pick]],
        remove: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._empty, self._more, self._find, self._remove, self._name = empty, more, find, remove, name
        self._tokens: list[_Token] = []
        self._popup: PickPopup | None = None
        px = theme.active().px
        self._flow = Flow(self, px(6))
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(empty)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self._flow.addWidget(self.edit)
        self.setContentsMargins(px(5), px(5), px(5), px(5))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def picks(self) -> tuple[Pick, ...]:
        return tuple(token.pick for token in self._tokens)

    def text(self) -> str:
        """What was typed and not yet chosen."""
        return self.edit.text()

    def set_text(self, words: str) -> None:
        self.edit.setText(words)

    def clear(self) -> None:
        for token in list(self._tokens):
            self._drop(token)
        self.edit.clear()

    def add(self, pick: Pick) -> None:
        if any(token.pick.id == pick.id for token in self._tokens):
            return
        token = _Token(pick, self._remove(pick.words))
        token.clicked.connect(self._token_pressed)
        self._flow.insert_widget(len(self._tokens), token)
        self._tokens.append(token)
        token.show()
        self.edit.clear()
        self._refresh()

    def _token_pressed(self) -> None:
        token = self.sender()
        if isinstance(token, _Token):
            self._drop(token)
            self.edit.setFocus()

    def _drop(self, token: _Token) -> None:
        self._tokens.remove(token)
        self._flow.removeWidget(token)
        token.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        self.edit.setPlaceholderText(self._more if self._tokens else self._empty)
        self.updateGeometry()
        self.changed.emit()

    def _typed(self, typed: str) -> None:
        taken = {token.pick.id for token in self._tokens}
        picks = [pick for pick in self._find(typed.strip()) if pick.id not in taken or pick.new]
        if picks:
            self._list().open_below(self, picks, typed.strip())
        else:
            self._close()

    def _list(self) -> PickPopup:
        if self._popup is None:
            self._popup = PickPopup(self._name, self.window())
            self._popup.picked.connect(self._picked)
        return self._popup

    def _picked(self, pick: Pick) -> None:
        self._close()
        if pick.new:
            typed = self.edit.text().strip()
            self.edit.clear()
            self.wanted_new.emit(typed)
        else:
            self.add(pick)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @property
    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self._close()
        if event.type() == QEvent.Type.ShortcutOverride and self.is_open and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())  # type: ignore[attr-defined]
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace and not self.edit.text() and self._tokens:
            self._drop(self._tokens[-1])
            return True
        if key == Qt.Key.Key_Down and not self.is_open:
            self._typed(self.edit.text())
            return True
        if not self.is_open or self._popup is None:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._popup.take()
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = theme.active().px
        return max(theme.measure("veld"), self._flow.heightForWidth(width - 2 * px(5)) + 2 * px(5))

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(200), self.heightForWidth(self.width() or 400))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(120), theme.measure("veld"))

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.edit.hasFocus()
        border = "fout" if self.property("error") else "focus" if focused else "lijn_sterk"
        wide = focused or bool(self.property("error"))
        paint.rounded(paint.painter_for(self), self.rect(), 6, "vlak_inhoud", border, 2.0 if wide else 1.0)
