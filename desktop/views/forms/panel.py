"""What every form of a dossier does alike: keeps its draft and offers it back, checks, sends, says no.

A form opens empty or with what is known; a draft that was left behind is offered, never filled in unasked,
and what is typed while the offer stands costs neither of the two.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.models.errors import InputRefused
from desktop.models.outcome import Outcome
from desktop.models.queries.laptop_rows import Concept
from desktop.views import messages, shortcuts, texts_forms
from desktop.views.drafts import Draft
from desktop.views.forms import texts as words
from desktop.views.forms.offer import DraftOffer
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.work_panel import WorkPanel

EARLIER = "eerder"
Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class FormKind:
    """`draft` and `about` name the draft; `done` is the toast after saving."""

    title: str
    subtitle: str
    draft: str
    about: str
    done: str
    werkgever_id: str = ""
    save: str = words.SAVE


class FormPanel(WorkPanel):
    """`recorded(outcomes)` when all of it took, `closed` when the panel may go, `edited` after each change
    by a person. A subclass gives `as_plain`, `fill`, `errors`, `requests` and `first_empty`.
    """

    recorded = Signal(object)
    closed = Signal()
    edited = Signal()

    def __init__(self, shell: Shell, kind: FormKind) -> None:
        super().__init__(kind.title, kind.subtitle, kind.save, texts_forms.CLOSE, shortcuts.SAVE.shown)
        self.shell, self.kind = shell, kind
        self.operations, self.backend = shell.operations, shell.backend
        self.rows: dict[str, FormRow] = {}
        self.filling = False
        self._saving = False
        self._outcomes: tuple[Outcome, ...] = ()
        self._sending: list[str] = []
        self.took: set[str] = set()
        self._typed = self._wanted = False
        self._earlier: Concept | None = None
        shell.undo.taken.connect(self._taken_back)
        self.offer = DraftOffer()
        self.offer.taken.connect(self._take_draft)
        self.offer.thrown.connect(self._throw_draft)
        self.fields.addWidget(self.offer)

    def begin(self) -> None:
        """Called by the subclass when its fields are there."""
        self._draft = Draft(self.operations, self.kind.draft, self.kind.about, self._kept_fields, self)
        self._draft.found.connect(self._found)
        self._draft.kept.connect(self._kept)
        self._draft.failed.connect(self._not_kept)
        self._draft.done.connect(self.closed)
        self.edited.connect(self._touched)
        self.saving.connect(self.save)
        self.closing.connect(self.close_panel)
        self._draft.look()

    @property
    def today(self) -> date:
        """Asked each time: a form may stay open past midnight."""
        return self.backend.today()

    @property
    def werkgever_id(self) -> str:
        return self.kind.werkgever_id

    # -- what a form of its own gives ----------------------------------------------------------------
    @abstractmethod
    def as_plain(self) -> Fields:
        """What was typed, as plain data."""

    @abstractmethod
    def fill(self, kept: Mapping[str, object]) -> None:
        """Back from `as_plain`."""

    @abstractmethod
    def errors(self) -> dict[str, str]:
        """Field → sentence, for all that can be seen without the store."""

    @abstractmethod
    def requests(self) -> Sequence[Request]:
        """The commands in the order of sending; after `errors` found nothing."""

    @abstractmethod
    def first_empty(self) -> QWidget:
        """Where the cursor goes when the panel opens."""

    def done_words(self) -> str:
        return self.kind.done

    def field_of(self, name: str) -> str:
        """The field of the form for a field of a command."""
        return name

    # -- the draft -----------------------------------------------------------------------------------
    def _kept_fields(self) -> Fields:
        kept = self.as_plain() | {"werkgever_id": self.kind.werkgever_id, "titel": self.kind.title}
        if self._earlier is not None:
            kept[EARLIER] = self._earlier.velden | {"bewaard_op": self._earlier.bewaard_op.isoformat()}
        return kept

    def note_edit(self, *_: object) -> None:
        """For the signals of fields."""
        if not self.filling:
            self.edited.emit()

    def _touched(self) -> None:
        self._typed = True
        self._draft.touch()

    def take_draft(self) -> None:
        """The draft was asked for elsewhere: it is filled in as soon as it is read."""
        self._wanted = True

    def _found(self, concept: Concept) -> None:
        self._earlier = concept
        if self._wanted:
            self._take_draft()
            return
        self.offer.say(words.draft_found(concept.bewaard_op, self.today))

    def _take_draft(self) -> None:
        """What was typed meanwhile is offered in its place."""
        taken = self._earlier
        if taken is None:
            return
        now = Concept(self.kind.draft, self.kind.about, self.as_plain(), self.backend.now())
        self._earlier = now if self._typed else _earlier_of(taken)
        self.fill_with(taken.velden)
        if self._earlier is None:
            self.offer.hide()
        else:
            self.offer.say(words.draft_found(self._earlier.bewaard_op, self.today))
        self._typed = True
        self._draft.touch()
        self.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def _throw_draft(self) -> None:
        self._earlier = _earlier_of(self._earlier) if self._earlier else None
        if self._earlier is not None:
            self.offer.say(words.draft_found(self._earlier.bewaard_op, self.today))
        else:
            self.offer.hide()
        if self._typed or self._earlier is not None:
            self._draft.touch()
        else:
            self._draft.drop()
        self.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_with(self, kept: Mapping[str, object]) -> None:
        self.filling = True
        self.fill(kept)
        self.filling = False

    def _kept(self, at: datetime) -> None:
        self.set_saved(texts_forms.draft_saved(at, self.today))

    def _not_kept(self, error: Exception) -> None:
        message = messages.message_for(error)
        self.say_not_saved(texts_forms.DRAFT_NOT_SAVED, message.kind.value, message.text)

    def close_panel(self) -> None:
        """Keeps the draft; stays open when that fails. What is being sent closes by itself when it took."""
        if not self._draft.is_held:
            self._draft.leave()

    # -- checking and saving -------------------------------------------------------------------------
    def check_field(self, key: str) -> None:
        """On leaving a field: what is wrong with what stands in it."""
        self.rows[key].set_error(self.errors().get(key, ""))

    def save(self) -> None:
        """Checks, then sends what was not sent yet; what was typed stays until all of it took."""
        if self._saving:
            return
        errors = self.errors()
        self.show_errors(errors)
        if not errors:
            self._saving = True
            self.before_sending()

    def before_sending(self) -> None:
        """A form that changes something looks first whether somebody else did meanwhile."""
        self.send()

    def hold_back(self) -> None:
        """There is something to look at first."""
        self._saving = False

    def send(self) -> None:
        """What took before is not sent again; the draft goes in the same turn as the last command."""
        named = _by_name(self.requests())
        self._sending = [name for name in named if name not in self.took]
        left = [named[name] for name in self._sending]
        self.operations.commands(left, self, self._answered, when_all_took=self._draft.hold())

    def _answered(self, batch: Batch) -> None:
        self._saving = False
        self._outcomes += batch.outcomes
        self.took |= set(self._sending[: len(batch.outcomes)])
        if batch.error is None:
            self._draft.end()
            self._draft.drop()
            self.shell.undo.did(self.done_words(), self._outcomes)
            self.recorded.emit(self._outcomes)
            self.closed.emit()
        else:
            self.keep_part()
            self._draft.go_on()
            self.say_refused(batch.error)

    def keep_part(self) -> None:
        """What took can be taken back, and is not asked for again."""
        self.shell.undo.did_in_part(self.kind.title, self._outcomes)
        self.show_rest()

    def show_rest(self) -> None:
        """A form of several commands shows only what is still to be recorded (`took`)."""

    def _taken_back(self, uuids: Sequence[str]) -> None:
        if {outcome.uuid for outcome in self._outcomes} & set(uuids):
            self._outcomes = ()
            self.took.clear()
            self.begin_anew()
            self.show_rest()

    def begin_anew(self) -> None:
        """What took was taken back: what is sent now is something new, with ids of its own."""

    def say_refused(self, error: Exception) -> None:
        """What the core said no to: at its fields, or in the bar."""
        if isinstance(error, InputRefused):
            self.show_errors(self.refused(error))
        else:
            message = messages.message_for(error)
            self.banner.say(message.kind.value, message.text)
            self.show_in_sight(self.banner)

    def refused(self, error: InputRefused) -> dict[str, str]:
        """A refusal per field of a command as sentences per field of the form."""
        return {
            self.field_of(name): wording.sentence(reason.code, reason.parameters)
            for name, reason in error.fields.items()
        }

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Each at its field; focus goes to the first. What has no field stands in the bar."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        rest = [sentence for key, sentence in errors.items() if key not in self.rows]
        if rest:
            self.banner.say("letop", rest[0])
            self.show_in_sight(self.banner)
        first = next((row for key, row in self.rows.items() if key in errors), None)
        if first is not None:
            first.focus_field()
            self.show_in_sight(first)


def _by_name(requests: Sequence[Request]) -> dict[str, Request]:
    """Each by the id that its form gave it, so that what took is known again after other changes."""
    return {f"{one.naam} {one.argumenten.get('id') or number}": one for number, one in enumerate(requests)}


def _earlier_of(concept: Concept) -> Concept | None:
    """A draft may hold one that was offered and not yet chosen when it was kept."""
    inner = concept.velden.get(EARLIER)
    if not isinstance(inner, dict):
        return None
    try:
        at = datetime.fromisoformat(str(inner.get("bewaard_op")))
    except ValueError:
        return None
    return Concept(concept.soort, concept.onderwerp_id, inner, at)
