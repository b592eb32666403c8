"""What the list of werkgevers is read from; how it is read is in `tables/window_reading`."""

from __future__ import annotations

from desktop.frozen import dataclass
from desktop.models.queries.ids import Ids
from desktop.models.queries.werkgever_rows import WerkgeverFilter, WerkgeverRegel
from desktop.views.backend import Backend
from desktop.views.tables.window_reading import PAGE, FirstPage


@dataclass(frozen=True, slots=True)
class Employers:
    """On a reader's thread."""

    backend: Backend

    def first(self, choice: WerkgeverFilter) -> FirstPage[WerkgeverRegel]:
        page = self.backend.eerste_werkgevers(choice, PAGE)
        return FirstPage(page.regels, page.geheel)

    def order(self, choice: WerkgeverFilter) -> Ids:
        return self.backend.werkgever_ids(choice)

    def rows(self, ids: Ids) -> tuple[WerkgeverRegel, ...]:
        return self.backend.werkgevers_met(tuple(ids))
