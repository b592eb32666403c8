"""What paper asks of the laptop, on workers: making, copying, taking away. No widget here."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import EnvironmentFailure
from desktop.reports.whole_file import Stopped, whole_file
from desktop.views.backend import Backend
from desktop.views.paper import private
from desktop.views.paper.orders import Cover, Order
from desktop.views.paper.pdf import Pdf

SECONDS_BETWEEN_COUNTS = 0.1
LEFT = "afdrukken"


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    pdf: Pdf


@dataclass(frozen=True, slots=True)
class ReadCover:
    backend: Backend
    order: Order

    def __call__(self) -> Cover:
        return self.order.cover(self.backend)


@dataclass(slots=True)
class MakePaper:
    """The making itself; None when the person stopped it."""

    backend: Backend
    order: Order
    name: str
    stop: threading.Event
    tell: Callable[[int], None]
    told: float = 0.0

    def __call__(self) -> Made | None:
        path = private.new_file(self.backend.afdrukmap(), self.name)
        try:
            self.order.make(self.backend, path, self.stop.is_set, self._heard)
            return Made(path, Pdf(path))
        except Stopped:
            return None
        finally:
            if not path.exists():
                private.remove(path)

    def _heard(self, done: int) -> None:
        now = time.monotonic()
        if now - self.told >= SECONDS_BETWEEN_COUNTS:
            self.told = now
            self.tell(done)


@dataclass(frozen=True, slots=True)
class RemovePaper:
    pdf: Pdf
    path: Path | None

    def __call__(self) -> None:
        self.pdf.close()
        if self.path is not None:
            private.remove(self.path)


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """Where paper was saved the last time."""

    backend: Backend

    def __call__(self) -> str:
        return str((self.backend.vensterstand(LEFT) or {}).get("map") or "")


@dataclass(frozen=True, slots=True)
class SavePaper:
    """A copy at the place that was chosen, whole or not at all."""

    backend: Backend
    source: Path
    place: Path

    def __call__(self) -> Path:
        try:
            content = self.source.read_bytes()
        except OSError as error:
            raise EnvironmentFailure("bestand_niet_te_lezen", pad=self.source.name) from error
        with whole_file(self.place) as stream:
            stream.write(content)
        self.backend.bewaar_vensterstand(LEFT, {"map": str(self.place.parent)})
        return self.place
