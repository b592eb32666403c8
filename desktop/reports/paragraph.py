"""Words into lines of a given width, in one or more letter styles.

Greedy wrapping over remembered word widths: Platypus does more and costs several times as much on a page of
short cells. Touches the font widths only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.reports import fonts

SHORTENED = "… (ingekort; lees verder in Werkregie)"


@dataclass(frozen=True, slots=True)
class Style:
    """A letter: font name, size in points, colour as #RRGGBB."""

    font: str
    size: float
    colour: str

    def width(self, text: str) -> float:
        return fonts.unit_width(self.font, text) * self.size


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `\\n` in it ends a line."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one style within a line, `x` points right of the line's begin."""

    x: float
    text: str
    style: Style


Line = tuple[Piece, ...]


def line_width(line: Line) -> float:
    """Points from the begin of the line to the end of its last piece."""
    return line[-1].x + line[-1].style.width(line[-1].text) if line else 0.0


def wrap(runs: Iterable[Run], width: float, max_lines: int) -> list[Line]:
    """Lines of at most `width` points; runs are set apart by a space.

    What does not fit in `max_lines` first loses its line ends, then its tail; then the last line says so.
    """
    cleaned = [(fonts.clean(run.text), run.style) for run in runs]
    lines = _set(cleaned, width)
    if len(lines) > max_lines:
        lines = _set([(text.replace("\n", " · "), style) for text, style in cleaned], width)
    return lines if len(lines) <= max_lines else _shortened(lines, width, max_lines)


def _set(runs: Sequence[tuple[str, Style]], width: float) -> list[Line]:
    setter = _Setter(width)
    for text, style in runs:
        for index, paragraph in enumerate(text.split("\n")):
            if index:
                setter.end_line()
            for word in paragraph.split(" "):
                setter.add(word, style)
    return setter.finish()


def _shortened(lines: Sequence[Line], width: float, max_lines: int) -> list[Line]:
    kept = list(lines[: max(1, max_lines)])
    last = kept[max_lines - 1]
    style = last[-1].style if last else lines[0][-1].style
    return [*kept[:-1], *wrap([Run(SHORTENED, style)], width, 2)[:1]]


class _Setter:
    """The line under way: words of one style stay one piece, so that a page has few strings to draw."""

    __slots__ = ("lines", "pieces", "style", "used", "width", "words", "words_at")

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.words_at = 0.0
        self.used = 0.0
        self.style: Style | None = None

    def add(self, word: str, style: Style) -> None:
        if not word:
            return
        word_width = style.width(word)
        gap = style.width(" ") if self.used else 0.0
        if self.used and self.used + gap + word_width > self.width:
            self.end_line()
            gap = 0.0
        if word_width > self.width:
            word, word_width = self._break(word, style)
        self._place(word, style, gap, word_width)

    def _place(self, word: str, style: Style, gap: float, word_width: float) -> None:
        if style != self.style:
            self._end_piece()
            self.style = style
            self.words_at = self.used + gap
        self.words.append(word)
        self.used += gap + word_width

    def _break(self, word: str, style: Style) -> tuple[str, float]:
        """Fill lines with a word that fits on none; returns what is left of it."""
        begin, used = 0, 0.0
        for index, char in enumerate(word):
            char_width = style.width(char)
            if used + char_width > self.width and index > begin:
                self._place(word[begin:index], style, 0.0, used)
                self.end_line()
                begin, used = index, 0.0
            used += char_width
        return word[begin:], used

    def _end_piece(self) -> None:
        if self.words and self.style is not None:
            self.pieces.append(Piece(self.words_at, " ".join(self.words), self.style))
        self.words = []
        self.style = None

    def end_line(self) -> None:
        self._end_piece()
        if self.pieces:  # blank lines cost paper and say nothing
            self.lines.append(tuple(self.pieces))
        self.pieces = []
        self.used = 0.0

    def finish(self) -> list[Line]:
        self.end_line()
        return self.lines
