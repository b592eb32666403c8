"""Dutch texts of the header: the regie in every state, and what can be done about it."""

from __future__ import annotations

from datetime import date

from desktop import dutch

LAST_CONTACT, PLANNED = "Laatste contact", "Gepland"
# Verb and what follows the day: jij kwam op 21 september langs.
SAID = {
    "bezoek": ("kwam", "langs"),
    "telefoon": ("belde", ""),
    "e-mail": ("mailde", ""),
    "video": ("sprak", "via video"),
    "evenement": ("sprak", "op een evenement"),
    "brief": ("schreef", ""),
}

# links of the strip
ASK, ASSIGN, TRANSFER, STAND_IN = "Regie vragen", "Toewijzen", "Overdragen", "Waarneming instellen"
ACCEPT, DECLINE, WITHDRAW = "Aanvaarden", "Weigeren", "Intrekken"
INTRODUCE, COMPLETE, END_STAND_IN = "Kennismaking melden", "Overdracht afronden", "Waarneming beëindigen"

# menu Meer
EDIT_FACTS, QUIET_MENU, MERGE = "Gegevens wijzigen", "Niet benaderen", "Samenvoegen met een andere werkgever"
NEW_PERSON, NEW_PLACE, NEW_AGREEMENT = "Contactpersoon toevoegen", "Vestiging toevoegen", "Afspraak maken"

# after something was done
ACCEPTED = "De overdracht is aanvaard, nog niet bevestigd."
DECLINED = "Je weigerde de overdracht, nog niet bevestigd."
WITHDRAWN = "De overdracht is ingetrokken, nog niet bevestigd."
COMPLETED = "Overdracht afgerond"
STAND_IN_ENDED = "De waarneming eindigt, nog niet bevestigd."


def first(name: str) -> str:
    return name.split(" ", 1)[0]


def transfers_to_you(name: str) -> str:
    return f"{name} draagt de regie aan jou over."


def keeps_until_you_accept(name: str) -> str:
    return f"Tot je aanvaardt, houdt {first(name)} de regie."


def you_transfer_to(name: str) -> str:
    return f"Je draagt de regie over aan {name}."


def you_keep_until(name: str) -> str:
    return f"Tot {first(name)} aanvaardt, houd jij de regie."


def transfers(old: str, new: str) -> str:
    return f"{old} draagt de regie over aan {new}."


def keeps_until(old: str, new: str) -> str:
    return f"Tot {first(new)} aanvaardt, houdt {first(old)} de regie."


def taken_over_from(name: str) -> str:
    return f"Je nam de regie over van {name}. Maak nu kennis bij de werkgever."


def introduced(name: str) -> str:
    return f"Je nam de regie over van {name} en maakte kennis. Rond de overdracht af."


def stands_in(name: str, holder: str, until: date) -> str:
    return f"{name} neemt waar voor {holder}, tot {dutch.long_date(until)}."


def you_stand_in(holder: str, until: date) -> str:
    return f"Jij neemt waar voor {holder}, tot {dutch.long_date(until)}."


def stands_in_for_you(name: str, until: date) -> str:
    return f"{name} neemt voor jou waar, tot {dutch.long_date(until)}."


def approaches(name: str, until: date) -> str:
    return f"{name} benadert deze werkgever, tot {dutch.long_date(until)}."


def you_approach(until: date) -> str:
    return f"Jij benadert deze werkgever, tot {dutch.long_date(until)}."


def pressure(count: int) -> str:
    return f"{dutch.number(count)} contacten in 90 dagen. Overleg voor je weer contact zoekt."


def inactive(since: date | None) -> str:
    return (
        f"Deze werkgever is opgeheven op {dutch.long_date(since)}." if since else "Deze werkgever is gestopt."
    )


def part_of(concern: str) -> str:
    return f"onderdeel van {concern}"


def merge_with(name: str) -> str:
    return f"Welke werkgever is dezelfde als {name}?"
