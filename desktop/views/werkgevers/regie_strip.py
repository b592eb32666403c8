"""The strip under the facts: who holds the regie, in words, with the one thing that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.views import texts, theme
from desktop.views.werkgevers import regie_words
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Icon, Label, Surface


class RegieStrip(Surface):
    """`asks_regie` when the link is pressed."""

    asks_regie = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_strook", 8)
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(12), px(16), px(14))
        row.setSpacing(px(12))
        self._icon = Icon("regie", 18, "accent_tekst")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self.holder = Label("", "tekst_sterk", "tekst", wrap=True)
        self.around = Label("", "bij", "tekst_2", wrap=True)
        self.notice = Label("", "bij", "letop", wrap=True)
        for label in (self.holder, self.around, self.notice):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.link = Button(texts.ASK_REGIE, Look.LINK)
        self.link.clicked.connect(self.asks_regie)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def show_strip(self, strip: regie_words.Strip) -> None:
        asked = strip.kind == regie_words.ASKED
        self._icon.set_icon("klok" if asked else "regie", "letop" if asked else "accent_tekst")
        self.holder.setText(strip.holder)
        self.holder.set_token("letop" if asked else "tekst")
        self.around.setText(strip.around)
        self.notice.setText(strip.notice)
        self.notice.setVisible(bool(strip.notice))
        self.link.setVisible(strip.can_ask)
        self.setAccessibleName(strip.holder)
        self.setAccessibleDescription(strip.around)
