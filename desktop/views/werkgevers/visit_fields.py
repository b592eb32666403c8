"""The fields of 'Bezoek vastleggen': two required, at most eight in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.rows import CodeRij, ContactpersoonRij, WerkgeverKaart
from desktop.models.values import fold
from desktop.views import shortcuts, texts, texts_forms, theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.werkgevers import visit_input
from desktop.views.werkgevers.person_fields import PersonFields
from desktop.views.werkgevers.visit_input import Approach, VisitInput
from desktop.views.widgets.choices import Check, Segments
from desktop.views.widgets.fields import Choice, FormRow, NoteField, TextField
from desktop.views.widgets.labels import Label
from desktop.views.widgets.pick_popup import Pick
from desktop.views.widgets.token_picker import TokenPicker
from desktop.views.widgets.when_field import WhenField
from desktop.views.widgets.work_panel import WorkPanel

DRAFT = "bezoek"


class VisitFields(WorkPanel):
    """The fields, what is typed in them and their own checks. `edited` after each change by a person."""

    edited = Signal()

    def __init__(self, operations: Operations, dossier: Dossier, kanaal: str, approach: Approach) -> None:
        title = texts.LOG_CALL if kanaal == "telefoon" else texts.LOG_VISIT
        super().__init__(
            title, _where(dossier.werkgever), texts_forms.SAVE, texts_forms.CLOSE, shortcuts.SAVE.shown
        )
        self._operations, self._backend = operations, operations.backend
        self.werkgever_id = dossier.werkgever.id
        self._people = dossier.contactpersonen
        self._approach = approach
        self._today = self._backend.today()
        self._filling = False
        self._wanted_subject = ""
        self._build(kanaal)
        operations.query(_Subjects(self._backend), self, self._show_subjects)

    # -- building ------------------------------------------------------------------------------------
    def _build(self, kanaal: str) -> None:
        if self._approach.reden or self._approach.aanleiding:
            self.fields.addWidget(Label(self._approach_words(), "bij", "letop", wrap=True))
        self.when = WhenField(texts_forms.WHEN, texts_forms.WHEN_HINT, texts_forms.OPEN_CALENDAR, self._today)
        self.kind = Segments(texts_forms.KIND, tuple(texts.KINDS.items()))
        self.kind.set_value(kanaal)
        self.people = TokenPicker(
            texts_forms.SPOKEN_WITH,
            texts_forms.SOMEONE,
            texts_forms.SOMEONE_ELSE,
            self._find_people,
            texts_forms.remove_person,
        )
        self.person = PersonFields()
        self.subject = Choice(texts_forms.SUBJECT, texts_forms.CHOOSE_SUBJECT)
        self.note = NoteField(texts_forms.NOTE)
        self.follow_up = TextField(texts_forms.FOLLOW_UP)
        self.deadline = WhenField(
            texts_forms.DEADLINE, texts_forms.CHOOSE_DAY, texts_forms.OPEN_CALENDAR, self._today, ahead=True
        )
        self.confidential = Check(texts_forms.CONFIDENTIAL)
        self.rows = {
            "wanneer": FormRow(texts_forms.WHEN, self.when),
            "kanaal": FormRow(texts_forms.KIND, self.kind, focus=self.kind),
            "personen": FormRow(texts_forms.SPOKEN_WITH, self.people, focus=self.people.edit),
            "onderwerp": FormRow(texts_forms.SUBJECT, self.subject),
            "notitie": FormRow(texts_forms.NOTE, self.note, texts_forms.NO_CANDIDATES),
            "vervolg": FormRow(texts_forms.FOLLOW_UP, self.follow_up),
            "uiterlijk": FormRow(texts_forms.DEADLINE, self.deadline),
        } | {f"nieuw_{key}": row for key, row in self.person.rows.items()}
        for key in ("wanneer", "kanaal", "personen"):
            self.fields.addWidget(self.rows[key])
        self.fields.addWidget(self.person)
        for key in ("onderwerp", "notitie"):
            self.fields.addWidget(self.rows[key])
        self.fields.addLayout(self._follow_up_row())
        self.fields.addLayout(self._confidential_row())
        self.fields.addStretch(1)
        self._count_note()
        self._connect()

    def _follow_up_row(self) -> QVBoxLayout:
        """Two fields side by side; what is wrong with either stands below both, over the whole width."""
        pair = QVBoxLayout()
        pair.setSpacing(theme.active().px(5))
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(12))
        row.addWidget(self.rows["vervolg"], 7)
        row.addWidget(self.rows["uiterlijk"], 4)
        pair.addLayout(row)
        pair.addWidget(self.rows["vervolg"].move_below())
        pair.addWidget(self.rows["uiterlijk"].move_below())
        return pair

    def _confidential_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.confidential)
        hint = Label(texts_forms.CONFIDENTIAL_HINT, "bij", "tekst_2", wrap=True)
        hint.setContentsMargins(theme.active().px(28), 0, 0, 0)
        self.confidential.setAccessibleDescription(texts_forms.CONFIDENTIAL_HINT)
        column.addWidget(hint)
        return column

    def _connect(self) -> None:
        for field in (self.when, self.follow_up, self.deadline):
            field.textEdited.connect(self._edited)
        self.when.textChanged.connect(self._edited)
        self.deadline.textChanged.connect(self._edited)
        self.people.edit.textEdited.connect(self._edited)
        self.note.textChanged.connect(self._note_edited)
        self.kind.chosen.connect(self._edited)
        self.subject.currentIndexChanged.connect(self._edited)
        self.confidential.toggled.connect(self._edited)
        self.people.changed.connect(self._edited)
        self.people.wanted_new.connect(self.person.open_fields)
        self.person.changed.connect(self._edited)
        self.when.left.connect(self._left_when)
        self.deadline.left.connect(self._left_deadline)
        self.note.left.connect(self._left_note)

    def _approach_words(self) -> str:
        if self._approach.reden:
            return texts_forms.outside_with_reason(self._approach.reden)
        return texts_forms.OWN_CANDIDATE_MARK

    def first_empty(self) -> QWidget:
        """Where the cursor goes when the panel opens."""
        if not self.when.text():
            return self.when
        return self.note if self.people.picks() else self.people.edit

    # -- the fields as data --------------------------------------------------------------------------
    def typed(self) -> VisitInput:
        return VisitInput(
            self.when.text(),
            self.kind.value(),
            tuple(pick.id for pick in self.people.picks()),
            self.subject.value(),
            self.note.toPlainText(),
            self.follow_up.text(),
            self.deadline.text(),
            self.confidential.isChecked(),
            self.person.values(),
        )

    def as_plain(self) -> dict[str, object]:
        typed = self.typed()
        return {
            "wanneer": typed.wanneer,
            "kanaal": typed.kanaal,
            "personen": list(typed.personen),
            "onderwerp": typed.onderwerp,
            "notitie": typed.notitie,
            "vervolg": typed.vervolg,
            "uiterlijk": typed.uiterlijk,
            "vertrouwelijk": typed.vertrouwelijk,
            "nieuw": dict(typed.nieuw),
            "zoekt": self.people.text(),
        }

    def fill(self, kept: dict[str, object]) -> None:
        self._filling = True
        self.when.setText(str(kept.get("wanneer", "")))
        self.kind.set_value(str(kept.get("kanaal", "bezoek")))
        self.people.clear()
        wanted = kept.get("personen")
        for person in self._people:
            if isinstance(wanted, list) and person.id in wanted:
                self.people.add(_pick(person, self._today))
        self.people.set_text(str(kept.get("zoekt", "")))
        self._wanted_subject = str(kept.get("onderwerp", ""))
        self.subject.set_value(self._wanted_subject)
        self.note.setPlainText(str(kept.get("notitie", "")))
        self.follow_up.setText(str(kept.get("vervolg", "")))
        self.deadline.setText(str(kept.get("uiterlijk", "")))
        self.confidential.setChecked(kept.get("vertrouwelijk") is True)
        person_values = kept.get("nieuw")
        self.person.set_values(person_values if isinstance(person_values, dict) else {})
        self._filling = False

    def _show_subjects(self, codes: tuple[CodeRij, ...]) -> None:
        self._filling = True
        self.subject.set_options(tuple((code.code, code.label) for code in codes))
        if self._wanted_subject:
            self.subject.set_value(self._wanted_subject)
        self._filling = False

    def _find_people(self, typed: str) -> Sequence[Pick]:
        """This werkgever's people first, then who worked here, last a new one."""
        hits = [person for person in self._people if fold(typed) in fold(person.naam)]
        hits.sort(key=lambda person: bool(person.tot and person.tot < self._today))
        picks = [_pick(person, self._today) for person in hits]
        return [*picks, Pick("", texts_forms.new_person(typed), new=True)] if typed else picks

    def _edited(self, *_: object) -> None:
        if not self._filling:
            self.edited.emit()

    # -- checking
    def _left_when(self) -> None:
        self.when.settle()
        _, wrong = visit_input.read_day(self.when.text(), self._today, ahead=False)
        self.rows["wanneer"].set_error(wrong)

    def _left_deadline(self) -> None:
        self.rows["uiterlijk"].set_error(
            visit_input.read_day(self.deadline.text(), self._today, ahead=True)[1]
        )

    def _left_note(self) -> None:
        over = len(self.note.toPlainText()) - visit_input.NOTE_LIMIT
        self.rows["notitie"].set_error(texts_forms.too_many_characters(over) if over > 0 else "")

    def _note_edited(self) -> None:
        self._count_note()
        self._edited()

    def _count_note(self) -> None:
        used = len(self.note.toPlainText())
        token = "fout" if used > visit_input.NOTE_LIMIT else "tekst_3"
        self.rows["notitie"].set_aside(texts_forms.characters(used, visit_input.NOTE_LIMIT), token)

    def show_errors(self, errors: dict[str, str]) -> None:
        """Each at its field; focus goes to the first."""
        for key, row in self.rows.items():
            row.set_error(errors.get(key, ""))
        rest = [words for key, words in errors.items() if key not in self.rows]
        if rest:
            self.banner.say("letop", rest[0])
        first = next((row for key, row in self.rows.items() if key in errors), None)
        if first is not None:
            first.focus_field()
            self.show_in_sight(first)


def _where(card: WerkgeverKaart) -> str:
    return f"{card.naam}, {card.plaats}" if card.plaats else card.naam


def _pick(person: ContactpersoonRij, today: date) -> Pick:
    left = person.tot is not None and person.tot < today
    return Pick(
        person.id,
        person.naam,
        texts_forms.worked_here(person.tot) if left and person.tot else person.functie or "",
    )


@dataclass(frozen=True, slots=True)
class _Subjects:
    backend: Backend

    def __call__(self) -> tuple[CodeRij, ...]:
        return self.backend.codes("onderwerp")
