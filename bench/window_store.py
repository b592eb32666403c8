"""A bare window with the imports of ours and the store opened: what start cannot do without."""

from __future__ import annotations

from pathlib import Path

from bench import window_bare
from desktop.compose import Place, open_laptop


def main(folder: str, key_file: str) -> int:
    """Opens the store and reads one line of it, as a window must before it can show anything."""
    with open_laptop(Place(Path(folder), Path(key_file))) as laptop:
        laptop.stand()
        return window_bare.main()
