"""A paper document in the house style: A4 sheets with mark, foot and "blad x van y", bookmarks and metadata.

Draws on a reportlab canvas in one pass: what is known only at the end (the number of sheets) is a small form
that every sheet refers to. Lengths are points; `y` counts down from the top of the sheet. Touches the stream
it is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.reports import fonts, mark, texts
from desktop.reports.house_style import HouseStyle
from desktop.reports.paragraph import Line, Piece, Run, Style, wrap
from desktop.reports.text_stream import TextStream

_RULE = 0.8
_HAIRLINE = 0.5
_HEAD_GAP = 20.0
_FOOT_GAP = 12.0
_LINE_BELOW_HEADING = 6.0
_HEAD = "kop"
_FOOT = "voet"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every sheet and in the metadata."""

    title: str
    author: str
    organisation: str
    kind: str
    foot: str
    foot_second: str


class Document:
    """One PDF under construction. Draw from top to bottom; `finish` writes it to the stream."""

    def __init__(self, stream: BinaryIO, style: HouseStyle, imprint: Imprint) -> None:
        fonts.register()
        self.style = style
        self.imprint = imprint
        self.page_width, self.page_height = A4
        self.left = style.margin
        self.right = self.page_width - style.margin
        self.width = self.right - self.left
        self.body_top = style.top + _HEAD_GAP
        self.foot_top = self.page_height - style.bottom - _FOOT_GAP
        self.bottom = self.foot_top - _FOOT_GAP
        self.y = self.body_top
        self.pages = 0
        self._front_pages = 0
        self._referred: set[int] = set()
        self._pen: tuple[float, str] | None = None
        self._chapter = ""
        self._canvas = Canvas(
            stream, pagesize=A4, pageCompression=1, lang="nl-NL", initialFontName=fonts.REGULAR
        )
        self._texts = TextStream(self._canvas)
        self._describe()
        self._draw_frame()

    # sheets

    def chapter(self, title: str, key: str, *, continued_as: str | None = None) -> None:
        """A new sheet with a bookmark; its next sheets carry `continued_as` (or the title) at their head."""
        self._chapter = ""
        self.new_sheet()
        self._chapter = fonts.clean(continued_as or title).replace("\n", " ")
        self._canvas.bookmarkPage(key)
        self.outline(title, key)

    def outline(self, title: str, key: str) -> None:
        """An entry in the list of bookmarks; the place `key` may be set later."""
        self._canvas.addOutlineEntry(" ".join(title.split()) or texts.UNNAMED, key, level=0)

    def new_sheet(self) -> None:
        """End the sheet and begin the next one, with the chapter's name when it goes on."""
        if self.pages:
            self._end_sheet()
        self.pages += 1
        self.y = self.body_top
        self._canvas.doForm(_HEAD)
        if self._chapter:
            self._draw_continuation()

    def room(self, height: float) -> bool:
        """Whether `height` more points fit on this sheet."""
        return bool(self.y + height <= self.bottom)

    @contextmanager
    def front_sheets(self, title: str, key: str) -> Iterator[None]:
        """Sheets drawn in this block, after all others, come first in the document (a contents page)."""
        before = self.pages
        self._chapter = ""
        self.new_sheet()
        self._canvas.bookmarkPage(key)
        self._chapter = title
        yield
        self._front_pages = self.pages - before

    def retitle(self, title: str) -> None:
        """A better title for the metadata, known when the first werkgever came by."""
        self._canvas.setTitle(title)

    def finish(self) -> int:
        """Write the document; returns its number of sheets."""
        self._end_sheet()
        self._move_front()
        for drawn in range(1, self.pages + 1):
            self._define_numbers(drawn)
        self._canvas.save()
        return self.pages

    # drawing

    def line(self, x: float, baseline: float, line: Line) -> None:
        """Draw one wrapped line, its base line `baseline` below the top of the sheet."""
        for piece in line:
            self.piece(x, baseline, piece)

    def text(self, x: float, baseline: float, text: str, style: Style) -> None:
        self.piece(x, baseline, Piece(0.0, text, style))

    def text_right(self, right: float, baseline: float, text: str, style: Style) -> None:
        self.piece(right - style.width(text), baseline, Piece(0.0, text, style))

    def piece(self, x: float, baseline: float, piece: Piece) -> None:
        """Everything that is text comes through here."""
        self._texts.show(x + piece.x, self.page_height - baseline, piece.text, piece.style)

    def paragraph(self, runs: list[Run], x: float, width: float, max_lines: int, first: float) -> None:
        """Lines from `y` on: `first` points to the first base line, then a leading each; `y` moves along."""
        for index, line in enumerate(wrap(runs, width, max_lines)):
            self.y += self.style.leading if index else first
            self.line(x, self.y, line)

    def heading(self, title: str, x: float, width: float) -> None:
        """A section heading with its rule below; `y` moves to the rule."""
        self.text(x, self.y, title, self.style.heading)
        self.y += _LINE_BELOW_HEADING
        self.rule(x, x + width, self.style.black, _RULE)

    def rule(self, x: float, end: float, colour: str, weight: float = _HAIRLINE) -> None:
        """A horizontal line at `y`."""
        self._stroke(weight, colour)
        y = self.page_height - self.y
        self._canvas.addLiteral(f"n {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S")

    def box(self, x: float, top: float, width: float, height: float, radius: float, weight: float) -> None:
        """An empty rounded box in black: around the regie, or small to tick."""
        self._stroke(weight, self.style.black)
        self._canvas.roundRect(x, self.page_height - top - height, width, height, radius)

    def flag(self, x: float, top: float) -> None:
        """The flag of the regie."""
        mark.draw_flag(self._canvas, x, self.page_height - top, _colour(self.style.black))

    def link(self, key: str, x: float, top: float, width: float, height: float) -> None:
        """The area leads to the place `key` when clicked."""
        low = self.page_height - top - height
        self._canvas.linkAbsolute("", key, Rect=(x, low, x + width, low + height), Border="[0 0 0]")

    def number_later(self, right: float, baseline: float, drawn: int) -> None:
        """The final number of the sheet that was drawn as number `drawn`; known when all sheets are there."""
        self._canvas.saveState()
        self._canvas.translate(right, self.page_height - baseline)
        self._canvas.doForm(_reference_form(drawn))
        self._canvas.restoreState()
        self._referred.add(drawn)

    # the frame

    def _describe(self) -> None:
        canvas, imprint = self._canvas, self.imprint
        canvas.setTitle(imprint.title)
        canvas.setAuthor(imprint.author)
        canvas.setSubject(imprint.kind)
        canvas.setCreator("Werkregie")
        canvas.setProducer("Werkregie")
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def _draw_frame(self) -> None:
        """Head and foot are the same on every sheet: forms, drawn once; the foot is read last."""
        style, imprint = self.style, self.imprint
        with self._form(_HEAD):
            mark.draw_mark(self._canvas, self.left, self.page_height - style.top + 9.8, _colour(style.accent))
            organisation = self._one_line(imprint.organisation, style.masthead)
            self.text(self.left + 19.0, style.top - 1.0, organisation, style.masthead)
            self.text_right(self.right, style.top - 1.0, imprint.kind, style.masthead_quiet)
            self.y = self.body_top
            self.rule(self.left, self.right, style.black, _RULE)
        with self._form(_FOOT):
            self.y = self.foot_top
            self.rule(self.left, self.right, style.black, _RULE)
            foot = self.page_height - style.bottom
            self.text(self.left, foot, imprint.foot, style.foot_strong)
            second = self._one_line(imprint.foot_second, style.foot)
            self.text(self.left, foot + style.leading, second, style.foot)

    def _one_line(self, text: str, style: Style) -> str:
        """As much of a long name as leaves room for what stands at the right."""
        lines = wrap([Run(text, style)], self.width * 0.75, 99)
        first = " ".join(piece.text for piece in lines[0]) if lines else ""
        return f"{first}…" if len(lines) > 1 else first

    def _draw_continuation(self) -> None:
        strong = self.style.strong
        self.y += 17.0
        self.text(self.left, self.y, texts.CONTINUED.format(self._one_line(self._chapter, strong)), strong)
        self.y += 4.0

    def _end_sheet(self) -> None:
        self._texts.flush()
        self._canvas.doForm(_FOOT)
        self._canvas.doForm(_number_form(self.pages))
        self._canvas.showPage()
        self._pen = None

    def _stroke(self, weight: float, colour: str) -> None:
        if self._pen != (weight, colour):
            self._pen = (weight, colour)
            self._canvas.setLineWidth(weight)
            self._canvas.setStrokeColor(_colour(colour))

    def _move_front(self) -> None:
        # reportlab has no public way to put a page before others; until written its page tree is a list.
        if self._front_pages:
            tree = self._canvas._doc.Pages.pages  # noqa: SLF001
            tree[:] = tree[-self._front_pages :] + tree[: -self._front_pages]

    def _define_numbers(self, drawn: int) -> None:
        moved = drawn - (self.pages - self._front_pages)
        shown = moved if moved > 0 else drawn + self._front_pages
        with self._form(_number_form(drawn)):
            baseline = self.page_height - self.style.bottom
            self.text_right(self.right, baseline, texts.SHEET_OF.format(shown, self.pages), self.style.foot)
        if drawn in self._referred:
            with self._form(_reference_form(drawn)):
                self.text_right(0.0, self.page_height, str(shown), self.style.cell)

    @contextmanager
    def _form(self, name: str) -> Iterator[None]:
        # The form's own box cuts off what lies outside it; a reference is drawn left of its origin.
        self._canvas.beginForm(name, -self.page_width, -self.page_height, self.page_width, self.page_height)
        self._pen = None
        yield
        self._texts.flush()
        self._canvas.endForm()
        self._pen = None


def _number_form(drawn: int) -> str:
    return f"blad-{drawn}"


def _reference_form(drawn: int) -> str:
    return f"verwijzing-{drawn}"


_colours: dict[str, HexColor] = {}


def _colour(name: str) -> HexColor:
    if name not in _colours:
        _colours[name] = HexColor(name)
    return _colours[name]
