"""What is done in Vandaag: ticking, postponing, answering, going on with drafts. Talks through the gateway.

What was finished stays in its place, struck through, until the day ends; what was put off until the page is
left. `changed` asks to show it. Arranging is the page's.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.outcome import Outcome
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Vandaag
from desktop.models.queries.instrument_rows import InstrumentTaakRij
from desktop.models.queries.kandidaat_rows import KandidaatOverdrachtRij
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views import pages
from desktop.views.acties.postpone import Postponed, Postponing
from desktop.views.drafts import DropDraft, KeepDraft
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.vandaag import asks, texts
from desktop.views.vandaag.answer_card import AnswerCard
from desktop.views.vandaag.asks import Ask
from desktop.views.vandaag.care import Care
from desktop.views.vandaag.day_items import Kept
from desktop.views.vandaag.lines import Line
from desktop.views.widgets.banner import announce
from desktop.views.widgets.layer import open_popover

WORK = "werk"
"""The tab of a dossier where signalen stand."""


class _Run(QObject):
    """One command under way: what it was about goes with it, so that answers find their row."""

    took = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, shell: Shell, about: object, request: Request, owner: QObject) -> None:
        super().__init__(owner)
        self._about = about
        shell.operations.commands([request], self, self._answered, initiator=owner)

    def _answered(self, batch: Batch) -> None:
        if batch.error is not None:
            self.refused.emit(self._about, batch.error)
        else:
            self.took.emit(self._about, batch.outcomes[0])
        self.deleteLater()


class DayDeeds(QObject):
    """`changed()` when rows look otherwise now; `popover(bool)` while one about the current row is open."""

    changed = Signal()
    popover = Signal(bool)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self.kept: dict[str, Kept] = {}
        self.answered: dict[str, Ask] = {}
        self.gone: dict[str, Concept] = {}
        self._tasks: set[str] = set()
        self.card: AnswerCard | None = None
        self._today = shell.operations.backend.today()
        self.postponing = Postponing(shell, self)
        self.postponing.sent.connect(self._postponed)
        self.postponing.took.connect(self._postpone_took)
        self.postponing.refused.connect(self._postpone_refused)
        self.postponing.closed.connect(self._popover_closed)
        self._section = ""

    def forget(self) -> None:
        """The page is left: what was done is done."""
        self.kept = {key: one for key, one in self.kept.items() if not one.answered}
        self.answered.clear()
        self.gone.clear()

    def compare(self, day: Vandaag, care: Care) -> None:
        """What the laptop says again to be open, such as after Ongedaan maken, is no longer kept."""
        self._today = day.dag
        rows = {row.id: row for row in (*day.te_laat, *day.vandaag, *day.deze_week, *day.zonder_datum)}
        for key, one in list(self.kept.items()):
            row = rows.get(key)
            back = row is not None and (one.done or row.deadline == one.row.deadline)
            if one.answered and back:
                del self.kept[key]
        open_keys = {row.id for row in day.verzoeken}
        open_keys |= {row.id for row in day.overdrachten if row.status == "voorgesteld" and not row.wacht}
        open_keys |= {row.id for row in care.overdrachten if not row.wacht}
        for key in list(self.answered):
            if key in open_keys and self.answered[key].note not in _UNDER_WAY:
                del self.answered[key]

    # -- acties --------------------------------------------------------------------------------------
    def tick(self, line: Line) -> None:
        """Done; ticking again what was just done takes it back."""
        if line.struck and line.uuid and line.key not in self.kept:
            self._take_back(line)
        elif isinstance(line.row, NazorgRij):
            self._shell.finish_talk(line.row.plaatsing_id, line.key)
        elif isinstance(line.row, InstrumentTaakRij):
            self._task_done(line.key)
        if line.actie is None or (line.struck and line.key not in self.kept):
            return
        kept = self.kept.get(line.key)
        if kept is None:
            self._finish(line.actie, line.section)
        elif kept.done and kept.answered:
            self._reopen(kept)

    def _take_back(self, line: Line) -> None:
        """Finished earlier today, perhaps on another page."""
        run = _Run(self._shell, line.key, Request("ongedaan.maak", {"opdracht_uuid": line.uuid}), self)
        run.took.connect(self._taken_back)
        run.refused.connect(self._not_reopened)

    def _taken_back(self, key: str, outcome: Outcome) -> None:
        self._shell.messages.done(texts.REOPEN)

    def _task_done(self, taak_id: str) -> None:
        """Administration of an instrument; Ongedaan maken puts it back."""
        if taak_id in self._tasks:
            return
        self._tasks.add(taak_id)
        run = _Run(self._shell, taak_id, Request("instrument.rond_taak_af", {"taak_id": taak_id}), self)
        run.took.connect(self._task_took)
        run.refused.connect(self._task_refused)

    def _task_took(self, taak_id: str, outcome: Outcome) -> None:
        self._tasks.discard(taak_id)
        self._shell.undo.did(texts.TASK_DONE, [outcome])

    def _task_refused(self, taak_id: str, error: Exception) -> None:
        self._tasks.discard(taak_id)
        self._shell.messages.failed(error)

    def finish(self, actie: ActieRij) -> None:
        """A visit of the agenda; one that is being finished already is left alone."""
        if actie.id not in self.kept:
            self._finish(actie, "agenda")

    def _finish(self, actie: ActieRij, section: str) -> None:
        self.kept[actie.id] = Kept(actie, section, texts.DONE, done=True)
        self.changed.emit()
        request = Request("actie.rond_af", {"actie_id": actie.id})
        run = _Run(self._shell, actie, request, self)
        run.took.connect(self._finished)
        run.refused.connect(self._not_finished)

    def _finished(self, actie: ActieRij, outcome: Outcome) -> None:
        if actie.id in self.kept:
            self.kept[actie.id] = replace(self.kept[actie.id], answered=True, uuid=outcome.uuid)
        self._shell.undo.did(texts.ACTION_DONE, [outcome])

    def _not_finished(self, actie: ActieRij, error: Exception) -> None:
        self.kept.pop(actie.id, None)
        self.changed.emit()
        self._shell.messages.failed(error)

    def _reopen(self, kept: Kept) -> None:
        request = Request("ongedaan.maak", {"opdracht_uuid": kept.uuid})
        run = _Run(self._shell, kept.row, request, self)
        run.took.connect(self._reopened)
        run.refused.connect(self._not_reopened)

    def _reopened(self, actie: ActieRij, outcome: Outcome) -> None:
        self.kept.pop(actie.id, None)
        self._shell.messages.done(texts.REOPEN)
        self.changed.emit()

    def _not_reopened(self, actie: ActieRij, error: Exception) -> None:
        self._shell.messages.failed(error)

    def postpone(self, line: Line, anchor: QWidget) -> None:
        """Opens the popover at this row."""
        if isinstance(line.row, NazorgRij):
            self.popover.emit(True)
            self.postponing.ask(line.row, anchor)
        elif line.actie is not None and line.key not in self.kept:
            self._section = line.section
            self.popover.emit(True)
            self.postponing.ask(line.actie, anchor)

    def _postponed(self, what: Postponed) -> None:
        if isinstance(what.row, NazorgRij):
            return
        words = texts.moved_to(what.day, self._today)
        self.kept[what.row.id] = Kept(what.row, self._section, words, done=False)
        self.changed.emit()

    def _postpone_took(self, what: Postponed, outcome: Outcome) -> None:
        if what.row.id in self.kept:
            self.kept[what.row.id] = replace(self.kept[what.row.id], answered=True, uuid=outcome.uuid)

    def _postpone_refused(self, what: Postponed) -> None:
        self.kept.pop(what.row.id, None)
        self.changed.emit()

    def _popover_closed(self) -> None:
        self.popover.emit(False)

    # -- answers -------------------------------------------------------------------------------------
    def pressed(self, ask: Ask, code: str, anchor: QWidget) -> None:
        """A button of a row."""
        deeds = {
            asks.LOOK: self._look,
            asks.ACCEPT: self._accept,
            asks.ANSWER: self._answer_signal,
            asks.QUESTIONS: self._questions,
            asks.GO_ON: self._go_on,
            asks.THROW_AWAY: self._throw_away,
            asks.PUT_BACK: self._put_back,
        }
        if code in deeds:
            deeds[code](ask)
        else:
            self._ask_word(ask, code, anchor)

    def _answer_signal(self, ask: Ask) -> None:
        if isinstance(ask.subject, SignaalRij):
            self._shell.answer_signal(ask.subject)

    def _look(self, ask: Ask) -> None:
        if isinstance(ask.subject, KandidaatOverdrachtRij):
            self._shell.show_page(pages.CANDIDATES)
        elif isinstance(ask.subject, SignaalRij):
            self._shell.open_employer(ask.subject.werkgever_id, WORK)
        else:
            self._look_at_employer(ask)

    def _look_at_employer(self, ask: Ask) -> None:
        werkgever_id = getattr(ask.subject, "werkgever_id", "")
        if werkgever_id:
            self._shell.open_employer(werkgever_id)

    def _questions(self, ask: Ask) -> None:
        self._shell.show_page("afstemming")

    def _ask_word(self, ask: Ask, code: str, anchor: QWidget) -> None:
        if code == asks.REFUSE:
            title = texts.refuse_title(getattr(ask.subject, "werkgever", ""))
            self.card = AnswerCard(title, texts.SEND_REFUSAL, anchor, required=True)
        else:
            agree = code == asks.AGREE
            send = texts.SEND_AGREE if agree else texts.SEND_RATHER_NOT
            self.card = AnswerCard(texts.answer_title(agree, ask.who), send, anchor)
        self._word_about = (ask, code)
        self.card.sent.connect(self._word_given)
        layer = open_popover(self._shell.as_window(), self.card)
        layer.closed.connect(self._popover_closed)

    def _word_given(self) -> None:
        ask, code = self._word_about
        words = self.card.words if self.card is not None else ""
        self.card = None
        if code == asks.REFUSE:
            arguments: dict[str, object] = {"overdracht_id": ask.key, "reden": words}
            self._answer(ask, Request("regie.weiger_overdracht", arguments), texts.YOU_REFUSED)
            return
        agree = code == asks.AGREE
        arguments = {"contactverzoek_id": ask.key, "akkoord": agree}
        if words:
            arguments["toelichting"] = words
        note = texts.YOU_AGREED if agree else texts.YOU_RATHER_NOT
        self._answer(ask, Request("contactverzoek.beantwoord", arguments), note)

    def _accept(self, ask: Ask) -> None:
        of_candidate = isinstance(ask.subject, KandidaatOverdrachtRij)
        name = "kandidaat.aanvaard_overdracht" if of_candidate else "regie.aanvaard_overdracht"
        request = Request(name, {"overdracht_id": ask.key})
        self._answer(ask, request, texts.YOU_ACCEPTED)

    def _answer(self, ask: Ask, request: Request, note: str) -> None:
        buttons = ((asks.LOOK, texts.LOOK),)
        self.answered[ask.key] = replace(ask, buttons=buttons, note=note)
        self.changed.emit()
        run = _Run(self._shell, ask, request, self)
        run.took.connect(self._answer_took)
        run.refused.connect(self._answer_refused)

    def _answer_took(self, ask: Ask, outcome: Outcome) -> None:
        note = self.answered[ask.key].note if ask.key in self.answered else ""
        self._shell.undo.did(_DONE_WORDS.get(note, texts.ANSWER_SENT), [outcome])

    def _answer_refused(self, ask: Ask, error: Exception) -> None:
        self.answered.pop(ask.key, None)
        self.changed.emit()
        self._shell.messages.failed(error)

    # -- drafts --------------------------------------------------------------------------------------
    def _go_on(self, ask: Ask) -> None:
        if isinstance(ask.subject, Concept):
            self._shell.resume(ask.subject)

    def _throw_away(self, ask: Ask) -> None:
        draft = ask.subject
        if isinstance(draft, Concept):
            self.gone[ask.key] = draft
            call = DropDraft(self._shell.operations.backend, draft.soort, draft.onderwerp_id)
            self._shell.operations.write(call, self, self._draft_done)
            announce(self._page, texts.THROWN_AWAY)

    def _put_back(self, ask: Ask) -> None:
        draft = ask.subject
        if isinstance(draft, Concept):
            self.gone.pop(ask.key, None)
            call = KeepDraft(self._shell.operations.backend, draft.soort, draft.onderwerp_id, draft.velden)
            self._shell.operations.write(call, self, self._draft_done)

    def _draft_done(self, _: object) -> None:
        self.changed.emit()


_UNDER_WAY = (texts.YOU_ACCEPTED, texts.YOU_REFUSED)
_DONE_WORDS = {texts.YOU_ACCEPTED: texts.TRANSFER_ACCEPTED, texts.YOU_REFUSED: texts.TRANSFER_REFUSED}
