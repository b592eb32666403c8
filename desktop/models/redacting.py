"""Taking the words of a person out of whatever texts hold them: names, addresses, telephone numbers.

Used at both ends when a person is erased. Touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

GONE = "(gewist)"
_SHORTEST = 5


def telling(values: Iterable[str | None]) -> tuple[str, ...]:
    """Those of a person's values that tell who it is wherever they stand, the longest first.

    A first name alone, or three digits, stands in texts about others too: it is left.
    """
    return tuple(
        sorted({value.strip() for value in values if value and _tells(value)}, key=len, reverse=True)
    )


def _tells(value: str) -> bool:
    text = value.strip()
    several = len(text.split()) > 1 or "@" in text or sum(sign.isdigit() for sign in text) >= _SHORTEST
    return len(text) >= _SHORTEST and several


class Redactor:
    """Replaces the words of one person. `words` come from `telling`; no words replace nothing."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        pattern = "|".join(r"\s+".join(map(re.escape, word.split())) for word in self.words)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if self.words else None

    def finds(self, value: Any) -> bool:
        """Whether a word stands anywhere in this value."""
        return self._pattern is not None and any(map(self._pattern.search, _texts(value)))

    def clean(self, value: Any) -> Any:
        """The same value (text, list, dict or anything else) without the words."""
        if isinstance(value, str):
            return self._pattern.sub(GONE, value) if self._pattern else value
        if isinstance(value, list):
            return [self.clean(item) for item in value]
        if isinstance(value, dict):
            return {key: self.clean(item) for key, item in value.items()}
        return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def only_ids(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a command without anything but ids."""
    return {name: value for name, value in arguments.items() if names_ids(name)}


def names_ids(argument: str) -> bool:
    """Whether an argument holds ids of rows and nothing else: `bron_id` is the key of a person elsewhere."""
    return argument == "id" or (argument.endswith(("_id", "_ids")) and argument != "bron_id")
