"""Threads of the window: one that writes, a few that read, one that speaks to the network.

They are daemons fed by a queue. `stop` lets the writer finish what was asked and forgets the rest, within a
deadline. Workers never touch a widget; `operations.py` is their only user.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

Job = Callable[[], None]
_log = logging.getLogger(__name__)


class Pool:
    """Threads that take jobs in the order in which they came."""

    def __init__(self, name: str, threads: int) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> None:
        """Queues a job; after `close` it is dropped."""
        if not self._closing.is_set():
            self._jobs.put(job)

    def close(self, finish: bool) -> None:
        """No new jobs. With `finish` what is queued still runs, otherwise only what already runs."""
        self._closing.set()
        if not finish:
            while not self._jobs.empty():
                self._jobs.get()
        for _ in self._threads:
            self._jobs.put(None)

    def join(self, until: float) -> bool:
        """Waits until that moment of the monotonic clock; True when all threads ended."""
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception:  # noqa: BLE001 - a worker must outlive any job; the job itself reports
                _log.exception("job failed outside its own handling")


class Workers:
    """The three pools of one window."""

    def __init__(self, readers: int = 2) -> None:
        self.writer = Pool("schrijver", 1)
        self.readers = Pool("lezer", readers)
        self.network = Pool("netwerk", 1)

    def stop(self, seconds: float = 5.0) -> bool:
        """True when everything ended in time; a thread that did not is a daemon and ends with the process."""
        until = time.monotonic() + seconds
        self.writer.close(finish=True)
        self.readers.close(finish=False)
        self.network.close(finish=False)
        ended = [pool.join(until) for pool in (self.writer, self.readers, self.network)]
        return all(ended)
