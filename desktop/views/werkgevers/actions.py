"""What the buttons, links and keys of the screen Werkgevers do; opens the forms.

Apart from the page so that arranging and doing stay readable; talks to the laptop through the gateway only.
A form is imported when it is opened: the rows do not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.werkgever_rows import ContactpersoonRij
from desktop.views import pages, texts_sync
from desktop.views.acties.postpone import Postponing
from desktop.views.operations import Batch, Request
from desktop.views.paper.orders import Overview
from desktop.views.shell import Shell
from desktop.views.werkgevers import more_menu
from desktop.views.werkgevers import texts_header as words
from desktop.views.werkgevers.detail import DATA
from desktop.views.werkgevers.dossier_desk import DossierDesk
from desktop.views.werkgevers.entry_actions import EntryActions
from desktop.views.werkgevers.number_menu import NumberMenu, reachable
from desktop.views.werkgevers.overview_button import ALL

if TYPE_CHECKING:
    from desktop.views.werkgevers.contact_question import ContactQuestion
    from desktop.views.werkgevers.contact_start import ContactStart
    from desktop.views.werkgevers.employer_form import EmployerForm
    from desktop.views.werkgevers.page import EmployersPage
    from desktop.views.werkgevers.regie_actions import RegieActions
    from desktop.views.werkgevers.resuming import Resuming


class EmployerActions(QObject):
    """One per window; each method is a button or a key."""

    def __init__(self, shell: Shell, page: EmployersPage) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._operations, self._backend = shell.operations, shell.backend
        self.desk = DossierDesk(shell.operations, page)
        self.entries = EntryActions(shell, self.desk, page.detail.timeline)
        self._numbers: NumberMenu | None = None
        header, detail = page.detail.header, page.detail
        header.call.connect(self.call_someone)
        header.visit.connect(self.log_visit)
        header.regie.connect(self._regie)
        header.more.connect(self.more)
        header.banner.pressed.connect(self._banner_pressed)
        detail.ticked.connect(self.finish_action)
        detail.asked.connect(self.ask_for)
        detail.called.connect(self._called)
        detail.shown.connect(self._dossier_shown)
        self.entries.shows_fields.connect(self._show_fields)
        self.postponing = Postponing(shell, self)
        for column in (detail.side, detail.short):
            column.postponed.connect(self._postpone)
        page.wants_new.connect(self.new_employer)
        page.list.wants_overview.connect(self._print_many)

    @cached_property
    def contact(self) -> ContactStart:
        from desktop.views.werkgevers.contact_start import ContactStart

        return ContactStart(self._shell, self.desk, self)

    @cached_property
    def regie(self) -> RegieActions:
        from desktop.views.werkgevers.regie_actions import RegieActions

        return RegieActions(self._shell, self.desk, self)

    @cached_property
    def resuming(self) -> Resuming:
        from desktop.views.werkgevers.resuming import Resuming

        return Resuming(self._shell, self.desk, self._employer_form, self)

    def _dossier_shown(self) -> None:
        if self._page.detail.dossier is not None:
            self.entries.show_dossier(self._page.detail.dossier)

    def _show_fields(self) -> None:
        self._page.detail.show_tab(DATA)

    def _here(self) -> str:
        return self._page.detail.werkgever_id or ""

    # -- forms ---------------------------------------------------------------------------------------
    def log_visit(self, werkgever_id: str = "", kanaal: str = "bezoek", contactpersoon_id: str = "") -> None:
        """At this werkgever, or at the one on the screen."""
        about = werkgever_id or self._here()
        if about:
            self.contact.visit(about, kanaal, contactpersoon_id)

    def close_panel(self) -> bool:
        """Esc: closes the form and keeps its draft. False when there was none."""
        return self.desk.close()

    def save_panel(self) -> None:
        self.desk.save()

    def new_employer(self, name: str = "") -> None:
        from desktop.views.werkgevers import employer_form

        self.desk.open(employer_form.DRAFT, employer_form.DRAFT_ID, partial(self._employer_form, name))

    def new_vacancy(self, werkgever_id: str = "", contactmoment_id: str = "") -> None:
        """At this werkgever, or at the one on the screen; `contactmoment_id` says where it came up."""
        from desktop.views.vacatures import forms

        about = werkgever_id or self._here()
        make = partial(forms.NewVacancy, self._shell, about, contactmoment_id)
        self.desk.open(forms.NEW, about, make)

    def report_signal(self, werkgever_id: str = "", name: str = "") -> None:
        """About this werkgever, or about the one on the screen."""
        from desktop.views.signalen import forms

        about = werkgever_id or self._here()
        make = partial(forms.ReportSignal, self._shell, about, werkgever=name)
        self.desk.open(forms.REPORT, about, make)

    def note_question(self, werkgever_id: str) -> None:
        """Of this werkgever, whether or not its dossier is on the screen already."""
        read = partial(self._backend.dossier, werkgever_id)
        self._operations.query(read, self, self._note_question)

    def _note_question(self, dossier: Dossier) -> None:
        from desktop.views.werkgevers import work_facts
        from desktop.views.werkgevers.dossier_forms import asked

        opening = asked(self._shell, dossier, work_facts.ADD_QUESTION, "", self._page.detail.work)
        if opening is not None:
            self.desk.open(*opening)

    def answer_signal(self, row: SignaalRij) -> None:
        from desktop.views.signalen import forms

        self.desk.open(forms.ANSWER, row.id, partial(forms.AnswerSignal, self._shell, row))

    def _employer_form(self, name: str) -> EmployerForm:
        from desktop.views.werkgevers.employer_form import EmployerForm

        form = EmployerForm(self._shell, name)
        form.registered.connect(self._page.open_employer)
        form.opens.connect(self._open_existing)
        return form

    def _open_existing(self, werkgever_id: str) -> None:
        self.close_panel()
        self._page.open_employer(werkgever_id)

    def ask_for(self, key: str, about: str) -> None:
        """A link of a tab or an item of the menu: the form that it leads to."""
        dossier = self._page.detail.dossier
        if dossier is None:
            return
        from desktop.views.werkgevers import work_facts
        from desktop.views.werkgevers.dossier_forms import asked

        if key == work_facts.OPEN_VACANCY:
            self._shell.open_row(pages.VACANCIES, about)
            return
        opening = asked(self._shell, dossier, key, about, self._page.detail.work)
        if opening is not None:
            self.desk.open(*opening)

    # -- merging -------------------------------------------------------------------------------------
    def merge(self) -> None:
        if self._page.detail.dossier is not None:
            name = self._page.detail.dossier.werkgever.naam
            self._shell.pick_employer(words.merge_with(name), self._double_picked)

    def _double_picked(self, other: str) -> None:
        from desktop.views.werkgevers.forms.merge import ReadBoth

        here = self._here()
        if here and other != here:
            self._operations.query(ReadBoth(self._backend, here, other), self, self._open_merge)

    def _open_merge(self, both: tuple[Dossier, Dossier]) -> None:
        from desktop.views.werkgevers.forms.merge import MergeForm

        one, other = both
        self.desk.open("samenvoegen", one.werkgever.id, partial(MergeForm, self._shell, one, other))

    # -- regie, acties -------------------------------------------------------------------------------
    def _regie(self, key: str) -> None:
        if self._page.detail.dossier is not None:
            self.regie.do(key, self._page.detail.dossier)

    def ask_regie(self) -> None:
        self._regie("regie.neem")

    def finish_action(self, actie_id: str) -> None:
        self._operations.commands([Request("actie.rond_af", {"actie_id": actie_id})], self, self._action_done)

    def _postpone(self, actie_id: str, anchor: QWidget) -> None:
        dossier = self._page.detail.dossier
        acties_here = dossier.acties if dossier is not None else ()
        for actie in (row for row in acties_here if row.id == actie_id):
            self.postponing.ask(actie, anchor)

    def _action_done(self, batch: Batch) -> None:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
            self._page.detail.refresh()
        else:
            self._shell.undo.did(texts_sync.ACTION_DONE, batch.outcomes)

    def _banner_pressed(self, action_id: str) -> None:
        self._page.detail.header.banner.hide()

    # -- contact -------------------------------------------------------------------------------------
    def call(self, werkgever_id: str = "", contactpersoon_id: str = "", link: str = "") -> None:
        about = werkgever_id or self._here()
        if about:
            self.contact.call(about, contactpersoon_id, link)

    def call_someone(self) -> None:
        """*Bellen* in the header: the number that is known, or first whose."""
        dossier = self._page.detail.dossier
        people = reachable(dossier, self._backend.today()) if dossier is not None else ()
        if len(people) > 1:
            self._whom(people)
        elif people:
            self._called(people[0].id, f"tel:{people[0].telefoon}")
        else:
            self.call()

    def _whom(self, people: Sequence[ContactpersoonRij]) -> None:
        button = self._page.detail.header.call_button
        if self._numbers is not None:
            self._numbers.deleteLater()
        self._numbers = NumberMenu(people, button)
        self._numbers.picked.connect(self._called)
        self._numbers.open_below(button)

    def _called(self, contactpersoon_id: str, link: str) -> None:
        self._shell.call(self._here(), contactpersoon_id, link)

    @property
    def _question(self) -> ContactQuestion | None:
        return self.contact.question

    # -- more ----------------------------------------------------------------------------------------
    def more(self, key: str) -> None:
        """An item of the menu *Meer*."""
        dossier = self._page.detail.dossier
        if dossier is None:
            return
        plain: dict[str, Callable[[], None]] = {
            more_menu.COPY_KVK: self._copy_kvk,
            more_menu.APPROACH: self.call,
            more_menu.MERGE: self.merge,
            more_menu.ACTION: self._make_action,
            more_menu.VACANCY: self.new_vacancy,
            more_menu.PRINT: self.print_overview,
            more_menu.PRINT_EMPLOYER: self._print_for_employer,
        }
        if key in plain:
            plain[key]()
        else:
            self.ask_for(key, "")

    def _make_action(self) -> None:
        self._shell.make_action([self._here()])

    def make_action(self, werkgever_ids: Sequence[str]) -> None:
        """For one werkgever, or for all that were chosen."""
        from desktop.views.acties import form as acties

        about = werkgever_ids[0] if len(werkgever_ids) == 1 else acties.MANY
        self.desk.open(acties.DRAFT, about, partial(acties.ActionForm, self._shell, werkgever_ids))

    def _copy_kvk(self) -> None:
        dossier = self._page.detail.dossier
        if dossier is not None:
            QGuiApplication.clipboard().setText(dossier.werkgever.kvk_nummer or "")
            self._shell.messages.done(texts_sync.COPIED)

    def print_overview(self) -> None:
        self._print("intern")

    def _print_for_employer(self) -> None:
        self._print("werkgever")

    def _print(self, voor: str) -> None:
        if self._here():
            self._shell.print_overview(self._here(), voor)

    def _print_many(self, which: str) -> None:
        if which == ALL:
            from desktop.views.paper.paper import show_paper

            show_paper(self._shell, Overview())
        else:
            self._shell.print_overview(None)
