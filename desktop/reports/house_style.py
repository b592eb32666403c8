"""What paper looks like: sizes, colours and letters from `resources/tokens.json`, nothing of its own.

Touches the tokens file, once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from reportlab.lib.units import mm

from desktop.paths import resource
from desktop.reports import fonts
from desktop.reports.paragraph import Style


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Lengths in points, colours as #RRGGBB."""

    margin: float
    top: float
    bottom: float
    leading: float
    black: str
    grey: str
    line: str
    accent: str
    title: Style
    long_title: Style
    regie: Style
    heading: Style
    text: Style
    strong: Style
    quiet: Style
    italic: Style
    cell: Style
    cell_strong: Style
    cell_quiet: Style
    cell_italic: Style
    column_heading: Style
    masthead: Style
    masthead_quiet: Style
    foot: Style
    foot_strong: Style


@cache
def house_style(oefen: bool = False) -> HouseStyle:
    """The tokens under `druk`; in an oefenomgeving with the accent that warns of it."""
    tokens = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    druk = tokens["druk"]
    black, grey = str(druk["zwart"]), str(druk["grijs"])
    text, cell, foot = float(druk["tekst_pt"]), float(druk["tabel_pt"]), float(druk["voet_pt"])
    return HouseStyle(
        margin=druk["marge_mm"] * mm,
        top=druk["boven_mm"] * mm,
        bottom=druk["onder_mm"] * mm,
        leading=float(druk["regel_pt"]),
        black=black,
        grey=grey,
        line=str(druk["lijn"]),
        accent=str(tokens["oefenomgeving"]["licht"]["accent"] if oefen else druk["accent"]),
        title=Style(fonts.SEMIBOLD, float(druk["titel_pt"]), black),
        long_title=Style(fonts.SEMIBOLD, float(druk["titel_pt"]) * 0.65, black),
        regie=Style(fonts.SEMIBOLD, float(druk["regie_pt"]), black),
        heading=Style(fonts.SEMIBOLD, float(druk["kop_pt"]), black),
        text=Style(fonts.REGULAR, text, black),
        strong=Style(fonts.MEDIUM, text, black),
        quiet=Style(fonts.REGULAR, text, grey),
        italic=Style(fonts.ITALIC, text, black),
        cell=Style(fonts.REGULAR, cell, black),
        cell_strong=Style(fonts.SEMIBOLD, cell, black),
        cell_quiet=Style(fonts.REGULAR, cell, grey),
        cell_italic=Style(fonts.ITALIC, cell, black),
        column_heading=Style(fonts.REGULAR, float(druk["kolomkop_pt"]), grey),
        masthead=Style(fonts.MEDIUM, text, black),
        masthead_quiet=Style(fonts.MEDIUM, text, grey),
        foot=Style(fonts.REGULAR, foot, grey),
        foot_strong=Style(fonts.MEDIUM, foot, black),
    )
