"""Every intention a user can have, frozen and versioned; this list is the catalogue of what people can do.

A changed meaning is a new version. Touches values only.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.commands import actie, afstemming, contact, regie, werkgever
from desktop.models.commands.base import Command

_ALL: tuple[type[Command], ...] = (
    werkgever.RegistreerWerkgever,
    werkgever.WijzigWerkgever,
    werkgever.VoegWerkgeversSamen,
    werkgever.RegistreerVestiging,
    werkgever.RegistreerContactpersoon,
    werkgever.WijzigContactpersoon,
    werkgever.ImporteerWerkgevers,
    werkgever.MaakOngedaan,
    regie.NeemRegie,
    regie.WijsRegieToe,
    regie.MeldBenadering,
    contact.LegContactVast,
    contact.WijzigContact,
    actie.MaakActie,
    actie.RondActieAf,
    actie.MaakAfspraak,
    actie.BeeindigAfspraak,
    afstemming.KiesAfstemming,
)

BY_NAME: Mapping[tuple[str, int], type[Command]] = {(cls.NAME, cls.VERSION): cls for cls in _ALL}
NEWEST: Mapping[str, type[Command]] = {cls.NAME: cls for cls in sorted(_ALL, key=lambda cls: cls.VERSION)}
