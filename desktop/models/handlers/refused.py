"""What a refusal or an adaption leaves in its author's inbox: why, and everything that was typed.

What was refused because something before it was refused belongs to that: its author reads it as one.
Kept by whoever judges commands; what is kept may be anything that somebody sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.context import derive_id
from desktop.models.errors import Parameter
from desktop.models.rights import LOOKS_AFTER
from desktop.models.tables import Afstemming, Contactmoment, Medewerker, Overdracht, Werkgever
from desktop.models.work import Work

REFUSAL, NOTICE = "weigering", "kennisgeving"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as it was sent, with nothing in it that a database cannot keep."""

    naam: str
    versie: int
    argumenten: Mapping[str, Any]


def refused(
    work: Work, item_id: str, typed: Typed, code: str, parameters: Mapping[str, Parameter]
) -> Afstemming:
    """A refusal; the item belongs to the refusal of what this command builds on."""
    item = _item(work, item_id, typed, code, parameters)
    item.soort = REFUSAL
    item.werkgever_id = _werkgever_id(work, typed)
    item.rij_id = _id(typed.argumenten.get("id"))
    item.hoort_bij_id = _follows_from(work, typed)
    return work.add(item)


def adapted(
    work: Work,
    item_id: str,
    typed: Typed,
    code: str,
    parameters: Mapping[str, Parameter],
    about: str | None,
) -> Afstemming:
    """It was done in another way; `about` is the row it came to."""
    item = _item(work, item_id, typed, code, parameters)
    item.soort = NOTICE
    item.werkgever_id = _werkgever_id(work, typed) or _werkgever_of(work, about)
    return work.add(item)


def alarm(work: Work, naam: str) -> None:
    """Those who look after the centre hear that it could not handle a command: a fault of ours, no rule."""
    looks_after = Medewerker.rol.in_(sorted(LOOKS_AFTER))
    for person in work.find(Medewerker, looks_after, Medewerker.actief.is_(True)):
        row_id = derive_id(person.id, "apart", naam)
        told = work.get(Afstemming, row_id)
        count = 1 + (int(told.parameters.get("aantal") or 0) if told else 0)
        words: dict[str, Any] = {"naam": naam, "aantal": count}
        if told is not None:
            work.change(told, parameters=words, status="open", keuze=None)
            continue
        notice = _item(work, row_id, None, "opdracht_apart_gezet", words)
        notice.medewerker_id, notice.soort = person.id, NOTICE
        work.add(notice)


def _item(
    work: Work, item_id: str, typed: Typed | None, code: str, parameters: Mapping[str, Parameter]
) -> Afstemming:
    return Afstemming(
        id=item_id,
        medewerker_id=work.context.actor.medewerker_id,
        soort=NOTICE,
        code=code,
        parameters=dict(parameters),
        opdracht_uuid=work.context.uuid if typed else None,
        opdracht=typed.naam[:40] if typed else None,
        opdracht_versie=typed.versie if typed else None,
        argumenten=dict(typed.argumenten) if typed else {},
        gevraagd_op=work.context.ontvangen,
        status="open",
    )


def _follows_from(work: Work, typed: Typed) -> str | None:
    """The open refusal of a row that this command names, or what that one follows from."""
    named = set(_named(typed.argumenten))
    if not named:
        return None
    found = work.find(
        Afstemming,
        Afstemming.medewerker_id == work.context.actor.medewerker_id,
        Afstemming.soort == REFUSAL,
        Afstemming.status == "open",
        Afstemming.rij_id.in_(sorted(named)),
    )
    first = min(found, key=lambda item: (item.gevraagd_op or item.aangemaakt_op, item.id), default=None)
    return (first.hoort_bij_id or first.id) if first else None


def _named(argumenten: Mapping[str, Any]) -> Iterator[str]:
    """Ids of rows that a command builds on."""
    for name, value in argumenten.items():
        if str(name).endswith("_id"):
            value = [value]
        elif not str(name).endswith("_ids") or not isinstance(value, list):
            continue
        yield from (one for one in map(_id, value) if one is not None)


def _werkgever_id(work: Work, typed: Typed) -> str | None:
    """The werkgever that a command names, or that the overdracht is of which it names."""
    overdracht_id, named = (_id(typed.argumenten.get(name)) for name in ("overdracht_id", "werkgever_id"))
    overdracht = work.own(Overdracht, overdracht_id) if overdracht_id else None
    named = overdracht.werkgever_id if overdracht else named
    return named if named and work.own(Werkgever, named) is not None else None


def _werkgever_of(work: Work, about: str | None) -> str | None:
    if about is None:
        return None
    if work.own(Werkgever, about) is not None:
        return about
    contact = work.own(Contactmoment, about)
    return contact.werkgever_id if contact else None


def _id(value: object) -> str | None:
    """An id in the form in which rows have it; None for anything else."""
    text = value.lower() if isinstance(value, str) else ""
    return text if _ID.fullmatch(text) else None
