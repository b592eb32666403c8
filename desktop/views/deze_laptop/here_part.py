"""What is on this laptop, why, how much, how it is kept, until when, and counting it all again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.changes import Changes
from desktop.models.queries.day_rows import OpDezeLaptop, Telling
from desktop.views import texts as window_texts
from desktop.views import texts_popovers, theme
from desktop.views.deze_laptop import texts
from desktop.views.deze_laptop.facts import lease_words, marks, place, short_facts, why
from desktop.views.deze_laptop.item_detail import pairs
from desktop.views.deze_laptop.part import Part
from desktop.views.deze_laptop.parts import CheckRow, RemoveQuestion
from desktop.views.deze_laptop.reading import Here, ReadHere
from desktop.views.layout import Room
from desktop.views.operations import EVERYTHING, concerns
from desktop.views.shell import Shell
from desktop.views.sync_driver import SyncKind, SyncState
from desktop.views.widgets.banner import Banner, announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label
from desktop.views.widgets.work_panel import ScrollBody


class HerePart(Part):
    """Built anew when what is here changed; the question about removing stands on top of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.found: Here | None = None
        self._small = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.body = ScrollBody(texts.HERE)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll what does not fit
        outer.addWidget(self.body)
        holder = QWidget()
        holder.setMaximumWidth(theme.measure("tekst_breedst"))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.active().px(20))
        self.question = RemoveQuestion()
        self.question.decided.connect(self._decided)
        self.lease = Banner()
        self.check = CheckRow()
        self.check.button.clicked.connect(self._count_again)
        self.copy = Button(texts.COPY_FACTS, Look.OUTLINED, height=34)
        self.copy.clicked.connect(self._copy)
        self._facts = QWidget()
        for part in (self.question, self.lease, self._facts, self.check, self.copy):
            self._column.addWidget(part)
        self._column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(holder, 1)
        row.addStretch(0)
        self.body.column.addLayout(row)
        shell.operations.changed.connect(self._on_changed)
        shell.sync.state_changed.connect(self._state_changed)

    # -- what is shown -------------------------------------------------------------------------------
    def refresh(self) -> None:
        operations = self._shell.operations
        operations.query(ReadHere(operations.backend), self, self._show, channel="hier")

    def _show(self, found: Here) -> None:
        self.question.show_question(found.asks)
        self._show_lease(found.found)
        if self.found is None or found.found != self.found.found:
            self._build(found.found)
        self.found = found

    def _show_lease(self, found: OpDezeLaptop) -> None:
        words = lease_words(found)
        if words:
            self.lease.say("letop", words)
        else:
            self.lease.hide()

    def _build(self, found: OpDezeLaptop) -> None:
        index = self._column.indexOf(self._facts)
        self._column.removeWidget(self._facts)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = QWidget()
        column = QVBoxLayout(self._facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.active().px(20))
        today = self._shell.backend.today()
        column.addWidget(_group(texts.SHORT_TITLE, "", short_facts(found, today), False))
        column.addWidget(Label(texts.WHY_TITLE, "kop", wrap=True))
        role = window_texts.ROLES.get(found.rol, found.rol)
        for reason, rows in groupby(sorted(found.aantallen, key=place), key=why):
            lines = tuple((texts_popovers.kind(r.soort, r.aantal), dutch.number(r.aantal)) for r in rows)
            title = texts.GROUPS.get(reason, texts.GROUPS["overig"])
            column.addWidget(_group(title, texts.why(reason, role), lines, False))
        column.addWidget(Label(texts.KEPT_TITLE, "kop", wrap=True))
        for words in (texts_popovers.ENCRYPTED, texts_popovers.WITHDRAWN):
            column.addWidget(Label(words, "tekst", "tekst_2", wrap=True))
        column.addWidget(_group(texts.FACTS_TITLE, texts.FACTS_HINT, marks(found), self._small))
        self._column.insertWidget(index, self._facts)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.isVisible() and concerns(changes, *changes.rows.keys()):
            self.refresh()

    def _state_changed(self, state: SyncState) -> None:
        if self.isVisible() and state.kind is not SyncKind.BUSY:
            self.refresh()

    # -- what is pressed -----------------------------------------------------------------------------
    def _count_again(self) -> None:
        self.check.busy()
        operations = self._shell.operations
        # Where rounds run: never in the middle of one, and what is typed meanwhile waits for nothing.
        operations.network(operations.backend.tel_opnieuw, self, self._counted, self._not_counted)

    def _counted(self, found: Telling) -> None:
        if found.beschadigd:
            self.check.tell(texts.damaged(len(found.beschadigd)), "letop")
            self._shell.sync.request()
        else:
            self.check.tell(texts.checked(found.rijen), "goed")
        announce(self.check, self.check.words.text())

    def _not_counted(self, error: Exception) -> None:
        self.check.tell("", "goed")
        self._shell.messages.failed(error)

    def _copy(self) -> None:
        if self.found is not None:
            said = "\n".join(f"{name}: {value}" for name, value in marks(self.found.found))
            QGuiApplication.clipboard().setText(said)
            self._shell.messages.done(texts.FACTS_COPIED)

    def _decided(self, agrees: bool) -> None:
        operations = self._shell.operations

        def decide() -> bool:
            operations.backend.mag_verwijderen(agrees)
            return agrees

        operations.write(decide, self, self._was_decided)

    def _was_decided(self, agrees: bool) -> None:
        self._shell.messages.done(texts.REMOVE_CHOSEN if agrees else texts.KEEP_CHOSEN)
        self._shell.operations.broadcast(EVERYTHING, self)
        self.refresh()
        if agrees:
            self._shell.sync.request()

    # -- what the page asks --------------------------------------------------------------------------
    def take_focus(self) -> None:
        target = self.question.first_field() or self.body
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        name = "marge_vandaag" if room.list_beside else "marge_smal" if room.rail else "marge_compact"
        margin, px = theme.measure(name), theme.active().px
        self.body.column.setContentsMargins(margin, px(24), margin, px(28))
        if room.small != self._small:
            self._small = room.small
            if self.found is not None:
                self._build(self.found.found)

    def panes(self) -> Sequence[QWidget]:
        return [self.body]


def _group(title: str, hint: str, lines: tuple[tuple[str, str], ...], below: bool) -> QWidget:
    px = theme.active().px
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    column.addWidget(Label(title, "kop" if not hint else "tekst_sterk", wrap=True))
    if hint:
        column.addWidget(Label(hint, "bij", "tekst_2", wrap=True))
    column.addWidget(pairs(lines, below))
    return holder
