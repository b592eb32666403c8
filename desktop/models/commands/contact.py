"""A contact that took place, and corrections to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from desktop.models.commands.base import Command
from desktop.models.fields import (
    Choice,
    Date,
    Flag,
    Id,
    Identifier,
    Many,
    Text,
    Text40,
    Text200,
    Text1000,
    Time,
    Whole,
)

Richting = Annotated[str, Choice(("wij", "werkgever"))]
Aanleiding = Annotated[str, Choice(("eigen_kandidaat", "andere_reden"))]
VumCode = Annotated[int, Whole(1, 6)]
Persons = Annotated[tuple[str, ...], Many(Identifier(), 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegContactVast(Command):
    """A contact with a werkgever. `richting` is who sought it; `aanleiding` why someone without regie did."""

    NAME = "contact.leg_vast"

    id: Id | None = None
    werkgever_id: Id
    vestiging_id: Id | None = None
    datum: Date
    tijd: Time | None = None
    kanaal: Text40
    richting: Richting = "wij"
    soort: Text40 | None = None
    onderwerp: Text40 | None = None
    contact_gelukt: Flag | None = None
    contactpersoon_ids: Persons = ()
    notitie: Text1000 | None = None
    vertrouwelijk: Flag = False
    resultaat: Text40 | None = None
    aanleiding: Aanleiding | None = None
    reden_buiten_regie: Text200 | None = None
    vum_code_onderwerp: VumCode | None = None
    vum_code_soort: VumCode | None = None
    vum_code_afspraken: Annotated[int, Whole(1, 3)] | None = None

    @staticmethod
    def prepare(data: Mapping[str, Any]) -> Mapping[str, Any]:
        """A moment in `datum` (2026-11-22T09:10) is split, so that no time that was given is lost."""
        moment = data.get("datum")
        if isinstance(moment, str) and "T" in moment and not data.get("tijd"):
            day, _, clock = moment.partition("T")
            return {**data, "datum": day, "tijd": clock[:5]}
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class ZetContactVast(Command):
    """The note of this contact stays on top of the timeline, or no longer."""

    NAME = "contact.zet_vast"

    contactmoment_id: Id
    vast: Flag = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigContact(Command):
    """A correction by the author; only the fields that change."""

    NAME = "contact.wijzig"

    contactmoment_id: Id
    datum: Date | None = None
    tijd: Time | None = None
    kanaal: Text40 | None = None
    onderwerp: Text40 | None = None
    contact_gelukt: Flag | None = None
    notitie: Text1000 | None = None
    vertrouwelijk: Flag | None = None
    contactpersoon_ids: Persons | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()
