"""Dutch texts of the status bar, the waiting list, and the messages after something was done.

Apart from `texts` only to keep both readable; the same rules hold.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

SEND_AND_FETCH = "Nu verzenden en ophalen"
BUSY = "Bezig met verzenden en ophalen"
NEVER_FETCHED = "Nog niets opgehaald"
ATTENTION = "Aandacht nodig"
TRY_NOW = "Nu proberen"
SAFE_HERE = (
    "Ze staan veilig op deze laptop. Zodra er netwerk is, gaan ze vanzelf mee. Je hoeft niets te doen."
)
ALL_SENT_TITLE = "Alles is verzonden"
ALL_SENT_TEXT = "Wat je vastlegt, gaat vanzelf naar het werkcentrum."
QUEUE_NAME = "Wachtlijst"
ASKED_NOT_CONFIRMED = "aangevraagd, nog niet bevestigd"


def updated_at(at: datetime, today: date) -> str:
    return f"Bijgewerkt {dates.at_moment(at, today)}"


def offline_since(at: datetime, today: date) -> str:
    return f"Offline sinds {dates.moment_words(at, today)}"


def busy_sending(sent: int, to_send: int) -> str:
    """Text 22."""
    return f"Bezig: {dutch.number(sent)} van {dutch.number(to_send)} verzonden"


def busy_fetching(rows: int) -> str:
    return f"Bezig: {dutch.count(rows, 'rij', 'rijen')} opgehaald"


def to_send(count: int) -> str:
    return f"{dutch.number(count)} nog te verzenden"


def waiting(count: int) -> str:
    return "1 wacht op verzenden" if count == 1 else f"{dutch.number(count)} wachten op verzenden"


def questions(count: int) -> str:
    return dutch.count(count, "vraag", "vragen") + " voor jou"


def failed_changes(count: int) -> str:
    return f"{dutch.count(count, 'wijziging is', 'wijzigingen zijn')} niet gelukt"


def on_this_laptop(count: int) -> str:
    return (
        f"Op deze laptop: {dutch.count(count, 'werkgever', 'werkgevers')}"
        if count
        else "Op deze laptop: nog niets"
    )


def data_from(at: datetime, today: date) -> str:
    return f"Gegevens van {dates.moment_words(at, today)}"


def kind_at(kind: str, employer: str) -> str:
    return f"{kind} bij {employer}"


def next_try(seconds: float) -> str:
    if seconds <= 2:
        return "Volgende poging zo meteen"
    if seconds >= 90:
        return f"Volgende poging over {round(seconds / 60)} minuten"
    return f"Volgende poging over {max(1, round(seconds))} seconden"


NOTE_WITH, NOTE_WITHOUT = "met een notitie", "zonder notitie"
EMPTIED = "leeggemaakt"


def old_to_new(old: str | None, new: str | None) -> str:
    """035 - 000 01 23 werd 06 - 000 045 12"""
    if old and new:
        return f"{old} werd {new}"
    return new or EMPTIED


def visit_holds(note: bool, actions: int, agreements: int) -> str:
    """met een notitie, 1 actie en 1 afspraak"""
    parts = [NOTE_WITH if note else NOTE_WITHOUT]
    parts += [dutch.count(actions, "actie", "acties")] if actions else []
    parts += [dutch.count(agreements, "afspraak", "afspraken")] if agreements else []
    return dutch.in_row(parts)


# messages
ACCESS_WITHDRAWN = "Geen toegang meer"
SEALED = "Deze laptop is op slot"
SEALED_TEXT = (
    "Hij had te lang geen contact met het werkcentrum. Er is niets weg. "
    "Maak verbinding en open Werkregie opnieuw: dan gaat hij weer open."
)
BUG = "Hier ging in Werkregie iets mis. Je tekst is bewaard. Start Werkregie opnieuw als dit vaker gebeurt."
REGIE_ASKED = "De regie is aangevraagd, nog niet bevestigd."
APPROACH_REPORTED = "De benadering is gemeld, nog niet bevestigd."
UNTIL_CONFIRMED = (REGIE_ASKED, APPROACH_REPORTED)
ACTION_DONE = "Actie afgerond"
EMPLOYER_ADDED = "Werkgever toegevoegd"
STOP = "Stoppen"
COPIED = "KvK-nummer gekopieerd"
CHOICE_KEPT = "Je keuze is vastgelegd"


STATUS_NAME = "Stand van zaken"
