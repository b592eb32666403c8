"""Keeps what is typed in a form on this laptop within a second and a half, and takes it back later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.frozen import dataclass
from desktop.models.queries.laptop_rows import Concept
from desktop.views import theme
from desktop.views.backend import Backend
from desktop.views.operations import Operations

Fields = Mapping[str, object]


class Draft(QObject):
    """One draft of one form: `found(Concept)` when there was one, `kept(datetime)` and `failed(Exception)`
    after saving. `done` when the form may go: what was typed is on the disk.
    """

    found = Signal(object)
    kept = Signal(object)
    failed = Signal(object)
    done = Signal()

    def __init__(
        self, operations: Operations, soort: str, onderwerp_id: str, read: Callable[[], Fields], form: QObject
    ) -> None:
        super().__init__(form)
        self._operations, self._read = operations, read
        self._soort, self._onderwerp_id = soort, onderwerp_id
        self._active = True
        self._unsaved = self._leaving = self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A little under the limit of the tokens, so that the write itself is done within it too.
        self._timer.setInterval(theme.tokens()["tijd"]["concept_bewaren_ms"] - 300)
        self._timer.timeout.connect(self.flush)

    def look(self) -> None:
        """Asks for a draft that was left behind."""
        call = _Find(self._operations.backend, self._soort, self._onderwerp_id)
        self._operations.query(call, self, self._found, self._ignore)

    def touch(self) -> None:
        """Something was typed. The clock is not set back, so that long typing is kept too."""
        if self._active:
            self._unsaved = True
            if not self._held and not self._timer.isActive():
                self._timer.start()

    def flush(self) -> None:
        """Saves now."""
        self._timer.stop()
        if self._active:
            call = KeepDraft(self._operations.backend, self._soort, self._onderwerp_id, dict(self._read()))
            self._operations.write(call, self, self._kept, self._failed)

    @property
    def waits(self) -> bool:
        """True while something typed was not yet saved."""
        return self._unsaved

    def leave(self) -> None:
        """The form wants to close: `done` follows when nothing is lost by that, otherwise `failed`."""
        if not self._active or not self._unsaved:
            self.end()
            self.done.emit()
        else:
            self._leaving = True
            self.flush()

    def drop(self) -> None:
        """The form was recorded, or emptied: the draft goes."""
        self._timer.stop()
        self._operations.write(
            DropDraft(self._operations.backend, self._soort, self._onderwerp_id), self, None, self._ignore
        )

    def hold(self) -> Callable[[], None]:
        """The form is being sent: what was typed is kept first, and nothing more until `go_on`. Returns what
        takes the draft away, for the writer to do as soon as everything took.
        """
        if self._unsaved:
            self.flush()
        self._timer.stop()
        self._held = True
        return DropDraft(self._operations.backend, self._soort, self._onderwerp_id)

    @property
    def is_held(self) -> bool:
        return self._held

    def go_on(self) -> None:
        """Not everything took: what is typed is kept again."""
        self._held = False
        self.touch()

    def end(self) -> None:
        """Nothing is kept any more from here on."""
        self._timer.stop()
        self._active = self._unsaved = False

    def _found(self, concept: Concept | None) -> None:
        if concept is not None:
            self.found.emit(concept)

    def _kept(self, at: datetime) -> None:
        self._unsaved = self._timer.isActive()
        self.kept.emit(at)
        if self._leaving:
            self._leaving = False
            self.leave()

    def _failed(self, error: Exception) -> None:
        self._leaving = False
        self.failed.emit(error)

    def _ignore(self, error: Exception) -> None:
        """A draft that cannot be read or taken away costs nobody any text."""


@dataclass(frozen=True, slots=True)
class _Find:
    backend: Backend
    soort: str
    onderwerp_id: str

    def __call__(self) -> Concept | None:
        return self.backend.concept(self.soort, self.onderwerp_id)


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """On the writer: what was typed, in the place of what was kept before."""

    backend: Backend
    soort: str
    onderwerp_id: str
    fields: Fields

    def __call__(self) -> datetime:
        return self.backend.bewaar_concept(self.soort, self.onderwerp_id, self.fields)


@dataclass(frozen=True, slots=True)
class DropDraft:
    """On the writer: what was typed is not wanted any more."""

    backend: Backend
    soort: str
    onderwerp_id: str

    def __call__(self) -> None:
        self.backend.verwijder_concept(self.soort, self.onderwerp_id)
