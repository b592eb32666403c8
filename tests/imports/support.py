"""Files to import and a region to import into, without a database."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.imports.known import KnownVestiging, KnownWerkgever, NameKey, name_key
from desktop.imports.planning import OnProgress, Stop
from desktop.imports.werkgevers import ImportResult, run_import
from desktop.models.commands.werkgever import ImporteerWerkgevers, ImportRegel
from desktop.models.fields import build, to_plain
from desktop.models.outcome import GEWEIGERD, TOEGEPAST, Outcome

TODAY = date(2026, 11, 23)
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_COUNTER = itertools.count(1)
_OWN = {"id", "naam", "kvk_nummer", "handelsnamen", "vestigingen"}


def real(name: str) -> Path:
    """A public register that is not part of the project; the test is skipped without it."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not here: it lies beside the project, in shared/data")
    return path


def new_id() -> str:
    return f"00000000-0000-7000-8000-{next(_COUNTER):012d}"


def csv_file(folder: Path, *lines: str, name: str = "lijst.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def xlsx_file(
    folder: Path, rows: Iterable[Sequence[object]], name: str = "lijst.xlsx", merge: str = ""
) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    workbook.save(folder / name)
    return folder / name


@dataclass
class Region:
    """Keeps what commands bring, the way the real handler does; answers what is known."""

    werkgevers: dict[str, KnownWerkgever] = field(default_factory=dict)
    commands: list[ImporteerWerkgevers] = field(default_factory=list)
    refuse_after: int | None = None

    def doe(self, naam: str, arguments: Mapping[str, Any]) -> Outcome:
        assert naam == "werkgever.importeer"
        command = build(ImporteerWerkgevers, arguments)
        if self.refuse_after is not None and len(self.commands) >= self.refuse_after:
            return Outcome(GEWEIGERD, code="import_geweigerd")
        self.commands.append(command)
        for regel in command.regels:
            self._take(regel)
        return Outcome(TOEGEPAST)

    def _take(self, regel: ImportRegel) -> None:
        there = self.werkgevers.get(regel.id) or KnownWerkgever(regel.id, regel.naam, regel.kvk_nummer)
        plain = {name: value for name, value in to_plain(regel).items() if name not in _OWN}
        places = {place.id: place for place in there.vestigingen}
        for place in regel.vestigingen:
            values = {name: value for name, value in to_plain(place).items() if name != "hoofdvestiging"}
            places[place.id] = replace(places.get(place.id, KnownVestiging(place.id)), **values)
        self.werkgevers[regel.id] = replace(
            there,
            kvk_nummer=there.kvk_nummer or regel.kvk_nummer,
            handelsnamen=there.handelsnamen + regel.handelsnamen,
            velden={**there.velden, **plain},
            vestigingen=tuple(places.values()),
        )

    def by_kvk(self, kvk_nummers: Sequence[str]) -> Mapping[str, KnownWerkgever]:
        assert len(kvk_nummers) <= 500
        there = {one.kvk_nummer: one for one in self.werkgevers.values() if one.kvk_nummer}
        return {number: there[number] for number in kvk_nummers if number in there}

    def by_name(self, keys: Sequence[NameKey]) -> Mapping[NameKey, Sequence[KnownWerkgever]]:
        assert len(keys) <= 500
        found: dict[NameKey, list[KnownWerkgever]] = {}
        for one in self.werkgevers.values():
            postcodes = {place.postcode for place in one.vestigingen if place.postcode}
            for postcode in postcodes or (None,):
                found.setdefault(name_key(one.naam, postcode), []).append(one)
        return {key: found[key] for key in keys if key in found}

    def only(self) -> KnownWerkgever:
        (one,) = self.werkgevers.values()
        return one

    def named(self, naam: str) -> KnownWerkgever:
        (one,) = (one for one in self.werkgevers.values() if one.naam == naam)
        return one


def bring_in(
    path: Path,
    region: Region | None = None,
    mapping: str | None = None,
    *,
    dry_run: bool = False,
    folder: Path | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    sheet: str | None = None,
    ids: Callable[[], str] = new_id,
) -> ImportResult:
    """An import into a region; the counts always add up."""
    region = region if region is not None else Region()
    result = run_import(
        path,
        mapping,
        dry_run=dry_run,
        known=region,
        doe=region.doe,
        new_id=ids,
        day=TODAY,
        error_file_folder=folder or path.parent,
        on_progress=on_progress,
        stop=stop,
        sheet=sheet,
    )
    assert result.gelezen == result.nieuw + result.gewijzigd + result.gelijk + result.geweigerd
    return result
