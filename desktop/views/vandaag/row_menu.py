"""The menu of a row of Vandaag: what can be done with it, by mouse or by the menu key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.views.vandaag import opening, texts
from desktop.views.vandaag.lines import Kind, Line
from desktop.views.widgets.menu import Menu

TICK, POSTPONE, CALL, ACT, OPEN, EMPLOYER = "af", "verzet", "bel", "actie", "open", "werkgever"


class RowMenu(Menu):
    """`chosen(key, Line)`."""

    chosen = Signal(str, object)

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(texts.ROW_MENU, parent)
        self._line = line
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in of_line(line):
            self.add(words, key)
        self.triggered.connect(self._triggered)

    def open_at(self, place: QPoint) -> None:
        self.popup(place)

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()), self._line)


def of_line(line: Line) -> tuple[tuple[str, str], ...]:
    """What can be done with it, as (key, words)."""
    still = line.finishes and not (line.struck or line.moved)
    words = texts.FINISH_TALK if line.kind is Kind.TALK else texts.FINISH
    own = (
        *(((TICK, words),) if still else ()),
        *(((POSTPONE, texts.POSTPONE),) if line.moves else ()),
    )
    again = ((TICK, texts.REOPEN),) if line.struck else ()
    at_employer = ((CALL, texts.CALL), (ACT, texts.MAKE_ACTION), (EMPLOYER, texts.OPEN_EMPLOYER))
    what = opening.words(line)
    there = ((OPEN, what),) if what else ()
    return (*own, *again, *there, *(at_employer if line.werkgever_id else ()))
