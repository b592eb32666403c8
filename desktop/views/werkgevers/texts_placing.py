"""Dutch texts of voordrachten, placements and milestones on a timeline. Never a name of a kandidaat."""

from __future__ import annotations

from datetime import date

from desktop import dutch

CHIP = "Plaatsingen"
VOORDRACHT = {
    "voorgesteld": "Voordracht",
    "gesprek": "Voordracht: gesprek",
    "proefplaatsing": "Voordracht: proefplaatsing",
    "geplaatst": "Voordracht: geplaatst",
    "afgewezen_werkgever": "Voordracht: niet gekozen",
    "afgewezen_kandidaat": "Voordracht: kandidaat wil niet",
    "ingetrokken": "Voordracht ingetrokken",
}
PLAATSING = {
    "loopt": "Plaatsing",
    "beeindigd": "Plaatsing, beëindigd",
    "vervallen": "Plaatsing, niet begonnen",
}
MIJLPAAL = {"gerealiseerd": "Werkt nog", "uitval": "Werkt niet meer"}
SAID_BY = {
    "werkgever": "De werkgever vertelde dit.",
    "kandidaat": "De kandidaat vertelde dit.",
    "systeem": "Dit blijkt uit de gegevens.",
}
JOBHUNTING = "Zonder vacature."


def after(months: int) -> str:
    """na 3 maanden"""
    return f"na {dutch.count(months, 'maand', 'maanden')}"


def for_vacature(name: str) -> str:
    return f"Voor {name}."


def talk(day: date, clock: str | None) -> str:
    return f"Gesprek op {dutch.long_date(day)}{f' om {clock}' if clock else ''}."


def hours(count: int) -> str:
    return f"{count} uur per week."


def last_day(day: date) -> str:
    return f"Laatste werkdag {dutch.long_date(day)}."
