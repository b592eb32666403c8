"""Running the service: one socket, one or more processes, one line when it listens, a clean end.

Settings travel to the processes in the environment (`central.settings`). Touches sockets and signals.
"""

from __future__ import annotations

import gc
import http.client
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from central import logs, metrics
from central.app import create_app
from central.metrics_page import MetricsPage
from central.settings import DATABASE, MOMENT
from desktop.models.errors import EnvironmentFailure

GRACE_SECONDS = 10
LINE_SECONDS = 20
"""How long a line without a call stays open: longer than a laptop would use it again."""
PATIENCE_SECONDS = 60.0
TURN_SECONDS = 0.0005
"""So long a call that decides holds the interpreter at once: what its database answered (`ahead`) and other
calls would wait ten times as long with Python's own."""
COLLECT_AFTER = (50_000, 20, 100)
Listening = Callable[[str, int], None]


def serve(
    database: str,
    host: str,
    port: int,
    processes: int,
    moment: datetime | None,
    listening: Listening,
    figures: MetricsPage | None = None,
) -> None:
    """Blocks until SIGTERM or Ctrl+C; `listening(host, port)` is called once, when calls are answered.

    Port 0 is a free one. `figures` answers from the start to the end. Raises
    `EnvironmentFailure('poort_bezet')`.
    """
    os.environ[DATABASE] = database
    if moment is not None:
        os.environ[MOMENT] = moment.isoformat()
    bound = _bind(host, port)
    config = uvicorn.Config(
        "central.serving:application",
        factory=True,
        workers=max(1, processes),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=LINE_SECONDS,
    )
    actual = bound.getsockname()[1]
    waiter = threading.Thread(target=_announce, args=(host, actual, listening), daemon=True)
    with bound:
        waiter.start()
        if figures is not None:
            figures.start()
        try:
            _run(config, bound)
        finally:
            if figures is not None:
                figures.stop()


def application() -> FastAPI:
    """The service in one process; uvicorn calls this."""
    logs.configure()
    folder = os.environ.get(metrics.FOLDER)
    if folder:
        metrics.switch_on(Path(folder))
    app = create_app()
    sys.setswitchinterval(TURN_SECONDS)
    _collect_seldom()
    return app


def _collect_seldom() -> None:
    """A batch makes many objects that live until its end: looking through them meanwhile finds nothing."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def _run(config: uvicorn.Config, bound: socket.socket) -> None:
    # uvicorn ends gracefully at a signal and then raises it again: by then there is nothing left to end.
    numbers = [signal.SIGTERM, signal.SIGINT]
    before = {number: signal.signal(number, _nothing) for number in numbers}
    try:
        if config.workers > 1:
            from uvicorn.supervisors import Multiprocess

            bound.set_inheritable(True)
            Multiprocess(config, [bound]).run()
        else:
            uvicorn.Server(config).run([bound])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing(_number: int, _frame: FrameType | None) -> None:
    return


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    try:
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except (OSError, OverflowError) as error:
        bound.close()
        raise EnvironmentFailure("poort_bezet", host=host, poort=port) from error
    return bound


def _announce(host: str, port: int, listening: Listening) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared, not bound)
    while time.monotonic() < until:
        if _answers(target, port):
            listening(host, port)
            return
        time.sleep(0.05)


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/gezond")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
