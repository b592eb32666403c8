"""The underlined letter of each item in the menus of the window, and the key of each part of it: none twice.

A menu gives its letters when it opens, because the same command may stand in several menus.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.views import shortcuts


def of_panes() -> frozenset[str]:
    """Letters that with Alt lead to a part of the window: no menu of the bar may have them."""
    keys = (key for pane in shortcuts.PANES for key in pane.keys)
    return frozenset(key[-1].lower() for key in keys if key.startswith("Alt+") and len(key) == len("Alt+x"))


def given(words: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Each with an & before a letter that no other one has: the first of a word rather than one inside."""
    used = set(taken)
    result: list[str] = []
    for one in words:
        place = next((n for n in _places(one) if one[n].lower() not in used), None)
        if place is None:
            result.append(one)
            continue
        used.add(one[place].lower())
        result.append(f"{one[:place]}&{one[place:]}")
    return result


def _places(words: str) -> Iterator[int]:
    """Letters before a key, those that begin a word first; not beside an & that stands for itself."""
    label = words.partition("\t")[0]
    letters = [n for n, sign in enumerate(label) if sign.isalpha() and "&" not in words[max(0, n - 1) : n]]
    yield from (n for n in letters if n == 0 or not words[n - 1].isalpha())
    yield from letters


def bare(words: str) -> str:
    """Without the mark of a letter; an & that stands for itself stays."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&&")


def keep(menu: QMenu) -> None:
    """From now on this menu gives its letters each time it opens."""
    menu.aboutToShow.connect(lambda: give(menu.actions()))


def give(actions: Sequence[QAction]) -> None:
    """To those that can be chosen now."""
    shown = [action for action in actions if action.isVisible() and not action.isSeparator()]
    for action, words in zip(shown, given([bare(one.text()) for one in shown]), strict=True):
        action.setText(words)
