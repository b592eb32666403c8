"""The import of werkgevers from beginning to end: dry run, commands, and the file with what was refused.

Knows no database and no network: `known` answers, `doe` acts. Writes only the files with refused and
doubtful rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.imports import planning
from desktop.imports.batches import COMMAND, Batch, batches
from desktop.imports.error_file import DOUBTFUL, REFUSED, write_rows
from desktop.imports.known import KnownWerkgevers
from desktop.imports.planning import OnProgress, Plan, Progress, Stop
from desktop.imports.reading import open_table
from desktop.imports.remarks import Remark, from_error, remark, summary
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.outcome import GEWEIGERD, Outcome
from desktop.wording import sentence

Doe = Callable[[str, Mapping[str, Any]], Outcome]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts are rows of the file; gelezen is the sum of the other four. `batch` is None in a dry run.

    `werkgevers` counts the different werkgevers that the accepted rows name; `twijfel` the rows with a doubt.
    """

    batch: str | None
    gelezen: int
    nieuw: int
    gewijzigd: int
    gelijk: int
    geweigerd: int
    waarschuwingen: tuple[str, ...]
    foutbestand: str | None
    twijfelbestand: str | None
    werkgevers: int
    twijfel: int
    hersteld: Mapping[str, int]
    afgebroken: bool

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"waarschuwingen": list(self.waarschuwingen)}


def run_import(
    path: Path,
    mapping_text: str | None,
    *,
    dry_run: bool,
    known: KnownWerkgevers,
    doe: Doe,
    new_id: Callable[[], str],
    day: date,
    error_file_folder: Path,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    sheet: str | None = None,
) -> ImportResult:
    """Raises `Weigering` for a file or mapping that cannot be used; then nothing was done.

    Stopped while sending: what was done stays (and can be undone by its batch), the rest is in the error
    file.
    """
    made = planning.plan(open_table(path, sheet), mapping_text, known, day, on_progress, stop)
    batch_id = None if dry_run else new_id()
    stopped = batch_id is not None and _send(made, batch_id, doe, new_id, on_progress, stop)
    return _result(made, batch_id, error_file_folder, stopped=stopped)


def _send(
    made: Plan,
    batch_id: str,
    doe: Doe,
    new_id: Callable[[], str],
    on_progress: OnProgress | None,
    stop: Stop | None,
) -> bool:
    """True when it was stopped half-way."""
    total = sum(1 for decision in made.decisions if decision.sends)
    done = 0
    stopped = False
    for batch in batches(made, batch_id, new_id):
        stopped = stopped or (stop is not None and stop())
        reason = remark("import_niet_verstuurd") if stopped else _refusal(batch, doe)
        for decision in batch.decisions:
            decision.refused = decision.refused or reason
        done += len(batch.decisions)
        if on_progress and not stopped:
            on_progress(Progress("versturen", min(done, total), total))
    return stopped


def _refusal(batch: Batch, doe: Doe) -> Remark | None:
    try:
        outcome = doe(COMMAND, batch.arguments)
    except Weigering as error:
        return from_error(error)
    return (
        Remark(outcome.code or "import_geweigerd", outcome.parameters)
        if outcome.result == GEWEIGERD
        else None
    )


def _result(made: Plan, batch_id: str | None, folder: Path, *, stopped: bool) -> ImportResult:
    counts = made.counts()
    refused = {one.rij: one.reden.text() for one in made.verdicts() if one.reden}
    doubts = {
        one.rij: " ".join(item.text() for item in one.twijfel) for one in made.verdicts() if one.twijfel
    }
    doubts = {number: text for number, text in doubts.items() if number not in refused}
    said = warnings(made)
    errors = _written(made, refused, folder, REFUSED, said)
    doubtful = _written(made, doubts, folder, DOUBTFUL, said)
    return ImportResult(
        batch=batch_id,
        gelezen=counts.total(),
        nieuw=counts[planning.NIEUW],
        gewijzigd=counts[planning.GEWIJZIGD],
        gelijk=counts[planning.GELIJK],
        geweigerd=counts[planning.GEWEIGERD],
        waarschuwingen=tuple(said),
        foutbestand=errors,
        twijfelbestand=doubtful,
        werkgevers=sum(1 for decision in made.decisions if decision.refused is None),
        twijfel=len(doubts),
        hersteld=dict(made.mended),
        afgebroken=stopped,
    )


def _written(made: Plan, reasons: Mapping[int, str], folder: Path, kind: str, said: list[str]) -> str | None:
    """What was imported stays imported when the disk has no room for this file; that is only said."""
    try:
        path = write_rows(made.table, made.recognition, reasons, folder, kind)
    except EnvironmentFailure as error:
        said.append(from_error(error).text())
        return None
    return str(path) if path else None


def warnings(made: Plan) -> list[str]:
    """About the file first, then what was put right, then one sentence per kind of refusal and doubt."""
    about = (*made.table.source.remarks, *made.table.remarks, *made.recognition.remarks)
    mended = [sentence(f"import_hersteld_{kind}", {"aantal": n}) for kind, n in sorted(made.mended.items())]
    verdicts = list(made.verdicts())
    refused = summary((one.rij, one.reden) for one in verdicts if one.reden)
    doubts = summary((one.rij, item) for one in verdicts if not one.reden for item in one.twijfel)
    return [*(item.text() for item in about), *mended, *refused, *doubts]
