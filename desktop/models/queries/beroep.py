"""Names of beroepen while somebody types: some twenty thousand, looked through at every keystroke."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker_rows import CodeRij
from desktop.models.queries.pending import is_laptop
from desktop.models.tables import Codewaarde
from desktop.models.values import fold

LIJST = "beroep"
SHORTEST = 2
"""One letter occurs in nearly every name."""
MOST_WORDS = 4


def beroepen(session: Session, tekst: str, today: date, limiet: int = 12) -> tuple[CodeRij, ...]:
    """Names of today with all of these words: what begins with the text first, then words that do."""
    typed = " ".join(tekst.split())
    words = typed.split(" ")[:MOST_WORDS]
    if len(typed) < SHORTEST:
        return ()
    query = _query(words, typed, is_laptop(session)).where(_holds(today))
    rows = session.execute(query.limit(limiet))
    return tuple(CodeRij(LIJST, row.code, row.label) for row in rows)


def _query(words: list[str], typed: str, laptop: bool) -> Select[*tuple[Any, ...]]:
    label = Codewaarde.label

    def like(text: str, pattern: str) -> ColumnElement[bool]:
        return or_(*(_matches(form, pattern, laptop) for form in dict.fromkeys((text, fold(text)))))

    begins, word_begins = like(typed, "{}%"), like(typed, "% {}%")
    return (
        select(Codewaarde.code, label)
        .where(
            Codewaarde.lijst == bindparam(None, LIJST),
            Codewaarde.verwijderd_op.is_(None),
            and_(*(like(word, "%{}%") for word in words)),
        )
        .order_by(case((begins, 0), (word_begins, 1), else_=2), label, Codewaarde.code)
    )


def _holds(today: date) -> ColumnElement[bool]:
    """What a newer list has no more is not offered; what was chosen before keeps its name."""
    return or_(Codewaarde.geldig_tot.is_(None), Codewaarde.geldig_tot > today)


def current(session: Session, today: date) -> frozenset[str]:
    """The codes that are offered now."""
    query = select(Codewaarde.code).where(
        Codewaarde.lijst == LIJST, Codewaarde.verwijderd_op.is_(None), _holds(today)
    )
    return frozenset(session.scalars(query))


def _matches(text: str, pattern: str, laptop: bool) -> ColumnElement[bool]:
    """Capitals do not count; on SQLite plain LIKE is like that already, and twice as fast."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    asked = pattern.format(escaped)
    label = Codewaarde.label
    return label.like(asked, escape="\\") if laptop else label.ilike(asked, escape="\\")


def label_of(session: Session, code: str) -> str | None:
    """The name of one beroep, also of one that ended."""
    query = select(Codewaarde.label).where(
        Codewaarde.lijst == LIJST, Codewaarde.code == code, Codewaarde.verwijderd_op.is_(None)
    )
    return session.scalar(query)
