"""The popover above the status bar: what waits to be sent, in the order of sending and the words of the
form. Nothing here can throw work away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyledItemDelegate, QVBoxLayout, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.queries.day_rows import WachtRegel
from desktop.views import dates, fonts, icons, texts_popovers, texts_sync, theme
from desktop.views.command_words import in_words
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Icon, Label, Surface
from desktop.views.widgets.layer import PopoverCard

ICONS = {
    "contact": "bezoek",
    "actie": "actie",
    "contactverzoek": "bericht",
    "regie": "regie",
    "benadering": "telefoon",
    "werkgever": "werkgever",
    "contactpersoon": "persoon",
    "afspraak": "afspraak",
    "afstemming": "afstemming",
    "lijst": "bladwijzer",
    "ongedaan": "terug",
}
ASKED = "aangevraagd"
# Commands whose fields are worth telling; that an actie is done says its title already.
_CHANGES = frozenset(
    {"werkgever.wijzig", "vestiging.wijzig", "contactpersoon.wijzig", "contact.wijzig", "actie.verzet"}
)
SHOWN = 6


class WaitingLines:
    """A command that waits as two lines; `known` says codes and names in words."""

    def __init__(self, rows: Sequence[WachtRegel], known: FieldWords, today: date) -> None:
        self._rows, self._known, self.today = rows, known, today

    def title(self, row: WachtRegel) -> str:
        """Bezoek bij Bakkerij De Lindehof B.V.; Telefoonnummer van Anouk de Vries"""
        changed = row.wijzigingen
        if len(changed) == 1 and row.onderwerp and row.opdracht.naam == "contactpersoon.wijzig":
            return self.known_of(row).name(changed[0])
        return in_words(row.opdracht.naam, row.opdracht.argumenten, row.werkgever, row.onderwerp)

    def detail(self, row: WachtRegel) -> str:
        """What it holds, and where; old → new of a single field, otherwise which fields."""
        if row.opdracht.status == ASKED:
            return texts_sync.ASKED_NOT_CONFIRMED
        title, employer = self.title(row), row.werkgever or ""
        parts = [self._change(row) or self._contents(row), "" if employer in title else employer]
        return ", ".join(part for part in parts if part)

    def sentence(self, row: WachtRegel) -> str:
        at = dates.moment_words(row.opdracht.tijd, self.today)
        return ", ".join(part for part in (self.title(row), self.detail(row), at) if part)

    def known_of(self, row: WachtRegel) -> FieldWords:
        """Words for its fields, with the person or place that they are of."""
        subjects = {one.rij_id: row.onderwerp for one in row.wijzigingen if row.onderwerp}
        return FieldWords(self._known.labels, self._known.colleagues, subjects)

    def _change(self, row: WachtRegel) -> str:
        changed = row.wijzigingen
        if not changed or row.opdracht.naam not in _CHANGES:
            return ""
        if len(changed) > 1 or row.opdracht.naam != "contactpersoon.wijzig":
            return "; ".join(self._known.sentence(one) for one in changed)
        one = changed[0]
        old, new = self._known.value(one.veld, one.oud), self._known.value(one.veld, one.nieuw)
        return texts_sync.old_to_new(old, new)

    def _contents(self, row: WachtRegel) -> str:
        if row.opdracht.naam != "contact.leg_vast":
            return ""
        made = row.opdracht.argumenten.get("id")
        with_it = [
            one.opdracht.naam for one in self._rows if one.opdracht.argumenten.get("contactmoment_id") == made
        ]
        return texts_sync.visit_holds(
            bool(row.opdracht.argumenten.get("notitie")),
            with_it.count("actie.maak"),
            with_it.count("afspraak.maak"),
        )


def waiting_model(lines: WaitingLines) -> RowListModel[WachtRegel]:
    return RowListModel(_key, lines.title, lines.sentence)


def _key(row: WachtRegel) -> str:
    return row.opdracht.uuid


def _row_height() -> int:
    return theme.active().px(24) + fonts.line("tekst_sterk") + fonts.line("bij")


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, lines: WaitingLines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(100, _row_height())

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row: WachtRegel | None = index.data(RowRole)
        if row is None:
            return
        px = theme.active().px
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and index == self._view.currentIndex():
            paint.rounded(painter, rect.adjusted(px(6), 2, -px(6), -2), 8, None, "focus", 2)
        left, right = rect.x() + px(52), rect.right() - px(18)
        first = QRect(left, rect.y() + px(11), right - left, fonts.line("tekst_sterk"))
        icon = ICONS.get(row.opdracht.naam.split(".")[0], "potlood")
        icons.draw(painter, icon, rect.x() + px(22), first.y() + px(1), 18, "tekst_2")
        when = dates.moment_short(row.opdracht.tijd, self._lines.today)
        taken = paint.text(painter, first, when, "bij", "tekst_2", paint.RIGHT)
        title = first.adjusted(0, 0, -taken - px(10), 0)
        paint.text(painter, title, self._lines.title(row), "tekst_sterk", "tekst")
        second = QRect(left, first.bottom() + px(2), right - left, fonts.line("bij"))
        ink = "letop" if row.opdracht.status == ASKED else "tekst_2"
        paint.text(painter, second, self._lines.detail(row), "bij", ink)
        if index.row() < index.model().rowCount() - 1:
            paint.hairline(painter, left, right, rect.bottom())
        painter.restore()


class WaitingCard(PopoverCard):
    """`try_now`, `wants_log`, `wants_all` and `wants_reconcile` for the buttons. `refused`: not taken by the
    centre.
    """

    try_now = Signal()
    wants_log = Signal()
    wants_reconcile = Signal()
    wants_all = Signal()

    def __init__(
        self, anchor: QWidget, rows: Sequence[WachtRegel], lines: WaitingLines, next_words: str, refused: int
    ) -> None:
        heading = texts_sync.waiting(len(rows)) if rows else texts_sync.ALL_SENT_TITLE
        super().__init__(texts_sync.QUEUE_NAME, anchor, theme.tokens()["maten"]["uitklap_breed"])
        self.setAccessibleDescription(heading)
        body = texts_sync.SAFE_HERE if rows else texts_sync.ALL_SENT_TEXT
        self.all_link = Button(texts_popovers.SEE_ALL, Look.LINK)
        self.all_link.clicked.connect(self._to_all)
        self.column.addWidget(head(heading, body, self.all_link))
        self.column.addWidget(Hairline())
        if refused:
            self.column.addWidget(self._refused(refused))
            self.column.addWidget(Hairline())
        if rows:
            self.column.addWidget(self._list(rows, lines))
            self.column.addWidget(Hairline())
        self.column.addWidget(self._foot(next_words))

    def _refused(self, count: int) -> QWidget:
        px = theme.active().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(20), px(12), px(20), px(12))
        row.setSpacing(px(12))
        row.addWidget(Icon("letop", 18, "letop"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(texts_sync.failed_changes(count), "tekst_sterk", wrap=True))
        words.addWidget(Label(texts_popovers.REFUSED_KEPT, "bij", "tekst_2", wrap=True))
        row.addLayout(words, 1)
        self.reconcile_link = Button(texts_popovers.TO_RECONCILE, Look.LINK)
        self.reconcile_link.clicked.connect(self._to_reconcile)
        row.addWidget(self.reconcile_link, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _list(self, rows: Sequence[WachtRegel], lines: WaitingLines) -> QListView:
        self.view = QListView()
        self.view.setAccessibleName(texts_sync.QUEUE_NAME)
        model = waiting_model(lines)
        model.setParent(self.view)
        model.replace(rows)
        self.view.setModel(model)
        self.view.setItemDelegate(_Delegate(self.view, lines))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFixedHeight(min(len(rows), SHOWN) * _row_height() + 4)
        return self.view

    def _foot(self, next_words: str) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 10)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(9), px(14), px(9))
        row.setSpacing(px(8))
        row.addWidget(Label(next_words, "bij", "tekst_2", wrap=True), 1)
        log = Button(texts_popovers.LOG, Look.QUIET, height=34)
        log.clicked.connect(self._to_log)
        row.addWidget(log)
        self.button = Button(texts_sync.TRY_NOW, Look.OUTLINED, height=34)
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.button)
        return foot

    def first_field(self) -> QWidget | None:
        return self.button

    def _pressed(self) -> None:
        self.accept()
        self.try_now.emit()

    def _to_log(self) -> None:
        self.accept()
        self.wants_log.emit()

    def _to_all(self) -> None:
        self.accept()
        self.wants_all.emit()

    def _to_reconcile(self) -> None:
        self.accept()
        self.wants_reconcile.emit()


def head(heading: str, body: str, link: Button | None = None) -> QWidget:
    """The top of a popover: what it is, one sentence, and at the right the way to the page about it."""
    px = theme.active().px
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(px(20), px(18), px(20), px(14))
    column.setSpacing(px(2))
    first = QHBoxLayout()
    first.setSpacing(px(12))
    first.addWidget(Label(heading, "kop", wrap=True), 1)
    if link is not None:
        first.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(first)
    if body:
        column.addWidget(Label(body, "bij", "tekst_2", wrap=True))
    return holder
