"""`werkregie toon SOORT`: rows that this person may see, as JSON lines or to read."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.commandline.rows import Choice, as_data, find
from desktop.compose import open_laptop


def choice_of(arguments: argparse.Namespace) -> Choice:
    """What was typed about which rows."""
    return Choice(
        id=arguments.id,
        werkgever=arguments.werkgever,
        zoek=arguments.zoek,
        lijst=arguments.lijst,
        limiet=getattr(arguments, "limiet", None),
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """No rows is no line, and also done."""
    with open_laptop(place(arguments)) as laptop:
        found = find(laptop, arguments.soort, choice_of(arguments))
    for row in found:
        if console.json:
            console.line(as_data(row))
        else:
            print(_words(as_data(row)))
    return 0


def _words(data: dict[str, Any]) -> str:
    """One field a line; what is empty stays away."""
    lines = [f"{name}: {value}" for name, value in data.items() if value not in (None, "", [], {})]
    return "\n".join([*lines, ""])
