"""Running 200 waiting commands again on top of new rows, with the centre's part taken out of the time."""

from __future__ import annotations

import time
from typing import Any

import msgspec

from bench import centre, region, store
from bench.figure import Beside, Figure, duration
from bench.stage import Stage
from bench.syncing import WERKGEVERS
from desktop import __version__
from desktop.clock import Clock
from desktop.laptop import Laptop
from desktop.sync.engine import SyncEngine
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport

ROUNDS = 7


class _HoldBack(HttpTransport):
    """A call that leaves the outbox behind, so that everything still waits when the rows come."""

    seconds = 0.0

    def sync(self, request: SyncRequest) -> SyncResponse:
        begin = time.perf_counter()
        try:
            return super().sync(msgspec.structs.replace(request, opdrachten=[]))
        finally:
            self.seconds += time.perf_counter() - begin


def measure(stage: Stage) -> list[Figure]:
    """Each round a colleague has logged one more contact with a werkgever that waiting commands are about."""
    pending, folder = stage.sizes.pending, stage.folder / "rebase"
    folder.mkdir()
    database = centre.new_database(stage.server, "rebase")
    centre.fill(database, WERKGEVERS, 0)
    times = []
    with centre.serving(database) as service:
        first = store.enrolled(folder, service, "Fatima Meting")
        second = store.enrolled(folder, service, "Herman Meting")
        with store.open_laptop(first) as one, store.open_laptop(second) as two:
            one.sync()
            two.sync()
            store.record(one, "contact.leg_vast", [region.visit(n, WERKGEVERS) for n in range(pending)])
            for number in range(ROUNDS):
                store.record(two, "contact.leg_vast", [_same_werkgever(number)])
                two.sync()
                times.append(_rebase(one, pending))
    return [
        duration(
            f"rebase of {pending} waiting commands",
            times,
            "ms",
            beside=(Beside("goal of the plan", 200 * pending / 200, goal=1),),
            note="rows put back, the centre's rows in, all run again in savepoints, one commit with fsync",
        )
    ]


def _same_werkgever(number: int) -> dict[str, Any]:
    """What waits may be about it, so nothing can be left as it is."""
    waiting = region.visit(number, WERKGEVERS)["werkgever_id"]
    return region.visit(500_000 + number, WERKGEVERS) | {"werkgever_id": waiting}


def _rebase(laptop: Laptop, pending: int) -> float:
    engine, reach = store.parts(laptop)
    held = _HoldBack(reach.url, reach.token)
    begin = time.perf_counter()
    done = SyncEngine(engine, held, Clock(), laptop.laptop_id, __version__).round()
    took = time.perf_counter() - begin - held.seconds
    held.close()
    if done.openstaand != pending or not done.ontvangen:
        raise SystemExit("nothing was rebased")
    return took * 1000
