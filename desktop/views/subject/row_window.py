"""A subject with very many rows: only those where one looks are here, read as the list of werkgevers is.

The lines of other subjects are all here (`ItemModel`); the list asks both the same questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from desktop.frozen import dataclass
from desktop.models.queries.ids import Ids
from desktop.views import texts as window_texts
from desktop.views.subject import texts as words
from desktop.views.subject.choice import Choice
from desktop.views.subject.description import LongSubject
from desktop.views.tables.item_line import ItemLine
from desktop.views.tables.rows import Index
from desktop.views.tables.window_reading import PAGE, FirstPage
from desktop.views.tables.windowed import WindowedModel


class WindowedItems(WindowedModel[ItemLine[Any]]):
    """`changed` holds keys of lines that a colleague changed and that were not opened since."""

    def __init__(self) -> None:
        super().__init__(_key, _title, _sentence, window_texts.ROW_COMING, words.GONE)
        self.changed: set[str] = set()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.key_at(index.row()) in self.changed:
            return f"{said}, {words.CHANGED}"
        return said

    def row(self, number: int) -> ItemLine[Any] | None:
        """A line that is not here yet stands for its row all the same."""
        here, key = super().row(number), self.id_at(number)
        if here is not None or not key:
            return here
        return ItemLine(key, self.stands_for(number), subject=key, ink="tekst_3")

    def key_at(self, number: int) -> str | None:
        return self.id_at(number) or None

    def choosable(self) -> Sequence[int]:
        return range(self.total)

    def replace(self, lines: Sequence[ItemLine[Any]]) -> bool:
        """The whole of a list that is short."""
        self.begin(lines)
        return True


def _key(line: ItemLine[Any]) -> str:
    return line.key


def _title(line: ItemLine[Any]) -> str:
    return line.title


def _sentence(line: ItemLine[Any]) -> str:
    return line.sentence


@dataclass(frozen=True, slots=True)
class Lines:
    """What such a list is read from, on a reader."""

    subject: LongSubject[Any, Any]

    def first(self, choice: Choice) -> FirstPage[ItemLine[Any]]:
        rows = self.subject.read_first(choice, PAGE + 1)
        return FirstPage(tuple(map(self.subject.line, rows[:PAGE])), len(rows) <= PAGE)

    def order(self, choice: Choice) -> Ids:
        return self.subject.read_order(choice)

    def rows(self, ids: Ids) -> tuple[ItemLine[Any], ...]:
        return tuple(map(self.subject.line, self.subject.read_rows(ids)))
