"""What was promised, who the contactpersonen are and what runs now: beside the timeline, or as a tab."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import ContactpersoonRij
from desktop.views import texts, theme
from desktop.views.acties import texts as action_texts
from desktop.views.werkgevers import texts_facts
from desktop.views.werkgevers.dossier_facts import is_former, nobody_here
from desktop.views.werkgevers.timeline import deadline_words
from desktop.views.widgets import tips
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Tick
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label
from desktop.views.widgets.work_panel import ScrollBody

SHOWN_PEOPLE = 6


class SideColumn(ScrollBody):
    """`ticked(actie_id)` when something was done, `postponed(actie_id, QWidget)` to move it from that part;
    `called(contactpersoon_id, link)` for a phone number.
    """

    ticked = Signal(str)
    postponed = Signal(str, object)
    called = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(texts.TAB_SHORT)
        px = theme.active().px
        self.column.setContentsMargins(px(24), px(16), px(32), px(16))
        self.column.setSpacing(0)
        self._content: QWidget | None = None
        self._shown: object = None
        self._wanted: tuple[Dossier, str, str, date] | None = None

    def show_dossier(self, dossier: Dossier, me: str, role: str, today: date) -> None:
        """What is not in sight is built when it comes in sight."""
        self._wanted = (dossier, me, role, today)
        if self.isVisible():
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)

    def _build(self) -> None:
        """Again when it shows something else; a part with the focus keeps it."""
        if self._wanted is None:
            return
        dossier, me, role, today = self._wanted
        shown = (dossier.acties, dossier.contactpersonen, dossier.afspraken, dossier.vestigingen, today)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self.focusWidget()
        key = focused.property("key") if focused is not None and focused.hasFocus() else None
        place = self.verticalScrollBar().value()
        column = self._start()
        self._promises(column, dossier, me, today)
        self._people(column, dossier, role, today)
        self._running(column, dossier, today)
        column.addStretch(1)
        self._give_back(key)
        self.verticalScrollBar().setValue(place)

    def _start(self) -> QVBoxLayout:
        if self._content is not None:
            self._content.hide()
            self.column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.active().px(6))
        self.column.addWidget(self._content, 1)
        return column

    def _give_back(self, key: object) -> None:
        if key is None or self._content is None:
            return
        for part in self._content.findChildren(QWidget):
            if part.property("key") == key:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        following = self._content.findChildren(Tick)
        if following:
            following[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, column: QVBoxLayout, words: str, first: bool = False) -> None:
        if not first:
            column.addSpacing(theme.active().px(16))
        column.addWidget(Label(words, "bij_sterk"))

    # -- beloofd -------------------------------------------------------------------------------------
    def _promises(self, column: QVBoxLayout, dossier: Dossier, me: str, today: date) -> None:
        self._heading(column, texts.PROMISED, first=True)
        for action in sorted(dossier.acties, key=_by_deadline):
            column.addWidget(self._promise(action, me, today))
        if not dossier.acties:
            column.addWidget(Label(texts.NO_PROMISES, "bij", "tekst_2", wrap=True))

    def _promise(self, action: ActieRij, me: str, today: date) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, px(4))
        row.setSpacing(px(2))
        tick = Tick(texts.tick_off(action.gevraagde_handeling))
        tick.setProperty("key", action.id)
        tick.clicked.connect(self._tick_pressed)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addSpacing(px(1))
        words.addWidget(Label(action.gevraagde_handeling, "bij", "tekst", wrap=True))
        late = bool(action.deadline and action.deadline < today)
        who = texts.ME if action.toegewezen_aan_id == me else action.toegewezen_aan
        said = ", ".join(part for part in (who, deadline_words(action, today)) if part)
        words.addWidget(Label(said, "klein", "fout" if late else "tekst_2", wrap=True))
        if action.toegewezen_aan_id == me:
            words.addWidget(self._postpone_link(action), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return holder

    def _postpone_link(self, action: ActieRij) -> Button:
        link = Button(action_texts.POSTPONE, Look.LINK, role="bij")
        link.setAccessibleName(action_texts.postpone_title(action.gevraagde_handeling))
        link.setProperty("key", f"verzet:{action.id}")
        link.clicked.connect(self._postpone_pressed)
        return link

    def _postpone_pressed(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self.postponed.emit(str(link.property("key")).removeprefix("verzet:"), link)

    def postpone(self) -> bool:
        """Ctrl+D: the promise that has the focus; False when none has."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return False
        key = str(focused.property("key") or "")
        if not (isinstance(focused, Tick) or key.startswith("verzet:")):
            return False
        self.postponed.emit(key.removeprefix("verzet:"), focused)
        return True

    def _tick_pressed(self) -> None:
        tick = self.sender()
        if isinstance(tick, Tick):
            self.ticked.emit(str(tick.property("key")))

    # -- contactpersonen -----------------------------------------------------------------------------
    def _people(self, column: QVBoxLayout, dossier: Dossier, role: str, today: date) -> None:
        self._heading(column, texts.PEOPLE)
        rows = [person for person in dossier.contactpersonen if not is_former(person, today)]
        for person in rows[:SHOWN_PEOPLE]:
            column.addWidget(self._person(person))
        if len(rows) > SHOWN_PEOPLE:
            column.addWidget(Label(texts.and_more(len(rows) - SHOWN_PEOPLE), "klein", "tekst_2"))
        if not rows:
            column.addWidget(Label(nobody_here(role), "bij", "tekst_2", wrap=True))

    def _person(self, person: ContactpersoonRij) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(person.naam, "bij", "tekst", wrap=True))
        watch = texts.DO_NOT_APPROACH.lower() if person.niet_benaderen else ""
        if said := ", ".join(part for part in (person.functie, watch) if part):
            column.addWidget(Label(said, "klein", "letop" if watch else "tekst_2", wrap=True))
        links = QWidget()
        row = Flow(links, theme.active().px(12))
        if person.telefoon:
            said = texts_facts.call(person.naam, dutch.phone(person.telefoon))
            row.addWidget(
                self._link(texts.whole_phone(person.telefoon), said, person, f"tel:{person.telefoon}")
            )
        if person.email:
            said = texts_facts.mail(person.naam, person.email)
            row.addWidget(self._link(texts.KINDS["e-mail"], said, person, f"mailto:{person.email}"))
        if person.telefoon or person.email:
            column.addWidget(links)
        return holder

    def _link(self, words: str, said: str, person: ContactpersoonRij, link: str) -> Button:
        button = Button(words, Look.LINK, role="bij")
        button.setAccessibleName(said)
        tips.tell(button, said)
        button.setProperty("key", f"{person.id} {link}")
        button.clicked.connect(self._link_pressed)
        return button

    def _link_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            person, _, link = str(button.property("key")).partition(" ")
            self.called.emit(person, link)

    # -- loopt nu ------------------------------------------------------------------------------------
    def _running(self, column: QVBoxLayout, dossier: Dossier, today: date) -> None:
        self._heading(column, texts.NOW_RUNNING)
        running = [
            a for a in dossier.afspraken if a.status != "beeindigd" and (a.tot is None or a.tot >= today)
        ]
        until = max((a.tot for a in running if a.tot), default=None)
        month = dutch.long_date(until).split(dutch.NO_BREAK, 1)[1] if until else ""
        figures = (
            (texts.OPEN_ACTIONS, dutch.number(len(dossier.acties))),
            (texts.AGREEMENTS, f"{len(running)}, tot {month}" if until else str(len(running))),
            (texts.VESTIGINGEN, dutch.number(len(dossier.vestigingen))),
        )
        for name, value in figures:
            row = QHBoxLayout()
            row.addWidget(Label(name, "bij", "tekst_2"))
            row.addStretch(1)
            row.addWidget(Label(value, "bij", "tekst"))
            column.addLayout(row)


def _by_deadline(action: ActieRij) -> tuple[date, str]:
    return action.deadline or date.max, action.tijd or ""
