"""The tabs Gegevens, Contactpersonen and Afspraken: facts as rows of label and value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.rows import (
    AfspraakRij,
    ContactpersoonRij,
    VestigingRij,
    WerkgeverKaart,
    Werkgeversblad,
)
from desktop.views import dates, texts, texts_forms, theme
from desktop.views.widgets.labels import Hairline, Label
from desktop.views.widgets.work_panel import ScrollBody


class FactsTab(ScrollBody):
    """A scrolling column that is filled again whenever the dossier was read."""

    def __init__(self, name: str, margin: int) -> None:
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setContentsMargins(margin, theme.active().px(18), margin, theme.active().px(24))
        self._content: QWidget | None = None
        self._start()

    def _start(self) -> QVBoxLayout:
        if self._content is not None:
            self._content.hide()
            self.column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        self._content.setMaximumWidth(theme.active().px(816))
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.active().px(8))
        self.column.addWidget(self._content, 1)
        return rows

    def show_data(self, blad: Werkgeversblad, today: date) -> None:
        rows = self._start()
        _section(rows, texts.TAB_DATA, _card_facts(blad.werkgever), first=True)
        for branch in blad.vestigingen:
            title = branch.naam or (texts.MAIN_BRANCH if branch.hoofdvestiging else texts.BRANCH)
            _section(rows, title, _branch_facts(branch))
        rows.addStretch(1)

    def show_people(self, blad: Werkgeversblad, today: date) -> None:
        rows = self._start()
        if not blad.contactpersonen:
            rows.addWidget(Label(texts.NO_PEOPLE, "tekst", "tekst_2"))
        for number, person in enumerate(blad.contactpersonen):
            _section(rows, person.naam, _person_facts(person), first=number == 0)
        rows.addStretch(1)

    def show_agreements(self, blad: Werkgeversblad, today: date) -> None:
        rows = self._start()
        if not blad.afspraken:
            rows.addWidget(Label(texts.NO_AGREEMENTS, "tekst", "tekst_2"))
        for number, agreement in enumerate(blad.afspraken):
            _section(
                rows, texts.agreement_kind(agreement.soort), _agreement_facts(agreement), first=number == 0
            )
        rows.addStretch(1)


def _section(
    rows: QVBoxLayout, title: str, facts: Iterable[tuple[str, str | None]], first: bool = False
) -> None:
    if not first:
        rows.addSpacing(theme.active().px(10))
        rows.addWidget(Hairline())
        rows.addSpacing(theme.active().px(6))
    rows.addWidget(Label(title, "kop", wrap=True))
    for name, value in facts:
        if not value:
            continue
        row = QHBoxLayout()
        label = Label(name, "bij", "tekst_2", wrap=True)
        label.setFixedWidth(theme.active().px(150))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(value, "tekst", "tekst", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        rows.addLayout(row)


def _card_facts(card: WerkgeverKaart) -> tuple[tuple[str, str | None], ...]:
    return (
        (texts.NUMBER, card.nummer or texts.PROVISIONAL),
        (texts_forms.KVK, dutch.kvk(card.kvk_nummer) if card.kvk_nummer else texts.NO_KVK),
        ("RSIN", card.rsin),
        (texts.FIELD_LABELS["statutaire_naam"], card.statutaire_naam),
        (texts.TRADE_NAMES, dutch.in_row(card.handelsnamen)),
        (texts.FIELD_LABELS["rechtsvorm"], card.rechtsvorm),
        (texts_forms.SECTOR, card.sector),
        ("SBI", card.sbi_code),
        (texts_forms.STAFF, dutch.number(card.werkzame_personen) if card.werkzame_personen else None),
        (texts.FIELD_LABELS["website"], card.website),
        (texts.FIELD_LABELS["segment"], card.segment),
        (texts.FIELD_LABELS["concern"], card.concern),
        (texts.MUNICIPALITY, card.gemeente),
        (texts.MAILINGS, texts.NO_MAILINGS if card.ind_non_mailing else None),
    )


def _branch_facts(branch: VestigingRij) -> tuple[tuple[str, str | None], ...]:
    street = " ".join(str(part) for part in (branch.straat, branch.huisnummer, branch.toevoeging) if part)
    town = " ".join(
        part
        for part in (dates.postcode(branch.postcode) if branch.postcode else "", branch.woonplaats)
        if part
    )
    return (
        (
            texts.ADDRESS,
            texts.SHIELDED if branch.adres_afgeschermd else "\n".join(p for p in (street, town) if p),
        ),
        (texts.MUNICIPALITY, branch.gemeente),
        (texts.BRANCH_NUMBER, branch.vestigingsnummer),
    )


def _person_facts(person: ContactpersoonRij) -> tuple[tuple[str, str | None], ...]:
    return (
        (texts_forms.ROLE, person.functie),
        (texts_forms.PHONE, dutch.phone(person.telefoon) if person.telefoon else None),
        (texts.FIELD_LABELS["telefoon_2"], dutch.phone(person.telefoon_2) if person.telefoon_2 else None),
        (texts_forms.EMAIL, person.email),
        (texts.PREFERS, texts.KINDS.get(person.voorkeurskanaal or "")),
        (texts.FIELD_LABELS["tot"], dutch.long_date(person.tot) if person.tot else None),
        (texts.WATCH, texts.DO_NOT_APPROACH if person.niet_benaderen else None),
    )


def _agreement_facts(agreement: AfspraakRij) -> tuple[tuple[str, str | None], ...]:
    until = f" tot {dutch.long_date(agreement.tot)}" if agreement.tot else ""
    return (
        (texts.CONTENT, agreement.inhoud),
        (texts.RUNS, f"Vanaf {dutch.long_date(agreement.van)}{until}"),
        (texts.OWNER, agreement.eigenaar),
        (texts.STATE, texts.NOT_SENT if agreement.wacht else None),
    )
