"""What is chosen as a sentence above the rows, and the line with how many there are and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views import theme
from desktop.views.subject import texts as words
from desktop.views.subject.choice import Part
from desktop.views.widgets import tips
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Elided, Label
from desktop.views.widgets.menu import Menu
from desktop.views.widgets.token import Token


class SentencePart(Token):
    """A part of the sentence with a cross: a press takes it away."""

    def __init__(self, said: str) -> None:
        super().__init__(said, f"{said}, {words.TAKE_AWAY}")
        tips.tell(self, f"{said}: {words.TAKE_AWAY}")


class FilterSentence(QWidget):
    """`taken(key)` when a part was taken away. Only there while a filter is on."""

    taken = Signal(str)

    def __init__(self, before: QWidget, after: QWidget | None = None) -> None:
        super().__init__()
        self._before = before  # the keyboard comes from there
        self._shown: tuple[Part, ...] = ()
        self._flow = Flow(self, theme.active().px(6))
        self._parts: list[QWidget] = []
        self._after = after  # stands at the end
        if after is not None:
            self._flow.addWidget(after)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_parts(self, parts: tuple[Part, ...], whole: str, narrows: bool) -> None:
        """`whole` is the sentence as it is read out."""
        if parts != self._shown:
            self._shown = parts
            self._rebuild()
        self.setAccessibleName(whole)
        self.setVisible(narrows)

    def _rebuild(self) -> None:
        had_focus = any(part.hasFocus() for part in self._parts)
        for old in self._parts:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [self._widget(part) for part in self._shown]
        for number, widget in enumerate(self._parts):
            self._flow.insert_widget(number, widget)
            widget.show()
        self.order_tabs()
        if had_focus:
            self._focus_what_is_left()
        self.updateGeometry()

    def order_tabs(self) -> None:
        """Parts are made anew; the keyboard still goes from left to right."""
        here = self._before
        parts = [part for part in self._parts if isinstance(part, SentencePart)]
        for widget in (*parts, *([self._after] if self._after is not None else [])):
            QWidget.setTabOrder(here, widget)
            here = widget

    def _widget(self, part: Part) -> QWidget:
        if not part.key:
            label = Label(part.words, "bij_mid", "tekst_2")
            label.setMinimumHeight(theme.active().px(26))
            return label
        token = SentencePart(part.words)
        token.setProperty("part", part.key)
        token.clicked.connect(self._taken_away)
        return token

    def _focus_what_is_left(self) -> None:
        left = [part for part in self._parts if isinstance(part, SentencePart)]
        if left:
            left[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _taken_away(self) -> None:
        self.taken.emit(str(self.sender().property("part")))

    def words(self) -> tuple[str, ...]:
        """The parts as they read."""
        return tuple(part.words for part in self._shown)


class SortButton(Button):
    """op laatste contact: a press opens the other orders. `picked(order)`.

    `sorts` are the orders as the button says them, `menu` as the menu does.
    """

    picked = Signal(str)

    def __init__(self, sorts: Mapping[str, str], menu: Mapping[str, str]) -> None:
        first = next(iter(sorts))
        super().__init__(sorts[first], Look.LINK, chevron=True, token="tekst_2", role="bij")
        self._sorts = sorts
        self._orders = menu
        self._order = first
        self._menu: Menu | None = None
        self.clicked.connect(self._open)
        self.show_order(first)

    def show_order(self, order: str) -> None:
        self.set_words(self._sorts.get(order, order))
        self.setAccessibleName(f"{words.SORT_BY}: {self.text()}")
        self._order = order

    def _open(self) -> None:
        """The menu is made at the first press: a list that opens does not wait for it."""
        if self._menu is None:
            self._menu = Menu(words.SORT_BY, self)
            group = QActionGroup(self._menu)
            for order, said in self._orders.items():
                action = self._menu.add(said, order)
                action.setCheckable(True)
                group.addAction(action)
            self._menu.triggered.connect(self._picked)
        for action in self._menu.actions():
            action.setChecked(action.data() == self._order)
        self._menu.open_below(self)

    def _picked(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))


class CountLine(QWidget):
    """How many there are, or quietly that there is a newer list; at the right the order. `refresh_asked`."""

    refresh_asked = Signal()

    def __init__(self, sort: SortButton, beside: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(12))
        self.count = Elided("", "bij", "tekst_2")
        self.offer = Button("", Look.LINK, role="bij")
        self.offer.clicked.connect(self.refresh_asked)
        self.sort = sort
        row.addWidget(self.count, 1)
        row.addWidget(self.offer)
        row.addStretch(0)
        if beside is not None:
            row.addWidget(beside)
        row.addWidget(self.sort)
        self.offer.hide()

    def say(self, said: str, aloud: bool) -> None:
        self.count.set_text(said)
        if aloud:
            announce(self.count, said)

    def offer_refresh(self, said: str) -> None:
        """Empty takes the offer away."""
        self.offer.set_words(said)
        self.offer.setVisible(bool(said))
        self.count.setVisible(not said)
        if said:
            announce(self.offer, said)
