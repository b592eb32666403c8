"""Mapped classes and constraints, one file per subject; no behaviour. Touches SQLAlchemy only.

A subject is imported when one of its classes is asked for: mapping all of them takes a third of a start, and
the first page of the window needs few. `SYNCED` brings them all; whoever writes or makes tables asks for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from desktop.models.tables.werkgever import (
        Betrokkenheid,
        Contactpersoon,
        Veldwijziging,
        Vestiging,
        Werkgever,
    )

    SYNCED: tuple[type[Synced], ...]

_SYNCED = (
    "Medewerker",
    "Codewaarde",
    "Werkgever",
    "Vestiging",
    "Regie",
    "Overdracht",
    "Waarneming",
    "Reservering",
    "Betrokkenheid",
    "Contactmoment",
    "Afspraak",
    "Contactpersoon",
    "Contactnotitie",
    "Actie",
    "Partner",
    "Instrument",
    "Nazorgregel",
    "Vacature",
    "VacatureOverdracht",
    "Plaatsing",
    "Onderbreking",
    "Mijlpaal",
    "Profiel",
    "Werkfitoordeel",
    "Werkgeversvraag",
    "VacatureDossier",
    "Voordracht",
    "Nazorgactie",
    "Signaal",
    "Kandidaat",
    "KandidaatDoelgroep",
    "Kandidaatregie",
    "KandidaatOverdracht",
    "KandidaatWaarneming",
    "VoordrachtPersoon",
    "PlaatsingPersoon",
    "InstrumentInzet",
    "InstrumentTaak",
    "NazorgPersoon",
    "Veldwijziging",
    "Afstemming",
    "BewaardeLijst",
)
"""The synced tables, parents first."""
_HOMES = {
    "actie": "Actie Afspraak",
    "afstemming": "Afstemming",
    "audit": "Auditregel",
    "base": "Base Synced",
    "contact": "Contactmoment Contactnotitie",
    "instrument": "Instrument InstrumentInzet InstrumentTaak",
    "kandidaat": "Kandidaat KandidaatDoelgroep KandidaatOverdracht KandidaatWaarneming "
    "Kandidaatregie Profiel Werkfitoordeel",
    "lijst": "BewaardeLijst",
    "medewerker": "Codewaarde Medewerker",
    "nazorg": "NazorgPersoon Nazorgactie Nazorgregel",
    "partner": "Partner Werkgeversvraag",
    "plaatsing": "Mijlpaal Onderbreking Plaatsing PlaatsingPersoon",
    "regie": "Overdracht Regie Reservering Waarneming",
    "signaal": "Signaal",
    "vacature": "Vacature VacatureDossier VacatureOverdracht",
    "voordracht": "Voordracht VoordrachtPersoon",
    "werkgever": "Betrokkenheid Contactpersoon Veldwijziging Vestiging Werkgever",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Kept once it was asked for, so that this is called once for each name."""
    if name == "SYNCED":
        found: Any = tuple(__getattr__(one) for one in _SYNCED)
    elif name in _HOME_OF:
        found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


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
