"""What an argument of a command may refer to, and how a small number becomes the id of a row.

A reference is generated as a number and becomes an id when the step runs: one of the rows that this laptop
then holds. So a shrunk history reads well and can be typed over into a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import Any

from desktop.models.errors import Weigering
from tests.support.region import MOMENT

Arguments = dict[str, Any]
Table = str
REFERENCES: Mapping[str, Table] = {
    "werkgever_id": "werkgever",
    "dubbel_id": "werkgever",
    "werkgever_ids": "werkgever",
    "vestiging_id": "vestiging",
    "contactmoment_id": "contactmoment",
    "contactpersoon_id": "contactpersoon",
    "contactpersoon_ids": "contactpersoon",
    "actie_id": "actie",
    "contactverzoek_id": "actie",
    "afspraak_id": "afspraak",
    "overdracht_id": "overdracht",
    "waarneming_id": "waarneming",
    "afstemming_id": "afstemming",
    "lijst_id": "bewaarde_lijst",
    "accountmanager_id": "medewerker",
    "regie_bij_id": "medewerker",
    "regiehouder_id": "medewerker",
    "toegewezen_aan_id": "medewerker",
    "aan_id": "medewerker",
    "naar_id": "medewerker",
    "medewerker_id": "medewerker",
    "voor_id": "medewerker",
    "waarnemer_id": "medewerker",
    "kandidaat_id": "kandidaat",
    "profiel_id": "profiel",
    "opdracht_uuid": "opdracht",
    "partner_id": "partner",
    "werkgeversvraag_id": "werkgeversvraag",
    "behandelaar_id": "medewerker",
    "vacature_id": "vacature",
    "voordracht_id": "voordracht",
    "plaatsing_id": "plaatsing",
    "onderbreking_id": "onderbreking",
    "formele_werkgever_id": "werkgever",
    "bemiddelaar_ids": "medewerker",
    "bemiddelaar_id": "medewerker",
    "instrument_id": "instrument",
    "inzet_id": "instrument_inzet",
    "taak_id": "instrument_taak",
    "nazorgactie_id": "nazorgactie",
    "signaal_id": "signaal",
}
"""Which table the rows are in that an argument may name."""
OF_SUBJECT: Mapping[str, Mapping[str, Table]] = {
    "kandidaat": {
        "overdracht_id": "kandidaat_overdracht",
        "waarneming_id": "kandidaat_waarneming",
        "naar_id": "bemiddelaar",
        "voor_id": "bemiddelaar",
        "waarnemer_id": "bemiddelaar",
    },
    "vacature": {"bemiddelaar_id": "bemiddelaar", "bemiddelaar_ids": "bemiddelaar"},
}
"""Arguments that mean something else in commands about this subject."""
OF_COMMAND: Mapping[str, Mapping[str, Table]] = {
    "kandidaat.wijs_toe": {"kandidaat_id": "nummer"},
    "kandidaat.stel_waarneming_in": {"kandidaat_id": "nummer"},
}
"""Who leads knows a candidate by its number only."""
_QUERIES: Mapping[Table, str] = {
    "bemiddelaar": "SELECT id FROM medewerker WHERE rol = 'bemiddelaar' ORDER BY id",
    "nummer": "SELECT kandidaat_id FROM kandidaatregie ORDER BY kandidaat_id",
}


def query_of(table: Table) -> str:
    """Reads the ids of what may be referred to."""
    return _QUERIES.get(table, f"SELECT id FROM {table} ORDER BY id")  # noqa: S608 (our own names)


def reference(naam: str, argument: str) -> Table | None:
    """Which rows this argument of this command may name; None when it names none."""
    for special in (OF_COMMAND.get(naam, {}), OF_SUBJECT.get(naam.partition(".")[0], {}), REFERENCES):
        if argument in special:
            return special[argument]
    return None


Rows = Callable[[Table], list[str]]
TODAY = MOMENT.date()
_PARTS_WITHOUT_ID = frozenset({"beroepenlijst.importeer"})
_DAY = re.compile(r"dag([+-]\d+)")


def resolve(
    naam: str, given: Arguments, rows: Rows, new_id: Callable[[], str], today: date = TODAY
) -> Arguments:
    """The same with ids in place of numbers, and days in place of `dag+7`.

    Refused when there is nothing to refer to.
    """
    found: Arguments = {}
    for name, value in given.items():
        table = reference(naam, name)
        if value is None:
            continue
        if table is not None:
            ids = rows(table)
            found[name] = [_one(ids, n) for n in value] if isinstance(value, list) else _one(ids, value)
        elif name in ("regels", "vestigingen", "items"):
            own = {} if naam in _PARTS_WITHOUT_ID else {"id": new_id()}
            found[name] = [{**own, **resolve(naam, part, rows, new_id, today)} for part in value]
        elif isinstance(value, dict):
            found[name] = resolve(naam, value, rows, new_id, today)
        else:
            found[name] = _day(value, today)
    return found


def _one(ids: list[str], number: Any) -> str:
    if isinstance(number, str):
        return number
    if not ids:
        raise Weigering("rij_onbekend")
    chosen: str = ids[number % len(ids)]
    return chosen


def _day(value: Any, today: date) -> Any:
    """`dag-3` is three days ago; anything else is itself."""
    counted = _DAY.fullmatch(value) if isinstance(value, str) else None
    return (today + timedelta(days=int(counted[1]))).isoformat() if counted else value


def left_out(naam: str, given: Arguments, rows: Rows, needed: Collection[str]) -> Arguments:
    """Without what refers to nothing here, where it is not needed."""
    return {
        name: value
        for name, value in given.items()
        if name in needed or (table := reference(naam, name)) is None or rows(table)
    }
