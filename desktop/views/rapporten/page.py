"""The screen Rapporten: what can be put on paper or in a file, each with its choices. Makes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.views import theme
from desktop.views.layout import Room
from desktop.views.operations import concerns
from desktop.views.paper.orders import Order
from desktop.views.rapporten import texts
from desktop.views.rapporten.day_section import DaySection
from desktop.views.rapporten.export_section import ExportSection
from desktop.views.rapporten.lasting_section import LastingSection
from desktop.views.rapporten.overview_section import OverviewSection
from desktop.views.shell import Page, Shell
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.work_panel import ScrollBody


class ReportsPage(Page):
    """Remembers what was chosen the last time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.overview = OverviewSection(shell)
        self.day = DaySection(shell)
        self.export = ExportSection(shell)
        self.lasting = LastingSection(shell)
        self._build()
        self.overview.wants.connect(self._show_paper)
        self.day.wants.connect(self._show_paper)
        shell.operations.changed.connect(self._on_changed)

    def _build(self) -> None:
        px = theme.active().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = Surface("vlak_inhoud", sides="b")
        words = QVBoxLayout(self._head)
        words.setSpacing(px(2))
        words.addWidget(Label(texts.TITLE, "titel_groot", wrap=True))
        words.addWidget(Label(texts.LEAD, "tekst", "tekst_2", wrap=True))
        outer.addWidget(self._head)
        self.body = ScrollBody(texts.TITLE)
        holder = QWidget()
        holder.setMaximumWidth(theme.measure("tekst_breedst"))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(24))
        for section in (self.overview, self.day, *self._figures(), self.export):
            column.addWidget(section)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(holder, 1)
        row.addStretch(0)
        self.body.column.addLayout(row)
        outer.addWidget(self.body, 1)
        self._set_margin(theme.measure("marge_vandaag"))

    def _figures(self) -> Sequence[QWidget]:
        late = self.lasting.late
        return (self.lasting, self.lasting.support, *([late] if late is not None else []))

    def _set_margin(self, margin: int) -> None:
        px = theme.active().px
        self._head.layout().setContentsMargins(margin, px(24), margin, px(18))  # type: ignore[union-attr]
        self.body.column.setContentsMargins(margin, px(28), margin, px(28))

    def _show_paper(self, order: Order) -> None:
        from desktop.views.paper.paper import show_paper

        show_paper(self._shell, order)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self.isVisible() and concerns(changes, "actie"):
            self.day.refresh()
        if self.isVisible() and concerns(changes, "plaatsing", "mijlpaal", "nazorgactie"):
            self.lasting.refresh()

    # -- the shell -----------------------------------------------------------------------------------
    def enter(self) -> None:
        self.day.refresh()
        self.lasting.refresh()
        self.overview.whose.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        name = "marge_vandaag" if room.list_beside else "marge_smal" if room.rail else "marge_compact"
        self._set_margin(theme.measure(name))

    def panes(self) -> Sequence[QWidget]:
        return [self.body]

    def _remembered(self) -> Mapping[str, OverviewSection | ExportSection | LastingSection]:
        return {"overzicht": self.overview, "bestand": self.export, "duurzaam": self.lasting}

    def left(self) -> Mapping[str, object]:
        return {name: dict(section.left()) for name, section in self._remembered().items()}

    def restore(self, left: Mapping[str, object]) -> None:
        for name, section in self._remembered().items():
            kept = left.get(name)
            if isinstance(kept, Mapping):
                section.restore(kept)

    def close_down(self) -> None:
        self.export.stop()
