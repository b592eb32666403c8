"""The audit log (BIO2 8.15): a chain that shows what was changed, removed or slipped in, without content."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.models import audit
from desktop.models.audit import AuditLine
from desktop.models.tables import Auditregel
from tests.support.builders import FATIMA, LAPTOP, NOW, Region, new_id

COLUMNS = {
    "tijd": "2026-11-21T00:00:00Z",
    "actor": "iemand-anders",
    "actie": "werkgever.wijzig",
    "object": "werkgever:ander",
    "resultaat": "geweigerd",
    "oorsprong": "ander",
    "vorige_hash": "0" * 64,
    "hash": "0" * 64,
}


def line(n: int = 0, **given: object) -> AuditLine:
    values: dict[str, object] = {
        "tijd": NOW + timedelta(seconds=n),
        "actor": FATIMA.medewerker_id,
        "actie": "contact.leg_vast",
        "object": f"contactmoment:{new_id()}",
        "resultaat": "toegepast",
        "oorsprong": LAPTOP,
    }
    return AuditLine(**{**values, **given})  # type: ignore[arg-type]


@pytest.fixture
def log(region: Region) -> Region:
    """Ten lines, written in two parts."""
    for start in (0, 5):
        audit.append(region.session, [line(start + n) for n in range(5)])
    return region


def test_a_whole_log_is_whole(log: Region) -> None:
    assert audit.first_broken(log.session) is None
    rows = log.session.query(Auditregel).order_by(Auditregel.nr).all()
    assert [row.nr for row in rows] == list(range(1, 11))
    assert rows[0].vorige_hash == audit.START
    assert [row.vorige_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]


def test_who_asked_before_writes_behind_what_was_found(log: Region) -> None:
    end = audit.last(log.session)
    audit.append(log.session, [line(10)], after=end)
    assert (end.nr, audit.last(log.session).nr) == (10, 11)
    assert audit.first_broken(log.session) is None


def test_an_empty_log_is_whole_and_stays_empty(region: Region) -> None:
    audit.append(region.session, [])
    assert audit.first_broken(region.session) is None
    assert region.session.query(Auditregel).count() == 0


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_a_changed_line_shows(log: Region, column: str) -> None:
    log.session.execute(text(f"UPDATE auditregel SET {column} = :v WHERE nr = 4"), {"v": COLUMNS[column]})  # noqa: S608
    log.session.expire_all()
    assert audit.first_broken(log.session) == 4


@pytest.mark.parametrize("nr", [1, 4, 9])
def test_a_removed_line_shows(log: Region, nr: int) -> None:
    log.session.execute(text("DELETE FROM auditregel WHERE nr = :nr"), {"nr": nr})
    assert audit.first_broken(log.session) == nr + 1


def test_a_removed_line_shows_although_the_rest_moves_up(log: Region) -> None:
    log.session.execute(text("DELETE FROM auditregel WHERE nr = 4"))
    for nr in range(5, 11):
        log.session.execute(text("UPDATE auditregel SET nr = nr - 1 WHERE nr = :nr"), {"nr": nr})
    assert audit.first_broken(log.session) == 4


def test_a_line_that_was_slipped_in_shows(log: Region) -> None:
    for nr in range(10, 5, -1):
        log.session.execute(text("UPDATE auditregel SET nr = nr + 1 WHERE nr = :nr"), {"nr": nr})
    previous = log.session.get_one(Auditregel, 5).hash
    forged = line(99)
    log.session.add(
        Auditregel(
            nr=6,
            tijd=forged.tijd,
            actor=forged.actor,
            actie=forged.actie,
            object=forged.object,
            resultaat=forged.resultaat,
            oorsprong=forged.oorsprong,
            vorige_hash=previous,
            hash=audit.line_hash(previous, 6, forged),
        )
    )
    log.session.flush()
    assert audit.first_broken(log.session) == 7


def test_two_swapped_lines_show(log: Region) -> None:
    for old, new in ((4, 40), (5, 4), (40, 5)):
        log.session.execute(text("UPDATE auditregel SET nr = :new WHERE nr = :old"), {"old": old, "new": new})
    assert audit.first_broken(log.session) == 4


def test_a_new_line_goes_on_from_the_last(log: Region) -> None:
    audit.append(log.session, [line(10, actor=None, object=None)])
    assert audit.first_broken(log.session) is None
    assert log.session.get_one(Auditregel, 11).actor is None


def test_a_line_has_no_room_for_content() -> None:
    assert set(AuditLine.__slots__) == {"tijd", "actor", "actie", "object", "resultaat", "oorsprong"}
    lengths = {column.name: getattr(column.type, "length", None) for column in Auditregel.__table__.columns}
    assert max(length for length in lengths.values() if length) <= 80


FIELD = st.none() | st.text('ab\x1f,"', max_size=3)


@given(FIELD, FIELD, FIELD, FIELD)
def test_no_two_lines_have_the_same_hash(
    actor: str | None, subject: str | None, other_actor: str | None, other_subject: str | None
) -> None:
    first = line(actor=actor, object=subject)
    second = line(actor=other_actor, object=other_subject)
    same = (actor, subject) == (other_actor, other_subject)
    assert (audit.line_hash("x", 1, first) == audit.line_hash("x", 1, second)) == same


def test_the_hash_is_the_same_on_every_machine() -> None:
    fixed = AuditLine(datetime(2026, 11, 20, 9, tzinfo=UTC), "a", "b", "c", "d", "e")
    assert audit.line_hash(audit.START, 1, fixed) == audit.line_hash(audit.START, 1, fixed)
    zoned = AuditLine(fixed.tijd.astimezone(), "a", "b", "c", "d", "e")
    assert audit.line_hash(audit.START, 1, zoned) == audit.line_hash(audit.START, 1, fixed)
