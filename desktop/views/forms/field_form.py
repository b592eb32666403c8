"""A form made from a description of its fields; for what changes something, with a look at what others did.

`before` is what stood in the fields when they were filled. When somebody changed one of them meanwhile, the
form says so at the field, takes over what this person did not touch, and sends only after another press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.models.queries.rows import CodeRij
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.forms import reading
from desktop.views.forms import texts as words
from desktop.views.forms.inputs import CHECK, ChoiceInput, FieldSpec, Input, Value, make_input
from desktop.views.forms.panel import Fields, FormKind, FormPanel
from desktop.views.shell import Shell
from desktop.views.widgets.fields import FormRow

Typed = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the store now, in the form's own words; `who` changed a field last, by field."""

    typed: Typed
    who: Mapping[str, str] = field(default_factory=dict)


Look = Callable[[], Standing]


class FieldForm(FormPanel):
    """`lines` are the fields line by line; `look` reads what stands now, for a form that changes a row."""

    def __init__(
        self, shell: Shell, kind: FormKind, lines: Sequence[Sequence[FieldSpec]], look: Look | None = None
    ) -> None:
        super().__init__(shell, kind)
        self.specs = tuple(spec for line in lines for spec in line)
        self.inputs: dict[str, Input] = {}
        self.before: Typed = {}
        self._look = look
        self._place(lines)
        self.add_below()
        self.fields.addStretch(1)
        self.before = self.typed()
        self.begin()
        self._read_lists()
        if look is not None:
            self.operations.changed.connect(self._others_changed)

    def add_below(self) -> None:
        """What a form shows under its fields."""

    # -- building ------------------------------------------------------------------------------------
    def _place(self, lines: Sequence[Sequence[FieldSpec]]) -> None:
        for line in lines:
            if len(line) == 1:
                self.fields.addWidget(self._row(line[0]))
            else:
                self.fields.addLayout(self._side_by_side(line))

    def _side_by_side(self, line: Sequence[FieldSpec]) -> QVBoxLayout:
        """Several fields on a line; what is wrong with one stands below all, over the whole width."""
        column = QVBoxLayout()
        column.setSpacing(theme.active().px(5))
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(12))
        column.addLayout(row)
        for spec in line:
            made = self._row(spec)
            row.addWidget(made, spec.width)
            if isinstance(made, FormRow):
                column.addWidget(made.move_below())
        return column

    def _row(self, spec: FieldSpec) -> QWidget:
        made = self.inputs[spec.key] = make_input(spec, self.backend.today)
        made.on_change(self.note_edit)
        made.on_leave(_Left(self, spec.key))
        if spec.kind == CHECK:
            return made.widget
        row = self.rows[spec.key] = FormRow(spec.label, made.widget, spec.hint)
        return row

    def _read_lists(self) -> None:
        lists = tuple({spec.lijst for spec in self.specs if spec.lijst})
        if lists:
            self.operations.query(_Lists(self.backend, lists), self, self._show_lists)

    def _show_lists(self, found: Mapping[str, tuple[CodeRij, ...]]) -> None:
        self.filling = True
        for spec in self.specs:
            made = self.inputs[spec.key]
            if spec.lijst and isinstance(made, ChoiceInput):
                made.set_options([(code.code, code.label) for code in found[spec.lijst]])
        self.filling = False

    def set_options(self, key: str, options: Sequence[tuple[str, str]]) -> None:
        """Choices that came later, such as the colleagues."""
        made = self.inputs[key]
        assert isinstance(made, ChoiceInput)
        self.filling = True
        made.set_options(options)
        self.filling = False

    def set_before(self, typed: Typed) -> None:
        """What stands in the store when the form opens."""
        self.fill_with(typed)
        self.before = self.typed()

    def first_empty(self) -> QWidget:
        """The first field that is empty; of a form that changes something the first one."""
        for spec in self.specs if self._look is None else ():
            if spec.kind != CHECK and not self.inputs[spec.key].value():
                return self._target(spec.key)
        return self._target(self.specs[0].key)

    def _target(self, key: str) -> QWidget:
        widget = self.inputs[key].widget
        target: QWidget = widget.focus_target() if hasattr(widget, "focus_target") else widget
        return target

    # -- what was typed ------------------------------------------------------------------------------
    def typed(self) -> Typed:
        return {key: made.value() for key, made in self.inputs.items()}

    def value(self, key: str) -> Value:
        return self.inputs[key].value()

    def as_plain(self) -> Fields:
        return {**self.typed(), "stond": dict(self.before)} if self._look else dict(self.typed())

    def fill(self, kept: Mapping[str, object]) -> None:
        for key, made in self.inputs.items():
            if key in kept:
                made.set_value(kept[key])
        stood = kept.get("stond")
        if self._look is not None and isinstance(stood, dict):
            self.before = self.before | {key: stood[key] for key in self.before if key in stood}
            self._look_again()

    def plain(self) -> tuple[dict[str, object], dict[str, str]]:
        return reading.plain(self.specs, self.typed(), self.today)

    def changed_keys(self) -> set[str]:
        return reading.changed(self.specs, self.typed(), self.before)

    def change_arguments(self) -> dict[str, object]:
        """For a `wijzig` command: only what changed, and in `wis` what was emptied."""
        found, _ = self.plain()
        keys = self.changed_keys()
        arguments = {key: value for key, value in found.items() if key in keys}
        emptied = sorted(keys - arguments.keys())
        return arguments | ({"wis": emptied} if emptied else {})

    # -- what others did meanwhile --------------------------------------------------------------------
    def before_sending(self) -> None:
        if self._look is None:
            self.send()
        else:
            self.operations.query(self._look, self, self._looked, self._not_looked)

    def _looked(self, standing: Standing) -> None:
        if self._take_over(standing):
            self.hold_back()
        else:
            self.send()

    def _not_looked(self, error: Exception) -> None:
        self.hold_back()
        self.shell.messages.failed(error)

    def _others_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self:
            self._look_again()

    def _look_again(self) -> None:
        if self._look is not None:
            self.operations.query(self._look, self, self._noticed, self._ignore, channel="kijk")

    def _noticed(self, standing: Standing) -> None:
        self._take_over(standing)

    def _ignore(self, error: Exception) -> None:
        """It is looked at again before sending."""

    def _take_over(self, standing: Standing) -> bool:
        """True when a field in which this person typed says something else now."""
        if not standing.typed:
            return False
        mine = self.changed_keys()
        moved = reading.changed(self.specs, standing.typed, self.before)
        clashing = {
            key for key in moved & mine if key in reading.changed(self.specs, self.typed(), standing.typed)
        }
        self.filling = True
        for key in moved - mine:
            self.inputs[key].set_value(standing.typed[key])
        self.filling = False
        self.before = self.before | {key: standing.typed[key] for key in moved}
        if clashing:
            self._say_changed(clashing, standing)
        return bool(clashing)

    def _say_changed(self, keys: set[str], standing: Standing) -> None:
        labels = {spec.key: spec.label for spec in self.specs}
        for key in keys:
            if key in self.rows:
                self.rows[key].set_aside(words.now_is(self.shown(key, standing.typed[key])), "letop")
        who = {standing.who.get(key, "") for key in keys}
        name = who.pop() if len(who) == 1 else ""
        fields = ", ".join(labels[key] for key in labels if key in keys)
        self.banner.say("letop", words.changed_meanwhile(name, fields))
        self.show_in_sight(self.banner)

    def shown(self, key: str, value: Value) -> str:
        """A value of a field in words."""
        made = self.inputs[key]
        if isinstance(made, ChoiceInput):
            at = made.widget.findData(value)
            return made.widget.itemText(at) if at > 0 else str(value)
        return str(value)


class _Left:
    """Checks one field when the person leaves it."""

    def __init__(self, form: FieldForm, key: str) -> None:
        self._form, self._key = form, key

    def __call__(self, *_: object) -> None:
        if self._key in self._form.rows:
            self._form.check_field(self._key)


@dataclass(frozen=True, slots=True)
class _Lists:
    backend: Backend
    names: tuple[str, ...]

    def __call__(self) -> Mapping[str, tuple[CodeRij, ...]]:
        return {name: self.backend.codes(name) for name in self.names}
