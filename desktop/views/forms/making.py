"""The field for a description."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.views.forms.inputs import (
    CHECK,
    CHOICE,
    DAY,
    NOTE,
    SEARCH,
    SEGMENTS,
    SEVERAL,
    SUGGEST,
    CheckInput,
    ChoiceInput,
    DayInput,
    FieldSpec,
    Input,
    NoteInput,
    SegmentsInput,
    TextInput,
)
from desktop.views.forms.picking import SearchInput, SuggestInput, TokensInput

_KINDS: dict[str, Callable[[FieldSpec], Input]] = {
    NOTE: NoteInput,
    CHOICE: ChoiceInput,
    SEGMENTS: SegmentsInput,
    CHECK: CheckInput,
    SEVERAL: TokensInput,
    SEARCH: SearchInput,
    SUGGEST: SuggestInput,
}


def make_input(spec: FieldSpec, today: Callable[[], date]) -> Input:
    """One of the kinds; a text when it says nothing else."""
    if spec.kind == DAY:
        return DayInput(spec, today)
    return _KINDS.get(spec.kind, TextInput)(spec)
