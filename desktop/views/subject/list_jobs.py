"""What the list of a subject asks of the laptop: how it was left, its rows, and to remember that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.views.subject.choice import Choice
from desktop.views.subject.description import Subject
from desktop.views.tables.item_line import ItemLine


@dataclass(frozen=True, slots=True)
class Start:
    names: Mapping[str, object]
    kept: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReadStart:
    subject: Subject[Any, Any]

    def __call__(self) -> Start:
        kept = self.subject.backend.vensterstand(self.subject.key) or {}
        return Start(self.subject.read_names(), kept)


@dataclass(frozen=True, slots=True)
class FoundRows:
    choice: Choice
    lines: Sequence[ItemLine[Any]]
    cards: Sequence[tuple[str, ItemLine[Any]]]
    by_sync: bool


@dataclass(frozen=True, slots=True)
class ReadRows:
    subject: Subject[Any, Any]
    choice: Choice
    by_sync: bool

    def __call__(self) -> FoundRows:
        subject = self.subject
        rows = subject.read(self.choice)
        cards = [(subject.column_of(row), subject.card(row)) for row in rows] if subject.columns else []
        return FoundRows(self.choice, subject.lines(rows), cards, self.by_sync)


@dataclass(frozen=True, slots=True)
class KeepList:
    """How the list was left, for the next time."""

    subject: Subject[Any, Any]
    kept: Mapping[str, object]

    def __call__(self) -> None:
        self.subject.backend.bewaar_vensterstand(self.subject.key, self.kept)
