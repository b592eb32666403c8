"""Fields in which one picks: several as tokens, one that is searched, and a text with suggestions.

Ids that were put in before their words are known wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import SignalInstance

from desktop.models.values import fold
from desktop.views.forms import texts as words
from desktop.views.forms.inputs import FieldSpec
from desktop.views.widgets.pick_popup import Pick
from desktop.views.widgets.suggest_field import SuggestField
from desktop.views.widgets.token_picker import TokenPicker


class TokensInput:
    """Several out of a list, or as many as `most`; the list is all there (`set_picks`)."""

    def __init__(self, spec: FieldSpec, most: int = 0) -> None:
        self._picks: tuple[Pick, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self.widget = TokenPicker(
            spec.label, spec.placeholder or words.CHOOSE, words.ONE_MORE, self._find, words.remove, most
        )

    def _find(self, typed: str) -> Sequence[Pick]:
        return [pick for pick in self._picks if fold(typed) in fold(pick.words)]

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """All there are; what waited for its words gets them."""
        self._picks = tuple(picks)
        self.set_value(self.value())

    def value(self) -> tuple[str, ...]:
        return tuple(pick.id for pick in self.widget.picks()) + self._wanted

    def set_value(self, value: object) -> None:
        wanted = tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
        known = {pick.id: pick for pick in self._picks}
        self.widget.clear()
        for one in wanted:
            if one in known:
                self.widget.add(known[one])
        self._wanted = tuple(one for one in wanted if one not in known)

    def unread(self) -> str:
        """What was typed and not chosen."""
        return self.widget.text().strip()

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.changed.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.left.connect(slot)
        self.widget.changed.connect(slot)


class SearchInput:
    """One that is searched, as a token; its value is an id."""

    def __init__(self, spec: FieldSpec) -> None:
        self._wanted = ""
        self.widget = TokenPicker(
            spec.label, spec.placeholder or words.CHOOSE, "", None, words.remove, most=1
        )
        self.widget.changed.connect(self._picked)

    def _picked(self) -> None:
        if self.widget.picks():
            self._wanted = ""

    @property
    def asked(self) -> SignalInstance:
        return self.widget.asked

    def show_found(self, typed: str, picks: Sequence[Pick]) -> None:
        self.widget.show_found(typed, picks)

    def unnamed(self) -> tuple[str, ...]:
        """Ids that wait for their words."""
        return (self._wanted,) if self._wanted else ()

    def name(self, picks: Sequence[Pick]) -> None:
        for pick in picks:
            if pick.id == self._wanted:
                self.widget.add(pick)

    def value(self) -> str:
        picks = self.widget.picks()
        return picks[0].id if picks else self._wanted

    def set_value(self, value: object) -> None:
        wanted = str(value or "")
        if wanted != self.value():
            self.widget.clear()
            self._wanted = wanted

    def set_pick(self, pick: Pick) -> None:
        """One that is known with its words, such as the werkgever from which the form was opened."""
        self.widget.clear()
        self.widget.add(pick)

    def unread(self) -> str:
        """What was typed and not chosen."""
        return self.widget.text().strip()

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.changed.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.left.connect(slot)
        self.widget.changed.connect(slot)


class SuggestInput:
    """A text for which names are suggested; `code` is that of the one that was taken."""

    def __init__(self, spec: FieldSpec) -> None:
        self.widget = SuggestField(spec.label, spec.placeholder)
        if spec.limit:
            self.widget.setMaxLength(spec.limit)
        self._taken: Pick | None = None
        self.widget.taken.connect(self._take)

    @property
    def asked(self) -> SignalInstance:
        return self.widget.asked

    def show_found(self, typed: str, picks: Sequence[Pick]) -> None:
        self.widget.show_found(typed, picks)

    def unnamed(self) -> tuple[str, ...]:
        return ()

    def name(self, picks: Sequence[Pick]) -> None:
        """A text has its words already."""

    def _take(self, pick: Pick) -> None:
        self._taken = pick

    @property
    def code(self) -> str:
        """Empty for words that are not from the list."""
        taken = self._taken
        return taken.id if taken is not None and taken.words == self.value().strip() else ""

    def value(self) -> str:
        return self.widget.text()

    def set_value(self, value: object) -> None:
        self.widget.setText(str(value or ""))

    def on_change(self, slot: Callable[..., None]) -> None:
        self.widget.textChanged.connect(slot)

    def on_leave(self, slot: Callable[..., None]) -> None:
        self.widget.left.connect(slot)
