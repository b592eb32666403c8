"""Making a centre: schema, region, first beheerder, code lists; and after a restore. PostgreSQL only."""

from __future__ import annotations

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from central import accounts, commit
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.errors import Weigering
from desktop.models.first_rows import bring_in
from desktop.models.rights import BEHEERDER
from desktop.models.store import CENTRE, migrate, new_session
from desktop.models.tables.centre import Regio
from desktop.models.work import Work


def initialise(engine: Engine, clock: Clock, naam: str, beheerder: str, oefen: bool) -> tuple[str, str]:
    """Schema and first beheerder; returns the invitation's code and the person's id."""
    migrate(engine, CENTRE)
    with new_session(engine) as session, session.begin():
        if session.scalars(select(Regio)).first() is not None:
            raise Weigering("centrum_al_ingericht")
        region = Regio(
            id=clock.new_id(), naam=naam.strip(), epoch=clock.new_id(), oefen=oefen, aangemaakt_op=clock.now()
        )
        session.add(region)
        session.flush()
        work = Work(session)
        work.begin(accounts.central_context(region, clock))
        bring_in(work)
        line = audit.AuditLine(
            clock.now(), None, "centrum.init", f"regio:{region.id}", "toegepast", accounts.ORIGIN
        )
        commit.finish(session, work, region.id, [line])
    with new_session(engine) as session, session.begin():
        return accounts.invite(session, clock, beheerder, BEHEERDER)


def bring_up_to_date(session: Session, clock: Clock) -> int:
    """What a newer program brings along for an existing region: lists, instruments, schedule; how many rows.

    The caller commits.
    """
    region = accounts.the_region(session)
    work = Work(session)
    work.begin(accounts.central_context(region, clock))
    added = bring_in(work)
    if added:
        line = audit.AuditLine(
            clock.now(), None, "centrum.bijgewerkt", f"regio:{region.id}", "toegepast", accounts.ORIGIN
        )
        commit.finish(session, work, region.id, [line])
    return added


def put_back(session: Session, clock: Clock) -> str:
    """The database came back from a backup: with a new epoch the laptops offer what it does not know."""
    region = accounts.the_region(session)
    region.epoch = clock.new_id()
    session.flush()
    commit.take_lock(session, region.id)
    line = audit.AuditLine(
        clock.now(), None, "centrum.hersteld", f"regio:{region.id}", "toegepast", accounts.ORIGIN
    )
    audit.append(session, [line])
    return region.epoch
