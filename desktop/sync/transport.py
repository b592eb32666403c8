"""Calls to the centre over HTTPS: time-outs, sizes and what each failure means.

Uses the system's certificates and proxies. An answer that is not ours (a captive portal's page, a
proxy's error) is never read as data. The library is imported with the first call: the window shows its
rows before.
"""

from __future__ import annotations

import ssl
import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

import msgspec

from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.steps import Step, reached
from desktop.sync import protocol
from desktop.sync.lease import Revoked
from desktop.sync.protocol import (
    EnrolRequest,
    EnrolResponse,
    LeaseResponse,
    Problem,
    RecogniseRequest,
    RecogniseResponse,
    Snapshot,
    SyncRequest,
    SyncResponse,
)

if TYPE_CHECKING:
    import httpx

TIMEOUT = (10.0, 120.0, 60.0, 10.0)
"""Seconds to connect, to read, to write, and to wait for a connection."""
MEDIA = "application/x-werkregie"
TOO_LARGE = 413
"""A proxy on the way takes less at once than the centre does."""


class Transport(Protocol):
    """One call to the centre; tests put the service itself behind it."""

    def sync(self, request: SyncRequest) -> SyncResponse: ...

    def snapshot(self, bucket: str, resume: str | None) -> Snapshot: ...

    def recognise(self, request: RecogniseRequest) -> RecogniseResponse: ...


@cache
def _tls() -> ssl.SSLContext:
    """Made once: reading the system's certificates takes longer than a call."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _client(url: str) -> httpx.Client:
    # Where click and rich are installed, httpx reads them for a command line of its own: 8 MB for nothing.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # Python's way to say: not there
    import httpx

    tls = _tls() if url.startswith("https") else False
    try:
        return httpx.Client(base_url=url, timeout=TIMEOUT, verify=tls)
    except httpx.InvalidURL as error:
        raise EnvironmentFailure("centrum_adres") from error


class HttpTransport:
    """The centre at `url`, as the laptop with this token."""

    def __init__(self, url: str, token: str | None, client: httpx.Client | None = None) -> None:
        self._token = token
        self._own = client is None
        self._client = client or _client(url)
        self._base = str(self._client.base_url).rstrip("/")
        self._limits = {"timeout": self._client.timeout.as_dict()}

    def close(self) -> None:
        """Ends the connection."""
        if self._own:
            self._client.close()

    def sync(self, request: SyncRequest) -> SyncResponse:
        """One `POST /v1/sync`."""
        answer: SyncResponse = self._post("/v1/sync", request, SyncResponse)
        return answer

    def snapshot(self, bucket: str, resume: str | None) -> Snapshot:
        """One `GET /v1/momentopname/<bucket>`: the first piece, or the one that `resume` asks for."""
        query = f"?hervat={quote(resume)}" if resume else ""
        piece: Snapshot = self._call("GET", f"/v1/momentopname/{quote(bucket)}{query}", None, Snapshot)
        return piece

    def recognise(self, request: RecogniseRequest) -> RecogniseResponse:
        """One `POST /v1/herken`."""
        answer: RecogniseResponse = self._post("/v1/herken", request, RecogniseResponse)
        return answer

    def enrol(self, request: EnrolRequest) -> EnrolResponse:
        """One `POST /v1/aanmelden`."""
        answer: EnrolResponse = self._post("/v1/aanmelden", request, EnrolResponse)
        return answer

    def lease(self) -> LeaseResponse:
        """One `POST /v1/lease`."""
        answer: LeaseResponse = self._call("POST", "/v1/lease", None, LeaseResponse)
        return answer

    def wiped(self) -> None:
        """Tells the centre that this laptop was emptied after a revocation."""
        import httpx

        headers = {"authorization": f"Bearer {self._token}"}
        try:
            self._client.post("/v1/gewist", headers=headers)
        except httpx.HTTPError:
            return

    def _post(self, path: str, message: msgspec.Struct, kind: type[Any]) -> Any:
        return self._call("POST", path, protocol.pack(message), kind)

    def _call(self, method: str, path: str, body: bytes | None, kind: type[Any]) -> Any:
        import httpx

        headers = {"content-type": MEDIA, "accept-encoding": "identity"}
        reached(Step.BEFORE_SEND)
        if self._token:
            headers["authorization"] = f"Bearer {self._token}"
        try:
            # Made here: what the client puts together for each call (cookies, parameters) takes long beside a
            # round with nothing new.
            address = f"{self._base}{path}"
            call = httpx.Request(method, address, headers=headers, content=body, extensions=self._limits)
            response = self._client.send(call)
        except httpx.TimeoutException as error:
            raise EnvironmentFailure("centrum_te_laat") from error
        except httpx.InvalidURL as error:
            raise EnvironmentFailure("centrum_adres") from error
        except httpx.UnsupportedProtocol as error:
            raise EnvironmentFailure("centrum_adres") from error
        except httpx.RemoteProtocolError as error:
            raise EnvironmentFailure("centrum_afgebroken") from error
        except httpx.HTTPError as error:
            code = "centrum_certificaat" if _is_about_certificate(error) else "centrum_onbereikbaar"
            raise EnvironmentFailure(code) from error
        reached(Step.AFTER_SEND)
        return _read(response, kind)


def _is_about_certificate(error: BaseException) -> bool:
    """Whether somewhere behind this failure a certificate was not trusted."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _read(response: httpx.Response, kind: type[Any]) -> Any:
    if response.status_code == TOO_LARGE:
        raise EnvironmentFailure("centrum_te_groot")
    if response.headers.get("content-type", "").partition(";")[0] != MEDIA:
        raise EnvironmentFailure("centrum_geen_antwoord", status=response.status_code)
    try:
        if response.status_code == 200:
            return protocol.unpack(response.content, kind)
        problem: Problem = protocol.unpack(response.content, Problem)
    except ValueError as error:
        raise EnvironmentFailure("centrum_afgebroken") from error
    raise _failure(response.status_code, problem)


def _failure(status: int, problem: Problem) -> Exception:
    parameters: Mapping[str, Any] = problem.parameters
    if problem.code == "laptop_ingetrokken":
        return Revoked(problem.code, **parameters)
    if status >= 500 or status == 429:
        return EnvironmentFailure(problem.code, **parameters)
    return Weigering(problem.code, **parameters)
