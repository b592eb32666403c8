"""Dutch texts of the screen Profielen. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop.views.subject.wording import Words

WORDS = Words(
    title="Profielen",
    one="profiel",
    many="profielen",
    search="Profielen zoeken",
    hint="Zoek op beroep, plaats of bemiddelaar",
    list_name="Lijst van profielen",
    choose_title="Kies een profiel",
    choose_text="Hier zie je wat iemand kan en wie je daarover belt. Een naam staat er niet bij.",
    empty_title="Nog geen profielen",
    empty_text="Een profiel komt hier als een kandidaat ja zei tegen delen.",
)

# filters
CLASS, SAID_CLASS, ANY_CLASS = "Beroepsklasse", "in {}", "Alle beroepsklassen"
LEVEL, SAID_LEVEL, ANY_LEVEL = "Niveau vanaf", "vanaf {}", "Elk niveau"
HOURS, SAID_HOURS, ANY_HOURS = "Uren per week", "die {} werken", "Elk aantal uren"
WERKFIT, SAID_WERKFIT, ANY_WERKFIT = "Werkfit", "die {} zijn", "Elk oordeel"
HOLDER, SAID_HOLDER, ANY_HOLDER = "Bemiddelaar", "van {}", "Alle bemiddelaars"
HOURS_OPTIONS = tuple((str(hours), f"{hours} uur") for hours in (8, 12, 16, 20, 24, 28, 32, 36, 40))
ORDERS = (("beroep", "op beroep"),)

NO_BEROEP, YOURS = "Profiel zonder beroep", "van jou"
TAB_PROFILE, TAB_WERKFIT = "Profiel", "Werkfit"
THE_PROFILE, CONTACT = "Wat bekend is", "Wie je belt"
BEROEPEN, TOWN, PC4, PHONE, MAIL = "Beroepen", "Woont in", "Postcode", "Telefoon", "E-mail"
ANONYMOUS = "Wil je meer weten of iemand voorstellen? Bel of mail de bemiddelaar."
NO_ADDRESS = "Er is geen telefoonnummer of mailadres bekend."
FOR_WHOM = "Dit is een kandidaat van jou. Collega’s zien dit profiel zonder naam."
JUDGED = "Werkfit beoordeeld"
JUDGE = "Werkfit beoordelen"
TITLE_SHORT = "In het kort"


def mediates(name: str) -> str:
    return f"{name} bemiddelt deze kandidaat."


def call(name: str, number: str) -> str:
    return f"{name} bellen op {number}"


def mail(name: str) -> str:
    return f"{name} mailen"
