"""`werkregie centraal wis`, and what a restore may not bring back. Needs the extra `central`."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from central import erasure, erasure_list
from desktop.clock import Clock


def named(arguments: argparse.Namespace) -> tuple[str, str]:
    """Which kind of person was named on the command line, and which one."""
    kinds = (erasure_list.CONTACTPERSOON, erasure_list.MEDEWERKER, erasure_list.KANDIDAAT)
    return next((kind, value) for kind in kinds if (value := getattr(arguments, kind)))


def erase(session: Session, clock: Clock, kind: str, person_id: str, path: Path) -> dict[str, Any]:
    """Puts the id on the list, then erases; what the beheerder is told. Nothing is listed that is refused."""
    erasure.require_erasable(session, kind, person_id)
    erasure_list.add(path, kind, person_id, clock.now())
    done = erasure.erase(session, clock, kind, person_id)
    return {f"{kind}_id": person_id, "gewist": True, **asdict(done)}


def remember_revoked(
    path: Path | None, laptop_id: str | None, medewerker_id: str | None, clock: Clock
) -> None:
    """After a revocation: a backup of before it may not undo it."""
    if path is None:
        return
    if laptop_id:
        erasure_list.add(path, erasure_list.LAPTOP_REVOKED, laptop_id, clock.now())
    elif medewerker_id:
        erasure_list.add(path, erasure_list.PERSON_REVOKED, medewerker_id, clock.now())


def do_again(session: Session, clock: Clock, path: Path | None) -> int:
    """After a restore: everything on the list that the backup does not know; how many."""
    return erasure.apply_list(session, clock, erasure_list.read(path)) if path is not None else 0
