"""The rail: mark, search, the pages, kept lists, and the person. A new screen is one line in `pages.py`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.laptop_rows import Stand
from desktop.views import texts, texts_shell, theme
from desktop.views.rail_parts import ListRow, Mark, PersonButton, RailRow, SearchButton
from desktop.views.shell import PageKind
from desktop.views.widgets.labels import Elided, Hairline, Label, Surface
from desktop.views.widgets.layout_items import items

LISTS_IN_SIGHT = 7


class Rail(Surface):
    """`chosen(key)` of a page, `searched()`, `list_chosen(LijstRij)`, `person_pressed()`."""

    chosen = Signal(str)
    searched = Signal()
    list_chosen = Signal(object)
    person_pressed = Signal()

    def __init__(self, kinds: Sequence[PageKind]) -> None:
        super().__init__("vlak_raam", sides="r")
        self.setAccessibleName(texts.MAIN_MENU)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(14), px(9), px(8))
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addSpacing(px(16))
        self.search = SearchButton()
        self.search.clicked.connect(self.searched)
        searching = QHBoxLayout()
        searching.setContentsMargins(px(4), 0, px(4), 0)
        searching.addWidget(self.search)
        column.addLayout(searching)
        column.addSpacing(px(8))
        self._group = QButtonGroup(self)
        self._rows: dict[str, RailRow] = {}
        for number, kind in enumerate(kinds):
            row = RailRow(kind, number)
            self._group.addButton(row, number)
            self._rows[kind.key] = row
            column.addWidget(row)
        self._group.idClicked.connect(self._pressed)
        column.addWidget(self._kept_lists())
        column.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(px(4), 0, px(4), px(4))
        line.addWidget(Hairline())
        column.addLayout(line)
        self.person = PersonButton()
        self.person.clicked.connect(self.person_pressed)
        column.addWidget(self.person)
        self.rescaled()

    def _top(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, px(8), 0)
        row.setSpacing(px(10))
        row.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(texts.PROGRAM, "tekst_sterk", "tekst"))
        self.region = Elided("", "klein", "accent_tekst" if theme.active().practice else "tekst_2")
        names.addWidget(self.region)
        row.addLayout(names, 1)
        return row

    def _kept_lists(self) -> QWidget:
        """At most seven in sight, the rest by scrolling; gone while there are none."""
        px = theme.active().px
        self._lists_part = QWidget()
        column = QVBoxLayout(self._lists_part)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(2))
        heading = Label(texts_shell.SAVED_LISTS, "klein_mid", "tekst_3")
        heading.setContentsMargins(px(14), 0, 0, 0)
        column.addWidget(heading)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(texts_shell.SAVED_LISTS)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        inside = QWidget()
        self._lists = QVBoxLayout(inside)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(0)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # giving it to a scroll area fills it
        column.addWidget(self._scroll)
        self._lists_part.hide()
        return self._lists_part

    # -- what it shows -------------------------------------------------------------------------------
    def show_stand(self, stand: Stand) -> None:
        self.region.set_text(texts.PRACTICE if stand.oefen else stand.regio)
        self.person.show_person(stand.medewerker, texts.ROLES.get(stand.rol, stand.rol))

    def show_lists(self, rows: Sequence[LijstRij]) -> None:
        if self.list_rows() == list(rows):
            return
        focused = next((n for n, row in enumerate(self._list_buttons()) if row.hasFocus()), None)
        while (item := self._lists.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            button = ListRow(row)
            button.clicked.connect(self._list_pressed)
            self._lists.addWidget(button)
        self._lists_part.setVisible(bool(rows))
        self._fit_lists()
        buttons = self._list_buttons()
        if focused is not None and buttons:
            buttons[min(focused, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def list_rows(self) -> list[LijstRij]:
        return [button.row for button in self._list_buttons()]

    def _list_buttons(self) -> list[ListRow]:
        parts = [item.widget() for item in items(self._lists)]
        return [part for part in parts if isinstance(part, ListRow)]

    def set_current(self, key: str) -> None:
        """Tab comes to the page that is shown; the arrows go on from there. A page beside the rail leaves Tab
        where it came, and nothing chosen.
        """
        self._group.setExclusive(False)
        for name, row in self._rows.items():
            row.setChecked(name == key)
        self._group.setExclusive(True)
        if key not in self._rows:
            return
        for name, row in self._rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def set_count(self, key: str, count: int) -> None:
        if key in self._rows:
            self._rows[key].set_count(count)

    # -- size and pressing ---------------------------------------------------------------------------
    def rescaled(self) -> None:
        """One pixel more than the token: the line at its right side."""
        self.setFixedWidth(theme.measure("rail") + 1)
        self._fit_lists()

    def _fit_lists(self) -> None:
        rows = min(LISTS_IN_SIGHT, self._lists.count())
        self._scroll.setMaximumHeight(rows * theme.measure("rail_regel"))

    def _pressed(self, number: int) -> None:
        row = self._group.button(number)
        if isinstance(row, RailRow):
            self.chosen.emit(row.kind.key)

    def _list_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ListRow):
            self.list_chosen.emit(button.row)
