"""Monday, half past eight: 300 laptops sync within a minute, two service processes over one PostgreSQL.

Each sends what waits there and fetches what all before it brought. A call is timed from the moment at which
its laptop wants to sync, so that waiting for one's turn counts. The laptops' own stores are left out: three
hundred of them would measure this machine and not the centre.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

from bench import centre, region
from bench.figure import Beside, Figure, percentile
from bench.stage import Stage
from bench.syncing import WERKGEVERS
from central import accounts
from desktop.clock import Clock
from desktop.models.rights import buckets_of
from desktop.models.store import central_engine, new_session
from desktop.models.tables.base import instant_text
from desktop.sync.protocol import PROTOCOL, CommandMessage, SyncRequest
from desktop.sync.transport import HttpTransport

PROCESSES, THREADS, EACH = 2, 48, 2
GOAL_MS = 1_000


def measure(stage: Stage) -> list[Figure]:
    """The time that 95 of 100 laptops wait at most, and how many were refused."""
    count, seconds = stage.sizes.laptops, stage.sizes.laptop_seconds
    stage.say(f"  {count} laptops within {seconds:.0f} s ...")
    database = centre.new_database(stage.server, "laptops")
    centre.fill(database, WERKGEVERS, 0)
    enrolled = _enrol(database, count)
    dice = Random(8)
    moments = sorted(dice.uniform(0, seconds) for _ in range(count))
    with centre.serving(database, PROCESSES) as service, ThreadPoolExecutor(THREADS) as crowd:
        begin = time.perf_counter() + 1
        waits = [
            crowd.submit(_call, service.url, enrolled[number], number, begin + moment)
            for number, moment in enumerate(moments)
        ]
        took = [wait.result() for wait in waits]
    whole = [milliseconds for milliseconds in took if milliseconds is not None]
    refused = len(took) - len(whole)
    return [
        Figure(
            f"{count} laptops within {seconds:.0f} s, p95",
            percentile(whole, 0.95) if whole else float("inf"),
            "ms",
            more_is_better=False,
            beside=(Beside("goal of the plan", GOAL_MS, goal=1),),
            note=f"{EACH} commands each; {refused} refused; slowest {max(whole, default=0):.0f} ms; "
            f"{PROCESSES} service processes",
        )
    ]


def _enrol(database: centre.Database, count: int) -> list[tuple[str, SyncRequest]]:
    """Token and first request of each laptop, all cursors at what is there now."""
    engine, clock = central_engine(database.url), Clock()
    ready = []
    try:
        with new_session(engine) as session, session.begin():
            epoch = accounts.the_region(session).epoch
            for number in range(count):
                code, _ = accounts.invite(session, clock, f"Lap Top {number}", "accountmanager")
                laptop = clock.new_id()
                token, account = accounts.enrol(session, clock, code, laptop, "meting")
                cursors = dict.fromkeys(buckets_of(account.actor), 0)
                ready.append((token, SyncRequest(PROTOCOL, laptop, "meting", epoch, cursors=cursors)))
        with engine.connect() as connection:
            last = connection.exec_driver_sql("SELECT coalesce(max(nr), 0) FROM bucket_state").scalar()
    finally:
        engine.dispose()
    for _, request in ready:
        request.cursors = dict.fromkeys(request.cursors, int(last or 0))
    return ready


def _call(url: str, laptop: tuple[str, SyncRequest], number: int, moment: float) -> float | None:
    """Milliseconds from when this laptop wanted to sync; None when it was refused."""
    token, request = laptop
    clock = Clock()
    request.opdrachten = [
        CommandMessage(
            n=nth + 1,
            uuid=clock.new_id(),
            naam="contact.leg_vast",
            versie=1,
            argumenten=region.visit(2_000_000 + number * EACH + nth, WERKGEVERS),
            tijd=instant_text(clock.now()),
        )
        for nth in range(EACH)
    ]
    request.openstaand = EACH
    time.sleep(max(0.0, moment - time.perf_counter()))
    transport = HttpTransport(url, token)
    try:
        response = transport.sync(request)
    except Exception:  # noqa: BLE001 - whatever it is, this laptop was not served
        return None
    finally:
        transport.close()
    done = [answer for answer in response.antwoorden if answer.uitkomst == "toegepast"]
    return (time.perf_counter() - moment) * 1000 if len(done) == EACH else None
