"""Where the choices of a field come from: a list that is read when the form opens, or a search while typing.

All of it runs on a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.backend import Backend
from desktop.views.widgets.pick_popup import Pick

MOST_HITS = 8
Asks = Callable[[str], bool]
"""A question about a role, such as `rights.has_candidates`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All choices at once."""

    read: Callable[[Backend], Sequence[Pick]]


@dataclass(frozen=True, slots=True)
class Searched:
    """`find` what fits what is typed; `named` gives their words back for ids, such as those of a draft."""

    find: Callable[[Backend, str], Sequence[Pick]]
    named: Callable[[Backend, Sequence[str]], Sequence[Pick]] | None = None


Source = Listed | Searched


def codes(lijst: str) -> Listed:
    """A code list."""
    return Listed(partial(_codes, lijst))


def _codes(lijst: str, backend: Backend) -> Sequence[Pick]:
    return tuple(Pick(row.code, row.label, icon="") for row in backend.codes(lijst))


def colleagues(may: Asks, *, but_me: bool = False) -> Listed:
    """Who works here now and whose role answers the question with yes."""
    return Listed(partial(_colleagues, may, but_me))


def _colleagues(may: Asks, but_me: bool, backend: Backend) -> Sequence[Pick]:
    me = backend.medewerker_id if but_me else ""
    rows = (row for row in backend.medewerkers() if row.actief and may(row.rol) and row.id != me)
    return tuple(Pick(row.id, row.naam, row.organisatie or "") for row in rows)


def partners(new: Pick | None = None) -> Listed:
    """To whom an employer can be referred; `new` stands last, for one that is not in the register yet."""
    return Listed(partial(_partners, new))


def _partners(new: Pick | None, backend: Backend) -> Sequence[Pick]:
    known = tuple(Pick(row.id, row.naam, row.contactnaam or "") for row in backend.partners())
    return (*known, new) if new is not None else known


def employers() -> Searched:
    """Werkgevers by name, place or KvK number."""
    return Searched(_find_employers, _named_employers)


def _find_employers(backend: Backend, typed: str) -> Sequence[Pick]:
    if not typed:
        return ()
    rows = backend.werkgevers(WerkgeverFilter(tekst=typed), MOST_HITS)
    return tuple(Pick(row.id, row.naam, row.plaats or "", "werkgever") for row in rows)


def _named_employers(backend: Backend, ids: Sequence[str]) -> Sequence[Pick]:
    rows = backend.werkgevers_met(tuple(ids))
    return tuple(Pick(row.id, row.naam, row.plaats or "", "werkgever") for row in rows)


def beroepen() -> Searched:
    """The beroepen that the region loaded; without a list nothing is suggested."""
    return Searched(_find_beroepen)


def _find_beroepen(backend: Backend, typed: str) -> Sequence[Pick]:
    return tuple(Pick(row.code, row.label, icon="") for row in backend.beroepen(typed, MOST_HITS))


def contactpersonen(werkgever_id: str) -> Listed:
    """The people at one werkgever."""
    return Listed(partial(_contactpersonen, werkgever_id))


def _contactpersonen(werkgever_id: str, backend: Backend) -> Sequence[Pick]:
    today = backend.today()
    rows = backend.dossier(werkgever_id).contactpersonen
    here = (row for row in rows if row.tot is None or row.tot >= today)
    return tuple(Pick(row.id, row.naam, row.functie or "") for row in here)


def fixed(options: tuple[tuple[str, str], ...]) -> Listed:
    """(code, words) that are the same everywhere."""
    picks = tuple(Pick(code, words, icon="") for code, words in options)
    return Listed(lambda _backend: picks)
