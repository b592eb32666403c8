"""Dutch texts of the question before contact, per channel. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import texts_regie

CALL, MAIL = "telefoon", "e-mail"
_DOING = {CALL: "bellen", MAIL: "mailen"}
REPORT = {CALL: "Benadering melden en bellen", MAIL: "Benadering melden en mailen"}
REPORT_AND_GO = {CALL: "Melden en bellen", MAIL: "Melden en mailen"}
STANDS_IN = "Waarneming"
WHOM = "Wie wil je bellen?"
OTHER_NUMBER = "Een ander nummer"
ASKED_FIRST = "Je vraag staat klaar voor {naam}"
NOT_OPENED = "Deze laptop kan {wat} niet openen. Bel of mail zelf en leg het hier vast."


def you_want_to(kanaal: str, employer: str, place: str | None, person: str) -> str:
    """Zorggroep Heidezicht, Huizen. Je wilt bellen met Marjan Tol."""
    where = f"{employer}, {place}" if place else employer
    doing = _DOING.get(kanaal, _DOING[CALL])
    whom = f"{doing} met {person}" if person and kanaal == CALL else f"{person} {doing}" if person else doing
    return f"{where}{'' if where.endswith('.') else '.'} Je wilt {whom}."


def go_on(kanaal: str) -> str:
    return f"Verder met {_DOING.get(kanaal, _DOING[CALL])}"


def may_i(kanaal: str, employer: str) -> str:
    return f"Mag ik {employer} {_DOING.get(kanaal, _DOING[CALL])}?"


def comes_first_at(name: str) -> str:
    return f"Je vraag komt bij {name} bovenaan in Vandaag."


def stands_in(name: str, holder: str, until: date) -> str:
    return f"{name} neemt waar voor {holder}, tot {dutch.long_date(until)}"


def person_does_not_want(name: str) -> str:
    return f"{name} wil niet benaderd worden. Kies liever een andere contactpersoon."


WHY, WHAT_NOW = texts_regie.WHY_CONTACT, texts_regie.WHAT_NOW
