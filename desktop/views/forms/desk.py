"""Which form is open: one at a time, and the next only when what was typed in the last one is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from desktop.models.queries.laptop_rows import Concept

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from desktop.views.forms.panel import FormPanel
    from desktop.views.widgets.work_panel import WorkPanel

Make = Callable[[], "FormPanel"]


class FormPlace(Protocol):
    """The page beside whose contents forms open; `panel_gone` when one closed and no other came."""

    @property
    def panel(self) -> WorkPanel | None: ...
    @property
    def panel_gone(self) -> SignalInstance: ...
    def open_panel(self, panel: WorkPanel) -> None: ...
    def drop_panel(self) -> None: ...


class FormDesk(QObject):
    """Opens, saves and closes the form in the work panel of the page, which is its parent."""

    def __init__(self, place: FormPlace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._next: Make | None = None

    @property
    def form(self) -> FormPanel | None:
        panel = self._place.panel
        if panel is None:
            return None
        from desktop.views.forms.panel import FormPanel

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

    def resume(self, draft: Concept, make: Make) -> None:
        """Filled with a draft that the person has asked for already."""
        self.open(draft.soort, draft.onderwerp_id, _Filled(make))

    def _show(self, make: Make) -> None:
        form = make()
        form.closed.connect(self._closed)
        self._place.open_panel(form)

    def _closed(self) -> None:
        """A form that was replaced meanwhile has nothing to say any more."""
        if self.sender() is not self._place.panel:
            return
        self._place.drop_panel()
        following, self._next = self._next, None
        if following is not None:
            self._show(following)
        else:
            self._place.panel_gone.emit()

    def close(self) -> bool:
        """Esc: closes the form and keeps its draft. False when there was none."""
        self._next = None
        form = self.form
        if form is not None:
            form.close_panel()
        return form is not None

    def save(self) -> None:
        if self._place.panel is not None:
            self._place.panel.saving.emit()


class _Filled:
    """The form with the draft that belongs to it: it is not offered once more."""

    def __init__(self, make: Make) -> None:
        self._make = make

    def __call__(self) -> FormPanel:
        form = self._make()
        form.take_draft()
        return form
