"""A line of text with suggestions below it while one types; what is typed counts, also when none is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from desktop.views.widgets.fields import TextField
from desktop.views.widgets.pick_popup import Pick, PickPopup


class SuggestField(TextField):
    """`asked(text)` at each keystroke; the answer comes in through `show_found`. `taken(Pick)`."""

    asked = Signal(str)
    taken = Signal(object)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder)
        self._popup: PickPopup | None = None
        self.textEdited.connect(self._edited)

    def _edited(self, typed: str) -> None:
        self.asked.emit(typed.strip())

    def show_found(self, typed: str, found: Sequence[Pick]) -> None:
        """An answer to what was typed before is too late."""
        if not found or typed != self.text().strip() or not self.hasFocus():
            self._close()
            return
        if self._popup is None:
            self._popup = PickPopup(self.accessibleName(), self.window())
            self._popup.picked.connect(self._picked)
        self._popup.open_below(self, found, typed)

    @property
    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def _picked(self, pick: Pick) -> None:
        self._close()
        self.setText(pick.words)
        self.taken.emit(pick)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def event(self, event: QEvent) -> bool:
        """Esc closes the list, and not the form."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape and self.is_open:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup is None or not self.is_open:
            if event.key() == Qt.Key.Key_Down:
                self._edited(self.text())
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            popup.take()
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        super().focusOutEvent(event)
