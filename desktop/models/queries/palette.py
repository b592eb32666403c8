"""What the palette finds: werkgevers and contactpersonen, a few of each. SQLite only, as full text is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import search
from desktop.models.queries import finding
from desktop.models.queries.day_rows import Treffer
from desktop.models.queries.werkgever_lines import lines
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.models.tables import Contactpersoon, Werkgever
from desktop.models.values import fold

EMPLOYER, PERSON = "werkgever", "contactpersoon"
CANDIDATES = 60
MINE, NOBODYS = "jouw regie", "nog geen regie"


def zoek(session: Session, tekst: str, me: str, today: date, limiet: int) -> tuple[Treffer, ...]:
    """At most `limiet` hits: werkgevers first, and room for the people who were found."""
    words = search.terms(tekst)
    if not words:
        return ()
    people = _people(session, words, today)
    room = limiet - min(len(people), limiet // 3)
    found = [employer(row, me) for row in lines(session, finding.names(session, words, room), today)]
    return (*found, *people[: limiet - len(found)])


def employer(row: WerkgeverRegel, me: str) -> Treffer:
    """A werkgever with where it is and who holds the regie."""
    regie = MINE if row.regiehouder_id == me else f"regie {row.regiehouder}" if row.regiehouder else NOBODYS
    near = ", ".join(part for part in (row.plaats, regie) if part)
    return Treffer(EMPLOYER, row.id, row.id, row.naam, near, row.regiehouder_id)


def _people(session: Session, words: Sequence[str], today: date) -> list[Treffer]:
    """Who works there still before who left, and names that begin with what was typed before others."""
    if search.in_names_only(list(words)):
        return []
    query = (
        select(Contactpersoon, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Contactpersoon.werkgever_id)
        .where(
            Contactpersoon.verwijderd_op.is_(None),
            Werkgever.verwijderd_op.is_(None),
            finding.person_hits(words, CANDIDATES),
        )
    )
    typed = " ".join(words)
    ranked = sorted(
        session.execute(query),
        key=lambda pair: (
            pair[0].tot is not None and pair[0].tot < today,
            not fold(pair[0].naam).startswith(typed),
            fold(pair[0].naam),
            pair[0].id,
        ),
    )
    return [_person(row, naam) for row, naam in ranked]


def _person(row: Contactpersoon, werkgever: str) -> Treffer:
    near = ", ".join(part for part in (row.functie, werkgever) if part)
    return Treffer(PERSON, row.id, row.werkgever_id, row.naam, near, None)
