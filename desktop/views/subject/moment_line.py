"""One line of a course in time: the day, a sign on a line that runs on, the words and what can be done.

The sign is a shape as well as a colour, and the words beside it say the same: filled behind us, open to come,
a ring around a dot where the day passed. Shows what it is given.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import fonts, theme
from desktop.views.subject.section import Moment, Standing
from desktop.views.widgets import paint
from desktop.views.widgets.labels import Hairline, Label

DAY_WIDTH = 96
MARK_WIDTH = 24
DOT = 10
ROOM = 5
"""Above and below the words, so that two lines of one moment stay nearer to each other than two moments."""


class Mark(QWidget):
    """The sign of a standing, on a line to the moment before and the one after."""

    def __init__(self, standing: Standing, first: bool, last: bool) -> None:
        super().__init__()
        self._standing, self._first, self._last = standing, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(MARK_WIDTH), theme.active().px(MARK_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme.active().px
        painter = paint.painter_for(self)
        x, y = self.width() / 2, px(ROOM) + fonts.line("tekst") / 2
        self._line(painter, x, y)
        size = px(DOT)
        match self._standing:
            case Standing.DONE:
                paint.circle(painter, x, y, size, "focus", None)
            case Standing.COMES:
                paint.circle(painter, x, y, size, "vlak_inhoud", "lijn_sterk", 1.5)
            case Standing.LATE:
                paint.circle(painter, x, y, size + px(4), "vlak_inhoud", "fout", 1.5)
                paint.circle(painter, x, y, px(5), "fout", None)
            case Standing.TODAY:
                paint.circle(painter, x, y, px(5), "focus", None)
        painter.end()

    def _line(self, painter: QPainter, x: float, y: float) -> None:
        top = y if self._first else 0.0
        bottom = y if self._last else float(self.height())
        painter.setPen(QPen(theme.active().colour("lijn_knop"), 1))
        painter.drawLine(round(x), round(top), round(x), round(bottom))


def moment_line(moment: Moment, first: bool, last: bool, links: Sequence[QWidget]) -> QHBoxLayout:
    """A row of the course; `links` are the buttons of `moment.links`, made by who hears them."""
    px = theme.active().px
    row = QHBoxLayout()
    row.setSpacing(px(8))
    today = moment.standing is Standing.TODAY
    day = Label(moment.day, "bij", "accent_tekst" if today else "tekst_2")
    day.setFixedWidth(px(DAY_WIDTH))
    day.setContentsMargins(0, px(ROOM) + px(1), 0, 0)  # on one line with the larger words
    row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Mark(moment.standing, first, last))
    if today:
        day.setContentsMargins(0, px(ROOM), 0, px(ROOM))
        row.addWidget(Hairline(), 1, Qt.AlignmentFlag.AlignVCenter)
    else:
        row.addWidget(_words(moment), 1, Qt.AlignmentFlag.AlignTop)
    for link in links:
        lower = QVBoxLayout()
        lower.setContentsMargins(0, px(3), 0, 0)  # its letters on one line with the words
        lower.addWidget(link)
        row.addLayout(lower)
        row.setAlignment(lower, Qt.AlignmentFlag.AlignTop)
    return row


def _words(moment: Moment) -> Label:
    token = {Standing.LATE: "fout", Standing.COMES: "tekst_2"}.get(moment.standing, "tekst")
    words = Label(moment.words, "tekst", token, wrap=True)
    edge = theme.active().px(ROOM)
    words.setContentsMargins(0, edge, 0, edge)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
