"""Top of a detail: way back, name with its actions, facts on one line, and what a screen adds below it.

Actions that do not fit beside the name move to a line of their own; the name never gets dots here.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import fonts, theme
from desktop.views.subject.way_back import WayBack
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.labels import Label


class HeaderFrame(QWidget):
    """A subclass makes its buttons in `make_actions` and what it adds below the facts in `make_parts`: both
    are called in the order of the screen, which is that of the keyboard too.
    """

    back = Signal()
    step = Signal(int)

    def __init__(self, title: str, margin: int) -> None:
        super().__init__()
        self._placed = (True, False)
        self._small = False
        self._buttons: tuple[Button, ...] = ()
        self._filled: Button | None = None
        px = theme.active().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin, px(20), margin, 0)
        self._column.setSpacing(px(10))
        self.way_back = WayBack(title)
        self.way_back.back.connect(self.back)
        self.way_back.step.connect(self.step)
        self._column.addWidget(self.way_back)
        self._top = QHBoxLayout()
        self._top.setSpacing(px(10))
        self.name = Label("", "titel_groot", wrap=True)
        self._top.addWidget(self.name, 1)
        self._actions = QWidget()
        self._row = QHBoxLayout(self._actions)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._actions.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._top.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        self.make_actions()
        self.facts = Label("", "bij", "tekst_2", wrap=True)
        self._column.addWidget(self.facts)
        self._column.addSpacing(px(4))
        self.make_parts()
        self.banner = Banner()
        self._column.addWidget(self.banner)
        self._column.addSpacing(px(4))

    def make_actions(self) -> None:
        """Its buttons, given to `place_actions`."""

    def make_parts(self) -> None:
        """What stands between the facts and the bar, given to `add_part`."""

    def add_part(self, part: QWidget) -> None:
        """Below what is there."""
        self._column.addWidget(part)

    def place_actions(self, buttons: tuple[Button, ...], filled: Button | None) -> None:
        """The buttons from left to right, the filled one last."""
        self._buttons, self._filled = buttons, filled
        for button in buttons:
            self._row.addWidget(button)

    def show_way_back(self, shown: bool, position: tuple[int, int]) -> None:
        self.way_back.show_way(shown, position)

    def arrange(self, margin: int, small: bool) -> None:
        """`small`: actions on a line of their own, the filled one first."""
        self._small = small
        px = theme.active().px
        self._column.setContentsMargins(margin, px(4 if small else 20), margin, 0)
        self._column.setSpacing(px(6 if small else 10))
        self.fit()

    def set_filled_shown(self, shown: bool) -> None:
        """No filled button behind an open work panel."""
        if self._filled is not None:
            self._filled.setVisible(shown)
        self.fit()

    def fit(self) -> None:
        """Beside the name when there is room for both."""
        edges = self._column.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        wanted = min(fonts.width("titel_groot", self.name.text()), theme.active().px(420)) + 24
        shown = [one for one in self._buttons if not one.isHidden()]
        beside = sum(one.sizeHint().width() + self._row.spacing() for one in shown)
        one_line = not self._small and wanted + beside <= room
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside <= room else direction.TopToBottom)
        if (one_line, self._small) != self._placed:
            self._placed = (one_line, self._small)
            self._move_actions(one_line)

    def _move_actions(self, one_line: bool) -> None:
        """Beside the name, or under the facts; in a small window with the filled one first."""
        self._column.removeWidget(self._actions)
        self._top.removeWidget(self._actions)
        if one_line:
            self._top.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        else:
            place = self._column.indexOf(self.facts) + 1
            self._column.insertWidget(place, self._actions, 0, Qt.AlignmentFlag.AlignLeft)
        self._order_buttons()

    def _order_buttons(self) -> None:
        if self._filled is None or len(self._buttons) < 2:
            return
        others = [one for one in self._buttons if one is not self._filled]
        self._row.removeWidget(self._filled)
        self._row.insertWidget(0 if self._small else len(others), self._filled)
        order = [self._filled, *others] if self._small else [*others, self._filled]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(320), super().minimumSizeHint().height())
