"""What the palette finds besides werkgevers and people: vacatures, own candidates, placements, the guide.

A few of each, at a keystroke: the newest hits are looked at, and no more. What a laptop does not hold it does
not find; a name of a candidate is looked for only where its bemiddelaar is. SQLite only, as full text is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session, load_only

from desktop.models import search, work_index
from desktop.models.context import Actor
from desktop.models.queries.day_rows import Treffer
from desktop.models.queries.instrument import choosable_on, version_on
from desktop.models.queries.medewerker import codes
from desktop.models.queries.placed_person import persons, shown_name
from desktop.models.rights import has_candidates, serves_employers
from desktop.models.rules.kandidaat import CLOSED
from desktop.models.rules.plaatsing import RUNS
from desktop.models.rules.vacature import OPEN
from desktop.models.tables import (
    Instrument,
    Kandidaat,
    Kandidaatregie,
    Plaatsing,
    PlaatsingPersoon,
    Vacature,
    Werkgever,
)
from desktop.models.values import fold

VACATURE, KANDIDAAT, PLAATSING, INSTRUMENT = "vacature", "kandidaat", "plaatsing", "instrument"
KINDS = (KANDIDAAT, VACATURE, PLAATSING, INSTRUMENT)
CANDIDATES = 24
"""So many of the newest hits are looked at."""
ENDED, PAST = "afgelopen", "niet meer te kiezen"


def zoek(session: Session, tekst: str, who: Actor, today: date, elk: int) -> tuple[Treffer, ...]:
    """At most `elk` of each kind; own candidates before the work of the region, what ended last."""
    words = search.terms(tekst)
    if not words:
        return ()
    kandidaten = _candidates(session, words) if has_candidates(who.rol) else []
    found: dict[str, Sequence[str]] = {KANDIDAAT: kandidaten, INSTRUMENT: _instruments(session, words, today)}
    if serves_employers(who.rol):
        found[VACATURE] = _work(session, VACATURE, words)
        placed = [*_placed(session, kandidaten), *_work(session, PLAATSING, words)]
        found[PLAATSING] = list(dict.fromkeys(placed))
    return tuple(
        hit
        for kind in KINDS
        for hit in sorted(_hits(session, kind, found.get(kind, ()), today), key=lambda hit: hit.voorbij)[:elk]
    )


def hits(session: Session, soort: str, ids: Sequence[str], today: date) -> list[Treffer]:
    """Those of one kind, in that order; what is gone or not on this laptop is left out."""
    by_id = {hit.id: hit for hit in _hits(session, soort, ids, today)}
    return [by_id[row_id] for row_id in ids if row_id in by_id]


# -- which ones ------------------------------------------------------------------------------------------
def _number(words: Sequence[str]) -> str | None:
    """P-00012 as it is typed, also without its zeros: as the index has it."""
    letter, *rest = words
    if len(rest) != 1 or len(letter) != 1 or not rest[0].isdecimal():
        return None
    return f"{letter} {rest[0] if rest[0].startswith('0') else rest[0].zfill(5)}"


def _work(session: Session, table: str, words: Sequence[str]) -> list[str]:
    """Ids of those with all words, of the work itself or of where it is; the newest first."""
    number, longer = _number(words), [word for word in words if len(word) > 1]
    if number is None and (search.in_names_only(list(words)) or not longer):
        return []
    asked = search.expression(longer) if number is None else f'"{number}" *'
    index = work_index.INDEX[table]
    matches = text(f"{index.name} MATCH :zoek").bindparams(zoek=asked)
    query = select(index.c.id).where(matches).order_by(index.c.rowid.desc()).limit(CANDIDATES)
    return list(session.scalars(query))


def _candidates(session: Session, words: Sequence[str]) -> list[str]:
    """By first name and number, each word the beginning of one; a person has some hundreds at most."""
    query = (
        select(Kandidaat.id, Kandidaat.roepnaam, Kandidaat.initiaal, Kandidaatregie.nummer)
        .join(Kandidaatregie, Kandidaatregie.kandidaat_id == Kandidaat.id)
        .where(
            Kandidaat.verwijderd_op.is_(None),
            Kandidaat.gewist_op.is_(None),
            Kandidaatregie.verwijderd_op.is_(None),
        )
    )
    asked = (_number(words) or " ".join(words)).split()
    found = []
    for row in session.execute(query):
        said = search.terms(f"{row.roepnaam} {row.initiaal or ''}") + search.terms(row.nummer or "")
        if all(any(there.startswith(word) for there in said) for word in asked):
            found.append((fold(row.roepnaam), row.id))
    return [row_id for _, row_id in sorted(found)]


def _placed(session: Session, kandidaten: Sequence[str]) -> list[str]:
    """Where these people were placed."""
    query = select(PlaatsingPersoon.plaatsing_id).where(
        PlaatsingPersoon.kandidaat_id.in_(kandidaten[:CANDIDATES]), PlaatsingPersoon.verwijderd_op.is_(None)
    )
    return list(session.scalars(query)) if kandidaten else []


def _instruments(session: Session, words: Sequence[str], today: date) -> list[str]:
    """By name: each word the beginning of one."""
    found = []
    for row in _versions(session, today):
        said = search.terms(f"{row.naam} {row.code}")
        if all(any(there.startswith(word) for there in said) for word in words):
            found.append(row.id)
    return found


def _versions(session: Session, today: date) -> list[Instrument]:
    """Each instrument as it is on the day, without the long texts of its page."""
    plain = (Instrument.code, Instrument.naam, Instrument.soort, Instrument.selecteerbaar)
    dated = (Instrument.geldig_van, Instrument.geldig_tot, Instrument.volgorde)
    query = (
        select(Instrument)
        .options(load_only(*plain, *dated))
        .where(Instrument.verwijderd_op.is_(None))
        .order_by(Instrument.volgorde, Instrument.code)
    )
    by_code: dict[str, list[Instrument]] = {}
    for row in session.scalars(query):
        by_code.setdefault(row.code, []).append(row)
    return [version_on(rows, today) for rows in by_code.values()]


# -- as they are shown -----------------------------------------------------------------------------------
def _hits(session: Session, soort: str, ids: Sequence[str], today: date) -> list[Treffer]:
    if not ids:
        return []
    match soort:
        case "vacature":
            return _vacatures(session, ids, today)
        case "kandidaat":
            return _kandidaten(session, ids)
        case "plaatsing":
            return _plaatsingen(session, ids)
        case "instrument":
            return _guide(session, ids, today)
    return []


def _near(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _vacatures(session: Session, ids: Sequence[str], today: date) -> list[Treffer]:
    states = {row.code: row.label.lower() for row in codes(session, "vacature_status", today)}
    query = (
        select(Vacature.id, Vacature.werkgever_id, Vacature.naam, Vacature.nummer, Vacature.status)
        .add_columns(Werkgever.naam.label("werkgever"))
        .join(Werkgever, Werkgever.id == Vacature.werkgever_id)
        .where(Vacature.id.in_(ids), Vacature.verwijderd_op.is_(None))
    )
    return [
        Treffer(
            VACATURE,
            row.id,
            row.werkgever_id,
            row.naam,
            _near(row.werkgever, row.nummer, None if row.status in OPEN else states.get(row.status)),
            None,
            voorbij=row.status not in OPEN,
        )
        for row in _in_order(session.execute(query), ids)
    ]


def _kandidaten(session: Session, ids: Sequence[str]) -> list[Treffer]:
    query = (
        select(Kandidaat.id, Kandidaat.roepnaam, Kandidaat.initiaal, Kandidaat.status, Kandidaat.beroepen)
        .add_columns(Kandidaatregie.nummer)
        .join(Kandidaatregie, Kandidaatregie.kandidaat_id == Kandidaat.id)
        .where(
            Kandidaat.id.in_(ids),
            Kandidaat.verwijderd_op.is_(None),
            Kandidaat.gewist_op.is_(None),
            Kandidaatregie.verwijderd_op.is_(None),
        )
    )
    return [
        Treffer(
            KANDIDAAT,
            row.id,
            "",
            shown_name(row.roepnaam, row.initiaal),
            _near(row.nummer, next(iter(row.beroepen), None), CLOSED if row.status == CLOSED else None),
            None,
            voorbij=row.status == CLOSED,
        )
        for row in _in_order(session.execute(query), ids)
    ]


def _plaatsingen(session: Session, ids: Sequence[str]) -> list[Treffer]:
    """The own candidate by name; of others the werkgever, as in the list."""
    query = (
        select(Plaatsing.id, Plaatsing.werkgever_id, Plaatsing.nummer, Plaatsing.status)
        .add_columns(Werkgever.naam.label("werkgever"), Vacature.naam.label("werk"))
        .join(Werkgever, Werkgever.id == Plaatsing.werkgever_id)
        .outerjoin(Vacature, Vacature.id == Plaatsing.vacature_id)
        .where(Plaatsing.id.in_(ids), Plaatsing.verwijderd_op.is_(None))
    )
    rows = _in_order(session.execute(query), ids)
    known = persons(session, PlaatsingPersoon, [row.id for row in rows])
    made = []
    for row in rows:
        name = known[row.id][1] if row.id in known else None
        over = row.status != RUNS
        near = _near(row.werkgever if name else None, row.werk, row.nummer, ENDED if over else None)
        made.append(
            Treffer(PLAATSING, row.id, row.werkgever_id, name or row.werkgever, near, None, voorbij=over)
        )
    return made


def _guide(session: Session, ids: Sequence[str], today: date) -> list[Treffer]:
    kinds = {row.code: row.label.lower() for row in codes(session, "instrument_soort", today)}
    found = []
    for row in _in_order([one for one in _versions(session, today) if one.id in ids], ids):
        over = not choosable_on(row, today)
        near = _near(kinds.get(row.soort), PAST if over else None)
        found.append(Treffer(INSTRUMENT, row.id, "", row.naam, near, None, voorbij=over))
    return found


def _in_order(rows: Any, ids: Sequence[str]) -> list[Any]:
    place = {row_id: number for number, row_id in enumerate(ids)}
    return sorted(rows, key=lambda row: place[row.id])
