"""The region's own schedule: each line by its code, changed by who leads or looks after the region."""

from __future__ import annotations

from typing import Any

from desktop.models.commands.nazorg import StelNazorgregelVast
from desktop.models.context import derive_id
from desktop.models.errors import InputRefused, Weigering
from desktop.models.fields import to_plain
from desktop.models.handlers.fields import change_fields, note_made, set_fields
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.nazorg import AFTER_LINE
from desktop.models.tables import Nazorgregel
from desktop.models.work import Work

CODE_ALONE = frozenset({"code"})


def settle(work: Work, command: StelNazorgregelVast) -> Outcome:
    """`nazorgregel.stel_vast`: what is planned already stays as it is."""
    if (command.anker == AFTER_LINE) != (command.na_regel is not None):
        raise InputRefused({"na_regel": Weigering("nazorgregel_na_wat")})
    if command.na_regel == command.code:
        raise InputRefused({"na_regel": Weigering("nazorgregel_na_zichzelf")})
    values = _values(command)
    row_id = derive_id(work.context.actor.regio_id, "nazorgregel", command.code)
    row = work.get(Nazorgregel, row_id)
    if row is None:
        row = work.add(Nazorgregel(id=row_id, code=command.code, **values))
        note_made(work, row, "naam", None)
        return Outcome(TOEGEPAST, row_id)
    set_fields(work, row, {"verwijderd_op": None}, None)
    return change_fields(work, row, values, None, command.naam)


def _values(command: StelNazorgregelVast) -> dict[str, Any]:
    names = (
        *("spoor", "naam", "anker", "na_regel", "verschuiving", "eenheid", "herhaal_maanden"),
        *("actief", "volgorde", "bron"),
    )
    values = {name: getattr(command, name) for name in names}
    return values | {"alleen_bij": to_plain(command.alleen_bij) if command.alleen_bij else None}
