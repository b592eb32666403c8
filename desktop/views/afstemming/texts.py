"""Texts of Afstemming. Je-form, B1, no exclamation marks. The choices are named in `texts_regie`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

OPEN, DONE = "Open", "Afgehandeld"
VIEWS = "Open of afgehandeld"
READ_ALL = "Alles gelezen"
MARKED_READ = "Gelezen"
NOTHING_DONE = "Nog niets afgehandeld"
NOTHING_DONE_TEXT = "Wat je kiest of leest, blijft hier staan."
DONE_SUBTITLE = "Wat je koos en wat je gelezen hebt."
BEFORE_BOTH = "Vóór beide wijzigingen stond er:"
HISTORY = "Wat er met dit veld gebeurde"
ONLY_ONE = "Van dit veld kan er maar één zijn. Daarom kun je niet allebei bewaren."
THEIRS_STAYS = "Het dossier blijft zoals het is. Wat jij invulde, blijft bij Afgehandeld staan."
LEFT_GROUP, LATER_GROUP = "Werk van wie vertrok", "Later"
CHANGED_ELSEWHERE = "ook gewijzigd op je andere laptop"
THIS_LAPTOP, OTHER_LAPTOP, NO_NETWORK = "op deze laptop", "op je andere laptop", "zonder netwerk"
OF_OTHER_LAPTOP = "Van je andere laptop"
CHOOSE_OTHER_LAPTOP = "Die van je andere laptop kiezen"
AGAIN = "Opnieuw aanbieden"
AGAIN_DOES = "Opnieuw aanbieden: je stuurt het nog een keer, zoals het hier staat."
AGAIN_WITH_MORE = "Wat erbij hoort, gaat mee."
AGAIN_DONE = "Opnieuw aangeboden"
GOES_BY_ITSELF = "Je hoeft niets te doen. Na de update gaat het vanzelf mee."
TAKE_OVER, DROP = "Overnemen", "Weglaten"
TAKE_OVER_DOES = "Overnemen: het wordt vastgelegd alsof jij het deed."
DROP_DOES = "Weglaten: het wordt niet vastgelegd. Het blijft bij Afgehandeld staan."
ASKED_CENTRE = "Gevraagd aan het werkcentrum"
WRITTEN_BY_COLLEAGUE = "Dit was ingevuld"
YOU_CHOSE = {
    "mijne": "Jij koos wat je zelf had ingevuld.",
    "beide": "Jij bewaarde allebei.",
    "later": "Jij koos later te kiezen.",
    "gelezen": "Jij hebt dit gelezen.",
    "opnieuw": "Jij bood dit opnieuw aan.",
    "overnemen": "Dit is overgenomen.",
    "weglaten": "Dit is weggelaten.",
}
CHOSEN, NOT_CHOSEN = "gekozen", "niet gekozen"
# What a notice is about, by its code; of a code that is not here by the beginning of it.
NOTICES = {
    "actie_gekregen": "Nieuwe actie voor jou",
    "regie_toegewezen": "Je kreeg de regie",
    "regie_weggehaald": "De regie is nu van {wie}",
    "overdracht_voorgesteld": "Wil je de regie overnemen?",
    "overdracht_van_jou_voorgesteld": "Overdracht van jouw regie gevraagd",
    "overdracht_aanvaard": "Overdracht aanvaard",
    "overdracht_geweigerd": "Overdracht niet aangenomen",
    "overdracht_ingetrokken": "Overdracht ingetrokken",
    "overdracht_vervallen": "Overdracht gaat niet door",
    "waarneming_gevraagd": "Je neemt waar voor {voor}",
    "waarneming_gevraagd_reden": "Je neemt waar voor {voor}",
    "waarneming_ingesteld": "{wie} neemt voor jou waar",
    "waarneming_afgezegd": "Waarneming gaat niet door",
    "waarneming_voorbij": "Je waarneming is voorbij",
    "waarneming_verslag": "Verslag van je waarnemer",
    "waarneming_verslag_leeg": "Verslag van je waarnemer",
    "afstemming_wacht": "Een collega moet nog kiezen",
    "opdracht_apart_gezet": "Niet te verwerken",
    "vacature_gekregen": "Nieuwe vacature voor jou",
    "vacature_geregistreerd": "Nieuwe vacature bij jouw werkgever",
    "vacature_ingetrokken": "Vacature ingetrokken",
    "vacature_verlopen": "Vacature verlopen",
    "vacature_te_vol": "Meer geplaatst dan er plek is",
    "vraag_gekregen": "Nieuwe vraag voor jou",
    "vraag_geregistreerd": "Nieuwe vraag van jouw werkgever",
    "voordracht_gedaan": "Kandidaat voorgedragen",
    "plaatsing_gemaakt": "Er gaat iemand beginnen",
    "plaatsing_beeindigd": "Een plaatsing stopte",
    "plaatsing_vervallen": "Een plaatsing gaat niet door",
    "nazorg_door_collega": "Nazorg door {wie}",
    "signaal_gekregen": "Nieuw signaal voor jou",
    "signaal_zonder_regie": "Signaal over een werkgever zonder regie",
    "signaal_antwoord": "Antwoord op je signaal",
    "signaal_antwoord_terug": "Antwoord op je signaal ingetrokken",
    "werkfit_beoordeeld": "Werkfit beoordeeld",
    "werk_over_kandidaat_wacht": "Werk van {wie} wacht",
    "kandidaat_aangeboden": "Wil je een kandidaat overnemen?",
    "kandidaat_overgenomen": "Kandidaat overgenomen",
    "kandidaat_niet_overgenomen": "Kandidaat niet overgenomen",
    "kandidaat_toegewezen": "Je kreeg een kandidaat",
    "kandidaat_weggehaald": "Een kandidaat is nu bij {wie}",
    "kandidaat_waarneming_gevraagd": "Je neemt waar voor {voor}",
    "kandidaat_waarneming_een": "Je neemt een kandidaat waar",
}
NOTICE_STARTS = {
    "contact_": "{wie} had contact",
    "overdracht_": "Overdracht van regie",
    "waarneming_": "Waarneming",
    "actie_": "Over een actie",
    "vacature_": "Over een vacature",
    "vraag_": "Over een vraag van een werkgever",
    "voordracht_": "Over een voordracht",
    "plaatsing_": "Over een plaatsing",
    "nazorg_": "Over nazorg",
    "signaal_": "Over een signaal",
    "kandidaat_waarneming_": "Waarneming van kandidaten",
    "kandidaat_": "Over een kandidaat",
}
_THIS = {
    "telefoon": "dit nummer",
    "telefoon_2": "dit nummer",
    "kvk_nummer": "dit nummer",
    "email": "dit adres",
    "naam": "deze naam",
}


def tab(words: str, count: int) -> str:
    return f"{words} {dutch.number(count)}" if count else words


def to_read(count: int) -> str:
    return dutch.count(count, "bericht", "berichten") + " om te lezen"


def read_all_done(count: int) -> str:
    return dutch.count(count, "bericht", "berichten") + " gelezen"


def both_changed_at(veld: str, other: str, their: datetime, mine: datetime, today: date) -> str:
    """Text 19, with both moments."""
    what, first = _THIS.get(veld, "dit"), other.split(" ")[0]
    return (
        f"{other} wijzigde {what} {dates.at_moment(their, today)}. "
        f"Jij wijzigde het {dates.at_moment(mine, today)}. "
        f"Nu staat wat {first} invulde in het dossier. Dat van jou is bewaard."
    )


def changed_on_two_laptops(veld: str, their: datetime, mine: datetime, today: date) -> str:
    """Text 19, when both are one's own."""
    what = _THIS.get(veld, "dit")
    first, second = dates.at_moment(their, today), dates.at_moment(mine, today)
    return (
        f"Je wijzigde {what} op twee laptops: {first} en {second}. "
        "Wat als eerste bij het werkcentrum kwam, staat nu in het dossier. Het andere is bewaard."
    )


def mine_does(first: str) -> str:
    return f"Dit komt in het dossier. Wat {first} invulde, blijft in de geschiedenis."


MINE_DOES_HERE = "Dit komt in het dossier. Het andere blijft in de geschiedenis."


def followers(count: int) -> str:
    """Above what was refused along with it."""
    return (
        "Dit hoort erbij en wacht ook"
        if count == 1
        else f"Deze {dutch.number(count)} horen erbij en wachten ook"
    )


def with_followers(sentence: str, count: int) -> str:
    """In the list: how many more, then why."""
    return f"Met nog {dutch.number(count)} erbij. {sentence}" if count else sentence


def until(day: date, today: date) -> str:
    """In the narrow column of the list."""
    return f"tot {dates.short(day, today)}"


def later_does(day: date, today: date) -> str:
    return f"Later kiezen: de vraag komt op {dutch.weekday_date(day, near=today)} terug."


def later_done(day: date, today: date) -> str:
    return f"Komt terug op {dutch.weekday_date(day, near=today)}"


def put_off(day: date, today: date) -> str:
    return f"Jij koos later te kiezen. De vraag komt op {dutch.weekday_date(day, near=today)} terug."


def both_does(veld: str, first: str) -> str:
    """Text 20, for the fields that have a second place and for texts."""
    if veld not in ("telefoon", "naam"):
        return "Beide bewaren: jouw tekst komt eronder, met je naam en de datum."
    if veld == "telefoon":
        return f"Beide bewaren: het nummer van {first} blijft staan, jouw nummer wordt het tweede nummer."
    return f"Beide bewaren: de naam van {first} blijft staan, jouw naam komt bij de handelsnamen."


def you_chose(keuze: str | None, other: str | None) -> str:
    if keuze == "ander" and other:
        return f"Jij koos wat {other} invulde."
    return YOU_CHOSE.get(keuze or "", "Dit is afgehandeld.")


def notice_title(code: str, parameters: Mapping[str, object]) -> str:
    """What it is about in a few words; empty when only the sentence can tell."""
    starts = (words for start, words in NOTICE_STARTS.items() if code.startswith(start))
    template = NOTICES.get(code) or next(starts, "")
    try:
        return template.format_map(parameters)
    except KeyError:
        return ""


def chosen_at(words: str, at: datetime | None, today: date) -> str:
    """Jij koos wat Fatima El Idrissi invulde, gisteren om 10:42."""
    return f"{words.removesuffix('.')}, {dates.at_moment(at, today)}." if at else words


def when_changed(at: datetime, today: date) -> str:
    return dates.moment_words(at, today)


def change(old: str | None, new: str | None) -> str:
    if old and new:
        return f"{old} werd {new}"
    return f"{new} ingevuld" if new else "leeggemaakt"


def by(words: str, who: str) -> str:
    return f"{words}, door {who}" if who else words
