"""The bar below the rows while several are chosen: how many, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.werkgevers import texts_list as words
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Label, Surface


class ChosenBar(Surface):
    """One signal per button. Hidden with fewer than two."""

    make_action = Signal()
    print_them = Signal()
    export_them = Signal()
    let_go = Signal()

    def __init__(self, may_act: bool) -> None:
        super().__init__("vlak_raam", sides="t")
        px = theme.active().px
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(10), px(24), px(12))
        column.setSpacing(px(8))
        row = QHBoxLayout()
        self.count = Label("", "bij_sterk", "tekst")
        row.addWidget(self.count, 1)
        let_go = Button(words.LET_GO, Look.LINK, role="bij")
        let_go.clicked.connect(self.let_go)
        row.addWidget(let_go)
        column.addLayout(row)
        column.addWidget(self._buttons(may_act))
        self.hide()

    def _buttons(self, may_act: bool) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, theme.active().px(8))
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        for allowed, said, signal in (
            (may_act, words.MAKE_ACTION, self.make_action),
            (True, words.PRINT, self.print_them),
            (True, words.EXPORT, self.export_them),
        ):
            if allowed:
                button = Button(said, Look.OUTLINED, height=32, role="bij_mid")
                button.clicked.connect(signal)
                flow.addWidget(button)
        return holder

    def wanted(self, width: int) -> int:
        """Its height at that width."""
        return self._column.totalHeightForWidth(width)

    def show_count(self, count: int) -> None:
        self.setVisible(count > 1)
        if count > 1:
            self.count.setText(words.chosen(count))
            announce(self.count, words.employers_chosen(count))
