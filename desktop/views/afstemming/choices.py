"""What can be chosen for an item, and which commands that is. Pure: a row in, choices or commands out."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.commands import NEWEST
from desktop.models.commands.versions import newest_arguments
from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.models.rules.conflict import both_possible as both_can_stay
from desktop.views.afstemming.items import CONFLICT, LATER, LEFT, NOTICE, OF_WHO_LEFT, READ, REFUSAL, is_open

CHOICES = ("mijne", "ander", "beide", LATER)
AGAIN = "opnieuw"
TAKE_OVER, DROP = "overnemen", "weglaten"
# By the numbers of the keys: Alt+1 … 4.
_CHOICES_OF = {
    CONFLICT: CHOICES,
    REFUSAL: (AGAIN, READ, None, LATER),
    LEFT: (TAKE_OVER, DROP),
    NOTICE: (READ,),
}
# Sending it again would only be refused again, or goes by itself.
_NOT_AGAIN = frozenset({"opdracht_te_groot", "opdracht_dubbel", "opdracht_nog_onbekend"})


def next_working_day(today: date) -> date:
    """When a question that was put off comes back."""
    day = today + timedelta(days=1)
    while day.isoweekday() > 5:
        day += timedelta(days=1)
    return day


def choice(item: AfstemmingRij, number: int) -> str | None:
    """What the number of a key stands for; None when this item has no such choice."""
    kind = LEFT if item.code == OF_WHO_LEFT else item.soort
    offered = _CHOICES_OF.get(kind, ())
    keuze = offered[number] if 0 <= number < len(offered) and is_open(item) else None
    if (keuze == "beide" and not both_possible(item)) or (keuze == AGAIN and not again_possible(item)):
        return None
    return keuze


def again_possible(item: AfstemmingRij) -> bool:
    """Whether what was refused can be sent once more as it is."""
    known = all(one in NEWEST for one in (item.opdracht, *(more.opdracht for more in item.gevolgen)))
    return item.soort == REFUSAL and known and item.code not in _NOT_AGAIN


def sent_again(item: AfstemmingRij) -> tuple[tuple[str, dict[str, object]], ...]:
    """The refused command and what followed from it, in order, as this program sends them."""
    own = (item.opdracht or "", newest_arguments(item.opdracht or "", item.opdracht_versie, item.argumenten))
    more = (
        (one.opdracht, newest_arguments(one.opdracht, one.opdracht_versie, one.argumenten))
        for one in item.gevolgen
    )
    return (own, *more)


def both_possible(item: AfstemmingRij) -> bool:
    """Whether both values can stay; of an older centre only the field is known."""
    if item.tabel is None:
        return item.veld in ("telefoon", "naam")
    return both_can_stay(item.tabel, item.veld)
