"""The menu of a timeline entry, and what its items do. What this person may not do is not in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication

from desktop.models.outcome import AANGEVRAAGD
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier, SamenvoegingRij
from desktop.models.rights import decides_for_others, may_do
from desktop.views import texts_undo
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers.dossier_desk import DossierDesk
from desktop.views.werkgevers.timeline_entry import CHANGE, OPEN_STATE, Entry
from desktop.views.werkgevers.timeline_view import TimelineView
from desktop.views.widgets.menu import Menu

READ, CORRECT, PIN, ACTION, FINISH, END, FIELDS, COPY, UNDO = (
    "lees",
    "corrigeer",
    "vast",
    "actie",
    "rond_af",
    "beeindig",
    "gegevens",
    "kopieer",
    "ongedaan",
)
_ICONS = {
    READ: "bericht",
    CORRECT: "potlood",
    PIN: "bladwijzer",
    ACTION: "actie",
    FINISH: "vink",
    END: "afspraak",
    FIELDS: "werkgever",
    COPY: "samen",
    UNDO: "terug",
}
Item = tuple[str, str]


class EntryActions(QObject):
    """`shows_fields` when the fields themselves are asked for."""

    shows_fields = Signal()

    def __init__(self, shell: Shell, desk: DossierDesk, view: TimelineView) -> None:
        super().__init__(view)
        self._shell, self._desk, self._view = shell, desk, view
        self._dossier: Dossier | None = None
        self._entry: Entry | None = None
        self._said = ""
        self._menu: Menu | None = None
        view.wants_menu.connect(self.open_menu)
        view.ticked.connect(self._ticked)
        view.copied.connect(self._copy)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier

    # -- the menu ------------------------------------------------------------------------------------
    def open_menu(self, entry: Entry, corner: QPoint) -> None:
        items = self.items(entry)
        if not items or (self._menu is not None and self._menu.isVisible()):
            return  # the platform may tell of the menu key once more
        if self._menu is not None:
            self._menu.deleteLater()
        self._entry = entry
        self._menu = Menu(words.ENTRY_MENU, self._view)
        for key, text in items:
            self._menu.add(text, key, _ICONS[key])
        self._menu.triggered.connect(self._picked)
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.popup(corner)

    def items(self, entry: Entry) -> list[Item]:
        """What this person can do with it, the likeliest first."""
        found: list[Item] = []
        if self._view.painter.is_long(entry):
            less = self._view.painter.is_expanded(entry)
            found.append((READ, words.READ_LESS if less else words.READ_ALL))
        row = entry.row
        if isinstance(row, ContactmomentRij):
            found += self._of_contact(row)
        elif isinstance(row, ActieRij):
            found += self._of_action(row)
        elif isinstance(row, AfspraakRij):
            found += self._of_agreement(row)
        elif isinstance(row, SamenvoegingRij):
            parts = row.samengevoegd and decides_for_others(self._shell.backend.rol)
            found += [(UNDO, words.TAKE_BACK)] if parts else []
        elif entry.kind == CHANGE:
            found.append((FIELDS, words.SHOW_FIELDS))
        return found

    def _may(self, command: str) -> bool:
        return may_do(self._shell.backend.rol, command)

    def _of_contact(self, row: ContactmomentRij) -> list[Item]:
        mine = row.medewerker_id == self._shell.backend.medewerker_id
        pin = words.UNPIN if row.vastgezet else words.PIN
        wanted = (
            (mine and self._may("contact.wijzig"), (CORRECT, words.CORRECT)),
            (bool(row.notitie) and self._may("contact.zet_vast"), (PIN, pin)),
            (self._may("actie.maak"), (ACTION, words.MAKE_ACTION)),
            (bool(row.notitie), (COPY, words.COPY_NOTE)),
            (mine, (UNDO, words.TAKE_BACK)),
        )
        return [item for shown, item in wanted if shown]

    def _of_action(self, row: ActieRij) -> list[Item]:
        is_open = row.status == OPEN_STATE
        mine = row.door_id == self._shell.backend.medewerker_id
        found = [(FINISH, words.FINISH)] if is_open and self._may("actie.rond_af") else []
        return found + ([(UNDO, words.TAKE_BACK)] if mine and is_open else [])

    def _of_agreement(self, row: AfspraakRij) -> list[Item]:
        runs = row.status != "beeindigd"
        mine = row.eigenaar_id == self._shell.backend.medewerker_id
        found = [(END, words.END_AGREEMENT)] if runs and self._may("afspraak.beeindig") else []
        return found + ([(UNDO, words.TAKE_BACK)] if mine and runs else [])

    # -- what it does --------------------------------------------------------------------------------
    def _picked(self, action: QAction) -> None:
        if self._entry is not None:
            self.do(str(action.data()), self._entry)

    def do(self, key: str, entry: Entry) -> None:
        row, dossier = entry.row, self._dossier
        if key == READ:
            self._view.painter.toggle(entry)
        elif key == COPY:
            self._copy(entry)
        elif key == FIELDS:
            self.shows_fields.emit()
        elif key == CORRECT and isinstance(row, ContactmomentRij) and dossier:
            self._correct(dossier, row)
        elif key == END and isinstance(row, AfspraakRij) and dossier:
            self._end(dossier, row)
        elif key == ACTION and dossier:
            self._shell.make_action([dossier.werkgever.id])
        else:
            self._command(key, entry)

    def _command(self, key: str, entry: Entry) -> None:
        row = entry.row
        if key == PIN and isinstance(row, ContactmomentRij):
            arguments = {"contactmoment_id": row.id, "vast": not row.vastgezet}
            said = words.UNPINNED if row.vastgezet else words.PINNED
            self._send(Request("contact.zet_vast", arguments), said)
        elif key == FINISH and isinstance(row, ActieRij):
            self._send(Request("actie.rond_af", {"actie_id": row.id}), words.ACTION_DONE)
        elif key == UNDO:
            name = _MADE_BY[type(row)]
            self._send(Request("ongedaan.maak", {"naam": name, "rij_id": entry.row_id}), words.TAKEN_BACK)

    def _correct(self, dossier: Dossier, row: ContactmomentRij) -> None:
        from desktop.views.werkgevers.correct_form import DRAFT, CorrectForm

        self._desk.open(DRAFT, row.id, partial(CorrectForm, self._shell, dossier, row))

    def _end(self, dossier: Dossier, row: AfspraakRij) -> None:
        from desktop.views.werkgevers.forms.agreement import EndAgreement

        self._desk.open("afspraak_beeindigen", row.id, partial(EndAgreement, self._shell, dossier, row))

    def _ticked(self, entry: Entry) -> None:
        """Space on an open actie: done."""
        if isinstance(entry.row, ActieRij) and entry.row.status == OPEN_STATE and self._may("actie.rond_af"):
            self._command(FINISH, entry)

    def _copy(self, entry: Entry) -> None:
        if entry.note:
            note = entry.row.notitie if isinstance(entry.row, ContactmomentRij) else entry.note
            QGuiApplication.clipboard().setText(note or "")
            self._shell.messages.done(words.NOTE_COPIED)

    def _send(self, request: Request, said: str) -> None:
        self._said = said
        self._shell.operations.commands([request], self, self._done)

    def _done(self, batch: Batch) -> None:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
        elif any(outcome.result == AANGEVRAAGD for outcome in batch.outcomes):
            self._shell.messages.done(texts_undo.ASKED)
        else:
            self._shell.undo.did(self._said, batch.outcomes)


_MADE_BY = {
    ContactmomentRij: "contact.leg_vast",
    ActieRij: "actie.maak",
    AfspraakRij: "afspraak.maak",
    SamenvoegingRij: "werkgever.voeg_samen",
}
