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
    region = work.context.actor.regio_id
    rows = {derive_id(region, LIJST, regel.code): regel for regel in command.regels}
    work.prefetch(Codewaarde, rows)
    new = changed = 0
    for row_id, regel in rows.items():
        row = work.get(Codewaarde, row_id)
        if row is None:
            values = {"code": regel.code, "label": regel.naam, "bron": command.bron, "volgorde": 0}
            work.add(Codewaarde(id=row_id, lijst=LIJST, **values))
            new += 1
        elif work.change(row, label=regel.naam, bron=command.bron, verwijderd_op=None):
            changed += 1
    parameters = {"nieuw": new, "gewijzigd": changed, "gelijk": len(rows) - new - changed}
    return Outcome(TOEGEPAST, None, None, parameters)
