"""A part of the screen Op deze laptop, and the frame of those with a list and its chosen item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.laptop_rows import Concept
from desktop.views import theme
from desktop.views.deze_laptop.contents import Content
from desktop.views.deze_laptop.item_detail import ItemDetail
from desktop.views.deze_laptop.lines import Line
from desktop.views.layout import Room
from desktop.views.shell import Way
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.item_view import ItemView
from desktop.views.widgets.labels import Surface

_NOTHING, _ITEM = 0, 1
WIDEST = 16_777_215


class Part(QWidget):
    """What it does not override does nothing. `way_changed()`: ask `way` again."""

    way_changed = Signal()

    def set_room(self, room: Room) -> None:
        """The window became wider or narrower."""

    def refresh(self) -> None:
        """Read again."""

    def take_focus(self) -> None:
        """Where work begins."""

    def way(self) -> Way | None:
        return None

    def go_back(self) -> bool:
        return False

    def step(self, by: int) -> None:
        """The next or previous item."""

    def current_employer(self) -> str | None:
        return None

    def panes(self) -> Sequence[QWidget]:
        return [self]


class ListPart(Part):
    """A list beside its chosen item; in a narrow window one of the two. `title` is on the way back, `name`
    says what the list holds.
    """

    def __init__(self, title: str, name: str, nothing: str, nothing_text: str) -> None:
        super().__init__()
        self._title = title
        self._room = Room(True, True, True, True)
        self._item_shown = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = Surface("vlak_lijst")
        self.left = QVBoxLayout(self._left)
        self.left.setContentsMargins(0, theme.active().px(6), 0, 0)
        self.left.setSpacing(0)
        self.list: ItemView[WachtRegel | Concept] = ItemView(name)
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self._opened)
        self.left.addWidget(self.list, 1)
        row.addWidget(self._left)
        self._right = Surface("vlak_inhoud", sides="l")
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(EmptyState(nothing, nothing_text))
        self.detail = ItemDetail(title)
        self.detail.pressed.connect(self.pressed)
        self.detail.back.connect(self.go_back)
        self._stack.addWidget(self.detail)
        row.addWidget(self._right, 1)

    # -- what each kind fills in ---------------------------------------------------------------------
    def content(self, line: Line) -> Content:
        """What the detail shows of this line."""
        raise NotImplementedError

    def pressed(self, code: str) -> None:
        """A button of the detail."""

    # -- the list ------------------------------------------------------------------------------------
    def show_lines(self, lines: Sequence[Line]) -> None:
        """New contents; the detail follows, also when only that changed."""
        focused = self.detail.isAncestorOf(self.focusWidget() or self)
        self.list.show_lines(lines)
        current = self.list.current()
        self._stack.setCurrentIndex(_NOTHING if current is None else _ITEM)
        if current is not None:
            self.detail.show_content(self.content(current))
        elif focused or self._item_shown:
            self._item_shown = False
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def show_current_again(self) -> None:
        """The line is the same, what is said of it may not be."""
        current = self.list.current()
        if current is not None:
            self.detail.show_content(self.content(current))

    def _picked(self, line: Line) -> None:
        self._stack.setCurrentIndex(_ITEM)
        self.detail.show_content(self.content(line))
        self.way_changed.emit()

    def _opened(self) -> None:
        if not self._room.list_beside:
            self._item_shown = True
            self._arrange()
            self.detail.focus_first()

    # -- what the page asks --------------------------------------------------------------------------
    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        self.list.step(by)

    def way(self) -> Way | None:
        shown = self._item_shown and not self._room.list_beside
        return Way(self._title, self.list.position()) if shown else None

    def go_back(self) -> bool:
        if not self._item_shown:
            return False
        self._item_shown = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def panes(self) -> Sequence[QWidget]:
        return [part for part in (self._left, self._right) if part.isVisible()]

    def set_room(self, room: Room) -> None:
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        beside = self._room.list_beside
        nothing = self.list.current() is None
        self._left.setVisible((beside or not self._item_shown) and not nothing)
        self._right.setVisible(beside or self._item_shown or nothing)
        self._left.setMinimumWidth(theme.measure("lijstpaneel" if beside else "lijstpaneel_min"))
        self._left.setMaximumWidth(theme.measure("lijstpaneel") if beside else WIDEST)
        self.detail.arrange(not beside and not self._room.small, self._room.small)
        self.way_changed.emit()
