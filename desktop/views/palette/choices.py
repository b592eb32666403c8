"""Short lists that the palette asks to choose from before a form opens. Read on a reader; no widget here."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.day_rows import Treffer
from desktop.models.queries.kandidaat_rows import KandidaatFilter
from desktop.models.queries.plaatsing_rows import PlaatsingFilter
from desktop.models.rights import has_candidates
from desktop.models.rules.kandidaat import CLOSED
from desktop.views import dates
from desktop.views.backend import Backend
from desktop.views.palette.entries import CANDIDATE, PLACEMENT, TALK
from desktop.views.vandaag.texts import talk

DAYS, MOST = 60, 200
"""Talks of so many days ahead; so many placements."""


def talks(backend: Backend) -> Sequence[Treffer]:
    """Nazorg that I have to do, overdue first. The id is that of the placement and of the talk."""
    today = backend.today()
    return [
        Treffer(
            TALK,
            f"{row.plaatsing_id} {row.id}",
            row.werkgever_id,
            talk(row.spoor, row.naam),
            _near(row.kandidaat, row.werkgever, dates.spoken(row.gepland_op, today)),
            None,
        )
        for row in backend.nazorg_te_doen(DAYS)
    ]


def open_milestones(backend: Backend) -> Sequence[Treffer]:
    """Placements of which a milestone has passed that nobody confirmed; who has candidates: the own."""
    keuze = PlaatsingFilter(mijn=has_candidates(backend.rol), mijlpaal_open=True)
    return [
        Treffer(
            PLACEMENT,
            row.id,
            row.werkgever_id,
            row.kandidaat or row.werkgever,
            _near(row.werkgever if row.kandidaat else None, row.vacature, row.nummer),
            None,
        )
        for row in backend.plaatsingen(keuze, MOST).regels
    ]


def candidates(backend: Backend) -> Sequence[Treffer]:
    """Those of mine who can be put forward."""
    return [
        Treffer(CANDIDATE, row.id, "", row.naam, _near(row.nummer, row.beroep), None)
        for row in backend.kandidaten(KandidaatFilter())
        if row.status != CLOSED
    ]


def _near(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
