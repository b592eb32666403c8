"""Lets the temporary files of a test run lie in memory: no test cuts the power, and none reads them later.

A new database of PostgreSQL is a thousand small files. On a disk they take six times the processor time that
they take in memory, and every commit of a laptop waits for the disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 1024**3


def available(meminfo: str) -> int:
    """Bytes that programs may still take, from Linux' own account."""
    for line in meminfo.splitlines():
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            return int(value.split()[0]) * 1024
    return 0


def roomy() -> bool:
    """Whether this machine has such a folder, and memory for twice of what a run takes."""
    try:
        account = Path("/proc/meminfo").read_text(encoding="ascii")
        return min(shutil.disk_usage(MEMORY).free, available(account)) > ENOUGH and os.access(MEMORY, os.W_OK)
    except (OSError, ValueError):
        return False


def prefer() -> None:
    """From here on, for this process and those that it starts; whoever set TMPDIR knows better."""
    if "TMPDIR" not in os.environ and roomy():
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None
