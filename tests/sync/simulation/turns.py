"""What may happen in a history: everything equally often, or as often as it is named.

Hypothesis by itself leaves most rules out of each history; here one history is meant to have a bit of all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

Given = Mapping[str, st.SearchStrategy[Any]]
WORK: dict[str, Given] = {}
"""What people do, by the name of its method, with what may be said of it."""
EVENTS: dict[str, Given] = {}
"""What befalls people, machines and the line."""
WORKS = 6
"""Of seven turns so many are work."""


def works(**given: st.SearchStrategy[Any]) -> Callable[[Any], Any]:
    """A method in which people work."""
    return _kept(WORK, given)


def befalls(**given: st.SearchStrategy[Any]) -> Callable[[Any], Any]:
    """A method in which something befalls them."""
    return _kept(EVENTS, given)


def _kept(turns: dict[str, Given], given: Given) -> Callable[[Any], Any]:
    def named(method: Any) -> Any:
        turns[method.__name__] = given
        return method

    return named


def next_turn(machine: object, data: st.DataObject) -> None:
    """One of them."""
    turns = EVENTS if data.draw(st.integers(0, WORKS)) == WORKS else WORK
    name = data.draw(st.sampled_from(sorted(turns)))
    given = {word: data if word == "data" else data.draw(asked) for word, asked in turns[name].items()}
    getattr(machine, name)(**given)
