"""The chips above the list: whose regie, and behind Filters the gemeente and how long without contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

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
        self._gemeente = self._gemeente_words = ""
        self._days = 0
        flow = Flow(self, theme.active().px(6))
        self.mine = Chip(texts.MINE)
        self.nobodys = Chip(texts.NOBODYS)
        self.more = Chip(texts.FILTERS, chevron=True)
        self.mine.toggled.connect(self._mine_toggled)
        self.nobodys.toggled.connect(self._nobodys_toggled)
        self.more.clicked.connect(self._open_menu)
        for chip in (self.mine, self.nobodys, self.more):
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._make_menu()
        self._show_choices()
        operations.query(_Codes(operations.backend), self, self._show_codes)

    def _make_menu(self) -> None:
        # The actions are made here and not by addAction: that one's wrapper dies with a layer elsewhere.
        self._menu = QMenu(texts.FILTERS, self)
        self._by_municipality = QAction(texts.MUNICIPALITY, self._menu)
        self._by_municipality.triggered.connect(self.choose_municipality)
        self._by_contact = QAction(texts.NO_CONTACT_SINCE, self._menu)
        self._by_contact.triggered.connect(self.choose_since)
        self._none = QAction(texts.CLEAR_FILTERS, self._menu)
        self._none.triggered.connect(self.clear)
        for action in (self._by_municipality, self._by_contact, self._none):
            self._menu.addAction(action)

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def applied_to(self, choice: WerkgeverFilter) -> WerkgeverFilter:
        """The same filter with what the chips say."""
        return replace(
            choice,
            mijn_regie=self.mine.isChecked(),
            zonder_regie=self.nobodys.isChecked(),
            gemeente_code=self._gemeente or None,
            geen_contact_sinds=self._today - timedelta(days=self._days) if self._days else None,
        )

    def chosen_words(self) -> tuple[str, ...]:
        """What was chosen behind Filters, in the words of the list."""
        since = texts.no_contact_chip(self._days) if self._days else ""
        return tuple(words for words in (self._gemeente_words, since) if words)

    def clear(self) -> None:
        self.mine.setChecked(False)
        self.nobodys.setChecked(False)
        self._gemeente = self._gemeente_words = ""
        self._days = 0
        self._chosen()

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
        card = PickList(texts.MUNICIPALITY, self.more, picks, self._gemeente, texts.SEARCH_MUNICIPALITY)
        card.picked.connect(self._municipality_picked)
        open_popover(self.window(), card)

    def _municipality_picked(self, pick: Pick) -> None:
        self._gemeente, self._gemeente_words = pick.id, pick.words if pick.id else ""
        self._chosen()

    def choose_since(self) -> None:
        chosen = str(self._days or "")
        picks = [_option("", texts.ANY_CONTACT, chosen)]
        picks += [_option(str(days), texts.no_contact_for(days), chosen) for days in NO_CONTACT_DAYS]
        card = PickList(texts.NO_CONTACT_SINCE, self.more, picks, chosen, texts.NO_CONTACT_SINCE)
        card.picked.connect(self._since_picked)
        open_popover(self.window(), card)

    def _since_picked(self, pick: Pick) -> None:
        self._days = int(pick.id) if pick.id else 0
        self._chosen()

    def _chosen(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        chosen = self.chosen_words()
        self.more.setChecked(bool(chosen))
        self.more.set_words(texts.filters_chosen(len(chosen)))
        self.more.setAccessibleDescription(", ".join(chosen))
        since = texts.no_contact_for(self._days) if self._days else texts.ANY_CONTACT
        self._by_municipality.setText(
            f"{texts.MUNICIPALITY}: {self._gemeente_words or texts.ALL_MUNICIPALITIES}"
        )
        self._by_contact.setText(f"{texts.NO_CONTACT_SINCE}: {since}")
        self._none.setVisible(bool(chosen))


def _option(code: str, words: str, chosen: str) -> Pick:
    """One line of a filter's list; the chosen one has a tick."""
    return Pick(code, words, icon="vink" if code == chosen else "")


@dataclass(frozen=True, slots=True)
class _Codes:
    backend: Backend

    def __call__(self) -> tuple[CodeRij, ...]:
        return self.backend.codes("gemeente")
