"""What runs at a werkgever, for the tab Werk: vacatures, plaatsingen, questions, care and signalen.

Read when the tab is in sight, so that opening a dossier does not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop.frozen import dataclass
from desktop.models.queries.nazorg_rows import Nazorgstand
from desktop.models.queries.plaatsing_rows import PlaatsingFilter, PlaatsingRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.vacature_rows import VacatureFilter, VacatureRegel, WerkgeversvraagRij
from desktop.views.backend import Backend
from desktop.views.operations import Operations

LISTS = ("vacature_soort", "vraag_soort", "dienst", "signaal_categorie", "signaal_ernst")
MOST = 50
"""So many of each are shown; the pages of vacatures and plaatsingen have them all."""


@dataclass(frozen=True, slots=True)
class WorkFound:
    """All of it, as far as it is on this laptop. `van_mij`: the signalen that wait for this person."""

    werkgever_id: str
    vacatures: tuple[VacatureRegel, ...] = ()
    plaatsingen: tuple[PlaatsingRij, ...] = ()
    vragen: tuple[WerkgeversvraagRij, ...] = ()
    nazorg: Nazorgstand | None = None
    signalen: tuple[SignaalRij, ...] = ()
    van_mij: frozenset[str] = frozenset()
    labels: Mapping[tuple[str, str], str] | None = None

    def label(self, lijst: str, code: str | None) -> str:
        return (self.labels or {}).get((lijst, code or "")) or (code or "").replace("_", " ").capitalize()


class WorkHere(QObject):
    """`changed` when there is something else to show; `found` is what was read last."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self.found = WorkFound("")

    def open(self, werkgever_id: str) -> None:
        """What is shown of the same werkgever stays until the rest is there."""
        if werkgever_id != self.found.werkgever_id:
            self.found = WorkFound(werkgever_id)
        call = _Read(self._operations.backend, werkgever_id)
        self._operations.query(call, self, self._show, channel="werk")

    def _show(self, found: WorkFound) -> None:
        if found.werkgever_id == self.found.werkgever_id and found != self.found:
            self.found = found
            self.changed.emit()

    def question(self, vraag_id: str) -> WerkgeversvraagRij | None:
        return next((row for row in self.found.vragen if row.id == vraag_id), None)

    def signal(self, signaal_id: str) -> SignaalRij | None:
        return next((row for row in self.found.signalen if row.id == signaal_id), None)


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    werkgever_id: str

    def __call__(self) -> WorkFound:
        backend, werkgever_id = self.backend, self.werkgever_id
        labels = {(lijst, row.code): row.label for lijst in LISTS for row in backend.codes(lijst)}
        return WorkFound(
            werkgever_id,
            backend.vacatures(VacatureFilter(werkgever_id=werkgever_id), MOST).regels,
            backend.plaatsingen(PlaatsingFilter(werkgever_id=werkgever_id), MOST).regels,
            backend.werkgeversvragen(werkgever_id, alleen_open=False)[:MOST],
            backend.nazorgstand(werkgever_id),
            backend.signalen(werkgever_id)[:MOST],
            frozenset(row.id for row in backend.signalen_voor_mij()),
            labels,
        )
