"""Dutch texts of the tabs with facts: sections, names of values, links."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates

TAB_PLACES = "Vestigingen"
EDIT, ADD, END = "Wijzigen", "Toevoegen", "Beëindigen"
EMPLOYER, REGISTRATION, QUIET, HISTORY = "Werkgever", "Registratie", "Rust", "Geschiedenis van velden"
NO_HISTORY, MORE_HISTORY = "Er is nog niets gewijzigd.", "Meer tonen"
NO_REGISTRATION = "Nog niets ingevuld."
NO_PEOPLE_HERE = "Geen contactpersonen op deze laptop. Na je eigen contact komen ze erbij."
NO_PLACES = "Nog geen vestigingen."
NO_QUIET, QUIET_UNTIL, QUIET_REASON = "Deze werkgever mag benaderd worden.", "Niet benaderen tot", "Reden"
FORMER, FORMER_AGREEMENTS = "Werkten hier eerder", "Beëindigd"
ROLE, PERIOD, CHECKED, SECOND_PHONE = "Rol", "Periode", "Nagekeken", "Tweede nummer"
RSIN, SBI, LEARNING, FEATURES, SCOPE = (
    "RSIN",
    "SBI-code",
    "Erkend leerbedrijf",
    "Kenmerken",
    "Landelijk of regionaal",
)
SOURCE, MAIL_ADDRESS_HIDDEN = "Bron", "Afgeschermd, staat niet op papier"
NAME, MAIN = "Naam", "hoofdvestiging"
KNOWN = {0: None, 1: "ja", 2: "nee"}


def named(action: str, name: str) -> str:
    """The name of a link for whoever does not see beside what it stands."""
    return f"{name} {dutch.midway(action)}"


def call(name: str, number: str) -> str:
    return f"{name} bellen op {number}"


def mail(name: str, address: str) -> str:
    return f"{name} mailen op {address}"


def period(start: date | None, end: date | None, today: date) -> str | None:
    """sinds maart 2024; tot mei 2025; maart 2024 tot mei 2025"""
    begun, ended = (_month(start) if start else "", _month(end) if end else "")
    if begun and ended:
        return f"{begun} tot {ended}"
    if ended:
        return f"tot {ended}"
    if not begun or start is None:
        return None
    return f"sinds {begun}" if start <= today else f"vanaf {dutch.long_date(start)}"


def _month(day: date) -> str:
    return dutch.long_date(day).split(dutch.NO_BREAK, 1)[1]


def runs(start: date, end: date | None) -> str:
    until = f" tot {dutch.long_date(end)}" if end else ""
    return f"vanaf {dutch.long_date(start)}{until}"


def arrow(old: str | None, new: str | None) -> str:
    return f"{old or 'leeg'} → {new or 'leeg'}"


def arrow_said(old: str | None, new: str | None) -> str:
    return f"{old or 'leeg'} werd {new or 'leeg'}"


def by_whom(who: str, day: date, today: date) -> str:
    return f"{who}, {dates.spoken(day, today)}" if who else dates.spoken(day, today)
