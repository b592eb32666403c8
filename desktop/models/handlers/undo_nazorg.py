"""Taking back what one did about nazorg, an instrument or a signaal (R11); what followed from it goes too."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers import inzet, undo_made
from desktop.models.handlers.nazorg import LABEL
from desktop.models.handlers.nazorg_rights import person_of
from desktop.models.handlers.own_candidate import remove
from desktop.models.handlers.signaal import OPEN
from desktop.models.handlers.undo_fields import TakenBack, require_unchanged, restore
from desktop.models.handlers.undo_made import made
from desktop.models.rules.nazorg import PLANNED
from desktop.models.tables import (
    InstrumentInzet,
    InstrumentTaak,
    Nazorgactie,
    NazorgPersoon,
    Signaal,
    Synced,
)
from desktop.models.work import Work


def added(work: Work, what: TakenBack) -> None:
    """`nazorg.voeg_toe`: while it is planned and nobody else changed it."""
    row = made(work, Nazorgactie, what, "nazorg")
    if row is not None:
        _remove_planned(work, row)


def _remove_planned(work: Work, row: Nazorgactie) -> None:
    if row.status != PLANNED:
        raise Weigering("ongedaan_nazorg_gedaan")
    require_unchanged(work, row)
    remove(work, row, work.get(NazorgPersoon, derive_id(row.id, "persoon")))


def changed(work: Work, what: TakenBack) -> None:
    """`nazorg.verzet` and `nazorg.vervalt`."""
    row = work.require(Nazorgactie, what.row_id or "", "nazorg_onbekend")
    restore(work, what, [row], row.werkgever_id, LABEL)


def finished(work: Work, what: TakenBack) -> None:
    """`nazorg.rond_af`: it is planned again; the next talk, the signaal and the contact go with it."""
    row = work.require(Nazorgactie, what.row_id or "", "nazorg_onbekend")
    person = person_of(work, row)
    follows = _followed(work, what)
    rows: list[Synced] = [row, *([person] if person else [])]
    if not restore(work, what, rows, row.werkgever_id, LABEL):
        return
    for one in follows:
        if isinstance(one, Nazorgactie):
            _remove_planned(work, one)
        else:
            remove(work, one)
    undo_made.contact(work, TakenBack(what.uuid, None))


def _followed(work: Work, what: TakenBack) -> list[Nazorgactie | Signaal]:
    """What the same command made besides; an answered signaal stands."""
    if what.uuid is None:
        return []
    talk = work.get(Nazorgactie, derive_id(what.uuid, "volgende"))
    told = work.get(Signaal, derive_id(what.uuid, "signaal"))
    if told is not None and told.status != OPEN:
        raise Weigering("ongedaan_signaal_beantwoord")
    return [one for one in (talk, told) if one is not None and one.verwijderd_op is None]


def signal(work: Work, what: TakenBack) -> None:
    """`signaal.meld`: until it was answered."""
    row = made(work, Signaal, what, "signaal")
    if row is None:
        return
    if row.status != OPEN:
        raise Weigering("ongedaan_signaal_beantwoord")
    remove(work, row)


def used(work: Work, what: TakenBack) -> None:
    """`instrument.zet_in`: with the administration that followed, while none of it was done."""
    row = made(work, InstrumentInzet, what, "inzet")
    if row is None:
        return
    require_unchanged(work, row)
    tasks = work.find(InstrumentTaak, InstrumentTaak.inzet_id == row.id)
    if any(task.status == "gedaan" for task in tasks):
        raise Weigering("ongedaan_taak_gedaan")
    remove(work, row, *tasks)


def updated(work: Work, what: TakenBack) -> None:
    """`instrument.werk_bij`: what hangs on its days follows again."""
    row = work.require(InstrumentInzet, what.row_id or "", "inzet_onbekend")
    if restore(work, what, [row], None, inzet.LABEL):
        inzet.follow_days(work, row)


def task(work: Work, what: TakenBack) -> None:
    """`instrument.rond_taak_af`."""
    row = work.require(InstrumentTaak, what.row_id or "", "taak_onbekend")
    restore(work, what, [row], None, inzet.LABEL)
