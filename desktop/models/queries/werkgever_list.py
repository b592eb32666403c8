"""The list of werkgevers: which ones, in which order, how many. Lines are read apart, by id."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries import finding, narrow_order
from desktop.models.queries.ids import Ids
from desktop.models.queries.pending import is_laptop
from desktop.models.queries.werkgever_filter import BY_NAME, Asked, conditions, first_by_beginning, order
from desktop.models.queries.werkgever_lines import lines
from desktop.models.queries.werkgever_rows import MOST_FOUND, EerstePagina, WerkgeverFilter, WerkgeverRegel
from desktop.models.search import terms
from desktop.models.tables import Werkgever


def werkgevers(
    session: Session,
    keuze: WerkgeverFilter,
    me: str | None,
    limiet: int | None,
    vanaf: int = 0,
    today: date | None = None,
) -> tuple[WerkgeverRegel, ...]:
    """A page of the list; all of it without a limit."""
    asked = Asked(keuze, me, today)
    words = terms(keuze.tekst)
    if _is_found(session, asked, words):
        enough = None if limiet is None else vanaf + limiet
        return lines(session, finding.found(session, asked, words, enough)[vanaf:], today)
    page = _in_order(session, asked, words).limit(limiet).offset(vanaf)
    return lines(session, session.scalars(page).all(), today)


def first(
    session: Session, keuze: WerkgeverFilter, me: str | None, limiet: int, today: date | None = None
) -> EerstePagina:
    """The beginning of the list, soon, for a keystroke: of very many hits only the newest are looked at."""
    asked = Asked(keuze, me, today)
    words = terms(keuze.tekst)
    if _is_found(session, asked, words):
        search = finding.Search(session, asked, words, quick=True)
        found, cut = search.found(limiet), search.cut
    else:
        query = _in_order(session, asked, words, quick=True)
        found, cut = list(session.scalars(query.limit(limiet))), bool(words)
    return EerstePagina(lines(session, found, today), not cut and len(found) < limiet)


def ids(
    session: Session,
    keuze: WerkgeverFilter,
    me: str | None,
    today: date | None = None,
    most: int = MOST_FOUND + 1,
) -> Ids:
    """All that the filter leaves, in the order of the list; for a typed text the first `most`."""
    asked = Asked(keuze, me, today)
    words = terms(keuze.tekst)
    if _is_found(session, asked, words):
        return Ids.of(finding.found(session, asked, words, most))
    query = _in_order(session, asked, words)
    ordered = (query.limit(most) if words else query).subquery()
    return Ids(session.scalar(select(func.group_concat(ordered.c.id, ""))) or "")


def count(session: Session, keuze: WerkgeverFilter, me: str | None, today: date | None = None) -> int:
    """How many the filter leaves; for a typed text no more than one above `MOST_FOUND`."""
    asked = Asked(keuze, me, today)
    words = terms(keuze.tekst)
    if _is_found(session, asked, words):
        return len(finding.found(session, asked, words, MOST_FOUND + 1))
    which = [*conditions(session, asked), *_text(session, asked, words)]
    if words:
        some = select(Werkgever.id).where(*which).limit(MOST_FOUND + 1).subquery()
        return session.scalar(select(func.count()).select_from(some)) or 0
    return session.scalar(select(func.count()).select_from(Werkgever).where(*which)) or 0


def _is_found(session: Session, asked: Asked, words: list[str]) -> bool:
    """A text on a laptop, best hits first; another order needs all hits before the first can be shown."""
    return bool(words) and is_laptop(session) and asked.keuze.sortering == BY_NAME


def _in_order(
    session: Session, asked: Asked, words: list[str], quick: bool = False
) -> Select[*tuple[Any, ...]]:
    if is_laptop(session) and narrow_order.orders(asked.keuze.sortering):
        hits = [finding.any_narrow_hit(asked, words, quick)] if words else []
        return narrow_order.ids(session, asked, *hits)
    query = select(Werkgever.id).where(*conditions(session, asked), *_text(session, asked, words, quick))
    if words and asked.keuze.sortering == BY_NAME:
        query = query.order_by(first_by_beginning(" ".join(words)))
    return query.order_by(*order(asked.keuze.sortering))


def _text(session: Session, asked: Asked, words: list[str], quick: bool = False) -> list[ColumnElement[bool]]:
    if not words:
        return []
    return (
        [finding.any_hit(asked, words, quick)] if is_laptop(session) else [_compared(word) for word in words]
    )


def _compared(word: str) -> ColumnElement[bool]:
    """The centre has no full text: it compares."""
    return or_(
        Werkgever.zoeknaam.contains(word),
        Werkgever.kvk_nummer.startswith(word),
        Werkgever.plaats.icontains(word),
    )
