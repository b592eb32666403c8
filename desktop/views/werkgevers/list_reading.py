"""Reads the list of werkgevers: the first page at each keystroke, and later the rows that come in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListView

from desktop.models.queries.rows import WerkgeverFilter, WerkgeverRegel
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.tables.place import keep_place
from desktop.views.werkgevers.list_model import PAGE, EmployerListModel

# A refresh reads a list from its beginning when one looks no further down than this.
FROM_THE_START = 300


@dataclass(frozen=True, slots=True)
class Found:
    """`rows` begin at number `start` of the list; `total` is -1 when only a page was asked for."""

    rows: tuple[WerkgeverRegel, ...]
    start: int
    total: int


@dataclass(frozen=True, slots=True)
class ReadList:
    """One reading of the list, on a reader's thread."""

    backend: Backend
    choice: WerkgeverFilter
    limit: int
    start: int = 0
    count: bool = True

    def __call__(self) -> Found:
        rows = self.backend.werkgevers(self.choice, self.limit, self.start)
        total = self.backend.aantal_werkgevers(self.choice) if self.count else -1
        return Found(rows, self.start, total)


class ListReader(QObject):
    """`loaded(total)` after the first page of a choice, `refreshed(total, ids that changed)` after a refresh,
    `filled()` when rows that came in sight are here. One page is under way at a time: the one in sight.
    """

    loaded = Signal(int)
    refreshed = Signal(int, object)
    filled = Signal()

    def __init__(self, operations: Operations, view: QListView, model: EmployerListModel) -> None:
        super().__init__(view)
        self._operations, self._backend = operations, operations.backend
        self._view, self._model = view, model
        self._choice = WerkgeverFilter()
        self._loading = self._filling = False
        view.verticalScrollBar().valueChanged.connect(self.fill_what_is_seen)

    def load(self, choice: WerkgeverFilter) -> None:
        """The first page; a newer keystroke wins."""
        self._choice, self._loading = choice, True
        self._ask(ReadList(self._backend, choice, PAGE), self._loaded, "list")

    def refresh(self) -> None:
        """Reads again what is seen, without moving anything."""
        if self._loading:
            self.load(self._choice)
            return
        first, last = self._seen()
        start = first - PAGE if first - PAGE > FROM_THE_START else 0
        self._ask(ReadList(self._backend, self._choice, last + PAGE - start, start), self._refreshed, "list")

    def fill_what_is_seen(self) -> None:
        """Asks for rows that are seen and not here; after each answer it looks again."""
        first, last = self._seen()
        missing = self._model.missing(first, last)
        if missing is None or self._filling or self._loading:
            return
        self._filling = True
        start, count = self._model.missing(first - PAGE // 2, last + PAGE // 2) or missing
        self._ask(ReadList(self._backend, self._choice, count, start, count=False), self._filled(count), None)

    def _ask(self, read: ReadList, done: Callable[[Found], None], channel: str | None) -> None:
        self._operations.query(read, self, done, self._failed, channel)

    def _seen(self) -> tuple[int, int]:
        """Numbers of the first and the last row in sight; all rows are equally high."""
        height = max(1, self._view.sizeHintForRow(0))
        top = self._view.verticalScrollBar().value()
        return top // height, (top + self._view.viewport().height()) // height

    def _loaded(self, found: Found) -> None:
        self._loading = False
        self._model.replace(found.rows, found.total)
        self.loaded.emit(found.total)
        self.fill_what_is_seen()

    def _refreshed(self, found: Found) -> None:
        merge = _Merge(self._model, found)
        keep_place(self._view, self._key_of, self._model.find, merge)
        self.refreshed.emit(found.total, merge.changed)
        self.fill_what_is_seen()

    def _filled(self, count: int) -> Callable[[Found], None]:
        model_before = self._model.age

        def done(found: Found) -> None:
            self._filling = False
            if model_before == self._model.age:
                self._model.fill(found.start, count, found.rows)
                self.filled.emit()
            self.fill_what_is_seen()

        return done

    def _failed(self, error: Exception) -> None:
        self._filling = self._loading = False
        self._operations.unexpected.emit(error)

    def _key_of(self, number: int) -> str | None:
        row = self._model.row(number)
        return row.id if row else None


class _Merge:
    """The change that `keep_place` runs on a refresh."""

    def __init__(self, model: EmployerListModel, found: Found) -> None:
        self._model, self._found = model, found
        self.changed: set[str] = set()

    def __call__(self) -> None:
        self.changed = self._model.merge(self._found.rows, self._found.total, self._found.start)
