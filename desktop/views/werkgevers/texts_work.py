"""Dutch texts of the tab Werk of a werkgever, and of the forms for what an employer asks. Je-form, B1."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates

TAB = "Werk"
VACANCIES, PLACEMENTS, QUESTIONS, CARE = "Vacatures", "Plaatsingen", "Vragen", "Nazorg"
SIGNALS = "Signalen"
NO_VACANCIES = "Er zijn geen vacatures."
NO_PLACEMENTS = "Er is hier nog niemand geplaatst."
NO_QUESTIONS = "Er staan geen vragen open."
NO_CARE = "Er is nog geen nazorg gepland."
NO_SIGNALS = "Er zijn geen signalen."
NEW_VACANCY, NEW_QUESTION, REPORT_SIGNAL = "Nieuwe vacature", "Vraag vastleggen", "Signaal doorgeven"
ANSWER, REFER, EDIT = "Beantwoorden", "Doorverwijzen", "Wijzigen"
STATE, WHO, SINCE, ASKED, SERVICE, ANSWERED, TO, CARE_DONE, CARE_NEXT, CARE_LAST, SUPPORT = (
    "Stand",
    "Bij wie",
    "Sinds",
    "Gevraagd",
    "Dienst",
    "Antwoord",
    "Doorverwezen naar",
    "Gedaan",
    "Gepland",
    "Laatste gesprek",
    "Voelt zich gesteund",
)
SAID, FROM, FOR, URGENT, NOBODY_HOLDS = (
    "Wat er speelt",
    "Van",
    "Voor",
    "dringend",
    "de teamleider: niemand heeft de regie",
)
RUNS, ENDED, CANCELLED = "loopt", "geëindigd", "vervallen"
STATES = {"loopt": RUNS, "beeindigd": ENDED, "vervallen": CANCELLED}

# the forms
NEW_TITLE, EDIT_TITLE, ANSWER_TITLE, REFER_TITLE = (
    "Vraag van de werkgever",
    "Vraag wijzigen",
    "Vraag beantwoorden",
    "Vraag doorverwijzen",
)
KIND, QUESTION, STRATEGY, RECEIVED, HANDLED_BY, YOUR_ANSWER, PARTNER, PARTNER_CONTACT, REASON = (
    "Waar gaat het over",
    "Wat vraagt de werkgever",
    "Strategie",
    "Gevraagd op",
    "Wie pakt het op",
    "Antwoord",
    "Naar welke partner",
    "Naar wie daar",
    "Waarom",
)
CHOOSE_KIND, CHOOSE_SERVICE, CHOOSE_STRATEGY, CHOOSE_PARTNER, YOURSELF = (
    "Kies een onderwerp",
    "Kies een dienst",
    "Kies een strategie",
    "Kies een partner",
    "Jijzelf",
)
NO_NAMES_HINT = "Schrijf niets over kandidaten."
ADD_PARTNER = "Nieuwe partner…"
CONTACT_OF_NEW = "Schrijf wie de werkgever daar kan bellen."
PARTNER_HINT = "Leeg bij een bekende partner: de vaste contactpersoon."
KIND_MISSING, QUESTION_MISSING, ANSWER_MISSING, PARTNER_MISSING, REASON_MISSING = (
    "Kies waar het over gaat.",
    "Schrijf wat de werkgever vraagt.",
    "Schrijf wat je hebt geantwoord.",
    "Kies een partner.",
    "Schrijf kort waarom je doorverwijst.",
)
ADDED, CHANGED, ANSWERED_DONE, REFERRED = (
    "Vraag vastgelegd",
    "Vraag gewijzigd",
    "Vraag beantwoord",
    "Vraag doorverwezen",
)


def named(link: str, what: str) -> str:
    return f"{link}: {what}"


def asked_on(day: date, today: date) -> str:
    return dates.spoken(day, today)


def placed(kind: str, hours: int | None) -> str:
    """Baan, 28 uur per week"""
    return f"{kind}, {hours} uur per week" if hours else kind


def from_until(start: date, end: date | None, today: date) -> str:
    begun = f"vanaf {dutch.long_date(start, near=today)}"
    return f"{begun} tot {dutch.long_date(end, near=today)}" if end else begun


def lasted(month: str, outcome: str) -> str:
    """3 maanden: gerealiseerd"""
    return f"{dutch.count(int(month), 'maand', 'maanden')}: {outcome.replace('_', ' ')}"


def care_count(done: int, planned: int, late: int) -> str:
    said = f"{dutch.number(done)} gedaan, {dutch.number(planned)} gepland"
    return f"{said}, {dutch.number(late)} te laat" if late else said


def on_day_by(day: date, by: str | None, today: date) -> str:
    said = dates.spoken(day, today)
    return f"{said}, {by}" if by else said


def out_of_five(score: int) -> str:
    return f"{score} van 5"


def answered_by(answer: str | None, by: str | None) -> str:
    """Ik bel morgen. (Karin Smit)"""
    return f"{answer} ({by})" if answer and by else answer or ""
