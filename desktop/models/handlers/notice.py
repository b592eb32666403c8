"""Telling one person something: a row in the inbox Afstemming that only that person's laptops get."""

from __future__ import annotations

from desktop.models.errors import Parameter
from desktop.models.tables import Afstemming
from desktop.models.work import Work


def tell(
    work: Work, medewerker_id: str, code: str, werkgever_id: str | None, **parameters: Parameter
) -> None:
    """A notice for a colleague; nobody gets a notice of what he did himself."""
    if medewerker_id != work.context.actor.medewerker_id:
        put_in_inbox(work, medewerker_id, code, werkgever_id, **parameters)


def put_in_inbox(
    work: Work, medewerker_id: str, code: str, werkgever_id: str | None, **parameters: Parameter
) -> None:
    """A notice for whoever it is; one command tells a person a thing once per werkgever."""
    work.add(
        Afstemming(
            id=work.context.derive_id("kennisgeving", medewerker_id, code, werkgever_id or ""),
            medewerker_id=medewerker_id,
            soort="kennisgeving",
            code=code,
            parameters=dict(parameters),
            werkgever_id=werkgever_id,
            opdracht_uuid=work.context.uuid,
            argumenten={},
            status="open",
        )
    )
