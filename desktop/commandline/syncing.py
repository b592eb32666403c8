"""`werkregie sync`: one full round."""

from __future__ import annotations

import argparse
from datetime import timedelta

from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.compose import open_laptop
from desktop.dutch import count, number
from desktop.sync.result import SyncRound
from desktop.wording import sentence

CLOCK_MAY_DIFFER = timedelta(minutes=5)
HOUR, DAY = 60, 24 * 60


def run(arguments: argparse.Namespace, console: Console) -> int:
    """A round of which a part was refused is done: the counts say so."""
    with open_laptop(place(arguments), contact=True) as laptop:
        if arguments.verwijderen:
            laptop.mag_verwijderen(arguments.verwijderen == "ja")
        result = laptop.sync(_progress)
        difference = laptop.klok_verschil()
    console.progress("", end=True)
    if abs(difference) > CLOCK_MAY_DIFFER:
        console.say(_clock(difference))
    console.answer(result.counts(), _words(result))
    return 0


def _clock(difference: timedelta) -> str:
    duration = {"duur": _duration(abs(difference))}
    return sentence("klok_voor", duration) if difference > timedelta() else sentence("klok_achter", duration)


def _duration(time: timedelta) -> str:
    """In the largest unit that fits: nobody sets a clock by seconds."""
    minutes = round(time.total_seconds() / 60)
    if minutes >= DAY:
        return count(round(minutes / DAY), "dag", "dagen")
    return f"{round(minutes / HOUR)} uur" if minutes >= HOUR else f"{minutes} minuten"


def _progress(sent: int, to_send: int, received: int) -> None:
    Console.progress(f"{sent} van {to_send} verzonden, {count(received, 'rij', 'rijen')} opgehaald")


def _words(result: SyncRound) -> str:
    parts = [f"{number(result.verzonden)} verzonden", f"{count(result.ontvangen, 'rij', 'rijen')} opgehaald"]
    if result.aangepast:
        parts.append(f"{number(result.aangepast)} aangepast")
    if result.geweigerd:
        parts.append(f"{number(result.geweigerd)} geweigerd (kijk in Afstemming)")
    waiting = f"{number(result.openstaand)} wachten nog." if result.openstaand else "Er wacht niets meer."
    return f"{', '.join(parts)}. {waiting}"
