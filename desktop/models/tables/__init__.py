"""Mapped classes and constraints, one file per subject; no behaviour. Touches SQLAlchemy only.

Order matters once: `SYNCED` lists the synced tables parents first.
"""

from __future__ import annotations

from desktop.models.tables.actie import Actie, Afspraak
from desktop.models.tables.afstemming import Afstemming
from desktop.models.tables.audit import Auditregel
from desktop.models.tables.base import Base, Synced
from desktop.models.tables.contact import Contactmoment, Contactnotitie
from desktop.models.tables.lijst import BewaardeLijst
from desktop.models.tables.medewerker import Codewaarde, Medewerker
from desktop.models.tables.regie import Overdracht, Regie, Reservering, Waarneming
from desktop.models.tables.werkgever import Betrokkenheid, Contactpersoon, Veldwijziging, Vestiging, Werkgever

SYNCED: tuple[type[Synced], ...] = (
    Medewerker,
    Codewaarde,
    Werkgever,
    Vestiging,
    Regie,
    Overdracht,
    Waarneming,
    Reservering,
    Betrokkenheid,
    Contactmoment,
    Afspraak,
    Contactpersoon,
    Contactnotitie,
    Actie,
    Veldwijziging,
    Afstemming,
    BewaardeLijst,
)

__all__ = [
    "SYNCED",
    "Actie",
    "Afspraak",
    "Afstemming",
    "Auditregel",
    "Base",
    "Betrokkenheid",
    "BewaardeLijst",
    "Codewaarde",
    "Contactmoment",
    "Contactnotitie",
    "Contactpersoon",
    "Medewerker",
    "Overdracht",
    "Regie",
    "Reservering",
    "Synced",
    "Veldwijziging",
    "Vestiging",
    "Waarneming",
    "Werkgever",
]
