"""The list of beroepen of UWV (BO&C) from a csv file to commands: a code, a name, and nothing else.

Knows no database and no network: `doe` acts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop.imports.planning import OnProgress, Progress, blocks
from desktop.imports.reading import open_table
from desktop.imports.synonyms import plain
from desktop.imports.table import Table
from desktop.models.commands.beroepenlijst import ROWS_MAX
from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome

COMMAND = "beroepenlijst.importeer"
CODES = frozenset({"code", "uwvberoepcode", "beroepcode", "beroepscode", "codeberoep"})
NAMES = frozenset({"naam", "omschrijving", "beroep", "beroepsnaam", "beroepnaam"})
LONGEST_CODE, LONGEST_NAME = 40, 200
MOST_GONE = 0.2
"""A file that would end more of the list than this is more likely a part of one."""
Doe = Callable[[str, Mapping[str, Any]], Outcome]


@dataclass(frozen=True, slots=True)
class BeroepenImport:
    """How many names of the file there were, and what became of them; `vervallen` were in the list before."""

    gelezen: int
    nieuw: int
    gewijzigd: int
    gelijk: int
    geweigerd: int
    vervallen: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def run_import(
    path: Path,
    *,
    dry_run: bool,
    doe: Doe,
    current: Collection[str],
    much_gone: bool = False,
    on_progress: OnProgress | None = None,
) -> BeroepenImport:
    """`current` are the codes that are offered now: what the file has no more ends (`much_gone`: also much).

    Raises `Weigering` for a file without a code and a name, or that would end much; then nothing was done.
    """
    names: dict[str, str] = {}
    refused = 0
    for code, naam in _rows(open_table(path)):
        if 0 < len(code) <= LONGEST_CODE and 0 < len(naam) <= LONGEST_NAME:
            names[code] = naam
        else:
            refused += 1
    if not names:
        raise Weigering("beroepen_geen_rij", bestand=path.name)
    gone = sorted(set(current) - names.keys())
    if len(gone) > MOST_GONE * len(current) and not (much_gone or dry_run):
        raise Weigering("beroepen_veel_weg", weg=len(gone), van=len(current))
    counts = {"nieuw": 0, "gewijzigd": 0, "gelijk": 0, "vervallen": 0}
    source = path.name[-200:]
    done = 0
    for part in () if dry_run else blocks(sorted(names.items()), ROWS_MAX):
        rows = [{"code": code, "naam": naam} for code, naam in part]
        _count(counts, doe(COMMAND, {"bron": source, "regels": rows}))
        done += len(rows)
        if on_progress:
            on_progress(Progress("versturen", done, len(names)))
    for some in () if dry_run else blocks(gone, ROWS_MAX):
        _count(counts, doe(COMMAND, {"bron": source, "vervallen": list(some)}))
    if dry_run:
        counts["vervallen"] = len(gone)
    return BeroepenImport(gelezen=len(names) + refused, geweigerd=refused, **counts)


def _count(counts: dict[str, int], outcome: Outcome) -> None:
    for name in counts:
        counts[name] += int(outcome.parameters.get(name) or 0)


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    """Code and name of each row, by the titles above them or else the first two columns."""
    code_at, name_at = _columns(table.header) if table.header else (0, 1)
    for row in table.rows():
        cells = [*row.cells, "", ""]
        code = cells[code_at] if code_at < len(cells) else ""
        name = cells[name_at] if name_at < len(cells) else ""
        yield code.strip(), " ".join(name.split())


def _columns(header: tuple[str, ...]) -> tuple[int, int]:
    titles = [plain(title) for title in header]
    code = next((at for at, title in enumerate(titles) if title in CODES), None)
    name = next((at for at, title in enumerate(titles) if title in NAMES), None)
    if code is None or name is None:
        raise Weigering("beroepen_kolommen", kolommen=", ".join(header)[:200])
    return code, name
