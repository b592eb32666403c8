"""From `resources/tokens.json` to colours, sizes, a QPalette and the one short style sheet.

Widgets keep the *name* of a token and resolve it here while painting, so that a change of theme reaches
everything. Nothing else in the window writes a colour or a size of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.frozen import dataclass
from desktop.paths import resource

LICHT, DONKER, HOOG_CONTRAST = "licht", "donker", "hoog_contrast"


@cache
def tokens() -> Mapping[str, Any]:
    """The whole token file, read once."""
    return dict(json.loads(resource("tokens.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: a named set of colours, the practice accent or not, and the text factor (1.0 to 2.0).

    `still`: nothing moves or fades.
    """

    name: str = LICHT
    practice: bool = False
    factor: float = 1.0
    colours: Mapping[str, str] = field(default_factory=dict)
    still: bool = False

    def colour(self, token: str) -> QColor:
        return QColor(self.colours[token])

    def faded(self, token: str, alpha: float) -> QColor:
        colour = QColor(self.colours[token])
        colour.setAlphaF(alpha)
        return colour

    def px(self, size: float) -> int:
        """A measure of the tokens times the text factor, in logical pixels."""
        return round(size * self.factor)

    @property
    def high_contrast(self) -> bool:
        return self.name == HOOG_CONTRAST

    def opacity(self, what: str) -> float:
        return float(tokens()["doorzichtigheid"][self.name][what])


def make(name: str = LICHT, practice: bool = False, factor: float = 1.0) -> Theme:
    """The theme of that name; practice replaces the accents only (never in high contrast)."""
    colours = dict(tokens()["kleuren"][name])
    if practice:
        colours |= tokens()["oefenomgeving"].get(name, {})
    return Theme(name, practice, factor, colours)


def still(theme: Theme, wanted: bool) -> Theme:
    """With or without things that move."""
    return replace(theme, still=wanted)


# Which colour of the platform stands for which tokens, when it asks for high contrast.
_OF_PLATFORM = {
    QPalette.ColorRole.Window: ("vlak_", "toast_vlak", "accent_zacht", "scrim"),
    QPalette.ColorRole.WindowText: ("accent_tekst",),
    QPalette.ColorRole.Highlight: ("accent", "focus"),
    QPalette.ColorRole.HighlightedText: ("op_accent",),
}


def of_platform(theirs: QPalette, factor: float = 1.0) -> Theme:
    """High contrast in the platform's own colours; what warns keeps its words and icons, not its colour."""
    ours = make(HOOG_CONTRAST, factor=factor)
    colours = {token: theirs.color(_role_of(token)).name() for token in ours.colours}
    return replace(ours, colours=colours)


def _role_of(token: str) -> QPalette.ColorRole:
    """The longest beginning that fits; tints of what warns lie on the window, the rest is text."""
    fits = [
        (len(start), role)
        for role, starts in _OF_PLATFORM.items()
        for start in starts
        if token.startswith(start)
    ]
    if fits:
        return max(fits, key=lambda found: found[0])[1]
    return QPalette.ColorRole.Window if token.endswith("_zacht") else QPalette.ColorRole.WindowText


class _Current(QObject):
    """Holds the theme in use; `changed` tells painted widgets to measure again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = make()


@cache
def current() -> _Current:
    return _Current()


def active() -> Theme:
    return current().theme


def next_factor(steps: int) -> float:
    """The text factor so many steps larger or smaller than the one that is on; 0 is back to normal."""
    sizes: list[float] = tokens()["letter"]["tekstfactor"]
    here = min(range(len(sizes)), key=lambda number: abs(sizes[number] - active().factor))
    return sizes[max(0, min(len(sizes) - 1, here + steps))] if steps else sizes[0]


def measure(name: str) -> int:
    """A named measure of the tokens in logical pixels, text factor included."""
    return active().px(tokens()["maten"][name])


def apply(app: QApplication, theme: Theme) -> None:
    """Puts a theme on the program; widgets that are already there follow."""
    from desktop.views import fonts

    current().theme = theme
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    fonts.load()
    app.setFont(fonts.font("tekst"))
    app.setPalette(palette(theme))
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            _put_sheet(window)
    current().changed.emit()


_DRESSED = "dressed"


def dress(window: QWidget) -> None:
    """The style sheet on a window and all that comes in it or over it, now and after each change of theme.

    Not on the program: then Qt dresses every part anew each time that it is put into another one, a tenth of
    a second for a page.
    """
    window.setProperty(_DRESSED, True)
    _put_sheet(window)


def _put_sheet(window: QWidget) -> None:
    sheet = style_sheet(active())
    if window.styleSheet() != sheet:  # the same again would dress every widget anew, a tenth of a second long
        window.setStyleSheet(sheet)


def with_factor(theme: Theme, factor: float) -> Theme:
    return replace(theme, factor=max(1.0, min(2.0, factor)))


def palette(theme: Theme) -> QPalette:
    """What Fusion itself needs: menus, combo lists, calendars, tooltips, selections."""
    result = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "vlak_inhoud",
        role.WindowText: "tekst",
        role.Base: "vlak_inhoud",
        role.AlternateBase: "vlak_lijst",
        role.Text: "tekst",
        role.Button: "vlak_inhoud",
        role.ButtonText: "tekst",
        role.BrightText: "fout",
        role.Highlight: "accent",
        role.HighlightedText: "op_accent",
        role.Link: "accent_tekst",
        role.LinkVisited: "accent_tekst",
        role.PlaceholderText: "tekst_3",
        role.ToolTipBase: "toast_vlak",
        role.ToolTipText: "toast_tekst",
        role.Light: "lijn_zacht",
        role.Midlight: "lijn_zacht",
        role.Mid: "lijn_knop",
        role.Dark: "lijn_sterk",
        role.Shadow: "lijn_sterk",
        role.Accent: "accent",
    }
    for colour_role, token in pairs.items():
        result.setColor(colour_role, theme.colour(token))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.colour("tekst_3"))
    return result


def style_sheet(theme: Theme) -> str:
    """Fields, scroll bars, splitter and menus only: everything else paints itself."""
    c, px = theme.colours, theme.px
    height = px(36)
    return f"""
QLineEdit, QTextEdit {{ border: 1px solid {c["lijn_sterk"]}; border-radius: {px(6)}px; background:
{c["vlak_inhoud"]};
  color: {c["tekst"]}; placeholder-text-color: {c["tekst_3"]}; padding: 0 {px(9)}px;
  selection-background-color: {c["accent"]}; selection-color: {c["op_accent"]}; }}
QLineEdit {{ min-height: {height - 2}px; }}
QTextEdit {{ padding: {px(6)}px {px(7)}px; }}
QLineEdit:focus, QLineEdit[error="true"]
  {{ border-width: 2px; min-height: {height - 4}px; padding: 0 {px(9) - 1}px; }}
QTextEdit:focus, QTextEdit[error="true"] {{ border-width: 2px; padding: {px(6) - 1}px {px(7) - 1}px; }}
QLineEdit:focus, QTextEdit:focus {{ border-color: {c["focus"]}; }}
QLineEdit[error="true"], QTextEdit[error="true"] {{ border-color: {c["fout"]}; }}
QLineEdit[bare="true"] {{ border: 0; background: transparent; padding: 0; min-height: {px(24)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 2px; }}
QScrollBar::handle {{ background: {c["lijn_knop"] if theme.high_contrast else c["lijn_zacht"]}; border-
radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }} QScrollBar::handle:horizontal {{ min-width:
{px(32)}px; }}
QScrollBar::handle:hover {{ background: {c["lijn_knop"]}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
  {{ background: transparent; border: 0; width: 0; height: 0; }}
QSplitter::handle {{ background: {c["lijn_zacht"]}; }}
QMenuBar {{ background: {c["vlak_raam"]}; color: {c["tekst"]}; border-bottom: 1px solid {c["lijn_zacht"]};
padding: {px(2)}px {px(6)}px; }}
QMenuBar::item {{ background: transparent; padding: {px(4)}px {px(10)}px; border-radius: {px(4)}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {c["accent_zacht"]}; color: {c["tekst"]};
border: {"2px solid " + c["focus"] if theme.high_contrast else "0"}; }}
QMenu {{ background: {c["vlak_inhoud"]}; color: {c["tekst"]}; border: 1px solid {c["lijn_knop"]};
padding: {px(6)}px; }}
QMenu::item {{ padding: {px(8)}px {px(20)}px {px(8)}px {px(12)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {c["accent_zacht"]}; color: {c["tekst"]}; }}
QMenu::item:disabled {{ color: {c["tekst_3"]}; }}
QMenu::separator {{ height: 1px; background: {c["lijn_zacht"]}; margin: {px(6)}px; }}
QToolTip {{ background: {c["toast_vlak"]}; color: {c["toast_tekst"]}; border: 0; padding: {px(6)}px; }}
"""
