"""The pages of the window, each made at its first visit; one of them is in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.views.layout import Room
from desktop.views.shell import Page, PageKind, Shell


class PageStack(QStackedWidget):
    """`counted(key, n)` from a page; `arrived()` when another one is in sight or its way back changed."""

    counted = Signal(str, int)
    arrived = Signal()

    def __init__(self, shell: Shell, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self._shell = shell
        self._kinds = {kind.key: kind for kind in kinds}
        self._made: dict[str, Page] = {}
        self._left: Mapping[str, object] = {}
        self._room = Room(True, True, True, True)
        self._shown = ""

    def page(self, key: str) -> Page:
        """The page of that key, made when it was not there yet."""
        if key not in self._made:
            page = self._kinds[key].make(self._shell)
            self._made[key] = page
            page.setProperty("page", key)
            page.counted.connect(self._counted)
            page.way_changed.connect(self._way_changed)
            page.set_room(self._room)
            left = self._left.get(key)
            if isinstance(left, Mapping):
                page.restore(left)
            self.addWidget(page)
        return self._made[key]

    def show_page(self, key: str) -> None:
        page = self.page(key)
        if key != self._shown:
            self._shown = key
            self.setCurrentWidget(page)
            page.enter()
            self.arrived.emit()

    @property
    def current(self) -> Page:
        page = self.currentWidget()
        return page if isinstance(page, Page) else Page()

    @property
    def current_key(self) -> str:
        return self._shown

    def made(self) -> Mapping[str, Page]:
        return self._made

    def not_visited(self) -> tuple[PageKind, ...]:
        """Those whose number the shell must count itself."""
        return tuple(kind for key, kind in self._kinds.items() if key not in self._made)

    def set_room(self, room: Room) -> None:
        self._room = room
        for page in self._made.values():
            page.set_room(room)

    def left(self) -> dict[str, object]:
        """How each page was left; of those not visited what is known from before."""
        return dict(self._left) | {key: dict(page.left()) for key, page in self._made.items()}

    def restore(self, left: Mapping[str, object]) -> None:
        self._left = left
        for key, page in self._made.items():
            own = left.get(key)
            if isinstance(own, Mapping):
                page.restore(own)

    def _counted(self, count: int) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self.counted.emit(str(page.property("page")), count)

    def _way_changed(self) -> None:
        if self.sender() is self.currentWidget():
            self.arrived.emit()
