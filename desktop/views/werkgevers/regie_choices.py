"""What this person may do about the regie of a werkgever, from its state and the table of rights. Pure."""

from __future__ import annotations

from desktop.models.queries.day_rows import Dossier
from desktop.models.rights import decides_for_others, may_do
from desktop.views.subject.strip_words import StripLink
from desktop.views.werkgevers import texts_header as words

ASK = StripLink("regie.neem", words.ASK)
ASSIGN = StripLink("regie.wijs_toe", words.ASSIGN)
TRANSFER = StripLink("regie.stel_overdracht_voor", words.TRANSFER)
ACCEPT = StripLink("regie.aanvaard_overdracht", words.ACCEPT)
DECLINE = StripLink("regie.weiger_overdracht", words.DECLINE)
WITHDRAW = StripLink("regie.trek_overdracht_in", words.WITHDRAW)
INTRODUCE = StripLink("regie.meld_kennismaking", words.INTRODUCE)
COMPLETE = StripLink("regie.rond_overdracht_af", words.COMPLETE)
STAND_IN = StripLink("regie.stel_waarneming_in", words.STAND_IN)
END_STAND_IN = StripLink("regie.beeindig_waarneming", words.END_STAND_IN)


def links(dossier: Dossier, me: str, role: str) -> tuple[StripLink, ...]:
    """At most two beside the strip, the likeliest first."""
    found = [link for link in _wanted(dossier, me, role) if may_do(role, link.key)]
    return tuple(found)


def _wanted(dossier: Dossier, me: str, role: str) -> tuple[StripLink, ...]:
    card = dossier.werkgever
    transfer = _of_transfer(dossier, me, role)
    if transfer is not None:
        return transfer
    if card.regiehouder_id is None:
        return () if card.regie_gevraagd else (ASK, ASSIGN)
    if card.regiehouder_id == me:
        stand_in = dossier.waarneming
        return (TRANSFER, END_STAND_IN if stand_in and stand_in.voor_id == me else STAND_IN)
    return (TRANSFER, ASSIGN) if decides_for_others(role) else ()


def _of_transfer(dossier: Dossier, me: str, role: str) -> tuple[StripLink, ...] | None:
    """None when no transfer asks for anything from this person."""
    found = dossier.overdracht
    if found is None:
        return None
    if found.status == "voorgesteld":
        if found.naar_id == me:
            return (ACCEPT, DECLINE)
        if found.van_id == me:
            return (WITHDRAW,)
        return (ACCEPT, WITHDRAW) if decides_for_others(role) else ()
    if found.naar_id == me:
        return (COMPLETE,) if found.status == "kennisgemaakt" else (INTRODUCE,)
    return None
