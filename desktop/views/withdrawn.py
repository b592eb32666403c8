"""What is left of the window when the centre took this laptop's access away, or when its lease ended: one
sentence and a way out.

It takes the place of the main window, so that nothing of the wiped or sealed laptop stays on the screen.
Asks nothing of the laptop.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from desktop.views import texts, texts_forms, texts_sync, theme
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.labels import Surface

KEYS = ("Return", "Enter", "Escape")


class WithdrawnWindow(QMainWindow):
    """`sentence` says what happened; Sluiten, Enter and Esc close the program."""

    def __init__(self, sentence: str, title: str = texts_sync.ACCESS_WITHDRAWN) -> None:
        super().__init__()
        self.setWindowTitle(texts.PROGRAM)
        self.sentence = sentence
        self.shut = Button(texts_forms.CLOSE, Look.FILLED)
        self.shut.clicked.connect(self.close)
        page = Surface("vlak_inhoud")
        column = QVBoxLayout(page)
        column.addWidget(EmptyState(title, sentence, self.shut))
        self.setCentralWidget(page)
        theme.dress(self)
        action = QAction(texts_forms.CLOSE, self)
        action.setShortcuts([QKeySequence(key) for key in KEYS])
        action.triggered.connect(self.close)
        self.addAction(action)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shut.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.sentence)
