"""The fields of a contact, for 'Bezoek vastleggen' and for a correction. Two required, at most eight seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.medewerker_rows import CodeRij
from desktop.models.queries.werkgever_rows import ContactpersoonRij, WerkgeverKaart
from desktop.models.values import fold
from desktop.views import texts, texts_forms, theme
from desktop.views.backend import Backend
from desktop.views.forms.panel import Fields, FormKind, FormPanel
from desktop.views.shell import Shell
from desktop.views.werkgevers import personal_numbers, texts_visit
from desktop.views.werkgevers.person_fields import PersonFields
from desktop.views.werkgevers.visit_input import NOTE_LIMIT, VisitInput
from desktop.views.widgets.choices import Check, Segments
from desktop.views.widgets.fields import Choice, FormRow, NoteField
from desktop.views.widgets.labels import Label
from desktop.views.widgets.pick_popup import Pick
from desktop.views.widgets.token_picker import TokenPicker
from desktop.views.widgets.when_field import WhenField


class VisitFields(FormPanel):
    """What was said, when and with whom. A subclass may put more below the note with `add_middle`."""

    def __init__(self, shell: Shell, dossier: Dossier, kind: FormKind) -> None:
        super().__init__(shell, kind)
        self.dossier = dossier
        self._people = dossier.contactpersonen
        self._wanted_subject = ""
        self._pointed_out: set[str] = set()
        self._build()
        self._connect()
        self.operations.query(_Lists(self.backend), self, self.show_lists)

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.when = WhenField(
            texts_forms.WHEN, texts_forms.WHEN_HINT, texts_forms.OPEN_CALENDAR, self.backend.today
        )
        self.kind_of = Segments(texts_forms.KIND, tuple(texts.KINDS.items()))
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
        self.confidential = Check(texts_forms.CONFIDENTIAL)
        self.rows = {
            "wanneer": FormRow(texts_forms.WHEN, self.when),
            "kanaal": FormRow(texts_forms.KIND, self.kind_of, focus=self.kind_of),
            "personen": FormRow(texts_forms.SPOKEN_WITH, self.people, focus=self.people.edit),
            **{f"nieuw_{key}": row for key, row in self.person.rows.items()},
            "onderwerp": FormRow(texts_forms.SUBJECT, self.subject),
            "notitie": FormRow(texts_forms.NOTE, self.note, texts_forms.NO_CANDIDATES),
        }
        for part in (self.rows["wanneer"], self.rows["kanaal"], self.rows["personen"], self.person):
            self.fields.addWidget(part)
        for key in ("onderwerp", "notitie"):
            self.fields.addWidget(self.rows[key])
        self.add_middle()
        self._last = self._confidential_row()
        self.fields.addWidget(self._last)
        self.fields.addStretch(1)
        self._count_note()

    def add_middle(self) -> None:
        """More fields between the note and what is last."""

    def set_contact_shown(self, on: bool) -> None:
        """All that is about the contact itself."""
        for key in ("wanneer", "kanaal", "personen", "onderwerp", "notitie"):
            self.rows[key].setVisible(on)
        self.person.set_aside(not on)
        self._last.setVisible(on)

    def _confidential_row(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.confidential)
        hint = Label(texts_forms.CONFIDENTIAL_HINT, "bij", "tekst_2", wrap=True)
        hint.setContentsMargins(theme.active().px(28), 0, 0, 0)
        self.confidential.setAccessibleDescription(texts_forms.CONFIDENTIAL_HINT)
        column.addWidget(hint)
        return holder

    def _connect(self) -> None:
        self.when.textChanged.connect(self.note_edit)
        self.people.edit.textEdited.connect(self.note_edit)
        self.note.textChanged.connect(self._note_edited)
        self.kind_of.chosen.connect(self.note_edit)
        self.subject.currentIndexChanged.connect(self.note_edit)
        self.confidential.toggled.connect(self.note_edit)
        self.people.changed.connect(self.note_edit)
        self.people.wanted_new.connect(self.person.open_fields)
        self.person.changed.connect(self.note_edit)
        self.person.left.connect(self._left_person)
        self.when.left.connect(self._left_when)
        self.note.left.connect(self._left_note)

    def first_empty(self) -> QWidget:
        """Where the cursor goes when the panel opens."""
        if not self.when.text():
            return self.when
        return self.note if self.people.picks() else self.people.edit

    # -- the fields as data --------------------------------------------------------------------------
    def typed(self) -> VisitInput:
        return VisitInput(
            wanneer=self.when.text(),
            kanaal=self.kind_of.value(),
            personen=tuple(pick.id for pick in self.people.picks()),
            onderwerp=self.subject.value() or self._wanted_subject,
            notitie=self.note.toPlainText(),
            vertrouwelijk=self.confidential.isChecked(),
            nieuw=self.person.values(),
        )

    def as_plain(self) -> Fields:
        typed = self.typed()
        return {
            "wanneer": typed.wanneer,
            "kanaal": typed.kanaal,
            "personen": list(typed.personen),
            "onderwerp": typed.onderwerp,
            "notitie": typed.notitie,
            "vertrouwelijk": typed.vertrouwelijk,
            "nieuw": dict(typed.nieuw),
            "zoekt": self.people.text(),
        }

    def fill(self, kept: Mapping[str, object]) -> None:
        self.when.setText(str(kept.get("wanneer", "")))
        self.kind_of.set_value(str(kept.get("kanaal", "bezoek")))
        self.people.clear()
        wanted = kept.get("personen")
        self.pick_people(wanted if isinstance(wanted, list | tuple) else ())
        self.people.set_text(str(kept.get("zoekt", "")))
        self._wanted_subject = str(kept.get("onderwerp", ""))
        self.subject.set_value(self._wanted_subject)
        self.note.setPlainText(str(kept.get("notitie", "")))
        self.confidential.setChecked(kept.get("vertrouwelijk") is True)
        person_values = kept.get("nieuw")
        self.person.set_values(person_values if isinstance(person_values, dict) else {})

    def pick_people(self, ids: Sequence[object]) -> None:
        for person in self._people:
            if person.id in ids:
                self.people.add(_pick(person, self.today))

    def show_lists(self, found: Mapping[str, tuple[CodeRij, ...]]) -> None:
        self.filling = True
        self.subject.set_options(tuple((code.code, code.label) for code in found["onderwerp"]))
        if self.subject.findData(self._wanted_subject) >= 0:
            self.subject.set_value(self._wanted_subject)
            self._wanted_subject = ""  # one that ended is kept until another is chosen
        self.filling = False

    def _find_people(self, typed: str) -> Sequence[Pick]:
        """This werkgever's people first, then who worked here, last a new one."""
        hits = [person for person in self._people if fold(typed) in fold(person.naam)]
        hits.sort(key=lambda person: bool(person.tot and person.tot < self.today))
        picks = [_pick(person, self.today) for person in hits]
        return [*picks, Pick("", texts_forms.new_person(typed), new=True)] if typed else picks

    # -- checking ------------------------------------------------------------------------------------
    def _left_when(self) -> None:
        self.when.settle()
        self.check_field("wanneer")

    def _left_person(self, key: str) -> None:
        self.check_field(f"nieuw_{key}")

    def _left_note(self) -> None:
        self.check_field("notitie")
        self._point_out_numbers()

    def _note_edited(self) -> None:
        self._count_note()
        self.note_edit()

    def _count_note(self) -> None:
        used = len(self.note.toPlainText())
        token = "fout" if used > NOTE_LIMIT else "tekst_3"
        self.rows["notitie"].set_aside(texts_forms.characters(used, NOTE_LIMIT), token)

    def _point_out_numbers(self) -> bool:
        """True when there is a number that may be a BSN and that was not pointed out before."""
        found = personal_numbers.found_in(self.note.toPlainText())
        unknown = [number for number in found if number not in self._pointed_out]
        if not unknown or self.rows["notitie"].error:
            return False
        self._pointed_out.update(unknown)
        self.rows["notitie"].set_error(texts_visit.looks_like_bsn(unknown[0]))
        return True

    def before_sending(self) -> None:
        if self._point_out_numbers():
            self.hold_back()
            self.rows["notitie"].focus_field()
            self.show_in_sight(self.rows["notitie"])
        else:
            super().before_sending()


def where(card: WerkgeverKaart) -> str:
    return f"{card.naam}, {card.plaats}" if card.plaats else card.naam


def _pick(person: ContactpersoonRij, today: date) -> Pick:
    left = person.tot is not None and person.tot < today
    detail = texts_forms.worked_here(person.tot) if left and person.tot else person.functie or ""
    return Pick(person.id, person.naam, detail)


@dataclass(frozen=True, slots=True)
class _Lists:
    backend: Backend

    def __call__(self) -> Mapping[str, tuple[CodeRij, ...]]:
        return {name: self.backend.codes(name) for name in ("onderwerp", "afspraak_soort")}
