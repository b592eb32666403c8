"""What is known of this laptop, as named values: in short, and its marks. Pure."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.models.queries.day_rows import HierStaat, OpDezeLaptop
from desktop.views import dates, texts_popovers, texts_shell
from desktop.views import texts as window_texts
from desktop.views.deze_laptop import texts

WARNING_DAYS = 7
_ORDER, _KINDS = tuple(texts.GROUPS), tuple(texts_popovers.KINDS)


def short_facts(found: OpDezeLaptop, today: date) -> tuple[tuple[str, str], ...]:
    """Who, how fresh, how much, until when."""
    at = found.bijgewerkt_op
    rows = sum(row.aantal for row in found.aantallen)
    role = window_texts.ROLES.get(found.rol, found.rol).lower()
    waiting = texts_popovers.since_oldest(found.wachtend, found.oudste_wachtend, today)
    facts = [
        (texts.WHO, texts.person(found.medewerker, role)),
        (texts.UPDATED, dates.at_moment(at, today) if at else texts.NEVER),
        (texts.TO_SEND, waiting),
        (texts.ROWS, dutch.number(rows)),
        (texts.SIZE, texts_popovers.size(found.grootte)),
    ]
    if found.lease_tot is not None:
        facts.append((texts.LEASE, texts.lease_until(found.lease_tot, found.lease_dagen, today)))
    return tuple(facts)


def marks(found: OpDezeLaptop) -> tuple[tuple[str, str], ...]:
    """By what the beheerder knows this laptop, and of which version it is."""
    return (
        (texts.CENTRE, found.centrum or texts.NO_CENTRE),
        (texts.LAPTOP_ID, found.laptop_id),
        (texts.ACCESS, found.toegang or texts.NO_ACCESS),
        (texts.VERSION, found.versie),
        (texts.SCHEMA, found.schema),
    )


def lease_words(found: OpDezeLaptop) -> str:
    """The warning that is due; empty while there is time enough, or where nothing ends."""
    days = found.lease_dagen
    return texts_shell.lease_ends(days) if days is not None and days <= WARNING_DAYS else ""


def why(row: HierStaat) -> str:
    """The reason that rows are grouped by."""
    return row.waarom


def place(row: HierStaat) -> tuple[int, str, int]:
    """By why it is here; in a group what people know best comes first."""
    reason = _ORDER.index(row.waarom) if row.waarom in _ORDER else len(_ORDER)
    return reason, row.waarom, _KINDS.index(row.soort) if row.soort in _KINDS else len(_KINDS)
