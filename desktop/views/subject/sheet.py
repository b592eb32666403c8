"""What the detail of one row shows, as plain data: name, facts, strip, actions, tabs and side facts. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.views.shortcuts import Shortcut
from desktop.views.subject.section import Section
from desktop.views.subject.strip_words import StripWords


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the header or an item of *Meer*; `key` comes back with the press. At most one is filled."""

    key: str
    words: str
    icon: str = ""
    filled: bool = False
    shortcut: Shortcut | None = None


@dataclass(frozen=True, slots=True)
class SheetTab:
    """Sections under one word. A tab with a widget of its own has no sections (`Subject.widgets`)."""

    key: str
    words: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """`side` stands beside the tabs where there is room, else under *In het kort*. `actions` in the order of
    the screen, `more` behind *Meer*. `werkgever_id` is what keys such as Ctrl+L are about.
    """

    id: str
    title: str
    facts: tuple[str, ...] = ()
    strip: StripWords | None = None
    actions: tuple[Action, ...] = ()
    more: tuple[Action, ...] = ()
    tabs: tuple[SheetTab, ...] = ()
    side: tuple[Section, ...] = ()
    werkgever_id: str = ""

    @property
    def spoken(self) -> str:
        """What it is, in one line for a screen reader."""
        return f"{self.title}. {self.strip.title}" if self.strip else self.title
