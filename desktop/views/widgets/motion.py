"""What moves in the window: one short fade, and none where the person or the system wants nothing to move."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from desktop.views import theme

LONGEST_MS = 120
_UNSEEN = ("offscreen", "minimal")


def duration() -> int:
    """Milliseconds; 0 for nothing that moves: own setting, the system's, or nobody who looks."""
    app = QApplication.instance()
    if theme.active().still or not isinstance(app, QApplication) or not _is_seen():
        return 0
    return min(LONGEST_MS, app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))


def _is_seen() -> bool:
    return QGuiApplication.platformName() not in _UNSEEN


def fade_in(owner: QObject, show: Callable[[float], None]) -> QVariantAnimation | None:
    """Calls `show` with 0 … 1, or with 1 at once; None when nothing moves."""
    lasts = duration()
    if not lasts:
        show(1.0)
        return None
    fade = QVariantAnimation(owner)
    fade.setDuration(lasts)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.valueChanged.connect(show)
    show(0.0)
    fade.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)
    return fade
