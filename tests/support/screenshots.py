"""All scenes for docs/screenshots: light, dark, and light on a screen of 150 %.

python -m tests.support.screenshots FOLDER [PART-OF-NAME]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import cast

from PIL import Image

FREQUENT, RARE = 160, 96
KINDS: dict[str, list[str]] = {"licht": [], "donker": ["--look", "donker"], "150": ["--scale", "1.5"]}


def take_all(folder: Path, part: str) -> None:
    """A process per kind, because Qt reads the scale of the screen once; a folder per kind."""
    for kind, words in KINDS.items():
        here = folder / kind
        command = [sys.executable, "-m", "tests.support.gallery", str(here), part, *words]
        subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
        for picture in here.glob(f"*{part}*.png"):
            make_small(picture)


def make_small(picture: Path) -> None:
    """A palette is enough for flat surfaces and letters: a third of the bytes.

    Surfaces keep their exact colour, and rare colours count too: one late day in red must stay red.
    """
    with Image.open(picture) as image:
        whole = image.convert("RGB")
    counted = sorted(whole.getcolors(whole.width * whole.height) or (), reverse=True)
    palette = [part for _, colour in counted[:FREQUENT] for part in cast("tuple[int, int, int]", colour)]
    rare = whole.quantize(RARE, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    colours = Image.new("P", (1, 1))
    colours.putpalette(palette + (rare.getpalette() or [])[: 3 * RARE])
    whole.quantize(palette=colours, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    take_all(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
