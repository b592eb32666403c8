"""The service's calls as an OpenAPI document, made from the wire messages themselves. Touches nothing.

For whoever writes a second client, and for the fuzz.
`centraal openapi` prints it, the service does not serve it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop import __version__
from desktop.sync import protocol

MEDIA = "application/x-werkregie"
REF = "#/components/schemas/{name}"
BEARER = "token"
INTRODUCTION = (
    f"Bodies of {MEDIA} are JSON by these schemas, compressed with zstd. An answer of another type is not "
    "the centre's. What the calls mean stands in docs/sync.md."
)


@dataclass(frozen=True, slots=True)
class Call:
    """One route. `answer` is None when it answers 204 without a body; `health` answers plain JSON."""

    method: str
    path: str
    summary: str
    body: type[msgspec.Struct] | None = None
    answer: type[msgspec.Struct] | None = None
    token: bool = True
    refusals: tuple[int, ...] = (400, 401, 403, 409)
    query: tuple[str, ...] = ()


CALLS = (
    Call(
        "post", "/v1/sync", "One round: commands, answers, rows.", protocol.SyncRequest, protocol.SyncResponse
    ),
    Call(
        "get",
        "/v1/momentopname/{bucket}",
        "A piece of a bucket as it is now, for a first fill; `hervat` asks for the next one.",
        answer=protocol.Snapshot,
        refusals=(400, 401, 403, 404, 410),
        query=("hervat",),
    ),
    Call(
        "post",
        "/v1/aanmelden",
        "A one-time code against a token.",
        protocol.EnrolRequest,
        protocol.EnrolResponse,
        token=False,
        refusals=(400,),
    ),
    Call(
        "post",
        "/v1/lease",
        "The centre's half of this laptop's key, and until when it may be kept.",
        answer=protocol.LeaseResponse,
        refusals=(401, 403),
    ),
    Call(
        "post",
        "/v1/herken",
        "Which commands of this laptop were handled: for a profile that was put back or copied.",
        protocol.RecogniseRequest,
        protocol.RecogniseResponse,
    ),
    Call("post", "/v1/gewist", "A revoked laptop says that it was emptied.", refusals=(401,)),
)
HEALTH = "/gezond"


def messages() -> dict[str, type[msgspec.Struct]]:
    """Every wire message by name."""
    return {
        name: kind
        for name, kind in vars(protocol).items()
        if inspect.isclass(kind) and issubclass(kind, msgspec.Struct) and kind.__module__ == protocol.__name__
    }


def schemas() -> dict[str, Any]:
    """JSON schema of every wire message, by name."""
    _, components = msgspec.json.schema_components(list(messages().values()), ref_template=REF)
    return components


def document() -> dict[str, Any]:
    """The whole document, OpenAPI 3.1."""
    paths: dict[str, Any] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method] = _operation(call)
    paths[HEALTH] = {"get": {"summary": "For the service manager.", "responses": {"200": _health()}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Werkregie centraal", "version": __version__, "description": INTRODUCTION},
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {BEARER: {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call) -> dict[str, Any]:
    answers = {str(status): _answer("Refused.", protocol.Problem) for status in call.refusals}
    answers |= {status: _answer("Not now: ask again later.", protocol.Problem) for status in ("503",)}
    done = _answer("Done.", call.answer) if call.answer else {"description": "Done."}
    made: dict[str, Any] = {
        "summary": call.summary,
        "responses": {"200" if call.answer else "204": done} | answers,
    }
    if parameters := list(_parameters(call)):
        made["parameters"] = parameters
    if call.body is not None:
        made["requestBody"] = {"required": True, "content": _content(call.body)}
    if call.token:
        made["security"] = [{BEARER: []}]
    return made


def _parameters(call: Call) -> Iterator[dict[str, Any]]:
    text = {"type": "string"}
    for name in re.findall(r"\{(\w+)\}", call.path):
        yield {"name": name, "in": "path", "required": True, "schema": text | {"minLength": 1}}
    for name in call.query:
        yield {"name": name, "in": "query", "schema": text}


def _answer(text: str, kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {"description": text, "content": _content(kind)}


def _content(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {MEDIA: {"schema": {"$ref": REF.format(name=kind.__name__)}}}


def _health() -> dict[str, Any]:
    plain = {"type": "object", "properties": {"status": {"type": "string"}, "versie": {"type": "string"}}}
    return {"description": "It answers.", "content": {"application/json": {"schema": plain}}}
