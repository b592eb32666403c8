"""Reads on a reader what stands in the store now, in the words of a form, and who changed a field last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.models.queries.day_rows import Dossier
from desktop.views.backend import Backend
from desktop.views.forms.field_form import Standing, Typed

TypedOf = Callable[[Dossier], Typed | None]


@dataclass(frozen=True, slots=True)
class LookAt:
    """`row_id` of `werkgever_id`, as `typed_of` finds it in the dossier; of a row that is gone nothing."""

    backend: Backend
    werkgever_id: str
    row_id: str
    typed_of: TypedOf

    def __call__(self) -> Standing:
        dossier = self.backend.dossier(self.werkgever_id)
        typed = self.typed_of(dossier)
        return Standing(typed or {}, self._who())

    def _who(self) -> Mapping[str, str]:
        """The newest change of each field of this row comes first."""
        found: dict[str, str] = {}
        for change in self.backend.veldwijzigingen(self.werkgever_id):
            if change.rij_id == self.row_id:
                found.setdefault(change.veld, change.door)
        return found
