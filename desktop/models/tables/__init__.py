"""Mapped classes and constraints, one file per subject; no behaviour. Touches SQLAlchemy only.

Order matters once: `SYNCED` lists the synced tables parents first.
"""

from __future__ import annotations

from desktop.models.tables.actie import Actie, Afspraak
from desktop.models.tables.afstemming import Afstemming
from desktop.models.tables.audit import Auditregel
from desktop.models.tables.base import Base, Synced
from desktop.models.tables.contact import Contactmoment, Contactnotitie
from desktop.models.tables.instrument import Instrument, InstrumentInzet, InstrumentTaak
from desktop.models.tables.kandidaat import (
    Kandidaat,
    KandidaatDoelgroep,
    KandidaatOverdracht,
    Kandidaatregie,
    KandidaatWaarneming,
    Profiel,
    Werkfitoordeel,
)
from desktop.models.tables.lijst import BewaardeLijst
from desktop.models.tables.medewerker import Codewaarde, Medewerker
from desktop.models.tables.nazorg import Nazorgactie, NazorgPersoon, Nazorgregel
from desktop.models.tables.partner import Partner, Werkgeversvraag
from desktop.models.tables.plaatsing import Mijlpaal, Onderbreking, Plaatsing, PlaatsingPersoon
from desktop.models.tables.regie import Overdracht, Regie, Reservering, Waarneming
from desktop.models.tables.signaal import Signaal
from desktop.models.tables.vacature import Vacature, VacatureDossier, VacatureOverdracht
from desktop.models.tables.voordracht import Voordracht, VoordrachtPersoon
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
    Partner,
    Instrument,
    Nazorgregel,
    Vacature,
    VacatureOverdracht,
    Plaatsing,
    Onderbreking,
    Mijlpaal,
    Profiel,
    Werkfitoordeel,
    Werkgeversvraag,
    VacatureDossier,
    Voordracht,
    Nazorgactie,
    Signaal,
    Kandidaat,
    KandidaatDoelgroep,
    Kandidaatregie,
    KandidaatOverdracht,
    KandidaatWaarneming,
    VoordrachtPersoon,
    PlaatsingPersoon,
    InstrumentInzet,
    InstrumentTaak,
    NazorgPersoon,
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
    "Instrument",
    "InstrumentInzet",
    "InstrumentTaak",
    "Kandidaat",
    "KandidaatDoelgroep",
    "KandidaatOverdracht",
    "KandidaatWaarneming",
    "Kandidaatregie",
    "Medewerker",
    "Mijlpaal",
    "NazorgPersoon",
    "Nazorgactie",
    "Nazorgregel",
    "Onderbreking",
    "Overdracht",
    "Partner",
    "Plaatsing",
    "PlaatsingPersoon",
    "Profiel",
    "Regie",
    "Reservering",
    "Signaal",
    "Synced",
    "Vacature",
    "VacatureDossier",
    "VacatureOverdracht",
    "Veldwijziging",
    "Vestiging",
    "Voordracht",
    "VoordrachtPersoon",
    "Waarneming",
    "Werkfitoordeel",
    "Werkgever",
    "Werkgeversvraag",
]
