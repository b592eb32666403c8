"""Short lists beside each other: each entry whole on one sheet, headings repeated on the next.

Touches the document it draws on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports import texts
from desktop.reports.document import Document
from desktop.reports.paragraph import Line, Run, Style, wrap

_GAP = 20.0
_ABOVE = 23.5
_FIRST_BASELINE = 13.2
_LEADING = 11.2
_BELOW = 4.2
_HEADING = 6.0
_TICK = 8.6
_TICK_INDENT = 15.0
_AT_RIGHT_GAP = 8.0
_MOST_LINES = 44


@dataclass(frozen=True, slots=True)
class Entry:
    """`head` beside an optional `at_right`, `below` it the rest; `tick` puts a box to tick before it."""

    head: Run
    below: Sequence[Run]
    at_right: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """One column: a heading with its entries, or a sentence when there are none."""

    title: str
    entries: Sequence[Entry]
    when_empty: str = ""


@dataclass(frozen=True, slots=True)
class _Set:
    lines: Sequence[Line]
    at_right: str
    tick: bool

    @property
    def height(self) -> float:
        return _FIRST_BASELINE + max(0, len(self.lines) - 1) * _LEADING + _BELOW


def draw_stacks(document: Document, stacks: Sequence[Stack]) -> None:
    """Draw the stacks beside each other in equal widths, over as many sheets as the longest needs."""
    width = (document.width - _GAP * (len(stacks) - 1)) / len(stacks)
    waiting = [_set_all(document, stack, width) for stack in stacks]
    done = [0] * len(stacks)
    continued = False
    while not continued or any(at < len(sets) for at, sets in zip(done, waiting, strict=True)):
        first = max(
            (sets[at].height for at, sets in zip(done, waiting, strict=True) if at < len(sets)), default=0.0
        )
        if continued or not document.room(_ABOVE + _HEADING + first):
            document.new_sheet()
        document.y += _ABOVE
        top = lowest = document.y
        for index, stack in enumerate(stacks):
            if continued and done[index] == len(waiting[index]):
                continue
            document.y = top
            x = document.left + index * (width + _GAP)
            document.heading(
                texts.CONTINUED.format(stack.title) if continued and stack.title else stack.title, x, width
            )
            done[index] += _draw_fitting(document, waiting[index][done[index] :], x, width)
            lowest = max(lowest, document.y)
        document.y = lowest
        continued = True


def _set_all(document: Document, stack: Stack, width: float) -> list[_Set]:
    if not stack.entries:
        return [_Set(wrap([Run(stack.when_empty, document.style.quiet)], width, 3), "", False)]
    return [_set(document.style.text, entry, width) for entry in stack.entries]


def _set(right_style: Style, entry: Entry, width: float) -> _Set:
    if entry.tick:
        width -= _TICK_INDENT
    at_right, below = entry.at_right, list(entry.below)
    taken = right_style.width(at_right) + _AT_RIGHT_GAP if at_right else 0.0
    if taken > width / 2:
        at_right, taken = "", 0.0
        below.insert(0, Run(entry.at_right, right_style))
    lines = wrap([entry.head], width - taken, 8)
    lines += wrap(below, width, _MOST_LINES - len(lines))
    return _Set(lines or [()], at_right, entry.tick)


def _draw_fitting(document: Document, sets: Sequence[_Set], x: float, width: float) -> int:
    """Draw as many as this sheet takes; returns how many."""
    for count, entry in enumerate(sets):
        if not document.room(entry.height):
            return count
        _draw(document, entry, x, width)
    return len(sets)


def _draw(document: Document, entry: _Set, x: float, width: float) -> None:
    baseline = document.y + _FIRST_BASELINE
    if entry.tick:
        document.box(x + 0.4, baseline - _TICK + 1.4, _TICK, _TICK, 2.0, 0.9)
    for index, line in enumerate(entry.lines):
        document.line(x + (_TICK_INDENT if entry.tick else 0.0), baseline, line)
        if entry.at_right and index == 0:
            document.text_right(x + width, baseline, entry.at_right, document.style.text)
        baseline += _LEADING
    document.y += entry.height
