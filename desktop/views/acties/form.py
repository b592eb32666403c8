"""Actie maken: something to do, a promise or a planned visit, for one werkgever or for many at once.

Many are sent in parts, so that one sees how far it is and can stop; all of it is one step to take back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop import dutch
from desktop.models.commands.actie import MaakActie
from desktop.models.errors import Weigering
from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.rights import serves_employers
from desktop.views import texts as window_texts
from desktop.views.acties import texts
from desktop.views.backend import Backend
from desktop.views.forms import reading
from desktop.views.forms.days import Span, read_day
from desktop.views.forms.panel import Fields, FormKind, FormPanel
from desktop.views.messages import explain
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.fields import Choice, FormRow, NoteField, TextField
from desktop.views.widgets.when_field import WhenField

DRAFT, MANY = "actie", "meer"
PARTS_FROM, PART = 50, 25
NAMES_SHOWN = 3
VISIT, PROMISE = "bezoek", "toezegging"


class ActionForm(FormPanel):
    """`werkgever_ids` in the order in which they were chosen."""

    def __init__(self, shell: Shell, werkgever_ids: Sequence[str]) -> None:
        self._targets = tuple(werkgever_ids)
        one = self._targets[0] if len(self._targets) == 1 else ""
        title = texts.MAKE_ACTION if one else texts.for_how_many(len(self._targets))
        super().__init__(shell, FormKind(title, "", DRAFT, one or MANY, texts.ACTION_MADE, one))
        self.begin_anew()
        self._stopping = False
        self._wanted_who = ""
        self._build()
        self.begin()
        about = _About(self.backend, self._targets)
        self.operations.query(about, self, self._show_about, self._about_nothing)

    def begin_anew(self) -> None:
        self._ids = tuple(self.shell.new_id() for _ in self._targets)

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.kind_of = Segments(texts.KIND, texts.KINDS)
        self.kind_of.set_value(texts.KINDS[0][0])
        self.what = TextField(texts.WHAT)
        self.what.setMaxLength(texts.WHAT_LIMIT)
        self.who = Choice(texts.FOR_WHOM, texts.ME)
        self.when = WhenField(
            texts.WHEN, texts.CHOOSE_DAY, texts.OPEN_CALENDAR, self.backend.today, ahead=True
        )
        self.remark = NoteField(texts.REMARK, 4)
        self.rows = {
            "soort": FormRow(texts.KIND, self.kind_of, focus=self.kind_of),
            "gevraagde_handeling": FormRow(texts.WHAT, self.what),
            "toegewezen_aan_id": FormRow(texts.FOR_WHOM, self.who),
            "deadline": FormRow(texts.WHEN, self.when, texts.WHEN_HINT),
            "toelichting": FormRow(texts.REMARK, self.remark, texts.NO_CANDIDATES),
        }
        for row in self.rows.values():
            self.fields.addWidget(row)
        self.fields.addStretch(1)
        self.kind_of.chosen.connect(self._kind_chosen)
        self.what.textChanged.connect(self.note_edit)
        self.when.textChanged.connect(self.note_edit)
        self.when.left.connect(self._left_when)
        self.who.currentIndexChanged.connect(self.note_edit)
        self.remark.textChanged.connect(self.note_edit)
        self.remark.left.connect(self._left_remark)
        self._show_kind()

    def _kind_chosen(self, _: str) -> None:
        self._show_kind()
        self.note_edit()

    def _show_kind(self) -> None:
        """The labels say what is asked for this kind."""
        kind = self.kind_of.value()
        what = {VISIT: texts.WHAT_VISIT, PROMISE: texts.WHAT_PROMISE}.get(kind, texts.WHAT)
        self.rows["gevraagde_handeling"].set_label(what)
        self.rows["gevraagde_handeling"].set_hint(texts.WHAT_VISIT_HINT if kind == VISIT else "")
        self.rows["deadline"].set_label(texts.WHEN_VISIT if kind == VISIT else texts.WHEN)
        self.rows["deadline"].set_hint(texts.WHEN_VISIT_HINT if kind == VISIT else texts.WHEN_HINT)

    def _show_about(self, found: _Found) -> None:
        self.set_subtitle(found.names)
        self.filling = True
        options = tuple((row.id, texts.colleague(row.naam, window_texts.ROLES[row.rol])) for row in found.who)
        self.who.set_options(options)
        if self._wanted_who:
            self.who.set_value(self._wanted_who)
        self.filling = False

    def _about_nothing(self, error: Exception) -> None:
        """The werkgever is not here: a form about nobody would only be refused at the end."""
        self.operations.unexpected.emit(error)
        self.close_panel()

    def first_empty(self) -> QWidget:
        return self.what if not self.what.text() else self.when

    def _left_when(self) -> None:
        self.when.settle()
        self.check_field("deadline")

    def _left_remark(self) -> None:
        self.check_field("toelichting")

    # -- what was typed ------------------------------------------------------------------------------
    def as_plain(self) -> Fields:
        kept: Fields = {
            "soort": self.kind_of.value(),
            "wat": self.what.text(),
            "wie": self.who.value() or self._wanted_who,
            "wanneer": self.when.text(),
            "toelichting": self.remark.toPlainText(),
        }
        return kept if self.werkgever_id else kept | {"werkgever_ids": list(self._targets)}

    def fill(self, kept: Mapping[str, object]) -> None:
        self.kind_of.set_value(str(kept.get("soort") or "actie"))
        self.what.setText(str(kept.get("wat") or ""))
        self._wanted_who = str(kept.get("wie") or "")
        self.who.set_value(self._wanted_who)
        self.when.setText(str(kept.get("wanneer") or ""))
        self.remark.setPlainText(str(kept.get("toelichting") or ""))
        self._show_kind()

    def _arguments(self) -> tuple[dict[str, object], dict[str, str]]:
        """Those of every command, and what cannot be read."""
        kind = self.kind_of.value()
        what = self.what.text().strip() or (texts.VISIT if kind == VISIT else "")
        found: dict[str, object] = {"soort": kind, "gevraagde_handeling": what}
        if self.remark.toPlainText().strip():
            found["toelichting"] = self.remark.toPlainText().strip()
        if self.who.value():
            found["toegewezen_aan_id"] = self.who.value()
        when, wrong = read_day(self.when.text(), self.today, Span.AHEAD)
        if when is not None:
            found["deadline"] = when.day.isoformat()
            if when.time is not None:
                found["tijd"] = f"{when.time:%H:%M}"
        return found, {"deadline": wrong} if wrong else {}

    def errors(self) -> dict[str, str]:
        arguments, wrong = self._arguments()
        if not arguments["gevraagde_handeling"]:
            wrong["gevraagde_handeling"] = texts.WHAT_NEEDED
        if arguments["soort"] == VISIT and "deadline" not in arguments and not wrong.get("deadline"):
            wrong["deadline"] = texts.WHEN_NEEDED
        over = len(str(arguments.get("toelichting", ""))) - texts.REMARK_LIMIT
        if over > 0:
            wrong["toelichting"] = texts.too_long(over)
        return reading.refused(MaakActie, arguments | {"werkgever_id": self._targets[0]}) | wrong

    def requests(self) -> Sequence[Request]:
        arguments, _ = self._arguments()
        return [
            Request("actie.maak", arguments | {"id": new_id, "werkgever_id": target})
            for new_id, target in zip(self._ids, self._targets, strict=True)
        ]

    def done_words(self) -> str:
        return texts.made_for(self.kind_of.value(), len(self._outcomes))

    # -- sending -------------------------------------------------------------------------------------
    def save(self) -> None:
        """While many are being sent the button stops."""
        if self._saving and len(self._targets) > PARTS_FROM:
            self._stopping = True
        else:
            self._stopping = False
            super().save()

    def send(self) -> None:
        if len(self._targets) <= PARTS_FROM:
            super().send()
            return
        self._show_progress()
        left = list(self.requests())[len(self._outcomes) :]
        self.operations.commands(left[:PART], self, self._part_answered)

    def _part_answered(self, batch: Batch) -> None:
        self._outcomes += batch.outcomes
        if batch.error is not None:
            self._part_failed(batch.error)
        elif self._stopping or len(self._outcomes) == len(self._targets):
            self._answered(Batch(()))
        else:
            self.send()

    def _part_failed(self, error: Exception) -> None:
        self._saving = False
        self.save_button.set_words(texts.SAVE)
        words = texts.failed_after(len(self._outcomes), len(self._targets), explain(error))
        self.set_saved("")
        self.keep_part()
        self.banner.say("letop" if isinstance(error, Weigering) else "fout", words)
        self.show_in_sight(self.banner)

    def _show_progress(self) -> None:
        self.save_button.set_words(texts.STOP)
        self.set_saved(texts.busy(len(self._outcomes), len(self._targets)))

    def _kept(self, at: datetime) -> None:
        """How far it is stays in sight."""
        if not self._saving:
            super()._kept(at)

    def close_panel(self) -> None:
        """While many are being sent it stops them first; what already took stays."""
        if self._saving:
            self._stopping = True
        else:
            super().close_panel()


@dataclass(frozen=True, slots=True)
class _Found:
    """For whom it may be, and which werkgevers it is about."""

    who: tuple[MedewerkerRij, ...]
    names: str


@dataclass(frozen=True, slots=True)
class _About:
    backend: Backend
    targets: tuple[str, ...]

    def __call__(self) -> _Found:
        me = self.backend.medewerker_id
        people = (row for row in self.backend.medewerkers() if row.actief and row.id != me)
        who = [row for row in people if serves_employers(row.rol)]
        names = [self.backend.regiestand(one).werkgever for one in self.targets[:NAMES_SHOWN]]
        left = len(self.targets) - len(names)
        if left:
            return _Found(tuple(who), f"{', '.join(names)} en nog {dutch.number(left)}")
        return _Found(tuple(who), dutch.in_row(names))
