"""The menu of a row of Vandaag: what can be done with it, by mouse or by the menu key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.vandaag import texts
from desktop.views.vandaag.day_items import Kind, Line

TICK, POSTPONE, CALL, ACT, OPEN = "af", "verzet", "bel", "actie", "open"


class RowMenu(QMenu):
    """`chosen(key, Line)`."""

    chosen = Signal(str, object)

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in _of(line):
            action = QAction(words, self)
            action.setData(key)
            self.addAction(action)
        self.triggered.connect(self._triggered)

    def open_at(self, place: QPoint) -> None:
        self.popup(place)

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()), self._line)


def _of(line: Line) -> tuple[tuple[str, str], ...]:
    still = line.kind is Kind.ACTION and not (line.struck or line.moved)
    own = ((TICK, texts.FINISH), (POSTPONE, texts.POSTPONE)) if still else ()
    again = ((TICK, texts.REOPEN),) if line.struck else ()
    rest = ((CALL, texts.CALL), (ACT, texts.MAKE_ACTION), (OPEN, texts.OPEN_EMPLOYER))
    return (*own, *again, *rest)
