"""What the ledger keeps of people is under a key per person: without one of the keys it is nothing any more.

A command may be about several people; then it takes the keys of all of them to read it. PostgreSQL only.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from central.envelope import is_id
from desktop.models.redacting import only_ids
from desktop.models.tables import (
    InstrumentInzet,
    InstrumentTaak,
    NazorgPersoon,
    PlaatsingPersoon,
    VoordrachtPersoon,
)
from desktop.models.tables.centre import Persoonssleutel
from desktop.sync.protocol import CommandMessage

NONCE_BYTES = 12
OF_PERSON = ("contactpersoon.", "kandidaat.")
PERSON_ARGUMENTS = ("contactpersoon_id", "contactpersoon_ids", "kandidaat_id")
CANDIDATE = "kandidaat_id"
_BEHIND: tuple[tuple[str, Any, Any], ...] = (
    ("voordracht_id", VoordrachtPersoon.voordracht_id, VoordrachtPersoon.kandidaat_id),
    ("plaatsing_id", PlaatsingPersoon.plaatsing_id, PlaatsingPersoon.kandidaat_id),
    ("nazorgactie_id", NazorgPersoon.nazorgactie_id, NazorgPersoon.kandidaat_id),
    ("inzet_id", InstrumentInzet.id, InstrumentInzet.kandidaat_id),
    ("taak_id", InstrumentTaak.id, InstrumentTaak.kandidaat_id),
)
"""Arguments that name something of a candidate, and where it says of whom."""


def people_in(naam: str, arguments: Mapping[str, Any]) -> frozenset[str]:
    """The contactpersonen and candidates that a command names, the one that it makes included."""
    return frozenset(value for value in _named(naam, arguments) if is_id(value))


def behind(session: Session, arguments: Mapping[str, Any]) -> frozenset[str]:
    """The candidates whom a command speaks of by something of theirs: a voordracht, a placement, a talk."""
    found: set[str] = set()
    for name, subject, kandidaat in _BEHIND:
        value = arguments.get(name)
        if is_id(value):
            found.update(session.scalars(select(kandidaat).where(subject == value)))
    return frozenset(found)


def _named(naam: str, arguments: Mapping[str, Any]) -> Iterator[Any]:
    for name in PERSON_ARGUMENTS:
        value = arguments.get(name)
        yield from value if isinstance(value, list) else [value]
    if naam.startswith(OF_PERSON):
        yield arguments.get("id")


def shut(session: Session, people: Collection[str], content: Mapping[str, Any]) -> dict[str, Any]:
    """The content under the keys of all these people, as the ledger keeps it; nothing when one was erased."""
    keys = _keys(session, people, may_make=True)
    if keys is None:
        return {"personen": sorted(people)}
    nonce = secrets.token_bytes(NONCE_BYTES)
    covered = AESGCM(keys).encrypt(nonce, json.dumps(content).encode(), None)
    return {"personen": sorted(people), "onder_sleutel": base64.b64encode(nonce + covered).decode()}


def opened(session: Session, kept: Mapping[str, Any]) -> dict[str, Any] | None:
    """The content again; None when one of the people was erased, or it was changed."""
    covered = kept.get("onder_sleutel")
    keys = _keys(session, kept.get("personen") or (), may_make=False)
    if keys is None or not isinstance(covered, str):
        return None
    raw = base64.b64decode(covered)
    try:
        content: dict[str, Any] = json.loads(AESGCM(keys).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None))
    except InvalidTag:
        return None
    return content


def erased(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Which of these were erased."""
    if not ids:
        return frozenset()
    query = select(Persoonssleutel.persoon_id).where(
        Persoonssleutel.persoon_id.in_(ids), Persoonssleutel.gewist_op.is_not(None)
    )
    return frozenset(session.scalars(query))


def without_erased(
    session: Session, messages: Sequence[CommandMessage]
) -> tuple[Sequence[CommandMessage], frozenset[int]]:
    """The messages, and the numbers of those about a person who was erased: of these only ids are left.

    A contact in which such a person is merely named stays what it is: it took place (R4). Whatever names a
    candidate is about that candidate.
    """
    about = {
        message.n: people_in(message.naam, message.argumenten)
        for message in messages
        if message.naam.startswith(OF_PERSON) or CANDIDATE in message.argumenten
    }
    gone = erased(session, frozenset().union(*about.values()))
    if not gone:
        return messages, frozenset()
    emptied = frozenset(n for n, people in about.items() if people & gone)
    left = [
        msgspec.structs.replace(message, argumenten=only_ids(message.argumenten))
        if message.n in emptied
        else message
        for message in messages
    ]
    return left, emptied


def destroy(session: Session, person_id: str, now: datetime) -> None:
    """The key of this person is gone, and a new one is never made."""
    statement = insert(Persoonssleutel).values(persoon_id=person_id, sleutel=None, gewist_op=now)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["persoon_id"], set_={"sleutel": None, "gewist_op": statement.excluded.gewist_op}
        )
    )


def _keys(session: Session, people: Collection[str], *, may_make: bool) -> bytes | None:
    """One key of 32 bytes out of those of all these people; None when one is not there."""
    ids = sorted(people)
    if may_make and ids:
        fresh = [{"persoon_id": one, "sleutel": secrets.token_hex(32)} for one in ids]
        session.execute(insert(Persoonssleutel).values(fresh).on_conflict_do_nothing())
    query = select(Persoonssleutel.sleutel).where(Persoonssleutel.persoon_id.in_(ids))
    found: Sequence[str | None] = session.scalars(query.order_by(Persoonssleutel.persoon_id)).all()
    if not ids or len(found) < len(ids) or None in found:
        return None
    mixed = bytes.fromhex("".join(key or "" for key in found))
    return HKDF(SHA256(), 32, salt=None, info="/".join(ids).encode()).derive(mixed)
