"""JSON from the command line, a file or stdin, with one plain reason when it cannot be read."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.models.errors import Weigering

STDIN = "-"


def read_json(text: str) -> Any:
    """The value; raises `Weigering` that names the place."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Weigering("json_onleesbaar", regel=error.lineno, teken=error.colno) from error
    except RecursionError as error:
        raise Weigering("json_te_diep") from error


def argument(text: str) -> Any:
    """What stands on the command line, or all of stdin for `-`."""
    return read_json(_stdin() if text == STDIN else text)


def _stdin() -> str:
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise Weigering("tekst_geen_utf8") from error


def lines(source: str) -> Iterator[tuple[int, str]]:
    """Number and text of every line with something on it, read as they are asked for."""
    with contextlib.ExitStack() as stack:
        if source == STDIN:
            stream = sys.stdin
        else:
            try:
                stream = stack.enter_context(Path(source).open(encoding="utf-8-sig"))
            except OSError as error:
                raise Weigering("bestand_niet_te_lezen", pad=source) from error
        try:
            for number, text in enumerate(stream, start=1):
                if text.strip():
                    yield number, text
        except UnicodeDecodeError as error:
            raise Weigering("tekst_geen_utf8") from error
