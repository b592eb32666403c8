"""Dutch texts of the scale and the questions of werkfit. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Werkfit: schaal en vragen",
    one="regel",
    many="regels",
    search="In schaal en vragen zoeken",
    hint="Zoek op woorden",
    list_name="Schaal en vragen",
    choose_title="Kies een regel",
    choose_text="Hier zie je sinds wanneer deze waarde of vraag geldt.",
    empty_title="Er is nog geen schaal",
    empty_text="Zonder schaal kan niemand werkfit beoordelen. Maak er een met Wijzigen.",
    new="Wijzigen",
    new_name="Schaal en vragen wijzigen",
)
SETTLED = "Schaal en vragen vastgelegd"
ORDERS = (("lijst", "in de volgorde van het formulier"), ("naam", "op naam"))
HOLDS, SAID_HOLDS = "Geldt nu", "die nu gelden"
SCALE, QUESTIONS, OVER = "Schaal", "Vragen", "Niet meer in gebruik"
VALUE, QUESTION = "Waarde van de schaal", "Vraag"

TAB, PREVIEW = "Regel", "Voorbeeld"
KIND, SINCE, UNTIL, SOURCE = "Soort", "Geldt sinds", "Gold tot", "Bron"
FROM_BEGINNING = "vanaf het begin"
COUNTS = "Hiermee wordt werkfit nu beoordeeld."
COUNTS_NOT = "Hiermee wordt niet meer beoordeeld."
KEEPS = "Oordelen die hiermee zijn gegeven, houden deze woorden."
PROVISIONAL = "Dit is een voorbeeld, tot het Handboek Werkfit er is."
NO_SCALE = "Er is nog geen schaal."
HOW_IT_LOOKS = "Zo ziet het formulier eruit"

SCALE_FIELD, SCALE_HINT = "Schaal", "Elke waarde op een eigen regel, de hoogste eerst."
QUESTIONS_FIELD = "Vragen"
QUESTIONS_HINT = "Elke vraag op een eigen regel. Andere woorden zijn een nieuwe vraag."
SOURCE_FIELD, SOURCE_HINT = "Bron", "Zoals Handboek Werkfit, versie 1."
SCALE_MISSING = "Schrijf minstens twee waarden, elk op een eigen regel."
TRY = "Voorbeeld. Wat je hier kiest, wordt nergens bewaard."
JUDGEMENT = "Hoe klaar is de kandidaat voor werk?"
CHOOSE = "Kies een antwoord"


def too_many(most: int) -> str:
    return f"Het zijn er te veel. Houd er hooguit {dutch.number(most)} over."
