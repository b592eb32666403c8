"""Dutch texts of making, finishing and postponing acties. The same rules as in `desktop.views.texts` hold."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates

MAKE_ACTION = "Actie maken"
KIND = "Soort"
KINDS = (("actie", "Actie"), ("toezegging", "Toezegging"), ("bezoek", "Bezoek plannen"))
WHAT = "Wat moet er gebeuren?"
WHAT_PROMISE = "Wat is er beloofd?"
WHAT_VISIT = "Waarover gaat het bezoek?"
WHAT_VISIT_HINT = "Dit mag leeg blijven."
VISIT = "Bezoek"
FOR_WHOM = "Voor wie"
ME = "Ik doe dit zelf"
WHEN = "Uiterlijk"
WHEN_VISIT = "Wanneer"
WHEN_HINT = "Schrijf bijvoorbeeld morgen, vr 12:00 of 20-11. Dit mag leeg blijven."
WHEN_VISIT_HINT = "Schrijf bijvoorbeeld morgen 13:30, vr of 20-11."
CHOOSE_DAY = "Kies een dag"
OPEN_CALENDAR = "Kalender openen"
REMARK = "Toelichting"
NO_CANDIDATES = "Schrijf niets over kandidaten. Die gegevens horen bij de plaatsing."
SAVE, CLOSE, STOP = "Vastleggen", "Sluiten", "Stoppen"

WHAT_NEEDED = "Schrijf wat er moet gebeuren."
WHEN_NEEDED = "Vul in wanneer het bezoek is."
WHAT_LIMIT, REMARK_LIMIT = 200, 1000
START_EMPTY = "Leeg beginnen"
DRAFT_NOT_SAVED = "Nog niet bewaard."

ACTION_MADE = "Actie gemaakt"
PROMISE_MADE = "Toezegging vastgelegd"
VISIT_PLANNED = "Bezoek gepland"
MADE = {"actie": ACTION_MADE, "toezegging": PROMISE_MADE, "bezoek": VISIT_PLANNED}

# postponing
POSTPONE = "Verzetten"
NEW_DAY = "Nieuwe dag"
TOMORROW, NEXT_WEEK, OTHER_DAY = "Morgen", "Volgende week", "Andere dag"
DAY = "Dag"
DAY_NEEDED = "Kies een dag, of schrijf er een, zoals vr of 20-11."
WHY = "Waarom?"
WHY_NEEDED = "Schrijf een reden, of kies er een."
REASONS = ("Niemand bereikt", "De werkgever vroeg om later", "Ik kwam er niet aan toe")
TALK = "Nazorg"
CANCEL = "Annuleren"
FINISHED = "Actie afgerond"


def postpone_title(what: str) -> str:
    return f"Verzetten: {what}"


def postponed(day: date, today: date) -> str:
    return f"Verzet naar {ahead(day, today)}"


def ahead(day: date, today: date) -> str:
    """vandaag, morgen, vr 20 november"""
    days = (day - today).days
    return {0: "vandaag", 1: "morgen"}.get(days) or dates.before(day, today)


def full_day(day: date, clock: str | None) -> str:
    """woensdag 18 november 2026, 13:30"""
    words = dutch.weekday_date(day)
    return f"{words}, {clock}" if clock else words


def weekday(day: date) -> str:
    """Maandag"""
    return dutch.weekday_date(day).split(" ")[0].capitalize()


def for_how_many(count: int) -> str:
    return f"Actie voor {dutch.count(count, 'werkgever', 'werkgevers')}"


def made_for(soort: str, count: int) -> str:
    return (
        MADE[soort] if count == 1 else f"{MADE[soort]} voor {dutch.count(count, 'werkgever', 'werkgevers')}"
    )


def busy(done: int, of: int) -> str:
    return f"{dutch.number(done)} van {dutch.number(of)} vastgelegd"


def stopped(done: int, of: int) -> str:
    return f"Gestopt na {dutch.number(done)} van {dutch.number(of)}. Wat al vaststaat, blijft staan."


def failed_after(done: int, of: int, why: str) -> str:
    return f"{busy(done, of)}. {why}" if done else why


def too_long(over: int) -> str:
    return f"Dit is {dutch.count(over, 'teken', 'tekens')} te lang. Maak het korter."


def colleague(name: str, role: str) -> str:
    return f"{name}, {role.lower()}" if role else name


def remark_used(used: int) -> str:
    return f"{dutch.number(used)} van {dutch.number(REMARK_LIMIT)} tekens"
