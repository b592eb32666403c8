"""What breaks in between: calls that do not arrive, answers that get lost, a program that is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.sync.protocol import Snapshot, SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport


class Killed(BaseException):
    """The program stops here, at once: nothing that catches errors may catch this."""


class Line:
    """The line to the centre. `calls` counts; a hook sees the number of the call and may raise.

    Of a first fill `pieces` are the rows of each piece, `brought` the tables in them; `absent`: this centre
    does not know that call.
    """

    absent = False

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self.requests: list[SyncRequest] = []
        self._before: Callable[[int], None] = _nothing
        self._after: Callable[[int], None] = _nothing
        real = HttpTransport.sync

        def sync(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
            self.calls += 1
            self.requests.append(request)
            self._before(self.calls)
            response = real(transport, request)
            self._after(self.calls)
            return response

        patch.setattr(HttpTransport, "sync", sync)
        fetch = HttpTransport.snapshot
        self.pieces: list[int] = []
        self.brought: set[tuple[str, str]] = set()

        def snapshot(transport: HttpTransport, bucket: str, resume: str | None) -> Snapshot:
            self.calls += 1
            self._before(self.calls)
            if self.absent:
                raise Weigering("adres_onbekend")
            piece = fetch(transport, bucket, resume)
            self.pieces.append(sum(len(msgspec.json.decode(part.rijen)) for part in piece.delen))
            self.brought |= {(bucket, part.tabel) for part in piece.delen}
            self._after(self.calls)
            return piece

        patch.setattr(HttpTransport, "snapshot", snapshot)

    def cut_before(self, call: int, error: BaseException | None = None) -> None:
        """From now on the `call`-th call does not arrive."""
        self.calls, self._before = 0, _at(call, error)

    def cut_once_in(self, bucket: str, table: str) -> None:
        """From now on nothing arrives once a piece of this bucket has brought rows of this table."""

        def hook(_: int) -> None:
            if (bucket, table) in self.brought:
                raise EnvironmentFailure("centrum_onbereikbaar")

        self._before = hook

    def cut_after(self, call: int, error: BaseException | None = None) -> None:
        """From now on the centre handles the `call`-th call and its answer is lost."""
        self.calls, self._after = 0, _at(call, error)

    def mend(self) -> None:
        """The line is whole again."""
        self.calls, self._before, self._after = 0, _nothing, _nothing
        self.requests.clear()


def _nothing(_: int) -> None:
    return None


def _at(call: int, error: BaseException | None) -> Callable[[int], None]:
    def hook(number: int) -> None:
        if number == call:
            raise error or EnvironmentFailure("centrum_onbereikbaar")

    return hook


@contextmanager
def killed_in(patch: pytest.MonkeyPatch, owner: Any, name: str, after: bool = False) -> Iterator[None]:
    """Inside, the program dies when it comes to (or has just done) `owner.name`."""
    real = getattr(owner, name)

    def dies(*args: Any, **kwargs: Any) -> Any:
        if after:
            real(*args, **kwargs)
        raise Killed(name)

    with patch.context() as inner:
        inner.setattr(owner, name, dies)
        with pytest.raises(Killed):
            yield
