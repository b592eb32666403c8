"""The one family of errors that the core raises on purpose.

Three kinds, because they need three answers: the user can act (`Weigering`), the environment failed
(`EnvironmentFailure`), and everything else is a bug of ours and is never caught here.
An error carries a code and parameters, never a sentence; `desktop.wording` turns it into plain Dutch.
Touches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

Parameter = str | int | bool | None


class WerkregieError(Exception):
    """Base of both kinds below: `code` names the sentence, `parameters` fill it."""

    def __init__(self, code: str, **parameters: Parameter) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters: dict[str, Parameter] = parameters

    def __str__(self) -> str:
        return self.code


class Weigering(WerkregieError):
    """A rule, a right or the input says no; the user can do something about it (exit code 1)."""


class InputRefused(Weigering):
    """One or more fields of a command do not fit; `fields` maps a field name to its own refusal."""

    def __init__(self, fields: Mapping[str, Weigering]) -> None:
        first = next(iter(fields.values()))
        super().__init__(first.code, **first.parameters)
        self.fields = dict(fields)


class EnvironmentFailure(WerkregieError):
    """Network, disk, keyring, lock or database: not the user's input and not a rule (exit code 3)."""
