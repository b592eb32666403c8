"""A form for one command from a table of its fields.

What the command itself refuses stands at the field before anything is sent, what the core refuses comes back
to the field that it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop import wording
from desktop.models.commands.base import Command
from desktop.models.errors import InputRefused, Weigering
from desktop.views.forms import reading
from desktop.views.forms import texts as words
from desktop.views.forms.field_form import FieldForm, Lines, Look, Typed
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell

MAYBE_A_NAME = "tekst_noemt_misschien_kandidaat"
"""The one refusal that the author can overrule, by keeping it again."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """`lines` are the fields, `more` those behind a link. `fixed` are arguments that nobody types.

    `new`: the form makes a row, and gives it its id. `changes`: it sends only what differs from what stood,
    and in `wis` what was emptied. `at`: of what the core refuses by a code, the field that it is about.
    """

    command: type[Command]
    lines: Lines
    more: Lines = ()
    fixed: Mapping[str, object] = field(default_factory=dict)
    new: bool = False
    changes: bool = False
    at: Mapping[str, str] = field(default_factory=dict)


class CommandForm(FieldForm):
    """`typed` is what the fields begin with: what stands, for a form that changes something."""

    def __init__(
        self,
        shell: Shell,
        kind: FormKind,
        table: FormTable,
        typed: Typed | None = None,
        look: Look | None = None,
    ) -> None:
        self.table = table
        self._id = shell.new_id() if table.new else ""
        self._asked_about: Typed | None = None
        super().__init__(shell, kind, table.lines, look, table.more)
        if typed:
            self.set_before(typed)

    def begin_anew(self) -> None:
        """The row that was made is taken back; what is sent now is another one."""
        self._id = self.shell.new_id() if self.table.new else ""

    # -- arguments -----------------------------------------------------------------------------------
    def arguments(self) -> dict[str, object]:
        """Of the command, from what was typed; a form of its own may add some."""
        found = self.change_arguments() if self.table.changes else self.plain()[0]
        made: dict[str, object] = {"id": self._id} if self.table.new else {}
        return found | made | dict(self.table.fixed) | self._confirmed()

    def _confirmed(self) -> dict[str, object]:
        """Kept again as it was when the core asked about it: then it is meant like that."""
        return {"geen_naam": True} if self._asked_about == self.typed() else {}

    def errors(self) -> dict[str, str]:
        wrong = (
            reading.missing(self.specs, self.typed()) | self.plain()[1] | self.unchosen() | self.also_wrong()
        )
        if self.table.changes and not wrong and not self.changed_keys():
            return {"": words.NOTHING_CHANGED}
        return self._refused() | wrong

    def also_wrong(self) -> dict[str, str]:
        """What a form of its own sees, such as an end before its beginning."""
        return {}

    def _refused(self) -> dict[str, str]:
        found = reading.refused(self.table.command, self.arguments())
        return {self.field_of(name): sentence for name, sentence in found.items()}

    def requests(self) -> Sequence[Request]:
        return [Request(self.table.command.NAME, self.arguments())]

    def say_refused(self, error: Exception) -> None:
        """At its field, where one knows which that is."""
        if isinstance(error, InputRefused) and {one.code for one in error.fields.values()} == {MAYBE_A_NAME}:
            self._asked_about = self.typed()
        place = self.table.at.get(error.code) if isinstance(error, Weigering) else None
        if place is not None and isinstance(error, Weigering):
            self.show_errors({place: wording.sentence(error.code, error.parameters)})
        else:
            super().say_refused(error)
