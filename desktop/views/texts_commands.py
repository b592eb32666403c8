"""What a person did, in the words of the form: for what waits to be sent, Afstemming and the log.

`ABOUT` reads better once it is known who or what a command is about ({onderwerp}); `PLAIN` without.
"""

from __future__ import annotations

PLAIN = {
    "contact.leg_vast": "Contact bij {werkgever}",
    "contact.wijzig": "Wijziging van een contact bij {werkgever}",
    "contact.zet_vast": "Notitie vastgezet bij {werkgever}",
    "contactpersoon.registreer": "Nieuwe contactpersoon {naam}",
    "contactpersoon.wijzig": "Gegevens van een contactpersoon",
    "actie.maak": "Actie: {gevraagde_handeling}",
    "actie.rond_af": "Actie afgerond",
    "actie.verzet": "Actie verzet",
    "contactverzoek.doe": "Vraag aan een collega over {werkgever}",
    "contactverzoek.beantwoord": "Antwoord aan een collega",
    "afspraak.maak": "Afspraak met {werkgever}",
    "afspraak.beeindig": "Afspraak beëindigd",
    "werkgever.registreer": "Nieuwe werkgever {naam}",
    "werkgever.wijzig": "Gegevens van {werkgever}",
    "werkgever.importeer": "Import uit {bestand}",
    "werkgever.voeg_samen": "Werkgevers samenvoegen",
    "vestiging.registreer": "Nieuwe vestiging van {werkgever}",
    "vestiging.wijzig": "Gegevens van een vestiging",
    "regie.neem": "Regie gevraagd op {werkgever}",
    "regie.wijs_toe": "Regie toegewezen op {werkgever}",
    "regie.stel_overdracht_voor": "Overdracht voorgesteld van {werkgever}",
    "regie.aanvaard_overdracht": "Overdracht aanvaard van {werkgever}",
    "regie.weiger_overdracht": "Overdracht geweigerd van {werkgever}",
    "regie.trek_overdracht_in": "Overdracht ingetrokken van {werkgever}",
    "regie.meld_kennismaking": "Kennismaking gemeld bij {werkgever}",
    "regie.rond_overdracht_af": "Overdracht afgerond van {werkgever}",
    "regie.stel_waarneming_in": "Waarneming ingesteld",
    "regie.beeindig_waarneming": "Waarneming beëindigd",
    "benadering.meld": "Benadering gemeld bij {werkgever}",
    "afstemming.kies": "Keuze in Afstemming",
    "quarantaine.geef_vrij": "Keuze over werk van wie vertrok",
    "lijst.bewaar": "Lijst {naam} bewaard",
    "lijst.verwijder": "Lijst verwijderd",
    "ongedaan.maak": "Ongedaan maken",
}
ABOUT = {
    "contactpersoon.wijzig": "Gegevens van {onderwerp}",
    "actie.rond_af": "Actie afgerond: {onderwerp}",
    "actie.verzet": "Actie verzet: {onderwerp}",
    "contactverzoek.beantwoord": "Antwoord op: {onderwerp}",
    "afspraak.beeindig": "Afspraak beëindigd: {onderwerp}",
    "vestiging.wijzig": "Gegevens van vestiging {onderwerp}",
    "lijst.verwijder": "Lijst {onderwerp} verwijderd",
}
IMPORT_BACK = "Import terugdraaien"
