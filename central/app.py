"""The HTTP service: thin routes that read, call and answer. Rights and rules are decided further in."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from central import accounts, alive, commit, envelope, feed, leases, ledger, metrics, momentopname
from central.accounts import Account, Caller
from central.attempts import Attempts
from central.daily import Daily
from central.intake import Intake
from central.outermost import Outermost
from central.quiet import Quiet
from central.settings import Settings
from desktop import __version__
from desktop.models import audit
from desktop.models.commands import FINGERPRINT
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.steps import Step, reached
from desktop.models.store import new_session
from desktop.models.tables.base import instant_text
from desktop.models.tables.centre import Laptop, Regio
from desktop.sync import protocol
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
    Who,
)

log = logging.getLogger(__name__)
MEDIA = "application/x-werkregie"
SEEN_AGAIN = timedelta(seconds=60)
_STATUS = {
    "token_onbekend": 401,
    "laptop_ingetrokken": 403,
    "volgorde": 409,
    "laptop_gekloond": 409,
    "momentopname_vervallen": 410,
}


class Centre:
    """The service without its HTTP face: what each call does."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine = engine
        self.clock = settings.clock
        self.intake = Intake(self.session, self.clock)
        self.quiet = Quiet(engine)
        self.daily = Daily(self.session, self.clock)
        self.attempts = Attempts(self.clock)
        self._known_tokens: set[str] = set()
        self._last_seen: dict[str, tuple[tuple[str, int, int], datetime]] = {}
        metrics.figures().watch_pool(engine)

    def session(self) -> Session:
        """A session on the centre's database."""
        return new_session(self.engine)

    def knows(self, token: str) -> bool:
        """Whether this process asked for this token before."""
        return accounts.hashed(token) in self._known_tokens

    def require_known(self, token: str) -> None:
        """Raises `Weigering` for a token that nobody has; a known one is asked for once in this process."""
        with self.session() as session:
            accounts.authenticate(session, token)
        self._known_tokens.add(accounts.hashed(token))

    def sync(self, token: str, request: SyncRequest) -> SyncResponse:
        """Commands in, answers and rows out. A client of another protocol may push, and fetches nothing."""
        begun = time.perf_counter()
        response, rows = self._sync(token, request)
        metrics.figures().round_ended(time.perf_counter() - begun, rows)
        return response

    def _sync(self, token: str, request: SyncRequest) -> tuple[SyncResponse, int]:
        """The answer, and how many rows it brings."""
        if request.protocol != protocol.PROTOCOL and not request.opdrachten:
            raise Weigering("protocol_te_oud")
        if self.daily.is_due():
            with self.session() as session:
                self._known(session, token, request)
            self.daily.run()
        if not request.opdrachten:
            return self._fetch(token, request)
        account, response = self._asks(token, request)
        if response.meer:
            return response, 0
        response.antwoorden = self.intake.receive(account, request.opdrachten)
        metrics.figures().answered(request.opdrachten, response.antwoorden, response.laatste_n)
        reached(Step.CENTRE_AFTER_COMMIT)
        if account.revoked:
            return response, 0
        rows = 0
        if request.ophalen and request.protocol == protocol.PROTOCOL:
            with self._view() as session:
                rows = feed.fill(session, account, request.cursors, response)
        self._seen(account, request)
        return response, rows

    def _fetch(self, token: str, request: SyncRequest) -> tuple[SyncResponse, int]:
        """Nothing was sent: one transaction says who asks and what is new, if anything is."""
        found = self.quiet.look(token, request.cursors)
        if found is not None:
            caller, states = found
            response = self._checked(caller, request)
            if response.meer:
                return response, 0
            if not request.ophalen or feed.is_read(caller.account, request.cursors, states, response):
                self._seen(caller.account, request)
                return response, 0
        with self._view() as session:
            account, response = self._known(session, token, request)
            if response.meer:
                return response, 0
            rows = feed.fill(session, account, request.cursors, response) if request.ophalen else 0
        self._seen(account, request)
        return response, rows

    def _asks(self, token: str, request: SyncRequest) -> tuple[Account, SyncResponse]:
        """The same as `_known` by a statement of its own; again when the connection was gone."""
        found = self.quiet.look(token, ())
        if found is None:
            with self.session() as session:
                return self._known(session, token, request)
        return found[0].account, self._checked(found[0], request)

    def _known(self, session: Session, token: str, request: SyncRequest) -> tuple[Account, SyncResponse]:
        """Who asks, and an answer without content."""
        caller = accounts.identified(session.connection(), token)
        return caller.account, self._checked(caller, request)

    def _checked(self, caller: Caller, request: SyncRequest) -> SyncResponse:
        """An answer without content; `meer` when the laptop speaks of another epoch."""
        account, response = caller.account, self._response(caller)
        if account.revoked == "laptop" or (account.revoked and not request.opdrachten):
            raise Weigering("laptop_ingetrokken")
        if request.laptop != account.laptop_id:
            raise Weigering("laptop_gekloond", n=0)
        response.meer = request.epoch is not None and request.epoch != response.epoch
        return response

    def _response(self, caller: Caller) -> SyncResponse:
        return SyncResponse(
            epoch=caller.epoch,
            wie=_who(caller.account, caller.regio, caller.oefen),
            tijd=instant_text(self.clock.now()),
            laatste_n=caller.laatste_n,
            catalogus=FINGERPRINT,
        )

    @contextmanager
    def _view(self) -> Iterator[Session]:
        """The database as it is at one moment, for reading."""
        connection = self.engine.connect().execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        with connection, new_session(connection) as session, session.begin():
            yield session

    def snapshot(self, token: str, bucket: str, resume: str | None) -> Snapshot:
        """A piece of a bucket as it is now, for a laptop that holds nothing of it."""
        with self.session() as session:
            account = accounts.authenticate(session, token)
        if account.revoked == "laptop":
            raise Weigering("laptop_ingetrokken")
        if account.revoked:  # the next round sends the last work, and only then this laptop is emptied
            raise Weigering("momentopname_vervallen")
        return momentopname.piece(self.session, account, bucket, resume)

    def recognise(self, token: str, request: RecogniseRequest) -> RecogniseResponse:
        """A laptop that was put back or copied asks which of its commands were handled."""
        if len(request.uuids) > protocol.COMMANDS_PER_CALL:
            raise Weigering("bericht_te_groot")
        with self.session() as session, session.begin():
            account = accounts.authenticate(session, token)
            if account.revoked == "laptop":
                raise Weigering("laptop_ingetrokken")
            if request.laptop != account.laptop_id:
                raise Weigering("laptop_gekloond", n=0)
            answer = ledger.recognised(session, account, request.uuids)
            commit.take_lock(session, account.actor.regio_id)
            audit.append(
                session, [ledger.recognition_line(account, self.clock.now(), len(answer.antwoorden))]
            )
            return answer

    def _seen(self, account: Account, request: SyncRequest) -> None:
        """Only for the list of laptops: not for the disk, and not more than once a minute for the same."""
        now, waits = self.clock.now(), envelope.waiting(request.openstaand - len(request.opdrachten))
        told = (envelope.program(request.programma), waits, request.bevestigd)
        before = self._last_seen.get(account.laptop_id)
        same = before is not None and (before[0] == told or not request.ophalen)  # it asks again at once
        if before is not None and same and now - before[1] < SEEN_AGAIN:
            return
        self._last_seen[account.laptop_id] = told, now
        with self.session() as session, session.begin():
            session.execute(text("SET LOCAL synchronous_commit TO off"))
            laptop = session.get_one(Laptop, account.laptop_id)
            laptop.laatst_gezien = now
            laptop.versie, laptop.openstaand = told[:2]
            laptop.bevestigd_n = max(laptop.bevestigd_n, min(request.bevestigd, laptop.laatste_n))

    def enrol(self, request: EnrolRequest) -> EnrolResponse:
        """A code against a token. A refusal is an audit line of its own."""
        try:
            return self._enrol(request)
        except Weigering as reason:
            if self.attempts.worth_a_line():
                with self.session() as session, session.begin():
                    accounts.note_refusal(session, self.clock, request.laptop, reason)
            raise

    def _enrol(self, request: EnrolRequest) -> EnrolResponse:
        with self.session() as session, session.begin():
            token, account = accounts.enrol(
                session, self.clock, request.code, request.laptop, request.programma
            )
            region = session.get_one(Regio, account.actor.regio_id)
            return EnrolResponse(token, region.epoch, _who(account, region.naam, region.oefen))

    def lease(self, token: str) -> LeaseResponse:
        """The centre's half of a laptop's key, and until when it may be kept."""
        with self.session() as session, session.begin():
            return leases.give(session, self.clock, token)

    def wiped(self, token: str) -> None:
        """A laptop says that it was emptied."""
        with self.session() as session, session.begin():
            accounts.mark_wiped(session, self.clock, token)

    def healthy(self) -> dict[str, Any]:
        """Whether the database answers."""
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return {"status": "goed", "versie": __version__}


def _who(account: Account, regio: str, oefen: bool) -> Who:
    actor = account.actor
    return Who(actor.medewerker_id, actor.naam, actor.rol, actor.regio_id, regio, oefen)


def _packed(message: msgspec.Struct, status: int = 200) -> Response:
    return Response(protocol.pack(message), status_code=status, media_type=MEDIA)


def _problem(error: Exception) -> Response:
    metrics.figures().problem(getattr(error, "code", "") or type(error).__name__.lower())
    if isinstance(error, Weigering):
        return _packed(Problem(error.code, dict(error.parameters)), _STATUS.get(error.code, 400))
    if isinstance(error, EnvironmentFailure):
        return _packed(Problem(error.code, dict(error.parameters)), 503)
    if isinstance(error, HTTPException):
        return _packed(Problem("adres_onbekend"), error.status_code)
    if isinstance(error, ClientDisconnect):
        return _packed(Problem("bericht_onleesbaar"), 400)
    if isinstance(error, SQLAlchemyError):
        log.error("the database did not answer", extra={"reden": type(error).__name__})
        return _packed(Problem("centrum_database"), 503)
    log.error("fault in the centre", exc_info=error)
    return _packed(Problem("centrum_fout"), 500)


async def _read(request: Request, kind: type[Any], limit: int) -> Any:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise Weigering("bericht_te_groot")
    try:
        return protocol.unpack(bytes(body), kind, limit)
    except ValueError as error:
        raise Weigering("bericht_onleesbaar") from error


async def _let_go(request: Request) -> None:
    """Lets a laptop that nobody knows finish sending, so that it hears why; none of it is kept."""
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > protocol.BYTES_PER_CALL:
            return


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Weigering("token_onbekend")
    return token


def create_app(settings: Settings | None = None, engine: Engine | None = None) -> FastAPI:
    """The ASGI application; uvicorn calls this once per process."""
    settings = settings or Settings.from_environment()
    centre = Centre(engine or alive.watched_engine(settings.database), settings)
    app = FastAPI(title="Werkregie centraal", docs_url=None, redoc_url=None, openapi_url=None)

    app.add_middleware(Outermost, problem=_problem)

    @app.exception_handler(HTTPException)
    async def elsewhere(_: Request, error: HTTPException) -> Response:
        """An address or a method that does not exist."""
        return _problem(error)

    async def sync(request: Request) -> Response:
        """One round: commands, answers, rows."""
        token = _token(request)
        try:
            if not centre.knows(token):
                await run_in_threadpool(centre.require_known, token)
        except Weigering:
            await _let_go(request)
            raise
        message = await _read(request, SyncRequest, protocol.MAX_BODY)
        return await run_in_threadpool(lambda: _packed(centre.sync(token, message)))

    app.add_route("/v1/sync", sync, methods=["POST"])  # plain: it asks nothing of the framework

    @app.get("/v1/momentopname/{bucket:path}")
    async def snapshot(request: Request, bucket: str) -> Response:
        """A piece of a bucket for a first fill."""
        resume = request.query_params.get("hervat")
        token = _token(request)
        return await run_in_threadpool(lambda: _packed(centre.snapshot(token, bucket, resume)))

    _access(app, centre)
    return app


def _access(app: FastAPI, centre: Centre) -> None:
    """The calls about a laptop itself: it comes, stays and goes."""

    @app.post("/v1/herken")
    async def recognise(request: Request) -> Response:
        """Which commands of this laptop were handled."""
        token = _token(request)
        message = await _read(request, RecogniseRequest, protocol.MAX_ENROLMENT)
        return _packed(await run_in_threadpool(centre.recognise, token, message))

    @app.post("/v1/aanmelden")
    async def enrol(request: Request) -> Response:
        """A one-time code against a token."""
        message = await _read(request, EnrolRequest, protocol.MAX_ENROLMENT)
        return _packed(await run_in_threadpool(centre.enrol, message))

    @app.post("/v1/lease")
    async def lease(request: Request) -> Response:
        """The other half of a laptop's key."""
        return _packed(await run_in_threadpool(centre.lease, _token(request)))

    @app.post("/v1/gewist")
    async def wiped(request: Request) -> Response:
        """A revoked laptop was emptied."""
        await run_in_threadpool(centre.wiped, _token(request))
        return Response(status_code=204)

    @app.get("/gezond")
    async def healthy() -> dict[str, Any]:
        """For the service manager."""
        return await run_in_threadpool(centre.healthy)
