"""The list of keys: rows under the names of the menus, with the keys as caps at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.models.values import fold
from desktop.views import fonts, shortcuts, theme
from desktop.views.instellingen import own_keys, texts
from desktop.views.menus import GROUPS
from desktop.views.palette.rows import key_caps
from desktop.views.shortcuts import Shortcut
from desktop.views.tables.headed import HeadedModel
from desktop.views.tables.rows import Index, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import RowView, paint_chosen, paint_heading, paint_ring, shows_focus
from desktop.views.window_commands import WindowCommand


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A heading (no keys, no shortcut), a command with its keys, or a key that every list knows."""

    key: str
    title: str
    keys: tuple[str, ...] = ()
    shortcut: Shortcut | None = None
    own: bool = False
    heading: bool = False

    @property
    def sentence(self) -> str:
        """For a screen reader."""
        if self.heading:
            return self.title
        keys = f" {texts.OR} ".join(self.keys) or texts.NONE_SET
        return f"{self.title}, {keys}" + (f", {texts.OWN_KEY}" if self.own else "")


def lines(commands: Sequence[WindowCommand], typed: str = "") -> tuple[KeyLine, ...]:
    """All that fit what was typed: by words or by keys, under their headings."""
    result: list[KeyLine] = []
    for group in GROUPS:
        own = [_line(one) for one in commands if one.shortcut.group == group]
        result += _under(group, own, typed)
    known = [KeyLine(f"lijst:{keys}", words, (keys,)) for keys, words in texts.LIST_KEYS]
    return tuple(result + _under(texts.IN_LISTS, known, typed))


def _line(command: WindowCommand) -> KeyLine:
    shortcut = command.shortcut
    words = command.action.text().replace("&", "") if shortcut in shortcuts.PAGES else shortcut.label
    caps = tuple(dict.fromkeys(shortcuts.cap(keys) for keys in shortcut.keys))  # two keys may read the same
    return KeyLine(shortcut.key, words, caps, shortcut, own_keys.is_own(shortcut))


def _under(heading: str, rows: Sequence[KeyLine], typed: str) -> list[KeyLine]:
    wanted = fold(typed).split()
    fitting = [row for row in rows if _fits(fold(f"{row.title} {' '.join(row.keys)}"), wanted)]
    return [KeyLine(f"kop:{heading}", heading, heading=True), *fitting] if fitting else []


def _fits(text: str, wanted: Sequence[str]) -> bool:
    """A single letter is that of a key or the first of a word; more may stand anywhere."""
    words = text.split()
    return all(
        (len(part) > 1 and part in text) or any(word.startswith(part) for word in words) for part in wanted
    )


KeyModel = HeadedModel[KeyLine]


class KeyView(RowView):
    """Scrolls by itself; Enter or a double press changes a key."""

    def __init__(self, model: KeyModel) -> None:
        super().__init__(texts.KEYS_LIST, model)
        self.setItemDelegate(_Delegate(self))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(100, theme.measure("tabelregel"))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: KeyLine | None = index.data(RowRole)
        if line is None:
            return
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            paint_heading(painter, rect, line.title, 24)
        else:
            self._paint_line(painter, rect, line, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: KeyLine, chosen: bool) -> None:
        px = theme.active().px
        card = rect.adjusted(px(8), 0, -px(8), 0)
        if chosen:
            paint_chosen(painter, card, 8)
            if shows_focus(self._view):
                paint_ring(painter, card)
        left, right = rect.x() + px(24), rect.right() - px(24)
        for number, keys in enumerate(reversed(line.keys)):
            if number:
                area = QRect(left, rect.y(), right - left, rect.height())
                right -= paint.text(painter, area, texts.OR, "klein", "tekst_3", paint.RIGHT) + px(6)
            area = QRect(left, rect.y(), right - left + 1, rect.height())
            right -= key_caps(painter, area, keys) + px(4)
        if line.own:
            area = QRect(left, rect.y(), right - px(6) - left, rect.height())
            right -= px(16) + paint.text(
                painter, area, texts.OWN_KEY, "klein_mid", "accent_tekst", paint.RIGHT
            )
        words = QRect(left, rect.y(), max(fonts.line("tekst"), right - px(8) - left), rect.height())
        paint.text(painter, words, line.title, "tekst", "tekst")
