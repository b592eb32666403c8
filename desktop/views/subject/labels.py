"""The labels of code lists that a screen needs, read once before its first rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from desktop.frozen import dataclass
from desktop.views.backend import Backend


@dataclass(frozen=True, slots=True)
class Labels:
    """Code list → code → label. `lists` names also what ended; `now` are the codes that can be chosen."""

    lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    now: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, backend: Backend, names: Iterable[str]) -> Labels:
        """On a reader."""
        wanted = tuple(names)
        labels = {name: {row.code: row.label for row in backend.codes(name, ook_oud=True)} for name in wanted}
        return cls(labels, {name: tuple(row.code for row in backend.codes(name)) for name in wanted})

    def label(self, lijst: str, code: object) -> str:
        """Empty for nothing; a code without a label is shown as words."""
        if code in (None, ""):
            return ""
        return self.of(lijst).get(str(code)) or str(code).replace("_", " ").capitalize()

    def of(self, lijst: str) -> Mapping[str, str]:
        """Code → label of one list."""
        return self.lists.get(lijst, {})

    def options(self, lijst: str) -> tuple[tuple[str, str], ...]:
        """(code, label) as a filter or a field offers them."""
        labels = self.of(lijst)
        return tuple((code, labels[code]) for code in self.now.get(lijst, labels) if code in labels)
