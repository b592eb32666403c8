"""'Bezoek vastleggen': the work panel beside the dossier.

Two required fields, a draft that is always kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from desktop.models.errors import InputRefused
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.rows import Concept
from desktop.views import messages, texts_forms
from desktop.views.drafts import Draft
from desktop.views.operations import Batch, Operations, Request
from desktop.views.werkgevers import visit_input
from desktop.views.werkgevers.visit_fields import VisitFields
from desktop.views.werkgevers.visit_input import Approach, Ids

DRAFT = "bezoek"


class VisitForm(VisitFields):
    """`recorded` when the contact is in the store; `closed` when the panel may go. Ids are made once."""

    recorded = Signal()
    closed = Signal()

    def __init__(
        self,
        operations: Operations,
        dossier: Dossier,
        kanaal: str,
        approach: Approach,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(operations, dossier, kanaal, approach)
        self._ids = Ids(new_id(), new_id(), new_id())
        self._sent = 0
        self._saving = False
        self._draft = Draft(operations, DRAFT, self.werkgever_id, self.as_plain, self)
        self._draft.found.connect(self._resume)
        self._draft.kept.connect(self._kept)
        self._draft.done.connect(self.closed)
        self._draft.failed.connect(self._not_kept)
        self.edited.connect(self._draft.touch)
        self.saving.connect(self.save)
        self.closing.connect(self.close_panel)
        self.banner.pressed.connect(self._start_empty)
        self._draft.look()

    # -- draft ---------------------------------------------------------------------------------------
    def _resume(self, concept: Concept) -> None:
        if self.isVisibleTo(self.window()) and self._draft.waits:
            return  # the person was faster and types already
        self.fill(concept.velden)
        self.banner.say(
            "info",
            texts_forms.draft_resumed(concept.bewaard_op, self._today),
            texts_forms.START_EMPTY,
            "leeg",
        )
        self.set_saved(texts_forms.draft_saved(concept.bewaard_op, self._today))

    def _start_empty(self, action_id: str) -> None:
        if action_id == "leeg":
            self.fill({"kanaal": self.kind.value()})
            self._draft.drop()
            self.set_saved("")
            self.banner.hide()
            self.when.setFocus()

    def _kept(self, at: datetime) -> None:
        self.set_saved(texts_forms.draft_saved(at, self._today))

    def _not_kept(self, error: Exception) -> None:
        message = messages.message_for(error)
        self.say_not_saved(texts_forms.DRAFT_NOT_SAVED, message.kind.value, message.text)

    def close_panel(self) -> None:
        """Keeps the draft; stays open when that fails."""
        self._draft.leave()

    # -- checking and saving -------------------------------------------------------------------------
    def save(self) -> None:
        """Checks, then sends what was not sent yet; what was typed stays until all of it took."""
        if self._saving:
            return
        typed = self.typed()
        errors = visit_input.check(typed, self._today)
        requests: list[tuple[str, dict[str, object]]] = []
        if not errors:
            try:
                requests = visit_input.requests(
                    typed, self.werkgever_id, self._ids, self._approach, self._today
                )
            except InputRefused as refused:
                errors = visit_input.form_errors(refused)
        self.show_errors(errors)
        if not errors:
            self._saving = True
            left = [Request(name, arguments) for name, arguments in requests[self._sent :]]
            self._operations.commands(left, self, self._answered)

    def _answered(self, batch: Batch) -> None:
        self._saving = False
        self._sent += len(batch.outcomes)
        if batch.error is None:
            self._draft.end()
            self._draft.drop()
            self.recorded.emit()
            self.closed.emit()
        elif isinstance(batch.error, InputRefused):
            self.show_errors(visit_input.form_errors(batch.error))
        else:
            message = messages.message_for(batch.error)
            self.banner.say(message.kind.value, message.text)
            self.show_in_sight(self.banner)
