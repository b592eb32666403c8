"""As much of HTTP/1.1 as a proxy that spoils messages needs: read one, take it apart, put it together."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

END = b"\r\n\r\n"
MAX_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Message:
    """`first` is the request line or the status line; names of headers are in lower case."""

    first: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.first.split(" ")[1]

    def packed(self, **headers: str) -> bytes:
        """The bytes, with its own length, as the only message of its connection."""
        own = {name: value for name, value in self.headers.items() if name != "transfer-encoding"}
        own |= {"content-length": str(len(self.body)), "connection": "close"}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [self.first, *(f"{name}: {value}" for name, value in own.items())]
        return "\r\n".join(lines).encode("latin-1") + END + self.body


async def read(reader: asyncio.StreamReader) -> Message | None:
    """The next message, or None when the other end is done (or hung up in the middle)."""
    try:
        head = await reader.readuntil(END)
        first, *lines = head[: -len(END)].decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        return Message(first, headers, await _body(reader, first, headers))
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        return None


async def _body(reader: asyncio.StreamReader, first: str, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _chunks(reader)
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    return await reader.read() if first.startswith("HTTP/") and " 204 " not in f"{first} " else b""


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while True:
        size = int((await reader.readuntil(b"\r\n")).split(b";")[0], 16)
        body += (await reader.readexactly(size + 2))[:-2]
        if not size:
            return body
