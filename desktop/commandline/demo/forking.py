"""A process that read the whole program once and forks itself for each word. Linux only.

A copy has not run anything yet: no database, connection or thread of another word is in it. It gets the
word's environment and streams, runs it as `python -m desktop` would, and ends.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any

from desktop.commandline.demo.calling import Answer

# What the words of the demo import when they run, also what they import late.
_READ = (
    "alembic.context",
    "desktop.commandline.centre",
    "desktop.commandline.checking",
    "desktop.commandline.doing",
    "desktop.commandline.enrolling",
    "desktop.commandline.importing",
    "desktop.commandline.printing",
    "desktop.commandline.showing",
    "desktop.commandline.syncing",
    "desktop.commandline.words",
    "desktop.compose",
    "desktop.models.migrations",
    "httpcore",
    "httpx",
    "psycopg",
    "sqlite_utils",
    "truststore",
)
_STREAMS = 3


@dataclass(frozen=True, slots=True)
class Forked:
    """Runs one word after another; not for use by several threads at once."""

    line: socket.socket

    def __call__(self, words: Sequence[str], env: Mapping[str, str], given: str = "") -> Answer:
        with (
            tempfile.TemporaryFile() as stdin,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            stdin.write(given.encode())
            stdin.seek(0)
            numbers = [stream.fileno() for stream in (stdin, out, err)]
            return Answer(self._code(words, env, numbers), _written(out), _written(err))

    def _code(self, words: Sequence[str], env: Mapping[str, str], streams: list[int]) -> int:
        try:
            socket.send_fds(self.line, [b"."], streams)
            self.line.sendall(json.dumps([list(words), dict(env)]).encode() + b"\n")
            said = _read_line(self.line)
        except BrokenPipeError:
            said = b""
        if not said:
            raise ChildProcessError("the process that forks has ended")
        return int(said)


def _written(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8").replace("\r\n", "\n")


def _read_line(line: socket.socket) -> bytes:
    """Empty when the other end is gone."""
    with line.makefile("rb") as reader:
        return reader.readline()


@contextmanager
def forking() -> Iterator[Forked]:
    """The process that forks; it has ended when the block has."""
    sys.stdout.flush()
    sys.stderr.flush()
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        _serve(theirs)
    theirs.close()
    try:
        yield Forked(ours)
    finally:
        ours.close()
        os.waitpid(pid, 0)


def _serve(line: socket.socket) -> None:
    """Until the demo ends, however it ends. Ctrl+C in the terminal is for the demo and the word that runs."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from sqlalchemy.orm import configure_mappers

        for name in _READ:
            importlib.import_module(name)
        configure_mappers()
        gc.collect()
        gc.freeze()  # otherwise each collection in a copy would copy what it only looks at
        while True:
            _, streams, _, _ = socket.recv_fds(line, 1, _STREAMS)
            if len(streams) != _STREAMS:
                break
            words, env = json.loads(_read_line(line))
            code = _copy(line, words, env, streams)
            for number in streams:
                os.close(number)
            line.sendall(f"{code}\n".encode())
    except OSError:
        pass  # the demo is gone
    except BaseException:  # noqa: BLE001 (whatever it is: this process must not go on as if it were the demo)
        traceback.print_exc()
    finally:
        os._exit(0)


def _copy(line: socket.socket, words: list[str], env: dict[str, str], streams: list[int]) -> int:
    """Runs a word in a copy of this process and waits for its exit code."""
    pid = os.fork()
    if pid == 0:
        code = 255
        try:
            line.close()
            code = _play(words, env, streams)
        except BaseException:  # noqa: BLE001 (an exit code and a trace, as of any process)
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError, ValueError):
                    stream.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _play(words: list[str], env: dict[str, str], streams: list[int]) -> int:
    from desktop.commandline.program import run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(env)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = _text(0, "r"), _text(1, "w"), _text(2, "w")
    return run(words)


def _text(number: int, mode: str) -> Any:
    return open(number, mode, encoding="utf-8", closefd=False)
