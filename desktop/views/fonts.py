"""The letter: IBM Plex Sans from `resources/fonts`, asked for by role and always by family + weight.

Sizes are pixels times the text factor. Fonts and metrics are cached, because delegates ask for them per row.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from desktop.paths import resource
from desktop.views import theme


@cache
def load() -> tuple[str, ...]:
    """Registers the bundled files; returns the families found (empty when there are none: Qt's own font
    serves).
    """
    found: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        found += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(found)


@lru_cache(maxsize=256)
def _font(role: str, factor: float) -> QFont:
    values = theme.tokens()["letter"]["rollen"][role]
    font = QFont(theme.tokens()["letter"]["familie"])
    font.setPixelSize(round(values["grootte"] * factor))
    font.setWeight(QFont.Weight(values["gewicht"]))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@lru_cache(maxsize=256)
def _metrics(role: str, factor: float) -> QFontMetrics:
    return QFontMetrics(_font(role, factor))


def font(role: str) -> QFont:
    return _font(role, theme.active().factor)


def metrics(role: str) -> QFontMetrics:
    return _metrics(role, theme.active().factor)


def line(role: str) -> int:
    """The line height of a role in logical pixels."""
    return theme.active().px(theme.tokens()["letter"]["rollen"][role]["regel"])


@lru_cache(maxsize=1024)
def _width(role: str, factor: float, text: str) -> int:
    return _metrics(role, factor).horizontalAdvance(text)


def width(role: str, text: str) -> int:
    """In logical pixels. Kept for the newest texts: a layout of the window asks it of every button."""
    return _width(role, theme.active().factor, text)


def forget() -> None:
    """The texts that were measured: there are names among them."""
    _width.cache_clear()
