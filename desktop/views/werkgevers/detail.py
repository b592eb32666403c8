"""The dossier of one werkgever: header, tabs, timeline and side column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.queries.rows import VeldwijzigingRij, Werkgeversblad
from desktop.views import texts, theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.werkgevers import timeline
from desktop.views.werkgevers.data_tabs import FactsTab
from desktop.views.werkgevers.detail_header import DetailHeader
from desktop.views.werkgevers.side_column import SideColumn
from desktop.views.werkgevers.timeline_view import TimelineView
from desktop.views.widgets.fields import Choice
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.tabs import Tabs


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the detail shows, read in one go."""

    blad: Werkgeversblad
    changes: tuple[VeldwijzigingRij, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    werkgever_id: str

    def __call__(self) -> Dossier:
        return Dossier(self.backend.blad(self.werkgever_id), self.backend.veldwijzigingen(self.werkgever_id))


class Detail(Surface):
    """`shown` after a dossier came in. What is pressed in the header passes through `header`."""

    shown = Signal()
    ticked = Signal(str)

    def __init__(self, operations: Operations) -> None:
        super().__init__("vlak_inhoud")
        self._operations = operations
        self._backend = operations.backend
        self.werkgever_id: str | None = None
        self.dossier: Dossier | None = None
        self._with_side = True
        self._panel_open = False
        margin = theme.measure("marge_detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = DetailHeader(margin)
        column.addWidget(self.header)
        column.addWidget(self._tab_bar(margin))
        body = QHBoxLayout()
        body.setSpacing(0)
        self.stack = QStackedWidget()
        self.timeline = TimelineView(margin)
        self.short = SideColumn()
        self._facts = {
            name: FactsTab(name, margin) for name in (texts.TAB_DATA, texts.TAB_PEOPLE, texts.TAB_AGREEMENTS)
        }
        self._timeline_page = self._with_words(margin)
        for page in (self._timeline_page, self.short, *self._facts.values()):
            self.stack.addWidget(page)
        body.addWidget(self.stack, 1)
        body.addWidget(self._side())
        column.addLayout(body, 1)
        self.short.ticked.connect(self.ticked)
        self.side.ticked.connect(self.ticked)
        self._fill_tabs()

    def _with_words(self, margin: int) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._no_entries = Label(texts.NO_TIMELINE, "tekst", "tekst_2")
        self._no_entries.setContentsMargins(margin, theme.active().px(24), margin, 0)
        self._no_entries.hide()
        column.addWidget(self._no_entries)
        column.addWidget(self.timeline, 1)
        return page

    def _side(self) -> QWidget:
        self._side_holder = Surface("vlak_inhoud", sides="l")
        self._side_holder.setFixedWidth(theme.measure("zijkolom"))
        column = QVBoxLayout(self._side_holder)
        column.setContentsMargins(1, 0, 0, 0)
        self.side = SideColumn()
        column.addWidget(self.side)
        return self._side_holder

    def _tab_bar(self, margin: int) -> QWidget:
        holder = Surface("vlak_inhoud", sides="b")
        row = QHBoxLayout(holder)
        row.setContentsMargins(margin, 0, theme.active().px(8), 0)
        self.tabs = Tabs(texts.TABS_NAME)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.tab_choice = Choice(texts.TABS_NAME)
        self.tab_choice.currentIndexChanged.connect(self._tab_changed)
        self.tab_choice.setFixedWidth(theme.active().px(220))
        self.tab_choice.hide()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.tab_choice)
        row.addStretch(0)
        self._tab_row = row
        return holder

    # -- what is shown -------------------------------------------------------------------------------
    def open(self, werkgever_id: str) -> None:
        """Reads a dossier; what is on screen stays until it is there."""
        if werkgever_id != self.werkgever_id:
            self.header.banner.hide()
        self.werkgever_id = werkgever_id
        self.refresh()

    def refresh(self) -> None:
        if self.werkgever_id:
            self._operations.query(
                _Read(self._backend, self.werkgever_id), self, self._show, channel="dossier"
            )

    def _show(self, dossier: Dossier) -> None:
        before = self.dossier.blad.werkgever.id if self.dossier else None
        self.dossier = dossier
        today = self._backend.today()
        me = self._backend.medewerker_id
        self.header.show_blad(dossier.blad, me, self._backend.rol, today)
        self._show_timeline(same=before == dossier.blad.werkgever.id)
        self.side.show_blad(dossier.blad, me, today)
        self.short.show_blad(dossier.blad, me, today)
        self._facts[texts.TAB_DATA].show_data(dossier.blad, today)
        self._facts[texts.TAB_PEOPLE].show_people(dossier.blad, today)
        self._facts[texts.TAB_AGREEMENTS].show_agreements(dossier.blad, today)
        self.shown.emit()

    def _show_timeline(self, same: bool) -> None:
        if self.dossier is None:
            return
        rows = timeline.entries(
            self.dossier.blad,
            self.dossier.changes,
            self._backend.medewerker_id,
            self._backend.today(),
            with_open=not self._with_side,
        )
        self._no_entries.setVisible(not rows)
        self.timeline.show_entries(rows, same)

    # -- how it is laid out --------------------------------------------------------------------------
    def arrange(self, side: bool, choice: bool, panel_open: bool, margin: int) -> None:
        """`side`: room for the side column. `choice`: tabs as one field. `panel_open`: a form is beside
        this.
        """
        changed = side != self._with_side or panel_open != self._panel_open
        self._with_side, self._panel_open = side, panel_open
        self._side_holder.setVisible(side)
        self.tabs.setVisible(not choice)
        self.tab_choice.setVisible(choice)
        self._tab_row.setStretch(2, 1 if choice else 0)
        self._tab_row.setContentsMargins(
            margin,
            theme.active().px(4) if choice else 0,
            theme.active().px(8),
            theme.active().px(8) if choice else 0,
        )
        self.header.set_filled_shown(not panel_open)
        self.header.arrange(margin, choice)
        self.timeline.set_margin(margin)
        if changed:
            self._fill_tabs()
            self._show_timeline(same=True)

    def _fill_tabs(self) -> None:
        names = [texts.TAB_TIMELINE]
        names += [] if self._with_side or self._panel_open else [texts.TAB_SHORT]
        names += [texts.TAB_DATA, texts.TAB_PEOPLE, texts.TAB_AGREEMENTS]
        current = self.tabs.tabText(self.tabs.currentIndex()) if self.tabs.count() else names[0]
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names:
            self.tabs.addTab(name)
        self.tabs.setCurrentIndex(names.index(current) if current in names else 0)
        self.tabs.blockSignals(False)
        self.tab_choice.set_options(tuple((name, name) for name in names))
        self._tab_changed(self.tabs.currentIndex())

    def _tab_changed(self, index: int) -> None:
        name = self.tabs.tabText(index)
        pages: dict[str, QWidget] = {
            texts.TAB_TIMELINE: self._timeline_page,
            texts.TAB_SHORT: self.short,
            **self._facts,
        }
        if name not in pages:
            return
        self.stack.setCurrentWidget(pages[name])
        for part in (self.tabs, self.tab_choice):
            part.blockSignals(True)
            part.setCurrentIndex(index)
            part.blockSignals(False)

    def last_focus(self) -> Callable[[], None]:
        return self.timeline.setFocus
