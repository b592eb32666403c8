"""Texts of the lock and of choosing its code. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch

# the page
TITLE = "Werkregie staat op slot"
TEXT = "Je werk staat er nog zoals je het liet. Verzenden en ophalen gaan gewoon door."
CODE = "Code"
SHOW, HIDE = "Code tonen", "Code verbergen"
OPEN = "Slot openen"
EMPTY = "Vul je code in."
FORGOTTEN = "Code vergeten"

# forgotten
FORGOTTEN_TITLE = "Code vergeten"
FORGOTTEN_TEXT = (
    "Vraag de beheerder om een nieuwe aanmeldcode en vul die hier in. "
    "Het werkcentrum kijkt of de code voor jou is. Je hebt er netwerk voor nodig. Er gaat niets verloren."
)
ENROL_CODE = "Aanmeldcode"
ENROL_HINT = "Vier groepjes van vier tekens, zoals ABCD-EFGH-JKMN-PQRS."
REMOVE_LOCK = "Slot weghalen"
BACK_TO_CODE = "Terug naar de code"
ENROL_EMPTY = "Vul de aanmeldcode in."
REMOVED = "Het slot is eraf. Kies een nieuwe code in Instellingen."

# choosing a code
CHOOSE_TITLE = "Code voor het slot"
CHOOSE_TEXT = (
    "Met deze code open je Werkregie weer. Kies iets wat je onthoudt of bewaar het in je wachtwoordkluis. "
    "Wij kunnen de code niet voor je opzoeken."
)
NOW_CODE = "Code van nu"
NEW_CODE = "Nieuwe code"
AGAIN = "Nog een keer"
AGAIN_DIFFERS = "Dit is niet dezelfde code. Typ twee keer hetzelfde."
WRONG_NOW = "Dit is niet de code van nu. Probeer het opnieuw."
KEEP_CODE = "Code bewaren"
TAKE_AWAY = "Code weghalen"
CANCEL = "Annuleren"
KEPT = "De code voor het slot is bewaard"
TAKEN_AWAY = "Het slot heeft geen code meer"


def hint(shortest: int) -> str:
    return f"Ten minste {shortest} tekens. Plakken mag."


def wrong(seconds: int) -> str:
    """After a wrong code: what is wrong, then how long it takes."""
    return f"Dit is niet de code. Over {dutch.count(seconds, 'seconde', 'seconden')} kun je weer proberen."


def wait(seconds: int) -> str:
    return f"Nog {dutch.count(seconds, 'seconde', 'seconden')} wachten."


TRY_AGAIN = "Je kunt weer een code proberen."
