"""Rows of the match: who or what fits, each with its reasons in words as data. Touches nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.models.errors import Parameter


@dataclass(frozen=True, slots=True)
class RedenRij:
    """Why, as a code with what its sentence says. `oordeel`: past, let_op, past_niet or onbekend."""

    code: str
    oordeel: str
    parameters: Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class KandidaatMatch:
    """An own candidate, or a profile of a colleague (then without a name; `kandidaat_id` is None).

    `oordeel`: the worst of the reasons that are known. `loopt`: there is a running voordracht for it.
    """

    kandidaat_id: str | None
    profiel_id: str | None
    naam: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    beroepen: tuple[str, ...]
    pc4: str | None
    km: int | None
    werkfit: str | None
    oordeel: str
    redenen: tuple[RedenRij, ...]
    loopt: bool = False


@dataclass(frozen=True, slots=True)
class VacatureMatch:
    """Work that is still offered."""

    vacature_id: str
    nummer: str | None
    naam: str
    werkgever_id: str
    werkgever: str
    soort: str
    plaats: str | None
    sluitingsdatum: date | None
    km: int | None
    oordeel: str
    redenen: tuple[RedenRij, ...]
    loopt: bool = False
