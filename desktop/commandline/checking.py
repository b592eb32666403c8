"""`werkregie controle`: does what is on this laptop hold together, and is it what the centre has?

Everything is looked at before anything is judged; the exit code is 3 when something does not hold. What
is damaged is marked, so that the next sync brings it again.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop import __version__
from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.compose import open_laptop
from desktop.dutch import number
from desktop.laptop import Laptop
from desktop.models.audit import first_broken
from desktop.models.queries import pending
from desktop.models.store import SCHEMA_HEAD
from desktop.models.tables.laptop import BeforeImage
from desktop.wording import sentence

PLAIN_SQLITE = b"SQLite format 3\0"
Totals = Mapping[str, tuple[int, int]]


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Raises what opening and the file check raise; the rest is in the answer."""
    where = place(arguments)
    with open_laptop(where) as laptop:
        data, problems = _look(laptop, where.profile.database, arguments.centrum)
    free = shutil.disk_usage(where.folder).free
    data |= {"schijf_vrij": free, "klopt": not problems}
    for problem in problems:
        console.say(problem)
    console.answer(data, _words(data))
    return 3 if problems else 0


def _look(laptop: Laptop, database: Path, with_centre: bool) -> tuple[dict[str, Any], list[str]]:
    laptop.integriteit()
    encrypted = is_encrypted(database)
    counted, kept = laptop.bucket_standen(), laptop.bucket_boekhouding()
    explained = laptop.read(_changes_are_explained)
    broken = laptop.read(first_broken)
    problems = [] if encrypted else [sentence("controle_niet_versleuteld")]
    if counted != kept or not explained:
        problems.append(sentence("controle_boekhouding"))
    if broken is not None:
        problems.append(sentence("controle_logboek", {"nummer": broken}))
    same: bool | None = None
    if with_centre:
        same = counted == laptop.standen_centrum()
        problems += [] if same else [sentence("controle_centrum")]
    if counted != kept:
        laptop.vergeet_beschadigd()  # the next sync reads those buckets anew, as the sentence promises
    stand = laptop.stand()
    data: dict[str, Any] = {
        "database": True,
        "versleuteld": encrypted,
        "integriteit": True,
        "boekhouding": counted == kept and explained,
        "centrum": same,
        "logboek": broken is None,
        "buckets": _shown(counted),
        "wachtend": stand.wachtend,
        "bijgewerkt_op": stand.bijgewerkt_op,
        "werkgevers": stand.werkgevers,
        "versie": __version__,
        "schema": SCHEMA_HEAD,
    }
    return data, problems


def _changes_are_explained(session: Session) -> bool:
    """A row that differs from what the centre sent was changed by a command that still waits."""
    changed = session.scalar(select(func.count()).select_from(BeforeImage)) or 0
    return changed == 0 or pending.count_waiting(session) > 0


def is_encrypted(database: Path) -> bool:
    """A plain SQLite file says so in its first bytes; an encrypted one begins with its salt."""
    with database.open("rb") as file:
        return file.read(len(PLAIN_SQLITE)) != PLAIN_SQLITE


def _shown(totals: Totals) -> dict[str, dict[str, Any]]:
    return {
        bucket: {"aantal": count, "hash": f"{value & (2**64 - 1):016x}"}
        for bucket, (count, value) in sorted(totals.items())
    }


def _words(data: Mapping[str, Any]) -> str:
    verdicts = {True: "in orde", False: "niet in orde", None: "niet gevraagd"}
    lines = [
        f"{name}: {verdicts[data[key]]}"
        for name, key in (
            ("Database open", "database"),
            ("Versleuteld", "versleuteld"),
            ("Bestand heel", "integriteit"),
            ("Rijen kloppen met de boekhouding", "boekhouding"),
            ("Gelijk aan het werkcentrum", "centrum"),
            ("Logboek heel", "logboek"),
        )
    ]
    free = number(int(data["schijf_vrij"]) // 1_000_000)
    lines.append(f"Versie {data['versie']}, schema {data['schema']}. Vrij op de schijf: {free} MB.")
    return "\n".join(lines)
