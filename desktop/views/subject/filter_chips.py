"""The chips above a list: filters that are on or off. Those with options are behind *Filters*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop.views import theme
from desktop.views.subject.choice import ON, Choice, Filter
from desktop.views.widgets.buttons import Chip
from desktop.views.widgets.flow import Flow


class SubjectChips(QWidget):
    """`picked(Choice)` after each press; `show_choice` ticks what is on."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choice = Choice()
        self._filters: dict[str, Filter] = {}
        self.chips: dict[str, Chip] = {}
        self._flow = Flow(self, theme.active().px(6))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_filters(self, filters: Sequence[Filter]) -> None:
        """One chip for each that has no options; called again it changes nothing of what is there."""
        self._filters = {one.key: one for one in filters if not one.options and not one.anything}
        for key, one in self._filters.items():
            if key not in self.chips:
                chip = self.chips[key] = Chip(one.words)
                chip.setProperty("filter", key)
                chip.toggled.connect(self._toggled)
                self._flow.addWidget(chip)

    def show_choice(self, choice: Choice) -> None:
        self._choice = choice
        for key, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(choice.has(key))

    def _toggled(self, on: bool) -> None:
        key = str(self.sender().property("filter"))
        self.picked.emit(self._choice.where(key, ON if on else "", self._filters[key].excludes))
