"""Every Dutch text of the window, as typed names: labels are constants, sentences with a value are functions.

Reasons for refusals are not here but in `resources/teksten` (desktop.wording). Je-form, B1, no
exclamation marks.
"""

from __future__ import annotations

from datetime import date

from desktop import dutch

PROGRAM = "Werkregie"
PRACTICE = "Oefenomgeving"
EMPLOYERS = "Werkgevers"
RECONCILE = "Afstemming"
ROLES = {
    "accountmanager": "Accountmanager",
    "bemiddelaar": "Bemiddelaar",
    "teamleider": "Teamleider",
    "beheerder": "Beheerder",
}
MENU = "Menu"
MAIN_MENU = "Onderdelen"
GO_TO_PAGE = "Naar dit onderdeel"

# list
NEW = "Nieuw"
NEW_EMPLOYER = "Nieuwe werkgever"
SEARCH_EMPLOYERS = "Zoek werkgevers"
SEARCH_HINT = "Zoek op naam, plaats of KvK-nummer"
LIST_NAME = "Lijst van werkgevers"
MINE = "Mijn regie"
NOBODYS = "Zonder regie"
MUNICIPALITY = "Gemeente"
ALL_MUNICIPALITIES = "Alle gemeenten"
NO_CONTACT_SINCE = "Lang geen contact"
ANY_CONTACT = "Maakt niet uit"
CLEAR_FILTERS = "Filters wissen"
CLEAR_SEARCH = "Zoekwoord wissen"
NEXT_EMPLOYER = "Volgende werkgever"
PREVIOUS_EMPLOYER = "Vorige werkgever"
YOUR_REGIE = "jouw regie"
NO_REGIE_YET = "nog geen regie"
REGIE_ASKED = "regie gevraagd"
NO_CONTACT = "nog geen contact"
NOT_SENT = "Nog niet verzonden"
NOTHING_FOUND = "Geen werkgever gevonden"
ROW_COMING = "wordt opgehaald"
EMPTY_LIST = "Nog geen werkgevers op deze laptop."
FIRST_TITLE = "Haal de werkgevers van je regio op"
FIRST_TEXT = (
    "Daarna staat alles op deze laptop. Je kunt zoeken, lezen en contacten vastleggen, ook zonder netwerk. "
    "De gegevens op je laptop zijn versleuteld."
)
FIRST_BUTTON = "Werkgevers ophalen"
FIRST_NEW = "Zelf een werkgever invoeren"
FIRST_NEW_TEXT = "Je ziet meteen of de werkgever al bestaat."
CHOOSE_ONE_TITLE = "Kies een werkgever"
CHOOSE_ONE_TEXT = "Dan zie je hier de regie, de tijdlijn en wat er beloofd is."


def employers(count: int) -> str:
    return dutch.count(count, "werkgever", "werkgevers")


def nothing_found_for(text: str, filtered: bool) -> str:
    where = "op naam, plaats en KvK-nummer" + (", binnen je filters" if filtered else "")
    return (
        f"Er is gezocht naar {dutch.quoted(text)} {where}."
        if text
        else "Geen werkgever past bij deze filters."
    )


def new_employer_named(text: str) -> str:
    return f"{NEW_EMPLOYER} {dutch.quoted(text)}"


def no_contact_for(days: int) -> str:
    return {30: "30 dagen of langer", 365: "Een jaar of langer"}.get(days, f"{days} dagen of langer")


def no_contact_chip(days: int) -> str:
    return "een jaar geen contact" if days == 365 else f"{days} dagen geen contact"


def regie_of(name: str) -> str:
    return f"regie {name}"


def open_actions(count: int) -> str:
    return dutch.count(count, "open actie", "open acties")


# detail
CALL = "Bellen"
MORE = "Meer"
LOG_VISIT = "Bezoek vastleggen"
LOG_CALL = "Telefoongesprek vastleggen"
BACK = "Terug"
TAB_TIMELINE, TAB_SHORT, TAB_DATA = "Tijdlijn", "In het kort", "Gegevens"
TAB_PEOPLE, TAB_AGREEMENTS = "Contactpersonen", "Afspraken"
TABS_NAME = "Onderdelen van deze werkgever"
PRINT_OVERVIEW = "Overzicht afdrukken"
OVERVIEW_OF_MINE = "Overzicht van mijn werkgevers, intern"
OVERVIEW_OF_ALL = "Overzicht van alle werkgevers, intern"
ALL_EMPLOYERS = "alle werkgevers"
PRINT_INTERN = "Overzicht maken, intern"
PRINT_EMPLOYER = "Overzicht maken, voor de werkgever"
PLAN_APPROACH = "Benadering melden"
COPY_KVK = "KvK-nummer kopiëren"
ASK_REGIE = "Regie vragen"
PROMISED = "Beloofd"
PEOPLE = "Contactpersonen"
NOW_RUNNING = "Loopt nu"
NO_PROMISES = "Geen open beloftes."
NO_PEOPLE = "Nog geen contactpersonen."
NO_AGREEMENTS = "Nog geen afspraken met deze werkgever."
NO_TIMELINE = "Nog geen contact vastgelegd."
OPEN_GROUP = "Nog open"
TODAY_GROUP, YESTERDAY_GROUP = "Vandaag", "Gisteren"
OUTSIDE_REGIE = "buiten de regie"
CONFIDENTIAL_MARK = "vertrouwelijk"
NOT_REACHED = "niet bereikt"
TIMELINE_NAME = "Tijdlijn van deze werkgever"
KINDS = {
    "bezoek": "Bezoek",
    "telefoon": "Telefoon",
    "e-mail": "E-mail",
    "video": "Video",
    "evenement": "Evenement",
    "brief": "Brief",
}
ACTION_KINDS = {
    "actie": "Actie",
    "toezegging": "Toezegging",
    "contactverzoek": "Contactverzoek",
    "bezoek": "Bezoek",
}
OPEN_ACTIONS, AGREEMENTS, VESTIGINGEN = "Open acties", "Afspraken", "Vestigingen"
MY_REGIE_ASKED = "Jij vroeg de regie."
NOT_CONFIRMED = "Aangevraagd, nog niet bevestigd."
NOBODY_HAS_REGIE = "Niemand heeft de regie."
NO_EARLIER_CONTACT = "Nog geen contact vastgelegd."
REGIE_TAKEN = "Regie genomen"
ME = "jij"


def people_working(count: int) -> str:
    return dutch.count(count, "medewerker", "medewerkers")


def kvk_fact(digits: str) -> str:
    return f"KvK {dutch.kvk(digits)}"


def position(index: int, total: int) -> str:
    return f"{dutch.number(index)} van {dutch.number(total)}"


def i_have_regie(since: date | None) -> str:
    return f"Jij hebt de regie, sinds {dutch.long_date(since)}." if since else "Jij hebt de regie."


def has_regie(name: str, since: date | None = None) -> str:
    return f"{name} heeft de regie, sinds {dutch.long_date(since)}." if since else f"{name} heeft de regie."


def not_before(day: date, reason: str | None) -> str:
    """Text 14: the werkgever asked for rest."""
    why = f" Reden: {reason.rstrip('.')}." if reason else ""
    return f"Deze werkgever wil tot {dutch.long_date(day)} geen contact.{why}"


FIELD_LABELS = {
    "naam": "Naam",
    "kvk_nummer": "KvK-nummer",
    "sector": "Sector",
    "website": "Website",
    "segment": "Segment",
    "werkzame_personen": "Medewerkers",
    "telefoon": "Telefoonnummer",
    "telefoon_2": "Tweede nummer",
    "email": "E-mailadres",
    "functie": "Functie",
    "rol": "Rol",
    "inhoud": "Tekst van een afspraak",
    "deadline": "Uiterlijk",
    "notitie": "Notitie",
    "niet_benaderen_tot": "Niet benaderen tot",
    "niet_benaderen_reden": "Reden van rust",
    "statutaire_naam": "Statutaire naam",
    "rechtsvorm": "Rechtsvorm",
    "concern": "Concern",
    "actief": "Actief",
    "tot": "Werkt hier tot",
    "datum": "Datum",
    "postcode": "Postcode",
    "woonplaats": "Plaats",
    "straat": "Straat",
    "huisnummer": "Huisnummer",
    "toevoeging": "Toevoeging",
    "kanaal": "Soort contact",
    "reden": "Reden",
}


# text size and panes
TEXT_LARGER, TEXT_SMALLER, TEXT_NORMAL = "Tekst groter", "Tekst kleiner", "Tekst normaal"
PANES = (
    ("zijbalk", "Naar de zijbalk", "Alt+Z"),
    ("lijst", "Naar de lijst", "Alt+L"),
    ("inhoud", "Naar de inhoud", "Alt+I"),
    ("formulier", "Naar het formulier", "Alt+F"),
    ("statusbalk", "Naar de statusbalk", "Alt+S"),
)
NEXT_PANE, PREVIOUS_PANE = "Volgend deel van het venster", "Vorig deel van het venster"
PREVIOUS, PLANNED, PREVIOUS_CONTACT = "Vorig contact", "Gepland", "laatste contact"
SPOKE, NO_KVK = "had contact", "zonder KvK-nummer"
CHANGED = "gewijzigd"
SHOW_MORE, SHOW_LESS = "meer", "minder"
AGREEMENT_MADE = "Afspraak"
SEARCH_MUNICIPALITY = "Zoek gemeente"


def whole_phone(digits: str) -> str:
    """A number that no line break cuts in two."""
    return dutch.phone(digits).replace(" ", dutch.NO_BREAK).replace("-", "\u2011")


def tick_off(what: str) -> str:
    return f"Afronden: {what}"


def and_more(count: int) -> str:
    return f"en nog {count}"


# facts
MAIN_BRANCH, BRANCH, BRANCH_NUMBER, ADDRESS = "Hoofdvestiging", "Vestiging", "Vestigingsnummer", "Adres"
NUMBER, PROVISIONAL, TRADE_NAMES = "Nummer", "voorlopig", "Handelsnamen"
MAILINGS, NO_MAILINGS, PREFERS, WATCH = "Post", "Wil geen reclamepost", "Liefst via", "Let op"
DO_NOT_APPROACH, CONTENT, RUNS, OWNER = "Niet benaderen", "Inhoud", "Loopt", "Eigenaar"


def open_named(name: str) -> str:
    return f"{name} openen"


AN_EMPLOYER = "een werkgever"
