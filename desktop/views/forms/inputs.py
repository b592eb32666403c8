"""The fields of a form behind one face: a value as typed, a way to put it there, and two signals.

`text` values are what the person typed, also for numbers and days: reading them is the form's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.views.forms import texts as words
from desktop.views.forms.days import Span
from desktop.views.forms.sources import Source
from desktop.views.widgets.choices import Check, Segments
from desktop.views.widgets.fields import Choice, NoteField, TextField
from desktop.views.widgets.when_field import WhenField

TEXT, NUMBER, NAMES, NOTE, CHOICE, SEGMENTS, DAY, CHECK, SEVERAL, SEARCH, SUGGEST = (
    "text",
    "number",
    "names",
    "note",
    "choice",
    "segments",
    "day",
    "check",
    "several",
    "search",
    "suggest",
)
Value = str | bool | tuple[str, ...]
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form. `width` is its share of its line; `span` is for days; `limit` for texts.

    `options` are (code, words); `lijst` names a code list that is read when the form opens, `source` says
    where else choices come from. `missing` is said of a required one that is empty. `only` is (key, values):
    the field is there while that other one has one of these values.
    """

    key: str
    label: str
    kind: str = TEXT
    hint: str = ""
    width: int = 1
    span: Span = Span.ANY
    options: tuple[tuple[str, str], ...] = ()
    lijst: str = ""
    placeholder: str = ""
    required: bool = False
    limit: int = 0
    source: Source | None = None
    missing: str = ""
    only: tuple[str, frozenset[str]] | None = None


class Input(Protocol):
    """A field as the form sees it."""

    @property
    def widget(self) -> QWidget: ...
    def value(self) -> Value: ...
    def set_value(self, value: object) -> None: ...
    def on_change(self, slot: Callable[..., None]) -> None: ...
    def on_leave(self, slot: Callable[..., None]) -> None: ...


class TextInput:
    """One line."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget: TextField = TextField(spec.label, spec.placeholder)
        if spec.limit:
            self.widget.setMaxLength(spec.limit)

    def value(self) -> str:
        return self.widget.text()

    def set_value(self, value: object) -> None:
        self.widget.setText(str(value or ""))

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.textChanged.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.left.connect(slot)


class DayInput(TextInput):
    """A day as people write it; shown in full once it was read."""

    def __init__(self, spec: FieldSpec, today: Callable[[], date]) -> None:
        super().__init__(spec)
        ahead = spec.span is not Span.PAST
        self.widget = WhenField(
            spec.label, spec.placeholder or words.CHOOSE_DAY, words.OPEN_CALENDAR, today, ahead
        )

    def on_leave(self, slot: Callable[..., None]) -> None:
        assert isinstance(self.widget, WhenField)
        self.widget.left.connect(self.widget.settle)
        self.widget.left.connect(slot)


class NoteInput:
    """Several lines."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget = NoteField(spec.label, 4)

    def value(self) -> str:
        return self.widget.toPlainText()

    def set_value(self, value: object) -> None:
        self.widget.setPlainText(str(value or ""))

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.textChanged.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.left.connect(slot)


class ChoiceInput:
    """One of a list; a value that the list does not have yet waits for it."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget = Choice(spec.label, spec.placeholder or words.CHOOSE)
        self._wanted = ""
        self.set_options(spec.options)

    def set_options(self, options: Options) -> None:
        wanted = self.value()
        self.widget.set_options(tuple(options))
        self.set_value(wanted)

    def value(self) -> str:
        return self.widget.value() or self._wanted

    def set_value(self, value: object) -> None:
        code = str(value or "")
        known = self.widget.findData(code) >= 0
        self._wanted = "" if known else code
        if known:
            self.widget.set_value(code)

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.activated.connect(self._chosen)
        self.widget.currentIndexChanged.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.activated.connect(slot)

    def _chosen(self, _index: int) -> None:
        self._wanted = ""


class SegmentsInput:
    """One of a few, side by side."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget = Segments(spec.label, spec.options)
        self.widget.set_value(spec.options[0][0])

    def value(self) -> str:
        return self.widget.value()

    def set_value(self, value: object) -> None:
        self.widget.set_value(str(value or ""))

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.chosen.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.chosen.connect(slot)


class CheckInput:
    """A box to tick."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget = Check(spec.label)

    def value(self) -> bool:
        return self.widget.isChecked()

    def set_value(self, value: object) -> None:
        self.widget.setChecked(value is True)

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.toggled.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        changed: SignalInstance = self.widget.clicked
        changed.connect(slot)
