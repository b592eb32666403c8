"""Text of one sheet as PDF operators, written straight into the page.

`Canvas.drawString` formats, splits and escapes each string anew; pages of short cells repeat the same words,
and remembering the escaped form makes text about twice as fast. Uses what reportlab documents for its dynamic
fonts (`splitString`, `getSubsetInternalName`) and `Canvas.addLiteral`. Touches the canvas only.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics

from desktop.reports.paragraph import Style

_MOST_REMEMBERED = 20_000
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *map(ord, "()\\"))}


class TextStream:
    """Strings at places, in the order of showing; `flush` writes them into the current page or form."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - the documented key of a dynamic font's subsets
        self._code: list[str] = []
        self._style: Style | None = None
        self._font = ""
        self._chunks: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._colours: dict[str, str] = {}

    def show(self, x: float, y: float, text: str, style: Style) -> None:
        """`text` with its base line beginning at x, y (from the bottom of the sheet)."""
        if style is not self._style:
            self._begin(style)
        code = self._code
        code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for font, escaped in self._chunks_of(text, style.font):
            if font != self._font:
                code.append(f"{font} {style.size:g} Tf")
                self._font = font
            code.append(f"({escaped}) Tj")

    def flush(self) -> None:
        """Write and forget."""
        if self._code:
            self._canvas.addLiteral("\n".join(("BT", *self._code, "ET")))
        self._code = []
        self._style = None
        self._font = ""

    def _begin(self, style: Style) -> None:
        self._style = style
        self._font = ""
        colour = self._colours.get(style.colour)
        if colour is None:
            red, green, blue = HexColor(style.colour).rgb()
            colour = self._colours[style.colour] = f"{red:.3f} {green:.3f} {blue:.3f} rg"
        self._code.append(colour)

    def _chunks_of(self, text: str, font_name: str) -> list[tuple[str, str]]:
        """The text per subset of its font, ready to stand between brackets."""
        key = (font_name, text)
        chunks = self._chunks.get(key)
        if chunks is None:
            if len(self._chunks) > _MOST_REMEMBERED:
                self._chunks.clear()
            font = pdfmetrics.getFont(font_name)
            chunks = self._chunks[key] = [
                (
                    font.getSubsetInternalName(subset, self._document),
                    part.decode("latin-1").translate(_ESCAPES),
                )
                for subset, part in font.splitString(text, self._document)
            ]
        return chunks
