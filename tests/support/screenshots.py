"""All scenes for docs/screenshots: light, dark, light on a screen of 150 %, and some in rarer looks.

python -m tests.support.screenshots FOLDER [PART-OF-NAME]
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PIL import Image

Colour = tuple[int, int, int]
FREQUENT, RARE = 80, 48


@dataclass(frozen=True, slots=True)
class Kind:
    """Words for the gallery, and the scenes that are taken; none named are all."""

    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


KINDS = {
    "licht": Kind(),
    "donker": Kind(("--look", "donker")),
    "150": Kind(("--scale", "1.5")),
    "hoogcontrast": Kind(("--look", "hoog_contrast"), ("werkgevers",)),
    "900": Kind(("--size", "900x700"), ("vandaag", "werkgevers")),
    "tekst200": Kind(
        ("--size", "720x560", "--text", "2"), ("vandaag", "werkgevers", "rapporten", "afdruk-voorbeeld")
    ),
}


def take_all(folder: Path, part: str) -> None:
    """A process per kind, because Qt reads the scale of the screen once; a folder per kind."""
    for name, kind in KINDS.items():
        here = folder / name
        command = [sys.executable, "-m", "tests.support.gallery", str(here), part, *kind.words]
        command += ["--only", *kind.only] if kind.only else []
        subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
        for picture in here.glob("*.png"):
            if part in picture.stem:
                make_small(picture)


def make_small(picture: Path) -> None:
    """A palette is enough for flat surfaces and letters: a third of the bytes.

    Surfaces keep their exact colour, and rare colours count too: one late day in red must stay red.
    """
    with Image.open(picture) as image:
        whole = image.convert("RGB")
    counted = sorted(whole.getcolors(whole.width * whole.height) or (), reverse=True)
    colours = [cast("Colour", colour) for _, colour in counted]
    rare = whole.quantize(RARE, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).getpalette() or []
    palette = [*colours[:FREQUENT], *batched(rare[: 3 * RARE])]
    # Not by Pillow: that looks up rounded colours, and then white becomes the almost white of an edge.
    number = {colour: min(range(len(palette)), key=_Distance(palette, colour)) for colour in colours}
    small = Image.new("P", whole.size)
    small.putpalette([part for colour in palette for part in colour])
    small.putdata([number[pixel] for pixel in batched(whole.tobytes())])
    small.save(picture, optimize=True)


def batched(parts: Sequence[int]) -> list[Colour]:
    """Red, green and blue together again."""
    return list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))


@dataclass(frozen=True, slots=True)
class _Distance:
    """How far a colour of the palette is from this one."""

    palette: list[Colour]
    colour: Colour

    def __call__(self, number: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(self.palette[number], self.colour, strict=True))


if __name__ == "__main__":
    take_all(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
