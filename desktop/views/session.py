"""The window with what drives it: gateway, messages, sync and undo, for one opened laptop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.views import messages, theme
from desktop.views.backend import Backend
from desktop.views.main_window import MainWindow
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.sync_driver import Pace, SyncDriver
from desktop.views.undo import Undo
from desktop.views.withdrawn import WithdrawnWindow


class Session(QObject):
    """The window with what drives it. `set_factor` rebuilds the window at another text size; after a
    revocation `withdrawn` stands in its place.
    """

    def __init__(
        self, laptop: Backend, pace: Pace, new_id: Callable[[], str], practice: bool, theme_name: str
    ) -> None:
        super().__init__()
        self._new_id, self._practice, self._theme_name = new_id, practice, theme_name
        self.operations = Operations(laptop)
        self.messages = Messages()
        self.sync = SyncDriver(self.operations, pace)
        self.undo = Undo(self.operations, self.messages)
        self.withdrawn: WithdrawnWindow | None = None
        self.operations.revoked.connect(self._revoked)
        self.window = self._make(1.0)

    def _make(self, factor: float) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.make(self._theme_name, self._practice, factor))
        window = MainWindow(self.operations, self.sync, self.messages, self.undo, self._new_id)
        window.wants_factor.connect(self.set_factor)
        return window

    def set_factor(self, factor: float) -> None:
        """Everything is measured from the font: a new window of the same place and werkgever takes over."""
        old = self.window
        old.current_page().close_panel()
        current = old.employers.detail.werkgever_id
        self.messages.said.disconnect(old.said)
        self.window = self._make(factor)
        if current:
            self.window.employers.open_employer(current)
        _take_place(old, self.window)

    def _revoked(self, error: Exception) -> None:
        """Everything here was wiped: what was on the screen goes too."""
        self.sync.stop()
        self.withdrawn = WithdrawnWindow(messages.explain(error))
        _take_place(self.window, self.withdrawn)

    @property
    def on_screen(self) -> QMainWindow:
        """The window, or what took its place."""
        return self.withdrawn or self.window

    def stop(self, seconds: float) -> bool:
        self.sync.stop()
        return self.operations.stop(seconds)


def _take_place(old: QMainWindow, new: QMainWindow) -> None:
    new.setGeometry(old.geometry())
    new.setWindowState(old.windowState())
    new.show()
    new.activateWindow()
    old.hide()
    old.deleteLater()
