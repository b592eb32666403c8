"""Keys on the rows that Qt does not have: type to search, copy, choose all that the filter leaves, let go.

An event filter, so that two lines and columns behave the same. Qt's own search while typing would ask Python
for a hundred thousand texts.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ListKeys(QObject):
    """`typed(text)` goes to the search field; `held(True)` while a key that moves is held down."""

    typed = Signal(str)
    copied = Signal()
    all_asked = Signal()
    let_go = Signal()
    end_asked = Signal()
    held = Signal(bool)

    def __init__(self, *views: QAbstractItemView) -> None:
        super().__init__(views[0])
        self.several = False  # several rows are chosen: Esc lets them go
        self._holding = False
        for view in views:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._hold(False)
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()  # otherwise Esc closes a form or leaves the page
            return True
        if kind == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._hold(False)
        return kind == QEvent.Type.KeyPress and self._pressed(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return self.several and event.key() == Qt.Key.Key_Escape

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_asked.emit()
        elif self._is_ours(event):
            self.let_go.emit()
        elif _is_text(event):
            self.typed.emit(event.text())
        else:
            if event.key() == Qt.Key.Key_End:
                self.end_asked.emit()
            if event.key() in _MOVES and event.isAutoRepeat():
                self._hold(True)
            return False
        return True

    def _hold(self, on: bool) -> None:
        if on != self._holding:
            self._holding = on
            self.held.emit(on)


def _is_text(event: QKeyEvent) -> bool:
    """A letter or figure, and not a space: that chooses."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return (
        plain == Qt.KeyboardModifier.NoModifier
        and event.text().strip().isprintable()
        and bool(event.text().strip())
    )
