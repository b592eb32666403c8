"""Rows of voordrachten, placements and whether they last. Frozen data. Touches nothing.

Who it is stands in them only on a laptop that holds the candidate; elsewhere these fields are None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from desktop.frozen import dataclass
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij


@dataclass(frozen=True, slots=True)
class VoordrachtRij:
    """A candidate put forward; without a vacature it is jobhunting. `status` as in rules/voordracht.py."""

    id: str
    werkgever_id: str
    werkgever: str
    vacature_id: str | None
    vacature: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    datum: date
    status: str
    status_op: date
    gesprek_op: date | None
    gesprek_tijd: str | None
    reden: str | None
    terugkoppeling: str | None
    plaatsing_id: str | None
    plaatsing: str | None
    versie: int
    wacht: bool
    kandidaat_id: str | None = None
    kandidaat: str | None = None
    toestemming: date | None = None
    notitie: str | None = None


@dataclass(frozen=True, slots=True)
class MijlpaalRij:
    """After so many months. `uitkomst`: onbekend, gerealiseerd or uitval; see `rules.plaatsing.standing`."""

    id: str
    plaatsing_id: str
    plaatsing: str
    werkgever_id: str
    werkgever: str
    maanden: int
    datum: date
    uitkomst: str
    bevestigd_door: str | None
    bevestigd_op: date | None
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class OnderbrekingRij:
    """Days on which the work lay still, both included."""

    id: str
    plaatsing_id: str
    plaatsing: str
    werkgever_id: str
    werkgever: str
    van: date
    tot: date | None
    wacht: bool


@dataclass(frozen=True, slots=True)
class PlaatsingRij:
    """A placement, for the list, `toon` and `export`. `status`: loopt, beeindigd or vervallen."""

    id: str
    nummer: str | None
    werkgever_id: str
    werkgever: str
    formele_werkgever_id: str | None
    formele_werkgever: str | None
    vestiging_id: str | None
    vestiging: str | None
    vacature_id: str | None
    vacature: str | None
    voordracht_id: str | None
    voordracht: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    soort: str
    type_overeenkomst: str | None
    contract: str | None
    uren: int | None
    start: date
    verwachte_einddatum: date | None
    feitelijke_einddatum: date | None
    duurzaam_verwacht: bool | None
    project: str | None
    sroi: bool
    status: str
    mijlpalen: tuple[str, ...]
    """`3: gerealiseerd`, by month."""
    versie: int
    wacht: bool
    kandidaat_id: str | None = None
    kandidaat: str | None = None


@dataclass(frozen=True, slots=True)
class PlaatsingKaart:
    """One placement with all that its page shows. `persoon_hier`: this laptop holds who it is."""

    plaatsing: PlaatsingRij
    mijlpalen: tuple[MijlpaalRij, ...]
    onderbrekingen: tuple[OnderbrekingRij, ...]
    voordracht: VoordrachtRij | None
    geschiedenis: tuple[VeldwijzigingRij, ...]
    persoon_hier: bool
    reden_einde: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class VoordrachtFilter:
    """Which voordrachten; everything given must hold. `mijn`: of candidates that this person looks after."""

    werkgever_id: str | None = None
    vacature_id: str | None = None
    kandidaat_id: str | None = None
    mijn: bool = False
    alleen_lopend: bool = False


@dataclass(frozen=True, slots=True)
class PlaatsingFilter:
    """Which placements; everything given must hold. `sortering`: start (newest first), einde or werkgever.

    `eindigt_binnen`: days until the expected end of what runs. `mijlpaal_open`: a milestone has passed and
    nobody said yet whether it was reached.
    """

    tekst: str = ""
    statussen: frozenset[str] = frozenset()
    werkgever_id: str | None = None
    bemiddelaar_id: str | None = None
    mijn: bool = False
    kandidaat_id: str | None = None
    soort: str | None = None
    eindigt_binnen: int | None = None
    mijlpaal_open: bool = False
    sortering: str = "start"


@dataclass(frozen=True, slots=True)
class Plaatsingpagina:
    """A page of the list. `per_status` counts without the filter on status."""

    regels: tuple[PlaatsingRij, ...]
    aantal: int
    per_status: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DuurzaamheidRij:
    """How many placements reached a milestone. `groep`: betaald or onbetaald; None stands for under five."""

    groep: str
    maanden: int
    totaal: int | None
    gerealiseerd: int | None
    uitval: int | None
    onbekend: int | None
    nog_niet: int | None
