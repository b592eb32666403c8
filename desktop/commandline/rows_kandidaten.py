"""The rows about candidates behind `toon` and `export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from desktop.exporting import Rows
from desktop.laptop import Laptop
from desktop.models.queries import kandidaat, kandidaatregie, profiel
from desktop.models.queries.kandidaat_rows import ProfielFilter


def _cards(session: Session, laptop: Laptop, row_id: str | None) -> Rows:
    wanted = None if row_id is None else [row_id]
    return kandidaat.kaarten(session, laptop.medewerker_id, laptop.today(), wanted)


KANDIDATEN: Mapping[str, Callable[[Session, Laptop, str | None], Rows]] = {
    "kandidaat": _cards,
    "profiel": lambda session, _laptop, _id: profiel.profielen(session, ProfielFilter()),
    "kandidaatregie": lambda session, laptop, _id: kandidaatregie.regies(session, laptop.today()),
    "kandidaat_overdracht": lambda session, _laptop, _id: kandidaatregie.offers(session),
    "kandidaat_waarneming": lambda session, _laptop, _id: kandidaatregie.waarnemingen(session),
}
"""Kind → its rows on this laptop; with an id that one where it costs much to make all."""
