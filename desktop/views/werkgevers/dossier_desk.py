"""The forms of the screen Werkgevers: each may need the dossier, from the screen or read now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.models.queries.day_rows import Dossier
from desktop.views.backend import Backend
from desktop.views.forms.desk import FormDesk
from desktop.views.operations import Operations

if TYPE_CHECKING:
    from desktop.views.werkgevers.page import EmployersPage

Then = Callable[[Dossier], None]


class DossierDesk(FormDesk):
    """Opens, saves and closes the form in the work panel of the page of werkgevers."""

    def __init__(self, operations: Operations, page: EmployersPage) -> None:
        super().__init__(page, page)
        self._operations, self._page = operations, page

    def with_dossier(self, werkgever_id: str, then: Then) -> None:
        """The dossier of a werkgever, as it is on the screen or read now."""
        shown = self._page.detail.dossier
        if shown is not None and shown.werkgever.id == werkgever_id:
            then(shown)
        else:
            self._operations.query(_Read(self._operations.backend, werkgever_id), self, then)


class _Read:
    """One dossier, on a reader."""

    def __init__(self, backend: Backend, werkgever_id: str) -> None:
        self._backend, self._werkgever_id = backend, werkgever_id

    def __call__(self) -> Dossier:
        return self._backend.dossier(self._werkgever_id)
