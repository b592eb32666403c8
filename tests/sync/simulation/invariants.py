"""I1 … I8 of anchors/sync.md §3, checked on a history after everything was healed and has become quiet.

I1 no accepted command lost, none applied twice · I2 all laptops equal server ∩ rights · I3 one regie at most,
nothing unlocked before the centre said so · I4 every refusal is seen by its author · I5 own work stays
visible · I6 nothing of what was taken away is left · I7 the queue empties by itself · I8 a round with nothing
to do changes nothing and is small.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import text

from central import accounts
from central.facts import CentralFacts
from desktop.models import narrow, row_codec, work_index
from desktop.models.context import REGION_TIME, Actor
from desktop.models.rights import buckets_of, buckets_of_row
from desktop.models.tables import Medewerker
from tests.sync.simulation import invariants_candidates, oracle
from tests.sync.simulation.history import History, Violation
from tests.sync.simulation.invariants_candidates import marks_in, marks_of, require
from tests.sync.simulation.seat import SimulatedSeat

ROUNDS_EACH = 8
SMALL = 4_000
"""Bytes there and back of a round with nothing to do."""
FULL_TEXT = ("werkgever", "contactpersoon", "contactnotitie")


def after_step(history: History) -> None:
    """What must be true at every moment, not only in the end; looked at where something may have changed."""
    require("I7", not history.complaints.errors, history.complaints.errors)
    seats, centre = history.looked()
    if centre:
        invariants_candidates.after_step(history)
    for seat in seats:
        _at_once(seat)
        if history.is_long_ago():
            continue
        missing = seat.accepted.keys() - {row[0] for row in seat.look("SELECT uuid FROM opdracht")[1]}
        require("I1", not missing, ("accepted and not in the journal", seat.person, missing))


_AT_ONCE = (
    "SELECT 'I5', 'own contact is not shown', uuid FROM opdracht WHERE naam = 'contact.leg_vast' AND "
    "(uitkomst IS NULL OR uitkomst IN ('toegepast', 'aangepast')) AND NOT EXISTS (SELECT 1 FROM "
    "contactmoment "
    "WHERE id = json_extract(opdracht.argumenten, '$.id')) UNION ALL "
    "SELECT 'I3', 'unlocked before the centre said so', tabel FROM before_image "
    "WHERE tabel IN ('regie', 'reservering') AND beeld IS NULL UNION ALL "
    "SELECT 'I1', 'an effect without a command', tabel || ' ' || rij_id FROM before_image WHERE NOT EXISTS "
    "(SELECT 1 FROM opdracht WHERE status = 'wacht') UNION ALL "
    "SELECT 'I3', 'two regies on one laptop', werkgever_id FROM regie WHERE tot IS NULL GROUP BY 3 "
    "HAVING count(*) > 1"
)
"""What may not be found on a laptop: invariant, what is wrong, with what."""


def _at_once(seat: SimulatedSeat) -> None:
    wrong = seat.look(_AT_ONCE)[1]
    if wrong:
        raise Violation(wrong[0][0], (seat.person, [row[1:] for row in wrong]))


def quiet_down(history: History) -> None:
    """Line, disks and clocks are good again; then nobody does anything and only the timers run (I7)."""
    history.network.heal()
    for seat in history.open_seats():
        seat.offline = False
        seat.free_disk()
    sent, whole = 0, dict.fromkeys(history.seats, -1)
    for _ in range(ROUNDS_EACH * max(1, len(history.open_seats()))):
        behind = [number for number, seat in history.seats.items() if not seat.gone and whole[number] < sent]
        if not behind:
            return
        now = history.time.now.timestamp()
        delay, number = min((history.seats[n].pace.next_delay(now), n) for n in behind)
        require("I7", delay < 3600, "no round is due any more")
        history.time.pass_by(delay)
        is_whole = history.timed_round(number)
        seat = history.seats[number]
        sent += seat.gone or seat.last.get("verzonden", 0) > 0  # news for the others; who left sent its last
        whole[number] = sent if is_whole else -1
    raise Violation("I7", "it does not become quiet")


def at_the_end(history: History) -> None:
    """Everything, once it is quiet."""
    quiet_down(history)
    history.touched |= history.seats.keys()
    history.centre_touched = True
    after_step(history)
    require("I2", history.damaged or not history.complaints.different, history.complaints.different)
    with history.session() as session:
        rows, totals = oracle.state_of(session)
        ledger = {(row.laptop_id, row.n): row for row in session.execute(text("SELECT * FROM grootboek"))}
        region = accounts.the_region(session)
        facts = CentralFacts(session, region.id, history.clock.now().astimezone(REGION_TIME).date())
        people = {row.id: row for row in session.query(Medewerker)}
        buckets = {
            (table, row_id): buckets_of_row(table, _Row(row), facts)
            for table, found in rows.items()
            for row_id, row in found.items()
        }
    _totals(rows, totals, buckets)
    _regie(rows)
    invariants_candidates.at_the_end(history, rows)
    for seat in history.open_seats():
        person = people[seat.person_id]
        mine = set(buckets_of(Actor(person.id, person.naam, person.rol, person.regio_id)))
        _same_rows(seat, rows, buckets, mine)
        _journal(history, seat, ledger)
        _told(seat, rows, mine)
        _typed_is_kept(seat, rows)
        _nothing_left(history, seat, rows, buckets, mine)
        _sound(seat)
        _idle(history, seat)
    _contacts(history, rows)
    replayed = oracle.replay(history.stage.engine, history.stage.snapshots, history.record.events)
    _as_replayed(rows, totals, replayed)


class _Row(dict[str, Any]):
    """A row as it travels leaves out what is empty."""

    def __missing__(self, key: str) -> None:
        return None


def _totals(rows: oracle.Rows, kept: dict[str, Any], buckets: dict[tuple[str, str], frozenset[str]]) -> None:
    counted: dict[str, tuple[int, int]] = {}
    for (table, row_id), into in buckets.items():
        value = row_codec.row_hash(table, rows[table][row_id])
        for bucket in into:
            count, combined = counted.get(bucket, (0, 0))
            counted[bucket] = (count + 1, combined ^ value)
    filled = {bucket: state for bucket, state in kept.items() if state != (0, 0)}
    wrong = {bucket for bucket in counted | filled if counted.get(bucket) != filled.get(bucket)}
    require("I2", not wrong, ("totals of the centre differ from its rows", wrong))


def _regie(rows: oracle.Rows) -> None:
    """One regie, one main place, and no offer of a regie that is not held."""
    held = [row for row in rows["regie"].values() if "tot" not in row and "verwijderd_op" not in row]
    require("I3", len(held) == len({row["werkgever_id"] for row in held}), "two active regies at the centre")
    holders = {(row["werkgever_id"], row["accountmanager_id"]) for row in held}
    offers = [row for row in rows["overdracht"].values() if row["status"] == "voorgesteld"]
    lost = [row["id"] for row in offers if (row["werkgever_id"], row["van_id"]) not in holders]
    require("I3", not lost, ("an offer of a regie that is gone", lost))
    places = [
        row for row in rows["vestiging"].values() if row["hoofdvestiging"] and "verwijderd_op" not in row
    ]
    mains = [row["werkgever_id"] for row in places]
    require("I2", len(mains) == len(set(mains)), "two main places")


def _same_rows(
    seat: SimulatedSeat, rows: oracle.Rows, buckets: dict[tuple[str, str], frozenset[str]], mine: set[str]
) -> None:
    for table, found in rows.items():
        expected = {row_id: row for row_id, row in found.items() if buckets[table, row_id] & mine}
        here = seat.rows(table)
        if here != expected:
            differs = [
                (row_id, here.get(row_id), expected.get(row_id))
                for row_id in here | expected
                if here.get(row_id) != expected.get(row_id)
            ]
            raise Violation("I2", (table, seat.person, differs[:3]))
    recount = seat.laptop.bucket_standen()
    require("I2", recount == seat.laptop.bucket_boekhouding(), ("kept totals", seat.person))


def _journal(history: History, seat: SimulatedSeat, ledger: dict[tuple[str, int], Any]) -> None:
    journal = seat.sql("SELECT n, uuid, uitkomst, status FROM opdracht ORDER BY n")
    waiting = [row.uuid for row in journal if row.uitkomst is None or row.status != row.uitkomst]
    require("I7", not waiting, ("still waiting", seat.person, waiting))
    there = {n: row for (laptop, n), row in ledger.items() if laptop == seat.laptop.laptop_id}
    theirs = {row.uuid: (n, row.uitkomst) for n, row in there.items()}
    ours = {row.uuid: (row.n, row.uitkomst) for row in journal}
    differ = {uuid for uuid in ours if ours[uuid] != theirs.get(uuid)}
    require("I1", not differ, ("journal and ledger differ", seat.person, differ))
    unknown = theirs.keys() - ours.keys()
    expected = seat.restored or history.is_long_ago()
    require("I1", expected or not unknown, ("nobody here sent this", seat.person, unknown))
    require("I1", sorted(there) == list(range(1, len(there) + 1)), "a gap in the ledger")


def _told(seat: SimulatedSeat, rows: oracle.Rows, mine: set[str]) -> None:
    if f"persoonlijk/{seat.person_id}" not in mine:
        return
    shown = {row["opdracht_uuid"] for row in seat.rows("afstemming").values() if row["soort"] == "weigering"}
    refused = {row.uuid for row in seat.sql("SELECT uuid FROM opdracht WHERE status = 'geweigerd'")}
    require("I4", refused <= shown, ("somebody was not told", seat.person, refused - shown))


def _typed_is_kept(seat: SimulatedSeat, rows: oracle.Rows) -> None:
    """What was accepted stands in the row, its history, or as a question in an inbox."""
    kept = ("werkgever", "contactnotitie", "veldwijziging", "afstemming")
    there = json.dumps([rows[table] for table in kept])
    query = "SELECT argumenten FROM opdracht WHERE naam = ? AND uitkomst <> 'geweigerd'"
    typed = [
        (name, value)
        for naam in ("werkgever.wijzig", "contact.leg_vast")
        for (arguments,) in seat.sql(query, naam)
        for name, value in json.loads(arguments).items()
        if name in ("sector", "website", "rechtsvorm", "concern", "notitie")
    ]
    for name, value in typed:
        words = value.partition(" ")[0] if name == "notitie" else value
        require("I4", json.dumps(words)[1:-1] in there, ("typed and nowhere kept", seat.person, value))


def _contacts(history: History, rows: oracle.Rows) -> None:
    for seat in history.open_seats():
        named = "SELECT json_extract(argumenten, '$.id'), uitkomst, code FROM opdracht WHERE naam = ?"
        for row_id, outcome, code in seat.sql(named, "contact.leg_vast"):
            require("I1", outcome != "geweigerd", ("a contact that took place was refused", code))
            there = rows["contactmoment"].get(row_id)
            lost = there is None or there["medewerker_id"] != seat.person_id
            require("I1", not lost, ("a contact was lost", row_id, seat.person))


def _nothing_left(
    history: History,
    seat: SimulatedSeat,
    rows: oracle.Rows,
    buckets: dict[tuple[str, str], frozenset[str]],
    mine: set[str],
) -> None:
    """What this person may not hold and did not type: no table, index or image still has it."""
    held = marks_in(rows[table][row_id] for (table, row_id), into in buckets.items() if into & mine)
    foreign = invariants_candidates.all_marks(rows) - held - invariants_candidates.own_marks(seat)
    drafts = {row[0] for row in seat.sql("SELECT onderwerp_id FROM concept")}
    about = {row_id for (_, row_id), into in buckets.items() if row_id in drafts and not into & mine}
    require("I6", not about, ("drafts about what is not here", seat.person, about))
    if not foreign:
        return
    found = foreign & marks_of("\n".join(_everything(seat)))
    require("I6", not found, ("left behind", seat.person, found))


def _everything(seat: SimulatedSeat) -> list[str]:
    """All content of the database, the words of the full-text indexes included."""
    found: list[str] = []
    tables = [
        row[0]
        for row in seat.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
    ]
    for table in tables:
        if not table.startswith("sqlite_"):
            found += [repr(row) for row in seat.look(f"SELECT * FROM {table}")[1]]  # noqa: S608
    for table in FULL_TEXT:
        seat.sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.woorden_{table} USING fts5vocab(main, {table}_fts, row)"
        )
        found += [row[0] for row in seat.sql(f"SELECT term FROM temp.woorden_{table}")]  # noqa: S608
        seat.sql(f"DROP TABLE temp.woorden_{table}")
    return found


def _sound(seat: SimulatedSeat) -> None:
    require("I5", seat.sql("SELECT * FROM before_image") == [], ("own images are left", seat.person))
    require("I2", seat.sql("PRAGMA foreign_key_check") == [], ("references into nothing", seat.person))
    for table in FULL_TEXT:
        seat.sql(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    with seat.laptop._writer.begin() as connection:
        require(
            "I2",
            [*narrow.differing(connection), *work_index.differing(connection)] == [],
            ("narrow tables", seat.person),
        )


def _idle(history: History, seat: SimulatedSeat) -> None:
    before = seat.sql("SELECT * FROM bucket_cursor ORDER BY bucket")
    calls, size = history.network.calls, history.network.sent + history.network.received
    counts = seat.sync().counts()
    require("I8", set(counts.values()) == {0}, (seat.person, counts))
    require("I8", history.network.calls - calls == 1, "more than one call for nothing")
    took = history.network.sent + history.network.received - size
    require("I8", took < SMALL, ("bytes for nothing", took))
    require(
        "I8", seat.sql("SELECT * FROM bucket_cursor ORDER BY bucket") == before, "cursors moved for nothing"
    )


def _as_replayed(
    rows: oracle.Rows, totals: dict[str, Any], replayed: tuple[oracle.Rows, dict[str, Any]]
) -> None:
    for table, found in replayed[0].items():
        differs = [
            (row_id, rows[table].get(row_id), found.get(row_id))
            for row_id in rows[table] | found
            if rows[table].get(row_id) != found.get(row_id)
        ]
        require("I1", not differs, ("not what the ledger says", table, differs[:3]))
    require("I2", totals == replayed[1], ("totals differ from a replay", totals, replayed[1]))
