"""'Nieuwe werkgever' with the duplicate check over all werkgevers of the region while typing (R9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.outcome import Outcome
from desktop.models.queries.werkgever_rows import MogelijkDubbel
from desktop.models.values import kvk_may_be_mistyped
from desktop.views import texts, texts_forms, texts_sync
from desktop.views.backend import Backend
from desktop.views.forms import reading
from desktop.views.forms.field_form import FieldForm
from desktop.views.forms.inputs import NUMBER, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.doubles import Doubles
from desktop.views.werkgevers.forms.place import HOUSE, with_house

DRAFT, DRAFT_ID = "werkgever", "nieuw"
KVK = "kvk_nummer"
KVK_DIGITS = 8
LINES = (
    (FieldSpec("naam", texts_forms.NAME, required=True, limit=500),),
    (FieldSpec(KVK, texts_forms.KVK, hint=texts_forms.KVK_HINT),),
    (
        FieldSpec("sector", texts_forms.SECTOR, width=2, limit=70),
        FieldSpec("werkzame_personen", texts_forms.STAFF, NUMBER),
    ),
    (
        FieldSpec("straat", texts_forms.STREET, width=2, limit=70),
        FieldSpec(HOUSE, texts_forms.HOUSE_NUMBER),
    ),
    (
        FieldSpec("postcode", texts_forms.POSTCODE),
        FieldSpec("woonplaats", texts_forms.PLACE, width=2, limit=70),
    ),
)


class EmployerForm(FieldForm):
    """`registered(id)` when the werkgever is in the store, `opens(id)` for one that exists already."""

    registered = Signal(str)
    opens = Signal(str)

    def __init__(self, shell: Shell, name: str = "") -> None:
        kind = FormKind(
            texts.NEW_EMPLOYER,
            texts_forms.IN_REGION,
            DRAFT,
            DRAFT_ID,
            texts_sync.EMPLOYER_ADDED,
            save=texts_forms.REGISTER,
        )
        self._id = shell.new_id()
        self._certain: MogelijkDubbel | None = None
        super().__init__(shell, kind, LINES)
        self._doubles = Doubles()
        self._doubles.opens.connect(self.opens)
        self.fields.insertWidget(self.fields.indexOf(self.rows[KVK]) + 1, self._doubles)
        for made in self.inputs.values():
            made.on_change(self._look_for_doubles)
        self.rows[KVK].way_out.connect(self._open_certain)
        self.recorded.connect(self._registered)
        if name:
            key = KVK if name.replace(" ", "").isdigit() else "naam"
            self.set_field(key, name)

    def first_empty(self) -> QWidget:
        return self.inputs[KVK if self.value("naam") else "naam"].widget

    def set_field(self, key: str, typed: str) -> None:
        self.inputs[key].set_value(typed)

    def _registered(self, outcomes: Sequence[Outcome]) -> None:
        outcome = outcomes[0]
        self.registered.emit(outcome.replaced.get(self._id, outcome.id or self._id))

    # -- duplicate check -----------------------------------------------------------------------------
    def _look_for_doubles(self, *_: object) -> None:
        kvk = "".join(str(self.value(KVK)).split())
        mistyped = len(kvk) == KVK_DIGITS and kvk_may_be_mistyped(kvk)
        self.rows[KVK].set_aside(texts_forms.KVK_MISTYPED if mistyped else "", "letop")
        look = _Look(
            self.backend,
            str(self.value("naam")).strip(),
            kvk if len(kvk) == KVK_DIGITS else None,
            str(self.value("postcode")).strip() or None,
            str(self.value("woonplaats")).strip() or None,
        )
        self.operations.query(look, self, self._show_doubles, self._no_doubles, channel="doubles")

    def _show_doubles(self, found: tuple[MogelijkDubbel, ...]) -> None:
        was_certain = self._certain is not None
        self._certain = next((double for double in found if double.zeker), None)
        self._doubles.show_doubles(tuple(double for double in found if not double.zeker)[:5])
        if self._certain is not None:
            self._show_certain(self._certain)
        elif was_certain:
            self.rows[KVK].set_error("")

    def _show_certain(self, double: MogelijkDubbel) -> None:
        words = texts_forms.same_kvk(double.naam, double.regiehouder)
        self.rows[KVK].set_error(words, texts_forms.OPEN_EMPLOYER, texts.open_named(double.naam))

    def _no_doubles(self, error: Exception) -> None:
        self._certain = None

    def _open_certain(self) -> None:
        if self._certain is not None:
            self.opens.emit(self._certain.werkgever_id)

    # -- checking and saving -------------------------------------------------------------------------
    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        if not str(self.value("naam")).strip():
            wrong["naam"] = texts_forms.REQUIRED_NAME
        if reading.house(str(self.value(HOUSE))) is None:
            wrong[HOUSE] = texts_forms.NUMBER_ONLY
        wrong = reading.refused(RegistreerWerkgever, with_house(arguments) | {"id": self._id}) | wrong
        if self._certain is not None:
            wrong[KVK] = texts_forms.same_kvk(self._certain.naam, self._certain.regiehouder)
        return wrong

    def requests(self) -> Sequence[Request]:
        return [Request("werkgever.registreer", with_house(self.plain()[0]) | {"id": self._id})]

    def check_field(self, key: str) -> None:
        if not (key == KVK and self._certain):
            super().check_field(key)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """The certain duplicate keeps its way out."""
        super().show_errors(errors)
        if self._certain is not None:
            self._show_certain(self._certain)


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
