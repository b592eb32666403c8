"""Names of beroepen as values of a code list: everybody has them, also without network."""

from __future__ import annotations

from desktop.models.commands.beroepenlijst import ImporteerBeroepen
from desktop.models.context import derive_id
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import Codewaarde
from desktop.models.work import Work

LIJST = "beroep"


def bring_in(work: Work, command: ImporteerBeroepen) -> Outcome:
    """`beroepenlijst.importeer`: a code is one row for the whole region, whoever loads it and how often."""
    rows = {_id(work, regel.code): regel for regel in command.regels}
    gone = {_id(work, code) for code in command.vervallen} - rows.keys()
    work.prefetch(Codewaarde, {*rows, *gone})
    new = changed = ended = 0
    for row_id, regel in rows.items():
        row = work.get(Codewaarde, row_id)
        if row is None:
            values = {"code": regel.code, "label": regel.naam, "bron": command.bron, "volgorde": 0}
            work.add(Codewaarde(id=row_id, lijst=LIJST, **values))
            new += 1
        elif work.change(row, label=regel.naam, bron=command.bron, geldig_tot=None, verwijderd_op=None):
            changed += 1
    for row_id in sorted(gone):
        row = work.get(Codewaarde, row_id)
        if row is not None and row.geldig_tot is None:
            ended += work.change(row, geldig_tot=work.context.dag)
    parameters = {"nieuw": new, "gewijzigd": changed, "gelijk": len(rows) - new - changed}
    return Outcome(TOEGEPAST, None, None, parameters | {"vervallen": ended})


def _id(work: Work, code: str) -> str:
    return derive_id(work.context.actor.regio_id, LIJST, code)
