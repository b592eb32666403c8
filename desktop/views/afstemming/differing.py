"""Two texts side by side: which words of the one are not in the other. Pure: text in, parts or HTML out."""

from __future__ import annotations

import difflib
import html
import re

_WORD = re.compile(r"\s+|\S+")
Part = tuple[str, bool]


def parts(value: str, other: str) -> tuple[Part, ...]:
    """The first text in pieces, each with whether it differs; nothing differs when nothing is shared."""
    mine, theirs = _WORD.findall(value), _WORD.findall(other)
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    found: list[Part] = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        if start < end:
            found.append(("".join(mine[start:end]), kind != "equal"))
    shared = any(not differs and piece.strip() for piece, differs in found)
    return tuple(found) if shared else ((value, False),) if value else ()


def as_html(pieces: tuple[Part, ...]) -> str:
    """Differing words are underlined and semibold: seen without colour, and read in their place."""
    return "".join(_marked(piece) if differs else _plain(piece) for piece, differs in pieces)


def _marked(piece: str) -> str:
    """Spaces at the ends are no part of what differs."""
    core = piece.strip()
    if not core:
        return _plain(piece)
    before, _, after = piece.partition(core)
    inner = f'<span style="text-decoration: underline; font-weight: 600">{_plain(core)}</span>'
    return _plain(before) + inner + _plain(after)


def _plain(text: str) -> str:
    return html.escape(text).replace("\n", "<br/>").replace("  ", "&nbsp; ")
