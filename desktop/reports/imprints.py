"""What every sheet says about where it comes from: whose organisation, and how old the facts are."""

from __future__ import annotations

from desktop import dutch
from desktop.models.queries.laptop_rows import Stand
from desktop.reports import texts


def organisation(stand: Stand) -> str:
    """Werkcentrum Gooi en Vechtstreek, or that it is an oefenomgeving."""
    if stand.oefen:
        return texts.OEFENOMGEVING
    return stand.regio if stand.regio.startswith("Werkcentrum") else f"Werkcentrum {stand.regio}"


def state(stand: Stand) -> str:
    """Stand van 17 november 2026, 10:44. 1 wijziging nog niet verzonden."""
    moment = stand.bijgewerkt_op
    known = texts.NEVER_SYNCED if moment is None else texts.STATE_OF.format(dutch.long_moment(moment))
    if not stand.wachtend:
        return f"{known} {texts.ALL_SENT}"
    return f"{known} {texts.NOT_SENT_COUNT.format(dutch.count(stand.wachtend, 'wijziging', 'wijzigingen'))}"
