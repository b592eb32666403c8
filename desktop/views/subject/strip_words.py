"""What the strip under the facts of a detail says: who it is with, how it stands, what can be done. Pure."""

from __future__ import annotations

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class StripLink:
    """What can be done about what the strip says."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class StripWords:
    """Who it is with and how it stands, in words. `notices` are what must be looked at."""

    title: str
    around: str = ""
    notices: tuple[str, ...] = ()
    links: tuple[StripLink, ...] = ()
    icon: str = "info"
    ink: str = "accent_tekst"
    title_ink: str = "tekst"
