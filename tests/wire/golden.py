"""Golden wire messages: what each released version of the protocol said, kept as files.

    python -m tests.wire.golden VERSION

makes the file of a new version from today's program; a file that was released is never changed. `shape` is
the JSON schema of every message; `messages` are examples, readable and as packed bytes.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from central import openapi
from desktop.sync import protocol

FOLDER = Path(__file__).parent / "versions"


@dataclass(frozen=True, slots=True)
class Golden:
    """One message of a released version."""

    name: str
    kind: str
    says: dict[str, Any]
    packed: bytes


@dataclass(frozen=True, slots=True)
class Version:
    """A released version of the protocol. `number` is PROTOCOL and a revision: fields that were added."""

    name: str
    protocol: int
    shape: dict[str, Any]
    messages: list[Golden]


def versions() -> list[Version]:
    """Every released version, oldest first."""
    files = sorted(FOLDER.glob("*.json"), key=lambda path: [int(part) for part in path.stem.split(".")])
    return [_read(path) for path in files]


def _read(path: Path) -> Version:
    kept = json.loads(path.read_text(encoding="utf-8"))
    messages = [
        Golden(one["name"], one["kind"], one["says"], base64.b64decode(one["packed"]))
        for one in kept["messages"]
    ]
    return Version(path.stem, kept["protocol"], kept["shape"], messages)


def shape() -> dict[str, Any]:
    """Today's messages as JSON schema, without the words that explain them."""
    bare: dict[str, Any] = _without_words(openapi.schemas())
    return bare


def _without_words(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_words(value) for key, value in part.items() if not _is_words(key, value)}
    return [_without_words(item) for item in part] if isinstance(part, list) else part


def _is_words(key: str, value: Any) -> bool:
    return key in ("description", "title") and isinstance(value, str)


def write(name: str, messages: list[tuple[str, msgspec.Struct]]) -> Path:
    """Keeps a new version; refuses to write over one that is there."""
    path = FOLDER / f"{name}.json"
    kept = [
        {
            "name": said,
            "kind": type(message).__name__,
            "says": json.loads(msgspec.json.encode(message)),
            "packed": base64.b64encode(protocol.pack(message)).decode(),
        }
        for said, message in messages
    ]
    document = {"protocol": protocol.PROTOCOL, "shape": shape(), "messages": kept}
    with path.open("x", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return path


def unpacked(packed: bytes) -> Any:
    """The JSON inside, as any program would read it."""
    with zstandard.ZstdDecompressor().stream_reader(packed) as reader:
        return json.loads(reader.read())


def main(words: list[str]) -> int:
    """Writes the version named."""
    from tests.wire.examples import EXAMPLES

    FOLDER.mkdir(exist_ok=True)
    write(words[0], EXAMPLES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
