"""Two records turn out to be one werkgever: which one stays, and who holds the regie then (R8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import WerkgeverKaart
from desktop.models.rights import decides_for_others
from desktop.views import texts, theme
from desktop.views.backend import Backend
from desktop.views.forms import texts as form_words
from desktop.views.forms.panel import Fields, FormKind, FormPanel
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.forms import texts as words
from desktop.views.widgets.choices import ChoiceCard
from desktop.views.widgets.labels import Label

NAME = "werkgever.voeg_samen"


@dataclass(frozen=True, slots=True)
class ReadBoth:
    """Both dossiers, on a reader."""

    backend: Backend
    one: str
    other: str

    def __call__(self) -> tuple[Dossier, Dossier]:
        return self.backend.dossier(self.one), self.backend.dossier(self.other)


class MergeForm(FormPanel):
    """`one` is the werkgever from which it was asked, `other` the double that was chosen."""

    def __init__(self, shell: Shell, one: Dossier, other: Dossier) -> None:
        self._cards = {dossier.werkgever.id: dossier.werkgever for dossier in (one, other)}
        card = one.werkgever
        kind = FormKind(
            words.MERGE,
            dutch.in_row([one.werkgever.naam, other.werkgever.naam]),
            "samenvoegen",
            card.id,
            words.MERGE_ASKED,
            card.id,
            words.MERGE_THEM,
        )
        super().__init__(shell, kind)
        self._other_id = other.werkgever.id
        self._keeper = self._choice(
            words.CHOOSE_KEEPER,
            [(found.id, found.naam, _facts(found)) for found in self._cards.values()],
        )
        self.fields.addWidget(Label(words.KEEPER_HINT, "bij", "tekst_2", wrap=True))
        self._holder: list[ChoiceCard] = []
        if self._two_holders():
            self._ask_holder()
        self.fields.addWidget(Label(words.MERGE_LATER, "bij", "tekst_2", wrap=True))
        self.fields.addStretch(1)
        self._keeper[0].radio.setChecked(True)
        self.begin()

    def _choice(self, question: str, options: Sequence[tuple[str, str, str]]) -> list[ChoiceCard]:
        """A question with cards below it."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.active().px(8))
        column.addWidget(Label(question, "bij_mid"))
        group = QButtonGroup(holder)
        cards = []
        for code, title, explanation in options:
            card = ChoiceCard(code, title, explanation)
            group.addButton(card.radio)
            card.chosen.connect(self.note_edit)
            column.addWidget(card)
            cards.append(card)
        self.fields.addWidget(holder)
        return cards

    def _two_holders(self) -> bool:
        holders = {card.regiehouder_id for card in self._cards.values() if card.regiehouder_id}
        return len(holders) > 1

    def _ask_holder(self) -> None:
        """Only the teamleider decides between two regiehouders."""
        if not decides_for_others(self.backend.rol):
            self.fields.addWidget(Label(words.TEAMLEIDER_DECIDES, "bij", "letop", wrap=True))
            return
        options = [
            (card.regiehouder_id or "", card.regiehouder or "", words.regie_at(card.naam))
            for card in self._cards.values()
        ]
        self._holder = self._choice(words.WHO_KEEPS_REGIE, options)

    def first_empty(self) -> QWidget:
        return self._keeper[0].radio

    def as_plain(self) -> Fields:
        return {"blijft": _chosen(self._keeper), "regie": _chosen(self._holder), "dubbel": self._other_id}

    def fill(self, kept: Mapping[str, object]) -> None:
        for cards, key in ((self._keeper, "blijft"), (self._holder, "regie")):
            for card in cards:
                card.radio.setChecked(card.code == kept.get(key))

    def errors(self) -> dict[str, str]:
        if self._two_holders() and not self._holder:
            return {"": words.TEAMLEIDER_DECIDES}
        if self._two_holders() and not _chosen(self._holder):
            return {"": form_words.REQUIRED["regie_bij_id"]}
        return {} if _chosen(self._keeper) else {"": words.CHOOSE_KEEPER}

    def requests(self) -> Sequence[Request]:
        keeps = _chosen(self._keeper)
        goes = next(found for found in self._cards if found != keeps)
        arguments: dict[str, object] = {"werkgever_id": keeps, "dubbel_id": goes}
        holder = _chosen(self._holder)
        return [Request(NAME, arguments | ({"regie_bij_id": holder} if holder else {}))]


def _chosen(cards: Sequence[ChoiceCard]) -> str:
    return next((card.code for card in cards if card.radio.isChecked()), "")


def _facts(card: WerkgeverKaart) -> str:
    said = (
        card.plaats,
        texts.kvk_fact(card.kvk_nummer) if card.kvk_nummer else texts.NO_KVK,
        texts.regie_of(card.regiehouder) if card.regiehouder else texts.NO_REGIE_YET,
    )
    return "  ·  ".join(part for part in said if part)
