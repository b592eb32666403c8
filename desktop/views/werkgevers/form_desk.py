"""Which form is open: one at a time, and the next only when what was typed in the last one is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.models.queries.day_rows import Dossier
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.werkgevers.forms.panel import FormPanel

if TYPE_CHECKING:
    from desktop.views.werkgevers.page import EmployersPage

Make = Callable[[], FormPanel]
Then = Callable[[Dossier], None]


class FormDesk(QObject):
    """Opens, saves and closes the form in the work panel of the page."""

    def __init__(self, operations: Operations, page: EmployersPage) -> None:
        super().__init__(page)
        self._operations, self._page = operations, page
        self._next: Make | None = None

    @property
    def form(self) -> FormPanel | None:
        panel = self._page.panel
        return panel if isinstance(panel, FormPanel) else None

    def open(self, draft: str, about: str, make: Make) -> None:
        """`draft` and `about` name the form: one that is open already is not opened again."""
        form = self.form
        if form is None:
            self._show(make)
        elif (form.kind.draft, form.kind.about) == (draft, about):
            form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._next = make
            form.close_panel()

    def _show(self, make: Make) -> None:
        form = make()
        form.closed.connect(self._closed)
        self._page.open_panel(form)

    def _closed(self) -> None:
        """A form that was replaced meanwhile has nothing to say any more."""
        if self.sender() is not self._page.panel:
            return
        self._page.drop_panel()
        following, self._next = self._next, None
        if following is not None:
            self._show(following)
        else:
            self._page.panel_gone.emit()

    def close(self) -> bool:
        """Esc: closes the form and keeps its draft. False when there was none."""
        self._next = None
        form = self.form
        if form is not None:
            form.close_panel()
        return form is not None

    def save(self) -> None:
        if self._page.panel is not None:
            self._page.panel.saving.emit()

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
