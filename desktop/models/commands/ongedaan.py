"""Taking back what was done, by a command that compensates (R11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.commands.base import Command
from desktop.models.context import derive_id
from desktop.models.fields import Id, Text40, Text1000

UNDOABLE: Mapping[str, str] = {
    "contact.leg_vast": "id",
    "contact.wijzig": "contactmoment_id",
    "contact.zet_vast": "contactmoment_id",
    "werkgever.registreer": "id",
    "werkgever.wijzig": "werkgever_id",
    "werkgever.voeg_samen": "dubbel_id",
    "vestiging.registreer": "id",
    "vestiging.wijzig": "vestiging_id",
    "contactpersoon.registreer": "id",
    "contactpersoon.wijzig": "contactpersoon_id",
    "actie.maak": "id",
    "actie.rond_af": "actie_id",
    "actie.verzet": "actie_id",
    "contactverzoek.doe": "id",
    "afspraak.maak": "id",
    "afspraak.beeindig": "afspraak_id",
    "afstemming.kies": "afstemming_id",
    "lijst.bewaar": "id",
    "lijst.verwijder": "lijst_id",
    "regie.neem": "werkgever_id",
    "benadering.meld": "werkgever_id",
    "regie.wijs_toe": "werkgever_id",
    "regie.stel_overdracht_voor": "id",
    "regie.aanvaard_overdracht": "overdracht_id",
    "regie.stel_waarneming_in": "id",
    "voordracht.doe": "id",
    "voordracht.werk_bij": "voordracht_id",
    "plaatsing.registreer": "id",
    "plaatsing.wijzig": "plaatsing_id",
    "plaatsing.beeindig": "plaatsing_id",
    "plaatsing.vervalt": "plaatsing_id",
    "plaatsing.meld_onderbreking": "id",
    "plaatsing.beeindig_onderbreking": "onderbreking_id",
    "mijlpaal.bevestig": "plaatsing_id",
    "partner.registreer": "id",
    "partner.wijzig": "partner_id",
    "werkgeversvraag.registreer": "id",
    "werkgeversvraag.wijzig": "werkgeversvraag_id",
    "werkgeversvraag.beantwoord": "werkgeversvraag_id",
    "werkgeversvraag.verwijs_door": "werkgeversvraag_id",
    "vacature.registreer": "id",
    "vacature.wijzig": "vacature_id",
    "vacature.draag_over": "vacature_id",
    "vacature.neem_terug": "vacature_id",
    "vacature.trek_in": "vacature_id",
    "kandidaat.registreer": "id",
    "kandidaat.wijzig": "kandidaat_id",
    "kandidaat.sluit_af": "kandidaat_id",
    "kandidaat.heropen": "kandidaat_id",
    "kandidaat.stel_doelgroep_vast": "kandidaat_id",
    "kandidaat.geef_toestemming": "kandidaat_id",
    "kandidaat.trek_toestemming_in": "kandidaat_id",
    "kandidaat.wijs_toe": "kandidaat_id",
    "kandidaat.draag_over": "id",
    "kandidaat.aanvaard_overdracht": "overdracht_id",
    "kandidaat.stel_waarneming_in": "id",
    "nazorg.plan": "plaatsing_id",
    "nazorg.voeg_toe": "id",
    "nazorg.verzet": "nazorgactie_id",
    "nazorg.vervalt": "nazorgactie_id",
    "nazorg.meld_poging": "nazorgactie_id",
    "nazorg.rond_af": "nazorgactie_id",
    "nazorgregel.stel_vast": "code",
    "signaal.meld": "id",
    "signaal.beantwoord": "signaal_id",
    "instrument.leg_vast": "id",
    "instrument.zet_in": "id",
    "instrument.werk_bij": "inzet_id",
    "instrument.rond_taak_af": "taak_id",
}
"""What one person can take back again, and which argument names the row that it was about."""
_BY_CODE: Mapping[str, str] = {"nazorgregel.stel_vast": "nazorgregel"}
"""Whose row has its id from the region and its code: of what kind it is."""
MADE = frozenset(name for name, argument in UNDOABLE.items() if argument == "id")
BY_ROW = MADE | {"werkgever.voeg_samen"}
"""Where the row alone is enough, whichever laptop and person it came from."""
_OF_CANDIDATES = ("wijs_toe", "draag_over", "aanvaard_overdracht", "stel_waarneming_in")
CENTRE_DECIDES = frozenset(name for name in UNDOABLE if name.startswith(("regie.", "benadering."))) | {
    "werkgever.voeg_samen",
    *(f"kandidaat.{what}" for what in _OF_CANDIDATES),
}
"""What only the centre could confirm, only the centre can take back."""


def row_of(naam: str, argumenten: Mapping[str, Any], regio_id: str) -> str | None:
    """The row that a command with these arguments was about."""
    value: str | None = argumenten.get(UNDOABLE[naam])
    kind = _BY_CODE.get(naam)
    return derive_id(regio_id, kind, value) if kind and value else value


@dataclass(frozen=True, slots=True, kw_only=True)
class MaakOngedaan(Command):
    """One import whole (`batch`), or one command (`opdracht_uuid`) of the same person.

    `naam` and `rij_id` say which command that was and which row it was about; the laptop fills them in from
    its own journal, because the centre and other laptops need not know the uuid. Of a row that one made
    oneself `naam` and `rij_id` are enough.
    """

    NAME = "ongedaan.maak"

    batch: Id | None = None
    opdracht_uuid: Id | None = None
    naam: Text40 | None = None
    rij_id: Id | None = None
    reden: Text1000 | None = None

    def needs_confirmation(self) -> bool:
        """As what is taken back: an import and what the centre decides wait for the centre."""
        return self.batch is not None or self.naam in CENTRE_DECIDES
