"""A pool of no threads: what is submitted is done at once, so that a course follows from its seed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any


class InlineExecutor:
    """In place of `ThreadPoolExecutor` in the sync engine."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> InlineExecutor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def shutdown(self, *_: object, **__: object) -> None:
        """Nothing to end."""

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Done already. A killed program is killed here and now."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001 - as the real one: raised again where the result is asked for
            future.set_exception(error)
        return future
