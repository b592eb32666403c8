"""Dutch texts of 'Bezoek vastleggen' and of correcting a contact. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from desktop import dutch
from desktop.views import texts

TITLES = {
    "bezoek": texts.LOG_VISIT,
    "telefoon": texts.LOG_CALL,
    "e-mail": "E-mail vastleggen",
    "video": "Videogesprek vastleggen",
    "evenement": "Gesprek op een evenement vastleggen",
    "brief": "Brief vastleggen",
}
RECORDED = {
    "bezoek": "Bezoek vastgelegd",
    "telefoon": "Telefoongesprek vastgelegd",
    "e-mail": "E-mail vastgelegd",
    "video": "Videogesprek vastgelegd",
    "evenement": "Gesprek vastgelegd",
    "brief": "Brief vastgelegd",
}

# follow-ups
KIND_OF_FOLLOW_UP = "Soort vervolg"
FOLLOW_UP_KINDS = (
    ("toezegging", "Toezegging"),
    ("actie", "Vervolgactie"),
    ("bezoek", "Bezoek plannen"),
    ("afspraak", "Afspraak met de werkgever"),
    ("vacature", "Vacature gemeld"),
)
DAY_LABELS = {
    "toezegging": "Uiterlijk",
    "actie": "Uiterlijk",
    "bezoek": "Wanneer",
    "afspraak": "Loopt tot",
    "vacature": "Sluit op",
}
AGREEMENT_KIND, CHOOSE_AGREEMENT_KIND = "Soort afspraak", "Kies een soort"
ONE_MORE, REMOVE = "Nog een vervolg", "Weghalen"
NO_BSN = "Haal het weg als het een BSN is. Vastleggen kan daarna gewoon."
REST = "Het contact is vastgelegd. Wat hier nog staat, is nog niet vastgelegd."


def looks_like_bsn(number: str) -> str:
    return f"{dutch.quoted(number)} lijkt een BSN. {NO_BSN}"


def follow_up_named(kind: str) -> str:
    return f"{KIND_OF_FOLLOW_UP}: {kind}"


def remove_follow_up(kind: str) -> str:
    return f"{kind} weghalen"
