"""A form made from a description of its fields; for what changes something, with a look at what others did.

`before` is what stood in the fields when they were filled. When somebody changed one of them meanwhile, the
form says so at the field, takes over what this person did not touch, and sends only after another press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.views import theme
from desktop.views.forms import reading
from desktop.views.forms import texts as words
from desktop.views.forms.choosing import FieldChoices
from desktop.views.forms.inputs import CHECK, ChoiceInput, FieldSpec, Input, Value
from desktop.views.forms.making import make_input
from desktop.views.forms.more_fields import MoreFields
from desktop.views.forms.panel import Fields, FormKind, FormPanel
from desktop.views.shell import Shell
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.token_picker import TokenPicker

Typed = dict[str, Value]
Lines = Sequence[Sequence[FieldSpec]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the store now, in the form's own words; `who` changed a field last, by field."""

    typed: Typed
    who: Mapping[str, str] = field(default_factory=dict)


Look = Callable[[], Standing]


class FieldForm(FormPanel):
    """`lines` are the fields line by line; `look` reads what stands now, for a form that changes a row.

    `more` are lines that stand behind a link until one of them is filled or asked for.
    """

    def __init__(
        self,
        shell: Shell,
        kind: FormKind,
        lines: Lines,
        look: Look | None = None,
        more: Lines = (),
    ) -> None:
        super().__init__(shell, kind)
        self.all_specs = tuple(spec for line in (*lines, *more) for spec in line)
        self.inputs: dict[str, Input] = {}
        self.before: Typed = {}
        self._look = look
        self._place(lines, self.fields)
        self.more: MoreFields | None = None
        self._behind = frozenset(spec.key for line in more for spec in line)
        if more:
            self.more = MoreFields()
            self._place(more, self.more.column)
            self.fields.addWidget(self.more)
        self.add_below()
        self.fields.addStretch(1)
        self.before = self.typed()
        self.edited.connect(self._show_needed)
        self._show_needed()
        self.begin()
        self.choices = FieldChoices(self, self.all_specs, self.inputs)
        if look is not None:
            self.operations.changed.connect(self._others_changed)

    def add_below(self) -> None:
        """What a form shows under its fields."""

    # -- building ------------------------------------------------------------------------------------
    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        """The fields that are asked now."""
        return reading.there(self.all_specs, self.typed())

    def _place(self, lines: Lines, column: QVBoxLayout) -> None:
        for line in lines:
            if len(line) == 1:
                column.addWidget(self._row(line[0]))
            else:
                column.addLayout(self._side_by_side(line))

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
        typing = made.widget.edit if isinstance(made.widget, TokenPicker) else None
        row = self.rows[spec.key] = FormRow(spec.label, made.widget, spec.hint, typing)
        return row

    def _show_needed(self) -> None:
        """Fields that depend on another one come and go with it."""
        here = {spec.key for spec in self.specs}
        for spec in self.all_specs:
            if spec.only is not None and spec.key in self.rows:
                self.rows[spec.key].setVisible(spec.key in here)

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
            if spec.kind != CHECK and spec.key not in self._behind and not self.inputs[spec.key].value():
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
        self.choices_came_in(kept)
        stood = kept.get("stond")
        if self._look is not None and isinstance(stood, dict):
            self.before = self.before | {key: stood[key] for key in self.before if key in stood}
            self._look_again()

    def choices_came_in(self, kept: Mapping[str, object]) -> None:
        """What was filled in from elsewhere: fields that it asks for are there, ids get their words."""
        self._show_needed()
        if self.more is not None and any(kept.get(key) for key in self._behind):
            self.more.open()
        self.choices.name_what_waits()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        if self.more is not None and self._behind & errors.keys():
            self.more.open()
        super().show_errors(errors)

    def unchosen(self) -> dict[str, str]:
        """Words typed in a field that takes only what is in its list."""
        typed = {key: made.unread() for key, made in self.inputs.items() if hasattr(made, "unread")}
        return {key: words.choose_from_list(text) for key, text in typed.items() if text}

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
