"""The parts of the demo: one PostgreSQL, one centre, several laptops, each a process of its own.

Everything is below one folder. Nothing outlives the block in which it was started.
"""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from desktop.commandline.demo.calling import Answer, Run, anew, environment, program
from desktop.compose import Place
from desktop.models.errors import EnvironmentFailure

STARTS_WITHIN = 60.0
ENDS_WITHIN = 20.0
HOST = "127.0.0.1"
_DATABASE = "WERKREGIE_CENTRAAL_DATABASE"


class Unexpected(Exception):
    """A word ended otherwise than it should; the text says what it said."""


def checked(answer: Answer, words: Sequence[str], expect: int | None) -> Answer:
    """Raises `Unexpected` for another exit code than `expect`; None takes any."""
    if expect is not None and answer.code != expect:
        raise Unexpected(f"werkregie {words[0]}: code {answer.code}. {answer.err.strip()}")
    return answer


@dataclass(frozen=True, slots=True)
class DemoLaptop:
    """One person's laptop: a profile and a key file of its own; `start` is how its words become processes."""

    naam: str
    folder: Path
    key_file: Path
    moment: datetime | None = None
    start: Run = anew

    @property
    def place(self) -> Place:
        return Place(self.folder, self.key_file, self.moment)

    @property
    def words(self) -> list[str]:
        """What every word of this laptop begins with."""
        return ["--map", str(self.folder), "--sleutelbestand", str(self.key_file)]

    def run(self, *words: str, expect: int | None = 0, given: str = "") -> Answer:
        """One word on this laptop."""
        now = ["--nu", self.moment.isoformat()] if self.moment else []
        return checked(self.start([*self.words, *now, *words], environment(), given), words, expect)

    def ask(self, *words: str) -> dict[str, Any]:
        """One word that answers with an object."""
        return self.run(*words, "--json").object()

    def show(self, *words: str) -> list[dict[str, Any]]:
        """`toon`."""
        return self.run("toon", *words, "--json").lines()

    def do(self, naam: str, /, **arguments: object) -> dict[str, Any]:
        """`doe`, which must not be refused."""
        return self.run("doe", naam, "-", "--json", given=json.dumps(arguments)).object()

    def do_all(self, orders: Sequence[Mapping[str, object]]) -> list[dict[str, Any]]:
        """Many commands in one process; raises `Unexpected` when one is refused."""
        text = "\n".join(json.dumps(order, ensure_ascii=False) for order in orders)
        answers = self.run("doe", "--bestand", "-", "--json", expect=None, given=text).lines()
        refused = [answer["reden"] for answer in answers if answer["uitkomst"] == "geweigerd"]
        if refused or len(answers) != len(orders):
            raise Unexpected(f"{self.naam}: {refused[:1] or 'niet alles is beantwoord'}")
        return answers


@dataclass(slots=True)
class CentreProcess:
    """The centre as a process; after the first start it keeps its port."""

    database: str
    log: Path
    port: int = 0
    start_word: Run = anew
    _process: subprocess.Popen[str] | None = None
    _log: IO[str] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self, moment: datetime | None = None) -> None:
        """Returns when it listens."""
        words = ["centraal", "serve", "--host", HOST, "--poort", str(self.port)]
        if moment is not None:
            words += ["--nu", moment.isoformat()]
        self._log = self.log.open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            [*program(), *words],
            env=environment(**{_DATABASE: self.database}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
            **_own_group(),
        )
        line = _first_line(self._process, STARTS_WITHIN)
        if "luistert op" not in line:
            self.stop()
            raise EnvironmentFailure("oefencentrum", pad=str(self.log))
        self.port = int(line.rstrip().rpartition(":")[2])

    def stop(self) -> int | None:
        """Ends it as a service manager does; returns its exit code."""
        process, self._process = self._process, None
        if process is None:
            return None
        if sys.platform == "win32":
            process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            process.terminate()
        try:
            code = process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        if process.stdout is not None:
            process.stdout.close()
        if self._log is not None:
            self._log.close()
        return code

    def run(self, *words: str, expect: int | None = 0) -> Answer:
        """A word of `werkregie centraal` on this database."""
        environ = environment(**{_DATABASE: self.database})
        return checked(self.start_word(["centraal", *words], environ, ""), words, expect)


def _own_group() -> dict[str, Any]:
    """Ctrl+C in the terminal reaches the demo, which then ends its parts in order."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _first_line(process: subprocess.Popen[str], seconds: float) -> str:
    """The first line of its stdout; empty when it ended or said nothing in time."""
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        if process.stdout is not None:
            lines.put(process.stdout.readline())

    threading.Thread(target=read, daemon=True).start()
    try:
        return lines.get(timeout=seconds)
    except queue.Empty:
        return ""


@dataclass(slots=True)
class World:
    """Everything of one demo folder."""

    folder: Path
    centre: CentreProcess
    start_word: Run = anew

    def laptop(self, name: str, moment: datetime | None = None) -> DemoLaptop:
        """The laptop with this short name, enrolled or not."""
        base = self.folder / "laptops"
        return DemoLaptop(name, base / name, base / f"{name}.sleutel", moment, self.start_word)


@contextmanager
def running_world(folder: Path, database: str, start_word: Run = anew) -> Iterator[World]:
    """A world whose centre is not yet started; it is stopped when the block ends."""
    world = World(folder, CentreProcess(database, folder / "centrum.log", start_word=start_word), start_word)
    try:
        yield world
    finally:
        world.centre.stop()
