"""A laptop in a process of its own that ends at a named step without any cleaning up: no Python, no SQLite.

`python -m tests.sync.simulation.dying FOLDER KEY_FILE MOMENT STEP WERKGEVER_ID`: one command and one round.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from desktop import compose
from desktop.models import steps
from desktop.models.steps import Step

DIED = 9


def main(folder: str, key_file: str, moment: str, step: str, werkgever_id: str) -> None:
    """Does its work until it comes to `step`."""

    def hook(reached: Step) -> None:
        if reached == step:
            os._exit(DIED)

    place = compose.Place(Path(folder), Path(key_file), datetime.fromisoformat(moment))
    with compose.open_laptop(place) as laptop:
        steps.hook = hook
        given = {"werkgever_id": werkgever_id, "datum": "2026-11-20", "kanaal": "bezoek", "notitie": step}
        laptop.doe("contact.leg_vast", given)
        laptop.sync()


if __name__ == "__main__":
    main(*sys.argv[1:])
