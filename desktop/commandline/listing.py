"""`werkregie opdrachten`: the catalogue of commands with their JSON schemas."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.commandline.console import Console
from desktop.models.commands import NEWEST
from desktop.models.commands.base import Command
from desktop.models.fields import schema
from desktop.models.rights import MAY_DO


def described(cls: type[Command]) -> dict[str, Any]:
    """Name, version, whether the centre must confirm it, who may, and the schema of its arguments."""
    return {
        "naam": cls.NAME,
        "versie": cls.VERSION,
        "bevestigd": cls.CONFIRMED,
        "rollen": sorted(MAY_DO[cls.NAME]),
        "schema": schema(cls),
    }


def run(_arguments: argparse.Namespace, console: Console) -> int:
    """Every command, by name."""
    for name in sorted(NEWEST):
        data = described(NEWEST[name])
        if console.json:
            console.line(data)
        else:
            print(_words(data))
    return 0


def _words(data: dict[str, Any]) -> str:
    required = data["schema"]["required"]
    optional = [name for name in data["schema"]["properties"] if name not in required]
    return f"{data['naam']}: {', '.join(required)} [{', '.join(optional)}]"
