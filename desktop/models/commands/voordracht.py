"""Putting a candidate forward, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Date, Flag, Id, Identifier, Many, Text40, Text1000, Time

Status = Annotated[
    str,
    Choice(
        (
            "voorgesteld",
            "gesprek",
            "proefplaatsing",
            "geplaatst",
            "afgewezen_werkgever",
            "afgewezen_kandidaat",
            "ingetrokken",
        )
    ),
]
People = Annotated[tuple[str, ...], Many(Identifier(), 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoeVoordracht(Command):
    """A candidate for a vacature, or for a werkgever without one (jobhunting).

    `toestemming` is the day on which the person said yes to it. With a `kanaal` the employer was told, and
    that is a contact like any other (R2).
    """

    NAME = "voordracht.doe"

    id: Id | None = None
    kandidaat_id: Id
    vacature_id: Id | None = None
    werkgever_id: Id | None = None
    datum: Date
    toestemming: Date
    notitie: Text1000 | None = None
    kanaal: Text40 | None = None
    contactpersoon_ids: People = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkVoordrachtBij(Command):
    """A talk, a trial, an end with its reason; with a `kanaal` the employer was spoken to on `datum`.

    `terugkoppeling` is for the accountmanager, so without the person; `geen_naam`: what looks like the name
    in it is another word.
    """

    NAME = "voordracht.werk_bij"

    voordracht_id: Id
    status: Status | None = None
    datum: Date | None = None
    gesprek_op: Date | None = None
    gesprek_tijd: Time | None = None
    reden: Text40 | None = None
    terugkoppeling: Text1000 | None = None
    notitie: Text1000 | None = None
    kanaal: Text40 | None = None
    contactpersoon_ids: People = ()
    geen_naam: Flag = False
