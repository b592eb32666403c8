"""The window as its pages know it: what a page, the palette or a form may ask (`Shell`).

Asks are handed on to the page of the work at a werkgever, or open what floats above the page. Building,
layout and the stand of the laptop are in `main_window.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.models import rights
from desktop.models.queries.day_rows import Treffer
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views import pages, texts_shell, texts_sync
from desktop.views.lock.lock import Lock
from desktop.views.messages import Messages
from desktop.views.operations import Operations
from desktop.views.own_settings import OwnSettings
from desktop.views.page_stack import PageStack
from desktop.views.rail import Rail
from desktop.views.shell import STOP, Deed, EmployersWork, Page
from desktop.views.sync_driver import SyncDriver
from desktop.views.undo import Undo
from desktop.views.widgets.banner import Toast
from desktop.views.window_commands import WindowCommand, WindowCommands

if TYPE_CHECKING:
    from desktop.views.afstemming.page import ReconcilePage
    from desktop.views.deze_laptop.page import LaptopPage
    from desktop.views.kandidaten.page import CandidatesPage
    from desktop.views.palette.reading import Ready
    from desktop.views.plaatsingen.page import PlacementsPage
    from desktop.views.subject.page import SubjectPage
    from desktop.views.werkgevers.actions import EmployerActions
    from desktop.views.werkgevers.page import EmployersPage


class ShellWindow(QMainWindow):
    """The parts that it needs are made by `MainWindow`."""

    stack: PageStack
    rail: Rail
    toast: Toast
    locking: Lock
    _commands: WindowCommands

    def __init__(
        self,
        operations: Operations,
        sync: SyncDriver,
        messages: Messages,
        undo: Undo,
        settings: OwnSettings,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self.operations, self.backend = operations, operations.backend
        self.sync, self.messages, self.undo = sync, messages, undo
        self.settings, self.new_id = settings, new_id
        self.kinds = pages.for_role(self.backend.rol)
        self.has_practice = self.goes_to_practice = False
        self._stop: Callable[[], None] | None = None
        self._came_from = self._form_at = ""

    # -- pages ---------------------------------------------------------------------------------------
    def show_page(self, key: str) -> None:
        self._came_from = ""
        self.stack.show_page(key)
        self.rail.set_current(key)

    def current_page(self) -> Page:
        return self.stack.current

    def go_back(self) -> None:
        self.current_page().go_back()

    def show_settings(self) -> None:
        self.show_page(pages.SETTINGS)

    def open_practice(self) -> None:
        """This window closes, with what was typed kept as drafts; the oefenomgeving opens in its place."""
        if not self.has_practice:
            self.messages.done(texts_shell.IN_PRACTICE)
            return
        self.goes_to_practice = True
        self.close()

    def search(self) -> None:
        """Ctrl+F: the search field of this page, or that of the list of werkgevers."""
        if not self.current_page().search():
            self.show_page(pages.EMPLOYERS)
            self.current_page().search()

    # -- work at a werkgever -------------------------------------------------------------------------
    def _work(self) -> EmployersWork:
        """The page of the work at a werkgever, in sight."""
        self.show_page(pages.EMPLOYERS)
        return cast("EmployersWork", self.stack.page(pages.EMPLOYERS))

    def _work_at(self, werkgever_id: str) -> EmployersWork:
        """With the dossier of this werkgever beside what opens."""
        work = self._work()
        if work.current_employer() != werkgever_id:
            work.open_employer(werkgever_id)
        return work

    def _coming_back(self, werkgever_id: str) -> EmployersWork:
        """When the form that opens now closes, the page that it was asked from is in sight again."""
        before = self.stack.current_key
        work = self._work_at(werkgever_id)
        self._come_back(work, pages.EMPLOYERS, before)
        return work

    def _come_back(self, page: EmployersWork | SubjectPage, key: str, before: str) -> None:
        self._came_from, self._form_at = before if before != key else "", key
        page.panel_gone.connect(self._panel_gone, Qt.ConnectionType.UniqueConnection)

    def _panel_gone(self) -> None:
        if self._came_from and self.stack.current_key == self._form_at:
            self.show_page(self._came_from)

    def open_employer(self, werkgever_id: str, tab: str | None = None) -> None:
        self._work().open_employer(werkgever_id, tab)

    def open_filter(self, keuze: object, naam: str = "") -> None:
        self._work().open_filter(keuze, naam)

    def log_visit(
        self, werkgever_id: str | None, kanaal: str = "bezoek", contactpersoon_id: str = ""
    ) -> None:
        def log(chosen: str) -> None:
            self._coming_back(chosen).log_visit(chosen, kanaal, contactpersoon_id)

        self._with_employer(werkgever_id, texts_shell.VISIT_WHERE, log)

    def call(self, werkgever_id: str | None, contactpersoon_id: str = "", link: str = "") -> None:
        def ring(chosen: str) -> None:
            self._work_at(chosen).call(chosen, contactpersoon_id, link)

        self._with_employer(werkgever_id, texts_shell.CALL_WHOM, ring)

    def make_action(self, werkgever_ids: Sequence[str]) -> None:
        def make(chosen: str) -> None:
            self._coming_back(chosen).make_action([chosen])

        if len(werkgever_ids) > 1:
            self._work().make_action(werkgever_ids)
        else:
            self._with_employer(next(iter(werkgever_ids), None), texts_shell.ACTION_WHERE, make)

    def new_employer(self, naam: str = "") -> None:
        self._work().new_employer(naam)

    def new_vacancy(self, werkgever_id: str | None = None, contactmoment_id: str = "") -> None:
        if werkgever_id is None:
            self._subject(pages.VACANCIES).make_new("")
        else:
            self._coming_back(werkgever_id).new_vacancy(werkgever_id, contactmoment_id)

    def new_candidate(self) -> None:
        self._subject(pages.CANDIDATES).make_new("")

    def place(self, kandidaat_id: str, voordracht_id: str, vacature_id: str = "") -> None:
        page = self._subject(pages.PLACEMENTS)
        cast("PlacementsPage", page).place(kandidaat_id, voordracht_id, vacature_id)

    def finish_talk(self, plaatsing_id: str, nazorgactie_id: str) -> None:
        page = cast("PlacementsPage", self._returning(pages.PLACEMENTS))
        page.finish_talk(plaatsing_id, nazorgactie_id)

    def new_placement(self) -> None:
        self._subject(pages.PLACEMENTS).make_new("")

    def new_partner(self) -> None:
        self._subject(pages.PARTNERS).make_new("")

    def note_question(self, werkgever_id: str | None) -> None:
        """Werkgeversvraag vastleggen; without a werkgever it asks of which one first."""

        def note(chosen: str) -> None:
            self._coming_back(chosen).note_question(chosen)

        self._with_employer(werkgever_id, texts_shell.QUESTION_WHERE, note)

    # -- of a row that is chosen, or asked for -------------------------------------------------------
    def choose_talk(self) -> None:
        """Nazorg afronden: of the placement in sight, or of the one that is chosen now."""
        from desktop.views.palette import choices

        def finish(hit: Treffer) -> None:
            plaatsing_id, _, talk_id = hit.id.partition(" ")
            self.finish_talk(plaatsing_id, talk_id)

        self._do_or_pick("afronden", texts_shell.TALK_WHICH, choices.talks, finish)

    def choose_milestone(self) -> None:
        """Mijlpaal bevestigen: the first one that has passed and that nobody spoke of."""
        from desktop.views.palette import choices

        def confirm(hit: Treffer) -> None:
            page = self._returning(pages.PLACEMENTS)
            cast("PlacementsPage", page).confirm_next(hit.id)

        self._do_or_pick("", texts_shell.CONFIRM_WHERE, choices.open_milestones, confirm)

    def choose_candidate(self) -> None:
        """Voordracht doen: of the candidate in sight, or of the one that is chosen now."""
        from desktop.views.palette import choices

        def forward(hit: Treffer) -> None:
            page = self._returning(pages.CANDIDATES)
            cast("CandidatesPage", page).put_forward(hit.id)

        self._do_or_pick("draag_voor", texts_shell.PUT_FORWARD_WHOM, choices.candidates, forward)

    def _do_or_pick(self, deed: str, question: str, ready: Ready, then: Callable[[Treffer], None]) -> None:
        from desktop.views.palette import pick_one

        here = next((one for one in self.doable() if deed and one.key == deed), None)
        if here is not None:
            here.run()
        else:
            pick_one(self, question, ready, then)

    def _returning(self, key: str) -> SubjectPage:
        """A page of a subject; when the form that opens now closes one is back where it was asked."""
        before = self.stack.current_key
        page = self._subject(key)
        self._come_back(page, key, before)
        return page

    def report_signal(self, werkgever_id: str | None) -> None:
        def report(chosen: str) -> None:
            self._coming_back(chosen).report_signal(chosen)

        self._with_employer(werkgever_id, texts_shell.SIGNAL_WHERE, report)

    def answer_signal(self, row: SignaalRij) -> None:
        self._coming_back(row.werkgever_id).answer_signal(row)

    def open_row(self, page: str, row_id: str) -> None:
        self._subject(page).open_row(row_id)

    def _subject(self, key: str) -> SubjectPage:
        """A page of a subject, in sight."""
        self.show_page(key)
        return cast("SubjectPage", self.stack.page(key))

    def resume(self, draft: Concept) -> None:
        page = pages.of_draft(draft.soort)
        if page is not None:
            self.show_page(page.key)
            self.current_page().resume(draft)
            return
        about = str(draft.velden.get("werkgever_id") or "")
        work = self._coming_back(about) if about else self._work()
        work.resume(draft)

    def print_overview(self, werkgever_id: str | None, voor: str = "intern") -> None:
        """Without a werkgever: my portfolio, for who can have one."""
        from desktop.views.paper.orders import Overview
        from desktop.views.paper.paper import show_paper

        if werkgever_id is None and not rights.may_hold_regie(self.backend.rol):
            self.pick_employer(texts_shell.PRINT_WHICH, self.print_overview)
        else:
            mine = self.backend.medewerker_id if werkgever_id is None else None
            show_paper(self, Overview(werkgever_id, mine, voor))

    def _with_employer(self, werkgever_id: str | None, question: str, then: Callable[[str], None]) -> None:
        if werkgever_id is None:
            self.pick_employer(question, then)
        else:
            then(werkgever_id)

    # -- what floats above the page ------------------------------------------------------------------
    def pick_employer(self, question: str, then: Callable[[str], None]) -> None:
        from desktop.views.palette import pick_employer

        pick_employer(self, question, then)

    def open_palette(self) -> None:
        from desktop.views.palette import open_palette

        open_palette(self)

    def open_sheet(self) -> None:
        """All keys."""
        from desktop.views.instellingen.sheet import open_sheet

        open_sheet(self)

    def progress(self, words: str, stop: Callable[[], None] | None = None) -> None:
        """A toast about something else is left in peace."""
        if self.toast.isHidden() or self.toast.action_id == STOP:
            self._stop = stop
            self.toast.say(words, texts_sync.STOP if stop else None, STOP, stay=True)

    def open_laptop_page(self, part: str = "hier") -> None:
        """Op deze laptop, with one of its parts in sight."""
        self.show_page(pages.LAPTOP)
        self.this_laptop.show_part(part)

    def open_this_laptop(self) -> None:
        self.open_laptop_page()

    def open_waiting_page(self) -> None:
        self.open_laptop_page("wachtlijst")

    def open_log_page(self) -> None:
        self.open_laptop_page("logboek")

    def open_logs(self) -> None:
        """The folder with the logs, in the platform's own window."""
        self.operations.query(self.backend.logmap, self, self._open_folder)

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.messages.done(texts_shell.folder_is(folder))

    # -- what else a page may ask --------------------------------------------------------------------
    def as_window(self) -> QWidget:
        return self

    def commands(self) -> Sequence[WindowCommand]:
        return self._commands.all()

    def doable(self) -> Sequence[Deed]:
        return self.current_page().doable()

    def is_offline(self) -> bool:
        return self.sync.state.offline

    # -- the pages by name, for whoever drives the window from outside -------------------------------
    @property
    def employers(self) -> EmployersPage:
        return cast("EmployersPage", self.stack.page(pages.EMPLOYERS))

    @property
    def reconcile(self) -> ReconcilePage:
        return cast("ReconcilePage", self.stack.page(pages.RECONCILE))

    @property
    def this_laptop(self) -> LaptopPage:
        return cast("LaptopPage", self.stack.page(pages.LAPTOP))

    @property
    def actions_of_employers(self) -> EmployerActions:
        return self.employers.work
