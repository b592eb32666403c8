"""Gives the fields of a form their choices: read once when it opens, or searched while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.views.backend import Backend
from desktop.views.forms import sources
from desktop.views.forms.inputs import ChoiceInput, FieldSpec, Input
from desktop.views.forms.picking import SearchInput, SuggestInput, TokensInput
from desktop.views.forms.sources import Listed, Searched
from desktop.views.widgets.pick_popup import Pick

if TYPE_CHECKING:
    from desktop.views.forms.field_form import FieldForm

Picks = Sequence[Pick]


class FieldChoices(QObject):
    """One per form. What comes in never counts as typed."""

    def __init__(self, form: FieldForm, specs: Sequence[FieldSpec], inputs: Mapping[str, Input]) -> None:
        super().__init__(form)
        self._form, self._inputs = form, inputs
        self._searched: dict[str, Searched] = {}
        listed: dict[str, Listed] = {}
        for spec in specs:
            source = sources.codes(spec.lijst) if spec.lijst else spec.source
            if isinstance(source, Listed):
                listed[spec.key] = source
            elif isinstance(source, Searched):
                self._searched[spec.key] = source
                self._listen(spec.key)
        if listed:
            form.operations.query(_ReadLists(form.backend, listed), self, self._lists_here)

    def _listen(self, key: str) -> None:
        made = self._inputs[key]
        assert isinstance(made, SearchInput | SuggestInput)
        made.asked.connect(partial(self._asked, key))

    def _lists_here(self, found: Mapping[str, Picks]) -> None:
        self._form.filling = True
        for key, picks in found.items():
            made = self._inputs[key]
            if isinstance(made, TokensInput):
                made.set_picks(picks)
            elif isinstance(made, ChoiceInput):
                made.set_options([(pick.id, pick.words) for pick in picks])
        self._form.filling = False

    # -- searching ------------------------------------------------------------------------------------
    def _asked(self, key: str, typed: str) -> None:
        find = _Find(self._form.backend, self._searched[key], typed)
        self._form.operations.query(find, self, partial(self._found, key, typed), channel=f"zoek {key}")

    def _found(self, key: str, typed: str, picks: Picks) -> None:
        made = self._inputs[key]
        assert isinstance(made, SearchInput | SuggestInput)
        made.show_found(typed, picks)

    def name_what_waits(self) -> None:
        """Ids that came from a draft or from the row itself get their words."""
        for key, source in self._searched.items():
            made = self._inputs[key]
            assert isinstance(made, SearchInput | SuggestInput)
            if source.named is not None and made.unnamed():
                name = _Name(self._form.backend, source, made.unnamed())
                self._form.operations.query(name, self, partial(self._named, key), channel=f"noem {key}")

    def _named(self, key: str, picks: Picks) -> None:
        made = self._inputs[key]
        assert isinstance(made, SearchInput | SuggestInput)
        self._form.filling = True
        made.name(picks)
        self._form.filling = False


@dataclass(frozen=True, slots=True)
class _ReadLists:
    backend: Backend
    listed: Mapping[str, Listed]

    def __call__(self) -> Mapping[str, Picks]:
        return {key: source.read(self.backend) for key, source in self.listed.items()}


@dataclass(frozen=True, slots=True)
class _Find:
    backend: Backend
    source: Searched
    typed: str

    def __call__(self) -> Picks:
        return self.source.find(self.backend, self.typed)


@dataclass(frozen=True, slots=True)
class _Name:
    backend: Backend
    source: Searched
    ids: tuple[str, ...]

    def __call__(self) -> Picks:
        return self.source.named(self.backend, self.ids) if self.source.named is not None else ()
