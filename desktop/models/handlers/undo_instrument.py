"""Taking back what one did with the catalogue of instruments, or with one for a candidate (R11)."""

from __future__ import annotations

from desktop.models.errors import Weigering
from desktop.models.handlers import inzet
from desktop.models.handlers.own_candidate import remove
from desktop.models.handlers.undo_fields import TakenBack, require_unchanged, restore
from desktop.models.handlers.undo_made import made
from desktop.models.tables import Instrument, InstrumentInzet, InstrumentTaak
from desktop.models.work import Work


def recorded(work: Work, what: TakenBack) -> None:
    """`instrument.leg_vast`: while nobody used it; the version before runs on as it did."""
    row = made(work, Instrument, what, "instrument")
    if row is None:
        return
    if work.find(InstrumentInzet, InstrumentInzet.instrument_id == row.id):
        raise Weigering("ongedaan_instrument_gebruikt")
    require_unchanged(work, row)
    remove(work, row)
    if what.uuid is not None:
        versions = work.find(Instrument, Instrument.code == row.code)
        restore(work, what, versions, None, row.naam)


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
