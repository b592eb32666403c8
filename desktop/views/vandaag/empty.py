"""What stands in Vandaag when nothing waits: three ways to fill a day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.vandaag import texts
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import OtherWay
from desktop.views.widgets.labels import Label


class EmptyDay(QWidget):
    """`visits`, `acts` and `lists` when one of the ways was chosen."""

    visits = Signal()
    acts = Signal()
    lists = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = theme.active().px
        self.setMaximumWidth(px(640))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(8))
        column.addWidget(Label(texts.NOTHING_TODAY, "titel", wrap=True))
        column.addWidget(Label(texts.EMPTY_TEXT, "tekst", "tekst_2", wrap=True))
        column.addSpacing(px(8))
        for icon, title, words, button_words, signal in (
            ("bezoek", texts.TEACH_VISIT, texts.TEACH_VISIT_TEXT, texts.LOG_VISIT, self.visits),
            ("actie", texts.TEACH_ACTION, texts.TEACH_ACTION_TEXT, texts.MAKE_ACTION, self.acts),
            ("werkgever", texts.TEACH_LIST, texts.TEACH_LIST_TEXT, texts.CHOOSE_EMPLOYER, self.lists),
        ):
            button = Button(button_words, Look.OUTLINED)
            button.clicked.connect(signal)
            column.addWidget(OtherWay(icon, title, words, button))
