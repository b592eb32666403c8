"""Puts the look on the program: theme and text size of this person, or what the platform asks, while it runs.

Nothing is built again: widgets resolve their tokens anew, and measures go along (`scaling`), so that an open
form keeps its text, its cursor and its focus.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop import preferences
from desktop.views import scaling, theme
from desktop.views.own_settings import OwnSettings
from desktop.views.platform_look import PlatformLook
from desktop.views.theme import Theme

_NAMES = {
    preferences.LICHT: theme.LICHT,
    preferences.DONKER: theme.DONKER,
    preferences.HOOGCONTRAST: theme.HOOG_CONTRAST,
}


class Appearance(QObject):
    """`changed()` when another look is on the program. `practice`: with the accent of the oefenomgeving."""

    changed = Signal()

    def __init__(self, settings: OwnSettings, practice: bool, platform: PlatformLook | None = None) -> None:
        super().__init__()
        self._settings, self._practice = settings, practice
        self._platform = platform or PlatformLook()
        settings.changed.connect(self.follow)
        self._platform.changed.connect(self.follow)
        self._put_on(self._wanted())

    def follow(self) -> None:
        """Another look where the settings or the platform ask for it."""
        before, wanted = theme.active(), self._wanted()
        if wanted == before:
            return
        larger = wanted.factor != before.factor
        places = scaling.places() if larger else []
        self._put_on(wanted)
        if larger:
            scaling.rescale(before.factor, wanted.factor, places)
        self.changed.emit()

    def _wanted(self) -> Theme:
        now = self._settings.now
        if now.thema == preferences.SYSTEEM and self._platform.high_contrast:
            made = theme.of_platform(self._platform.palette(), now.tekstfactor)
        else:
            dark = theme.DONKER if self._platform.dark else theme.LICHT
            made = theme.make(_NAMES.get(now.thema, dark), self._practice, now.tekstfactor)
        return theme.still(made, now.minder_beweging)

    @staticmethod
    def _put_on(wanted: Theme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, wanted)
