"""Renders scenes of the window to PNG, to be looked at.

python -m tests.support.gallery FOLDER [PART-OF-NAME] [--look donker] [--size 900x700]
    [--text 2] [--scale 1.5] [--only NAME ...]

The scale is that of the screen, which Qt reads once: it is set before Qt starts.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--look", default="licht")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", nargs="*", default=())
    return parser.parse_args(words)


def main(words: list[str]) -> None:
    """Names on stdout, as they are made."""
    asked = arguments(words)
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    from tests.support.rendering import Look, render

    width, height = (round(int(part) / float(asked.scale)) for part in asked.size.split("x"))
    look = Look(asked.look, (width, height), asked.text)
    for path in render(asked.folder, asked.part, look, asked.only):
        sys.stdout.write(f"{path.name}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
    os._exit(0)
