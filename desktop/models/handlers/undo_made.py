"""Taking back what one made: the row goes, unless a colleague built on it (R11)."""

from __future__ import annotations

from typing import Any, TypeVar

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.involving import end_involvement
from desktop.models.handlers.undo_fields import (
    TakenBack,
    lines_of,
    name_of,
    require_own,
    require_unchanged,
)
from desktop.models.handlers.vestiging import show_main
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactnotitie,
    Contactpersoon,
    Overdracht,
    Plaatsing,
    Regie,
    Reservering,
    Signaal,
    Synced,
    Vacature,
    Vestiging,
    Voordracht,
    Waarneming,
    Werkgever,
    Werkgeversvraag,
)
from desktop.models.work import Work

Row = TypeVar("Row", bound=Synced)
OPEN = "te_verwerken"
HANGS: tuple[type[Any], ...] = (
    Regie,
    Contactmoment,
    Contactpersoon,
    Actie,
    Afspraak,
    Reservering,
    Overdracht,
    Waarneming,
    Werkgeversvraag,
    Vacature,
    Voordracht,
    Plaatsing,
    Signaal,
)


def made(work: Work, cls: type[Row], what: TakenBack, kind: str) -> Row | None:
    """The actor's own row: under the id that the command gave it, or the one that was asked for."""
    derived = work.get(cls, derive_id(what.uuid, kind)) if what.uuid else None
    row = derived or (work.get(cls, what.row_id) if what.row_id else None)
    if row is None or row.regio_id != work.context.actor.regio_id or row.verwijderd_op is not None:
        return None
    require_own(work, row.aangemaakt_door)
    return row


def _remove(work: Work, row: Synced) -> None:
    work.change(row, verwijderd_op=work.context.tijd)


def refuse_if_used(work: Work, rows: Any) -> None:
    """Somebody else's row hangs on it."""
    me = work.context.actor.medewerker_id
    other = next((row for row in rows if row.aangemaakt_door != me), None)
    if other is not None:
        raise Weigering("ongedaan_hangt_aan", wie=name_of(work, other.aangemaakt_door))


def contact(work: Work, what: TakenBack) -> None:
    """`contact.leg_vast`: the contact and its note; what colleagues planned from it keeps it there."""
    row = made(work, Contactmoment, what, "contactmoment")
    if row is None:
        return
    for cls in (Actie, Afspraak):
        refuse_if_used(work, work.find(cls, cls.contactmoment_id == row.id))
    note = work.get(Contactnotitie, derive_id(row.id, "notitie"))
    _remove(work, row)
    if note is not None and note.verwijderd_op is None:
        _remove(work, note)
    end_involvement(work, row.werkgever_id, row.medewerker_id)


def actie(work: Work, what: TakenBack) -> None:
    """`actie.maak` and `contactverzoek.doe`: while it is open and nobody changed it."""
    row = made(work, Actie, what, "actie") or made(work, Actie, what, "contactverzoek")
    if row is None:
        return
    if row.status != OPEN and row.gewijzigd_door != work.context.actor.medewerker_id:
        raise Weigering("ongedaan_al_afgerond", wie=name_of(work, row.gewijzigd_door))
    require_unchanged(work, row)
    _remove(work, row)


def afspraak(work: Work, what: TakenBack) -> None:
    """`afspraak.maak`."""
    row = made(work, Afspraak, what, "afspraak")
    if row is not None:
        require_unchanged(work, row)
        _remove(work, row)


def contactpersoon(work: Work, what: TakenBack) -> None:
    """`contactpersoon.registreer`: unless a colleague spoke with this person."""
    row = made(work, Contactpersoon, what, "contactpersoon")
    if row is None:
        return
    require_unchanged(work, row)
    notes = work.find(Contactnotitie, Contactnotitie.werkgever_id == row.werkgever_id)
    refuse_if_used(work, (note for note in notes if row.id in (note.contactpersoon_ids or ())))
    _remove(work, row)


def vestiging(work: Work, what: TakenBack) -> None:
    """`vestiging.registreer`: the hoofdvestiging of before is that again."""
    row = made(work, Vestiging, what, "vestiging")
    if row is None:
        return
    require_unchanged(work, row)
    for cls in (Contactpersoon, Contactmoment):
        refuse_if_used(work, work.find(cls, cls.vestiging_id == row.id))
    others = [
        one for one in work.find(Vestiging, Vestiging.werkgever_id == row.werkgever_id) if one.id != row.id
    ]
    before = [place for place, _ in lines_of(work, what.uuid, others)] if what.uuid else []
    was_main = row.hoofdvestiging
    work.change(row, verwijderd_op=work.context.tijd, hoofdvestiging=False)
    if was_main and before:
        work.change(before[0], hoofdvestiging=True)
    show_main(work, work.werkgever(row.werkgever_id))


def werkgever(work: Work, what: TakenBack) -> None:
    """`werkgever.registreer`: only while nothing hangs on it; its places go along."""
    row = made(work, Werkgever, what, "werkgever")
    if row is None:
        return
    if work.find_all(Werkgever, Werkgever.samengevoegd_met == row.id):
        raise Weigering("ongedaan_samengevoegd", naam=row.naam)
    if any(work.find(cls, cls.werkgever_id == row.id) for cls in HANGS):
        raise Weigering("ongedaan_werkgever_in_gebruik", naam=row.naam)
    require_unchanged(work, row)
    places = work.find(Vestiging, Vestiging.werkgever_id == row.id)
    refuse_if_used(work, places)
    for place in places:
        _remove(work, place)
    _remove(work, row)
