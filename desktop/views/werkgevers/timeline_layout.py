"""How tall a timeline row is and where its parts go, at a width in logical pixels. Paints nothing.

Text is laid out by hand, because that is the only simple way to a line height.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QTextLayout, QTextOption

from desktop.frozen import dataclass
from desktop.views import fonts, texts, theme
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers.timeline_entry import CHANGE, GROUP, Entry

NOTE_LINES = 4
HEAD, NOTE_LINE, MORE, PILL = 28, 21, 24, 26

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowLayout:
    """`who` is empty when it stands beside the title; `pills_below` when there is no room in the head."""

    title: Lines
    who: Lines = ()
    pills_below: bool = False
    note: Lines = ()
    more: bool = False
    lines: tuple[tuple[str, Lines], ...] = ()
    height: int = 0

    def below_title(self) -> int:
        """Where what follows the title begins: the first line of a title has the height of the head."""
        return theme.active().px(HEAD) + (len(self.title) - 1) * fonts.line("tekst_sterk")


@dataclass(frozen=True, slots=True)
class Pill:
    """A mark with its words: `token` gives its colours."""

    words: str
    icon: str
    token: str

    def width(self) -> int:
        return theme.active().px(9 + 14 + 5 + 9) + fonts.width("klein_mid", self.words)


def pills(entry: Entry) -> tuple[Pill, ...]:
    """From right to left."""
    found = (
        (entry.waits, Pill(texts.NOT_SENT, "klok", "wacht")),
        (entry.outside, Pill(texts.OUTSIDE_REGIE, "letop", "letop")),
        (entry.fresh, Pill(words.NEW_MARK, "ontvang", "info")),
    )
    return tuple(pill for on, pill in found if on)


@lru_cache(maxsize=4000)
def wrapped(text: str, role: str, width: int, factor: float) -> Lines:  # noqa: ARG001 - part of the key
    """The lines of plain text at a width in logical pixels."""
    result: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, fonts.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            result.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(result)


def measure(entry: Entry, width: int, expanded: bool) -> RowLayout:
    """The layout of one row in `width` logical pixels, margins and node left out."""
    if entry.kind == GROUP:
        return RowLayout((entry.title,), height=theme.active().px(38))
    return _change(entry, width, expanded) if entry.kind == CHANGE else _entry(entry, width, expanded)


def _change(entry: Entry, width: int, expanded: bool) -> RowLayout:
    px, factor = theme.active().px, theme.active().factor
    room = max(px(120), width - fonts.width("bij", entry.when) - px(16) - _pills_width(entry))
    title = wrapped(entry.title, "tekst", room, factor)
    more = bool(entry.lines)
    lines = _lines(entry, width, factor) if expanded else ()
    height = px(HEAD) + (len(title) - 1) * fonts.line("tekst") + _lines_height(lines)
    return RowLayout(
        title, note=(), more=more, lines=lines, height=height + (px(MORE) if more else 0) + px(14)
    )


def _entry(entry: Entry, width: int, expanded: bool) -> RowLayout:
    px, factor = theme.active().px, theme.active().factor
    inline, pills_below = _head(entry, width)
    when = fonts.width("bij", entry.when) + px(16) if entry.when else 0
    title = wrapped(entry.title, "tekst_sterk", max(px(120), width - when), factor)
    who = wrapped(f"{entry.who}{entry.topic}", "tekst", width, factor) if entry.who and not inline else ()
    note = wrapped(entry.note, "tekst", width, factor) if entry.note else ()
    more = len(note) > NOTE_LINES
    note = note if expanded or not more else note[:NOTE_LINES]
    lines = _lines(entry, width, factor)
    height = px(HEAD) + (len(title) - 1 + len(who)) * fonts.line("tekst") + len(note) * px(NOTE_LINE)
    height += (px(PILL) if pills_below else 0) + (px(MORE) if more else 0) + _lines_height(lines)
    return RowLayout(
        title, who, pills_below, note, more, lines, height + px(18 if note or lines or who else 14)
    )


def _head(entry: Entry, width: int) -> tuple[bool, bool]:
    """Whether who stands beside the title, and whether the pills need a line of their own."""
    px = theme.active().px
    taken = fonts.width("tekst_sterk", entry.title) + (px(22) if entry.confidential else 0)
    taken += fonts.width("bij", entry.when) + px(16) if entry.when else 0
    who = fonts.width("tekst", f"{entry.who}{entry.topic}") + px(18) if entry.who else 0
    marks = _pills_width(entry)
    if taken + who + marks <= width:
        return True, False
    if marks and taken + who <= width:
        return True, True
    return False, taken + marks > width


def _pills_width(entry: Entry) -> int:
    return sum(pill.width() + theme.active().px(12) for pill in pills(entry))


def _lines(entry: Entry, width: int, factor: float) -> tuple[tuple[str, Lines], ...]:
    px = theme.active().px
    return tuple(
        (icon, wrapped(text, "bij", width - (px(26) if icon else 0), factor)) for icon, text in entry.lines
    )


def _lines_height(lines: tuple[tuple[str, Lines], ...]) -> int:
    gap = theme.active().px(7)
    return sum(gap + len(text) * fonts.line("bij") for _, text in lines)
