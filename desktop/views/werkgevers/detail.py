"""The dossier of one werkgever: header, tabs, timeline and side column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Dossier, Tijdlijn
from desktop.views import texts, theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.subject.facts_tab import FactsTab
from desktop.views.subject.tabbed import TabStrip
from desktop.views.vacatures.words import Reader
from desktop.views.werkgevers import dossier_facts, field_history, texts_facts, texts_work, work_facts
from desktop.views.werkgevers.detail_header import DetailHeader
from desktop.views.werkgevers.field_history import FieldHistory
from desktop.views.werkgevers.field_words import FieldWords, subjects_of
from desktop.views.werkgevers.side_column import SideColumn
from desktop.views.werkgevers.timeline_pane import TimelinePane
from desktop.views.werkgevers.timeline_view import TimelineView
from desktop.views.werkgevers.work_here import WorkHere
from desktop.views.widgets.fitting import Fitting
from desktop.views.widgets.labels import Surface

LEAST_BELOW = 90
"""So much of a tab is in sight at least, however high the header wants to be."""
TIMELINE, SHORT, WORK, DATA, PEOPLE, PLACES, AGREEMENTS = (
    "tijdlijn",
    "kort",
    "werk",
    "gegevens",
    "contactpersonen",
    "vestigingen",
    "afspraken",
)
TAB_WORDS: Mapping[str, str] = {
    TIMELINE: texts.TAB_TIMELINE,
    SHORT: texts.TAB_SHORT,
    WORK: texts_work.TAB,
    DATA: texts.TAB_DATA,
    PEOPLE: texts.TAB_PEOPLE,
    PLACES: texts_facts.TAB_PLACES,
    AGREEMENTS: texts.TAB_AGREEMENTS,
}


@dataclass(frozen=True, slots=True)
class _Found:
    dossier: Dossier
    page: Tijdlijn
    kinds: frozenset[str]
    by_others: bool


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    werkgever_id: str
    kinds: frozenset[str]
    limit: int
    by_others: bool

    def __call__(self) -> _Found:
        dossier = self.backend.dossier(self.werkgever_id)
        page = self.backend.tijdlijn(dossier.werkgever.id, self.kinds, None, self.limit)
        return _Found(dossier, page, self.kinds, self.by_others)


class Detail(Surface):
    """`shown` after a dossier came in, `lost` when there is none and what was shown stays.

    `asked(key, id)`: a link of a tab; `called(person, link)`: a phone
    number or address; `ticked(actie_id)`. What is pressed in the header passes through `header`.
    """

    shown = Signal()
    lost = Signal()
    ticked = Signal(str)
    asked = Signal(str, str)
    called = Signal(str, str)

    def __init__(self, operations: Operations) -> None:
        super().__init__("vlak_inhoud")
        self._operations = operations
        self._backend = operations.backend
        self.werkgever_id: str | None = None
        self.dossier: Dossier | None = None
        self._with_side = True
        self._panel_open = False
        self._fresh_kinds = False
        margin = theme.measure("marge_detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = DetailHeader(margin)
        self._top = Fitting(self.header)
        column.addWidget(self._top)
        self.strip = TabStrip(texts.TABS_NAME, margin)
        self.strip.turned.connect(self._turned)
        self.tabs, self.tab_choice, self.stack = self.strip.tabs, self.strip.choice, self.strip.stack
        column.addWidget(self.strip)
        column.addLayout(self._body(margin), 1)
        self._fill_tabs()

    def _body(self, margin: int) -> QHBoxLayout:
        body = QHBoxLayout()
        body.setSpacing(0)
        self.pane = TimelinePane(self._operations, margin)
        self.pane.reread.connect(self._chips_changed)
        self.short = SideColumn()
        self.history = FieldHistory(self._operations, self)
        self.history.changed.connect(self._show_facts)
        self.work = WorkHere(self._operations, self)
        self.work.changed.connect(self._show_work)
        keys = (WORK, DATA, PEOPLE, PLACES, AGREEMENTS)
        self.facts = {key: FactsTab(TAB_WORDS[key], margin) for key in keys}
        self._pages: dict[str, QWidget] = {TIMELINE: self.pane, SHORT: self.short, **self.facts}
        for page in self._pages.values():
            self.stack.addWidget(page)
        for tab in self.facts.values():
            tab.pressed.connect(self._link_pressed)
            tab.called.connect(self.called)
        body.addWidget(self.stack, 1)
        body.addWidget(self._side())
        for column in (self.short, self.side):
            column.ticked.connect(self.ticked)
            column.called.connect(self.called)
        return body

    def _side(self) -> QWidget:
        self._side_holder = Surface("vlak_inhoud", sides="l")
        self._side_holder.setFixedWidth(theme.measure("zijkolom"))
        column = QVBoxLayout(self._side_holder)
        column.setContentsMargins(1, 0, 0, 0)
        self.side = SideColumn()
        column.addWidget(self.side)
        return self._side_holder

    @property
    def timeline(self) -> TimelineView:
        return self.pane.view

    @property
    def known(self) -> FieldWords:
        """Codes, colleagues and the people and places of this werkgever by their names."""
        subjects = subjects_of(self.dossier) if self.dossier else {}
        return replace(self.pane.words, subjects=subjects)

    # -- what is shown -------------------------------------------------------------------------------
    def open(self, werkgever_id: str) -> None:
        """Reads a dossier; what is on screen stays until it is there."""
        if werkgever_id != self.werkgever_id:
            self.header.banner.hide()
        self.werkgever_id = werkgever_id
        self.refresh()

    def refresh(self, by_others: bool = False) -> None:
        """`by_others`: a round brought something; what is new then gets a mark."""
        if self.werkgever_id:
            same = self.dossier is not None and self.dossier.werkgever.id == self.werkgever_id
            limit = self.pane.wanted if same else self.pane.page_size
            read = _Read(self._backend, self.werkgever_id, self.pane.kinds, limit, by_others)
            self._operations.query(read, self, self._show, self._lost, channel="dossier")

    def _lost(self, error: Exception) -> None:
        """Keys such as Ctrl+T are about what is in sight, not about what could not be opened."""
        self.werkgever_id = self.dossier.werkgever.id if self.dossier is not None else None
        self.lost.emit()
        self._operations.unexpected.emit(error)

    def _chips_changed(self) -> None:
        self._fresh_kinds = True
        self.refresh()

    def _show(self, found: _Found) -> None:
        if found.kinds != self.pane.kinds:
            return  # the chips were pressed meanwhile; what they ask for is on its way
        before = self.dossier.werkgever.id if self.dossier else None
        dossier = self.dossier = found.dossier
        same = before == dossier.werkgever.id
        if not same:
            self.werkgever_id = dossier.werkgever.id  # the one in which a double went on
        today, me = self._backend.today(), self._backend.medewerker_id
        self.header.show_dossier(dossier, me, self._backend.rol, today, self.known)
        self.pane.show_page(dossier, found.page, same and not self._fresh_kinds, found.by_others)
        self._fresh_kinds = False
        for column in (self.side, self.short):
            column.show_dossier(dossier, me, self._backend.rol, today)
        self._show_facts()
        self._turned(self.strip.current)
        self.shown.emit()

    def _show_facts(self) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        today, role, known = self._backend.today(), self._backend.rol, self.known
        history = self.history.section(known, today)
        self.facts[DATA].show_sections((*dossier_facts.data(dossier, known, role), history))
        self.facts[PEOPLE].show_sections(dossier_facts.people(dossier, known, role, today))
        self.facts[PLACES].show_sections(dossier_facts.places(dossier, role))
        self.facts[AGREEMENTS].show_sections(dossier_facts.agreements(dossier, known, role, today))

    def _link_pressed(self, key: str, about: str) -> None:
        if key == field_history.MORE:
            self.history.more()
        else:
            self.asked.emit(key, about)

    # -- how it is laid out --------------------------------------------------------------------------
    def arrange(self, side: bool, choice: bool, panel_open: bool, margin: int) -> None:
        """`side`: room for the side column. `choice`: tabs as one field. `panel_open`: a form is beside
        this.
        """
        changed = side != self._with_side or panel_open != self._panel_open
        self._with_side, self._panel_open = side, panel_open
        self._side_holder.setVisible(side)
        self.header.set_filled_shown(not panel_open)
        self.header.arrange(margin, choice)
        self.pane.set_margin(margin)
        for tab in self.facts.values():
            tab.set_margin(margin)
        if changed:
            self._fill_tabs()
            self.pane.set_with_open(not side)
        self.strip.arrange(choice, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def rescaled(self) -> None:
        """Another text size: below what stands on top there is room for some of the tab."""
        self._share_height()

    def _share_height(self) -> None:
        tabs = self.strip.sizeHint().height()
        self._top.allow(self.height() - tabs - theme.active().px(LEAST_BELOW))

    def _fill_tabs(self) -> None:
        keys = [key for key in TAB_WORDS if key != SHORT or not (self._with_side or self._panel_open)]
        self.strip.show_tabs([(key, TAB_WORDS[key]) for key in keys], self._pages)

    def show_tab(self, key: str) -> None:
        """One of the tabs by its key; one that is not there now is left alone."""
        self.strip.turn_to(key)

    def _turned(self, key: str) -> None:
        """What a tab needs besides the dossier is read when it is in sight."""
        if self.dossier is None:
            return
        if key == DATA:
            self.history.open(self.dossier.werkgever.id)
        elif key == WORK:
            self.work.open(self.dossier.werkgever.id)

    def _show_work(self) -> None:
        known, backend = self.pane.words, self._backend
        name = known.colleagues.get(backend.medewerker_id, "")
        reader = Reader(backend.medewerker_id, name, backend.rol, backend.today())
        self.facts[WORK].show_sections(work_facts.sections(self.work.found, reader))
