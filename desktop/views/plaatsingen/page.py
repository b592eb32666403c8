"""The screen Plaatsingen: what is pressed in it, and the forms that open beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.nazorg_rows import Nazorgvoorstel
from desktop.models.queries.plaatsing_rows import PlaatsingKaart
from desktop.models.rights import may_do
from desktop.models.rules.plaatsing import UNKNOWN
from desktop.views.backend import Backend
from desktop.views.forms.panel import FormPanel
from desktop.views.operations import Request
from desktop.views.plaatsingen import care_forms, care_tab, course, forms, reading, sheet, texts
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.subject import Placements
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage


@dataclass(frozen=True, slots=True)
class _Form:
    """`pick` finds what it is about, or it does not open; `make` takes shell, card and what was found."""

    draft: str
    pick: Callable[[Placement, str], object | None]
    make: Callable[..., FormPanel]


def _card(found: Placement, _about: str) -> object:
    return found.card


def _talk(found: Placement, about: str) -> object | None:
    return next((one for one in found.talks if one.id == about), None)


def _use(found: Placement, about: str) -> object | None:
    return next((one for one in found.used if one.id == about), None)


def _milestone(found: Placement, about: str) -> object | None:
    return next((one for one in found.card.mijlpalen if one.id == about), None)


def _still(found: Placement, about: str) -> object | None:
    return next((one.id for one in found.card.onderbrekingen if one.id == about), None)


def _whole(form: Callable[[Shell, PlaatsingKaart], FormPanel]) -> Callable[..., FormPanel]:
    """A form about the placement itself."""
    return lambda shell, card, _what: form(shell, card)


FORMS: Mapping[str, _Form] = {
    sheet.EDIT: _Form(forms.EDIT, _card, _whole(forms.EditPlacement)),
    sheet.END: _Form(forms.END, _card, _whole(forms.EndPlacement)),
    sheet.NEVER_BEGAN: _Form(forms.NEVER_BEGAN, _card, _whole(forms.NeverBegan)),
    sheet.ADD_TALK: _Form(care_forms.ADD, _card, _whole(care_forms.AddTalk)),
    sheet.USE: _Form(care_forms.USE, _card, _whole(care_forms.UseInstrument)),
    course.STILL: _Form(forms.STILL, _card, _whole(forms.ReportStill)),
    course.STILL_OVER: _Form(forms.STILL_OVER, _still, forms.EndStill),
    course.CONFIRM: _Form(forms.CONFIRM, _milestone, forms.ConfirmMilestone),
    course.FINISH: _Form(care_forms.FINISH, _talk, care_forms.FinishTalk),
    care_tab.ATTEMPT: _Form(care_forms.ATTEMPT, _talk, care_forms.attempt),
    care_tab.MOVE: _Form(care_forms.MOVE, _talk, care_forms.move),
    care_tab.DROP: _Form(care_forms.DROP, _talk, care_forms.drop),
    care_tab.CHANGE_USE: _Form(care_forms.CHANGE_USE, _use, care_forms.ChangeUse),
}
"""What is pressed → its form."""


class PlacementsPage(SubjectPage):
    """The list, and one placement beside it."""

    def __init__(self, shell: Shell) -> None:
        may_add = may_do(shell.backend.rol, "plaatsing.registreer")
        super().__init__(shell, Placements(shell.backend), may_add)

    def press(self, key: str, about: str) -> None:
        found = self.detail.found
        if not isinstance(found, Placement):
            return
        row = found.card.plaatsing
        if key == sheet.EMPLOYER:
            self.shell.open_employer(row.werkgever_id)
        elif key == sheet.SIGNAL:
            self._report(row.werkgever_id, row.id)
        elif key == sheet.PLAN:
            self._plan(found)
        elif key == sheet.FINISH:
            self._finish_next(found)
        elif key == care_tab.TASK_DONE:
            self.do(texts.TASK_GONE, Request("instrument.rond_taak_af", {"taak_id": about}))
        elif key in FORMS:
            self._open(found, key, about)

    def _open(self, found: Placement, key: str, about: str) -> None:
        form, own = FORMS[key], found.card.plaatsing.id
        what = form.pick(found, about)
        if what is not None:
            subject = own if about in ("", own) else f"{own} {about}"
            self.desk.open(form.draft, subject, partial(form.make, self.shell, found.card, what))

    def finish_talk(self, plaatsing_id: str, nazorgactie_id: str) -> None:
        """From elsewhere: the form for that talk, beside its placement."""
        self.open_row(plaatsing_id)
        read = ReadPlacement(self.shell.backend, plaatsing_id)
        self.shell.operations.query(read, self, partial(self._open_talk, nazorgactie_id))

    def confirm_next(self, plaatsing_id: str) -> None:
        """From elsewhere: the form for the first milestone that waits for somebody's word."""
        self.open_row(plaatsing_id)
        read = ReadPlacement(self.shell.backend, plaatsing_id)
        self.shell.operations.query(read, self, self._open_milestone)

    def _open_milestone(self, found: Placement) -> None:
        today = self.shell.backend.today()
        open_ones = (one for one in found.card.mijlpalen if one.uitkomst == UNKNOWN and one.datum <= today)
        first = next(open_ones, None)
        if first is not None:
            self._open(found, course.CONFIRM, first.id)

    def _open_talk(self, nazorgactie_id: str, found: Placement) -> None:
        self._open(found, course.FINISH, nazorgactie_id)

    def _finish_next(self, found: Placement) -> None:
        subject = self.subject
        assert isinstance(subject, Placements)
        talk = care_tab.next_mine(found, subject.reader)
        if talk is not None:
            self._open(found, course.FINISH, talk.id)

    def _report(self, werkgever_id: str, plaatsing_id: str) -> None:
        from desktop.views.signalen.forms import REPORT, ReportSignal

        make = partial(ReportSignal, self.shell, werkgever_id, plaatsing_id)
        self.desk.open(REPORT, plaatsing_id, make)

    def _plan(self, found: Placement) -> None:
        read = ReadProposal(self.shell.backend, found.card.plaatsing.id)
        self.shell.operations.query(read, self, partial(self._open_plan, found))

    def _open_plan(self, found: Placement, proposal: Nazorgvoorstel) -> None:
        make = partial(care_forms.PlanCare, self.shell, found.card, proposal)
        self.desk.open(care_forms.PLAN, found.card.plaatsing.id, make)

    def make_new(self, typed: str) -> None:
        self.desk.open(forms.NEW, forms.NOWHERE, self._new)

    def place(self, kandidaat_id: str, voordracht_id: str = "", vacature_id: str = "") -> None:
        """From elsewhere: a new one of this candidate."""
        make = partial(self._new, kandidaat_id, voordracht_id, vacature_id)
        self.desk.open(forms.NEW, voordracht_id or kandidaat_id, make)

    def _new(self, kandidaat_id: str = "", voordracht_id: str = "", vacature_id: str = "") -> FormPanel:
        form = forms.NewPlacement(self.shell, kandidaat_id, voordracht_id, vacature_id)
        form.recorded.connect(self.open_made)
        return form

    def resume(self, draft: Concept) -> None:
        """A draft of a form of this page, after a crash, a power cut or an update."""
        if draft.soort == forms.NEW:
            self.desk.resume(draft, self._new)
            return
        row_id, _, about = draft.onderwerp_id.partition(" ")
        self.open_row(row_id)
        if draft.soort == care_forms.PLAN:
            read_plan = ReadPlan(self.shell.backend, row_id)
            self.shell.operations.query(read_plan, self, partial(self._resume_plan, draft))
            return
        read = ReadPlacement(self.shell.backend, row_id)
        self.shell.operations.query(read, self, partial(self._resume_at, draft, about or row_id))

    def _resume_at(self, draft: Concept, about: str, found: Placement) -> None:
        for form in FORMS.values():
            what = form.pick(found, about) if draft.soort == form.draft else None
            if what is not None:
                self.desk.resume(draft, partial(form.make, self.shell, found.card, what))

    def _resume_plan(self, draft: Concept, read: tuple[Placement, Nazorgvoorstel]) -> None:
        found, proposal = read
        self.desk.resume(draft, partial(care_forms.PlanCare, self.shell, found.card, proposal))


@dataclass(frozen=True, slots=True)
class ReadPlacement:
    """One placement, on a reader."""

    backend: Backend
    plaatsing_id: str

    def __call__(self) -> Placement:
        return reading.read(self.backend, self.plaatsing_id)


@dataclass(frozen=True, slots=True)
class ReadProposal:
    """What the schedule proposes, on a reader."""

    backend: Backend
    plaatsing_id: str

    def __call__(self) -> Nazorgvoorstel:
        return self.backend.nazorgvoorstel(self.plaatsing_id)


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """Both, on a reader."""

    backend: Backend
    plaatsing_id: str

    def __call__(self) -> tuple[Placement, Nazorgvoorstel]:
        found = reading.read(self.backend, self.plaatsing_id)
        return found, self.backend.nazorgvoorstel(self.plaatsing_id)
