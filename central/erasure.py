"""Erasing a person: nothing stays but the id. What was said of the person elsewhere loses the person's words.

The row becomes a tombstone without content and travels to every laptop like any change. The key under which
the ledger kept what was sent about this person is destroyed. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, column, delete, func, or_, select, true, update
from sqlalchemy.orm import Session

from central import accounts, commit, erasure_candidates, erasure_list, person_keys
from central.erasure_list import Entry
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.errors import Weigering
from desktop.models.redacting import Redactor, only_ids, telling
from desktop.models.row_codec import TABLES
from desktop.models.tables import (
    SYNCED,
    Afstemming,
    Contactpersoon,
    Kandidaat,
    Medewerker,
    Synced,
    Veldwijziging,
)
from desktop.models.tables.centre import Grootboek, Laptop, Uitnodiging
from desktop.models.work import Work

NAMELESS = {Contactpersoon: "Gewiste contactpersoon", Medewerker: "Gewiste collega"}
PERSONAL = {
    Contactpersoon: (
        "functie", "rol", "email", "telefoon", "telefoon_2", "voorkeurskanaal", "van", "tot",
        "laatste_controle",
    ),
    Medewerker: ("organisatie", "functie", "werkgebied", "email", "telefoon"),
}  # fmt: skip
TELLING = ("naam", "email", "telefoon", "telefoon_2")
"""Fields by which a person is recognised wherever they stand."""
NO_WORDS_OF_PEOPLE = ("medewerker", "codewaarde", "werkgever", "vestiging", "contactpersoon")
"""Registers: somebody else, or a company, may bear the same name."""
SEARCHED: tuple[type[Synced], ...] = tuple(
    cls
    for cls in SYNCED
    if cls.__tablename__ not in NO_WORDS_OF_PEOPLE  # type: ignore[attr-defined]
)
Person = Contactpersoon | Medewerker | Kandidaat
OF_KIND: dict[str, Any] = {
    erasure_list.CONTACTPERSOON: Contactpersoon,
    erasure_list.MEDEWERKER: Medewerker,
    erasure_list.KANDIDAAT: Kandidaat,
}
_FIXED = frozenset({"id", "regio_id", "tabel", "soort", "status", "code", "veld", "opdracht", "keuze"})


@dataclass(frozen=True, slots=True)
class Erased:
    """`rijen`: rows that say less than before, with the person's own. `grootboek`: lines of the ledger."""

    rijen: int
    grootboek: int


def erase(session: Session, clock: Clock, kind: str, person_id: str) -> Erased:
    """Everything of one person; the caller has put the id on the list, and commits.

    Raises `Weigering` for who is not there, or works here still.
    """
    region = accounts.the_region(session)
    work = Work(session)
    work.begin(accounts.central_context(region, clock))
    person = require_erasable(session, kind, person_id)
    if isinstance(person, Medewerker):
        _forget_access(session, person.id, work.context.tijd)
    redactor = Redactor(telling(_words(session, person)))
    who = erasure_candidates.authors(session, person) if isinstance(person, Kandidaat) else None
    _make_tombstone(work, person)
    _empty_history(work, person.id)
    answers = _empty_inbox(work, person)
    where = person.werkgever_id if isinstance(person, Contactpersoon) else None
    for cls in SEARCHED:
        _redact(work, cls, redactor, where, who)
    lines = _redact_ledger(session, person.id, redactor, answers)
    person_keys.destroy(session, person.id, work.context.tijd)
    said = audit.AuditLine(
        work.context.tijd, None, "persoon.wis", f"{kind}:{person.id}", "toegepast", accounts.ORIGIN
    )
    commit.finish(session, work, region.id, [said])
    return Erased(len(work.touched), lines)


def require_erasable(session: Session, kind: str, person_id: str) -> Person:
    """The person; raises `Weigering` for who is not there, or works here still."""
    person = _person(session, kind, person_id)
    if person is None:
        raise Weigering("persoon_onbekend", id=person_id)
    if isinstance(person, Medewerker) and person.actief:
        raise Weigering("medewerker_werkt_hier", naam=person.naam)
    return person


def _forget_access(session: Session, medewerker_id: str, now: datetime) -> None:
    session.execute(delete(Uitnodiging).where(Uitnodiging.medewerker_id == medewerker_id))
    session.execute(
        update(Laptop)
        .where(Laptop.medewerker_id == medewerker_id, Laptop.ingetrokken_op.is_(None))
        .values(ingetrokken_op=now, sleutelhelft=None)
    )


def _words(session: Session, person: Person) -> Iterator[str | None]:
    """What tells who it is, now and before."""
    if isinstance(person, Kandidaat):
        yield from erasure_candidates.words(session, person)
        return
    for name in TELLING:
        yield getattr(person, name, None)
    query = select(Veldwijziging.oud, Veldwijziging.nieuw).where(
        Veldwijziging.rij_id == person.id, Veldwijziging.veld.in_(TELLING)
    )
    for row in session.execute(query):
        yield from (value for value in row if isinstance(value, str))


def _make_tombstone(work: Work, person: Person) -> None:
    if isinstance(person, Kandidaat):
        erasure_candidates.empty(work, person)
        return
    now = work.context.tijd
    empty: dict[str, Any] = dict.fromkeys(PERSONAL[type(person)])
    if isinstance(person, Contactpersoon):
        empty |= {"niet_benaderen": False, "verwijderd_op": person.verwijderd_op or now}
    work.change(person, naam=NAMELESS[type(person)], gewist_op=person.gewist_op or now, **empty)


def _empty_history(work: Work, person_id: str) -> None:
    about = or_(Veldwijziging.rij_id == person_id, Veldwijziging.kandidaat_id == person_id)
    for line in work.find_all(Veldwijziging, about):
        work.change(line, oud=None, nieuw=None)


def _empty_inbox(work: Work, person: Person) -> set[str]:
    """What was said to anybody about this person, and everything that was said to the person.

    Returns the uuids of the commands to which that was the answer.
    """
    uuids: set[str] = set()
    about = cast(Afstemming.argumenten, Text).contains(person.id, autoescape=True)
    own = Afstemming.medewerker_id == person.id
    # Whatever names a candidate is about that candidate; a contact is more than the person it names.
    commands = true() if isinstance(person, Kandidaat) else Afstemming.opdracht.startswith("contactpersoon.")
    lines = select(Veldwijziging.rij_id).where(Veldwijziging.kandidaat_id == person.id)
    rows = or_(Afstemming.rij_id == person.id, Afstemming.rij_id.in_(lines))
    for item in work.find_all(Afstemming, or_(rows, own, about & commands)):
        work.change(
            item,
            argumenten=only_ids(item.argumenten),
            parameters={},
            van_mij=None,
            van_ander=None,
            ander=None,
            status="gesloten",
        )
        if item.opdracht_uuid is not None:
            uuids.add(item.opdracht_uuid)
    return uuids


def _redact(
    work: Work, cls: type[Synced], redactor: Redactor, werkgever_id: str | None, who: set[str] | None
) -> None:
    """Of a contactpersoon only where it can be meant: at the own werkgever, or where none is named.

    Of a candidate only what those wrote who knew the name (`who`): others may know another Jan B.
    """
    if not redactor.words:
        return
    table = cls.__tablename__  # type: ignore[attr-defined]
    which = [_holds(table, redactor)]
    if werkgever_id is not None and "werkgever_id" in TABLES[table].columns:
        there = TABLES[table].c.werkgever_id
        which.append(or_(there == werkgever_id, there.is_(None)))
    if who is not None:
        which.append(cls.aangemaakt_door.in_(sorted(who)))
    for row in work.find_all(cls, *which):
        texts = {name: getattr(row, name) for name in _free(table)}
        found = {name: redactor.clean(value) for name, value in texts.items() if redactor.finds(value)}
        if found:
            work.change(row, **found)


def _free(table: str) -> Iterator[str]:
    """Columns in which somebody may have written."""
    for one in TABLES[table].columns:
        if one.name not in _FIXED and not one.name.endswith("_id"):
            yield one.name


def _holds(table: str, redactor: Redactor) -> ColumnElement[bool]:
    """Rows whose text has the first word of each; what is really there is looked at row by row."""
    whole = func.lower(cast(column(table), Text))
    return or_(*(whole.contains(_sign(word), autoescape=True) for word in redactor.words))


def _sign(word: str) -> str:
    """A part of the word that JSON writes as it is."""
    return max(word.lower().replace('"', " ").replace("\\", " ").split(), key=len)


def _redact_ledger(session: Session, person_id: str, redactor: Redactor, answers: set[str]) -> int:
    """What the ledger keeps plainly: parameters of answers, and arguments of before they had a key."""
    whole = cast(column("grootboek"), Text)
    named = [whole.contains(person_id, autoescape=True)]
    named.append(Grootboek.uuid.in_(answers))
    named += [func.lower(whole).contains(_sign(word), autoescape=True) for word in redactor.words]
    changed = 0
    for row in session.scalars(select(Grootboek).where(or_(*named))).all():
        before = (row.parameters, row.argumenten)
        row.parameters = {} if row.uuid in answers else redactor.clean(row.parameters)
        if row.argumenten is not None and "personen" not in row.argumenten:
            about = person_id in person_keys.people_in(row.naam, row.argumenten)
            row.argumenten = only_ids(row.argumenten) if about else redactor.clean(row.argumenten)
        changed += before != (row.parameters, row.argumenten)
    session.flush()
    return changed


def apply_list(session: Session, clock: Clock, entries: Sequence[Entry]) -> int:
    """After a restore: everything on the list is done again; returns how many were still to be done."""
    done = 0
    for entry in entries:
        done += _apply(session, clock, entry)
    return done


def _apply(session: Session, clock: Clock, entry: Entry) -> bool:
    if entry.soort == erasure_list.LAPTOP_REVOKED:
        return _revoke_laptop(session, clock, entry.id)
    if entry.soort == erasure_list.PERSON_REVOKED:
        person = session.get(Medewerker, entry.id)
        if person is None or not person.actief:
            return False
        accounts.revoke_medewerker(session, clock, entry.id)
        return True
    row = _person(session, entry.soort, entry.id)
    if row is None:
        # Somebody may still send it: nothing about this id is taken in any more.
        person_keys.destroy(session, entry.id, datetime.fromisoformat(entry.op))
        return False
    if row.gewist_op is not None:
        return False
    if isinstance(row, Medewerker) and row.actief:
        accounts.revoke_medewerker(session, clock, entry.id)
    erase(session, clock, entry.soort, entry.id)
    return True


def _person(session: Session, kind: str, person_id: str) -> Person | None:
    found: Person | None = session.get(OF_KIND[kind], person_id)
    return found


def _revoke_laptop(session: Session, clock: Clock, laptop_id: str) -> bool:
    laptop = session.get(Laptop, laptop_id)
    if laptop is None or laptop.ingetrokken_op is not None:
        return False
    accounts.revoke_laptop(session, clock, laptop_id)
    return True
