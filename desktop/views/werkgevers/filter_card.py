"""The card behind Filters: gemeente, segment, colleague, days without contact. Each choice holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.rights import may_hold_regie
from desktop.views import texts, theme
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choice import Known
from desktop.views.werkgevers.list_words import Reader
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.choices import Check
from desktop.views.widgets.fields import Choice, FormRow, TextField
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.layer import PopoverCard

MOST_DAYS = 3650


class FilterCard(PopoverCard):
    """`picked(WerkgeverFilter)` after each change. `show_choice` follows what was taken away elsewhere."""

    picked = Signal(object)

    def __init__(self, anchor: QWidget, choice: WerkgeverFilter, known: Known, reader: Reader) -> None:
        super().__init__(words.FILTERS_NAME, anchor, 320)
        self._choice, self._known, self._reader = choice, known, reader
        self.gemeente = _choice(texts.MUNICIPALITY, texts.ALL_MUNICIPALITIES)
        self.gemeente.set_options(tuple((row.code, row.label) for row in known.gemeenten))
        self.segment = _choice(words.SEGMENT, words.ANY_SEGMENT)
        self.segment.set_options(tuple((row.code, row.label) for row in known.segmenten))
        self.colleague = _choice(words.COLLEAGUE, words.ANY_COLLEAGUE)
        self.colleague.set_options(_holders(known))
        self.days = TextField(words.DAYS, words.DAYS_EXAMPLE)
        self.days.setValidator(QIntValidator(1, MOST_DAYS, self.days))
        self.actions_only = Check(words.ONLY_ACTIONS)
        self.standing_in = Check(words.ONLY_STANDING_IN)
        self.clear = Button(texts.CLEAR_FILTERS, Look.LINK)
        self._lay_out()
        self.show_choice(choice)
        self._connect()

    def _lay_out(self) -> None:
        px = theme.active().px
        content = Surface("vlak_inhoud")
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        for row in (
            FormRow(texts.MUNICIPALITY, self.gemeente),
            FormRow(words.COLLEAGUE, self.colleague),
            FormRow(words.SEGMENT, self.segment),
            FormRow(words.DAYS, self.days, words.DAYS_HINT),
        ):
            column.addWidget(row)
        column.addWidget(self.actions_only)
        column.addWidget(self.standing_in)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        self.column.setContentsMargins(2, px(6), 2, px(6))
        self.column.addWidget(scroll)

    def _connect(self) -> None:
        for field in (self.gemeente, self.segment, self.colleague):
            field.currentIndexChanged.connect(self._changed)
        self.days.textChanged.connect(self._changed)
        self.actions_only.toggled.connect(self._changed)
        self.standing_in.toggled.connect(self._changed)
        self.clear.clicked.connect(self._cleared)

    def place(self, room: QSize) -> QRect:
        """As high as its fields when there is room; else they scroll."""
        asked = super().place(room)
        px = theme.active().px
        height = min(self._column.totalHeightForWidth(asked.width() - 4) + px(12), room.height() - 48)
        top = max(8, min(asked.y(), room.height() - height - 8))
        return QRect(asked.x(), top, asked.width(), height)

    def first_field(self) -> QWidget | None:
        return self.gemeente

    def show_choice(self, choice: WerkgeverFilter) -> None:
        self._choice = choice
        holder = self._reader.id if choice.mijn_regie else choice.regiehouder_id or ""
        days = list_choice.days(choice, self._reader.today)
        for field, code in (
            (self.gemeente, choice.gemeente_code or ""),
            (self.segment, choice.segment or ""),
            (self.colleague, holder),
        ):
            with QSignalBlocker(field):
                field.set_value(code)
                field.update()
        with QSignalBlocker(self.days):
            self.days.setText(str(days or ""))
        for box, on in ((self.actions_only, choice.met_open_acties), (self.standing_in, choice.waargenomen)):
            with QSignalBlocker(box):
                box.setChecked(on)

    def _changed(self) -> None:
        typed = self.days.text().strip()
        found = replace(
            self._choice,
            gemeente_code=self.gemeente.value() or None,
            segment=self.segment.value() or None,
            met_open_acties=self.actions_only.isChecked(),
            waargenomen=self.standing_in.isChecked(),
        )
        found = list_choice.quiet_for(found, int(typed) if typed.isdigit() else 0, self._reader.today)
        before = self._reader.id if found.mijn_regie else found.regiehouder_id or ""
        if self.colleague.value() != before:
            found = list_choice.only_of(found, self.colleague.value(), self._reader.id)
        self._choice = found
        self.picked.emit(found)

    def _cleared(self) -> None:
        self.show_choice(replace(list_choice.emptied(self._choice), tekst=self._choice.tekst))
        self.picked.emit(self._choice)


def _choice(name: str, placeholder: str) -> Choice:
    return Choice(name, placeholder)


def _holders(known: Known) -> tuple[tuple[str, str], ...]:
    """Who can have a regie."""
    found: Sequence[tuple[str, str]] = [
        (row.id, row.naam) for row in known.medewerkers if row.actief and may_hold_regie(row.rol)
    ]
    return tuple(found)
