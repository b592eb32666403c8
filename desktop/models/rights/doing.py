"""Which role may give which command. Touches the roles, context and errors only."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.context import Actor
from desktop.models.errors import Weigering
from desktop.models.rights.roles import (
    ACCOUNTMANAGER,
    BEHEERDER,
    BEMIDDELAAR,
    CENTRE,
    EVERYONE,
    LEADS,
    LOOKS_AFTER,
    SERVES_EMPLOYERS,
    TEAMLEIDER,
    WHOLE_DOSSIER,
    WITH_CANDIDATES,
)

MAY_DO: Mapping[str, frozenset[str]] = {
    "werkgever.registreer": EVERYONE,
    "werkgever.wijzig": EVERYONE,
    "werkgever.voeg_samen": frozenset({ACCOUNTMANAGER, TEAMLEIDER, BEHEERDER}),
    "werkgever.importeer": frozenset({ACCOUNTMANAGER, TEAMLEIDER, BEHEERDER}),
    "ongedaan.maak": EVERYONE,  # whose it is and what it may be is judged by its handler (R11)
    "vestiging.registreer": EVERYONE,
    "vestiging.wijzig": EVERYONE,
    "contactpersoon.registreer": SERVES_EMPLOYERS,
    "contactpersoon.wijzig": SERVES_EMPLOYERS,
    "regie.neem": frozenset({ACCOUNTMANAGER}),
    "regie.wijs_toe": frozenset({TEAMLEIDER}),
    "benadering.meld": SERVES_EMPLOYERS,
    "regie.stel_overdracht_voor": WHOLE_DOSSIER,
    "regie.aanvaard_overdracht": WHOLE_DOSSIER,
    "regie.weiger_overdracht": WHOLE_DOSSIER,
    "regie.trek_overdracht_in": WHOLE_DOSSIER,
    "regie.meld_kennismaking": WHOLE_DOSSIER,
    "regie.rond_overdracht_af": WHOLE_DOSSIER,
    "regie.stel_waarneming_in": WHOLE_DOSSIER,
    "regie.beeindig_waarneming": WHOLE_DOSSIER | {CENTRE},
    "contact.leg_vast": EVERYONE,  # R4: a contact that took place is never refused
    "contact.wijzig": EVERYONE,
    "contact.zet_vast": SERVES_EMPLOYERS,
    "actie.maak": SERVES_EMPLOYERS,
    "actie.rond_af": SERVES_EMPLOYERS,
    "actie.verzet": SERVES_EMPLOYERS,
    "contactverzoek.doe": SERVES_EMPLOYERS,
    "contactverzoek.beantwoord": SERVES_EMPLOYERS,
    "afspraak.maak": SERVES_EMPLOYERS,
    "afspraak.beeindig": SERVES_EMPLOYERS,
    "afstemming.kies": EVERYONE,
    "afstemming.meld_wachtend": frozenset({CENTRE}),
    "quarantaine.geef_vrij": LEADS | LOOKS_AFTER | WITH_CANDIDATES,  # what is in one's own inbox
    "lijst.bewaar": EVERYONE,
    "lijst.verwijder": EVERYONE,
    "partner.registreer": EVERYONE,
    "partner.wijzig": EVERYONE,
    "werkgeversvraag.registreer": SERVES_EMPLOYERS,
    "werkgeversvraag.wijzig": SERVES_EMPLOYERS,
    "werkgeversvraag.beantwoord": SERVES_EMPLOYERS,
    "werkgeversvraag.verwijs_door": SERVES_EMPLOYERS,
    "vacature.registreer": SERVES_EMPLOYERS,
    "vacature.wijzig": SERVES_EMPLOYERS,
    "vacature.draag_over": WHOLE_DOSSIER,
    "vacature.neem_terug": SERVES_EMPLOYERS,
    "vacature.trek_in": SERVES_EMPLOYERS,
    "vacature.verloop": frozenset({CENTRE}),
    "vacature.importeer": frozenset({ACCOUNTMANAGER, TEAMLEIDER, BEHEERDER}),
    "beroepenlijst.importeer": LOOKS_AFTER,
    "voordracht.doe": WITH_CANDIDATES,  # whose candidate it is, is judged by the handler
    "voordracht.werk_bij": WITH_CANDIDATES,
    "plaatsing.registreer": WITH_CANDIDATES,
    "plaatsing.wijzig": WITH_CANDIDATES,
    "plaatsing.beeindig": WITH_CANDIDATES,
    "plaatsing.vervalt": WITH_CANDIDATES,
    "plaatsing.meld_onderbreking": WITH_CANDIDATES,
    "plaatsing.beeindig_onderbreking": WITH_CANDIDATES,
    "mijlpaal.bevestig": WITH_CANDIDATES | {ACCOUNTMANAGER},
    "kandidaat.registreer": WITH_CANDIDATES,  # whose candidate it is, is judged by each handler
    "kandidaat.wijzig": WITH_CANDIDATES,
    "kandidaat.sluit_af": WITH_CANDIDATES,
    "kandidaat.heropen": WITH_CANDIDATES,
    "kandidaat.stel_doelgroep_vast": WITH_CANDIDATES,
    "kandidaat.geef_toestemming": WITH_CANDIDATES,
    "kandidaat.trek_toestemming_in": WITH_CANDIDATES,
    "kandidaat.draag_over": WITH_CANDIDATES,
    "kandidaat.aanvaard_overdracht": WITH_CANDIDATES,
    "kandidaat.weiger_overdracht": WITH_CANDIDATES,
    "kandidaat.trek_overdracht_in": WITH_CANDIDATES | LEADS,
    "kandidaat.wijs_toe": LEADS,
    "kandidaat.stel_waarneming_in": WITH_CANDIDATES | LEADS,
    "kandidaat.beeindig_waarneming": WITH_CANDIDATES | LEADS | {CENTRE},
    "werkfit.beoordeel": WITH_CANDIDATES | {ACCOUNTMANAGER},
    "werkfit.wijzig_lijst": LEADS | LOOKS_AFTER,
    "instrument.leg_vast": LOOKS_AFTER,
    "instrument.zet_in": frozenset({BEMIDDELAAR}),
    "instrument.werk_bij": frozenset({BEMIDDELAAR}),
    "instrument.rond_taak_af": frozenset({BEMIDDELAAR}),
    "nazorgregel.stel_vast": LEADS | LOOKS_AFTER,
    "nazorg.plan": frozenset({BEMIDDELAAR}),
    "nazorg.voeg_toe": SERVES_EMPLOYERS,  # whose track it is, is judged by the handler
    "nazorg.verzet": SERVES_EMPLOYERS,
    "nazorg.meld_poging": SERVES_EMPLOYERS,
    "nazorg.rond_af": SERVES_EMPLOYERS,
    "nazorg.vervalt": SERVES_EMPLOYERS,
    "signaal.meld": SERVES_EMPLOYERS,
    "signaal.beantwoord": SERVES_EMPLOYERS,
}


def may_do(rol: str, name: str) -> bool:
    """Whether this role may give this command; what is not in the table nobody may."""
    return rol in MAY_DO.get(name, frozenset())


def require_may_do(actor: Actor, name: str) -> None:
    """Raises `Weigering` when this role may not do this."""
    if not may_do(actor.rol, name):
        raise Weigering("mag_niet", rol=actor.rol)
