"""What makes a list with a detail the screen of one subject: its words, its filters, how it is read and said.

`read`, `lines`, `read_one` and `sheet` run on a reader: they touch no widget. A new screen is a subclass of
this and a subclass of `SubjectPage` that does what is pressed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar, cast

from desktop.models.queries.ids import Ids
from desktop.views.backend import Backend
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.labels import Labels
from desktop.views.subject.sheet import Sheet
from desktop.views.subject.wording import Words
from desktop.views.tables.item_line import ItemLine

R = TypeVar("R")
D = TypeVar("D")


class Subject(ABC, Generic[R, D]):
    """One per page. `key` names what is remembered of the page."""

    key: str
    words: Words
    tables: tuple[str, ...]
    """A change in one of these is a reason to read again."""
    lists: tuple[str, ...] = ()
    """The code lists whose labels are read once, before the first rows."""
    labels = Labels()
    columns: tuple[tuple[str, str], ...] = ()
    """(key, words) of the columns of the board; without them there is none."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend

    # -- the list ------------------------------------------------------------------------------------
    @abstractmethod
    def read(self, choice: Choice) -> Sequence[R]:
        """The rows in their order."""

    @abstractmethod
    def line(self, row: R) -> ItemLine[R]:
        """A row as its two lines; its key is the id of the row."""

    def lines(self, rows: Sequence[R]) -> Sequence[ItemLine[R]]:
        """All lines of the list. A subject with headings groups them here (`item_line.group`)."""
        return tuple(self.line(row) for row in rows)

    def card(self, row: R) -> ItemLine[R]:
        """A row as a card of the board, where its column says its state already."""
        return self.line(row)

    def column_of(self, row: R) -> str:
        """The column of the board in which a row stands."""
        return ""

    @property
    @abstractmethod
    def orders(self) -> tuple[tuple[str, str], ...]:
        """(code, words) of the orders of the list; the first is the usual one."""

    @property
    def filters(self) -> tuple[Filter, ...]:
        """In the order of the sentence; those with options stand behind *Filters*, the others are chips."""
        return ()

    @property
    def start(self) -> Choice:
        """What is shown when nothing was remembered."""
        return Choice(order=self.orders[0][0])

    def read_names(self) -> Mapping[str, object]:
        """On a reader, before the first rows: what words and filters are made of, such as code lists."""
        return {"labels": Labels.read(self.backend, self.lists)}

    def learn(self, names: Mapping[str, object]) -> None:
        """What `read_names` found, on the UI thread."""
        self.labels = cast("Labels", names["labels"])

    def remembered(self, key: str) -> tuple[str, str] | None:
        """As what the palette remembers that this row was opened: its kind and id; None where it does not."""
        return None

    # -- one of them ---------------------------------------------------------------------------------
    @abstractmethod
    def read_one(self, row_id: str) -> D:
        """All that the detail shows. A person opens it: where reading is written down, it is written here."""

    def read_again(self, row_id: str) -> D:
        """What is on the screen already, drawn anew after a change."""
        return self.read_one(row_id)

    @abstractmethod
    def sheet(self, found: D) -> Sheet:
        """The same as the detail has it."""


class LongSubject(Subject[R, D]):
    """One of which there may be tens of thousands: its list holds only the rows where one looks."""

    @abstractmethod
    def read_first(self, choice: Choice, limit: int) -> Sequence[R]:
        """The first rows in their order."""

    @abstractmethod
    def read_order(self, choice: Choice) -> Ids:
        """All ids in that order."""

    @abstractmethod
    def read_rows(self, ids: Ids) -> Sequence[R]:
        """Those rows in that order; what is gone is left out."""
