"""Service and laptop processes: started, killed, held still, let end. Only those made here are touched."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop import compose
from tests.support.region import MOMENT
from tests.sync.processes.journal import Told, read

ROOT = Path(__file__).parents[3]
ENDING_SECONDS = 60


@dataclass
class Program:
    """One process at a time, started again and again with the same words; its stderr is kept in a file."""

    words: list[str]
    errors: Path
    process: subprocess.Popen[str] | None = None
    starts: int = 0
    still: bool = False
    bad_ends: list[int] = field(default_factory=list)

    def start(self) -> None:
        """The process comes up; whether it is ready is for others to see."""
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, *self.words], cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True
            )
        self.starts += 1

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """The power goes; an end of its own before that is remembered."""
        self._ended()
        self._signal(signal.SIGKILL)
        self._wait()

    def hold(self) -> None:
        """It stands still, with whatever it had open."""
        self._signal(signal.SIGSTOP)
        self.still = True

    def go_on(self) -> None:
        """It does not know that it stood still."""
        self._signal(signal.SIGCONT)
        self.still = False

    def end(self) -> None:
        """Asked to end; remembers how it did."""
        self.go_on()
        self._ended()
        self._signal(signal.SIGTERM)
        try:
            self._wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            self.bad_ends.append(-signal.SIGTERM)
            self.kill()
        self._ended()

    def said(self) -> list[str]:
        """What it wrote to stderr."""
        return self.errors.read_text(encoding="utf-8").splitlines() if self.errors.exists() else []

    def _ended(self) -> None:
        # Asked to end before it could listen to that, it ends by the signal itself.
        if self.process is not None and self.process.poll() not in (
            None,
            0,
            -signal.SIGKILL,
            -signal.SIGTERM,
        ):
            self.bad_ends.append(self.process.returncode)

    def _signal(self, number: int) -> None:
        if self.running and self.process is not None:
            with suppress(ProcessLookupError):
                os.kill(self.process.pid, number)

    def _wait(self, seconds: float | None = None) -> None:
        if self.process is not None:
            self.process.wait(seconds)
            if self.process.stdout is not None:
                self.process.stdout.close()


class ServiceProcess(Program):
    """`werkregie centraal serve` on a port that stays its own."""

    def __init__(self, database: str, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        words = ["-m", "desktop", "centraal", "serve", "--database", database, "--poort", str(self.port)]
        super().__init__([*words, "--nu", MOMENT.isoformat()], folder / f"service-{self.port}.txt")

        self._heard = 0

    @property
    def listens(self) -> bool:
        """Whether somebody takes calls at its port now."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def wait_until_it_listens(self) -> None:
        """Blocks until it says so; once in each of its lives."""
        if self._heard == self.starts:
            return
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert "luistert" in line, "\n".join([line, *self.said()[-20:]])
        self._heard = self.starts


class LaptopProcess(Program):
    """A person at a laptop; what the person was told is in the journal."""

    def __init__(self, person: str, place: compose.Place, folder: Path, seed: str) -> None:
        self.person = person
        self.place = place
        self.journal = folder / f"{place.folder.name}.jsonl"
        self.seed = seed
        super().__init__([], folder / f"{place.folder.name}.txt")

    def start(self) -> None:
        """Each start is another day of the same person."""
        assert self.place.key_file is not None
        place = [str(self.place.folder), str(self.place.key_file), MOMENT.isoformat()]
        self.words = ["-m", "tests.sync.processes.driver", *place, str(self.journal)]
        self.words.append(f"{self.seed}.{self.starts}")
        super().start()

    def told(self) -> Told:
        """What stands in the journal."""
        return read(self.journal)

    @property
    def at_work(self) -> bool:
        """Whether it came so far in any of its lives."""
        return self.journal.exists()
