"""What goes to stdout and what to stderr: with `--json` data and nothing else, otherwise sentences.

UTF-8 on every platform, whatever the terminal or a pipe is set to.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TextIO

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Console:
    """`json` is whether the caller asked for data."""

    json: bool = False

    def answer(self, data: Mapping[str, Any], text: str) -> None:
        """The one answer of a word: an object, or the same in words."""
        print(as_json(data) if self.json else text)

    def line(self, data: Mapping[str, Any]) -> None:
        """One of many objects."""
        print(as_json(data))

    @staticmethod
    def say(text: str) -> None:
        """A message for the person, never data."""
        print(text, file=sys.stderr)

    @staticmethod
    def progress(text: str, *, end: bool = False) -> None:
        """Overwrites the line before it; nothing when nobody watches."""
        if sys.stderr is not None and sys.stderr.isatty():
            print(f"\r{text:<70}", file=sys.stderr, end="\n" if end else "", flush=True)


def row_data(row: Any) -> dict[str, Any]:
    """The fields of a frozen row by name."""
    cls: Any = type(row)
    return {name: getattr(row, name) for name in _names(cls)}


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def as_json(data: Mapping[str, Any]) -> str:
    """One line of JSON: rows as objects, days as ISO text, instants in UTC with a Z."""
    return json.dumps(data, ensure_ascii=False, default=_value)


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return row_data(value)
    raise TypeError(type(value).__name__)


def prepare_streams() -> None:
    """UTF-8 in and out. What cannot be written (half a character in a file name) is written as an escape."""
    _occupy_closed()
    for stream, errors in (
        (sys.stdin, "strict"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _occupy_closed() -> None:
    """A stream that was closed leaves a number free that the next opened file would get, a database even."""
    if os.name != "posix":
        return
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def finish_stream(stream: TextIO | None) -> OSError | None:
    """Writes what is left; the error when that cannot be done, after which the stream stays silent.

    Python has no stream at all when the program was started with it closed.
    """
    if stream is None:
        return None
    try:
        stream.flush()
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):
            sink = os.open(os.devnull, os.O_WRONLY)
            os.dup2(sink, stream.fileno())
            os.close(sink)
        return error if isinstance(error, OSError) else None
    return None
