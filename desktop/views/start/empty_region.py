"""Werkgevers as long as there is none: fetching them, or that they are on their way."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.views import texts
from desktop.views.start import texts as words
from desktop.views.sync_driver import SyncDriver, SyncKind, SyncState
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import EmptyState, OtherWay


class EmptyRegion(EmptyState):
    """Follows the rounds: the button is there only while nothing is fetched."""

    wants_new = Signal(str)

    def __init__(self, sync: SyncDriver) -> None:
        self.fetch = Button(texts.FIRST_BUTTON, Look.FILLED, "ontvang")
        self.fetch.clicked.connect(sync.request)
        new = Button(texts.NEW_EMPLOYER, Look.OUTLINED)
        way = OtherWay("werkgever", texts.FIRST_NEW, texts.FIRST_NEW_TEXT, new)
        super().__init__(texts.FIRST_TITLE, texts.FIRST_TEXT, self.fetch, (way,), drawing=True)
        new.clicked.connect(self._new)
        sync.state_changed.connect(self._follow)
        self._follow(sync.state)

    def _new(self) -> None:
        self.wants_new.emit("")

    def _follow(self, state: SyncState) -> None:
        coming = state.kind is SyncKind.BUSY
        self.title.setText(words.COMING_TITLE if coming else texts.FIRST_TITLE)
        self.words.setText(words.COMING_TEXT if coming else texts.FIRST_TEXT)
        self.fetch.setVisible(not coming)
