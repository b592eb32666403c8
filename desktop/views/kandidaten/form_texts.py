"""Dutch texts of the forms about a candidate. Je-form, B1, no exclamation marks."""

from __future__ import annotations

HOURS_FROM, HOURS_TO = "Uren vanaf", "Uren tot"
BEROEPEN_HINT = "Zet een komma tussen twee beroepen."
CALLED_HINT = "Geen achternaam. Een BSN of geboortedatum hoort hier niet."
TRAVEL = "Reist tot (km)"
NOTE_HINT = "Alleen jij en wie waarneemt lezen dit. Schrijf niets over gezondheid of schulden."
CHOOSE_TOWN, CHOOSE_CLASS, CHOOSE_LEVEL, CHOOSE_KIND = (
    "Kies een gemeente",
    "Kies een klasse",
    "Kies een niveau",
    "Kies een soort",
)
CALLED_MISSING = "Vul de roepnaam in."

CONSENT_DAY, CONSENT_HINT = "Wanneer zei de kandidaat ja?", "Collega’s vinden dan het profiel, zonder naam."
CONSENT_DAY_MISSING = "Vul de dag in waarop de kandidaat ja zei."

CHOOSE_GROUP, CHOOSE_BENEFIT = "Kies een doelgroep", "Kies een uitkering"
GROUPS_HINT = "Dit staat alleen op jouw laptop. Leg niets vast over gezondheid."

LISTS_CHANGED = "De schaal of de vragen zijn net gewijzigd. Sluit het formulier en open het weer."
SCALE, SCALE_MISSING = "Hoe klaar is de kandidaat voor werk?", "Kies wat je oordeel is."
CHOOSE_ANSWER = "Kies een antwoord"

TO_WHOM, TO_WHOM_HINT = "Aan wie", "De regie gaat over als je collega aanvaardt. Tot dan houd jij haar."
CHOOSE_BEMIDDELAAR, WHO_MISSING = "Kies een bemiddelaar", "Kies een collega."
STAND_IN_FOR = "Waarvoor"
ONLY_THIS, EVERYONE = "Deze kandidaat", "Al jouw kandidaten"
EVERYONE_OF = "Alle kandidaten"
FROM, UNTIL = "Van", "Tot en met"
STAND_IN_HINT = "Je collega ziet wie het is, maar niet de doelgroep."

REASON, REASON_MISSING, CHOOSE_REASON = "Reden", "Kies waarom.", "Kies een reden"
CLOSE_HINT = "Het profiel is daarna niet meer te vinden."

# voordracht
MAKE, UPDATE = "Kandidaat voordragen", "Voordracht bijwerken"
FOR_WHAT, FOR_VACANCY, FOR_EMPLOYER = "Waarvoor", "Een vacature", "Een werkgever"
WHICH_VACANCY, WHICH_EMPLOYER = "Vacature", "Werkgever"
VACANCY_HINT, EMPLOYER_HINT = "Zoek op vacature of werkgever", "Zoek op naam, plaats of KvK-nummer"
VACANCY_MISSING, EMPLOYER_MISSING = "Kies een vacature.", "Kies een werkgever."
SAID_YES, SAID_YES_MISSING = "De kandidaat zei ja op", "Vul in wanneer de kandidaat ja zei."
PROPOSED_ON, DAY_MISSING = "Voorgedragen op", "Vul de dag in."
TOLD, TOLD_HINT, NOT_TOLD = (
    "Hoe vertelde je het de werkgever?",
    "Dit komt als contact in het dossier, zonder de naam van de kandidaat.",
    "Nog niet verteld",
)
PEOPLE, CHOOSE_PERSON = "Contactpersonen", "Kies een contactpersoon"
OWN_NOTE, OWN_NOTE_HINT = "Notitie", "Alleen jij en wie waarneemt lezen dit."
NEW_STATUS, SAME_STATUS = "Hoe staat het nu?", "Nog hetzelfde"
TALK_DAY, TALK_TIME, TALK_TIME_HINT = "Gesprek op", "Tijd", "14:00"
SINCE = "Sinds"
CHOOSE_WHY = "Kies waarom het niet doorging"
FEEDBACK, FEEDBACK_HINT = (
    "Terugkoppeling",
    "De accountmanager leest dit. Noem de naam van de kandidaat niet.",
)
SPOKE, NOT_SPOKEN = "Sprak je de werkgever?", "Nee"
NOTHING_NEW = "Vul in wat er nieuw is, of sluit het formulier."
SAID_STATES = (
    ("voorgesteld", "Voorgesteld"),
    ("gesprek", "Er komt een gesprek"),
    ("proefplaatsing", "Proefplaatsing"),
    ("geplaatst", "Geplaatst"),
    ("afgewezen_werkgever", "Werkgever zei nee"),
    ("afgewezen_kandidaat", "Kandidaat zei nee"),
    ("ingetrokken", "Ingetrokken"),
)

# after saving
ADDED, CHANGED, CONSENTED, GROUPS_SET, JUDGED = (
    "Kandidaat vastgelegd",
    "Kandidaat gewijzigd",
    "Toestemming vastgelegd",
    "Doelgroep vastgelegd",
    "Werkfit beoordeeld",
)
OFFERED, STAND_IN_SET, CLOSED, DECLINED, PUT_FORWARD, UPDATED = (
    "Kandidaat aangeboden",
    "Waarneming ingesteld",
    "Kandidaat afgesloten",
    "Aanbod geweigerd",
    "Kandidaat voorgedragen",
    "Voordracht bijgewerkt",
)
