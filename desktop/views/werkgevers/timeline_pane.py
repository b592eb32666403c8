"""The timeline with its chips: reads pages as the reader goes down, and lets nothing in view move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Dossier, Tijdlijn, TijdlijnRij
from desktop.views import texts, theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers import timeline
from desktop.views.werkgevers.field_words import LISTS, FieldWords, subjects_of
from desktop.views.werkgevers.timeline_chips import TimelineChips
from desktop.views.werkgevers.timeline_entry import Setting, id_of
from desktop.views.werkgevers.timeline_view import TimelineView
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label

PAGE = 50


class TimelinePane(QWidget):
    """`reread` when the chips ask for other rows; what is done with an entry goes through `view`."""

    reread = Signal()

    def __init__(self, operations: Operations, margin: int) -> None:
        super().__init__()
        self._operations, self._backend = operations, operations.backend
        self._dossier: Dossier | None = None
        self._rows: tuple[TijdlijnRij, ...] = ()
        self._next: str | None = None
        self._reading = False
        self._fresh: frozenset[str] = frozenset()
        self._words = FieldWords()
        self._with_open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(margin))
        self._empty = self._make_empty(margin)
        column.addWidget(self._empty)
        self.view = TimelineView(margin)
        column.addWidget(self.view, 1)
        self.new_above = self._make_new_above()
        self.view.near_end.connect(self._read_more)
        self.view.verticalScrollBar().valueChanged.connect(self._show_new_above)
        self.read_words()

    def _head(self, margin: int) -> QHBoxLayout:
        px = theme.active().px
        self._head_row = row = QHBoxLayout()
        row.setContentsMargins(margin, px(12), margin, px(4))
        row.setSpacing(px(12))
        self.chips = TimelineChips(self._operations)
        self.chips.changed.connect(self.reread)
        row.addWidget(self.chips, 1)
        return row

    def _make_new_above(self) -> Button:
        """Lies over the timeline, so that nothing moves when it comes and goes."""
        button = Button("", Look.OUTLINED, "omhoog_pijl", height=32)
        button.setParent(self)
        button.clicked.connect(self._go_to_new)
        button.hide()
        return button

    def _make_empty(self, margin: int) -> QWidget:
        holder = QWidget()
        px = theme.active().px
        self._empty_column = column = QVBoxLayout(holder)
        column.setContentsMargins(margin, px(20), margin, 0)
        column.setSpacing(px(6))
        self._empty_words = Label("", "tekst", "tekst_2", wrap=True)
        self._show_all = Button(words.SHOW_ALL, Look.LINK)
        self._show_all.clicked.connect(self.chips.show_all)
        column.addWidget(self._empty_words)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        holder.hide()
        return holder

    def set_margin(self, margin: int) -> None:
        px = theme.active().px
        self._head_row.setContentsMargins(margin, px(12), margin, px(4))
        self._empty_column.setContentsMargins(margin, px(20), margin, 0)
        self.view.set_margin(margin)

    def hasHeightForWidth(self) -> bool:
        """The header comes first in a small window; the timeline scrolls."""
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(200), theme.active().px(60))

    # -- what is shown -------------------------------------------------------------------------------
    @property
    def kinds(self) -> frozenset[str]:
        return self.chips.kinds

    @property
    def page_size(self) -> int:
        return PAGE

    @property
    def wanted(self) -> int:
        """How many rows a refresh reads, so that nothing that was there goes."""
        return max(PAGE, len(self._rows))

    @property
    def words(self) -> FieldWords:
        """Labels of codes and names of colleagues, for who else shows fields."""
        return self._words

    def show_page(self, dossier: Dossier, page: Tijdlijn, same: bool, by_others: bool) -> None:
        """`same`: the werkgever that was shown; `by_others`: a sync round brought this."""
        self._fresh = self._fresh | self._brought(page.regels) if same and by_others else self._kept(same)
        self._dossier, self._rows, self._next = dossier, page.regels, page.volgende
        self._reading = False
        self._show(same, by_others)
        self._show_new_above()

    def _kept(self, same: bool) -> frozenset[str]:
        return self._fresh if same else frozenset()

    def _brought(self, rows: tuple[TijdlijnRij, ...]) -> frozenset[str]:
        """Rows that were not here and that a colleague made; older ones that a page end hid are not new."""
        if not self._rows:
            return frozenset()
        known = {id_of(row.rij) for row in self._rows}
        oldest = self._rows[-1].dag
        fresh = (row for row in rows if row.dag >= oldest and not self._is_mine(row))
        return frozenset(id_of(row.rij) for row in fresh) - known

    def _is_mine(self, row: TijdlijnRij) -> bool:
        made = row.rij[0] if isinstance(row.rij, tuple) else row.rij
        me = self._backend.medewerker_id
        name = self._words.colleagues.get(me)
        who = [getattr(made, part, None) for part in ("medewerker_id", "door_id", "eigenaar_id", "door")]
        return me in who or (name is not None and name in who)

    def set_with_open(self, on: bool) -> None:
        """Open acties first, when no side column shows them."""
        if on != self._with_open:
            self._with_open = on
            self._show(same=self.view.verticalScrollBar().value() > 0)

    def _show(self, same: bool, by_others: bool = False) -> None:
        if self._dossier is None:
            return
        today = self._backend.today()
        named = replace(self._words, subjects=subjects_of(self._dossier))
        at = Setting(self._dossier, self._backend.medewerker_id, today, named, self._fresh)
        made = timeline.entries(self._rows, at, self.kinds, self._with_open)
        self._empty.setVisible(not made)
        self._empty_words.setText(words.NOTHING_OF_KIND if self.kinds else texts.NO_TIMELINE)
        self._show_all.setVisible(bool(self.kinds))
        self.view.show_entries(made, same, by_others)

    def _show_new_above(self) -> None:
        count = len(self.view.fresh_above()) if self._fresh else 0
        if count and self.new_above.isHidden():
            announce(self, words.new_above(count))
        self.new_above.set_words(words.new_above(count) if count else "")
        self.new_above.setVisible(bool(count))
        self._place_new_above()

    def _place_new_above(self) -> None:
        size = self.new_above.sizeHint()
        top = self.view.geometry().top() + theme.active().px(2)
        self.new_above.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())
        self.new_above.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_new_above()

    def _go_to_new(self) -> None:
        above = self.view.fresh_above()
        if above:
            self.view.scrollTo(self.view.rows.index(above[0]), QAbstractItemView.ScrollHint.PositionAtTop)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reading -------------------------------------------------------------------------------------
    def _read_more(self) -> None:
        if self._reading or self._next is None or self._dossier is None:
            return
        self._reading = True
        call = _More(self._backend, self._dossier.werkgever.id, self.kinds, self._next)
        self._operations.query(call, self, self._add, self._not_read, channel="meer")

    def _add(self, found: _Page) -> None:
        """A page of another werkgever or of other chips comes too late."""
        fits = self._dossier is not None and found.werkgever_id == self._dossier.werkgever.id
        if fits and found.kinds == self.kinds and found.after == self._next:
            self._rows += found.page.regels
            self._next = found.page.volgende
            self._show(same=True)
        self._reading = False

    def _not_read(self, error: Exception) -> None:
        self._reading = False

    def read_words(self) -> None:
        """Labels of codes and names of colleagues; both change seldom."""
        self._operations.query(_Words(self._backend), self, self._keep_words, channel="woorden")

    def _keep_words(self, found: FieldWords) -> None:
        self._words = found
        self._show(same=True)


@dataclass(frozen=True, slots=True)
class _Page:
    werkgever_id: str
    kinds: frozenset[str]
    after: str
    page: Tijdlijn


@dataclass(frozen=True, slots=True)
class _More:
    backend: Backend
    werkgever_id: str
    kinds: frozenset[str]
    after: str

    def __call__(self) -> _Page:
        page = self.backend.tijdlijn(self.werkgever_id, self.kinds, self.after, PAGE)
        return _Page(self.werkgever_id, self.kinds, self.after, page)


@dataclass(frozen=True, slots=True)
class _Words:
    backend: Backend

    def __call__(self) -> FieldWords:
        labels: dict[str, Mapping[str, str]] = {
            name: {row.code: row.label for row in self.backend.codes(name)} for name in LISTS
        }
        return FieldWords(labels, {row.id: row.naam for row in self.backend.medewerkers()})
