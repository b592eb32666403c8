"""What a part of a detail says, as plain data: facts under a title, and what can be done. Pure."""

from __future__ import annotations

from enum import Enum, auto

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value. `link` is a tel: or mailto: behind the value; `said` is how it is read out.

    `opens` is what a press of the value leads to, as (key, id).
    """

    name: str
    value: str | None
    link: str = ""
    said: str = ""
    aside: str = ""
    opens: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FactLink:
    """What can be done with a section: `key` and the id it is about; `name` says it without the place."""

    key: str
    words: str
    name: str
    id: str = ""


class Standing(Enum):
    """Where a moment stands. `LATE`: its day passed and nobody said what came of it."""

    DONE = auto()
    TODAY = auto()
    COMES = auto()
    LATE = auto()


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a course in time. The words say the standing too: the sign before them is never alone."""

    day: str
    words: str
    standing: Standing
    links: tuple[FactLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """`mark` stands beside the title; `heading` begins a group of sections; without facts `empty` is said;
    `moments` are a course in time below the facts; `foot` stands below all of it.
    """

    title: str
    facts: tuple[Fact, ...] = ()
    links: tuple[FactLink, ...] = ()
    mark: str = ""
    heading: str = ""
    empty: str = ""
    id: str = ""
    foot: FactLink | None = None
    moments: tuple[Moment, ...] = ()
