"""What a page gets from the window and what the window asks of it. A new screen is one line in `pages.py`.

Pages know the shell, never the main window; the shell knows pages by this base class only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.layout import Room
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.sync_driver import SyncDriver
from desktop.views.undo import Undo


class Page(QWidget):
    """A screen of the rail. `counted(n)`: what waits for the person there, shown on the rail when not 0."""

    counted = Signal(int)

    def set_room(self, room: Room) -> None:
        """The window became wider or narrower."""

    def enter(self) -> None:
        """It came in sight: read what may have changed, put the focus where work begins."""

    def panes(self) -> Sequence[QWidget]:
        """Its visible parts in the order of F6."""
        return [self]

    def go_back(self) -> bool:
        """One step back in one-page mode; False when there is nothing to go back to."""
        return False

    def close_panel(self) -> bool:
        """Esc: closes the open form and keeps its draft; False when none is open."""
        return False


class Shell(Protocol):
    """The window as pages, palette and forms may use it. All of it on the UI thread."""

    @property
    def operations(self) -> Operations: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def sync(self) -> SyncDriver: ...
    @property
    def undo(self) -> Undo: ...
    @property
    def new_id(self) -> Callable[[], str]: ...

    def is_offline(self) -> bool: ...
    def as_window(self) -> QWidget:
        """For what must lie over the window: dialog, popover, palette."""

    def show_page(self, key: str) -> None: ...
    def open_employer(self, werkgever_id: str, tab: str | None = None) -> None:
        """Werkgevers with this one chosen; `tab` as in the detail (tijdlijn, gegevens, …)."""

    def open_filter(self, keuze: object, naam: str = "") -> None:
        """Werkgevers with this `WerkgeverFilter` and its name above the list."""

    def log_visit(
        self, werkgever_id: str | None, kanaal: str = "bezoek", contactpersoon_id: str = ""
    ) -> None:
        """Bezoek vastleggen; without a werkgever it asks at which one first."""

    def call(self, werkgever_id: str, contactpersoon_id: str = "", link: str = "") -> None:
        """R3 first where needed, then `link` (tel: or mailto:) and the form."""

    def make_action(self, werkgever_ids: Sequence[str]) -> None:
        """Actie maken, for one werkgever or for all that are chosen; none: asks at which one."""

    def new_employer(self, naam: str = "") -> None: ...
    def pick_employer(self, question: str, then: Callable[[str], None]) -> None:
        """The palette asks for a werkgever; `then(werkgever_id)` when one was chosen."""

    def print_overview(self, werkgever_id: str | None, voor: str = "intern") -> None:
        """The preview of one werkgeversoverzicht, of my portfolio (None)."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A line of the rail. `roles`: whose rail has it (empty: everyone's). `amber`: its number means look."""

    key: str
    words: str
    icon: str
    make: Callable[[Shell], Page]
    amber: bool = False
    roles: frozenset[str] = frozenset()
