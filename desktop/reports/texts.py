"""Every word that paper says, in one place. What an employer reads ("voor werkgever") says u."""

from __future__ import annotations

from typing import Literal

Voor = Literal["intern", "werkgever"]

DOCUMENT = "Werkgeversoverzicht"
OEFENOMGEVING = "Oefenomgeving"
PREPARATION = "Voorbereiding, intern"
DAY_FOLDER_OF = "Dagmap van {}"
VISIT_ON = "Bezoek op {}."
VISIT_AT = "Bezoek op {} om {}."
NO_VISIT_PLANNED = "Er is nog geen bezoek gepland."
STANDS_IN = "{} neemt waar voor {}, tot en met {}."
PRESSURE = "In {} dagen: {}, door {}."
NO_PRESSURE = "In {} dagen was er geen contact."
MORE_IN_PROGRAM = "Nog {}. Die staan in Werkregie."
YOUR_QUESTIONS = "Jouw vragen"
CONTINUED = "{}, vervolg"
CONTENTS = "Inhoud"
ALL_EMPLOYERS = "Alle werkgevers"
PORTFOLIO = "Werkgevers van {}"
CHOSEN = "{} werkgevers"
NO_EMPLOYERS = "Er zijn geen werkgevers om af te drukken."
UNNAMED = "Zonder naam"

STATE_OF = "Stand van {}."
NEVER_SYNCED = "Deze laptop is nog niet bijgewerkt."
ALL_SENT = "Alles is verzonden."
NOT_SENT_COUNT = "{} nog niet verzonden."
PRINTED_INTERN = "Afgedrukt door {}. Alleen voor intern gebruik. Dit overzicht noemt geen kandidaten."
PRINTED_WERKGEVER = "Gemaakt voor u door {}. Dit overzicht noemt geen kandidaten."
SHEET_OF = "blad {} van {}"

NOT_YET_SENT = "Nog\u00a0niet\u00a0verzonden."
LATE = "Te laat."
CONFIDENTIAL = "Vertrouwelijk, niet afgedrukt."
OUTSIDE_REGIE = "Buiten de regie."
OUTSIDE_REGIE_BECAUSE = "Buiten de regie:"
NOT_REACHED = "Geen gehoor."
DO_NOT_CONTACT = "Niet benaderen."
HIDDEN_ADDRESS = "adres afgeschermd"

REGIE_HELD = "{} heeft de regie, sinds {}."
REGIE_HELD_UNDATED = "{} heeft de regie."
REGIE_NOBODY = "Niemand heeft de regie."
REGIE_ASKED = "De regie is aangevraagd, nog niet bevestigd."
YOUR_CONTACT = "{} is uw vaste contactpersoon bij het Werkcentrum."
NO_CONTACT_YET = "U hebt nog geen vaste contactpersoon bij het Werkcentrum."
WHAT_THIS_IS = (
    "Dit heeft het Werkcentrum over uw organisatie vastgelegd. Klopt er iets niet? Laat het ons weten."
)
LAST_CONTACT = "Laatste contact: {}."
NO_LAST_CONTACT = "Nog geen contact vastgelegd."
PLANNED = "Gepland: {}."
DO_NOT_APPROACH = "Niet benaderen tot {}."
DO_NOT_APPROACH_FOREVER = "Niet benaderen."
REASON = "Reden: {}."
YOU_ASKED_NO_CONTACT = "U wilt tot {} geen contact."
NON_MAILING = "Wil geen reclame per post of aan de deur."
CLOSED = "Opgeheven op {}."
NOT_ACTIVE = "Niet meer actief."

HEADINGS: dict[Voor, dict[str, str]] = {
    "intern": {
        "contactpersonen": "Contactpersonen",
        "beloofd": "Beloofd",
        "afspraken": "Afspraken",
        "plaatsingen": "Plaatsingen",
        "vacatures": "Lopende vacatures",
        "vragen": "Open vragen",
        "contacten": "Laatste contacten",
        "vestigingen": "Vestigingen",
        "regies": "Eerdere regie",
    },
    "werkgever": {
        "contactpersonen": "Uw contactpersonen",
        "afspraken": "Afspraken met u",
        "plaatsingen": "Plaatsingen bij u",
        "vacatures": "Uw lopende vacatures",
        "contacten": "Laatste contacten met u",
        "vestigingen": "Uw vestigingen",
    },
}
NO_PERSONS = "Nog geen contactpersoon."
NOTHING_PROMISED = "Niets open."
HOURS = "{} uur per week"
ENDED_ON = "gestopt {}"
LEFT = "Werkt hier niet meer, sinds {}."
UNTIL = "{}, uiterlijk {}."
WITHOUT_DEADLINE = "{}, zonder datum."
OLDER_CONTACTS = "Nog {} van voor {}. Die staan in Werkregie."
WHO_WITH_WHOM = "{} met {}"

# How a contact that we sought reads in a sentence; any other channel or direction goes by its own name.
VERBS = {
    "bezoek": "{who} kwam langs op {day}{persons_at}",
    "telefoon": "{who} belde op {day}{persons_with}",
    "e-mail": "{who} mailde op {day}{persons_with}",
    "video": "{who} sprak via video op {day}{persons_with}",
    "brief": "{who} schreef op {day}{persons_to}",
}
OTHER_CONTACT = "{channel} op {day}, {who}{persons_with}"
THEY_CONTACTED = "{channel} van de werkgever op {day}, {who}{persons_with}"
