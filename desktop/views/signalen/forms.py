"""A signaal is given to who holds the regie, and answered."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.commands.signaal import BeantwoordSignaal, MeldSignaal
from desktop.models.context import REGION_TIME
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views import theme
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines
from desktop.views.forms.inputs import CHOICE, NOTE, SEGMENTS, FieldSpec
from desktop.views.forms.panel import Fields, FormKind
from desktop.views.shell import Shell
from desktop.views.signalen import texts
from desktop.views.widgets.labels import Label

REPORT, ANSWER = "signaal", "signaal_antwoord"
"""The kinds of draft."""
OPEN = "open"
_LINES: Lines = (
    (
        FieldSpec(
            "categorie",
            texts.KIND,
            CHOICE,
            lijst="signaal_categorie",
            placeholder=texts.CHOOSE_KIND,
            required=True,
            missing=texts.KIND_MISSING,
        ),
    ),
    (FieldSpec("ernst", texts.WEIGHT, SEGMENTS, options=texts.WEIGHTS),),
    (
        FieldSpec(
            "tekst",
            texts.TEXT,
            NOTE,
            hint=texts.TEXT_HINT,
            limit=1000,
            required=True,
            missing=texts.TEXT_MISSING,
        ),
    ),
)


class ReportSignal(CommandForm):
    """About a werkgever, or about one plaatsing there; `werkgever` is its name where that is known."""

    def __init__(self, shell: Shell, werkgever_id: str, plaatsing_id: str = "", werkgever: str = "") -> None:
        self._plaatsing_id = plaatsing_id
        about = plaatsing_id or werkgever_id
        kind = FormKind(texts.REPORT, werkgever, REPORT, about, texts.REPORTED, werkgever_id, texts.SEND)
        table = FormTable(MeldSignaal, _LINES, fixed={"werkgever_id": werkgever_id}, new=True)
        super().__init__(shell, kind, table)

    def arguments(self) -> dict[str, object]:
        about = {"plaatsing_id": self._plaatsing_id} if self._plaatsing_id else {}
        return super().arguments() | about

    def as_plain(self) -> Fields:
        return super().as_plain() | {"plaatsing_id": self._plaatsing_id}

    def fill(self, kept: Mapping[str, object]) -> None:
        super().fill(kept)
        self._plaatsing_id = str(kept.get("plaatsing_id") or self._plaatsing_id)


class AnswerSignal(CommandForm):
    """What was reported stands above the answer."""

    def __init__(self, shell: Shell, row: SignaalRij) -> None:
        self._said = row
        kind = FormKind(texts.ANSWER, row.werkgever, ANSWER, row.id, texts.ANSWERED, row.werkgever_id)
        spec = FieldSpec(
            "antwoord",
            texts.YOUR_ANSWER,
            NOTE,
            hint=texts.ANSWER_HINT,
            limit=1000,
            required=True,
            missing=texts.ANSWER_MISSING,
        )
        table = FormTable(BeantwoordSignaal, ((spec,),), fixed={"signaal_id": row.id})
        super().__init__(shell, kind, table)

    def add_below(self) -> None:
        """The signaal itself, before the field: one reads it first."""
        said = self._said.gemeld_op.astimezone(REGION_TIME).date()
        who = Label(texts.reported_by(self._said.melder, said, self.today), "bij", "tekst_2", wrap=True)
        text = Label(self._said.tekst, "tekst", "tekst", wrap=True)
        first = self.fields.indexOf(self.rows["antwoord"])
        self.fields.insertWidget(first, text)
        self.fields.insertWidget(first, who)
        self.fields.insertSpacing(first + 2, theme.active().px(8))
