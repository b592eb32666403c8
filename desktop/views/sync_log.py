"""The popover with the log of rounds: what was sent and fetched when, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop import wording
from desktop.models.queries.day_rows import RondeRij
from desktop.views import fonts, icons, texts_sync, theme
from desktop.views import texts_popovers as texts
from desktop.views.tables.place import keep_place
from desktop.views.tables.rows import Index, RowListModel, RowRole
from desktop.views.waiting import head
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Check
from desktop.views.widgets.labels import Hairline, Label, Surface
from desktop.views.widgets.layer import PopoverCard

HEIGHT = 372
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def detail(row: RondeRij) -> str:
    """Why it failed as a sentence, and what was done all the same."""
    why = wording.sentence(row.fout) if row.fout else ""
    return " ".join(part for part in (why, texts.round_detail(row)) if part)


class _Sentences:
    def __init__(self, today: date) -> None:
        self._today = today

    def __call__(self, row: RondeRij) -> str:
        at = texts.round_when(row, self._today)
        return ", ".join(part for part in (texts.round_title(row), at, detail(row)) if part)


def log_model(today: date) -> RowListModel[RondeRij]:
    return RowListModel(_key, texts.round_title, _Sentences(today))


def _key(row: RondeRij) -> str:
    return str(row.nummer)


class RoundDelegate(QStyledItemDelegate):
    """A detail of several lines makes its row higher."""

    def __init__(self, view: QListView, today: date) -> None:
        super().__init__(view)
        self._view, self._today = view, today

    def _text_width(self) -> int:
        px = theme.active().px
        return max(px(80), self._view.width() - px(52) - px(26))

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row: RondeRij | None = index.data(RowRole)
        words = detail(row) if row is not None else ""
        height = theme.active().px(20) + fonts.line("tekst")
        if words:
            area = QRect(0, 0, self._text_width(), 1000)
            height += fonts.metrics("bij").boundingRect(area, _WRAP, words).height() + 2
        return QSize(100, height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row: RondeRij | None = index.data(RowRole)
        if row is None:
            return
        px = theme.active().px
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and index == self._view.currentIndex():
            paint.rounded(painter, rect.adjusted(px(6), 2, -px(6), -2), 8, None, "focus", 2)
        left, right = rect.x() + px(52), rect.right() - px(18)
        first = QRect(left, rect.y() + px(9), right - left, fonts.line("tekst"))
        icon, token = ("wolk_uit", "letop") if row.fout else ("wolk", "tekst_2")
        icons.draw(painter, icon, rect.x() + px(22), first.y() + px(1), 18, token)
        when = texts.round_when(row, self._today)
        taken = paint.text(painter, first, when, "bij", "tekst_2", paint.RIGHT)
        title = first.adjusted(0, 0, -taken - px(10), 0)
        role = "tekst_sterk" if row.fout else "tekst"
        paint.text(painter, title, texts.round_title(row), role, "tekst")
        painter.setFont(fonts.font("bij"))
        painter.setPen(theme.active().colour("tekst_2"))
        below = QRect(left, first.bottom() + 2, self._text_width(), rect.bottom() - first.bottom())
        painter.drawText(below, _WRAP, detail(row))
        if index.row() < index.model().rowCount() - 1:
            paint.hairline(painter, left, right, rect.bottom())
        painter.restore()


class SyncLogCard(PopoverCard):
    """`only_failures(bool)` asks for other rows; `show_rows` brings them. `try_now` and `wants_all` for
    the buttons.
    """

    only_failures = Signal(bool)
    try_now = Signal()
    wants_all = Signal()

    def __init__(self, anchor: QWidget, state_words: str, next_words: str, today: date) -> None:
        super().__init__(texts.LOG_TITLE, anchor, theme.tokens()["maten"]["uitklap_breed"])
        self.setAccessibleDescription(state_words)
        self.all_link = Button(texts.SEE_ALL, Look.LINK)
        self.all_link.clicked.connect(self._to_all)
        self.column.addWidget(head(texts.LOG, f"{state_words}. {next_words}.", self.all_link))
        self.column.addWidget(Hairline())
        self.model = log_model(today)
        self.model.setParent(self)
        self.view = QListView()
        self.view.setAccessibleName(texts.LOG_LIST)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RoundDelegate(self.view, today))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setFixedHeight(theme.active().px(HEIGHT))
        px = theme.active().px
        self.nothing = Label(texts.NO_ROUNDS, "tekst", "tekst_2", wrap=True)
        self.nothing.setContentsMargins(px(20), px(16), px(20), px(16))
        self.nothing.hide()
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.view)
        self.column.addWidget(Hairline())
        self.column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        px = theme.active().px
        foot = Surface("vlak_inhoud", 10)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(9), px(14), px(9))
        self.filter = Check(texts.ONLY_FAILURES)
        self.filter.toggled.connect(self.only_failures)
        row.addWidget(self.filter)
        row.addStretch(1)
        self.button = Button(texts_sync.TRY_NOW, Look.OUTLINED, height=34)
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.button)
        return foot

    def show_rows(self, rows: Sequence[RondeRij]) -> None:
        """Keeps what stood on top where it stood: rounds go on while one reads."""

        def change() -> bool:
            return self.model.replace(rows)

        keep_place(self.view, self._key_at, self.model.find, change)
        self.view.setVisible(bool(rows))
        self.nothing.setText(texts.NO_FAILURES if self.filter.isChecked() else texts.NO_ROUNDS)
        self.nothing.setVisible(not rows)
        layer = self.parentWidget()
        if layer is not None and hasattr(layer, "replace"):
            layer.replace()

    def _key_at(self, number: int) -> str | None:
        row = self.model.row(number)
        return str(row.nummer) if row is not None else None

    def first_field(self) -> QWidget | None:
        return self.view

    def _to_all(self) -> None:
        self.accept()
        self.wants_all.emit()

    def _pressed(self) -> None:
        self.accept()
        self.try_now.emit()
