"""The labels of code lists that a screen needs, read once before its first rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from desktop.models.frozen import dataclass
from desktop.views.backend import Backend


@dataclass(frozen=True, slots=True)
class Labels:
    """Code list → code → label."""

    lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, backend: Backend, names: Iterable[str]) -> Labels:
        """On a reader."""
        return cls({name: {row.code: row.label for row in backend.codes(name)} for name in names})

    def label(self, lijst: str, code: object) -> str:
        """Empty for nothing; a code without a label is shown as words."""
        if code in (None, ""):
            return ""
        return self.lists.get(lijst, {}).get(str(code)) or str(code).replace("_", " ").capitalize()

    def options(self, lijst: str) -> tuple[tuple[str, str], ...]:
        """(code, label) as a filter or a field offers them."""
        return tuple(self.lists.get(lijst, {}).items())
