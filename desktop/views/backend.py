"""What the window needs from the laptop: the door that `desktop.compose` opens and nothing else.

Every method blocks and is therefore called through the gateway (`operations.py`), never on the UI thread.
Methods raise `Weigering` or `EnvironmentFailure`; anything else is a bug. `sync` raises `Revoked` when the
centre took this laptop's access away: everything on it was wiped by then, and no method works any more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from desktop.models.outcome import Outcome
from desktop.models.queries.rows import (
    AfstemmingRij,
    CodeRij,
    Concept,
    MedewerkerRij,
    MogelijkDubbel,
    OpdrachtRij,
    Regiestand,
    Stand,
    VeldwijzigingRij,
    WerkgeverFilter,
    WerkgeverRegel,
    Werkgeversblad,
)
from desktop.sync.result import SyncRound
from desktop.sync.transport import Revoked

__all__ = ["Backend", "Progress", "Revoked", "SyncRound"]

# Commands sent, commands to send in all, rows received; called on the thread of the round.
Progress = Callable[[int, int, int], None]


class Backend(Protocol):
    """The laptop as the window sees it. `doe` and `bewaar_concept` write; the rest only reads."""

    @property
    def medewerker_id(self) -> str: ...
    @property
    def rol(self) -> str: ...

    def now(self) -> datetime: ...
    def today(self) -> date: ...
    def doe(self, naam: str, argumenten: Mapping[str, object]) -> Outcome: ...
    def werkgevers(
        self, keuze: WerkgeverFilter, limiet: int, vanaf: int = 0
    ) -> tuple[WerkgeverRegel, ...]: ...
    def aantal_werkgevers(self, keuze: WerkgeverFilter) -> int: ...
    def blad(self, werkgever_id: str) -> Werkgeversblad: ...
    def veldwijzigingen(self, werkgever_id: str) -> tuple[VeldwijzigingRij, ...]: ...
    def regiestand(self, werkgever_id: str) -> Regiestand: ...
    def mogelijk_dubbel(
        self, naam: str, kvk_nummer: str | None, postcode: str | None, woonplaats: str | None
    ) -> tuple[MogelijkDubbel, ...]: ...
    def medewerkers(self) -> tuple[MedewerkerRij, ...]: ...
    def codes(self, lijst: str) -> tuple[CodeRij, ...]: ...
    def afstemming(self, alleen_open: bool = True) -> tuple[AfstemmingRij, ...]: ...
    def wachtrij(self) -> tuple[OpdrachtRij, ...]: ...
    def stand(self) -> Stand: ...
    def concept(self, soort: str, onderwerp_id: str) -> Concept | None: ...
    def bewaar_concept(self, soort: str, onderwerp_id: str, velden: Mapping[str, object]) -> datetime: ...
    def verwijder_concept(self, soort: str, onderwerp_id: str) -> None: ...
    def sync(self, progress: Progress | None = None) -> SyncRound: ...
    def overzicht(
        self,
        pad: Path,
        werkgever_id: str | None,
        accountmanager_id: str | None,
        voor: str,
        stop: Callable[[], bool],
        progress: Callable[[int], None],
    ) -> Path: ...
