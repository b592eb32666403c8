"""People, invitations, laptops and tokens. Codes and tokens are kept as hashes only. PostgreSQL only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlalchemy.orm import Session

from central import commit, envelope
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.context import Actor, Context
from desktop.models.errors import Weigering
from desktop.models.rights import CENTRE
from desktop.models.tables import Medewerker
from desktop.models.tables.centre import Laptop, Regio, Uitnodiging
from desktop.models.tables.medewerker import ROLES
from desktop.models.work import Work

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_VALID = timedelta(days=14)
ANSWER_AGAIN = timedelta(minutes=15)
ORIGIN = "centrum"


@dataclass(frozen=True, slots=True)
class Account:
    """Who a token belongs to. `revoked`: '' | 'laptop' | 'medewerker'."""

    laptop_id: str
    actor: Actor
    revoked: str


@dataclass(frozen=True, slots=True)
class Caller:
    """An account with what it is told of its laptop and its region."""

    account: Account
    laatste_n: int
    epoch: str
    regio: str
    oefen: bool


def new_code() -> str:
    """Four groups of four, without signs that look alike: about 79 bits."""
    signs = [secrets.choice(ALPHABET) for _ in range(16)]
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def hashed(secret: str) -> str:
    """Codes and tokens are long random texts, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def normal_code(typed: str) -> str:
    """Lower case, spaces and missing dashes are forgiven."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def the_region(session: Session) -> Regio:
    """The region of this centre."""
    region = session.scalars(select(Regio)).first()
    if region is None:
        raise Weigering("centrum_niet_ingericht")
    return region


def central_context(region: Regio, clock: Clock, actor_id: str | None = None) -> Context:
    """The centre itself acts: administration on the command line, and what ends by itself."""
    now = clock.now()
    actor = Actor(actor_id or region.id, "centrum", CENTRE, region.id)
    return Context(actor, ORIGIN, clock.new_id(), now, now)


def invite(
    session: Session,
    clock: Clock,
    naam: str,
    rol: str,
    organisatie: str | None = None,
    functie: str | None = None,
    email: str | None = None,
) -> tuple[str, str]:
    """A one-time code for a person: a new one, or one who is known by e-mail or by name and role."""
    if rol not in ROLES:
        raise Weigering("rol_onbekend", rol=rol, keuzes=", ".join(ROLES))
    if not naam.strip() or len(naam) > 70:
        raise Weigering("naam_lengte", max=70)
    _fits("De organisatie", organisatie, 70)
    _fits("De functie", functie, 70)
    _fits("Het e-mailadres", email, 320)
    region = the_region(session)
    context = central_context(region, clock)
    work = Work(session)
    work.begin(context)
    person = _known(session, region.id, naam, rol, email)
    if person is None:
        person = work.add(
            Medewerker(
                id=clock.new_id(),
                naam=naam.strip(),
                rol=rol,
                organisatie=organisatie,
                functie=functie,
                email=email,
                actief=True,
            )
        )
    elif not person.actief:
        work.change(person, actief=True)
    code = new_code()
    session.add(
        Uitnodiging(code_hash=hashed(code), medewerker_id=person.id, verloopt_op=context.tijd + CODE_VALID)
    )
    line = audit.AuditLine(
        context.tijd, None, "medewerker.nodig_uit", f"medewerker:{person.id}", "toegepast", ORIGIN
    )
    commit.finish(session, work, region.id, [line])
    return code, person.id


def _fits(veld: str, text: str | None, limit: int) -> None:
    if text is not None and len(text) > limit:
        raise Weigering("veld_te_lang", veld=veld, aantal=len(text), max=limit)


def _known(session: Session, regio_id: str, naam: str, rol: str, email: str | None) -> Medewerker | None:
    query = select(Medewerker).where(Medewerker.regio_id == regio_id, Medewerker.rol == rol)
    same = func.lower(Medewerker.email) == email.lower() if email else Medewerker.naam == naam.strip()
    return session.scalars(query.where(same)).first()


def enrol(session: Session, clock: Clock, code: str, laptop_id: str, programma: str) -> tuple[str, Account]:
    """A code once against a token; raises `Weigering` when the code is unknown, used or too old.

    When the answer was lost on its way, the same laptop gets the same token. Another one would push out a
    laptop whose request arrived twice, the second time after it had its answer.
    """
    now = clock.now()
    if not envelope.is_id(laptop_id):
        raise Weigering("bericht_onleesbaar")
    row = session.get(Uitnodiging, hashed(normal_code(code)), with_for_update=True)
    if row is None or not session.get_one(Medewerker, row.medewerker_id).actief:
        raise Weigering("code_klopt_niet")
    known = session.get(Laptop, laptop_id, with_for_update=True)
    half = known.sleutelhelft if known is not None and known.sleutelhelft else secrets.token_hex(32)
    token = _token(half, code)
    if row.gebruikt_op is not None:
        _answer_again(row, known, now, token)
    elif row.verloopt_op < now:
        raise Weigering("code_verlopen", datum=row.verloopt_op.date().isoformat())
    elif known is not None:
        raise Weigering("laptop_al_aangemeld")
    else:
        _new_laptop(session, row, laptop_id, now, token, half, envelope.program(programma))
    session.flush()
    account = authenticate(session, token)
    result = "toegepast" if known is None else "toegepast:opnieuw"
    _write_down(session, account.actor.regio_id, now, row.medewerker_id, laptop_id, result)
    return token, account


def _token(half: str, code: str) -> str:
    """The same for the same laptop and code; for whoever lacks either, as good as drawn anew."""
    mixed = hmac.digest(half.encode(), f"token:{normal_code(code)}".encode(), "sha256")
    return base64.urlsafe_b64encode(mixed).decode().rstrip("=")


def _answer_again(row: Uitnodiging, laptop: Laptop | None, now: datetime, token: str) -> None:
    """Only to the laptop that used this code, shortly after, and while it never used what it was given."""
    silent = laptop is not None and laptop.laatst_gezien is None and laptop.laatste_n == 0
    if laptop is None or not silent or laptop.ingetrokken_op is not None:
        raise Weigering("code_al_gebruikt")
    same = (laptop.medewerker_id, laptop.aangemeld_op) == (row.medewerker_id, row.gebruikt_op)
    if not same or now - laptop.aangemeld_op > ANSWER_AGAIN:
        raise Weigering("code_al_gebruikt")
    laptop.token_hash = hashed(token)


def _new_laptop(
    session: Session, row: Uitnodiging, laptop_id: str, now: datetime, token: str, half: str, versie: str
) -> None:
    row.gebruikt_op = now
    session.add(
        Laptop(
            id=laptop_id,
            regio_id=the_region(session).id,
            medewerker_id=row.medewerker_id,
            token_hash=hashed(token),
            aangemeld_op=now,
            versie=versie,
            sleutelhelft=half,
            buckets=[],
        )
    )


def _write_down(
    session: Session, regio_id: str, now: datetime, actor: str | None, laptop_id: str, result: str
) -> None:
    subject = f"laptop:{laptop_id}" if envelope.is_id(laptop_id) else None
    commit.take_lock(session, regio_id)
    audit.append(session, [audit.AuditLine(now, actor, "laptop.aanmelden", subject, result, ORIGIN)])


def note_refusal(session: Session, clock: Clock, laptop_id: str, reason: Weigering) -> None:
    """An enrolment that failed is an audit line too; who tried is not known."""
    result = f"geweigerd:{reason.code}"[:40]
    _write_down(session, the_region(session).id, clock.now(), None, laptop_id, result)


OF_TOKEN = (
    select(
        Laptop.id.label("laptop_id"),
        Laptop.regio_id,
        Laptop.laatste_n,
        Laptop.ingetrokken_op,
        Medewerker.id.label("medewerker_id"),
        Medewerker.naam,
        Medewerker.rol,
        Medewerker.actief,
        Regio.epoch,
        Regio.naam.label("regio"),
        Regio.oefen,
    )
    .join(Medewerker, Medewerker.id == Laptop.medewerker_id)
    .join(Regio, Regio.id == Laptop.regio_id)
    .where(Laptop.token_hash == bindparam("token"))
)
"""Made once: building it takes longer than the database does over it."""


def authenticate(session: Session, token: str) -> Account:
    """The account of a token; raises `Weigering` for an unknown one."""
    return identified(session.connection(), token).account


def identified(connection: Connection, token: str) -> Caller:
    """The account of a token with what an answer says of its laptop and its region, in one question."""
    return caller(connection.execute(OF_TOKEN, {"token": hashed(token)}).all())


def caller(rows: Sequence[Row[*tuple[Any, ...]]]) -> Caller:
    """The same out of the answer to `OF_TOKEN`; raises `Weigering` when there is none."""
    if not rows:
        raise Weigering("token_onbekend")
    found = rows[0]
    actor = Actor(found.medewerker_id, found.naam, found.rol, found.regio_id)
    revoked = "laptop" if found.ingetrokken_op else ("" if found.actief else "medewerker")
    account = Account(found.laptop_id, actor, revoked)
    return Caller(account, found.laatste_n, found.epoch, found.regio, found.oefen)


def revoke_laptop(session: Session, clock: Clock, laptop_id: str) -> None:
    """A stolen laptop: no push is accepted any more, it is emptied at contact and never unsealed again."""
    laptop = session.get(Laptop, laptop_id, with_for_update=True)
    if laptop is None:
        raise Weigering("laptop_onbekend", id=laptop_id)
    laptop.ingetrokken_op = laptop.ingetrokken_op or clock.now()
    laptop.sleutelhelft = None
    session.flush()
    _audit(session, laptop.regio_id, clock, "laptop.trek_in", f"laptop:{laptop_id}")


def revoke_medewerker(session: Session, clock: Clock, medewerker_id: str) -> None:
    """Someone who left: the account ends; a last push goes into quarantine."""
    region = the_region(session)
    work = Work(session)
    work.begin(central_context(region, clock))
    person = work.require(Medewerker, medewerker_id, "medewerker_onbekend")
    work.change(person, actief=False)
    line = audit.AuditLine(
        clock.now(), None, "medewerker.trek_in", f"medewerker:{medewerker_id}", "toegepast", ORIGIN
    )
    commit.finish(session, work, region.id, [line])


def mark_wiped(session: Session, clock: Clock, token: str) -> None:
    """The laptop says that it was emptied."""
    laptop = session.scalars(select(Laptop).where(Laptop.token_hash == hashed(token))).first()
    if laptop is not None and laptop.gewist_op is None:
        laptop.gewist_op = clock.now()
        laptop.ingetrokken_op = laptop.ingetrokken_op or clock.now()
        laptop.sleutelhelft = None
        session.flush()
        _audit(session, laptop.regio_id, clock, "laptop.gewist", f"laptop:{laptop.id}")


def _audit(session: Session, regio_id: str, clock: Clock, action: str, subject: str) -> None:
    commit.take_lock(session, regio_id)
    audit.append(session, [audit.AuditLine(clock.now(), None, action, subject, "toegepast", ORIGIN)])
