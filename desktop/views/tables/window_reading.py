"""Reads a long list: the first page at each keystroke, the whole order when the typing rests, and
the rows that come in sight, ahead in the direction of scrolling.

A first page that may not be whole says "at least"; one without rows is not shown, because nothing was found
only when everything was looked through.

One window of rows is under way at a time; after each answer it looks again where one is by then. The newest
choice only is answered. What changed is read again in place; another order is handed out and not applied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop.frozen import dataclass
from desktop.models.queries.ids import Ids
from desktop.views.operations import Operations
from desktop.views.tables.later import Later, compare
from desktop.views.tables.windowed import WindowedModel

C = TypeVar("C")
Asked = TypeVar("Asked", contravariant=True)
R = TypeVar("R")
PAGE = 60
TYPING_RESTS_MS = 120
AHEAD, BEHIND = 2 * PAGE, PAGE // 4


@dataclass(frozen=True, slots=True)
class FirstPage(Generic[R]):
    """The beginning of a list. `whole`: there is no more than this."""

    rows: tuple[R, ...]
    whole: bool


class Source(Protocol[Asked, R]):
    """What a list is read from; all of it runs on a reader. `Asked` is what is chosen above the list."""

    def first(self, choice: Asked) -> FirstPage[R]:
        """The first rows, with bounded work."""

    def order(self, choice: Asked) -> Ids:
        """All ids."""

    def rows(self, ids: Ids) -> tuple[R, ...]:
        """Rows by id; what is gone is left out."""


@dataclass(frozen=True, slots=True)
class _ReadPage(Generic[C, R]):
    source: Source[C, R]
    choice: C

    def __call__(self) -> FirstPage[R]:
        return self.source.first(self.choice)


@dataclass(frozen=True, slots=True)
class _ReadOrder(Generic[C, R]):
    source: Source[C, R]
    choice: C

    def __call__(self) -> Ids:
        return self.source.order(self.choice)


@dataclass(frozen=True, slots=True)
class _ReadRows(Generic[C, R]):
    source: Source[C, R]
    ids: Ids

    def __call__(self) -> tuple[R, ...]:
        return self.source.rows(self.ids)


@dataclass(frozen=True, slots=True)
class Again(Generic[R]):
    """What was asked for and is there now, and the order by now."""

    asked: Ids
    rows: tuple[R, ...]
    later: Later


@dataclass(frozen=True, slots=True)
class _ReadAgain(Generic[C, R]):
    source: Source[C, R]
    choice: C
    near: Ids
    shown: Ids

    def __call__(self) -> Again[R]:
        rows = self.source.rows(self.near)
        return Again(self.near, rows, compare(self.shown, self.source.order(self.choice)))


def in_sight(view: QAbstractItemView, height: int, total: int) -> tuple[int, int]:
    """Numbers of the first and the last row in sight; all rows are equally high."""
    top = view.verticalScrollBar().value()
    last = (top + view.viewport().height()) // max(1, height)
    return min(top // max(1, height), max(0, total - 1)), min(last, max(0, total - 1))


class WindowReader(QObject, Generic[C, R]):
    """`shown` with the first page of a choice, `whole` when its order is known, `filled` when rows came.

    `again(Again)` after a refresh: rows are in place, the order is for the pane to judge.
    """

    shown = Signal()
    whole = Signal()
    filled = Signal()
    again = Signal(object)

    def __init__(
        self,
        operations: Operations,
        model: WindowedModel[R],
        source: Source[C, R],
        choice: C,
        in_sight: Callable[[], tuple[int, int]],
    ) -> None:
        super().__init__(model)
        self._operations, self._source = operations, source
        self._model, self._in_sight = model, in_sight
        self._choice = choice
        self._loading = self._filling = False
        self._is_whole = self._waits = False
        self._top, self._down = 0, True
        self._after: Callable[[], None] | None = None
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.timeout.connect(self._read_order)

    @property
    def is_whole(self) -> bool:
        """Whether the number of rows is the real one."""
        return self._is_whole and not self._loading

    # -- another choice ------------------------------------------------------------------------------
    def load(self, choice: C, typing: bool = False) -> None:
        """The first page now; the order at once, or when the typing rests."""
        self._choice, self._loading, self._is_whole, self._after = choice, True, False, None
        self._waits = False
        self._rests.setInterval(TYPING_RESTS_MS if typing else 0)
        self._rests.stop()
        self._operations.query(
            _ReadPage(self._source, choice), self, self._page_here, self._failed, channel="page"
        )

    def begin(self, choice: C, rows: tuple[R, ...]) -> None:
        """As `load`, with a first page that was read together with other things."""
        self._choice, self._is_whole = choice, False
        self._rests.setInterval(0)
        self._page_here(FirstPage(rows, len(rows) < PAGE))

    def _page_here(self, page: FirstPage[R]) -> None:
        self._loading = False
        if not (page.rows or page.whole):
            self._waits = True
            self._read_order()
            return
        self._begin(page)
        if not self._is_whole:
            self._rests.start()
        self.shown.emit()

    def _begin(self, page: FirstPage[R]) -> None:
        self._model.begin(page.rows)
        self._is_whole = page.whole
        self._top, self._down = 0, True

    def _read_order(self) -> None:
        if not self._loading:
            read = _ReadOrder(self._source, self._choice)
            self._operations.query(read, self, self._order_here, self._failed, channel="order")

    def _order_here(self, ids: Ids) -> None:
        if self._loading:
            return
        waited, self._waits = self._waits, False
        if waited:
            self._begin(FirstPage((), whole=False))
        if not self._model.extend(ids):
            # Something changed between the two readings; nobody has looked further than the first page.
            self._model.reorder(ids)
        self._is_whole = True
        if waited:
            self.shown.emit()
        self.whole.emit()
        after, self._after = self._after, None
        if after is not None:
            after()
        self.fill_what_is_seen()

    def when_whole(self, then: Callable[[], None]) -> None:
        """At once, or as soon as the order is known; a newer choice forgets it."""
        if self.is_whole:
            then()
        else:
            self._after = then
            if not self._loading:
                self._rests.stop()
                self._read_order()

    # -- rows ----------------------------------------------------------------------------------------
    def fill_what_is_seen(self) -> None:
        """Asks for rows that are or will be in sight and are not here; after each answer it looks again."""
        if self._filling or self._loading:
            return
        first, last = self._in_sight()
        if first != self._top:
            self._down, self._top = first > self._top, first
        before, after = (BEHIND, AHEAD) if self._down else (AHEAD, BEHIND)
        seen = self._model.missing(first, last)
        ahead = self._model.missing(first - before, last + after)
        if len(seen) or len(ahead) > PAGE:
            self._filling = True
            asked = seen if len(seen) > PAGE else ahead
            self._operations.query(_ReadRows(self._source, asked), self, _Filled(self, asked), self._failed)

    def fill(self, asked: Ids, rows: tuple[R, ...]) -> None:
        self._filling = False
        self._model.fill(asked, rows)
        self._model.forget_far_from(self._top)
        self.filled.emit()
        self.fill_what_is_seen()

    # -- what changed --------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Reads again what is seen, without moving anything; where nothing was, nothing can move."""
        if not self.is_whole or not self._model.ids:
            self.load(self._choice)
            return
        first, last = self._in_sight()
        near = self._model.ids[max(0, first - PAGE) : last + PAGE]
        read = _ReadAgain(self._source, self._choice, near, self._model.ids)
        self._operations.query(read, self, self._again_here, self._failed, channel="page")

    def _again_here(self, found: Again[R]) -> None:
        self.again.emit(found)
        self.fill_what_is_seen()

    def _failed(self, error: Exception) -> None:
        self._filling = self._loading = False
        self._operations.unexpected.emit(error)


@dataclass(frozen=True, slots=True)
class _Filled:
    """The rows that were asked for, with what was asked."""

    reader: WindowReader[Any, Any]
    asked: Ids

    def __call__(self, rows: tuple[Any, ...]) -> None:
        self.reader.fill(self.asked, rows)
