"""Places where a werkgever works, and what the werkgever's own row keeps of its hoofdvestiging."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.models.commands.werkgever import RegistreerVestiging, WijzigVestiging
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, wanted_fields
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import Vestiging, Werkgever
from desktop.models.values import fold
from desktop.models.work import Work

ADDRESS = ("straat", "huisnummer", "toevoeging", "postcode", "woonplaats", "gemeente_code")


def gemeente_of(work: Work, gemeente_code: str | None, postcode: str | None) -> str | None:
    """The gemeente as given, or else the one of the postcode for the region's own postcodes."""
    if gemeente_code:
        return gemeente_code
    return work.current_codes("pc4").get(postcode[:4]) if postcode else None


def register(work: Work, command: RegistreerVestiging) -> Outcome:
    """`vestiging.registreer`. A vestigingsnummer needs a KvK number; the same number is the same place."""
    werkgever = work.werkgever(command.werkgever_id)
    if command.vestigingsnummer and not werkgever.kvk_nummer:
        raise Weigering("vestigingsnummer_zonder_kvk")
    existing = work.find(Vestiging, Vestiging.werkgever_id == werkgever.id)
    for row in existing:
        if command.vestigingsnummer and row.vestigingsnummer == command.vestigingsnummer:
            return Outcome(TOEGEPAST, row.id)
    row_id = command.id or work.context.derive_id("vestiging")
    if work.get(Vestiging, row_id) is None:
        place(work, werkgever, command, row_id, existing)
    return Outcome(TOEGEPAST, row_id)


def place(
    work: Work,
    werkgever: Werkgever,
    source: Any,
    row_id: str,
    existing: Iterable[Vestiging],
    batch: str | None = None,
) -> Vestiging:
    """Adds a vestiging from anything with address fields beside the existing ones.

    The first one is the hoofdvestiging, and a new hoofdvestiging takes the place of the old one; which one
    that was stays in the history, of the import when there is a `batch`.
    """
    existing = list(existing)
    row = Vestiging(
        id=row_id,
        werkgever_id=werkgever.id,
        vestigingsnummer=source.vestigingsnummer if werkgever.kvk_nummer else None,
        naam=getattr(source, "naam", None),
        hoofdvestiging=bool(getattr(source, "hoofdvestiging", False)) or not existing,
        adres_afgeschermd=bool(getattr(source, "adres_afgeschermd", False)),
        **{name: getattr(source, name) for name in ADDRESS},
    )
    row.gemeente_code = gemeente_of(work, row.gemeente_code, row.postcode)
    work.add(row)
    if row.hoofdvestiging:
        for other in existing:
            label = other.naam or "de vestiging"
            change_fields(work, other, {"hoofdvestiging": False}, werkgever.id, label, batch)
        show_on_werkgever(work, werkgever, row)
    return row


def show_on_werkgever(work: Work, werkgever: Werkgever, row: Vestiging) -> None:
    """The list reads place and gemeente from the werkgever itself."""
    if (werkgever.plaats, werkgever.gemeente_code) == (row.woonplaats, row.gemeente_code):
        return
    if work.made_now(werkgever):
        werkgever.plaats, werkgever.gemeente_code = row.woonplaats, row.gemeente_code
    else:
        work.change(werkgever, plaats=row.woonplaats, gemeente_code=row.gemeente_code)


def show_main(work: Work, werkgever: Werkgever) -> None:
    """Which place that is may have changed: the oldest one is it when there is none left."""
    places = work.find(Vestiging, Vestiging.werkgever_id == werkgever.id)
    main = next((row for row in places if row.hoofdvestiging), None)
    if main is None and places:
        main = min(places, key=lambda row: (row.aangemaakt_op, row.id))
        work.change(main, hoofdvestiging=True)
    if main is not None:
        show_on_werkgever(work, werkgever, main)
    else:
        work.change(werkgever, plaats=None, gemeente_code=None)


def same_place(row: Vestiging, source: Any) -> bool:
    """The same number, or else the same address (and the same name when both have one)."""
    if source.vestigingsnummer and row.vestigingsnummer:
        return bool(source.vestigingsnummer == row.vestigingsnummer)
    if source.naam and row.naam and source.naam != row.naam:
        return False
    if fold(row.straat or "") != fold(source.straat or ""):
        return False
    ours = (row.postcode, row.huisnummer, row.toevoeging, row.woonplaats)
    return ours == (source.postcode, source.huisnummer, source.toevoeging, source.woonplaats)


def change(work: Work, command: WijzigVestiging) -> Outcome:
    """`vestiging.wijzig`: only the fields named. There is one hoofdvestiging before and after."""
    row = work.require(Vestiging, command.vestiging_id, "vestiging_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("vestiging_onbekend", id=row.id)
    werkgever = work.werkgever(row.werkgever_id)
    wanted = wanted_fields(command, Vestiging, frozenset({"vestiging_id", "wis"}))
    if wanted.get("postcode") and "gemeente_code" not in wanted:
        wanted["gemeente_code"] = gemeente_of(work, None, command.postcode)
    others = [one for one in work.find(Vestiging, Vestiging.werkgever_id == werkgever.id) if one.id != row.id]
    _require_fits(werkgever, row, wanted, others)
    outcome = change_fields(work, row, wanted, werkgever.id, row.naam or "de vestiging")
    if row.hoofdvestiging:
        for other in others:
            change_fields(work, other, {"hoofdvestiging": False}, werkgever.id, other.naam or "de vestiging")
        show_on_werkgever(work, werkgever, row)
    return outcome


def _require_fits(
    werkgever: Werkgever, row: Vestiging, wanted: dict[str, Any], others: Iterable[Vestiging]
) -> None:
    number = wanted.get("vestigingsnummer")
    if number and not werkgever.kvk_nummer:
        raise Weigering("vestigingsnummer_zonder_kvk")
    if number and any(one.vestigingsnummer == number for one in others):
        raise Weigering("vestigingsnummer_van_ander", vestigingsnummer=number)
    if row.hoofdvestiging and wanted.get("hoofdvestiging") is False:
        raise Weigering("hoofdvestiging_nodig")
