"""The line of the palette: letters stay here, arrows and Enter go to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from desktop.views import fonts, theme
from desktop.views.widgets.fields import TextField

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}


class PaletteField(TextField):
    """`moved(steps)`; `taken(modifiers)` on Enter."""

    moved = Signal(int)
    taken = Signal(object)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint)
        self.setProperty("bare", True)
        font = QFont(fonts.font("tekst"))
        font.setPixelSize(round(theme.tokens()["letter"]["palet_invoer"]["grootte"] * theme.active().factor))
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        else:
            super().keyPressEvent(event)
