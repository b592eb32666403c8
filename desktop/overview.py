"""The werkgeversoverzicht from this laptop's rows: which sheets, for whom, and the audit line of printing.

Offline by nature: it reads the local database and says on each sheet how old that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.errors import InputRefused, Weigering
from desktop.models.queries.werkgever_rows import WerkgeverFilter, Werkgeversblad

if TYPE_CHECKING:
    from desktop.laptop import Laptop

EDITIONS = ("intern", "werkgever")
PAGE = 500


def write(
    laptop: Laptop,
    pad: Path,
    werkgever_id: str | None,
    accountmanager_id: str | None,
    voor: str,
    stop: Callable[[], bool],
    progress: Callable[[int], None] = lambda _done: None,
) -> Path:
    """One werkgever, one accountmanager's portfolio, or (both None) all; returns the path."""
    from desktop.reports.werkgeversoverzicht import Order, write_overview

    if voor not in EDITIONS:
        raise InputRefused({"voor": Weigering("geen_keuze", keuzes=", ".join(EDITIONS))})
    name = _name(laptop, accountmanager_id) if accountmanager_id else None
    whole = werkgever_id is None and accountmanager_id is None
    edition: str = voor
    order = Order(
        "intern" if edition == "intern" else "werkgever",
        laptop.actor.naam,
        laptop.now(),
        accountmanager=name,
        all=whole,
    )
    sheets = iter([laptop.blad(werkgever_id)]) if werkgever_id else _sheets(laptop, accountmanager_id)
    write_overview(pad, sheets, laptop.stand(), order, on_progress=progress, stop=stop)
    subject = f"werkgever:{werkgever_id}" if werkgever_id else f"medewerker:{accountmanager_id}"
    laptop.log(f"overzicht.druk_af_{voor}", "werkgever:alle" if whole else subject)
    return pad


def write_chosen(
    laptop: Laptop,
    pad: Path,
    werkgever_ids: Sequence[str],
    voor: str,
    stop: Callable[[], bool],
    progress: Callable[[int], None] = lambda _done: None,
) -> Path:
    """These werkgevers in this order; returns the path."""
    from desktop.reports.werkgeversoverzicht import Order, write_overview

    if voor not in EDITIONS:
        raise InputRefused({"voor": Weigering("geen_keuze", keuzes=", ".join(EDITIONS))})
    order = Order(
        "intern" if voor == "intern" else "werkgever",
        laptop.actor.naam,
        laptop.now(),
        chosen=len(werkgever_ids),
    )
    sheets = (laptop.blad(one) for one in werkgever_ids)
    write_overview(pad, sheets, laptop.stand(), order, on_progress=progress, stop=stop)
    laptop.log(f"overzicht.druk_af_{voor}", f"werkgever:{len(werkgever_ids)}")
    return pad


def _name(laptop: Laptop, medewerker_id: str) -> str:
    for person in laptop.medewerkers():
        if person.id == medewerker_id:
            return person.naam
    raise Weigering("medewerker_onbekend", id=medewerker_id)


def _sheets(laptop: Laptop, accountmanager_id: str | None) -> Iterator[Werkgeversblad]:
    """Read one by one, so that all werkgevers of a region never stand in memory together."""
    keuze = WerkgeverFilter(regiehouder_id=accountmanager_id)
    for line in laptop.werkgevers(keuze, None):
        yield laptop.blad(line.id)
