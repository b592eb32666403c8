"""What the import has to say about a file or a row: a code with parameters, never a sentence.

The sentences are in `resources/teksten/import.toml`. Touches the wording only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.models.errors import Parameter, WerkregieError
from desktop.wording import explain, sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """`code` names the sentence, `parameters` fill it."""

    code: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def text(self) -> str:
        return sentence(self.code, self.parameters)


def remark(code: str, **parameters: Parameter) -> Remark:
    return Remark(code, parameters)


def from_error(error: WerkregieError) -> Remark:
    """The same reason as a remark: for a value that a rule of the core refuses."""
    return Remark(error.code, error.parameters)


def left_out(veld: str, error: WerkregieError) -> Remark:
    """A cell that does not fit and is not taken, with the reason in words."""
    return remark("import_weggelaten", veld=veld, reden=explain(error))


def summary(found: Iterable[tuple[int, Remark]]) -> list[str]:
    """One sentence per kind of remark: the first row in words, the others counted."""
    first: dict[tuple[str, Parameter], tuple[int, Remark]] = {}
    rows: dict[tuple[str, Parameter], set[int]] = {}
    for number, item in found:
        kind = (item.code, item.parameters.get("veld"))
        first.setdefault(kind, (number, item))
        rows.setdefault(kind, set()).add(number)
    return [_line(number, item, len(rows[kind]) - 1) for kind, (number, item) in first.items()]


def _line(number: int, item: Remark, others: int) -> str:
    where = f"Rij {number}"
    if others:
        where += f" en {others} andere {'rij' if others == 1 else 'rijen'}"
    return f"{where}: {item.text()}"
