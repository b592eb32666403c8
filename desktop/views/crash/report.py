"""The report of a fault: what broke and where in our own source, without a single value.

The text of an exception, the variables around it and paths may hold what somebody typed or who somebody is;
none of them is read. Module names come from the modules themselves, never from a path.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from types import TracebackType

from PySide6.QtCore import QSysInfo, qVersion

from desktop import __version__
from desktop.frozen import dataclass
from desktop.views.crash import texts

OURS = ("desktop", "resources", "central")
MOST_PLACES, MOST_CAUSES = 25, 5


@dataclass(frozen=True, slots=True)
class Fault:
    """Two errors with the same kind at the same place are one fault."""

    kind: str
    place: str


def fault_of(error: BaseException, trace: TracebackType | None = None) -> Fault:
    """What makes this fault the same as an earlier one."""
    places = _places(trace or error.__traceback__)
    return Fault(_kind(error), places[-1] if places else texts.NOT_OURS)


def report(error: BaseException) -> str:
    """As it is copied: for whoever mends the program."""
    lines = [
        texts.REPORT,
        f"{texts.VERSION}: {__version__}",
        f"{texts.PLATFORM}: {_computer()}",
    ]
    for number, one in enumerate(_chain(error)):
        lines.append(f"{texts.CAUSED_BY if number else texts.FAULT}: {_kind(one)}")
        places = _places(one.__traceback__)[-MOST_PLACES:]
        lines += [f"  {place}" for place in places] or [f"  {texts.NOT_OURS}"]
    return "\n".join(lines) + "\n"


def _computer() -> str:
    """The kind of computer; its name and its user stay out."""
    parts = (
        QSysInfo.prettyProductName(),
        platform.machine(),
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        sys.platform,
    )
    return ", ".join(parts)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what caused it, the outermost first."""
    current: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if current is None:
            return
        yield current
        current = current.__cause__ or current.__context__


def _kind(error: BaseException) -> str:
    """The name of its class; of a class that was made while running only that it is one."""
    cls = type(error)
    return f"{cls.__module__}.{cls.__qualname__}" if cls.__module__ != "builtins" else cls.__qualname__


def _places(trace: TracebackType | None) -> list[str]:
    """file:line and function of our own frames, the innermost last."""
    found: list[str] = []
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in OURS:
            path = module.replace(".", "/")
            found.append(f"{path}.py:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
        trace = trace.tb_next
    return found
