"""Forms about the regie: hand it over, decline, assign, let somebody stand in, say that one has met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from desktop import dutch
from desktop.models.commands.regie import (
    MeldKennismaking,
    StelOverdrachtVoor,
    StelWaarnemingIn,
    WeigerOverdracht,
    WijsRegieToe,
)
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.queries.regie_rows import OverdrachtRij
from desktop.models.rights import may_hold_regie
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.forms import reading
from desktop.views.forms import texts as form_words
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import FieldForm
from desktop.views.forms.inputs import CHOICE, DAY, SEGMENTS, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.timeline import deadline_words
from desktop.views.widgets.labels import Label, Surface

THIS, ALL = "deze", "alle"


class RegieForm(FieldForm):
    """One command about the regie of one werkgever; `colleagues` names the field that lists colleagues."""

    name = ""
    command: type = object
    colleagues = ""

    def __init__(
        self,
        shell: Shell,
        dossier: Dossier,
        title: str,
        done: str,
        lines: Sequence[Sequence[FieldSpec]],
        about: str = "",
        save: str = form_words.SAVE,
    ) -> None:
        self.dossier = dossier
        card = dossier.werkgever
        kind = FormKind(title, card.naam, self.name.replace(".", "_"), about or card.id, done, card.id, save)
        super().__init__(shell, kind, lines)
        if self.colleagues:
            self.operations.query(_Colleagues(self.backend), self, self._show_colleagues)

    def _show_colleagues(self, rows: tuple[MedewerkerRij, ...]) -> None:
        self.set_options(self.colleagues, [(row.id, row.naam) for row in self.fitting(rows)])

    def fitting(self, rows: Iterable[MedewerkerRij]) -> list[MedewerkerRij]:
        """Accountmanagers who work here, but for the one who holds the regie."""
        holder = self.dossier.werkgever.regiehouder_id
        return [row for row in rows if row.actief and may_hold_regie(row.rol) and row.id != holder]

    def arguments(self) -> dict[str, object]:
        """Of the command, from what was typed."""
        return self.plain()[0] | {"werkgever_id": self.werkgever_id}

    def errors(self) -> dict[str, str]:
        _, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        return reading.refused(self.command, self.arguments()) | wrong

    def requests(self) -> Sequence[Request]:
        return [Request(self.name, self.arguments())]


class TransferForm(RegieForm):
    """R6: to whom, with what goes along in sight."""

    name, command, colleagues = "regie.stel_overdracht_voor", StelOverdrachtVoor, "naar_id"

    def __init__(self, shell: Shell, dossier: Dossier, new_id: Callable[[], str]) -> None:
        self._id = new_id()
        lines = (
            (FieldSpec("naar_id", words.TO_WHOM, CHOICE, placeholder=words.CHOOSE_COLLEAGUE, required=True),),
            (FieldSpec("toelichting", words.MESSAGE, hint=words.MESSAGE_HINT, limit=200),),
        )
        super().__init__(shell, dossier, words.TRANSFER, words.TRANSFER_ASKED, lines, save=words.OFFER)

    def add_below(self) -> None:
        card = Surface("vlak_strook", 8)
        px = theme.active().px
        column = QVBoxLayout(card)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(4))
        column.addWidget(Label(words.PASSES_ON, "bij_sterk"))
        passing = self._passing()
        for sentence in passing:
            column.addWidget(Label(sentence, "bij", "tekst", wrap=True))
        if not passing:
            column.addWidget(Label(words.NOTHING_PASSES_ON, "bij", "tekst_2", wrap=True))
        self.fields.addWidget(card)

    def _passing(self) -> list[str]:
        """Open acties and visits with their day, then the agreements that run."""
        found = [
            ", ".join(part for part in (row.gevraagde_handeling, deadline_words(row, self.today)) if part)
            for row in self.dossier.acties
        ]
        running = [
            row
            for row in self.dossier.afspraken
            if row.status != "beeindigd" and (row.tot is None or row.tot >= self.today)
        ]
        return found + [words.agreement_passes(row.inhoud) for row in running]

    def arguments(self) -> dict[str, object]:
        return super().arguments() | {"id": self._id}


class DeclineForm(RegieForm):
    """Why the regie is not taken."""

    name, command = "regie.weiger_overdracht", WeigerOverdracht

    def __init__(self, shell: Shell, dossier: Dossier, transfer: OverdrachtRij) -> None:
        self._transfer_id = transfer.id
        lines = ((FieldSpec("reden", words.REASON, hint=words.DECLINE_HINT, limit=200, required=True),),)
        super().__init__(
            shell, dossier, words.DECLINE, words.DECLINE_ASKED, lines, transfer.id, words.DECLINE_IT
        )

    def arguments(self) -> dict[str, object]:
        return self.plain()[0] | {"overdracht_id": self._transfer_id}


class IntroduceForm(RegieForm):
    """When the employer met the new face."""

    name, command = "regie.meld_kennismaking", MeldKennismaking

    def __init__(self, shell: Shell, dossier: Dossier, transfer: OverdrachtRij) -> None:
        self._transfer_id = transfer.id
        lines = ((FieldSpec("datum", words.DAY, DAY, span=Span.PAST, required=True),),)
        super().__init__(shell, dossier, words.INTRODUCE, words.INTRODUCED, lines, transfer.id)
        self.set_before({"datum": dutch.weekday_date(self.today)})

    def arguments(self) -> dict[str, object]:
        return self.plain()[0] | {"overdracht_id": self._transfer_id}


class AssignForm(RegieForm):
    """The teamleider gives the regie to an accountmanager."""

    name, command, colleagues = "regie.wijs_toe", WijsRegieToe, "accountmanager_id"

    def __init__(self, shell: Shell, dossier: Dossier) -> None:
        lines = (
            (
                FieldSpec(
                    "accountmanager_id",
                    words.TO_WHOM,
                    CHOICE,
                    placeholder=words.CHOOSE_COLLEAGUE,
                    required=True,
                ),
            ),
            (FieldSpec("reden", words.REASON, limit=200),),
        )
        super().__init__(shell, dossier, words.ASSIGN, words.ASSIGN_ASKED, lines, save=words.ASSIGN_IT)


class StandInForm(RegieForm):
    """R7: who stands in, from when until when, for this werkgever or for all."""

    name, command, colleagues = "regie.stel_waarneming_in", StelWaarnemingIn, "waarnemer_id"

    def __init__(self, shell: Shell, dossier: Dossier, new_id: Callable[[], str]) -> None:
        self._id = new_id()
        lines = (
            (
                FieldSpec(
                    "waarvoor",
                    words.FOR_WHAT,
                    SEGMENTS,
                    options=((THIS, words.ONLY_THIS), (ALL, self._all_of(shell, dossier))),
                ),
            ),
            (
                FieldSpec(
                    "waarnemer_id", words.WHO, CHOICE, placeholder=words.CHOOSE_COLLEAGUE, required=True
                ),
            ),
            (
                FieldSpec("van", words.FIRST_DAY, DAY, span=Span.AHEAD, required=True),
                FieldSpec("tot", words.LAST_DAY, DAY, span=Span.AHEAD, required=True),
            ),
            (FieldSpec("reden", words.REASON, limit=200),),
        )
        super().__init__(shell, dossier, words.STAND_IN, words.STAND_IN_ASKED, lines)
        self.set_before({"van": dutch.weekday_date(self.today)})

    @staticmethod
    def _all_of(shell: Shell, dossier: Dossier) -> str:
        card = dossier.werkgever
        mine = card.regiehouder_id == shell.backend.medewerker_id
        return words.ALL_MINE if mine else words.all_of(card.regiehouder or "")

    def arguments(self) -> dict[str, object]:
        found = {key: value for key, value in self.plain()[0].items() if key != "waarvoor"}
        found |= {"id": self._id, "voor_id": self.dossier.werkgever.regiehouder_id}
        return found | ({"werkgever_ids": [self.werkgever_id]} if self.value("waarvoor") == THIS else {})

    def errors(self) -> dict[str, str]:
        found = super().errors()
        start, end = (self.plain()[0].get(key) for key in ("van", "tot"))
        if isinstance(start, str) and isinstance(end, str) and end < start:
            found["tot"] = words.END_BEFORE_START
        return found


@dataclass(frozen=True, slots=True)
class _Colleagues:
    backend: Backend

    def __call__(self) -> tuple[MedewerkerRij, ...]:
        return self.backend.medewerkers()
