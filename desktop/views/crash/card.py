"""The card about a fault of ours: calm, beside the work, never in its way.

It takes no focus and blocks nothing; F6 and Tab reach it, Esc in it closes it. Faults that come while it is
there join its report.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.views import theme
from desktop.views.crash import texts
from desktop.views.widgets import paint
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Icon, Label

WIDTH, SHADOW = 440, 22


class CrashCard(QWidget):
    """`closed` when it went; `wants_logs`: the folder with the logs."""

    closed = Signal()
    wants_logs = Signal()

    def __init__(self, window: QWidget, above: QWidget) -> None:
        super().__init__(window)
        self._window, self._above = window, above
        self._reports: list[str] = []
        self.setAccessibleName(texts.TITLE)
        self._build()
        self._back: QWidget | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.hide()

    def _build(self) -> None:
        px = theme.active().px
        edge = px(SHADOW)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(edge + px(20), edge + px(18), edge + px(20), edge + px(16))
        self._column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Icon("letop", 18, "letop"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(texts.TITLE, "kop", wrap=True), 1)
        self._column.addLayout(head)
        for words in (texts.TEXT, texts.AGAIN, texts.NO_DATA):
            self._column.addWidget(Label(words, "bij", "tekst_2", wrap=True))
        self._column.addSpacing(px(8))
        flow = Flow(gap=px(8))
        self.go_on = Button(texts.GO_ON, Look.OUTLINED, height=34)
        self.go_on.clicked.connect(self.close_card)
        self.copy = Button(texts.COPY, Look.OUTLINED, height=34)
        self.copy.clicked.connect(self._copy)
        self.logs = Button(texts.LOGS, Look.QUIET, height=34)
        self.logs.clicked.connect(self.wants_logs)
        for button in (self.go_on, self.copy, self.logs):
            flow.addWidget(button)
        self._column.addLayout(flow)

    def tell(self, report: str) -> None:
        """One more fault; shows itself without taking the focus."""
        self._reports = [*self._reports, report] if self.isVisible() else [report]
        self.copy.set_words(texts.COPY)
        self._place()
        self.show()
        self.raise_()
        announce(self, f"{texts.TITLE}. {texts.TEXT}")

    @property
    def report(self) -> str:
        return "\n".join(self._reports)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.set_words(texts.COPIED)
        announce(self, texts.COPIED)

    def close_card(self) -> None:
        back = self._back if self._holds(QApplication.focusWidget()) else None
        self.hide()
        self.closed.emit()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._holds(new) and not self._holds(old):
            self._back = old

    def event(self, event: QEvent) -> bool:
        """Esc is also a key of the window; in here it closes the card."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.close_card()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        px = theme.active().px
        edge = px(SHADOW)
        width = min(px(WIDTH), self._window.width() - 2 * px(12)) + 2 * edge
        height = self._column.totalHeightForWidth(width)
        # The toast keeps its place in the middle below: neither may cover the other's buttons.
        toast = theme.measure("melding_hoog") + px(16)
        bottom = self._window.height() - self._above.height() - toast - px(12) + edge
        right = self._window.width() - px(12) + edge
        self.setGeometry(QRect(right - width, max(0, bottom - height), width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        edge = theme.active().px(SHADOW)
        card = self.rect().adjusted(edge, edge, -edge, -edge)
        paint.shadow(painter, card, 10)
        paint.rounded(painter, card, 10, "vlak_inhoud", "lijn_knop")
