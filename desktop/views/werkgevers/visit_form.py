"""'Bezoek vastleggen': the work panel beside the dossier.

Two required fields that are filled in already, and a draft that is always kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop import dutch, wording
from desktop.models.errors import InputRefused
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.medewerker_rows import CodeRij
from desktop.views import texts_forms
from desktop.views.forms.panel import Fields, FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers import texts_visit, visit_input
from desktop.views.werkgevers.follow_ups import FollowUps
from desktop.views.werkgevers.visit_fields import VisitFields, where
from desktop.views.werkgevers.visit_input import Approach, FollowUp, Ids, VisitInput
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.labels import Label
from desktop.views.widgets.when_field import WhenField

DRAFT = "bezoek"
PHONE = "telefoon"


class VisitForm(VisitFields):
    """`approach` is how the question before contact was answered. Ids are made once."""

    def __init__(
        self,
        shell: Shell,
        dossier: Dossier,
        kanaal: str = DRAFT,
        approach: Approach | None = None,
        contactpersoon_id: str = "",
    ) -> None:
        card = dossier.werkgever
        title = texts_visit.TITLES.get(kanaal, texts_visit.TITLES[DRAFT])
        kind = FormKind(title, where(card), DRAFT, card.id, texts_visit.RECORDED[DRAFT], card.id)
        self._approach = approach or Approach()
        super().__init__(shell, dossier, kind)
        self.begin_anew()
        self._show_approach()
        self.filling = True
        self.kind_of.set_value(kanaal)
        self.when.setText(self._now() if kanaal == PHONE else dutch.weekday_date(self.today))
        self.pick_people([contactpersoon_id])
        self.filling = False
        self.begin()

    def begin_anew(self) -> None:
        several = tuple(self.shell.new_id() for _ in range(visit_input.MOST_FOLLOW_UPS))
        self._ids = Ids(self.shell.new_id(), self.shell.new_id(), several)

    def _now(self) -> str:
        now = self.backend.now()
        return f"{dutch.weekday_date(self.today)}, {dutch.clock_time(now)}"

    def add_middle(self) -> None:
        self._recorded = Label(texts_visit.REST, "bij", "tekst_2", wrap=True)
        self._recorded.hide()
        self.fields.insertWidget(self.fields.indexOf(self.rows["wanneer"]), self._recorded)
        self._marked = Label("", "bij", "letop", wrap=True)
        self.fields.insertWidget(self.fields.indexOf(self.rows["wanneer"]), self._marked)
        self.follow_ups = FollowUps(self.backend.today)
        self.fields.addWidget(self.follow_ups)
        self.follow_ups.changed.connect(self.note_edit)
        self.follow_ups.left.connect(self._left_follow_up)
        self.follow_ups.rows_changed.connect(self._take_rows)
        self._take_rows()

    def _take_rows(self) -> None:
        """Errors of a follow-up stand at its own fields."""
        kept = {key: row for key, row in self.rows.items() if key.partition("_")[0] not in _FOLLOW_UP}
        for number, row in enumerate(self.follow_ups.rows):
            parts = {"vervolg": row.what_row, "uiterlijk": row.when_row, "soort": row.agreement_row}
            kept |= {visit_input.place_of(key, number): part for key, part in parts.items()}
        self.rows: dict[str, FormRow] = kept

    def _show_approach(self) -> None:
        said = ""
        if self._approach.reden:
            said = texts_forms.outside_with_reason(self._approach.reden)
        elif self._approach.aanleiding:
            said = texts_forms.OWN_CANDIDATE_MARK
        self._marked.setText(said)
        self._marked.setVisible(bool(said))

    @property
    def follow_up(self) -> TextField:
        """What is promised first."""
        return self.follow_ups.rows[0].what

    @property
    def deadline(self) -> WhenField:
        return self.follow_ups.rows[0].when

    def show_lists(self, found: Mapping[str, tuple[CodeRij, ...]]) -> None:
        super().show_lists(found)
        self.filling = True
        kinds = [(code.code, code.label) for code in found["afspraak_soort"]]
        self.follow_ups.set_agreement_kinds(kinds)
        self.filling = False

    # -- the fields as data --------------------------------------------------------------------------
    def typed(self) -> VisitInput:
        return replace(super().typed(), vervolg=self.follow_ups.values())

    def as_plain(self) -> Fields:
        several = [
            {"soort": one.soort, "wat": one.wat, "wanneer": one.wanneer, "afspraak": one.afspraak}
            for one in self.follow_ups.values()
        ]
        answered = {"aanleiding": self._approach.aanleiding, "reden": self._approach.reden}
        sent = {"ids": self._ids.as_plain(), "gelukt": sorted(self.took)}
        return super().as_plain() | {"vervolg": several} | answered | sent

    def fill(self, kept: Mapping[str, object]) -> None:
        super().fill(kept)
        several = kept.get("vervolg")
        self.follow_ups.set_values(_follow_ups(several if isinstance(several, list) else []))
        self._take_sent(kept.get("ids"), kept.get("gelukt"))
        if not self._approach.aanleiding and kept.get("aanleiding"):
            self._approach = Approach(str(kept["aanleiding"]), str(kept.get("reden") or ""))
            self._show_approach()

    def _take_sent(self, ids: object, took: object) -> None:
        """The same ids again: what took before the form closed is not recorded a second time."""
        known = Ids.read(ids)
        if known is not None and isinstance(took, list):
            self._ids, self.took = known, {str(one) for one in took}
            self.show_rest()

    def show_rest(self) -> None:
        """The contact goes first: once it took, its fields would be read by nobody."""
        recorded = f"{visit_input.CONTACT} {self._ids.contact}" in self.took
        self._recorded.setVisible(recorded)
        self.set_contact_shown(not recorded)
        done = {one.rpartition(" ")[2] for one in self.took}
        for row, new_id in zip(self.follow_ups.rows, self._ids.vervolg, strict=False):
            row.setVisible(new_id not in done)

    # -- checking and saving -------------------------------------------------------------------------
    def _left_follow_up(self) -> None:
        """What is wrong is said where it was typed; what is still empty waits for saving."""
        found = self.errors()
        for number, row in enumerate(self.follow_ups.rows):
            key = visit_input.place_of("uiterlijk", number)
            self.rows[key].set_error(found.get(key, ""))
            if row.what.text().strip():
                self.rows[visit_input.place_of("vervolg", number)].set_error("")

    def errors(self) -> dict[str, str]:
        typed = self.typed()
        found = visit_input.check(typed, self.today)
        if found:
            return found
        try:
            visit_input.requests(typed, self.werkgever_id, self._ids, self._approach, self.today)
        except InputRefused as refused:
            return {
                name: wording.sentence(reason.code, reason.parameters)
                for name, reason in refused.fields.items()
            }
        return {}

    def requests(self) -> Sequence[Request]:
        made = visit_input.requests(self.typed(), self.werkgever_id, self._ids, self._approach, self.today)
        return [Request(name, arguments) for name, arguments in made]

    def field_of(self, name: str) -> str:
        return visit_input.form_field(name)

    @property
    def contact_id(self) -> str:
        """Of the contact that this form records."""
        return self._ids.contact

    def vacancies(self) -> list[tuple[str, FollowUp]]:
        """Vacatures that came up in this contact, by id."""
        return visit_input.vacancies(self.typed(), self._ids)

    def done_words(self) -> str:
        return texts_visit.RECORDED.get(self.kind_of.value(), self.kind.done)

    def first_empty(self) -> QWidget:
        if self._recorded.isHidden():
            return super().first_empty()
        return next((row.what for row in self.follow_ups.rows if not row.isHidden()), self.follow_up)

    def focus_first(self) -> None:
        """For a form that is open already and was asked for again."""
        self.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)


_FOLLOW_UP = ("vervolg", "uiterlijk", "soort")


def _follow_ups(kept: Sequence[object]) -> tuple[FollowUp, ...]:
    """Back from a draft."""
    return tuple(
        FollowUp(
            str(one.get("soort") or visit_input.PROMISE),
            str(one.get("wat") or ""),
            str(one.get("wanneer") or ""),
            str(one.get("afspraak") or ""),
        )
        for one in kept
        if isinstance(one, dict)
    )
