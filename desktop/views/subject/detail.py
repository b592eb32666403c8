"""The detail of one row of a subject: header, tabs of sections, and side facts where they fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.operations import Operations
from desktop.views.subject import texts as words
from desktop.views.subject.description import Subject
from desktop.views.subject.facts_tab import FactsTab
from desktop.views.subject.header import SubjectHeader
from desktop.views.subject.sheet import Sheet
from desktop.views.subject.tabbed import TabStrip
from desktop.views.widgets.fitting import Fitting
from desktop.views.widgets.labels import Surface

LEAST_BELOW = 90
"""So much of a tab is in sight at least, however high the header wants to be."""
SHORT = "kort"


@dataclass(frozen=True, slots=True)
class _Found:
    row_id: str
    found: Any
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _ReadOne:
    subject: Subject[Any, Any]
    row_id: str
    again: bool

    def __call__(self) -> _Found:
        read = self.subject.read_again if self.again else self.subject.read_one
        found = read(self.row_id)
        return _Found(self.row_id, found, self.subject.sheet(found))


class SubjectDetail(Surface):
    """`shown()` after one came in, `lost()` when there is none and what was shown stays.

    `pressed(key, id)` of an action (the id of the row), or of a link of a section (its own id);
    `called(id, link)` for a phone number or address. `widgets` are tabs that are no sections, by key.
    """

    shown = Signal()
    lost = Signal()
    pressed = Signal(str, str)
    called = Signal(str, str)

    def __init__(
        self, operations: Operations, subject: Subject[Any, Any], widgets: Mapping[str, QWidget] | None = None
    ) -> None:
        super().__init__("vlak_inhoud")
        self._operations, self._subject = operations, subject
        self.row_id = ""
        self.found: Any = None
        self.sheet: Sheet | None = None
        self._with_side, self._panel_open = True, False
        self._wants_focus = False
        margin = self._margin = theme.measure("marge_detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = SubjectHeader(subject.words.title, margin)
        self.header.pressed.connect(self._header_pressed)
        self._top = Fitting(self.header)
        column.addWidget(self._top)
        self.strip = TabStrip(words.TABS, margin)
        column.addWidget(self.strip)
        self._pages: dict[str, QWidget] = {}
        self.facts: dict[str, FactsTab] = {}
        for key, widget in (widgets or {}).items():
            self._pages[key] = widget
            self.strip.stack.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.strip.stack, 1)
        body.addWidget(self._side())
        column.addLayout(body, 1)

    def _side(self) -> QWidget:
        self._side_holder = Surface("vlak_inhoud", sides="l")
        self._side_holder.setFixedWidth(theme.measure("zijkolom"))
        column = QVBoxLayout(self._side_holder)
        column.setContentsMargins(1, 0, 0, 0)
        self.side = self._facts_tab(words.SHORT, theme.active().px(24))
        column.addWidget(self.side)
        self._side_holder.hide()
        return self._side_holder

    def _facts_tab(self, name: str, margin: int) -> FactsTab:
        tab = FactsTab(name, margin)
        tab.pressed.connect(self.pressed)
        tab.called.connect(self.called)
        return tab

    # -- what is shown -------------------------------------------------------------------------------
    def open(self, row_id: str) -> None:
        """Reads one; what is on screen stays until it is there."""
        if row_id != self.row_id:
            self.header.banner.hide()
        self.row_id = row_id
        self.refresh()

    def refresh(self) -> None:
        if self.row_id:
            again = self.sheet is not None and self.sheet.id == self.row_id
            read = _ReadOne(self._subject, self.row_id, again)
            self._operations.query(read, self, self._show, self._not_there, channel="een")

    def _not_there(self, error: Exception) -> None:
        """Keys are about what is in sight, not about what could not be opened."""
        self.row_id = self.sheet.id if self.sheet is not None else ""
        self.lost.emit()
        self._operations.unexpected.emit(error)

    def forget(self) -> None:
        """Nothing is shown, and nothing of what was is kept."""
        self.row_id, self.found, self.sheet = "", None, None

    def _show(self, found: _Found) -> None:
        self.found, self.sheet = found.found, found.sheet
        self.row_id = found.sheet.id
        self.header.show_sheet(found.sheet)
        self._show_tabs(found.sheet)
        self.shown.emit()

    def _show_tabs(self, sheet: Sheet) -> None:
        sections = {tab.key: tab for tab in sheet.tabs if tab.key not in self._pages or tab.key in self.facts}
        for key, tab in sections.items():
            if key not in self.facts:
                page = self.facts[key] = self._pages[key] = self._facts_tab(tab.words, self._margin)
                self.strip.stack.addWidget(page)
            self.facts[key].show_sections(tab.sections)
        if SHORT not in self._pages:
            self._pages[SHORT] = self._facts_tab(words.SHORT, self._margin)
            self.strip.stack.addWidget(self._pages[SHORT])
        short = self._pages[SHORT]
        assert isinstance(short, FactsTab)
        short.show_sections(sheet.side)
        self.side.show_sections(sheet.side)
        self._place_tabs()
        if self._wants_focus:
            self.focus_content()

    def _place_tabs(self) -> None:
        if self.sheet is None:
            return
        beside = self._with_side and bool(self.sheet.side)
        self._side_holder.setVisible(beside)
        tabs = [(tab.key, tab.words) for tab in self.sheet.tabs]
        if self.sheet.side and not beside:
            tabs.insert(1, (SHORT, words.SHORT))
        self.strip.show_tabs(tabs, self._pages)

    def show_tab(self, key: str) -> None:
        self.strip.turn_to(key)

    def _header_pressed(self, key: str) -> None:
        self.pressed.emit(key, self.row_id)

    def focus_content(self) -> None:
        """The tab that is in sight, or that comes in sight once the row is read."""
        page = self.strip.stack.currentWidget()
        self._wants_focus = page is None
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- how it is laid out --------------------------------------------------------------------------
    def arrange(self, side: bool, small: bool, panel_open: bool, margin: int) -> None:
        """`side`: room for side facts. `small`: tabs as one field. `panel_open`: a form is beside this."""
        self._with_side, self._panel_open, self._margin = side, panel_open, margin
        self.header.set_filled_shown(not panel_open)
        self.header.arrange(margin, small)
        self.strip.arrange(small, margin)
        for page in self._pages.values():
            if isinstance(page, FactsTab):
                page.set_margin(margin)
        self._place_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rescaled()

    def rescaled(self) -> None:
        """Below what stands on top there is room for some of the tab."""
        tabs = self.strip.sizeHint().height()
        self._top.allow(self.height() - tabs - theme.active().px(LEAST_BELOW))
