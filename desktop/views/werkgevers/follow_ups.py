"""What comes of a contact, in the same form: a toezegging, a vervolgactie, a planned visit or an afspraak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import texts_forms, theme
from desktop.views.werkgevers import texts_visit as words
from desktop.views.werkgevers.visit_input import AGREEMENT, MOST_FOLLOW_UPS, PROMISE, FollowUp
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import Choice, FormRow, TextField
from desktop.views.widgets.menu import Menu
from desktop.views.widgets.when_field import WhenField

_WORDS = dict(words.FOLLOW_UP_KINDS)


class KindButton(Button):
    """Stands in the place of the label and says what kind it is; opens the other kinds."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("", Look.LINK, chevron=True, role="bij_mid")
        self.kind = PROMISE
        self._menu = Menu(words.KIND_OF_FOLLOW_UP, self)
        for kind, text in words.FOLLOW_UP_KINDS:
            self._menu.add(text, kind)
        self._menu.triggered.connect(self._picked)
        self.clicked.connect(self._open)
        self.set_kind(PROMISE)

    def set_kind(self, kind: str) -> None:
        self.kind = kind if kind in _WORDS else PROMISE
        self.set_words(_WORDS[self.kind])
        self.setAccessibleName(words.follow_up_named(_WORDS[self.kind]))

    def _open(self) -> None:
        self._menu.open_below(self)

    def _picked(self, action: QAction) -> None:
        self.set_kind(str(action.data()))
        self.chosen.emit(self.kind)


class FollowUpRow(QWidget):
    """One follow-up: kind, what and when; an afspraak has a kind of its own. `gone` when it is taken away."""

    changed = Signal()
    left = Signal()
    gone = Signal()

    def __init__(self, today: Callable[[], date], removable: bool) -> None:
        super().__init__()
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        self.kind = KindButton()
        self.what = TextField(_WORDS[PROMISE])
        self.what.setMaxLength(1000)
        self.when = WhenField(
            words.DAY_LABELS[PROMISE],
            texts_forms.CHOOSE_DAY,
            texts_forms.OPEN_CALENDAR,
            today,
            ahead=True,
            brief=True,
        )
        self.agreement = Choice(words.AGREEMENT_KIND, words.CHOOSE_AGREEMENT_KIND)
        self.what_row = FormRow(_WORDS[PROMISE], self.what, head=self.kind)
        self.when_row = FormRow(words.DAY_LABELS[PROMISE], self.when)
        self.agreement_row = FormRow(words.AGREEMENT_KIND, self.agreement)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.what_row, 7)
        row.addWidget(self.when_row, 4)
        column.addLayout(row)
        for below in (self.what_row, self.when_row):
            column.addWidget(below.move_below())
        column.addWidget(self.agreement_row)
        self.remove = Button(words.REMOVE, Look.LINK)
        self.remove.clicked.connect(self.gone)
        self.remove.setVisible(removable)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._wanted = ""
        self._connect()
        self._show_kind()

    def _connect(self) -> None:
        self.kind.chosen.connect(self._kind_chosen)
        self.what.textChanged.connect(self.changed)
        self.when.textChanged.connect(self.changed)
        self.agreement.currentIndexChanged.connect(self.changed)
        self.when.left.connect(self._left_when)
        self.what.left.connect(self.left)

    def _left_when(self) -> None:
        self.when.settle()
        self.left.emit()

    def _kind_chosen(self, _: str) -> None:
        self._show_kind()
        self.changed.emit()
        target = self.agreement if self.kind.kind == AGREEMENT and self.what.text() else self.what
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self) -> None:
        kind = self.kind.kind
        self.what.setAccessibleName(_WORDS[kind])
        self.when_row.set_label(words.DAY_LABELS[kind])
        self.agreement_row.setVisible(kind == AGREEMENT)
        self.remove.setAccessibleName(words.remove_follow_up(_WORDS[kind]))

    def set_agreement_kinds(self, options: Sequence[tuple[str, str]]) -> None:
        self.agreement.set_options(tuple(options))
        if self._wanted:
            self.agreement.set_value(self._wanted)

    def value(self) -> FollowUp:
        afspraak = self.agreement.value() or self._wanted
        return FollowUp(self.kind.kind, self.what.text(), self.when.text(), afspraak)

    def set_value(self, value: FollowUp) -> None:
        self.kind.set_kind(value.soort)
        self.what.setText(value.wat)
        self.when.setText(value.wanneer)
        self._wanted = value.afspraak
        self.agreement.set_value(value.afspraak)
        self._show_kind()


class FollowUps(QWidget):
    """One row to begin with, and a link for another. `rows_changed` when rows came or went."""

    changed = Signal()
    left = Signal()
    rows_changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._kinds: tuple[tuple[str, str], ...] = ()
        px = theme.active().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self.rows: list[FollowUpRow] = []
        self.more = Button(words.ONE_MORE, Look.LINK, "plus")
        self.more.clicked.connect(self._add_pressed)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(FollowUp())

    def _add(self, value: FollowUp) -> FollowUpRow:
        row = FollowUpRow(self._today, removable=bool(self.rows))
        row.set_agreement_kinds(self._kinds)
        row.set_value(value)
        row.changed.connect(self.changed)
        row.left.connect(self.left)
        row.gone.connect(self._gone)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        self.more.setVisible(len(self.rows) < MOST_FOLLOW_UPS)
        return row

    def _add_pressed(self) -> None:
        row = self._add(FollowUp())
        self.rows_changed.emit()
        row.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self) -> None:
        row = self.sender()
        if isinstance(row, FollowUpRow):
            self._drop(row)
            self.rows_changed.emit()
            self.changed.emit()
            self.rows[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: FollowUpRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.more.setVisible(True)

    def set_agreement_kinds(self, options: Sequence[tuple[str, str]]) -> None:
        self._kinds = tuple(options)
        for row in self.rows:
            row.set_agreement_kinds(options)

    def values(self) -> tuple[FollowUp, ...]:
        return tuple(row.value() for row in self.rows)

    def set_values(self, values: Sequence[FollowUp]) -> None:
        for row in self.rows[1:]:
            self._drop(row)
        self.rows[0].set_value(values[0] if values else FollowUp())
        for value in values[1:MOST_FOLLOW_UPS]:
            self._add(value)
        self.rows_changed.emit()
