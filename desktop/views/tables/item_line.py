"""A line of a list of two-line items under headings. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class ItemLine(Generic[S]):
    """Two lines of text; without a subject it is a heading. `ink` is the colour of the second.

    `last` of its group: no line is drawn under it.
    """

    key: str
    title: str
    detail: str = ""
    when: str = ""
    icon: str = ""
    subject: S | None = None
    ink: str = "tekst_2"
    last: bool = False

    @property
    def heading(self) -> bool:
        return self.subject is None

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.when) if part)


def group(heading: str, lines: Iterable[ItemLine[S]]) -> tuple[ItemLine[S], ...]:
    """The lines under their heading."""
    *others, last = lines
    return (ItemLine(f"kop:{heading}", heading), *others, replace(last, last=True))
