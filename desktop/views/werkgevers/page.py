"""The screen Werkgevers: puts list, detail and work panel beside each other or one at a time.

What the buttons do is in `actions.py`; this module only arranges and keeps the focus where it belongs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import texts
from desktop.views.layout import Room
from desktop.views.operations import concerns
from desktop.views.palette.recents import Recents
from desktop.views.shell import Deed, EmployersWork, Shell, Way
from desktop.views.start.empty_region import EmptyRegion
from desktop.views.subject.arrangement import Arrangement
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.actions import EmployerActions
from desktop.views.werkgevers.detail import Detail
from desktop.views.werkgevers.list_pane import ListPane
from desktop.views.werkgevers.more_menu import items_for
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.fitting import Scrolling
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.work_panel import WorkPanel


class EmployersPage(EmployersWork):
    """`wants_new(text)` for a new one; `arranged()` when its parts were placed anew."""

    wants_new = Signal(str)
    arranged = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        operations = shell.operations
        self._shell = shell
        self._virgin = False  # no werkgever on this laptop yet
        self.list = ListPane(shell)
        self.detail = Detail(operations)
        self._build()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.wants_new.connect(self.wants_new)
        self.list.loaded.connect(self._loaded)
        self.list.gathered.connect(self._gathered)
        self.list.arranged.connect(self._list_arranged)
        self.detail.shown.connect(self._dossier_shown)
        self.detail.lost.connect(self._dossier_lost)
        self.detail.shown.connect(Recents(operations, self, self._shown_here).shown)
        self.detail.header.back.connect(self.go_back)
        self.detail.header.step.connect(self.step)
        operations.changed.connect(self._on_changed)
        self.work = EmployerActions(shell, self)

    def _shown_here(self) -> tuple[str, str] | None:
        here = self.current_employer()
        return ("werkgever", here) if here else None

    def _build(self) -> None:
        self._right = Surface("vlak_inhoud")
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self._nothing_chosen())
        self._stack.addWidget(self.detail)
        self._stack.addWidget(self._first_start())
        self._several = EmptyState(" ", words.CHOSEN_TEXT)
        self._stack.addWidget(self._several)
        self.arrangement = Arrangement(self.list, self._right, self.detail.timeline)
        self.arrangement.arranged.connect(self._arranged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.arrangement)

    def _nothing_chosen(self) -> QWidget:
        return EmptyState(texts.CHOOSE_ONE_TITLE, texts.CHOOSE_ONE_TEXT)

    def _first_start(self) -> QWidget:
        self._region = EmptyRegion(self._shell.sync)
        self._region.wants_new.connect(self.wants_new)
        return Scrolling(self._region)

    # -- what is shown -------------------------------------------------------------------------------
    def _chosen(self, werkgever_id: str) -> None:
        if werkgever_id:
            self.detail.open(werkgever_id)

    def _gathered(self, count: int) -> None:
        """Several werkgevers are chosen: the detail says how many, until it is one again."""
        if count:
            self._several.title.setText(words.employers_chosen(count))
        self._stack.setCurrentIndex(3 if count else 1 if self.detail.werkgever_id else 0)

    def _opened(self, werkgever_id: str) -> None:
        if not self.arrangement.list_beside:
            self.arrangement.show_page()
            self.detail.timeline.setFocus()

    def _loaded(self, total: int) -> None:
        if self.detail.dossier is None:
            virgin = total == 0 and self.list.is_unfiltered()
            self._stack.setCurrentIndex(2 if virgin else 0)
            here = self._list_has_focus()
            if virgin != self._virgin:
                # An empty list has nothing to press: the way to fill it has.
                self._virgin = self.arrangement.only_page = virgin
                self.arrangement.arrange()
            if virgin and here:
                self._region.fetch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_has_focus(self) -> bool:
        """Also when what had it went, and nothing has."""
        focused = self.window().focusWidget()
        return self.isVisible() and (focused is None or self.list.isAncestorOf(focused))

    def _dossier_shown(self) -> None:
        self._stack.setCurrentIndex(3 if self.list.choosing.count > 1 else 1)
        # Who comes here with a screen reader hears first whose werkgever this is.
        self._right.setAccessibleName(self.detail.header.spoken)
        self._show_way_back()

    def _dossier_lost(self) -> None:
        self.list.choosing.mark(self.detail.werkgever_id or "")
        self.list.view.viewport().update()

    def open_employer(self, werkgever_id: str, tab: str | None = None) -> None:
        """From elsewhere: a conflict, a duplicate, a new one."""
        self.list.select(werkgever_id)
        if tab is not None:
            self.detail.show_tab(tab)
        self.arrangement.show_page()
        if not self.arrangement.list_beside and self.panel is None:
            self.detail.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_filter(self, keuze: object, naam: str = "") -> None:
        """A kept list or another filter, with its name above the rows."""
        assert isinstance(keuze, WerkgeverFilter)
        self.arrangement.show_list()
        self.list.show_filter(keuze, naam)
        self.list.focus_rows()

    def go_back(self) -> bool:
        """From detail to list in one-page mode."""
        back = self.arrangement.show_list()
        if back:
            self.list.focus_rows()
        return back

    def step(self, by: int) -> None:
        self.list.step(by)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(
            changes,
            "werkgever",
            "regie",
            "contactmoment",
            "contactnotitie",
            "contactpersoon",
            "actie",
            "afspraak",
            "vestiging",
            "veldwijziging",
            "overdracht",
            "waarneming",
            "reservering",
            "opdracht",
            "vacature",
            "vacature_overdracht",
            "voordracht",
            "plaatsing",
            "werkgeversvraag",
            "nazorgactie",
        ):
            self.detail.refresh(by_others=initiator is self._shell.sync)

    # -- panel ---------------------------------------------------------------------------------------
    @property
    def panel(self) -> WorkPanel | None:
        return self.arrangement.panel

    def open_panel(self, panel: WorkPanel) -> None:
        """Shows a form beside the dossier, or in its place; focus goes to its first empty field."""
        self.arrangement.open_panel(panel)

    def drop_panel(self) -> None:
        """Takes the panel away and gives the focus back to what opened it."""
        self.arrangement.drop_panel()

    # -- what the shell asks -------------------------------------------------------------------------
    def enter(self) -> None:
        first = self._region.fetch if self._virgin else self.list.view
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def way(self) -> Way | None:
        if self.arrangement.list_beside or not self.arrangement.page_shown:
            return None
        return Way(texts.EMPLOYERS, self.list.position())

    def search(self) -> bool:
        self.list.focus_search()
        return True

    def current_employer(self) -> str | None:
        return self.detail.werkgever_id

    def doable(self) -> Sequence[Deed]:
        """What stands behind *Meer* and is no command of the window already."""
        dossier = self.detail.dossier
        if dossier is None:
            return ()
        more, about = self.work.more, dossier.werkgever.naam
        return [
            Deed(item.key, item.words, about, item.icon, partial(more, item.key))
            for item in items_for(dossier, self._shell.backend.rol)
            if item.shortcut is None
        ]

    def postpone(self) -> bool:
        return any(column.postpone() for column in (self.detail.side, self.detail.short))

    def close_panel(self) -> bool:
        return self.work.close_panel()

    def save_panel(self) -> None:
        self.work.save_panel()

    def log_visit(self, werkgever_id: str, kanaal: str = "bezoek", contactpersoon_id: str = "") -> None:
        self.work.log_visit(werkgever_id, kanaal, contactpersoon_id)

    def call(self, werkgever_id: str, contactpersoon_id: str = "", link: str = "") -> None:
        self.work.call(werkgever_id, contactpersoon_id, link)

    def make_action(self, werkgever_ids: Sequence[str]) -> None:
        self.work.make_action(werkgever_ids)

    def new_employer(self, naam: str = "") -> None:
        self.work.new_employer(naam)

    def report_signal(self, werkgever_id: str) -> None:
        self.work.report_signal(werkgever_id)

    def note_question(self, werkgever_id: str) -> None:
        self.work.note_question(werkgever_id)

    def answer_signal(self, row: SignaalRij) -> None:
        self.work.answer_signal(row)

    def new_vacancy(self, werkgever_id: str, contactmoment_id: str = "") -> None:
        self.work.new_vacancy(werkgever_id, contactmoment_id)

    def resume(self, draft: Concept) -> None:
        self.work.resuming.resume(draft)

    def close_down(self) -> None:
        self.work.close_panel()

    # -- layout --------------------------------------------------------------------------------------
    def set_room(self, room: Room) -> None:
        self.arrangement.set_room(room)

    def _list_arranged(self) -> None:
        """As columns the list has the page to itself, and a werkgever opens as a page."""
        self.arrangement.set_wide(self.list.wide)

    def _arranged(self) -> None:
        placed = self.arrangement
        panel = placed.panel is not None
        self.detail.arrange(placed.with_side, placed.room.small, panel, placed.margin)
        self._show_way_back()
        self.arranged.emit()

    def left(self) -> Mapping[str, object]:
        return {"lijst": self.arrangement.widths()}

    def restore(self, left: Mapping[str, object]) -> None:
        self.arrangement.restore(left.get("lijst"))

    def _show_way_back(self) -> None:
        placed = self.arrangement
        # Beside *Menu* there is a line that shows it.
        self.detail.header.show_way_back(
            not placed.list_beside and not placed.room.small, self.list.position()
        )
        self.way_changed.emit()

    def panes(self) -> list[QWidget]:
        """For F6: list, detail, panel, those that are in sight."""
        return self.arrangement.panes()
