"""The popover *Op deze laptop*: what is here, how many, why, how large, how fresh and how it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop import dutch
from desktop.models.queries.day_rows import HierStaat, OpDezeLaptop
from desktop.views import dates, theme
from desktop.views import texts_popovers as texts
from desktop.views.waiting import head
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Label, Surface
from desktop.views.widgets.layer import PopoverCard
from desktop.views.widgets.work_panel import ScrollBody

_ORDER, _KINDS = tuple(texts.WHY), tuple(texts.KINDS)


class LaptopCard(PopoverCard):
    """Words and numbers only; nothing here changes anything."""

    def __init__(self, anchor: QWidget, found: OpDezeLaptop, today: date) -> None:
        super().__init__(texts.LAPTOP_NAME, anchor, theme.tokens()["maten"]["uitklap_breed"])
        px = theme.active().px
        at = found.bijgewerkt_op
        since = f"{texts.SINCE} {dates.at_moment(at, today)}" if at else f"{texts.SINCE}: {texts.NEVER}"
        self.column.addWidget(head(texts.LAPTOP_TITLE, since))
        self.column.addWidget(Hairline())
        self.body = ScrollBody(texts.LAPTOP_NAME)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll what does not fit
        self.body.setProperty("ring", 8)
        self.body.column.setContentsMargins(px(20), px(12), px(20), px(16))
        self.body.column.setSpacing(px(4))
        self._fill(found, today)
        self.column.addWidget(self.body, 1)
        self.column.addWidget(Hairline())
        self.column.addWidget(self._foot())

    def _fill(self, found: OpDezeLaptop, today: date) -> None:
        px = theme.active().px
        for why, rows in groupby(sorted(found.aantallen, key=_place), key=_why):
            self.body.column.addWidget(Label(texts.why(why), "bij_sterk", wrap=True))
            lines = [(texts.kind(row.soort, row.aantal), dutch.number(row.aantal)) for row in rows]
            self.body.column.addLayout(_pairs(lines))
            self.body.column.addSpacing(px(10))
        self.body.column.addWidget(Label(texts.ENCRYPTED_TITLE, "bij_sterk"))
        for words in (texts.ENCRYPTED, texts.WITHDRAWN):
            self.body.column.addWidget(Label(words, "bij", "tekst_2", wrap=True))
        self.body.column.addSpacing(px(10))
        self.body.column.addLayout(_pairs(_facts(found, today)))
        self.body.column.addStretch(1)

    def _foot(self) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 10)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(9), px(14), px(9))
        row.addStretch(1)
        self.button = Button(texts.CLOSE, Look.OUTLINED, height=34)
        self.button.clicked.connect(self.accept)
        row.addWidget(self.button)
        return foot

    def place(self, room: QSize) -> QRect:
        """As high as its contents, as far as the window allows."""
        width = min(theme.active().px(theme.tokens()["maten"]["uitklap_breed"]), room.width() - 16)
        self.body.setMinimumHeight(0)
        wanted = self.body.column.totalHeightForWidth(width - 2)
        rest = self.column.totalHeightForWidth(width) - self.body.minimumSizeHint().height()
        self.body.setMinimumHeight(max(80, min(wanted, room.height() - 64 - rest)))
        return super().place(room)

    def first_field(self) -> QWidget | None:
        return self.button


def _why(row: HierStaat) -> str:
    return row.waarom


def _place(row: HierStaat) -> tuple[int, str, int]:
    """By why it is here; in a group what people know best comes first."""
    why = _ORDER.index(row.waarom) if row.waarom in _ORDER else len(_ORDER)
    return why, row.waarom, _KINDS.index(row.soort) if row.soort in _KINDS else len(_KINDS)


def _facts(found: OpDezeLaptop, today: date) -> list[tuple[str, str]]:
    return [
        (texts.SIZE, texts.size(found.grootte)),
        (texts.WAITING, texts.since_oldest(found.wachtend, found.oudste_wachtend, today)),
        (texts.CENTRE, found.centrum or texts.NO_CENTRE),
        (texts.VERSION, found.versie),
        (texts.LAPTOP_ID, found.laptop_id),
    ]


def _pairs(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    """Name at the left, value at the right, one line each; long values wrap."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.active().px(16))
    grid.setVerticalSpacing(theme.active().px(2))
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(lines):
        label = Label(value, "bij", "tekst_2", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(name, "bij"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, number, 1)
    return grid
