"""'Nieuwe werkgever' with the duplicate check over all werkgevers of the region while typing (R9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.errors import InputRefused
from desktop.models.fields import build
from desktop.models.queries.rows import Concept, MogelijkDubbel
from desktop.views import messages, shortcuts, texts, texts_forms, theme
from desktop.views.backend import Backend
from desktop.views.drafts import Draft
from desktop.views.operations import Batch, Operations, Request
from desktop.views.werkgevers.doubles import Doubles
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.work_panel import WorkPanel

DRAFT, DRAFT_ID = "werkgever", "nieuw"
_FIELDS = (
    ("naam", texts_forms.NAME),
    ("kvk_nummer", texts_forms.KVK),
    ("sector", texts_forms.SECTOR),
    ("werkzame_personen", texts_forms.STAFF),
    ("straat", texts_forms.STREET),
    ("huisnummer", texts_forms.HOUSE_NUMBER),
    ("postcode", texts_forms.POSTCODE),
    ("woonplaats", texts_forms.PLACE),
)
_NUMBERS = ("werkzame_personen", "huisnummer")


class EmployerForm(WorkPanel):
    """`recorded(id)` when the werkgever is in the store, `opens(id)` for one that exists already."""

    recorded = Signal(str)
    opens = Signal(str)
    closed = Signal()

    def __init__(self, operations: Operations, name: str, new_id: Callable[[], str]) -> None:
        super().__init__(
            texts.NEW_EMPLOYER,
            texts_forms.IN_REGION,
            texts_forms.REGISTER,
            texts_forms.CLOSE,
            shortcuts.SAVE.shown,
        )
        self._operations, self._backend = operations, operations.backend
        self._id = new_id()
        self._saving = False
        self._filling = False
        self._certain: MogelijkDubbel | None = None
        self._fields: dict[str, TextField] = {}
        self.rows: dict[str, FormRow] = {}
        for key, label in _FIELDS:
            self._fields[key] = TextField(label)
            self.rows[key] = FormRow(
                label, self._fields[key], texts_forms.KVK_HINT if key == "kvk_nummer" else ""
            )
            self._fields[key].textChanged.connect(self._edited)
            self._fields[key].left.connect(self._left)
        self._place_rows()
        self._draft = Draft(operations, DRAFT, DRAFT_ID, self.typed, self)
        self._draft.found.connect(self._resume)
        self._draft.kept.connect(self._kept)
        self._draft.failed.connect(self._not_kept)
        self._draft.done.connect(self.closed)
        self.saving.connect(self.save)
        self.closing.connect(self.close_panel)
        self.rows["kvk_nummer"].way_out.connect(self._open_certain)
        if name:
            key = "kvk_nummer" if name.replace(" ", "").isdigit() else "naam"
            self._fields[key].setText(name)
        else:
            self._draft.look()

    def _place_rows(self) -> None:
        self.fields.addWidget(self.rows["naam"])
        self.fields.addWidget(self.rows["kvk_nummer"])
        self._doubles = Doubles()
        self._doubles.opens.connect(self.opens)
        self.fields.addWidget(self._doubles)
        for left, right in (
            ("sector", "werkzame_personen"),
            ("straat", "huisnummer"),
            ("postcode", "woonplaats"),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.active().px(12))
            row.addWidget(self.rows[left], 1 if left == "postcode" else 2)
            row.addWidget(self.rows[right], 2 if left == "postcode" else 1)
            self.fields.addLayout(row)
        self.fields.addStretch(1)

    def first_empty(self) -> QWidget:
        return self._fields["kvk_nummer" if self._fields["naam"].text() else "naam"]

    def typed(self) -> dict[str, object]:
        return {key: field.text() for key, field in self._fields.items()}

    def set_field(self, key: str, words: str) -> None:
        self._fields[key].setText(words)

    # -- duplicate check -----------------------------------------------------------------------------
    def _edited(self, typed: str) -> None:
        if not self._filling:
            self._draft.touch()
        texts_now = {key: field.text().strip() for key, field in self._fields.items()}
        kvk = texts_now["kvk_nummer"].replace(" ", "")
        look = _Look(
            self._backend,
            texts_now["naam"],
            kvk if len(kvk) == 8 else None,
            texts_now["postcode"] or None,
            texts_now["woonplaats"] or None,
        )
        self._operations.query(look, self, self._show_doubles, self._no_doubles, channel="doubles")

    def _show_doubles(self, found: tuple[MogelijkDubbel, ...]) -> None:
        was_certain = self._certain is not None
        self._certain = next((double for double in found if double.zeker), None)
        self._doubles.show_doubles(tuple(double for double in found if not double.zeker)[:5])
        if self._certain is not None:
            self._show_certain(self._certain)
        elif was_certain:
            self.rows["kvk_nummer"].set_error("")

    def _show_certain(self, double: MogelijkDubbel) -> None:
        words = texts_forms.same_kvk(double.naam, double.regiehouder)
        name = texts.open_named(double.naam)
        self.rows["kvk_nummer"].set_error(words, texts_forms.OPEN_EMPLOYER, name)

    def _no_doubles(self, error: Exception) -> None:
        self._certain = None

    def _open_certain(self) -> None:
        if self._certain is not None:
            self.opens.emit(self._certain.werkgever_id)

    # -- draft ---------------------------------------------------------------------------------------
    def _resume(self, concept: Concept) -> None:
        if any(field.text() for field in self._fields.values()):
            return
        self._filling = True
        for key, field in self._fields.items():
            field.setText(str(concept.velden.get(key, "")))
        self._filling = False
        self.set_saved(texts_forms.draft_saved(concept.bewaard_op, self._backend.today()))

    def _kept(self, at: object) -> None:
        self.set_saved(texts_forms.draft_saved(at, self._backend.today()))  # type: ignore[arg-type]

    def _not_kept(self, error: Exception) -> None:
        message = messages.message_for(error)
        self.say_not_saved(texts_forms.DRAFT_NOT_SAVED, message.kind.value, message.text)

    def close_panel(self) -> None:
        """Keeps the draft; stays open when that fails."""
        self._draft.leave()

    # -- checking and saving -------------------------------------------------------------------------
    def _left(self) -> None:
        field = self.sender()
        for key, known in self._fields.items():
            if known is field and known.text().strip() and not (key == "kvk_nummer" and self._certain):
                self.rows[key].set_error(self._errors().get(key, ""))

    def _arguments(self) -> dict[str, object]:
        arguments: dict[str, object] = {"id": self._id}
        for key, field in self._fields.items():
            text = field.text().strip()
            if text:
                arguments[key] = int(text) if key in _NUMBERS and text.isascii() and text.isdigit() else text
        return arguments

    def _errors(self) -> dict[str, str]:
        arguments = self._arguments()
        errors = {key: texts_forms.NUMBER_ONLY for key in _NUMBERS if isinstance(arguments.get(key), str)}
        if "naam" not in arguments:
            errors["naam"] = texts_forms.REQUIRED_NAME
        try:
            build(RegistreerWerkgever, arguments)
        except InputRefused as refused:
            for key, reason in refused.fields.items():
                errors.setdefault(key, wording.sentence(reason.code, reason.parameters))
        if self._certain is not None:
            errors["kvk_nummer"] = texts_forms.same_kvk(self._certain.naam, self._certain.regiehouder)
        return errors

    def save(self) -> None:
        if self._saving:
            return
        errors = self._errors()
        self.show_errors(errors)
        if not errors:
            self._saving = True
            self._operations.commands(
                [Request("werkgever.registreer", self._arguments())], self, self._answered
            )

    def show_errors(self, errors: dict[str, str]) -> None:
        for key, row in self.rows.items():
            if not (key == "kvk_nummer" and self._certain):
                row.set_error(errors.get(key, ""))
        first = next((row for key, row in self.rows.items() if key in errors), None)
        if first is not None:
            first.focus_field()
            self.show_in_sight(first)

    def _answered(self, batch: Batch) -> None:
        self._saving = False
        if batch.error is None:
            self._draft.end()
            self._draft.drop()
            outcome = batch.outcomes[0]
            self.recorded.emit(outcome.replaced.get(self._id, outcome.id or self._id))
            self.closed.emit()
        elif isinstance(batch.error, InputRefused):
            fields = batch.error.fields
            self.show_errors({key: wording.sentence(r.code, r.parameters) for key, r in fields.items()})
        else:
            message = messages.message_for(batch.error)
            self.banner.say(message.kind.value, message.text)


@dataclass(frozen=True, slots=True)
class _Look:
    backend: Backend
    naam: str
    kvk_nummer: str | None
    postcode: str | None
    woonplaats: str | None

    def __call__(self) -> tuple[MogelijkDubbel, ...]:
        if len(self.naam) < 3 and self.kvk_nummer is None:
            return ()
        return self.backend.mogelijk_dubbel(self.naam, self.kvk_nummer, self.postcode, self.woonplaats)
