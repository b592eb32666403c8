"""Dutch texts of the forms of a dossier. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch

OFFER, DECLINE_IT, ASSIGN_IT, MERGE_THEM = "Overdracht voorstellen", "Weigeren", "Toewijzen", "Samenvoegen"

# titles
EDIT_EMPLOYER, EDIT_REGISTRATION, EDIT_QUIET = (
    "Gegevens wijzigen",
    "Registratie wijzigen",
    "Niet benaderen",
)
NEW_PERSON, EDIT_PERSON = "Contactpersoon toevoegen", "Contactpersoon wijzigen"
NEW_PLACE, EDIT_PLACE = "Vestiging toevoegen", "Vestiging wijzigen"
NEW_AGREEMENT, END_AGREEMENT = "Afspraak maken", "Afspraak beëindigen"
CORRECT_CONTACT = "Contact corrigeren"
MERGE, TRANSFER, STAND_IN = "Werkgevers samenvoegen", "Regie overdragen", "Waarneming instellen"
DECLINE, ASSIGN, INTRODUCE = "Overdracht weigeren", "Regie toewijzen", "Kennismaking melden"

# fields
NAME, KVK, SECTOR, STAFF, SEGMENT, WEBSITE, CONCERN, FEATURES = (
    "Naam",
    "KvK-nummer",
    "Sector",
    "Aantal medewerkers",
    "Segment",
    "Website",
    "Concern",
    "Kenmerken",
)
LEGAL_NAME, TRADE_NAMES, LEGAL_FORM, RSIN, SBI, LEARNING, NO_MAIL = (
    "Statutaire naam",
    "Handelsnamen",
    "Rechtsvorm",
    "RSIN",
    "SBI-code",
    "Erkend leerbedrijf",
    "Geen reclamepost",
)
STOPPED_ON = "Gestopt op"
QUIET_UNTIL, REASON = "Niet benaderen tot", "Reden"
FUNCTION, ROLE, PHONE, SECOND_PHONE, EMAIL, PREFERS, FROM_DAY, UNTIL_DAY, DO_NOT_APPROACH, PLACE = (
    "Functie",
    "Rol",
    "Telefoon",
    "Tweede nummer",
    "E-mail",
    "Liefst via",
    "Werkt hier vanaf",
    "Werkte hier tot",
    "Deze persoon niet benaderen",
    "Vestiging",
)
GONE = "Werkt hier niet meer"
PLACE_NAME, STREET, HOUSE, POSTCODE, TOWN, PLACE_NUMBER, MAIN_PLACE, HIDDEN = (
    "Naam van de vestiging",
    "Straat",
    "Huisnummer",
    "Postcode",
    "Plaats",
    "Vestigingsnummer",
    "Dit is de hoofdvestiging",
    "Adres afschermen op papier",
)
AGREEMENT_KIND, CONTENT, STARTS, ENDS, ENDED_ON, EXPLANATION = (
    "Soort afspraak",
    "Wat is er afgesproken",
    "Gaat in op",
    "Loopt tot",
    "Eindigt op",
    "Toelichting",
)
TO_WHOM, WHO, FOR_WHOM, FOR_WHAT, FIRST_DAY, LAST_DAY, DAY = (
    "Aan wie",
    "Wie neemt waar",
    "Voor wie",
    "Waarvoor",
    "Van",
    "Tot en met",
    "Wanneer",
)
ONLY_THIS, ALL_MINE = "Alleen deze werkgever", "Al mijn werkgevers"
MESSAGE = "Toelichting"
CHOOSE_COLLEAGUE = "Kies een collega"
CHOOSE_AGREEMENT_KIND = "Kies een soort"

# hints
NAMES_HINT = "Zet een komma tussen twee namen."
FEATURES_HINT = "Zet een komma tussen twee kenmerken."
QUIET_HINT = "Tot en met deze dag belt niemand. Leeg: benaderen mag weer."
HOUSE_EXAMPLE = "12 a"
MESSAGE_HINT = "Je collega leest dit bij het aanvaarden."
DECLINE_HINT = "Je collega leest dit. De regie blijft waar die is."
CHOOSE_KEEPER = "Welke werkgever blijft staan?"
KEEPER_HINT = "Contacten, acties en afspraken van de ander gaan mee. De namen blijven allebei vindbaar."
WHO_KEEPS_REGIE = "Wie houdt de regie?"
TEAMLEIDER_DECIDES = "Deze twee hebben elk een andere regiehouder. Vraag de teamleider om samen te voegen."
MERGE_LATER = "Dit geldt zodra het werkcentrum het bevestigt."
PASSES_ON = "Dit gaat mee"
NOTHING_PASSES_ON = "Er staan geen acties of afspraken open."

# what is wrong
HOUSE_WRONG = "Begin met het nummer, zoals 12 of 12 a."
END_BEFORE_START = "De laatste dag ligt voor de eerste. Kies een latere dag."

# after saving
SAVED_EMPLOYER, SAVED_PERSON, SAVED_PLACE = (
    "Gegevens gewijzigd",
    "Contactpersoon gewijzigd",
    "Vestiging gewijzigd",
)
ADDED_PERSON, ADDED_PLACE, ADDED_AGREEMENT = (
    "Contactpersoon toegevoegd",
    "Vestiging toegevoegd",
    "Afspraak vastgelegd",
)
ENDED_AGREEMENT, CORRECTED = "Afspraak beëindigd", "Contact gecorrigeerd"
MERGE_ASKED = "Het samenvoegen is aangevraagd, nog niet bevestigd."
TRANSFER_ASKED = "De overdracht is voorgesteld, nog niet bevestigd."
STAND_IN_ASKED = "De waarneming is ingesteld, nog niet bevestigd."
DECLINE_ASKED = "Je weigerde de overdracht, nog niet bevestigd."
ASSIGN_ASKED = "De regie is toegewezen, nog niet bevestigd."
INTRODUCED = "Kennismaking gemeld"
QUIET_SET, QUIET_GONE = "Niet benaderen vastgelegd", "Benaderen mag weer"


def agreement_passes(content: str) -> str:
    return f"Afspraak: {dutch.midway(content)}"


def starts_before(day: date) -> str:
    return f"De afspraak begint op {dutch.long_date(day)}. Kies een dag daarna."


def regie_at(name: str) -> str:
    return f"heeft nu de regie op {name}"


def all_of(name: str) -> str:
    return f"Alle van {name.split(' ', 1)[0]}"
