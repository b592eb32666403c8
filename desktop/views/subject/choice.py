"""Which rows of a subject are shown: what is typed, the filters that are on, and the order. Pure.

A filter is on or off, or one of its options. Together they read as a sentence of which each part can be taken
away: Jouw vacatures | zonder bemiddelaar | die binnen 14 dagen sluiten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop import dutch
from desktop.frozen import dataclass
from desktop.views.subject import texts as words

ON = "ja"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sentence; `key` is the filter that it speaks of, empty when it cannot be taken away."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Filter:
    """`words` on its chip or above its field, `said` in the sentence; of one with `options` (code, words) a
    {} in it stands for the chosen words, and `anything` for none of them.

    `leads`: its part takes the place of the subject itself. `excludes`: filters that go off with it.
    """

    key: str
    words: str
    said: str
    options: tuple[tuple[str, str], ...] = ()
    anything: str = ""
    leads: bool = False
    excludes: frozenset[str] = frozenset()

    def part(self, value: str) -> Part:
        chosen = dict(self.options).get(value, value)
        return Part(self.key, self.said.format(dutch.midway(chosen)))


@dataclass(frozen=True, slots=True)
class Choice:
    """`on` holds (key, value) of the filters that are on, in the order of their keys."""

    text: str = ""
    on: tuple[tuple[str, str], ...] = ()
    order: str = ""

    def value(self, key: str) -> str:
        """Empty when that filter is off."""
        return dict(self.on).get(key, "")

    def has(self, key: str) -> bool:
        return bool(self.value(key))

    def where(self, key: str, value: str, excludes: Iterable[str] = ()) -> Choice:
        """With that filter set; an empty value takes it off."""
        left = {name: kept for name, kept in self.on if name != key and (not value or name not in excludes)}
        if value:
            left[key] = value
        return replace(self, on=tuple(sorted(left.items())))

    @property
    def narrows(self) -> bool:
        """Whether a filter is on; what is typed and the order are none."""
        return bool(self.on)

    def emptied(self) -> Choice:
        """Everything taken away but the order."""
        return Choice(order=self.order)


def parts(choice: Choice, filters: Sequence[Filter], subject: str) -> tuple[Part, ...]:
    """The sentence in parts; `subject` stands at its beginning unless a filter does."""
    on = [one for one in filters if choice.has(one.key)]
    leading = [one.part(choice.value(one.key)) for one in on if one.leads]
    others = [one.part(choice.value(one.key)) for one in on if not one.leads]
    return (*(leading or [Part("", subject)]), *others)


def sentence(
    choice: Choice, filters: Sequence[Filter], subject: str, orders: Sequence[tuple[str, str]]
) -> str:
    """The whole of it, with what is typed and the order."""
    said = " ".join(part.words for part in parts(choice, filters, subject))
    if choice.text:
        said += f" {words.matching(choice.text)}"
    order = dict(orders).get(choice.order, "")
    return f"{said}, {order}" if order else said


def stored(choice: Choice) -> dict[str, object]:
    """As it is kept on this laptop; what was typed is not."""
    return {"filters": dict(choice.on), "volgorde": choice.order}


def restored(
    kept: object, start: Choice, filters: Sequence[Filter], orders: Sequence[tuple[str, str]]
) -> Choice:
    """Back from `stored`; what makes no sense now is as it usually is."""
    if not isinstance(kept, dict):
        return start
    known = {one.key: {code for code, _ in one.options} or {ON} for one in filters}
    on = kept.get("filters")
    pairs = on.items() if isinstance(on, dict) else start.on
    found = tuple(sorted((str(key), str(value)) for key, value in pairs if str(value) in known.get(key, ())))
    order = str(kept.get("volgorde", ""))
    return Choice("", found, order if order in dict(orders) else start.order)
