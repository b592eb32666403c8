"""Words of the first start, the first fill and the oefenomgeving."""

from __future__ import annotations

from desktop import dutch

WELCOME = "Meld deze laptop aan"
WELCOME_TEXT = (
    "Je kreeg een adres en een code van je beheerder. Plak ze hier. Daarna komen de werkgevers van je regio "
    "versleuteld op deze laptop. Je kunt dan ook zonder netwerk werken."
)
ADDRESS = "Adres van het werkcentrum"
ADDRESS_HINT = "Bijvoorbeeld https://regie.werkcentrum.example. Je mag het hele bericht plakken."
CODE = "Code"
CODE_HINT = "Zestien tekens, zoals ABCD-EFGH-JKLM-NPQR. Je gebruikt hem één keer."
SIGN_IN = "Laptop aanmelden"
SIGNING_IN = "Bezig met aanmelden"
PRACTICE_TITLE = "Eerst oefenen"
PRACTICE_TEXT = "Oefen met verzonnen werkgevers. Niets daarvan komt in de regio."
PRACTICE_OPEN = "Oefenomgeving openen"
PRACTICE_MAKING = "De oefenomgeving wordt klaargezet."

ADDRESS_MISSING = "Vul het adres in dat je van je beheerder kreeg."
ADDRESS_WRONG = "Dit is geen adres van een werkcentrum. Het begint met https://."
CODE_MISSING = "Vul de code in die je van je beheerder kreeg."
NOT_REACHED = "Het werkcentrum is niet te bereiken. Kijk het adres en je netwerk na."
TOO_LATE = "Het werkcentrum gaf te laat antwoord. Probeer het zo opnieuw."
BROKEN_OFF = "De verbinding brak af. Probeer het opnieuw."

NO_KEYRING = (
    "Deze computer heeft geen sleutelbos voor wachtwoorden. Zet die aan of vraag je beheerder om hulp."
)
NO_KEY = "De sleutel van deze gegevens is er niet. Vraag je beheerder om hulp."
SEALED = (
    "Deze laptop had te lang geen contact met het werkcentrum en is op slot. Er is niets weg. "
    "Maak verbinding en probeer het opnieuw: dan gaat hij weer open."
)

PROBLEM_TITLE = "Werkregie gaat niet open"
TRY_AGAIN = "Opnieuw proberen"
CLOSE = "Sluiten"

LEFT_TITLE = "Je bent uit de oefenomgeving"
LEFT_TEXT = "Wat je oefende staat nog op deze laptop. Bewaar het als je later verder wilt oefenen."
KEEP = "Oefening bewaren"
WIPE = "Oefening wissen"
WIPING = "De oefenomgeving wordt gewist."

STRIP = "Oefenomgeving. Alles hier is verzonnen."
STRIP_OFFLINE = "Oefen zonder netwerk"
STRIP_LEAVE = "Oefenomgeving verlaten"

COMING_TITLE = "De werkgevers van je regio komen eraan"
COMING_TEXT = (
    "Ze verschijnen hier vanzelf en blijven op deze laptop, versleuteld. Je kunt daarna zoeken, lezen en "
    "contacten vastleggen, ook zonder netwerk."
)
FILL = "De werkgevers van je regio komen op deze laptop."
FILL_GO_ON = "Je kunt al werken. Sluit je Werkregie, dan gaat het later verder."
FILL_WAITS = "Het ophalen gaat verder zodra er weer verbinding is."
FILL_NAME = "Ophalen van de werkgevers"
FILLED = "Alles van je regio staat op deze laptop"
MINUTE = 60


def fill_progress(rows: int, total: int, seconds: float | None) -> str:
    """12.000 van 41.000 rijen, nog ongeveer 2 minuten"""
    counted = f"{dutch.number(rows)} van {dutch.number(total)}" if total else dutch.number(rows)
    said = f"{counted}\u00a0rijen opgehaald"
    return said if seconds is None else f"{said}, {time_left(seconds)}"


def time_left(seconds: float) -> str:
    """How long still, in words that are never wrong by much."""
    if seconds < MINUTE:
        return "nog minder dan een minuut"
    minutes = round(seconds / MINUTE)
    return f"nog ongeveer {minutes}\u00a0{'minuut' if minutes == 1 else 'minuten'}"
