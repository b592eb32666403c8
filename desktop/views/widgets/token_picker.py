"""Tokens and typing in one field, with what was found in a list below it while the cursor stays where it
is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from desktop.views import theme
from desktop.views.widgets import paint
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.pick_popup import Pick, PickPopup
from desktop.views.widgets.token import Token


class _Token(Token):
    def __init__(self, pick: Pick, name: str) -> None:
        super().__init__(pick.words, name)
        self.pick = pick


class TokenPicker(QWidget):
    """`changed` when a token came or went; `wanted_new(text)` when the last line was chosen; `left` when the
    cursor leaves the field. Without `find` what is typed goes out as `asked(text)` and the answer comes in
    through `show_found`. `most` tokens fit in it (0: any number).
    """

    changed = Signal()
    wanted_new = Signal(str)
    asked = Signal(str)
    left = Signal()

    def __init__(
        self,
        name: str,
        empty: str,
        more: str,
        find: Callable[[str], Sequence[Pick]] | None,
        remove: Callable[[str], str],
        most: int = 0,
    ) -> None:
        super().__init__()
        self._most = most
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
        self._indent()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _indent(self) -> None:
        """Words stand where those of other fields stand; a token may begin nearer to the border."""
        px = theme.active().px
        self.setContentsMargins(px(5 if self._tokens else 11), px(5), px(5), px(5))

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
        had_focus = self.edit.hasFocus()
        token = _Token(pick, self._remove(pick.words))
        token.clicked.connect(self._token_pressed)
        self._flow.insert_widget(len(self._tokens), token)
        self._tokens.append(token)
        token.show()
        self.edit.clear()
        self._refresh()
        if had_focus and self._is_full:
            token.setFocus(Qt.FocusReason.OtherFocusReason)

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

    @property
    def _is_full(self) -> bool:
        return 0 < self._most <= len(self._tokens)

    def focus_target(self) -> QWidget:
        """Where one types; the token itself when no more fit."""
        return self._tokens[-1] if self._is_full else self.edit

    def _refresh(self) -> None:
        self.edit.setVisible(not self._is_full)
        self.edit.setPlaceholderText(self._more if self._tokens else self._empty)
        self._indent()
        self.updateGeometry()
        self.changed.emit()

    def _typed(self, typed: str) -> None:
        if self._find is None:
            self.asked.emit(typed.strip())
        else:
            self.show_found(typed.strip(), self._find(typed.strip()))

    def show_found(self, typed: str, found: Sequence[Pick]) -> None:
        """What fits what is typed; an answer to what was typed before is too late."""
        taken = {token.pick.id for token in self._tokens}
        picks = [pick for pick in found if pick.id not in taken or pick.new]
        if picks and typed == self.edit.text().strip() and self.edit.hasFocus():
            self._list().open_below(self, picks, typed)
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
                self.left.emit()
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
