"""The strip under the facts: who it is with and how it stands, with what this person can do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.subject.strip_words import StripLink, StripWords
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Icon, Label, Surface

MOST_LINKS = 3


class Strip(Surface):
    """`pressed(key)` of the link that was pressed."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__("vlak_strook", 8)
        px = theme.active().px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(18), px(12), px(16), px(14))
        self._row.setSpacing(px(12))
        self._icon = Icon("regie", 18, "accent_tekst")
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(px(2))
        self.holder = Label("", "tekst_sterk", "tekst", wrap=True)
        self.around = Label("", "bij", "tekst_2", wrap=True)
        self.notice = Label("", "bij", "letop", wrap=True)
        for label in (self.holder, self.around, self.notice):
            self._words.addWidget(label)
        self._words.addStretch(1)
        self._row.addLayout(self._words, 1)
        self._links_beside = True
        self._row.addWidget(self._make_links(), 0, Qt.AlignmentFlag.AlignTop)

    def _make_links(self) -> QWidget:
        self._links = QWidget()
        row = self._flow = Flow(self._links, theme.active().px(16))
        self.links: list[Button] = []
        for _ in range(MOST_LINKS):
            link = Button("", Look.LINK)
            link.clicked.connect(self._clicked)
            link.hide()
            row.addWidget(link)
            self.links.append(link)
        return self._links

    def show_words(self, strip: StripWords) -> None:
        """What it says now; a link that has the focus keeps it."""
        self._icon.set_icon(strip.icon, strip.ink)
        self.holder.setText(strip.title)
        self.holder.set_token(strip.title_ink)
        self.around.setText(strip.around)
        self.around.setVisible(bool(strip.around))
        self.notice.setText("\n".join(strip.notices))
        self.notice.setVisible(bool(strip.notices))
        self._show_links(strip.links)
        self.setAccessibleName(strip.title)
        self.setAccessibleDescription(" ".join((strip.around, *strip.notices)))

    def _show_links(self, links: Sequence[StripLink]) -> None:
        """The same buttons with other words, so that one that has the focus keeps it."""
        for number, button in enumerate(self.links):
            shown = number < len(links)
            if shown:
                button.set_words(links[number].words)
                button.setProperty("command", links[number].key)
            button.setVisible(shown)
        self._links.setVisible(bool(links))
        self._place_links()

    def _clicked(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self.pressed.emit(str(link.property("command")))

    def _place_links(self) -> None:
        """Below each other beside the words, or beside each other below words that would be squeezed."""
        px = theme.active().px
        widest = max((link.sizeHint().width() for link in self.links if not link.isHidden()), default=0)
        beside = self.width() - widest >= px(430)
        self._flow.setSpacing(px(2 if beside else 16))
        self._words.setContentsMargins(0, 0, px(6) if beside and widest else 0, 0)
        self._links.setFixedWidth(widest if beside else max(widest, self.width() - px(70)))
        if beside == self._links_beside:
            return
        self._links_beside = beside
        old, new = (self._words, self._row) if beside else (self._row, self._words)
        old.removeWidget(self._links)
        place = new.count() if beside else new.count() - 1
        new.insertWidget(place, self._links, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_links()
