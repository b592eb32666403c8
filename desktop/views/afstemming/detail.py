"""One item: a conflict with both values side by side, or a refusal or notice as a plain sentence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.rows import AfstemmingRij
from desktop.views import dates, fonts, shortcuts, texts, theme
from desktop.views import texts_regie as words
from desktop.views.afstemming import items
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Icon, Label, Surface
from desktop.views.widgets.work_panel import ScrollBody


class _Value(Label):
    """A value of a conflict, with the part that differs underlined."""

    def __init__(self, value: str, other: str) -> None:
        super().__init__(value, "cijfer", "tekst", wrap=True)
        self._start, self._end = _difference(value, other)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        metrics = fonts.metrics("cijfer")
        value = self.text()
        one_line = metrics.horizontalAdvance(value) <= self.width()
        if one_line and 0 < self._end - self._start < len(value):
            painter = QPainter(self)
            x = metrics.horizontalAdvance(value[: self._start])
            width = metrics.horizontalAdvance(value[self._start : self._end])
            y = (self.height() + metrics.ascent()) // 2 + 1
            painter.fillRect(x, y, width, 2, theme.active().colour("tekst"))


def _difference(value: str, other: str) -> tuple[int, int]:
    start = 0
    while start < min(len(value), len(other)) and value[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(value), len(other)) - start and value[-1 - end] == other[-1 - end]:
        end += 1
    return start, len(value) - end


class ItemDetail(ScrollBody):
    """Built again for each item. `chose(id, keuze)`; Alt+1 … 4 come in through `choose_number`."""

    chose = Signal(str, str)
    opens = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(texts.RECONCILE)
        px = theme.active().px
        self.column.setContentsMargins(px(40), px(28), px(40), px(28))
        self.column.setSpacing(px(14))
        self._item: AfstemmingRij | None = None
        self._back_button = Button(texts.RECONCILE, Look.QUIET, "terug", height=34)
        self._back_button.clicked.connect(self.back)
        self._back_button.hide()
        self.column.addWidget(self._back_button)
        self._content = QWidget()
        self.column.addWidget(self._content, 1)
        self._small = False

    def arrange(self, way_back: bool, small: bool) -> None:
        self._back_button.setVisible(way_back)
        if small != self._small:
            self._small = small
            if self._item is not None:
                item, self._item = self._item, None
                self.show_item(item, self._today)

    def show_item(self, item: AfstemmingRij, today: date) -> None:
        if item == self._item:
            return
        self._item, self._today = item, today
        self.column.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setMaximumWidth(theme.measure("tekst_breedst"))
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.active().px(8))
        if item.soort == items.CONFLICT:
            self._conflict(rows, item)
        else:
            self._message(rows, item)
        rows.addStretch(1)
        self.column.addWidget(self._content, 1)

    # -- a conflict ----------------------------------------------------------------------------------
    def _conflict(self, rows: QVBoxLayout, item: AfstemmingRij) -> None:
        px = theme.active().px
        other = item.ander or ""
        first = other.split(" ")[0]
        rows.addWidget(
            Label(
                words.which_is_right(item.veld or "", items.title(item), items.owner(item)),
                "titel_groot",
                wrap=True,
            )
        )
        rows.addWidget(Label(item.werkgever or "", "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(6))
        at = dates.at_moment(item.aangemaakt_op, self._today)
        rows.addWidget(Label(words.both_changed(other, at), "tekst", wrap=True))
        rows.addSpacing(px(8))
        direction = QBoxLayout.Direction
        pair = QBoxLayout(direction.TopToBottom if self._small else direction.LeftToRight)
        pair.setSpacing(px(16))
        mine, theirs = items.shown_value(item, item.van_mij), items.shown_value(item, item.van_ander)
        pair.addWidget(
            self._card("laptop", words.OF_YOU, words.KEPT_HERE, mine, theirs, words.CHOOSE_MINE, 0)
        )
        theirs_label = words.choose_theirs(first)
        pair.addWidget(
            self._card("persoon", words.of_colleague(other), words.IN_DOSSIER, theirs, mine, theirs_label, 1)
        )
        rows.addLayout(pair)
        rows.addSpacing(px(10))
        rows.addLayout(self._other_choices())
        rows.addWidget(Label(words.both_kept(first), "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(12))
        rows.addWidget(_note(words.NOTHING_LOST, words.NOTHING_LOST_TEXT))
        self._open_link(rows, item)

    def _card(
        self, icon: str, title: str, when: str, value: str, other: str, label: str, number: int
    ) -> QWidget:
        px = theme.active().px
        card = Surface("vlak_inhoud", 8, "lijn_knop")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(16), px(20), px(18))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Icon(icon, 18, "tekst_2"), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(title, "tekst_sterk", wrap=True))
        names.addWidget(Label(when, "bij", "tekst_2"))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(px(8))
        column.addWidget(_Value(value, other))
        column.addSpacing(px(10))
        column.addWidget(self._choice_button(label, number, None), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return card

    def _choice_button(self, label: str, number: int, icon: str | None, look: Look = Look.OUTLINED) -> Button:
        button = Button(label, look, icon, key=shortcuts.CHOOSE[number].shown, height=40)
        button.setProperty("keuze", _CHOICES[number])
        button.clicked.connect(self._pressed)
        return button

    def _other_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._choice_button(words.KEEP_BOTH, 2, "samen"))
        row.addWidget(self._choice_button(words.CHOOSE_LATER, 3, None, Look.QUIET))
        row.addStretch(1)
        return row

    # -- a refusal or notice -------------------------------------------------------------------------
    def _message(self, rows: QVBoxLayout, item: AfstemmingRij) -> None:
        px = theme.active().px
        rows.addWidget(Label(items.title(item), "titel_groot", wrap=True))
        where = ", ".join(
            p for p in (item.werkgever or "", dates.moment_words(item.aangemaakt_op, self._today)) if p
        )
        rows.addWidget(Label(where, "bij", "tekst_2", wrap=True))
        rows.addSpacing(px(6))
        rows.addWidget(Label(items.sentence(item), "tekst", wrap=True))
        typed = items.typed_rows(item)
        if typed:
            rows.addSpacing(px(8))
            rows.addWidget(
                _note(words.WHAT_YOU_WROTE, "\n".join(f"{name}: {value}" for name, value in typed))
            )
        rows.addSpacing(px(8))
        row = QHBoxLayout()
        read = Button(words.MARK_READ, Look.OUTLINED, "vink", height=40)
        read.setProperty("keuze", "gelezen")
        read.clicked.connect(self._pressed)
        row.addWidget(read)
        row.addStretch(1)
        rows.addLayout(row)
        self._open_link(rows, item)

    def _open_link(self, rows: QVBoxLayout, item: AfstemmingRij) -> None:
        if item.werkgever_id:
            link = Button(words.OPEN_DOSSIER, Look.LINK)
            link.clicked.connect(self._open_pressed)
            rows.addSpacing(theme.active().px(4))
            rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    # -- choosing ------------------------------------------------------------------------------------
    def choose_number(self, number: int) -> None:
        if self._item is not None and self._item.soort == items.CONFLICT and 0 <= number < len(_CHOICES):
            self.chose.emit(self._item.id, _CHOICES[number])

    def _pressed(self) -> None:
        button = self.sender()
        if self._item is not None and isinstance(button, Button):
            self.chose.emit(self._item.id, str(button.property("keuze")))

    def _open_pressed(self) -> None:
        if self._item is not None and self._item.werkgever_id:
            self.opens.emit(self._item.werkgever_id)


_CHOICES = ("mijne", "ander", "beide", "later")


def _note(title: str, body: str) -> QWidget:
    px = theme.active().px
    card = Surface("vlak_strook", 8)
    column = QVBoxLayout(card)
    column.setContentsMargins(px(16), px(12), px(16), px(12))
    column.setSpacing(px(3))
    head = QHBoxLayout()
    head.setSpacing(px(10))
    head.addWidget(Icon("info", 16, "tekst_2"))
    head.addWidget(Label(title, "bij_sterk"), 1)
    column.addLayout(head)
    column.addWidget(Label(body, "bij", "tekst_2", wrap=True))
    return card
