"""What a page gets from the window and what the window asks of it. A new screen is one line in `pages.py`.

Pages know the shell, never the main window; the shell knows pages by this base class only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.frozen import dataclass
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views.backend import Backend
from desktop.views.layout import Room
from desktop.views.lock.lock import Lock
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.own_settings import OwnSettings
from desktop.views.sync_driver import SyncDriver
from desktop.views.undo import Undo

if TYPE_CHECKING:
    from desktop.views.window_commands import WindowCommand

STOP = "stop_overview"
"""The link of a toast that ends what it tells the progress of."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way back in one-page mode: `words` on the button, `place` as in (3, 38); (0, 0) shows none."""

    words: str
    place: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done with the row that is chosen on a page; `about` names that row."""

    key: str
    words: str
    about: str
    icon: str
    run: Callable[[], None]


class Page(QWidget):
    """A screen of the rail; made at the first visit. What it does not override does nothing.

    `counted(n)`: what waits for the person there, shown on the rail when not 0. `way_changed()`: ask `way`
    again.
    """

    counted = Signal(int)
    way_changed = Signal()

    def set_room(self, room: Room) -> None:
        """The window became wider or narrower."""

    def enter(self) -> None:
        """It came in sight: read what may have changed, put the focus where work begins."""

    def panes(self) -> Sequence[QWidget]:
        """Its visible parts in the order of F6."""
        return [self]

    def way(self) -> Way | None:
        """Where *Terug* leads now. Below 860 px it stands beside *Menu*; the page then shows no line of its
        own (`room.small`).
        """
        return None

    def go_back(self) -> bool:
        """One step back in one-page mode; False when there is nothing to go back to."""
        return False

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) of what it lists."""

    def postpone(self) -> bool:
        """Ctrl+D: the chosen actie to another day; False when none is chosen."""
        return False

    def close_panel(self) -> bool:
        """Esc: closes the open form and keeps its draft; False when none is open."""
        return False

    def save_panel(self) -> None:
        """Ctrl+Enter: records the open form."""

    def search(self) -> bool:
        """Ctrl+F: focus in its search field; False when it has none."""
        return False

    def choose(self, number: int) -> None:
        """Alt+1 … Alt+4: a choice of Afstemming, counted from 0."""

    def doable(self) -> Sequence[Deed]:
        """What can be done with what is chosen here, for the palette."""
        return ()

    def current_employer(self) -> str | None:
        """The werkgever that keys such as Ctrl+L and Ctrl+T are about."""
        return None

    def left(self) -> Mapping[str, object]:
        """How it was left, such as the widths of its parts: plain data that is kept on this laptop."""
        return {}

    def restore(self, left: Mapping[str, object]) -> None:
        """As it was left the last time; asked once, before it is shown."""

    def resume(self, draft: Concept) -> None:
        """The form of this page in which that draft was typed, filled with it."""

    def close_down(self) -> None:
        """The window goes: keep what was typed, end what takes long."""


class EmployersWork(Page):
    """The page where work at one werkgever is done; what the shell is asked about a werkgever goes here.

    `panel_gone()`: the form that was open closed, and no other one came in its place.
    """

    panel_gone = Signal()

    def open_employer(self, werkgever_id: str, tab: str | None = None) -> None: ...
    def open_filter(self, keuze: object, naam: str = "") -> None: ...
    def log_visit(self, werkgever_id: str, kanaal: str = "bezoek", contactpersoon_id: str = "") -> None: ...
    def call(self, werkgever_id: str, contactpersoon_id: str = "", link: str = "") -> None: ...
    def make_action(self, werkgever_ids: Sequence[str]) -> None: ...
    def new_employer(self, naam: str = "") -> None: ...
    def new_vacancy(self, werkgever_id: str, contactmoment_id: str = "") -> None: ...
    def report_signal(self, werkgever_id: str) -> None: ...
    def note_question(self, werkgever_id: str) -> None: ...
    def answer_signal(self, row: SignaalRij) -> None: ...


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
    def settings(self) -> OwnSettings: ...
    @property
    def locking(self) -> Lock: ...
    @property
    def new_id(self) -> Callable[[], str]: ...

    @property
    def backend(self) -> Backend:
        """What is fixed of this laptop: who and which role. The rest goes through `operations`."""

    def commands(self) -> Sequence[WindowCommand]:
        """What this person may do from here, in the order of the menu; trigger its `action`."""

    def doable(self) -> Sequence[Deed]:
        """What can be done with the row that is chosen on the page in sight."""

    def progress(self, words: str, stop: Callable[[], None] | None = None) -> None:
        """How far something long is, in the place of the toast, with a link that ends it."""

    def open_sheet(self) -> None:
        """All keys (F1)."""

    def open_laptop_page(self, part: str = "hier") -> None:
        """Op deze laptop; `part` is hier, wachtlijst, verzonden or logboek."""

    def open_practice(self) -> None:
        """The oefenomgeving in place of this window; what was typed is kept."""

    def open_logs(self) -> None:
        """The folder with the logs, in the platform's own window."""

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
    def new_vacancy(self, werkgever_id: str | None = None, contactmoment_id: str = "") -> None:
        """Nieuwe vacature beside the dossier of its werkgever; without one on the page of vacatures."""

    def place(self, kandidaat_id: str, voordracht_id: str, vacature_id: str = "") -> None:
        """Nieuwe plaatsing of this candidate, after a voordracht that led to it."""

    def finish_talk(self, plaatsing_id: str, nazorgactie_id: str) -> None:
        """Nazorg afronden beside its plaatsing; when the form closes one is back where it was asked."""

    def report_signal(self, werkgever_id: str | None) -> None:
        """Signaal doorgeven beside the dossier; without a werkgever it asks about which one first."""

    def answer_signal(self, row: SignaalRij) -> None:
        """The answer to a signaal, beside the dossier of its werkgever."""

    def open_row(self, page: str, row_id: str) -> None:
        """A page of a subject by its key, with that row chosen."""

    def resume(self, draft: Concept) -> None:
        """The form in which this draft was typed, filled with it."""

    def pick_employer(self, question: str, then: Callable[[str], None]) -> None:
        """The palette asks for a werkgever; `then(werkgever_id)` when one was chosen."""

    def print_overview(self, werkgever_id: str | None, voor: str = "intern") -> None:
        """The preview of one werkgeversoverzicht, of my portfolio (None)."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A line of the rail. `whose`: in whose rail it is (None: everyone's); with `also` others can open it.
    `amber`: its number means look. `drafts` is how the names of the drafts of its forms begin.

    `count` says on a reader what waits there, for the rail, as long as the page was not visited.
    """

    key: str
    words: str
    icon: str
    make: Callable[[Shell], Page]
    amber: bool = False
    whose: Callable[[str], bool] | None = None
    also: bool = False
    drafts: str = ""
    count: Callable[[Backend], int] | None = None

    def in_rail_of(self, rol: str) -> bool:
        """Whether somebody with this role finds it in the rail."""
        return self.whose is None or self.whose(rol)
