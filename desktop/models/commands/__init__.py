"""Every intention a user can have, frozen and versioned; this list is the catalogue of what people can do.

A changed meaning is a new version: the class here is the newest, `versions` reads what was sent as an older
one. Touches values only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from desktop.models.commands import (
    actie,
    afstemming,
    contact,
    kandidaat,
    kandidaatregie,
    lijst,
    ongedaan,
    partner,
    plaatsing,
    quarantaine,
    regie,
    vacature,
    voordracht,
    werkfit,
    werkgever,
    werkgeversvraag,
)
from desktop.models.commands.base import Command

_ALL: tuple[type[Command], ...] = (
    werkgever.RegistreerWerkgever,
    werkgever.WijzigWerkgever,
    werkgever.VoegWerkgeversSamen,
    werkgever.RegistreerVestiging,
    werkgever.WijzigVestiging,
    werkgever.RegistreerContactpersoon,
    werkgever.WijzigContactpersoon,
    werkgever.ImporteerWerkgevers,
    ongedaan.MaakOngedaan,
    regie.NeemRegie,
    regie.WijsRegieToe,
    regie.MeldBenadering,
    regie.StelOverdrachtVoor,
    regie.AanvaardOverdracht,
    regie.WeigerOverdracht,
    regie.TrekOverdrachtIn,
    regie.MeldKennismaking,
    regie.RondOverdrachtAf,
    regie.StelWaarnemingIn,
    regie.BeeindigWaarneming,
    contact.LegContactVast,
    contact.WijzigContact,
    contact.ZetContactVast,
    actie.MaakActie,
    actie.RondActieAf,
    actie.VerzetActie,
    actie.DoeContactverzoek,
    actie.BeantwoordContactverzoek,
    actie.MaakAfspraak,
    actie.BeeindigAfspraak,
    afstemming.KiesAfstemming,
    afstemming.MeldWachtend,
    quarantaine.GeefVrij,
    lijst.BewaarLijst,
    lijst.VerwijderLijst,
    partner.RegistreerPartner,
    partner.WijzigPartner,
    werkgeversvraag.RegistreerWerkgeversvraag,
    werkgeversvraag.WijzigWerkgeversvraag,
    werkgeversvraag.BeantwoordWerkgeversvraag,
    werkgeversvraag.VerwijsWerkgeversvraagDoor,
    vacature.RegistreerVacature,
    vacature.WijzigVacature,
    vacature.DraagVacatureOver,
    vacature.NeemVacatureTerug,
    vacature.TrekVacatureIn,
    vacature.VerloopVacature,
    voordracht.DoeVoordracht,
    voordracht.WerkVoordrachtBij,
    plaatsing.RegistreerPlaatsing,
    plaatsing.WijzigPlaatsing,
    plaatsing.BeeindigPlaatsing,
    plaatsing.LaatPlaatsingVervallen,
    plaatsing.MeldOnderbreking,
    plaatsing.BeeindigOnderbreking,
    plaatsing.BevestigMijlpaal,
    kandidaat.RegistreerKandidaat,
    kandidaat.WijzigKandidaat,
    kandidaat.SluitKandidaatAf,
    kandidaat.HeropenKandidaat,
    kandidaat.StelDoelgroepVast,
    kandidaat.GeefToestemming,
    kandidaat.TrekToestemmingIn,
    kandidaatregie.DraagKandidaatOver,
    kandidaatregie.AanvaardKandidaatoverdracht,
    kandidaatregie.WeigerKandidaatoverdracht,
    kandidaatregie.TrekKandidaatoverdrachtIn,
    kandidaatregie.WijsKandidaatToe,
    kandidaatregie.StelKandidaatwaarnemingIn,
    kandidaatregie.BeeindigKandidaatwaarneming,
    werkfit.BeoordeelWerkfit,
)

BY_NAME: Mapping[tuple[str, int], type[Command]] = {(cls.NAME, cls.VERSION): cls for cls in _ALL}
NEWEST: Mapping[str, type[Command]] = {cls.NAME: cls for cls in _ALL}
FINGERPRINT = hashlib.blake2b(
    "\n".join(sorted(f"{cls.NAME}@{cls.VERSION}" for cls in _ALL)).encode(), digest_size=8
).hexdigest()
"""Changes whenever a command or a version is added: a centre that tells it says what it can read."""
