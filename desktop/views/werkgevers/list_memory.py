"""How this person left the list: order, two lines or columns, which and how wide. Kept on this laptop.

Read together with the first page, so that the list is at once as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter, WerkgeverRegel
from desktop.views.backend import Backend
from desktop.views.tables.window_reading import PAGE
from desktop.views.werkgevers import list_columns
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choice import Known
from desktop.views.werkgevers.list_columns import NARROWEST, WIDEST

NAME = "werkgevers"
ROWS, COLUMNS = "regels", "kolommen"


@dataclass(frozen=True, slots=True)
class Memory:
    """`widths` are those that a person chose, before the text factor."""

    order: str = "naam"
    view: str = ROWS
    columns: tuple[str, ...] = list_columns.USUAL
    widths: Mapping[str, int] = field(default_factory=dict)

    def stored(self) -> dict[str, object]:
        return {
            "volgorde": self.order,
            "weergave": self.view,
            "kolommen": list(self.columns),
            "breedten": dict(self.widths),
        }


def read(stored: Mapping[str, object]) -> Memory:
    """What makes no sense is as it usually is: an older or newer program may have written it."""
    order, view, columns, widths = (
        stored.get(key) for key in ("volgorde", "weergave", "kolommen", "breedten")
    )
    keys = (
        tuple(str(key) for key in columns if key in list_columns.BY_KEY) if isinstance(columns, list) else ()
    )
    sizes = widths if isinstance(widths, Mapping) else {}
    return Memory(
        str(order) if order in words.SORTS else "naam",
        str(view) if view in (ROWS, COLUMNS) else ROWS,
        keys or list_columns.USUAL,
        {
            str(key): max(NARROWEST, min(WIDEST, size))
            for key, size in sizes.items()
            if key in list_columns.BY_KEY and isinstance(size, int)
        },
    )


@dataclass(frozen=True, slots=True)
class Start:
    """The first thing that is read: how it was left, the first page, and who reads."""

    memory: Memory
    rows: tuple[WerkgeverRegel, ...]
    choice: WerkgeverFilter


@dataclass(frozen=True, slots=True)
class ReadStart:
    backend: Backend

    def __call__(self) -> Start:
        memory = read(self.backend.vensterstand(NAME) or {})
        choice = WerkgeverFilter(sortering=memory.order)
        return Start(memory, self.backend.werkgevers(choice, PAGE), choice)


@dataclass(frozen=True, slots=True)
class Names:
    """What filters are made of, the kept lists, and after how many days it is quiet."""

    known: Known
    lists: tuple[LijstRij, ...]
    quiet_days: int


@dataclass(frozen=True, slots=True)
class ReadNames:
    backend: Backend

    def __call__(self) -> Names:
        known = Known(
            self.backend.codes("gemeente"), self.backend.codes("segment"), self.backend.medewerkers()
        )
        return Names(known, self.backend.lijsten(), self.backend.voorkeuren().stil_dagen)


@dataclass(frozen=True, slots=True)
class Keep:
    """Writes it down."""

    backend: Backend
    memory: Memory

    def __call__(self) -> None:
        self.backend.bewaar_vensterstand(NAME, self.memory.stored())
