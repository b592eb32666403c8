"""A small table of figures: a grid where there is room, else sentences; a screen reader hears sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.labels import Hairline, Label


@dataclass(frozen=True, slots=True)
class Figures:
    """`heads` are the words above the columns, of which the first is for the names of the rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def sentences(self) -> tuple[str, ...]:
        """1 maand, betaald werk: begonnen 12, gehaald 10."""
        return tuple(self._sentence(row) for row in self.rows)

    def _sentence(self, row: Sequence[str]) -> str:
        pairs = zip(self.heads[1:], row[1:], strict=True)
        return f"{row[0]}: {', '.join(f'{head.lower()} {value}' for head, value in pairs)}."


class FigureTable(QWidget):
    """Can be reached with Tab; built again when there is something else to show."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", 6)
        self.setMinimumWidth(0)
        self._shown: Figures | None = None
        self._column = QVBoxLayout(self)
        px = theme.active().px
        self._column.setContentsMargins(px(8), px(6), px(8), px(6))
        self._words = Label("", "bij", "tekst", wrap=True)
        self._words.hide()
        self._grid = QWidget()
        self._column.addWidget(self._grid)
        self._column.addWidget(self._words)

    def show_figures(self, figures: Figures) -> None:
        """Nothing moves when it says the same."""
        if figures == self._shown:
            return
        self._shown = figures
        self.setAccessibleName(figures.name)
        self.setAccessibleDescription(" ".join(figures.sentences()))
        self._words.setText("\n".join(figures.sentences()))
        old, self._grid = self._grid, _grid(figures)
        self._column.replaceWidget(old, self._grid)
        old.hide()
        old.deleteLater()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page: there are the sentences for that."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def rescaled(self) -> None:
        """Another text size needs another width."""
        self._arrange()

    def _arrange(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        fits = self._grid.sizeHint().width() <= room
        self._grid.setVisible(fits)
        self._words.setVisible(not fits)


def _grid(figures: Figures) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    px = theme.active().px
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(20))
    grid.setVerticalSpacing(px(6))
    for column, words in enumerate(figures.heads):
        _place(grid, Label(words, "klein_mid", "tekst_2"), 0, column)
    grid.addWidget(Hairline(), 1, 0, 1, len(figures.heads))
    for number, row in enumerate(figures.rows, start=2):
        for column, words in enumerate(row):
            _place(grid, Label(words, "bij", "tekst"), number, column)
    grid.setColumnStretch(0, 1)
    return holder


def _place(grid: QGridLayout, label: Label, row: int, column: int) -> None:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)
