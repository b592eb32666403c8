"""Own candidates as choices of a field; empty for who holds none. Runs on a reader."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.kandidaat_rows import KandidaatFilter
from desktop.views.backend import Backend
from desktop.views.forms.sources import MOST_HITS, Searched
from desktop.views.widgets.pick_popup import Pick


def own() -> Searched:
    """By name, beroep or number."""
    return Searched(_find, _named)


def _find(backend: Backend, typed: str) -> Sequence[Pick]:
    rows = backend.kandidaten(KandidaatFilter(tekst=typed))
    return tuple(Pick(row.id, row.naam, row.beroep or "", "persoon") for row in rows[:MOST_HITS])


def _named(backend: Backend, ids: Sequence[str]) -> Sequence[Pick]:
    wanted = set(ids)
    rows = backend.kandidaten(KandidaatFilter())
    return tuple(Pick(row.id, row.naam, row.beroep or "", "persoon") for row in rows if row.id in wanted)
