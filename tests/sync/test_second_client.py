"""A second client, written from docs/sync.md alone: the standard library and zstandard, nothing of ours.

It enrols, fills, sends a contact, fetches, and checks count and hash of every bucket itself. What it needs
and the document does not say is a fault of the document.
"""

from __future__ import annotations

import ast
import hashlib
import http.client
import json
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest
import zstandard

if TYPE_CHECKING:
    from tests.support.region import World

pytestmark = pytest.mark.postgres
MEDIA = "application/x-werkregie"
Row = dict[str, Any]


class Refused(Exception):
    """A `Problem`: its code."""


def row_hash(table: str, row: Row) -> int:
    """BLAKE2b of 8 bytes over the table's name and the row as one line of JSON, without the top bit."""
    line = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.blake2b(f"{table}\n{line}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") & (2**63 - 1)


class SecondClient:
    """Rows by table and id, and which bucket holds them with which hash."""

    def __init__(self, url: str) -> None:
        self._address = urlsplit(url).netloc
        self.laptop = str(uuid.uuid4())
        self.token = ""
        self.epoch: str | None = None
        self.who: Row = {}
        self.cursors: dict[str, int] = {}
        self.rows: dict[tuple[str, str], Row] = {}
        self.held: dict[tuple[str, str, str], int] = {}
        self.outbox: list[Row] = []
        self.answers: dict[int, Row] = {}

    # -- the line ------------------------------------------------------------------------------------
    def call(self, method: str, path: str, message: Row | None = None) -> Row:
        """One call; raises `Refused` for what the centre does not take."""
        body = zstandard.compress(json.dumps(message).encode()) if message is not None else None
        headers = {"content-type": MEDIA}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        connection = http.client.HTTPConnection(self._address, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            packed, kind = answer.read(), answer.getheader("content-type", "")
        finally:
            connection.close()
        assert kind.partition(";")[0] == MEDIA, "a proxy or a guest network answered"
        found: Row = json.loads(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
        if answer.status != 200:
            raise Refused(found["code"])
        return found

    # -- coming and filling --------------------------------------------------------------------------
    def enrol(self, code: str) -> None:
        answer = self.call("POST", "/v1/aanmelden", {"code": code, "laptop": self.laptop, "programma": "0"})
        self.token, self.epoch, self.who = answer["token"], answer["epoch"], answer["wie"]

    def fill(self, bucket: str) -> None:
        """The bucket as it is now, piece by piece; what is newer comes with a round."""
        resume, path = "", f"/v1/momentopname/{quote(bucket)}"
        while True:
            piece = self.call("GET", path + (f"?hervat={quote(resume)}" if resume else ""))
            for part in piece.get("delen", ()):
                for row in part["rijen"]:
                    self._put(bucket, part["tabel"], row)
            self.cursors[bucket] = piece["cursor"]
            resume = piece.get("hervat") or ""
            if not resume:
                return

    # -- rounds --------------------------------------------------------------------------------------
    def do(self, command: str, tijd: str, /, **arguments: Any) -> str:
        """Puts a command in the outbox; its id."""
        made = str(uuid.uuid4())
        number, mark = len(self.outbox) + 1, str(uuid.uuid4())
        what: Row = {"naam": command, "versie": 1, "argumenten": {"id": made, **arguments}}
        self.outbox.append({"n": number, "uuid": mark, "tijd": tijd} | what)
        return made

    def round(self) -> None:
        """Sends what has no answer yet, fetches to the end, and checks the totals."""
        while True:
            waiting = [one for one in self.outbox if one["n"] not in self.answers]
            answer = self.call("POST", "/v1/sync", self._request(waiting))
            assert answer["epoch"] == self.epoch
            self.answers |= {one["n"]: one for one in answer.get("antwoorden", ())}
            self._take_in(answer)
            if not answer.get("meer"):
                self._check(answer["standen"])
                return

    def _request(self, waiting: list[Row]) -> Row:
        return {
            "protocol": 1,
            "laptop": self.laptop,
            "programma": "0",
            "epoch": self.epoch,
            "opdrachten": waiting,
            "cursors": self.cursors,
            "bevestigd": max(self.answers, default=0),
        }

    def _take_in(self, answer: Row) -> None:
        for bucket in answer.get("te_oud", ()):
            self._forget(bucket)
        for page in answer.get("paginas", ()):
            for row in page.get("rijen", ()):
                self._put(page["bucket"], page["tabel"], row)
            for row_id in page.get("weg", ()):
                self.held.pop((page["bucket"], page["tabel"], row_id), None)
        for bucket in answer.get("buckets_weg", ()):
            self._forget(bucket)
            self.cursors.pop(bucket, None)
        somewhere = {(table, row_id) for _, table, row_id in self.held}
        self.rows = {key: row for key, row in self.rows.items() if key in somewhere}
        self.cursors |= answer.get("cursors", {})

    def _put(self, bucket: str, table: str, row: Row) -> None:
        self.rows[table, row["id"]] = row
        self.held[bucket, table, row["id"]] = row_hash(table, row)

    def _forget(self, bucket: str) -> None:
        self.held = {key: value for key, value in self.held.items() if key[0] != bucket}

    def _check(self, totals: dict[str, list[int]]) -> None:
        """Count and XOR of the hashes per bucket, from the rows themselves."""
        mine: dict[str, list[int]] = {}
        for (bucket, _, _), value in self.held.items():
            count, combined = mine.get(bucket, (0, 0))
            mine[bucket] = [count + 1, combined ^ value]
        assert mine == {bucket: state for bucket, state in totals.items() if state != [0, 0]}

    def of(self, table: str) -> list[Row]:
        return [row for (name, _), row in self.rows.items() if name == table]


@pytest.fixture
def client(world: World) -> SecondClient:
    """Enrolled as an accountmanager of a region in which a colleague worked already."""
    herman = world.laptop("herman")
    for number in range(3):
        herman.doe("werkgever.registreer", naam=f"Houtbouw {number}")
    herman.sync()
    made = SecondClient(world.url)
    made.enrol(world.invite("fatima"))
    return made


def test_it_fills_sends_a_contact_and_fetches(world: World, client: SecondClient) -> None:
    for bucket in ("regio", "dossiers", f"persoonlijk/{client.who['medewerker_id']}"):
        client.fill(bucket)
    assert len(client.of("werkgever")) == 3
    employer = client.of("werkgever")[0]["id"]
    made = client.do(
        "contact.leg_vast",
        "2026-11-20T09:10:00Z",
        werkgever_id=employer,
        datum="2026-11-20",
        kanaal="bezoek",
        notitie="Zoekt twee lassers.",
    )
    client.round()
    assert client.answers[1]["uitkomst"] == "toegepast"
    [contact] = client.of("contactmoment")
    assert (contact["id"], contact["werkgever_id"]) == (made, employer)
    assert [row["notitie"] for row in client.of("contactnotitie")] == ["Zoekt twee lassers."]

    before = dict(client.rows)
    client.round()
    assert client.rows == before, "a round with nothing new changes nothing"
    assert world.sql("SELECT bevestigd_n FROM laptop WHERE id = :id", id=client.laptop)[0][0] == 1


def test_without_a_snapshot_it_reads_the_feed(client: SecondClient) -> None:
    client.round()
    assert {"regio", "dossiers"} <= client.cursors.keys()
    assert len(client.of("werkgever")) == 3
    client.token = "niets"
    with pytest.raises(Refused, match="token_onbekend"):
        client.round()


def test_the_same_sent_again_gets_the_same_answer_and_is_done_once(client: SecondClient) -> None:
    client.do("werkgever.registreer", "2026-11-20T09:10:00Z", naam="Bakkerij De Lindehof")
    client.round()
    first = client.answers.pop(1)
    client.round()
    assert client.answers[1] == first
    assert len([row for row in client.of("werkgever") if row["naam"].startswith("Bakkerij")]) == 1


def test_what_it_may_not_do_is_answered_and_what_follows_is_done(client: SecondClient) -> None:
    client.do("regie.wijs_toe", "2026-11-20T09:10:00Z", werkgever_id="geen", accountmanager_id="geen")
    client.do("werkgever.registreer", "2026-11-20T09:10:01Z", naam="Bakkerij De Lindehof")
    client.round()
    assert [client.answers[n]["uitkomst"] for n in (1, 2)] == ["geweigerd", "toegepast"]
    assert [row["soort"] for row in client.of("afstemming")] == ["weigering"]


def test_it_takes_nothing_from_the_program() -> None:
    """Only the region that the tests make is ours, and that as a type."""
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    names = [one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names if name.split(".")[0] in ("desktop", "central")]
