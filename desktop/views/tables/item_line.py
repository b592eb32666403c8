"""A line of a list of two-line items under headings. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Generic, TypeVar

from desktop.frozen import dataclass
from desktop.views.subject import texts as words

S = TypeVar("S")
MARKS = MINE, OTHERS, NOBODYS = ("mijn", "ander", "niemand")
"""A filled dot, an open ring and a dashed ring, as before a werkgever."""


@dataclass(frozen=True, slots=True)
class ItemLine(Generic[S]):
    """Two lines of text; without a subject it is a heading. `ink` is the colour of the second, `when_ink` of
    the words at the right of the first, `aside` stands at the right of the second.

    `last` of its group: no line is drawn under it. `mark` in the place of an icon is one of `MARKS`.
    """

    key: str
    title: str
    detail: str = ""
    when: str = ""
    icon: str = ""
    subject: S | None = None
    ink: str = "tekst_2"
    last: bool = False
    when_ink: str = "tekst_2"
    aside: str = ""
    mark: str = ""
    waits: bool = False

    @property
    def heading(self) -> bool:
        return self.subject is None

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        waits = words.WAITS if self.waits else ""
        return ", ".join(part for part in (self.title, self.detail, self.aside, self.when, waits) if part)


def group(heading: str, lines: Iterable[ItemLine[S]]) -> tuple[ItemLine[S], ...]:
    """The lines under their heading."""
    *others, last = lines
    return (ItemLine(f"kop:{heading}", heading), *others, replace(last, last=True))
