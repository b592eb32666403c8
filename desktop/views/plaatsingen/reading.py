"""Everything that the detail of a placement shows, read in one go on a reader."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.plaatsing_rows import PlaatsingKaart
from desktop.views.backend import Backend


@dataclass(frozen=True, slots=True)
class Placement:
    """One placement with its care, and its instruments where this laptop holds the person."""

    card: PlaatsingKaart
    talks: tuple[NazorgRij, ...]
    used: tuple[InzetRij, ...]
    tasks: tuple[InstrumentTaakRij, ...]


def read(backend: Backend, plaatsing_id: str) -> Placement:
    card = backend.plaatsing(plaatsing_id)
    talks = backend.nazorg_van_plaatsing(plaatsing_id)
    if not card.persoon_hier:
        return Placement(card, talks, (), ())
    return Placement(
        card,
        talks,
        backend.inzetten(plaatsing_id=plaatsing_id),
        backend.instrumenttaken(plaatsing_id=plaatsing_id),
    )
