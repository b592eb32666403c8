"""Rows of colleagues and of code lists. Frozen data. Touches nothing."""

from __future__ import annotations

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class MedewerkerRij:
    """A colleague, as in the smoelenboek."""

    id: str
    naam: str
    rol: str
    organisatie: str | None
    functie: str | None
    email: str | None
    telefoon: str | None
    actief: bool


@dataclass(frozen=True, slots=True)
class CodeRij:
    """One value of a code list on a given day."""

    lijst: str
    code: str
    label: str
