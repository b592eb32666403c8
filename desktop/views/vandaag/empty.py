"""What stands in Vandaag when nothing waits: three ways to fill a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.vandaag import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Icon, Label

_WIDEST = 640


class EmptyDay(QWidget):
    """`visits`, `acts` and `lists` when one of the ways was chosen; without acts for who may make none."""

    visits = Signal()
    acts = Signal()
    lists = Signal()

    def __init__(self, may_act: bool) -> None:
        super().__init__()
        px = theme.active().px
        # Not this widget is limited: a wrapped label gets its height from the width it really has.
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, px(16), 0, px(8))
        holder = QWidget()
        holder.setMaximumWidth(px(_WIDEST))
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Label(texts.NOTHING_TODAY, "titel", wrap=True))
        column.addWidget(Label(texts.EMPTY_TEXT, "tekst", "tekst_2", wrap=True))
        ways = [
            ("bezoek", texts.TEACH_VISIT, texts.TEACH_VISIT_TEXT, texts.LOG_VISIT, self.visits),
            ("actie", texts.TEACH_ACTION, texts.TEACH_ACTION_TEXT, texts.MAKE_ACTION, self.acts),
            ("werkgever", texts.TEACH_LIST, texts.TEACH_LIST_TEXT, texts.CHOOSE_EMPLOYER, self.lists),
        ]
        if not may_act:
            del ways[1]
        for icon, title, words, press, signal in ways:
            column.addWidget(Hairline())
            column.addLayout(_way(icon, title, words, press, signal))
        column.addWidget(Hairline())


def _way(icon: str, title: str, words: str, press: str, signal: SignalInstance) -> QHBoxLayout:
    px = theme.active().px
    row = QHBoxLayout()
    row.setSpacing(px(14))
    row.addWidget(Icon(icon, 18, "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(title, "tekst_sterk", wrap=True))
    column.addWidget(Label(words, "bij", "tekst_2", wrap=True))
    row.addLayout(column, 1)
    button = Button(press, Look.OUTLINED)
    button.clicked.connect(signal)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
