"""The import of vacatures in the exchange format of VUM, from file to commands.

Every vacature of the file is *nieuw*, *gewijzigd*, *gelijk* or *geweigerd*. The werkgever is the one that was
named for the whole file, or the one whose name the vacature says: one that is not known is registered first,
one that may be another is never guessed. Knows no database and no network: `known` answers, `doe` acts.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

from desktop.imports.planning import (
    GELIJK,
    GEWEIGERD,
    GEWIJZIGD,
    NIEUW,
    OnProgress,
    Progress,
    Stop,
    blocks,
)
from desktop.imports.remarks import Remark, from_error, remark, summary
from desktop.models.commands.vacature import IMPORT_MAX, ImportVacature
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.fields import build, to_plain
from desktop.models.outcome import GEWEIGERD as REFUSED
from desktop.models.outcome import Outcome
from desktop.models.rules import vum
from desktop.models.rules.werkgever import search_name

Doe = Callable[[str, Mapping[str, Any]], Outcome]
COMMAND, REGISTER = "vacature.importeer", "werkgever.importeer"
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_COMMAND = 2_000_000
"""Characters of one command; the centre takes twice as much."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A werkgever that may be meant. `zeker`: it has this very name."""

    id: str
    naam: str
    zeker: bool


class KnownVacatures(Protocol):
    """What the import asks of the database."""

    def named(self, naam: str, postcode: str | None) -> Sequence[Candidate]:
        """Werkgevers with this name, or else those that it may be."""
        ...

    def differs(self, reading: vum.Reading) -> bool | None:
        """Whether the vacature of this source says something else; None when there is none."""
        ...


@dataclass(slots=True)
class Item:
    """One vacature of the file and what becomes of it. `werkgever_id` is a new one's own when not known."""

    number: int
    document: Any
    reading: vum.Reading | None = None
    werkgever_id: str | None = None
    verdict: str = GEWEIGERD
    reason: Remark | None = None


@dataclass(slots=True)
class Plan:
    """The whole dry run. `new_employers`: folded name → (id, name) of what is to be registered first."""

    items: list[Item] = field(default_factory=list)
    new_employers: dict[str, tuple[str, str]] = field(default_factory=dict)

    def refuse(self, item: Item, reason: Remark) -> None:
        item.verdict, item.reason = GEWEIGERD, reason


@dataclass(frozen=True, slots=True)
class VacatureImport:
    """Counts are vacatures of the file; gelezen is the sum of the other four. In a dry run no `batch`."""

    batch: str | None
    gelezen: int
    nieuw: int
    gewijzigd: int
    gelijk: int
    geweigerd: int
    nieuwe_werkgevers: int
    waarschuwingen: tuple[str, ...]
    foutbestand: str | None
    afgebroken: bool

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"waarschuwingen": list(self.waarschuwingen)}


def run_import(
    path: Path,
    *,
    werkgever_id: str | None,
    dry_run: bool,
    known: KnownVacatures,
    doe: Doe,
    new_id: Callable[[], str],
    error_file_folder: Path,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> VacatureImport:
    """Raises `Weigering` for a file that cannot be used; then nothing was done."""
    made = _plan(documents(path), werkgever_id, known, new_id)
    batch = None if dry_run else new_id()
    stopped = batch is not None and _send(made, path, batch, doe, new_id, on_progress, stop)
    counts = Counter(item.verdict for item in made.items)
    refused = [item for item in made.items if item.reason]
    return VacatureImport(
        batch=batch,
        gelezen=len(made.items),
        nieuw=counts[NIEUW],
        gewijzigd=counts[GEWIJZIGD],
        gelijk=counts[GELIJK],
        geweigerd=counts[GEWEIGERD],
        nieuwe_werkgevers=len(made.new_employers),
        waarschuwingen=tuple(summary((item.number, item.reason) for item in refused if item.reason)),
        foutbestand=_keep_refused(path, error_file_folder, refused),
        afgebroken=stopped,
    )


def documents(path: Path) -> list[Any]:
    """The vacatures in a file: a list of them, or one."""
    try:
        if path.is_dir():
            raise Weigering("import_map", bestand=path.name)
        if path.stat().st_size > LARGEST_FILE:
            raise Weigering("vum_bestand_te_groot", max=LARGEST_FILE // 1024**2)
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise Weigering("import_bestand_weg", bestand=path.name) from error
    except PermissionError as error:
        raise Weigering("import_geen_rechten", bestand=path.name) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, or no JSON
        raise Weigering("vum_geen_json", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFailure("import_niet_leesbaar", bestand=path.name, reden=error.strerror) from error
    many = found if isinstance(found, list) else [found]
    if not many or not any(isinstance(one, dict) for one in many):
        raise Weigering("vum_geen_vacatures", bestand=path.name)
    return many


def _plan(
    found: Sequence[Any], werkgever_id: str | None, known: KnownVacatures, new_id: Callable[[], str]
) -> Plan:
    made = Plan()
    seen: set[str] = set()
    asked: dict[tuple[str, str | None], Sequence[Candidate]] = {}
    for number, document in enumerate(found, start=1):
        item = Item(number, document)
        made.items.append(item)
        try:
            item.reading = _read(document, seen)
            # By itself: in a command with others, one that does not fit would take all of them along.
            build(ImportVacature, _row(item, new_id) | {"werkgever_id": new_id()})
            item.werkgever_id = werkgever_id or _employer(made, item.reading, document, known, asked, new_id)
        except Weigering as reason:
            made.refuse(item, from_error(reason))
            continue
        differs = known.differs(item.reading)
        item.verdict = NIEUW if differs is None else GEWIJZIGD if differs else GELIJK
    return made


def _read(document: Any, seen: set[str]) -> vum.Reading:
    if not isinstance(document, dict):
        raise Weigering("vum_geen_object")
    reading = vum.read(document)
    source = reading.columns["bron_id"]
    if source in seen:
        raise Weigering("vum_dubbel", id=source)
    seen.add(source)
    return reading


def _employer(
    made: Plan,
    reading: vum.Reading,
    document: dict[str, Any],
    known: KnownVacatures,
    asked: dict[tuple[str, str | None], Sequence[Candidate]],
    new_id: Callable[[], str],
) -> str:
    """The id of the werkgever of a vacature; refused where it could be more than one, or none is named."""
    naam = vum.employer_name(document)
    if naam is None:
        raise Weigering("vum_zonder_werkgever")
    key = (naam, reading.columns.get("postcode"))
    if key not in asked:
        asked[key] = known.named(*key)
    certain = [one for one in asked[key] if one.zeker]
    if len(certain) > 1:
        raise Weigering("vum_werkgever_meer", naam=naam, aantal=len(certain))
    if certain:
        return certain[0].id
    if asked[key]:
        raise Weigering("vum_werkgever_lijkt", naam=naam, ander=asked[key][0].naam)
    row_id, _ = made.new_employers.setdefault(search_name(naam), (new_id(), naam))
    return row_id


def _send(
    made: Plan,
    path: Path,
    batch: str,
    doe: Doe,
    new_id: Callable[[], str],
    on_progress: OnProgress | None,
    stop: Stop | None,
) -> bool:
    """True when it was stopped half-way: what was done stays, the rest is in the file of what was refused."""
    name = os.fsencode(path.name).decode("utf-8", "replace")[-200:]
    head = {"batch": batch, "bestand": name}
    going = [item for item in made.items if item.verdict in (NIEUW, GEWIJZIGD)]
    reason = _register(made, head, doe) if going else None
    done, stopped = 0, False
    for part in _parts(going):
        stopped = stopped or (stop is not None and stop())
        if stopped:
            reason = remark("import_niet_verstuurd")
        rows = [_row(item, new_id) for item in part]
        reason = reason or _refusal(doe, COMMAND, head | {"bronsysteem": vum.BRON, "regels": rows})
        for item in part:
            if reason:
                made.refuse(item, reason)
        done += len(part)
        if on_progress and not stopped:
            on_progress(Progress("versturen", done, len(going)))
    return stopped


def _register(made: Plan, head: Mapping[str, Any], doe: Doe) -> Remark | None:
    """The werkgevers that are not known yet; when that is refused none of the vacatures can go."""
    needed = {item.werkgever_id for item in made.items}
    new = [{"id": row_id, "naam": naam} for row_id, naam in made.new_employers.values() if row_id in needed]
    for part in blocks(new, IMPORT_MAX):
        reason = _refusal(doe, REGISTER, {**head, "regels": list(part)})
        if reason:
            return reason
    return None


def _refusal(doe: Doe, name: str, arguments: Mapping[str, Any]) -> Remark | None:
    try:
        outcome = doe(name, arguments)
    except Weigering as error:
        return from_error(error)
    refused = outcome.result == REFUSED
    return Remark(outcome.code or "import_geweigerd", outcome.parameters) if refused else None


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    """At most 500 together, and never more than a command may weigh."""
    part: list[Item] = []
    weight = 0
    for item in items:
        heavy = len(json.dumps(item.document, ensure_ascii=False))
        if part and (len(part) == IMPORT_MAX or weight + heavy > LARGEST_COMMAND):
            yield part
            part, weight = [], 0
        part.append(item)
        weight += heavy
    if part:
        yield part


def _row(item: Item, new_id: Callable[[], str]) -> dict[str, Any]:
    assert item.reading is not None
    row = {name: to_plain(value) for name, value in item.reading.columns.items()}
    row |= {"id": new_id(), "werkgever_id": item.werkgever_id}
    row |= {"vum": item.reading.rest} if item.reading.rest else {}
    return row | ({} if item.reading.people is None else {"vum_contactpersonen": item.reading.people})


def _as_it_came(found: list[Any]) -> bytes:
    """Readable, but for half a sign: that only an escape can write, and it was refused for it."""
    try:
        return json.dumps(found, ensure_ascii=False, indent=1).encode()
    except UnicodeEncodeError:
        return json.dumps(found, indent=1).encode()


def _keep_refused(path: Path, folder: Path, refused: Sequence[Item]) -> str | None:
    """What was refused as it came, so that it can be offered again."""
    if not refused:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    stem = path.stem.removesuffix("-geweigerd")[:80]
    names = (f"{stem}-geweigerd{'' if n == 1 else f'-{n}'}.json" for n in range(1, 10_000))
    target = next(folder / name for name in names if not (folder / name).exists())
    try:
        target.touch(mode=0o600)
        target.write_bytes(_as_it_came([item.document for item in refused]))
    except OSError as error:
        raise EnvironmentFailure("import_foutbestand", bestand=target.name, reden=error.strerror) from error
    return str(target)
