"""Taking back changes, one function per command that changes a row."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.undo_fields import TakenBack, changed_since, lines_of, restore
from desktop.models.handlers.vestiging import show_main
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Synced,
    Vestiging,
    Werkgever,
)
from desktop.models.work import Work


def contact(work: Work, what: TakenBack) -> None:
    """`contact.wijzig` and `contact.zet_vast`: the contact and its note."""
    row = work.require(Contactmoment, what.row_id or "", "contactmoment_onbekend")
    note = work.get(Contactnotitie, derive_id(row.id, "notitie"))
    rows: list[Synced] = [row, *([note] if note else [])]
    restore(work, what, rows, row.werkgever_id, "dit contact")


def werkgever(work: Work, what: TakenBack) -> None:
    """`werkgever.wijzig`: of the row that was meant, or of the one that stood for it then."""
    meant = work.require(Werkgever, what.row_id or "", "werkgever_onbekend")
    row = work.werkgever(meant.id)
    _require_free_number(work, what, row)
    if restore(work, what, [row], row.id, row.naam):
        row.zoeknaam = search_name(row.naam)


def _require_free_number(work: Work, what: TakenBack, row: Werkgever) -> None:
    """A KvK number that would return may have gone to another werkgever meanwhile."""
    lines = lines_of(work, what.uuid, [row]) if what.uuid else []
    number = next((line.oud for _, line in lines if line.veld == "kvk_nummer"), None)
    other = work.by_kvk(number) if number else None
    if other is not None and other.id != row.id:
        raise Weigering("kvk_van_ander", naam=other.naam, kvk_nummer=other.kvk_nummer)


def contactpersoon(work: Work, what: TakenBack) -> None:
    """`contactpersoon.wijzig`."""
    row = work.require(Contactpersoon, what.row_id or "", "contactpersoon_onbekend")
    restore(work, what, [row], row.werkgever_id, row.naam)


def vestiging(work: Work, what: TakenBack) -> None:
    """`vestiging.wijzig`: also of the place that was hoofdvestiging before."""
    row = work.require(Vestiging, what.row_id or "", "vestiging_onbekend")
    places = work.find(Vestiging, Vestiging.werkgever_id == row.werkgever_id)
    _require_no_other_main(work, what, row, places)
    if restore(work, what, places, row.werkgever_id, row.naam or "de vestiging"):
        show_main(work, work.werkgever(row.werkgever_id))


def _require_no_other_main(work: Work, what: TakenBack, row: Vestiging, places: Sequence[Vestiging]) -> None:
    """Another place became hoofdvestiging meanwhile: there is one before and after."""
    lines = lines_of(work, what.uuid, places) if what.uuid else []
    ours = {place.id for place, line in lines if line.veld == "hoofdvestiging"}
    if ours and any(place.hoofdvestiging and place.id not in ours for place in places):
        raise changed_since(work, row.id, "hoofdvestiging")


def actie(work: Work, what: TakenBack) -> None:
    """`actie.rond_af` and `actie.verzet`: it is open again, or on its old day."""
    row = work.require(Actie, what.row_id or "", "actie_onbekend")
    restore(work, what, [row], row.werkgever_id, row.gevraagde_handeling)


def afspraak(work: Work, what: TakenBack) -> None:
    """`afspraak.beeindig`: it runs again."""
    row = work.require(Afspraak, what.row_id or "", "afspraak_onbekend")
    restore(work, what, [row], row.werkgever_id, row.inhoud[:70])
