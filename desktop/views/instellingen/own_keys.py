"""Keys of one's own: what may be a key, whose it is now, and what the table becomes. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from desktop.views import shortcuts
from desktop.views.instellingen import texts
from desktop.views.shortcuts import Shortcut

Chosen = Mapping[str, tuple[str, ...]]
# What fields do with these keys is not ours to take.
_RESERVED = {
    "Ctrl+C": "kopiëren",
    "Ctrl+V": "plakken",
    "Ctrl+X": "knippen",
    "Ctrl+A": "alles te kiezen",
    "Alt+F4": "sluiten",
}
_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
)
CHANGEABLE = tuple(shortcut for shortcut in shortcuts.ALL if shortcut is not shortcuts.CLOSE)


def notation(pressed: QKeyCombination) -> str:
    """In Qt's notation; empty while only Ctrl or the like is down."""
    if pressed.key() in _ALONE:
        return ""
    modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, pressed.key())).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def problem(keys: str) -> str:
    """Why this cannot be a key, in a sentence; empty when it can."""
    if keys in _RESERVED:
        return texts.reserved(shortcuts.cap(keys), _RESERVED[keys])
    parts = keys.split("+")
    last = parts[-1] or "+"
    if "Ctrl" in parts and "Alt" in parts and len(last) == 1:
        return texts.ALT_GR
    if "Ctrl" in parts or "Alt" in parts or _is_function_key(last):
        return ""
    return texts.NEEDS_MODIFIER


def _is_function_key(last: str) -> bool:
    return last.startswith("F") and last[1:].isdigit()


def owner(keys: str, but: Shortcut | None = None) -> Shortcut | None:
    """Whose key it is now."""
    return next((one for one in shortcuts.ALL if one is not but and keys in one.keys), None)


def with_keys(chosen: Chosen, shortcut: Shortcut, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """This command has these keys; whoever had one of them has it no longer."""
    result = dict(chosen)
    for other in shortcuts.ALL:
        if other is not shortcut and set(keys) & set(other.keys):
            result[other.key] = tuple(one for one in other.keys if one not in keys)
    result[shortcut.key] = keys
    return {key: own for key, own in result.items() if own != _default(key)}


def _default(key: str) -> tuple[str, ...]:
    return next(shortcut.default for shortcut in shortcuts.ALL if shortcut.key == key)


def is_own(shortcut: Shortcut) -> bool:
    """Whether a person gave it other keys."""
    return shortcut.keys != shortcut.default
