"""The rows behind `toon` and `export`: one table of kinds, so that both show the same.

Rows are the frozen dataclasses of the queries; reasons that are codes there become sentences here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy.orm import Session

from desktop.commandline.console import row_data
from desktop.commandline.rows_kandidaten import KANDIDATEN
from desktop.commandline.rows_nazorg import INSTRUMENTEN, OF_ANOTHER
from desktop.exporting import OF_REGION, OF_WERKGEVER, Rows
from desktop.laptop import READS, Laptop
from desktop.models.errors import Weigering
from desktop.models.queries import (
    afstemming,
    lijst,
    medewerker,
    pending,
    rondes,
    veldwijziging,
    werkgever,
)
from desktop.models.queries.afstemming_rows import AfstemmingRij, OpdrachtRij
from desktop.models.queries.day_rows import RondeRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter, WerkgeverKaart
from desktop.models.values import fold
from desktop.wording import sentence

CHUNK = 500
ROUNDS = 1_000


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows are asked for; everything given must hold. `werkgever` is an id or a KvK number."""

    id: str | None = None
    werkgever: str | None = None
    zoek: str | None = None
    lijst: str | None = None
    limiet: int | None = None


def find(laptop: Laptop, soort: str, choice: Choice) -> list[Any]:
    """The rows of a kind that this laptop holds; raises `Weigering` for an id that is not there."""
    werkgever_id = find_werkgever(laptop, choice.werkgever) if choice.werkgever else None
    if soort == "werkgever":
        found = _werkgevers(laptop, choice, werkgever_id)
    else:
        found = _other(laptop, soort, choice, werkgever_id)
        named = replace(choice, id=None) if soort in OF_ANOTHER else choice
        found = [row for row in found if _chosen(row, named)]
    if soort == "kandidaat":
        laptop.log(READS, f"kandidaat:{choice.id or len(found)}")
    if choice.id is not None and not found:
        raise Weigering("rij_onbekend", soort=soort)
    return found[: choice.limiet]


def find_werkgever(laptop: Laptop, named: str) -> str:
    """The id of a werkgever that is named by its id or its KvK number."""

    def query(session: Session) -> str | None:
        digits = named.replace(" ", "")
        if digits.isdecimal():
            return werkgever.id_of_kvk(session, digits)
        cards = werkgever.cards(session, [werkgever.current_id(session, named)])
        return cards[0].id if cards else None

    row_id = laptop.read(query)
    if row_id is None:
        raise Weigering("werkgever_onbekend", id=named)
    return row_id


def _werkgevers(laptop: Laptop, choice: Choice, werkgever_id: str | None) -> list[WerkgeverKaart]:
    if choice.id is not None:
        wanted: list[str] | None = [
            laptop.read(lambda session: werkgever.current_id(session, str(choice.id)))
        ]
    elif werkgever_id is not None:
        wanted = [werkgever_id]
    elif choice.zoek or choice.limiet is not None:
        lines = laptop.werkgevers(WerkgeverFilter(tekst=choice.zoek or ""), choice.limiet)
        wanted = [line.id for line in lines]
    else:
        wanted = None
    return laptop.read(lambda session: _cards(session, wanted))


def _cards(session: Session, wanted: list[str] | None) -> list[WerkgeverKaart]:
    """In the order of the ids; all by name when there are none."""
    if wanted is None:
        return list(werkgever.cards(session))
    found: dict[str, WerkgeverKaart] = {}
    for start in range(0, len(wanted), CHUNK):
        found |= {card.id: card for card in werkgever.cards(session, wanted[start : start + CHUNK])}
    return [found[row_id] for row_id in wanted if row_id in found]


def _other(laptop: Laptop, soort: str, choice: Choice, werkgever_id: str | None) -> list[Any]:
    found = list(laptop.read(lambda session: rows_of(session, laptop, soort, choice, werkgever_id)))
    if werkgever_id is not None and soort not in OF_WERKGEVER:
        found = [row for row in found if getattr(row, "werkgever_id", None) == werkgever_id]
    return found


def rows_of(
    session: Session, laptop: Laptop, soort: str, choice: Choice, werkgever_id: str | None = None
) -> Rows:
    """The rows of any kind but werkgever that a database holds, as whose laptop this is."""
    if soort in OF_WERKGEVER:
        return OF_WERKGEVER[soort](session, werkgever_id)
    of_region = OF_REGION.get(soort)
    if of_region is not None:
        return of_region(session)
    personal = {**KANDIDATEN, **INSTRUMENTEN}.get(soort)
    if personal is not None:
        return personal(session, laptop, choice.id)
    return _of_person(session, laptop, soort, choice, werkgever_id)


def _of_person(
    session: Session, laptop: Laptop, soort: str, choice: Choice, werkgever_id: str | None
) -> Rows:
    """What depends on whose laptop it is."""
    match soort:
        case "medewerker":
            return medewerker.medewerkers(session)
        case "code":
            return medewerker.all_codes(session, choice.lijst)
        case "veldwijziging":
            return veldwijziging.veldwijzigingen(session, werkgever_id, None)
        case "afstemming":
            return afstemming.inbox(session, laptop.medewerker_id, only_open=False, grouped=False)
        case "wachtrij":
            return pending.commands(session)
        case "lijst":
            return lijst.lijsten(session, laptop.medewerker_id, laptop.today())
        case "ronde":
            return rondes.rondes(session, choice.limiet or ROUNDS)
        case "opdracht":
            return pending.commands(session, choice.id, only_waiting=False)
        case _:
            known = (*OF_WERKGEVER, *OF_REGION, *KANDIDATEN, *INSTRUMENTEN)
            raise Weigering("soort_onbekend", soort=soort, soorten=", ".join(known))


def _chosen(row: Any, choice: Choice) -> bool:
    if choice.id is not None and choice.id not in (getattr(row, "id", None), getattr(row, "uuid", None)):
        return False
    words = fold(choice.zoek or "").split()
    if not words:
        return True
    text = fold(" ".join(str(value) for name in _names(row) if isinstance(value := getattr(row, name), str)))
    return all(word in text for word in words)


def _names(row: Any) -> list[str]:
    return [field.name for field in fields(row)]


def as_data(row: Any) -> dict[str, Any]:
    """A row as JSON data, with a sentence where the row has a code."""
    data = row_data(row)
    if isinstance(row, AfstemmingRij):
        data["tekst"] = sentence(row.code, row.parameters)
    if isinstance(row, RondeRij):
        data["tekst"] = sentence(row.fout) if row.fout else None
    if isinstance(row, OpdrachtRij):
        data["code"] = row.reden
        data["reden"] = sentence(row.reden, row.parameters) if row.reden else None
        data["uitkomst"] = row.status if row.status not in pending.WAITS else None
    return data
