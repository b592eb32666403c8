"""The instrumentengids: found by any of its words, one page per instrument as it is on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.instrument_rows import GrensRij, InstrumentRegel, InstrumentRij, TaakRegel
from desktop.models.tables import Instrument
from desktop.models.values import fold

SECTIONS = ("voor_wie", "levert_op", "voorwaarden", "wie_regelt", "geldig_wanneer")
AROUND = 60
_BEGINNING = date.min


def gids(
    session: Session, tekst: str, dag: date, ook_oud: bool = True, limiet: int | None = None
) -> tuple[InstrumentRegel, ...]:
    """Each instrument once, as it is on the day; with words only those that have them all, names first.

    What ended stands last, as history, and is left out when it is not wanted.
    """
    words = fold(tekst).split()
    found = []
    for row in _versions_on(session, dag):
        chosen = choosable_on(row, dag)
        where = _places(row, words)
        if where is not None and (ook_oud or chosen):
            in_name, fragment = where
            found.append(((not chosen, not in_name, row.volgorde, fold(row.naam), row.id), row, fragment))
    lines = [_line(row, dag, fragment) for _, row, fragment in sorted(found, key=lambda each: each[0])]
    return tuple(lines[:limiet])


def pagina(session: Session, wat: str, dag: date) -> InstrumentRij | None:
    """The page of an id, or of a code as it is on the day."""
    rows = _rows(session)
    mine = [row for row in rows if wat in (row.id, row.code)]
    if not mine:
        return None
    row = mine[0] if mine[0].id == wat else version_on(mine, dag)
    others = [_line(one, dag, None) for one in rows if one.code == row.code and one.id != row.id]
    return _page(row, dag, tuple(others))


def instrumenten(session: Session, dag: date) -> tuple[InstrumentRij, ...]:
    """Every version of every instrument."""
    return tuple(_page(row, dag, ()) for row in _rows(session))


def _rows(session: Session) -> Sequence[Instrument]:
    query = select(Instrument).where(Instrument.verwijderd_op.is_(None))
    rows = session.scalars(query).all()
    return sorted(rows, key=lambda row: (row.volgorde, row.code, row.geldig_van or _BEGINNING, row.id))


def _versions_on(session: Session, dag: date) -> list[Instrument]:
    by_code: dict[str, list[Instrument]] = {}
    for row in _rows(session):
        by_code.setdefault(row.code, []).append(row)
    return [version_on(rows, dag) for rows in by_code.values()]


def version_on(rows: Sequence[Instrument], dag: date) -> Instrument:
    """The version of the day; before the first one that, after the last one the last."""
    ordered = sorted(rows, key=lambda row: (row.geldig_van or _BEGINNING, row.id))
    begun = [row for row in ordered if (row.geldig_van or _BEGINNING) <= dag]
    return (begun or ordered[:1])[-1]


def _holds(row: Instrument, dag: date) -> bool:
    begun = row.geldig_van is None or row.geldig_van <= dag
    return begun and (row.geldig_tot is None or dag < row.geldig_tot)


def choosable_on(row: Instrument, dag: date) -> bool:
    """Whether it can be used on that day."""
    return row.selecteerbaar and _holds(row, dag)


def _places(row: Instrument, words: Sequence[str]) -> tuple[bool, str | None] | None:
    """Whether the name has every word, and else a piece of text around one; None where a word is missing."""
    name = fold(f"{row.naam} {row.code}")
    rest = [word for word in words if word not in name]
    if not rest:
        return True, None
    texts = [row.verstrekker or "", *((row.inhoud or {}).get(section) or "" for section in SECTIONS)]
    folded = [fold(text) for text in texts]
    if not all(any(word in text for text in folded) for word in rest):
        return None
    place = next(number for number, text in enumerate(folded) if rest[0] in text)
    return False, _fragment(texts[place], folded[place], rest[0])


def _fragment(text: str, folded: str, word: str) -> str:
    """Some words on both sides. Where folding changed the length the beginning has to do."""
    at = folded.index(word) if len(folded) == len(text) else 0
    begin, end = max(0, at - AROUND), min(len(text), at + len(word) + AROUND)
    if begin:
        begin = text.find(" ", begin, at) + 1 or begin
    if end < len(text):
        end = max(text.rfind(" ", at + len(word), end), at + len(word))
    piece = " ".join(text[begin:end].split())
    return f"{'… ' if begin else ''}{piece}{' …' if end < len(text) else ''}"


def _line(row: Instrument, dag: date, fragment: str | None) -> InstrumentRegel:
    return InstrumentRegel(
        id=row.id,
        code=row.code,
        naam=row.naam,
        soort=row.soort,
        verstrekker=row.verstrekker,
        te_kiezen=choosable_on(row, dag),
        geldig_van=row.geldig_van,
        geldig_tot=row.geldig_tot,
        fragment=fragment,
    )


def _page(row: Instrument, dag: date, versions: tuple[InstrumentRegel, ...]) -> InstrumentRij:
    content: dict[str, Any] = row.inhoud or {}
    sections = {section: content.get(section) for section in SECTIONS}
    return InstrumentRij(
        id=row.id,
        code=row.code,
        naam=row.naam,
        soort=row.soort,
        verstrekker=row.verstrekker,
        selecteerbaar=row.selecteerbaar,
        te_kiezen=choosable_on(row, dag),
        geldig_van=row.geldig_van,
        geldig_tot=row.geldig_tot,
        bron=row.bron,
        **sections,
        nagaan=bool(content.get("nagaan")),
        grenzen=tuple(_limit(code, limit) for code, limit in sorted((row.grenzen or {}).items())),
        taken=tuple(_task(task) for task in row.taken or ()),
        volgorde=row.volgorde,
        versies=versions,
    )


def _limit(code: str, limit: Any) -> GrensRij:
    return GrensRij(code, limit.get("waarde"), limit.get("eenheid"), limit["zin"], limit["bron"])


def _task(task: Any) -> TaakRegel:
    return TaakRegel(
        task["code"], task["wat"], task["anker"], task.get("verschuiving") or 0, task.get("eenheid") or "dag"
    )
