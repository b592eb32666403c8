"""Dutch texts of the register of partners. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop.views.subject.wording import Words

WORDS = Words(
    title="Partners",
    one="partner",
    many="partners",
    search="Partners zoeken",
    hint="Zoek op naam of persoon",
    list_name="Lijst van partners",
    choose_title="Kies een partner",
    choose_text="Hier zie je wie je daar kunt bellen of mailen.",
    empty_title="Er staan nog geen partners",
    empty_text="Naar een partner kun je een werkgever doorverwijzen, zoals gemeente, UWV of Leerwerkloket.",
    new="Nieuw",
    new_name="Nieuwe partner",
)
EDIT_TITLE = "Partner wijzigen"
EDIT, STOP, USE_AGAIN = "Wijzigen", "Niet meer gebruiken", "Weer gebruiken"
ADDED, CHANGED = "Partner toegevoegd", "Partner gewijzigd"
STOPPED, BACK = "Naar deze partner verwijs je niet meer", "Deze partner is weer te kiezen"
ORDERS = (("naam", "op naam"), ("soort", "op soort"))
IN_USE, SAID_IN_USE = "In gebruik", "die in gebruik zijn"
KIND, ANY_KIND, SAID_KIND = "Soort", "Alle soorten", "van de soort {}"
NOT_IN_USE = "niet in gebruik"
NO_PERSON = "nog geen contactpersoon"

TAB, CONTACT, ABOUT = "Gegevens", "Wie je daar spreekt", "Over deze partner"
NAME, PERSON, PHONE, MAIL, SITE, NOTE = (
    "Naam",
    "Contactpersoon",
    "Telefoon",
    "E-mail",
    "Website",
    "Toelichting",
)
CHOOSE_KIND, KIND_MISSING, NAME_MISSING = (
    "Kies een soort",
    "Kies wat voor partner dit is.",
    "Schrijf een naam.",
)
NO_CONTACT = "Er staat nog niet wie je daar belt. Vul dat aan met Wijzigen."
USABLE = "Naar deze partner kun je een werkgever doorverwijzen."
NOT_USABLE = "Naar deze partner verwijzen we niet meer."
STAYS = "Wat al doorverwezen is, blijft staan."
HINT_NOTE = "Schrijf waarvoor een werkgever hier terechtkan."


def call(naam: str, number: str) -> str:
    return f"{naam} bellen: {number}"


def mail(naam: str) -> str:
    return f"{naam} mailen"


def visit(naam: str) -> str:
    return f"Website van {naam} openen"
