"""The popover above the status bar: what waits to be sent, in the order of sending and the words of the
form.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyledItemDelegate, QVBoxLayout, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.rows import OpdrachtRij
from desktop.views import dates, fonts, icons, texts, texts_sync, theme
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Label, Surface
from desktop.views.widgets.layer import PopoverCard

_ICONS = {
    "contact": "bezoek",
    "actie": "actie",
    "regie": "regie",
    "benadering": "telefoon",
    "werkgever": "werkgever",
    "contactpersoon": "persoon",
    "afspraak": "afspraak",
    "afstemming": "afstemming",
}
WAITING = ("wacht", "aangevraagd")


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def title(row: OpdrachtRij) -> str:
    """Contact bij Bakkerij De Lindehof B.V."""
    known = _Known({name: str(value) for name, value in row.argumenten.items()})
    known["werkgever"] = row.werkgever or "…"
    if row.naam == "contact.leg_vast" and (kind := texts.KINDS.get(str(row.argumenten.get("kanaal")))):
        return texts_sync.kind_at(kind, known["werkgever"])
    return texts_sync.COMMANDS.get(row.naam, row.naam).format_map(known)


def detail(row: OpdrachtRij) -> str:
    if row.naam in ("regie.neem", "benadering.meld"):
        return texts_sync.ASKED_NOT_CONFIRMED
    if row.naam == "contact.leg_vast":
        return texts_sync.NOTE_WITH if row.argumenten.get("notitie") else texts_sync.NOTE_WITHOUT
    return row.werkgever if row.werkgever and row.werkgever not in title(row) else ""


def waiting_model() -> RowListModel[OpdrachtRij]:
    return RowListModel(_key, title, _sentence)


def _key(row: OpdrachtRij) -> str:
    return row.uuid


def _sentence(row: OpdrachtRij) -> str:
    return ", ".join(part for part in (title(row), detail(row)) if part)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, today: date) -> None:
        super().__init__(view)
        self._today = today

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(100, theme.active().px(24) + fonts.line("tekst_sterk") + fonts.line("bij"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row: OpdrachtRij | None = index.data(RowRole)
        if row is None:
            return
        px = theme.active().px
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = rect.x() + px(52), rect.right() - px(18)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        icons.draw(
            painter,
            _ICONS.get(row.naam.split(".")[0], "potlood"),
            rect.x() + px(22),
            first.y() + px(1),
            18,
            "tekst_2",
        )
        when = dates.moment_short(row.tijd, self._today)
        taken = paint.text(painter, first, when, "bij", "tekst_2", paint.RIGHT)
        paint.text(painter, first.adjusted(0, 0, -taken - px(10), 0), title(row), "tekst_sterk", "tekst")
        second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
        asked = row.naam in ("regie.neem", "benadering.meld")
        paint.text(painter, second, detail(row), "bij", "letop" if asked else "tekst_2")
        if index.row() < index.model().rowCount() - 1:
            paint.hairline(painter, left, right, rect.bottom())
        painter.restore()


class WaitingCard(PopoverCard):
    """`try_now` for the button. Nothing here can throw work away."""

    try_now = Signal()

    def __init__(self, anchor: QWidget, rows: Sequence[OpdrachtRij], next_words: str, today: date) -> None:
        shown = [row for row in rows if row.status in WAITING]
        heading = texts_sync.waiting(len(shown)) if shown else texts_sync.ALL_SENT_TITLE
        super().__init__(texts_sync.QUEUE_NAME, anchor, theme.tokens()["maten"]["uitklap_breed"])
        self.setAccessibleDescription(heading)
        self.column.addWidget(
            self._head(heading, texts_sync.SAFE_HERE if shown else texts_sync.ALL_SENT_TEXT)
        )
        self.column.addWidget(Hairline())
        if shown:
            self.column.addWidget(self._list(shown, today))
            self.column.addWidget(Hairline())
        self.column.addWidget(self._foot(next_words))

    def _head(self, heading: str, body: str) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(20), px(18), px(20), px(14))
        column.setSpacing(px(2))
        column.addWidget(Label(heading, "kop"))
        column.addWidget(Label(body, "bij", "tekst_2", wrap=True))
        return holder

    def _list(self, shown: Sequence[OpdrachtRij], today: date) -> QListView:
        self.view = QListView()
        self.view.setAccessibleName(texts_sync.QUEUE_NAME)
        model = waiting_model()
        model.setParent(self.view)
        model.replace(shown)
        self.view.setModel(model)
        self.view.setItemDelegate(_Delegate(self.view, today))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        row_height = theme.active().px(24) + fonts.line("tekst_sterk") + fonts.line("bij")
        self.view.setFixedHeight(min(len(shown), 6) * row_height + 4)
        return self.view

    def _foot(self, next_words: str) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 10)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(9), px(14), px(9))
        row.addWidget(Label(next_words, "bij", "tekst_2"), 1)
        self.button = Button(texts_sync.TRY_NOW, Look.OUTLINED, height=34)
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        return foot

    def first_field(self) -> QWidget | None:
        return self.button

    def _pressed(self) -> None:
        self.try_now.emit()
        self.accept()
