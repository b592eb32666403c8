"""The rows about instruments and what they bring along behind `toon` and `export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from desktop.exporting import Rows
from desktop.laptop import Laptop
from desktop.models.queries import instrument, inzet

INSTRUMENTEN: Mapping[str, Callable[[Session, Laptop, str | None], Rows]] = {
    "instrument": lambda session, laptop, _id: instrument.instrumenten(session, laptop.today()),
    "instrument_inzet": lambda session, _laptop, _id: inzet.inzetten(session),
    "instrument_taak": lambda session, _laptop, _id: inzet.taken(session),
}
"""Kind → its rows on this laptop."""
