"""What the platform asks for: dark or light, and high contrast. It may change while the program runs."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication


@cache
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """Held as long as the program runs, as Qt holds them: the Python side of the second is a child of that of
    the first and ends with it.
    """
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


class PlatformLook(QObject):
    """`changed()` when the platform asks for something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hints, self._accessibility = _hints()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._accessibility.contrastPreferenceChanged.connect(self.changed)

    @property
    def dark(self) -> bool:
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        return self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def palette(self) -> QPalette:
        """The platform's own colours, without ours over them."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        ours = QPalette(app.palette())
        app.setPalette(QPalette())
        theirs = QPalette(app.palette())
        app.setPalette(ours)
        return theirs
