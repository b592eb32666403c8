"""Puts list, detail and work panel beside each other, or one at a time where there is no room.

Keeps the widths that a person gave the list, and gives the focus back to what opened the panel.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.layout import Room
from desktop.views.widgets.work_panel import WorkPanel

_FREE = 16777215


class Arrangement(QWidget):
    """`arranged()` when its parts were placed anew.

    `wide`: the list wants the page to itself. `only_page`: there is nothing in the list to come back to.
    """

    arranged = Signal()

    def __init__(self, left: QWidget, right: QWidget, fallback: QWidget) -> None:
        super().__init__()
        self._list, self._right, self._fallback = left, right, fallback
        self.room = Room(True, True, True, True)
        self.wide = self.only_page = self.page_shown = False
        self.panel: WorkPanel | None = None
        self._back_to: QWidget | None = None
        self._widths: dict[str, int] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        left.setMinimumWidth(theme.measure("lijstpaneel_min"))
        left.setMaximumWidth(theme.measure("lijstpaneel_max"))
        self._splitter.splitterMoved.connect(self._moved)
        self._panel_place = QWidget()
        self._panel_column = QVBoxLayout(self._panel_place)
        self._panel_column.setContentsMargins(0, 0, 0, 0)
        self._panel_place.hide()
        row.addWidget(self._splitter, 1)
        row.addWidget(self._panel_place)

    # -- how wide it is -------------------------------------------------------------------------------
    @property
    def list_beside(self) -> bool:
        """A list that wants the page to itself has it; what is opened in it is a page too."""
        return self.room.list_beside and not self.wide

    @property
    def margin(self) -> int:
        """Of the detail."""
        name = "marge_detail" if self.list_beside else "marge_smal" if self.room.rail else "marge_compact"
        return theme.measure(name)

    @property
    def with_side(self) -> bool:
        """Room for a column at the side of the detail."""
        return self.room.side and self.panel is None

    def set_room(self, room: Room) -> None:
        if room != self.room:
            self.room = room
            self.arrange()

    def set_wide(self, wide: bool) -> None:
        """The list as columns or board, or back as rows."""
        self.wide = wide
        self.page_shown = False
        self.arrange()

    # -- what is in sight -----------------------------------------------------------------------------
    def show_page(self) -> None:
        """The detail, where there is room for one at a time."""
        self.page_shown = True
        self.arrange()

    def show_list(self) -> bool:
        """Back to the list in one-page mode; False when it is in sight already."""
        if not self.page_shown or self.list_beside:
            return False
        self.page_shown = False
        self.arrange()
        return True

    def arrange(self) -> None:
        room, panel = self.room, self.panel is not None
        beside = panel and room.panel_beside
        self._panel_place.setVisible(panel)
        if beside:
            self._panel_place.setFixedWidth(theme.measure("werkpaneel"))
        else:
            self._panel_place.setMinimumWidth(theme.measure("werkpaneel_min") if room.rail else 0)
            self._panel_place.setMaximumWidth(_FREE)
        self._splitter.setVisible(not panel or beside)
        self._list.setMaximumWidth(theme.measure("lijstpaneel_max") if self.list_beside else _FREE)
        page = self.page_shown or self.only_page
        self._list.setVisible(not panel and (self.list_beside or not page))
        self._right.setVisible(self.list_beside or page or beside)
        self._give_list_its_width()
        self.arranged.emit()

    def panes(self) -> list[QWidget]:
        """For F6: list, detail, panel, those that are in sight."""
        parts: list[QWidget] = [self._list, self._right]
        if self.panel is not None:
            parts.append(self.panel)
        return [part for part in parts if part.isVisible()]

    # -- panel ----------------------------------------------------------------------------------------
    def open_panel(self, panel: WorkPanel) -> None:
        """Shows a form beside the detail, or in its place; focus goes to its first empty field."""
        self.drop_panel()
        self._back_to = self.window().focusWidget()
        self.panel = panel
        self._panel_column.addWidget(panel)
        self.arrange()
        first = panel.first_empty() if hasattr(panel, "first_empty") else panel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_panel(self) -> None:
        """Takes the panel away and gives the focus back to what opened it."""
        if self.panel is None:
            return
        panel, self.panel = self.panel, None
        self._panel_column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self.arrange()
        try:
            if self._back_to is not None and self._back_to.isVisible():
                self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
            elif self._right.isVisible():
                self._fallback.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            self._back_to = None

    # -- widths ---------------------------------------------------------------------------------------
    def _moved(self, place: int, number: int) -> None:
        if self.list_beside and self._list.isVisible():
            self._widths[self.room.width_class] = round(self._list.width() / theme.active().factor)

    def _give_list_its_width(self) -> None:
        """The width that was chosen in a window as wide as this; the rest is for the detail."""
        if self.list_beside:
            usual = theme.tokens()["maten"]["lijstpaneel"]
            wanted = theme.active().px(self._widths.get(self.room.width_class, usual))
            self._splitter.setSizes([wanted, max(1, self.width() - wanted)])

    def widths(self) -> dict[str, int]:
        """To be remembered."""
        return dict(self._widths)

    def restore(self, widths: object) -> None:
        if isinstance(widths, Mapping):
            self._widths = {str(name): int(width) for name, width in widths.items()}
            self._give_list_its_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_list_its_width()

    def rescaled(self) -> None:
        """Another text size: the list goes along."""
        self._give_list_its_width()
