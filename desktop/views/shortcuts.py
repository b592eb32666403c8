"""The one table of keys: actions, tooltips, menus and help all read it here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from desktop.views import texts, texts_forms, texts_regie, texts_sync


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`keys` in Qt's notation, `label` what it does in the words of the screen."""

    keys: str
    label: str

    @property
    def sequence(self) -> QKeySequence:
        return QKeySequence(self.keys)

    @property
    def shown(self) -> str:
        """As on a key cap: Ctrl B."""
        return self.keys.replace("Return", "Enter").replace("+", " ").strip()


SEARCH = Shortcut("Ctrl+F", texts.SEARCH_EMPLOYERS)
VISIT = Shortcut("Ctrl+B", texts.LOG_VISIT)
CALL = Shortcut("Ctrl+L", texts.CALL)
NEW = Shortcut("Ctrl+N", texts.NEW_EMPLOYER)
PRINT = Shortcut("Ctrl+P", texts.PRINT_OVERVIEW)
SAVE = Shortcut("Ctrl+Return", texts_forms.SAVE)
NEXT = Shortcut("Ctrl+PgDown", texts.NEXT_EMPLOYER)
PREVIOUS = Shortcut("Ctrl+PgUp", texts.PREVIOUS_EMPLOYER)
BACK = Shortcut("Alt+Left", texts.BACK)
SYNC = Shortcut("F5", texts_sync.SEND_AND_FETCH)
NEXT_PANE = Shortcut("F6", texts.NEXT_PANE)
PREVIOUS_PANE = Shortcut("Shift+F6", texts.PREVIOUS_PANE)
CLOSE = Shortcut("Esc", texts_forms.CLOSE)
LARGER = Shortcut("Ctrl++", texts.TEXT_LARGER)
SMALLER = Shortcut("Ctrl+-", texts.TEXT_SMALLER)
NORMAL = Shortcut("Ctrl+0", texts.TEXT_NORMAL)
CHOOSE = tuple(Shortcut(f"Alt+{n}", label) for n, label in enumerate(texts_regie.CHOICES, start=1))
PAGES = tuple(Shortcut(f"Ctrl+{n}", texts.GO_TO_PAGE) for n in range(1, 8))

ALL = (
    SEARCH,
    VISIT,
    CALL,
    NEW,
    PRINT,
    SAVE,
    NEXT,
    PREVIOUS,
    BACK,
    SYNC,
    NEXT_PANE,
    PREVIOUS_PANE,
    CLOSE,
    LARGER,
    SMALLER,
    NORMAL,
    *CHOOSE,
    *PAGES,
)


def tooltip(shortcut: Shortcut) -> str:
    return f"{shortcut.label} ({shortcut.shown})"
