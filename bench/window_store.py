"""A bare window with the imports of ours and the store opened: what start cannot do without."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.window_bare import show
from desktop.compose import Place, open_laptop


def main(folder: str, key_file: str) -> int:
    """Opens the store and reads one line of it, as a window must before it can show anything."""
    with open_laptop(Place(Path(folder), Path(key_file))) as laptop:
        laptop.stand()
        return show()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
