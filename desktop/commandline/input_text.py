"""JSON from the command line, a file or stdin, with one plain reason when it cannot be read."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from desktop.commandline.options import path
from desktop.models.errors import Weigering

STDIN = "-"


def read_json(text: str, first_line: int = 1) -> Any:
    """The value; raises `Weigering` that names the place, counted from the line where the text began."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise Weigering("json_onleesbaar", regel=line, teken=error.colno) from error
    except RecursionError as error:
        raise Weigering("json_te_diep") from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise Weigering("json_getal") from error


def read_line(raw: bytes, number: int) -> Any:
    """The value of one line of a file; raises `Weigering`."""
    return read_json(_decoded(raw).rstrip("\r\n"), number)


def argument(text: str) -> Any:
    """What stands on the command line, or all of stdin for `-`."""
    return read_json(_stdin() if text == STDIN else text)


def _decoded(raw: bytes) -> str:
    """A byte order mark, which Windows likes to write, is no part of the text."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Weigering("tekst_geen_utf8") from error


def _stdin() -> str:
    return _decoded(_open_stdin().read())


def _open_stdin() -> BinaryIO:
    """Python has no stdin when the program was started with it closed."""
    if sys.stdin is None:
        raise Weigering("geen_stdin")
    return sys.stdin.buffer


def lines(source: str) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every line with something on it, read as they are asked for."""
    with contextlib.ExitStack() as stack:
        if source == STDIN:
            stream = _open_stdin()
        else:
            try:
                stream = stack.enter_context(path(source).open("rb"))
            except (OSError, ValueError) as error:
                raise Weigering("bestand_niet_te_lezen", pad=source) from error
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield number, raw
