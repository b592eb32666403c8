"""The window of an oefenomgeving on the page Werkgevers, for who listens to it."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.app import run_window
from desktop.compose import Place, open_practice


def main() -> int:
    """Blocks until it is ended."""
    folder = Path(sys.argv[1])
    place = Place(folder, folder.with_suffix(".sleutel"))
    with open_practice(place) as laptop:
        laptop.bewaar_vensterstand("venster", {"pagina": "werkgevers"})
        return run_window(laptop, clock=laptop.clock, practice=True)


if __name__ == "__main__":
    sys.exit(main())
