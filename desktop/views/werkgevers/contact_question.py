"""The question before contact starts (R3): who holds the regie, what was and what is planned, and the
choices.

Own regie never meets it; logging a contact that took place never does either (R4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.queries.regie_rows import Regiestand
from desktop.models.rights import may_do
from desktop.views import texts, texts_forms, theme
from desktop.views import texts_regie as words
from desktop.views.werkgevers import regie_words
from desktop.views.werkgevers import texts_contact as said
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import ChoiceCard
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.labels import Icon, Label, Surface
from desktop.views.widgets.layer import DialogCard, Layer

ASK, OWN, OTHER, REGIE, REPORT = "ask", "eigen_kandidaat", "andere_reden", "regie", "report"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person chose, with the reason of the third choice."""

    choice: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog needs to know besides the stand itself."""

    stand: Regiestand
    holder: MedewerkerRij | None
    me: str
    role: str
    today: date
    offline: bool
    kanaal: str = said.CALL
    person: str = ""


class ContactQuestion(DialogCard):
    """Accepted with `answer` filled; rejected when the person goes back."""

    def __init__(self, asked: Asked) -> None:
        stand = asked.stand
        self._asked = asked
        title = words.has_regie_title(stand.regiehouder) if stand.regiehouder else words.NOBODY
        super().__init__(title)
        self.answer: Answer | None = None
        self.layer: Layer | None = None
        px = theme.active().px
        self.column.addWidget(Label(title, "titel", wrap=True))
        self.column.addWidget(
            Label(
                said.you_want_to(asked.kanaal, stand.werkgever, stand.plaats, asked.person),
                "tekst",
                "tekst_2",
                wrap=True,
            )
        )
        self.column.addSpacing(px(6))
        self.column.addWidget(self._facts())
        self.column.addSpacing(px(8))
        self.column.addWidget(
            Label(words.WHY_CONTACT if stand.regiehouder else words.WHAT_NOW, "tekst_sterk")
        )
        self._cards = self._choices()
        self._group = QButtonGroup(self)
        for card in self._cards:
            self._group.addButton(card.radio)
            self.column.addWidget(card)
            card.chosen.connect(self._chosen)
        self.column.addSpacing(px(6))
        self.column.addLayout(self._footer())
        self._cards[0].radio.setChecked(True)

    def sizeHint(self) -> QSize:
        return QSize(
            theme.measure("dialoog_breed"), self.column.totalHeightForWidth(theme.measure("dialoog_breed"))
        )

    def _facts(self) -> QWidget:
        px = theme.active().px
        card = Surface("vlak_strook", 8)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(px(16), px(11), px(16), px(11))
        rows.setSpacing(px(7))
        for icon, name, value, amber in self._fact_rows():
            row = QHBoxLayout()
            row.setSpacing(px(10))
            row.addWidget(Icon(icon, 16, "letop" if amber else "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
            label = Label(name, "bij", "tekst_2")
            label.setFixedWidth(px(126))
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(
                Label(value, "bij", "letop" if amber and name == words.STANDING else "tekst", wrap=True), 1
            )
            rows.addLayout(row)
        return card

    def _fact_rows(self) -> list[tuple[str, str, str, bool]]:
        stand, today, me = self._asked.stand, self._asked.today, self._asked.me
        last = (
            regie_words.contact_words(stand.laatste_contact, me, today)
            if stand.laatste_contact
            else words.NO_CONTACT_YET
        )
        planned = [regie_words.planned_words(action, me, today) for action in stand.gepland[:2]]
        rows = [
            ("klok", words.LAST_CONTACT, last[:1].upper() + last[1:], False),
            ("agenda", words.PLANNED, "\n".join(planned) or words.NOTHING_PLANNED, False),
        ]
        if stand.niet_benaderen_tot and stand.niet_benaderen_tot >= today:
            rows.append(
                (
                    "niet",
                    words.WATCH_OUT,
                    texts.not_before(stand.niet_benaderen_tot, stand.niet_benaderen_reden),
                    True,
                )
            )
        if stand.waarneming:
            there = stand.waarneming
            words_of_it = said.stands_in(there.waarnemer, there.voor, there.tot)
            rows.append(("persoon", said.STANDS_IN, words_of_it, False))
        if stand.reservering_door:
            rows.append(
                (
                    "letop",
                    words.RESERVED,
                    words.reserved_by(stand.reservering_door, stand.reservering_tot),
                    True,
                )
            )
        if stand.concern:
            rows.append(
                (
                    "werkgever",
                    words.CONCERN,
                    words.concern_holders(stand.concern, stand.concern_regiehouders),
                    False,
                )
            )
        rows.append(self._standing())
        return rows

    def _standing(self) -> tuple[str, str, str, bool]:
        at, today = self._asked.stand.bijgewerkt_op, self._asked.today
        if self._asked.offline:
            return ("wolk_uit", words.STANDING, words.standing_offline(at, today), True)
        return ("wolk", words.STANDING, words.standing_now(at, today), False)

    def _choices(self) -> list[ChoiceCard]:
        stand = self._asked.stand
        if stand.regiehouder is None:
            report = said.REPORT[self._asked.kanaal]
            cards = [ChoiceCard(REPORT, report, words.REPORT_APPROACH_TEXT)]
            if may_do(self._asked.role, "regie.neem") and not stand.regie_gevraagd:
                cards.insert(0, ChoiceCard(REGIE, words.ASK_REGIE_FIRST, words.ASK_REGIE_TEXT))
            return cards
        first = regie_words.first_name(self._whom())
        self._reason = TextField(words.REASON)
        self._reason.setMaxLength(200)
        self._reason_row = FormRow(words.REASON, self._reason)
        self._reason_row.set_aside(words.reads_this(first))
        return [
            ChoiceCard(ASK, words.ask_first(first), said.comes_first_at(first)),
            ChoiceCard(OWN, words.OWN_CANDIDATE, words.own_candidate_text(first)),
            ChoiceCard(OTHER, words.OTHER_REASON, words.OTHER_REASON_TEXT, self._reason_row),
        ]

    def _whom(self) -> str:
        """Who is asked: who stands in, or else who holds the regie."""
        stand = self._asked.stand
        return stand.waarneming.waarnemer if stand.waarneming else stand.regiehouder or ""

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(8))
        holder = self._asked.holder
        if holder is not None and holder.telefoon:
            first = regie_words.first_name(holder.naam)
            row.addWidget(Icon("telefoon", 16, "tekst_2"))
            row.addWidget(Label(words.call_colleague(first, holder.telefoon), "bij", "tekst_2"))
        row.addStretch(1)
        cancel = Button(texts_forms.CANCEL, Look.OUTLINED, height=40)
        cancel.clicked.connect(self.reject)
        self.go = Button(words.SEND_QUESTION, Look.FILLED)
        self.go.clicked.connect(self._go)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row

    def first_field(self) -> QWidget | None:
        return self._cards[0].radio

    @property
    def choice(self) -> str:
        return next(card.code for card in self._cards if card.radio.isChecked())

    def choose(self, code: str) -> None:
        for card in self._cards:
            if card.code == code:
                card.radio.setChecked(True)

    def _chosen(self, code: str) -> None:
        kanaal = self._asked.kanaal
        labels = {ASK: words.SEND_QUESTION, REGIE: words.ASK_REGIE_FIRST, REPORT: said.REPORT_AND_GO[kanaal]}
        self.go.set_words(labels.get(code, said.go_on(kanaal)))
        if self.layer is not None:
            self.layer.replace()
        if code == OTHER:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        reason = self._reason.text().strip() if self.choice == OTHER else ""
        if self.choice == OTHER and not reason:
            self._reason_row.set_error(words.REASON_NEEDED)
            self._reason.setFocus()
            announce(self, words.REASON_NEEDED)
            if self.layer is not None:
                self.layer.replace()
            return
        self.answer = Answer(self.choice, reason)
        self.accept()

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self._go()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
