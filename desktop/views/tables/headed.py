"""A list in which headings stand between the rows: they are read like any line, and never chosen."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt

from desktop.views.tables.rows import Index, RowListModel


class HeadedLine(Protocol):
    """What every line of such a list can tell."""

    @property
    def key(self) -> str:
        """Names the line, also after its contents changed."""

    @property
    def title(self) -> str:
        """Its short text."""

    @property
    def sentence(self) -> str:
        """What a screen reader says."""

    @property
    def heading(self) -> bool:
        """Whether it only says what follows."""


L = TypeVar("L", bound=HeadedLine)


class HeadedModel(RowListModel[L]):
    """Lines that are all here, headings among them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(attrgetter("key"), attrgetter("title"), attrgetter("sentence"), parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.row(index.row())
        return Qt.ItemFlag.ItemIsEnabled if line is not None and line.heading else super().flags(index)

    def key_at(self, number: int) -> str | None:
        line = self.row(number)
        return line.key if line is not None else None

    def choosable(self) -> Sequence[int]:
        """The numbers of the lines that are no headings."""
        return [number for number, line in enumerate(self.rows()) if not line.heading]
