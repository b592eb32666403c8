"""The chips above a timeline: everything, or a few kinds together. What was chosen is kept per person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.frozen import dataclass
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers.timeline import CHIPS, EVERYTHING, kinds_of
from desktop.views.widgets.buttons import Chip
from desktop.views.widgets.flow import Flow

KEPT_AS = "tijdlijn"


class TimelineChips(QWidget):
    """`changed` when a person chose another kind, or when what was kept differs from everything."""

    changed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.setAccessibleName(words.CHIPS_NAME)
        flow = Flow(self, theme.active().px(8))
        self.chips: dict[str, Chip] = {}
        for key, text, _ in CHIPS:
            chip = Chip(text)
            chip.setProperty("chip", key)
            chip.clicked.connect(self._pressed)
            flow.addWidget(chip)
            self.chips[key] = chip
        self._choose({EVERYTHING})
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        operations.query(_Kept(operations.backend), self, self._show_kept, self._ignore)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of rows to read; none is all."""
        return kinds_of(self.chosen())

    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def show_all(self) -> None:
        self._choose({EVERYTHING})
        self._keep()
        self.changed.emit()

    def _pressed(self) -> None:
        chip = self.sender()
        key = str(chip.property("chip")) if isinstance(chip, Chip) else EVERYTHING
        others = set(self.chosen()) - {EVERYTHING}
        self._choose({EVERYTHING} if key == EVERYTHING or not others else others)
        self._keep()
        self.changed.emit()

    def _choose(self, keys: Iterable[str]) -> None:
        wanted = set(keys)
        for key, chip in self.chips.items():
            chip.setChecked(key in wanted)

    def _keep(self) -> None:
        call = _Keep(self._operations.backend, self.chosen())
        self._operations.write(call, self, None, self._ignore)

    def _show_kept(self, kept: Mapping[str, object] | None) -> None:
        found = kept.get("chips") if kept else None
        keys = {key for key in found if key in self.chips} if isinstance(found, list) else set()
        if keys and keys != set(self.chosen()):
            self._choose(keys)
            self.changed.emit()

    def _ignore(self, error: Exception) -> None:
        """Chips that cannot be kept are chosen again next time: nobody loses anything by it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    backend: Backend

    def __call__(self) -> Mapping[str, object] | None:
        return self.backend.vensterstand(KEPT_AS)


@dataclass(frozen=True, slots=True)
class _Keep:
    backend: Backend
    chips: tuple[str, ...]

    def __call__(self) -> None:
        self.backend.bewaar_vensterstand(KEPT_AS, {"chips": list(self.chips)})
