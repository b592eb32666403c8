"""The wire messages of sync, first fill and enrolment: the only module that laptop and centre share.

JSON by msgspec, compressed with zstd. A field that is added has a default, so that old and new ends
understand each other; a changed meaning is a new `PROTOCOL`. Touches nothing else.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import zstandard

PROTOCOL = 1
ROWS_PER_ANSWER = 5_000
ROWS_PER_PIECE = 10_000
BYTES_PER_PIECE = 16_000_000
COMMANDS_PER_CALL = 500
BYTES_PER_CALL = 4_000_000
MAX_BODY = 64 * 1024 * 1024
MAX_ENROLMENT = 64 * 1024
ENCODING = "zstd"


Rows = Annotated[
    msgspec.Raw, msgspec.Meta(extra_json_schema={"type": "array", "items": {"type": "object"}, "default": []})
]
"""A JSON array of rows, read apart by who needs them."""


class CommandMessage(msgspec.Struct):
    """One command of the outbox. `basis`: row id → version that the person saw."""

    n: int
    uuid: str
    naam: str
    versie: int
    argumenten: dict[str, Any]
    tijd: str
    basis: dict[str, int] = {}


class AnswerMessage(msgspec.Struct):
    """What became of a command. `vervangen`: id of the sender → id that stands for it."""

    n: int
    uuid: str
    uitkomst: str
    code: str | None = None
    parameters: dict[str, Any] = {}
    vervangen: dict[str, str] = {}


class SyncRequest(msgspec.Struct):
    """`cursors` names the buckets that the laptop holds; `ophalen` is false while more is sent first.

    `bevestigd`: up to this number the laptop keeps every answer.
    """

    protocol: int
    laptop: str
    programma: str
    epoch: str | None = None
    opdrachten: list[CommandMessage] = []
    cursors: dict[str, int] = {}
    ophalen: bool = True
    openstaand: int = 0
    bevestigd: int = 0


class Page(msgspec.Struct):
    """Rows of one table in one bucket, as one JSON array; `weg` are rows that left the bucket.

    `kolommen` are those of the sender. It names them when the rows are canonical texts: the hash of a row is
    then made of the bytes that came.
    """

    bucket: str
    tabel: str
    rijen: Rows = msgspec.field(default_factory=lambda: msgspec.Raw(b"[]"))
    weg: list[str] = []
    kolommen: list[str] = []


class Who(msgspec.Struct):
    """Who the token belongs to, as the centre knows it now."""

    medewerker_id: str
    naam: str
    rol: str
    regio_id: str
    regio: str
    oefen: bool


class SyncResponse(msgspec.Struct):
    """`standen`: bucket → [count, hash] when everything of this moment was sent (`meer` is false).

    `laatste_n` is the last command of this laptop in the centre's ledger. `catalogus` changes whenever the
    centre learns a command or a version of one.
    """

    epoch: str
    wie: Who
    tijd: str
    antwoorden: list[AnswerMessage] = []
    buckets_weg: list[str] = []
    paginas: list[Page] = []
    cursors: dict[str, int] = {}
    standen: dict[str, tuple[int, int]] = {}
    te_oud: list[str] = []
    meer: bool = False
    laatste_n: int = 0
    catalogus: str = ""


class SnapshotPart(msgspec.Struct):
    """Rows of one table by id, as one JSON array of canonical rows; `kolommen` are those of the sender."""

    tabel: str
    kolommen: list[str]
    rijen: msgspec.Raw


class Snapshot(msgspec.Struct):
    """A piece of a bucket as it is now. What changed after `cursor` comes with `POST /v1/sync`.

    `hervat` asks for the next piece; absent when this was the last.
    """

    epoch: str
    bucket: str
    cursor: int
    delen: list[SnapshotPart] = []
    hervat: str | None = None


class EnrolRequest(msgspec.Struct):
    """A one-time code and the name of the laptop."""

    code: str
    laptop: str
    programma: str


class EnrolResponse(msgspec.Struct):
    """The token is given once and stored hashed at the centre."""

    token: str
    epoch: str
    wie: Who


class LeaseResponse(msgspec.Struct):
    """The centre's half of the database key (64 hexadecimal digits), and until when the laptop may keep it.

    `tijd` is the centre's present; a `tot` that is not after it allows opening once, and keeping nothing.
    """

    helft: str
    tot: str
    tijd: str


class RecogniseRequest(msgspec.Struct):
    """Which of these commands of this laptop the centre handled. At most `COMMANDS_PER_CALL` uuids."""

    laptop: str
    uuids: list[str]


class RecogniseResponse(msgspec.Struct):
    """The answers that were given, under the ledger's numbers; the others it never saw."""

    laatste_n: int
    antwoorden: list[AnswerMessage] = []


class Problem(msgspec.Struct):
    """The body of every answer that is not 200."""

    code: str
    parameters: dict[str, Any] = {}


def pack(message: msgspec.Struct) -> bytes:
    """A message as compressed JSON."""
    return zstandard.ZstdCompressor(level=1).compress(msgspec.json.encode(message))


def unpack(body: bytes, kind: type[Any], limit: int | None = None) -> Any:
    """A message from compressed JSON of at most `limit` bytes (`MAX_BODY`).

    Raises ValueError when it is too large, cut off or not such a message.
    """
    most = MAX_BODY if limit is None else limit
    try:
        with zstandard.ZstdDecompressor().stream_reader(body) as reader:
            raw = reader.read(most + 1)
    except zstandard.ZstdError as error:
        raise ValueError("not zstd") from error
    if len(raw) > most:
        raise ValueError("too large")
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError("not such a message") from error
