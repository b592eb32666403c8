"""The list of Afstemming: open or settled, under headings, with all notices read in one go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.views import texts_regie as words
from desktop.views import theme
from desktop.views.afstemming import texts
from desktop.views.texts import RECONCILE
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.item_view import ItemView
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.tabs import Tabs

OPEN, DONE = 0, 1


class ItemList(Surface):
    """`view` is the list itself; `switched()` to the other tab, `read_all()` for the button."""

    switched = Signal()
    read_all = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_lijst")
        self.setFixedWidth(theme.measure("lijstpaneel"))
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(18), 0, 0)
        column.setSpacing(0)
        self.subtitle = Label("", "bij", "tekst_2", wrap=True)
        for label in (Label(RECONCILE, "titel"), self.subtitle):
            label.setContentsMargins(px(24), 0, px(24), 0)
            column.addWidget(label)
        column.addWidget(self._tab_row())
        body = Surface("vlak_lijst", sides="t")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 1, 0, 0)
        self.view: ItemView[AfstemmingRij] = ItemView(words.RECONCILE_LIST)
        inner.addWidget(self.view)
        column.addWidget(body, 1)
        column.addWidget(self._foot())

    def _tab_row(self) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(24), 0, px(24), 0)
        self.tabs = Tabs(texts.VIEWS)
        for words_of_tab in (texts.OPEN, texts.DONE):
            self.tabs.addTab(words_of_tab)
        self.tabs.currentChanged.connect(self._switched)
        row.addWidget(self.tabs, 1)
        return holder

    def _foot(self) -> QWidget:
        px = theme.active().px
        self._foot_part = Surface("vlak_lijst", sides="t")
        row = QHBoxLayout(self._foot_part)
        row.setContentsMargins(px(24), px(8), px(14), px(8))
        self._unread = Label("", "bij", "tekst_2", wrap=True)
        row.addWidget(self._unread, 1)
        self.read_button = Button(texts.READ_ALL, Look.OUTLINED, "vink", height=34)
        self.read_button.clicked.connect(self.read_all)
        row.addWidget(self.read_button)
        self._foot_part.hide()
        return self._foot_part

    # -- contents ------------------------------------------------------------------------------------
    @property
    def done_shown(self) -> bool:
        return self.tabs.currentIndex() == DONE

    def show_counts(self, open_items: int, unread: int) -> None:
        """How many wait on the tab; more than one notice can be read at once."""
        self.tabs.setTabText(OPEN, texts.tab(texts.OPEN, open_items))
        self._unread.setText(texts.to_read(unread))
        self._foot_part.setVisible(unread > 1 and not self.done_shown)

    def _switched(self, number: int) -> None:
        self.switched.emit()
