"""The window with what drives it: gateway, messages, sync, undo and look, for one opened laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop.views import fonts, messages, texts_sync
from desktop.views.appearance import Appearance
from desktop.views.backend import Backend, Sealed
from desktop.views.garbage import Garbage
from desktop.views.going_first import GoesFirst
from desktop.views.main_window import MainWindow
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.own_settings import OwnSettings
from desktop.views.platform_look import PlatformLook
from desktop.views.sync_driver import Pace, SyncDriver, SyncKind
from desktop.views.undo import Undo
from desktop.views.withdrawn import WithdrawnWindow


class Session(QObject):
    """The window with what drives it; after a revocation `withdrawn` stands in its place.

    `theme_name` shows that theme instead of the one that was set. Made before the event loop runs: how the
    window was left is read here, at once.
    """

    def __init__(
        self,
        laptop: Backend,
        pace: Pace,
        new_id: Callable[[], str],
        practice: bool,
        theme_name: str | None = None,
        platform: PlatformLook | None = None,
    ) -> None:
        super().__init__()
        self._new_id = new_id
        self._garbage = Garbage(self, self._much_comes_in)  # before there is another thread to collect on
        self.operations = Operations(laptop)
        self.messages = Messages()
        self.sync = SyncDriver(self.operations, pace)
        self.undo = Undo(self.operations, self.messages)
        self.settings = OwnSettings(self.operations)
        if theme_name is not None:
            self.settings.now = replace(self.settings.now, thema=theme_name.replace("_", ""))
        self.appearance = Appearance(self.settings, practice, platform)
        self.withdrawn: WithdrawnWindow | None = None
        self.operations.revoked.connect(self._revoked)
        self.window = self._make()
        if laptop.slot_ingesteld():
            self.window.locking.lock_now()

    def _much_comes_in(self) -> bool:
        return self.sync.state.kind is SyncKind.BUSY

    def _make(self) -> MainWindow:
        window = MainWindow(self.operations, self.sync, self.messages, self.undo, self.settings, self._new_id)
        self.appearance.changed.connect(window.look_changed)
        GoesFirst(window)
        return window

    def _revoked(self, error: Exception) -> None:
        """Everything here was wiped or sealed: what was on the screen goes too."""
        self.sync.stop()
        if isinstance(error, Sealed):
            self.withdrawn = WithdrawnWindow(texts_sync.SEALED_TEXT, texts_sync.SEALED)
        else:
            self.withdrawn = WithdrawnWindow(messages.explain(error))
        _take_place(self.window, self.withdrawn)
        fonts.forget()

    @property
    def on_screen(self) -> QMainWindow:
        """The window, or what took its place."""
        return self.withdrawn or self.window

    def stop(self, seconds: float) -> bool:
        self.sync.stop()
        ended = self.operations.stop(seconds)
        self._garbage.stop()
        return ended


def _take_place(old: QMainWindow, new: QMainWindow) -> None:
    new.setGeometry(old.geometry())
    new.setWindowState(old.windowState())
    new.show()
    new.activateWindow()
    old.hide()
    old.deleteLater()
