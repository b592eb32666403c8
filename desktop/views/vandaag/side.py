"""Beside the lists: the visits of today by time, and what colleagues did since yesterday."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import NieuwsRij, Vandaag
from desktop.views import dates, fonts, theme
from desktop.views import texts as window_texts
from desktop.views.vandaag import texts
from desktop.views.vandaag.sentence import WrapLink
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Label, Surface

NEWS_SHOWN = 6


class DaySide(Surface):
    """`opens(werkgever_id)`, `prepares(ActieRij)`, `logs(ActieRij)`, `finishes(ActieRij)`,
    `guides()` for the instrumentengids.
    """

    opens = Signal(str)
    prepares = Signal(object)
    logs = Signal(object)
    finishes = Signal(object)
    guides = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_lijst", sides="l")
        self.setAccessibleName(texts.SIDE_NAME)
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._content = QWidget()
        self._column.addWidget(self._content)
        self._column.addStretch(1)

    def arrange(self, beside: bool, margin: int) -> None:
        """Beside the lists it has its own surface; below them it is a part of the page."""
        px = theme.active().px
        self.set_look("vlak_lijst" if beside else "vlak_inhoud")
        self._sides = "l" if beside else "t"
        left = px(28) if beside else margin
        self._column.setContentsMargins(left, px(28), px(32) if beside else margin, px(24))

    def show_day(self, day: Vandaag) -> None:
        """Built again when something changed; the focus stays on the same link."""
        shown = (day.dag, day.agenda, day.nieuw)
        if shown == self._shown:
            return
        self._shown = shown
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        old = self._content
        self._content = self._build(day)
        self._column.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()
        if name:
            self._focus_again(name)

    def _focus_again(self, name: str) -> None:
        found = [part for part in self._content.findChildren(QWidget) if part.accessibleName() == name]
        first = found or self._content.findChildren(WrapLink) or [self._content]
        first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, day: Vandaag) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Label(texts.AGENDA, "kop"))
        for row in day.agenda:
            column.addLayout(self._entry(row))
        if not day.agenda:
            column.addWidget(Label(texts.NO_AGENDA, "bij", "tekst_2", wrap=True))
        column.addSpacing(px(8))
        column.addWidget(Hairline())
        column.addSpacing(px(8))
        column.addWidget(Label(texts.NEWS, "kop"))
        for news in day.nieuw[:NEWS_SHOWN]:
            column.addLayout(self._news(news, day))
        if not day.nieuw:
            column.addWidget(Label(texts.NO_NEWS, "bij", "tekst_2", wrap=True))
        elif len(day.nieuw) > NEWS_SHOWN:
            column.addWidget(Label(texts.and_more(len(day.nieuw) - NEWS_SHOWN), "klein", "tekst_3"))
        column.addSpacing(px(8))
        column.addWidget(Hairline())
        guide = Button(texts.GUIDE, Look.LINK)
        guide.clicked.connect(self.guides)
        column.addWidget(guide, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _entry(self, row: ActieRij | ContactmomentRij) -> QHBoxLayout:
        px = theme.active().px
        line = QHBoxLayout()
        line.setSpacing(px(12))
        clock = Label(row.tijd or "–", "bij", "tekst_2")
        clock.setContentsMargins(0, px(3), 0, 0)
        clock.setFixedWidth(max(px(36), fonts.width("bij", "00:00") + 2))
        line.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        name = WrapLink(row.werkgever, "bij_sterk")
        name.setAccessibleName(f"{row.tijd or ''} {row.werkgever}, {self._about(row)}".strip())
        name.clicked.connect(partial(self.opens.emit, row.werkgever_id))
        words.addWidget(name)
        words.addWidget(Label(self._about(row), "bij", "tekst_2", wrap=True))
        if isinstance(row, ActieRij):
            words.addLayout(self._links(row))
        line.addLayout(words, 1)
        return line

    def _about(self, row: ActieRij | ContactmomentRij) -> str:
        if isinstance(row, ActieRij):
            return texts.planned(row.gevraagde_handeling)
        return texts.logged(window_texts.KINDS.get(row.kanaal, row.kanaal.capitalize()))

    def _links(self, row: ActieRij) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._link(texts.PREPARE, self.prepares, row))
        pair = QHBoxLayout()
        pair.setSpacing(theme.active().px(16))
        pair.addWidget(self._link(texts.LOG, self.logs, row))
        pair.addWidget(self._link(texts.FINISH, self.finishes, row))
        pair.addStretch(1)
        column.addLayout(pair)
        return column

    def _link(self, words: str, signal: SignalInstance, row: ActieRij) -> Button:
        link = Button(words, Look.LINK)
        link.setAccessibleName(f"{words}: {row.werkgever}")
        link.clicked.connect(partial(signal.emit, row))
        return link

    def _news(self, row: NieuwsRij, day: Vandaag) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.active().px(1))
        when = dates.moment_words(row.op, day.dag)
        words = texts.news(row.medewerker, row.soort, row.kanaal, row.werkgever)
        link = WrapLink(words, "bij")
        link.setAccessibleName(f"{words} {when}")
        link.clicked.connect(partial(self.opens.emit, row.werkgever_id))
        column.addWidget(link)
        column.addWidget(Label(f"vandaag {when}" if when[:1].isdigit() else when, "klein", "tekst_3"))
        return column
