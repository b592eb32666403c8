"""The working day of one person: what waits for an answer, what is due, what was silent for long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.orm import Session

from desktop.frozen import dataclass
from desktop.models.context import REGION_TIME
from desktop.models.queries import concept, narrow_order, waarneming
from desktop.models.queries.actie import OPEN, acties_where
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact import contacts_where
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import NieuwsRij, Vandaag
from desktop.models.queries.medewerker import names
from desktop.models.queries.overdracht import OFFERED, overdrachten_where
from desktop.models.queries.pending import is_laptop
from desktop.models.queries.regie_rows import OverdrachtRij
from desktop.models.queries.werkgever_filter import latest_contact
from desktop.models.queries.werkgever_lines import lines
from desktop.models.tables import Actie, Afspraak, Contactmoment, Overdracht, Regie, Werkgever

REQUEST, VISIT = "contactverzoek", "bezoek"
SILENT_SHOWN, NEWS_SHOWN = 20, 20


@dataclass(frozen=True, slots=True)
class _Day:
    """Whose day it is, and which."""

    me: str
    today: date
    in_place_of: Sequence[tuple[str, str | None]]

    @property
    def end_of_week(self) -> date:
        return self.today + timedelta(days=6 - self.today.weekday())

    def held(self) -> Any:
        """The running regies that this person looks after: own ones and those of who is away."""
        return and_(
            waarneming.held_by(self.me, self.in_place_of), Regie.tot.is_(None), Regie.verwijderd_op.is_(None)
        )


def vandaag(session: Session, me: str, today: date, stil_dagen: int) -> Vandaag:
    """Everything of this day."""
    day = _Day(me, today, waarneming.in_place_of(session, me, today))
    mine = acties_where(session, Actie.toegewezen_aan_id == me, Actie.status == OPEN)
    tasks = [row for row in mine if row.soort != REQUEST]
    silent = _silent(session, day, stil_dagen)
    return Vandaag(
        dag=today,
        verzoeken=tuple(row for row in mine if row.soort == REQUEST),
        overdrachten=_offered(session, me),
        te_laat=tuple(row for row in tasks if row.deadline and row.deadline < today),
        vandaag=tuple(row for row in tasks if row.deadline == today and row.soort != VISIT),
        deze_week=tuple(row for row in tasks if row.deadline and today < row.deadline <= day.end_of_week),
        zonder_datum=tuple(row for row in tasks if row.deadline is None),
        agenda=_agenda(session, day, tasks),
        stil=lines(session, silent[:SILENT_SHOWN], today),
        aantal_stil=len(silent),
        stil_dagen=stil_dagen,
        nieuw=_news(session, day),
        concepten=concept.concepten(session),
    )


def _offered(session: Session, me: str) -> tuple[OverdrachtRij, ...]:
    return overdrachten_where(session, Overdracht.naar_id == me, Overdracht.status == OFFERED)


def _agenda(
    session: Session, day: _Day, tasks: Sequence[ActieRij]
) -> tuple[ActieRij | ContactmomentRij, ...]:
    """By time; what has none stands last."""
    planned = [row for row in tasks if row.soort == VISIT and row.deadline == day.today]
    logged = contacts_where(session, Contactmoment.medewerker_id == day.me, Contactmoment.datum == day.today)
    return tuple(sorted([*planned, *logged], key=lambda row: (row.tijd is None, row.tijd or "", row.id)))


def _silent(session: Session, day: _Day, stil_dagen: int) -> Sequence[str]:
    """Ids of my werkgevers without contact for so many days: never first, then the longest ago."""
    since = day.today - timedelta(days=stil_dagen)
    held = select(Regie.werkgever_id).where(day.held())
    if is_laptop(session):
        return narrow_order.silent(session, held, since)
    query = select(Werkgever.id).where(
        Werkgever.id.in_(held), Werkgever.actief, Werkgever.verwijderd_op.is_(None), ~_contact_since(since)
    )
    order = (latest_contact().asc().nulls_first(), Werkgever.zoeknaam, Werkgever.id)
    return session.scalars(query.order_by(*order)).all()


def _contact_since(day: date) -> Any:
    return exists().where(
        Contactmoment.werkgever_id == Werkgever.id,
        Contactmoment.datum >= day,
        Contactmoment.verwijderd_op.is_(None),
    )


def _news(session: Session, day: _Day) -> tuple[NieuwsRij, ...]:
    """What colleagues did since yesterday at werkgevers that I look after, the newest first."""
    since = day.today - timedelta(days=1)
    who = names(session)
    found = [
        NieuwsRij(row.werkgever_id, row.naam, "contact", who.get(row.medewerker_id, ""), row.kanaal, row.op)
        for row in session.execute(_their_contacts(day, since, [one for one in who if one != day.me]))
    ]
    found += [
        NieuwsRij(row.werkgever_id, row.naam, "afspraak", who.get(row.eigenaar_id, ""), None, row.op)
        for row in session.execute(_their_agreements(day, since))
    ]
    return tuple(sorted(found, key=lambda row: (row.op, row.werkgever_id), reverse=True)[:NEWS_SHOWN])


def _their_contacts(day: _Day, since: date, others: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """By colleague and day, which an index knows; a contact of last week that was logged now is no news."""
    return (
        select(
            Contactmoment.werkgever_id,
            Werkgever.naam,
            Contactmoment.medewerker_id,
            Contactmoment.kanaal,
            Contactmoment.aangemaakt_op.label("op"),
        )
        .join(Werkgever, Werkgever.id == Contactmoment.werkgever_id)
        .where(
            Contactmoment.medewerker_id.in_(others),
            Contactmoment.datum >= since,
            Contactmoment.verwijderd_op.is_(None),
            _is_mine(day, Contactmoment.werkgever_id),
        )
        .order_by(Contactmoment.aangemaakt_op.desc(), Contactmoment.id.desc())
        .limit(NEWS_SHOWN)
    )


def _their_agreements(day: _Day, since: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Afspraak.werkgever_id,
            Werkgever.naam,
            Afspraak.eigenaar_id,
            Afspraak.aangemaakt_op.label("op"),
        )
        .join(Werkgever, Werkgever.id == Afspraak.werkgever_id)
        .where(
            Afspraak.eigenaar_id != day.me,
            Afspraak.aangemaakt_op >= datetime.combine(since, time(), REGION_TIME),
            Afspraak.verwijderd_op.is_(None),
            _is_mine(day, Afspraak.werkgever_id),
        )
        .order_by(Afspraak.aangemaakt_op.desc(), Afspraak.id.desc())
        .limit(NEWS_SHOWN)
    )


def _is_mine(day: _Day, werkgever_id: Any) -> Any:
    return exists().where(Regie.werkgever_id == werkgever_id, day.held())
