"""The line above a detail in one-page mode: back to the list, where one is, the previous and the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views import shortcuts, texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label


class WayBack(QWidget):
    """`back()` to the list, `step(1)` or `step(-1)` through it."""

    back = Signal()
    step = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        back = Button(title, Look.QUIET, "terug", height=34, flush=True)
        shortcuts.explain(back, shortcuts.BACK)
        back.clicked.connect(self.back)
        self._position = Label("", "tekst", "tekst_2")
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._position)
        for icon, shortcut, slot in (
            ("omhoog_pijl", shortcuts.PREVIOUS, self._step_back),
            ("omlaag", shortcuts.NEXT, self._step_on),
        ):
            button = Button(shortcut.label, Look.QUIET, icon, icon_only=True)
            shortcuts.explain(button, shortcut)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.hide()

    def show_way(self, shown: bool, position: tuple[int, int]) -> None:
        self.setVisible(shown)
        self._position.setText(texts.position(*position) if position[0] else "")

    def _step_back(self) -> None:
        self.step.emit(-1)

    def _step_on(self) -> None:
        self.step.emit(1)
