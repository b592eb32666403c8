"""Notes which row was opened: one that stays in sight for a moment, not all that were passed by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.frozen import dataclass
from desktop.views.backend import Backend
from desktop.views.operations import Operations

SETTLED_MS = 1500
Here = Callable[[], tuple[str, str] | None]
"""The kind and the id of what a page shows now."""


@dataclass(frozen=True, slots=True)
class _Note:
    backend: Backend
    soort: str
    row_id: str

    def __call__(self) -> None:
        self.backend.geopend(self.row_id, self.soort)


class Recents(QTimer):
    """`shown` when the page shows another one; kept for the palette once it is still there a moment later."""

    def __init__(self, operations: Operations, page: QWidget, here: Here) -> None:
        super().__init__(page)
        self._operations, self._here = operations, here
        self._last: tuple[str, str] | None = None
        self.setSingleShot(True)
        self.setInterval(SETTLED_MS)
        self.timeout.connect(self._settled)

    def shown(self) -> None:
        if self._here() != self._last:
            self.start()

    def _settled(self) -> None:
        here = self._here()
        if here is not None and here != self._last and not self._operations.is_withdrawn:
            self._last = here
            self._operations.write(_Note(self._operations.backend, *here), self)
