"""`werkregie sync`: one full round."""

from __future__ import annotations

import argparse

from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.compose import open_laptop
from desktop.dutch import number
from desktop.sync.result import SyncRound


def run(arguments: argparse.Namespace, console: Console) -> int:
    """A round of which a part was refused is done: the counts say so."""
    with open_laptop(place(arguments)) as laptop:
        result = laptop.sync(_progress)
    console.progress("", end=True)
    console.answer(result.counts(), _words(result))
    return 0


def _progress(sent: int, to_send: int, received: int) -> None:
    Console.progress(f"{sent} van {to_send} verzonden, {received} rijen opgehaald")


def _words(result: SyncRound) -> str:
    parts = [f"{number(result.verzonden)} verzonden", f"{number(result.ontvangen)} rijen opgehaald"]
    if result.aangepast:
        parts.append(f"{number(result.aangepast)} aangepast")
    if result.geweigerd:
        parts.append(f"{number(result.geweigerd)} geweigerd (kijk in Afstemming)")
    waiting = f"{number(result.openstaand)} wachten nog." if result.openstaand else "Er wacht niets meer."
    return f"{', '.join(parts)}. {waiting}"
