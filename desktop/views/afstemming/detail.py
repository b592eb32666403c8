"""The chosen item: a conflict, a refusal or a notice; built again for each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import texts, theme
from desktop.views.afstemming import choices, items
from desktop.views.afstemming.conflict import ConflictPart, open_link
from desktop.views.afstemming.message import MessagePart
from desktop.views.afstemming.reading import History
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.work_panel import ScrollBody


class ItemDetail(ScrollBody):
    """`chose(id, keuze)`, `opens(werkgever_id)`; Alt+1 … 4 come in through `choose_number`."""

    chose = Signal(str, str)
    opens = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(texts.RECONCILE)
        px = theme.active().px
        self.column.setContentsMargins(px(40), px(28), px(40), px(28))
        self.column.setSpacing(px(14))
        self.item: AfstemmingRij | None = None
        self.laptop_id = ""
        self._history: History | None = None
        self._known, self._today, self._small = FieldWords(), date.min, False
        self._back_button = Button(texts.RECONCILE, Look.QUIET, "terug", height=34)
        self._back_button.clicked.connect(self.back)
        self._back_button.hide()
        self.column.addWidget(self._back_button)
        self._content = QWidget()
        self.part: ConflictPart | MessagePart | None = None
        self.column.addWidget(self._content, 1)

    def arrange(self, way_back: bool, small: bool) -> None:
        self._back_button.setVisible(way_back)
        if small != self._small:
            self._small = small
            if self.item is not None:
                self._build(self.item)

    def show_item(self, item: AfstemmingRij, known: FieldWords, today: date) -> None:
        """The same item again leaves everything as it is, the focus and the scroll position too."""
        if (item, known, today) == (self.item, self._known, self._today):
            return
        another = self.item is None or item.id != self.item.id
        self.item, self._known, self._today = item, known, today
        self._build(item)
        if another:
            self.verticalScrollBar().setValue(0)

    def _build(self, item: AfstemmingRij) -> None:
        focused = self._content.isAncestorOf(self.focusWidget() or self)
        self.column.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setMaximumWidth(theme.measure("tekst_breedst"))
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.active().px(12))
        if item.soort == items.CONFLICT:
            self.part = ConflictPart(item, self._known, self._today, self._small, self.laptop_id)
        else:
            self.part = MessagePart(item, self._known, self._today)
        self.part.chose.connect(self._chosen)
        rows.addWidget(self.part)
        if item.werkgever_id:
            rows.addWidget(open_link(self._open_pressed), 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.column.addWidget(self._content, 1)
        if self._history is not None:  # built anew in a narrower window: what was read is still there
            self.show_history(self._history)
        if focused:
            self.focus_choice()

    def focus_choice(self) -> None:
        """On the first choice, once the part is in sight."""
        if self.part is not None and self.part.buttons:
            self._content.show()
            self.part.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_history(self, history: History) -> None:
        self._history = history
        part = self.part
        if self.item is not None and history.id == self.item.id and isinstance(part, ConflictPart):
            part.changes.show_changes(history.changes, self._known, self._today)

    # -- choosing ------------------------------------------------------------------------------------
    def choose_number(self, number: int) -> None:
        """A choice that this item does not have does nothing."""
        item = self.item
        keuze = choices.choice(item, number) if item is not None else None
        if item is not None and keuze is not None:
            self.chose.emit(item.id, keuze)

    def _chosen(self, keuze: str) -> None:
        if self.item is not None:
            self.chose.emit(self.item.id, keuze)

    def _open_pressed(self) -> None:
        if self.item is not None and self.item.werkgever_id:
            self.opens.emit(self.item.werkgever_id)
