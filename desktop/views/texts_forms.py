"""Dutch texts of the forms that write: labels, hints, what is wrong with a field, drafts.

Apart from `texts` only to keep both readable; the same rules hold.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

WHEN, KIND, SPOKEN_WITH, SUBJECT, NOTE = "Wanneer", "Soort contact", "Gesproken met", "Onderwerp", "Notitie"
CONFIDENTIAL = "Vertrouwelijk"
SAVE, CLOSE, CANCEL, REGISTER = "Vastleggen", "Sluiten", "Annuleren", "Toevoegen"
WHEN_HINT = "Schrijf bijvoorbeeld vandaag, gisteren 14:00, vr of 17-11."
NO_CANDIDATES = "Schrijf niets over kandidaten. Die gegevens horen bij de plaatsing."
CONFIDENTIAL_HINT = "Alleen jij, je waarnemer en de teamleider lezen deze notitie."
SOMEONE_ELSE, SOMEONE = "Nog iemand", "Typ een naam"
CHOOSE_DAY, CHOOSE_SUBJECT = "Kies een dag", "Kies een onderwerp"
OPEN_CALENDAR = "Kalender openen"
DRAFT_NOT_SAVED = "Nog niet bewaard."
NAME, ROLE, PHONE, EMAIL = "Naam", "Functie", "Telefoon", "E-mail"
KVK, PLACE, POSTCODE, STREET, HOUSE_NUMBER, SECTOR, STAFF = (
    "KvK-nummer",
    "Plaats",
    "Postcode",
    "Straat",
    "Huisnummer",
    "Sector",
    "Aantal medewerkers",
)
KVK_HINT = "Acht cijfers. Leeg laten mag."
MAY_EXIST = "Bestaat deze werkgever al?"
IN_REGION = "Gezocht in alle werkgevers van de regio."
OPEN_EMPLOYER = "Openen"
REQUIRED_NAME = "Vul de naam van de werkgever in."
REQUIRED_WHEN = "Vul in wanneer het contact was."
NUMBER_ONLY = "Gebruik alleen cijfers."


def draft_saved(at: datetime, today: date) -> str:
    return f"Concept bewaard {dates.at_moment(at, today)}"


def characters(used: int, limit: int) -> str:
    return f"{dutch.number(used)} van {dutch.number(limit)} tekens"


def too_many_characters(over: int) -> str:
    return f"De notitie is {dutch.count(over, 'teken', 'tekens')} te lang. Maak haar korter."


def day_is_past(day: date, today: date) -> str:
    return f"{dutch.weekday_date(day, near=today).capitalize()} is al geweest. Kies een dag vanaf vandaag."


def day_is_future(day: date, today: date) -> str:
    words = dutch.weekday_date(day, near=today).capitalize()
    return f"{words} moet nog komen. Kies een dag tot en met vandaag."


def when_unknown(text: str) -> str:
    return f"{dutch.quoted(text)} is geen dag. Schrijf bijvoorbeeld vandaag, gisteren 14:00, vr of 17-11."


def wrong_weekday(day: date, weekday: str) -> str:
    words = dutch.weekday_date(day)
    return f"{words.split(' ', 1)[1].capitalize()} is een {words.split(' ')[0]}, geen {weekday}."


def new_person(text: str) -> str:
    return f"Nieuwe contactpersoon {dutch.quoted(text)}"


def remove_person(name: str) -> str:
    return f"{name} weghalen"


def worked_here(until: date) -> str:
    return f"werkte hier tot {dutch.long_date(until).split(dutch.NO_BREAK, 1)[1]}"


def same_kvk(name: str, holder: str | None) -> str:
    """Text 10."""
    who = f"Regie: {holder}." if holder else "Niemand heeft de regie."
    return f"Dit KvK-nummer is al van {name}{'' if name.endswith('.') else '.'} {who}"


FOLLOW_UP_NEEDED = "Schrijf wat er dan klaar moet zijn, of haal de dag weg."
PERSON_NAME_NEEDED = "Vul de naam in, of haal deze contactpersoon weg."
NEW_PERSON = "Nieuwe contactpersoon"
REMOVE = "Weghalen"
OWN_CANDIDATE_MARK = "Over je eigen kandidaat of plaatsing. De regiehouder krijgt bericht."


def outside_with_reason(reason: str) -> str:
    return f"Buiten de regie. Je reden: {reason}"


CONTACT_PERSON = "Contactpersoon"
KVK_MISTYPED = "lijkt een tikfout te hebben"
