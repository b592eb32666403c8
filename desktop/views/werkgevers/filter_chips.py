"""The chips above the list: whose regie, which gemeente, how long without contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.queries.rows import CodeRij, WerkgeverFilter
from desktop.views import texts, theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.widgets.buttons import Chip
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.layer import open_popover
from desktop.views.widgets.pick_list import PickList
from desktop.views.widgets.pick_popup import Pick

NO_CONTACT_DAYS = (30, 60, 90, 180, 365)


class FilterChips(QWidget):
    """`changed` after each choice; `applied_to` puts what is chosen on a filter."""

    changed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._today = operations.backend.today()
        self._codes: tuple[CodeRij, ...] = ()
        self._gemeente = ""
        self._days = 0
        flow = Flow(self, theme.active().px(6))
        self.mine = Chip(texts.MINE)
        self.nobodys = Chip(texts.NOBODYS)
        self.municipality = Chip(texts.MUNICIPALITY, chevron=True)
        self.since = Chip(texts.NO_CONTACT_SINCE, chevron=True)
        self.mine.toggled.connect(self._mine_toggled)
        self.nobodys.toggled.connect(self._nobodys_toggled)
        self.municipality.clicked.connect(self.choose_municipality)
        self.since.clicked.connect(self.choose_since)
        for chip in (self.mine, self.nobodys, self.municipality, self.since):
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        operations.query(_Codes(operations.backend), self, self._show_codes)

    def applied_to(self, choice: WerkgeverFilter) -> WerkgeverFilter:
        """The same filter with what the chips say."""
        return replace(
            choice,
            mijn_regie=self.mine.isChecked(),
            zonder_regie=self.nobodys.isChecked(),
            gemeente_code=self._gemeente or None,
            geen_contact_sinds=self._today - timedelta(days=self._days) if self._days else None,
        )

    def clear(self) -> None:
        self.mine.setChecked(False)
        self.nobodys.setChecked(False)
        self._municipality_picked(Pick("", ""))
        self._since_picked(Pick("", ""))

    def _mine_toggled(self, on: bool) -> None:
        if on:
            self.nobodys.setChecked(False)
        self.changed.emit()

    def _nobodys_toggled(self, on: bool) -> None:
        if on:
            self.mine.setChecked(False)
        self.changed.emit()

    def _show_codes(self, codes: tuple[CodeRij, ...]) -> None:
        self._codes = codes

    def choose_municipality(self) -> None:
        picks = [_option("", texts.ALL_MUNICIPALITIES, self._gemeente)]
        picks += [_option(code.code, code.label, self._gemeente) for code in self._codes]
        card = PickList(
            texts.MUNICIPALITY, self.municipality, picks, self._gemeente, texts.SEARCH_MUNICIPALITY
        )
        card.picked.connect(self._municipality_picked)
        open_popover(self.window(), card)

    def _municipality_picked(self, pick: Pick) -> None:
        self._gemeente = pick.id
        self.municipality.setChecked(bool(pick.id))
        self.municipality.set_words(pick.words if pick.id else texts.MUNICIPALITY)
        self.changed.emit()

    def choose_since(self) -> None:
        chosen = str(self._days or "")
        picks = [_option("", texts.ANY_CONTACT, chosen)]
        picks += [_option(str(days), texts.no_contact_for(days), chosen) for days in NO_CONTACT_DAYS]
        card = PickList(texts.NO_CONTACT_SINCE, self.since, picks, chosen, texts.NO_CONTACT_SINCE)
        card.picked.connect(self._since_picked)
        open_popover(self.window(), card)

    def _since_picked(self, pick: Pick) -> None:
        self._days = int(pick.id) if pick.id else 0
        self.since.setChecked(bool(self._days))
        self.since.set_words(texts.no_contact_chip(self._days) if self._days else texts.NO_CONTACT_SINCE)
        self.changed.emit()


def _option(code: str, words: str, chosen: str) -> Pick:
    """One line of a filter's list; the chosen one has a tick."""
    return Pick(code, words, icon="vink" if code == chosen else "")


@dataclass(frozen=True, slots=True)
class _Codes:
    backend: Backend

    def __call__(self) -> tuple[CodeRij, ...]:
        return self.backend.codes("gemeente")
