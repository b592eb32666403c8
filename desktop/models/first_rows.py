"""What a new region begins with and an existing one gets at its upkeep: code lists, instruments, schedule.

Read from resources; the ids follow from the region and the code, so that bringing it in twice is once. What
the region changed or took away stays as the region left it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from desktop.models.code_lists import first_values
from desktop.models.context import derive_id
from desktop.models.tables import Codewaarde, Instrument, Nazorgregel
from desktop.models.work import Work
from desktop.paths import resource

_LINE: Mapping[str, Any] = {
    "na_regel": None,
    "verschuiving": 0,
    "herhaal_maanden": None,
    "alleen_bij": None,
    "actief": True,
}


def first_instruments() -> Iterator[dict[str, Any]]:
    """The shipped instruments in the order of the guide, as values of their rows."""
    found = [_read(path.read_text(encoding="utf-8")) for path in resource("instrumenten").glob("*.toml")]
    return iter(sorted(found, key=lambda row: (row["volgorde"], row["code"])))


def _read(text: str) -> dict[str, Any]:
    data = tomllib.loads(text)
    return {"geldig_van": None, "geldig_tot": None, "grenzen": {}, "taken": []} | data


def first_lines() -> Iterator[dict[str, Any]]:
    """The schedule that a region begins with, as values of its rows."""
    text = resource("nazorg", "schema.toml").read_text(encoding="utf-8")
    return iter([{**_LINE, **line} for line in tomllib.loads(text)["regel"]])


def bring_in(work: Work) -> int:
    """Adds what the region does not have yet; how many rows. The caller commits."""
    return code_lists(work) + instruments(work) + schedule(work)


def code_lists(work: Work) -> int:
    """Values of lists that the region does not know."""
    regio_id = work.context.actor.regio_id
    known = {row.id for row in work.find_all(Codewaarde)}
    added = 0
    for value in first_values():
        row_id = derive_id(regio_id, "code", value.lijst, value.code)
        if row_id not in known:
            work.add(Codewaarde(id=row_id, **asdict(value)))
            added += 1
    return added


def instruments(work: Work) -> int:
    """A shipped version older than one that the region has of that instrument is left out."""
    rows = work.find_all(Instrument)
    known = {row.id for row in rows}
    newest: dict[str, date] = {}
    for row in rows:
        newest[row.code] = max(newest.get(row.code, date.min), row.geldig_van or date.min)
    added = 0
    for values in first_instruments():
        code, begin = values["code"], values["geldig_van"]
        row_id = derive_id(work.context.actor.regio_id, "instrument", code, str(begin or ""))
        if row_id in known or (code in newest and (begin or date.min) <= newest[code]):
            continue
        for row in rows:
            if row.code == code and begin and (row.geldig_tot is None or row.geldig_tot > begin):
                work.change(row, geldig_tot=begin)
        work.add(Instrument(id=row_id, **values))
        added += 1
    return added


def schedule(work: Work) -> int:
    """Lines of the schedule that the region does not know."""
    regio_id = work.context.actor.regio_id
    known = {row.id for row in work.find_all(Nazorgregel)}
    added = 0
    for values in first_lines():
        row_id = derive_id(regio_id, "nazorgregel", values["code"])
        if row_id not in known:
            work.add(Nazorgregel(id=row_id, **values))
            added += 1
    return added
