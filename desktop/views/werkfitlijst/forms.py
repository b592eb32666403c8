"""Scale and questions settled whole, line by line, with the form of the judgement tried out below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.commands.werkfit import WijzigWerkfitlijst
from desktop.models.queries.kandidaat_rows import WerkfitLijst
from desktop.models.rules.werkfit import FEWEST
from desktop.views import theme
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Standing, Typed
from desktop.views.forms.inputs import NOTE, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.shell import Shell
from desktop.views.werkfitlijst import texts
from desktop.views.widgets.fields import Choice, FormRow
from desktop.views.widgets.labels import Label

CHANGE, WHOLE = "werkfitlijst", "geheel"
MOST_VALUES, MOST_QUESTIONS = 12, 30
_LINES: Lines = (
    (
        FieldSpec(
            "schaal",
            texts.SCALE_FIELD,
            NOTE,
            hint=texts.SCALE_HINT,
            required=True,
            missing=texts.SCALE_MISSING,
        ),
    ),
    (FieldSpec("vragen", texts.QUESTIONS_FIELD, NOTE, hint=texts.QUESTIONS_HINT),),
    (FieldSpec("bron", texts.SOURCE_FIELD, hint=texts.SOURCE_HINT, limit=200),),
)


def lines_of(text: object) -> list[str]:
    """What stands on lines of their own; spaces around and empty lines do not count."""
    return [" ".join(line.split()) for line in str(text).splitlines() if line.strip()]


class ListsForm(CommandForm):
    """Words that stay the same keep their judgements; other words begin anew."""

    def __init__(self, shell: Shell, werkfit: WerkfitLijst) -> None:
        self._seen = [code for code, _ in (*werkfit.schaal, *werkfit.vragen)]
        kind = FormKind(texts.WORDS.new_name, "", CHANGE, WHOLE, texts.SETTLED)
        look = LookAt(shell.backend.werkfit)
        super().__init__(shell, kind, FormTable(WijzigWerkfitlijst, _LINES), typed_of(werkfit), look)
        self.edited.connect(self._try_out)
        self._try_out()

    def add_below(self) -> None:
        """The form as colleagues will have it."""
        self._below = QWidget()
        self._column = QVBoxLayout(self._below)
        self._column.setContentsMargins(0, theme.active().px(12), 0, 0)
        self._column.setSpacing(theme.active().px(16))
        self._said = Label(texts.TRY, "bij", "tekst_2", wrap=True)
        self._column.addWidget(self._said)
        self._rows: list[FormRow] = []
        self.fields.addWidget(self._below)

    def fill(self, kept: object) -> None:
        super().fill(kept)  # type: ignore[arg-type]
        if hasattr(self, "_rows"):
            self._try_out()

    def _try_out(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        scale = lines_of(self.value("schaal"))[:MOST_VALUES]
        asked = [texts.JUDGEMENT, *lines_of(self.value("vragen"))[:MOST_QUESTIONS]] if scale else []
        self._rows = [_tried(label, scale) for label in asked]
        for row in self._rows:
            self._column.addWidget(row)
        self._below.setVisible(bool(scale))

    # -- what is sent --------------------------------------------------------------------------------
    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        for name in ("schaal", "vragen"):
            found[name] = [{"label": line} for line in lines_of(self.value(name))]
        return found | {"gezien": self._seen}

    def also_wrong(self) -> dict[str, str]:
        wrong = {}
        scale, questions = lines_of(self.value("schaal")), lines_of(self.value("vragen"))
        if len(scale) < FEWEST:
            wrong["schaal"] = texts.SCALE_MISSING
        if len(scale) > MOST_VALUES:
            wrong["schaal"] = texts.too_many(MOST_VALUES)
        if len(questions) > MOST_QUESTIONS:
            wrong["vragen"] = texts.too_many(MOST_QUESTIONS)
        return wrong


def _tried(label: str, scale: Sequence[str]) -> FormRow:
    choice = Choice(label, texts.CHOOSE)
    choice.set_options(tuple((line, line) for line in scale))
    return FormRow(label, choice)


def typed_of(werkfit: WerkfitLijst) -> Typed:
    """What holds now, line by line."""
    return {
        "schaal": "\n".join(label for _, label in werkfit.schaal),
        "vragen": "\n".join(label for _, label in werkfit.vragen),
        "bron": "",
    }


@dataclass(frozen=True, slots=True)
class LookAt:
    """What stands now, on a reader."""

    read: Callable[[], WerkfitLijst]

    def __call__(self) -> Standing:
        return Standing(typed_of(self.read()))
