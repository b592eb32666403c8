"""Many ids in order, kept as one text: a hundred thousand of them are one read and a few megabytes.

Frozen data like rows. Touches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

LENGTH = 36


class Ids(Sequence[str]):
    """A sequence of UUIDs as text. Two of them compare and one is found at the speed of C."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    @classmethod
    def of(cls, ids: Iterable[str]) -> Ids:
        return cls("".join(ids))

    def __len__(self) -> int:
        return len(self._text) // LENGTH

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Ids: ...
    def __getitem__(self, place: int | slice) -> str | Ids:
        if isinstance(place, slice):
            first, last, step = place.indices(len(self))
            if step != 1:
                raise ValueError("ids are cut in one piece")
            return Ids(self._text[first * LENGTH : max(first, last) * LENGTH])
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return self._text[number * LENGTH : (number + 1) * LENGTH]

    def __iter__(self) -> Iterator[str]:
        text = self._text
        return (text[start : start + LENGTH] for start in range(0, len(text), LENGTH))

    def find(self, row_id: str) -> int:
        """Its number, or -1. The hyphens of a UUID fit in one place only, so no hit lies across two ids."""
        found = self._text.find(row_id) if len(row_id) == LENGTH else -1
        return -1 if found < 0 else found // LENGTH

    def __contains__(self, row_id: object) -> bool:
        return isinstance(row_id, str) and self.find(row_id) >= 0

    def starts_with(self, other: Ids) -> bool:
        return self._text.startswith(other._text)

    def __add__(self, other: Ids) -> Ids:
        return Ids(self._text + other._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ids) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"Ids({len(self)})"
