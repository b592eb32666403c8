"""Notes which werkgever was opened: one that stays in sight for a moment, not all that were passed by."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer

from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.shell import Page

SETTLED_MS = 1500


@dataclass(frozen=True, slots=True)
class _Note:
    backend: Backend
    werkgever_id: str

    def __call__(self) -> None:
        self.backend.geopend(self.werkgever_id)


class Recents(QTimer):
    """`shown` when the page shows a dossier; kept for the palette once it is still there a moment later."""

    def __init__(self, operations: Operations, page: Page) -> None:
        super().__init__(page)
        self._operations, self._page = operations, page
        self._last = ""
        self.setSingleShot(True)
        self.setInterval(SETTLED_MS)
        self.timeout.connect(self._settled)

    def shown(self) -> None:
        if (self._page.current_employer() or "") != self._last:
            self.start()

    def _settled(self) -> None:
        here = self._page.current_employer()
        if here and here != self._last and not self._operations.is_withdrawn:
            self._last = here
            self._operations.write(_Note(self._operations.backend, here), self)
