"""The chips above the list: whose regie and how long without contact; the rest is behind Filters."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import texts, theme
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers.list_words import Reader
from desktop.views.widgets.buttons import Chip
from desktop.views.widgets.flow import Flow

USUAL_DAYS = 60


class FilterChips(QWidget):
    """`picked(WerkgeverFilter)` after each press; `show_choice` ticks what is on."""

    picked = Signal(object)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._choice = WerkgeverFilter()
        self.quiet_days = USUAL_DAYS
        flow = Flow(self, theme.active().px(6))
        self.mine = Chip(texts.MINE)
        self.nobodys = Chip(texts.NOBODYS)
        self.quiet = Chip(texts.NO_CONTACT_SINCE)
        for chip in (self.mine, self.nobodys, self.quiet):
            flow.addWidget(chip)
        self.mine.toggled.connect(self._mine)
        self.nobodys.toggled.connect(self._nobodys)
        self.quiet.toggled.connect(self._quiet)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, choice: WerkgeverFilter) -> None:
        self._choice = choice
        for chip, on in (
            (self.mine, choice.mijn_regie),
            (self.nobodys, choice.zonder_regie),
            (self.quiet, choice.geen_contact_sinds is not None),
        ):
            with QSignalBlocker(chip):
                chip.setChecked(on)

    def _mine(self, on: bool) -> None:
        self.picked.emit(list_choice.only_mine(self._choice, on))

    def _nobodys(self, on: bool) -> None:
        self.picked.emit(list_choice.only_nobodys(self._choice, on))

    def _quiet(self, on: bool) -> None:
        count = self.quiet_days if on else 0
        self.picked.emit(list_choice.quiet_for(self._choice, count, self._reader.today))
