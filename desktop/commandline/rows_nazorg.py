"""The rows about instruments and what they bring along behind `toon` and `export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from desktop.exporting import Rows
from desktop.laptop import Laptop
from desktop.models.errors import Weigering
from desktop.models.queries import instrument, inzet, nazorg_schedule


def _proposed(session: Session, laptop: Laptop, plaatsing_id: str | None) -> Rows:
    """What the schedule proposes for the placement that is named."""
    found = nazorg_schedule.voorstel(session, plaatsing_id or "", laptop.today())
    if found is None:
        raise Weigering("plaatsing_onbekend", id=plaatsing_id or "")
    return found.regels


INSTRUMENTEN: Mapping[str, Callable[[Session, Laptop, str | None], Rows]] = {
    "instrument": lambda session, laptop, _id: instrument.instrumenten(session, laptop.today()),
    "instrument_inzet": lambda session, _laptop, _id: inzet.inzetten(session),
    "instrument_taak": lambda session, _laptop, _id: inzet.taken(session),
    "nazorgvoorstel": _proposed,
}
"""Kind → its rows on this laptop."""
OF_ANOTHER = frozenset({"nazorgvoorstel"})
"""Kinds of which `--id` names what they are about: their rows are not in the database."""
