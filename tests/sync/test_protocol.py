"""The wire as docs/sync.md describes it; what released programs say is kept here and must stay readable."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import zstandard

from central.app import _STATUS
from desktop.models.row_codec import row_hash
from desktop.sync import protocol
from desktop.sync.protocol import SyncRequest, SyncResponse

DOCUMENT = (Path(__file__).parents[2] / "docs" / "sync.md").read_text(encoding="utf-8")

REQUEST_1 = """
{"protocol":1,"laptop":"0197b0c4-0000-7000-8000-000000000001","programma":"0.1.0","epoch":"e",
 "opdrachten":[{"n":1,"uuid":"0197b0c4-0000-7000-8000-000000000002","naam":"contact.leg_vast","versie":1,
   "argumenten":{"werkgever_id":"w","datum":"2026-11-20","kanaal":"bezoek"},"tijd":"2026-11-20T09:10:00Z",
   "basis":{"w":3}}],
 "cursors":{"regio":7},"ophalen":true,"openstaand":1}
"""
RESPONSE_1 = """
{"epoch":"e","wie":{"medewerker_id":"m","naam":"N","rol":"accountmanager","regio_id":"r","regio":"R","oefen":false},
 "tijd":"2026-11-20T09:10:01Z",
 "antwoorden":[{"n":1,"uuid":"u","uitkomst":"aangepast","code":"c","parameters":{"naam":"x"},"vervangen":{"a":"b"}}],
 "buckets_weg":["dossiers"],"paginas":[{"bucket":"regio","tabel":"werkgever","rijen":[{"id":"w"}],"weg":["v"]}],
 "cursors":{"regio":9},"standen":{"regio":[1,5]},"meer":false,"laatste_n":1}
"""


@pytest.mark.parametrize(("text", "kind"), [(REQUEST_1, SyncRequest), (RESPONSE_1, SyncResponse)])
def test_what_the_first_release_says(text: str, kind: type) -> None:
    """Whatever was added since is left at its default."""
    message = protocol.unpack(zstandard.compress(text.encode()), kind)
    said, kept = json.loads(text), json.loads(zstandard.decompress(protocol.pack(message)))
    added = kept.keys() - said.keys()
    for page in kept.get("paginas", ()):
        assert page.pop("kolommen") == []
    assert {name: kept[name] for name in said} == said
    assert not any(kept[name] for name in added)


def test_a_message_of_a_newer_end_is_read() -> None:
    newer = json.loads(REQUEST_1) | {"van_later": {"x": [1]}}
    newer["opdrachten"][0]["van_later"] = 1
    message = protocol.unpack(zstandard.compress(json.dumps(newer).encode()), SyncRequest)
    assert message.opdrachten[0].n == 1


def test_the_hash_in_the_document() -> None:
    """The example from which a second client checks its own sum."""
    found = re.search(r"`(\w+)`, `(\{.*?\})` → `(\d+)`", DOCUMENT)
    assert found is not None
    assert row_hash(found[1], json.loads(found[2])) == int(found[3])


def test_every_field_of_the_messages_is_in_the_document() -> None:
    for kind in (protocol.CommandMessage, protocol.SyncResponse, protocol.Page, protocol.AnswerMessage):
        for name in kind.__struct_fields__:
            assert re.search(rf"\b{name}\b", DOCUMENT), f"{kind.__name__}.{name}"


def test_every_status_is_in_the_document() -> None:
    for code, status in _STATUS.items():
        assert f"`{code}`" in DOCUMENT
        assert re.search(rf"`{code}`.*\| {status}", DOCUMENT)
