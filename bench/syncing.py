"""Push, pull and a round with nothing new: real laptops, the service over HTTP, peers beside it.

A push ends when the last command has its answer on the laptop. A pull ends when the second laptop has
every row, searchable, and its counts and hashes equal the centre's.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import psycopg

from bench import centre, floors, peers, region, store
from bench.figure import Beside, Figure, duration, rate
from bench.stage import Stage
from desktop.laptop import Laptop
from desktop.sync.protocol import COMMANDS_PER_CALL, ROWS_PER_ANSWER

WERKGEVERS = 2_000
EMPTY_ROUNDS = 25


@dataclass(slots=True)
class _Times:
    push: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    pull: list[float] = field(default_factory=list)
    empty: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)
    orm: list[float] = field(default_factory=list)


def measure(stage: Stage) -> list[Figure]:
    """Each round on a new database, with floors and peers between the rounds of the same run."""
    count, rounds = stage.sizes.commands, stage.sizes.rounds
    times = _Times()
    for number in range(rounds):
        stage.say(f"  round {number + 1} of {rounds}: {count:,} commands ...")
        _round(stage, number, times)
    stage.say("  peers ...")
    pouch, anki = peers.pouchdb(count, rounds, stage.say), peers.anki(count, rounds, stage.say)
    return [
        _push(count, times, pouch, anki),
        rate("push and own rows back", count, times.whole, "commands/s"),
        _pull(count, times, pouch, anki),
        duration(
            "sync with nothing new",
            times.empty,
            "ms",
            beside=(
                Beside("goal of the plan", 5, goal=1),
                Beside(pouch.name, pouch.empty_ms),
                Beside(anki.name, anki.empty_ms),
            ),
            note="at the laptop: ask, answer, keep; the line stays open; no fsync: nothing was typed",
        ),
    ]


def _push(count: int, times: _Times, pouch: peers.Peer, anki: peers.Peer) -> Figure:
    floor = [rate("", count, seconds, "").value for seconds in (times.sql, times.orm)]
    return rate(
        "push of contact.leg_vast",
        count,
        times.push,
        "commands/s",
        beside=(
            Beside(pouch.name, pouch.push, goal=1.5),
            Beside("multi-row SQL, no rules", floor[0], goal=0.5),
            Beside("ORM, no rules", floor[1]),
            Beside(anki.name, anki.push),
        ),
        note=f"{count:,} commands, rules and rights on; {COMMANDS_PER_CALL} a call and transaction; fsync on",
    )


def _pull(count: int, times: _Times, pouch: peers.Peer, anki: peers.Peer) -> Figure:
    return rate(
        "pull of those contacts",
        count,
        times.pull,
        "contacts/s",
        beside=(
            Beside(pouch.name, pouch.pull),
            Beside(anki.name, anki.pull, goal=1),
        ),
        note=f"a contact is two rows (Anki: note and card); searchable; {ROWS_PER_ANSWER} rows an answer",
    )


def _round(stage: Stage, number: int, times: _Times) -> None:
    count, folder = stage.sizes.commands, stage.folder / f"sync-{number}"
    folder.mkdir()
    database = centre.new_database(stage.server, f"sync_{number}")
    centre.fill(database, WERKGEVERS, 0)
    with centre.serving(database) as service:
        first = store.enrolled(folder, service, "Fatima Meting")
        second = store.enrolled(folder, service, "Herman Meting")
        with store.open_laptop(first) as one, store.open_laptop(second) as two:
            one.sync()
            two.sync()
            store.record(one, "contact.leg_vast", [region.visit(n, WERKGEVERS) for n in range(count)])
            _send(one, count, times)
            times.pull.append(_timed_pull(two, count))
            times.empty += _empty(two)
    sql, orm = floors.measure(database.url, *_somebody(database), count, WERKGEVERS)
    times.sql.append(sql)
    times.orm.append(orm)


def _send(laptop: Laptop, count: int, times: _Times) -> None:
    answered: list[float] = []
    begin = time.perf_counter()

    def heard(sent: int, _to_send: int, _rows: int) -> None:
        if sent == count and not answered:
            answered.append(time.perf_counter() - begin)

    done = laptop.sync(heard)
    times.whole.append(time.perf_counter() - begin)
    if done.toegepast != count:
        raise SystemExit(f"{count} commands were sent and {done.toegepast} were applied")
    times.push.append(answered[0])


def _timed_pull(laptop: Laptop, count: int) -> float:
    begin = time.perf_counter()
    done = laptop.sync()
    took = time.perf_counter() - begin
    if done.ontvangen < 2 * count or laptop.bucket_standen() != laptop.standen_centrum():
        raise SystemExit("the second laptop does not equal the centre")
    return took


def _empty(laptop: Laptop) -> list[float]:
    laptop.sync()
    times = []
    for _ in range(EMPTY_ROUNDS):
        begin = time.perf_counter()
        laptop.sync()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _somebody(database: centre.Database) -> tuple[str, str]:
    with psycopg.connect(database.dsn) as connection:
        return centre.somebody(connection)
