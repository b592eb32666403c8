"""Options that every word has, and the places and moments that they name.

They are accepted before and after the word. Touches the environment for `WERKREGIE_NU` only.
"""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.models.context import REGION_TIME
from desktop.models.errors import Weigering

if TYPE_CHECKING:
    from desktop.compose import Place

MOMENT = "WERKREGIE_NU"
YEARS = range(1900, 2200)
DIGITS = 9
PORTS = range(65536)


def moment(text: str) -> datetime:
    """A moment in UTC from ISO text; without a zone it is the region's own time."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"Dit is geen moment: {text}. Schrijf het zo: 2026-03-12T09:10."
        ) from error
    if value.year not in YEARS:
        raise argparse.ArgumentTypeError(
            f"Met het jaar {value.year} kan Werkregie niet rekenen. "
            f"Kies een jaar van {YEARS.start} tot en met {YEARS.stop - 1}."
        )
    return value.replace(tzinfo=value.tzinfo or REGION_TIME).astimezone(UTC).replace(microsecond=0)


def whole(text: str) -> int:
    """A number from 0."""
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"Dit is geen heel getal vanaf 0: {text[:40]}.")
    if len(text) > DIGITS:
        raise argparse.ArgumentTypeError(
            f"Dit getal heeft meer dan {DIGITS} cijfers. Kies een kleiner getal."
        )
    return int(text)


def port(text: str) -> int:
    """A port to listen on."""
    number = whole(text)
    if number not in PORTS:
        raise argparse.ArgumentTypeError(f"Poort {text} bestaat niet. De hoogste is {PORTS.stop - 1}.")
    return number


def address(text: str) -> tuple[str, int]:
    """HOST:PORT to listen on; an IPv6 host in brackets or not."""
    host, colon, number = text.rpartition(":")
    if not colon or not host:
        raise argparse.ArgumentTypeError(f"Dit is geen adres: {text[:60]}. Schrijf het zo: 127.0.0.1:9765.")
    return host.strip("[]"), port(number)


def path(text: str) -> Path:
    """A place on the disk, with the bytes that were typed: a name there need not be UTF-8."""
    if os.name != "posix":
        return Path(text)
    return Path(os.fsdecode(text.encode("utf-8", "surrogateescape")))


def uuid(text: str) -> str:
    """The id of a row or command."""
    from desktop.models.fields import Identifier

    try:
        return Identifier().parse(text)
    except Weigering as error:
        raise argparse.ArgumentTypeError(f"Dit is geen kenmerk: {text}.") from error


def add_global(parser: argparse.ArgumentParser, *, nested: bool = False) -> None:
    """`nested` ones leave what was said before the word as it is."""
    absent: Any = argparse.SUPPRESS if nested else None
    group = parser.add_argument_group("altijd")
    group.add_argument(
        "--map", type=path, metavar="MAP", default=absent, help="de map met jouw gegevens (of WERKREGIE_MAP)"
    )
    group.add_argument(
        "--sleutelbestand",
        type=path,
        metavar="BESTAND",
        default=absent,
        help="de sleutel in een bestand en niet in de sleutelbos (of WERKREGIE_SLEUTELBESTAND)",
    )
    group.add_argument(
        "--nu",
        type=moment,
        metavar="ISO",
        default=absent,
        help="een ander heden, alleen in een oefenomgeving",
    )


def present(arguments: argparse.Namespace) -> datetime | None:
    """The other present that was asked for, by option or environment."""
    if arguments.nu is not None:
        asked: datetime = arguments.nu
        return asked
    text = os.environ.get(MOMENT)
    if not text:
        return None
    try:
        return moment(text)
    except argparse.ArgumentTypeError as error:
        raise Weigering("nu_onbruikbaar", reden=str(error)) from error


def place(arguments: argparse.Namespace) -> Place:
    """Which profile, which secrets, which present."""
    from desktop.compose import Place

    return Place.from_environment(arguments.map, arguments.sleutelbestand, present(arguments))


def output_file(path: Path) -> Path:
    """A file that may be written; never a folder, a device or a pipe, which would be replaced."""
    if path.exists() and not path.is_file():
        raise Weigering("uit_geen_bestand", pad=str(path))
    return path
