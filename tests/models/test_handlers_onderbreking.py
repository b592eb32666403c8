"""An interruption is kept as it was said and cut off where it counts: the last end decides alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.commands.plaatsing import (
    BeeindigOnderbreking,
    BeeindigPlaatsing,
    MeldOnderbreking,
    RegistreerPlaatsing,
)
from desktop.models.queries.plaatsing import mijlpalen_where, onderbrekingen_where
from desktop.models.tables import Mijlpaal, Onderbreking
from tests.models.test_handlers_plaatsing import do, milestones, refused
from tests.support.builders import SEVDA, Region, a, new_id
from tests.support.placing import candidate_of, werkgever_of

START, TODAY = date(2026, 12, 1), "2028-03-01"
DAYS = st.dates(START, date(2028, 2, 1))
STILLS = st.lists(st.tuples(DAYS, st.none() | st.integers(0, 90)), max_size=3)


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


def works_at(region: Region, werkgever_id: str) -> str:
    """Somebody new, from 1 December."""
    who = {"kandidaat_id": candidate_of(region), "werkgever_id": werkgever_id}
    row_id = region.do(a(RegistreerPlaatsing, **who, start=START.isoformat()), SEVDA).id
    assert row_id is not None
    return row_id


def lies_still(region: Region, plaatsing_id: str, van: str, tot: str | None = None, **given: Any) -> None:
    do(region, a(MeldOnderbreking, plaatsing_id=plaatsing_id, van=van, tot=tot, **given), TODAY)


def ends(region: Region, plaatsing_id: str, day: str) -> None:
    do(region, a(BeeindigPlaatsing, plaatsing_id=plaatsing_id, einddatum=day), TODAY)


def shown(region: Region, plaatsing_id: str) -> list[tuple[str, str | None]]:
    rows = onderbrekingen_where(region.session, Onderbreking.plaatsing_id == plaatsing_id)
    found = [(row.van.isoformat(), row.tot.isoformat() if row.tot else None) for row in rows]
    return sorted(found, key=str)


def stands(region: Region, plaatsing_id: str) -> list[Any]:
    rows = mijlpalen_where(region.session, Mijlpaal.plaatsing_id == plaatsing_id)
    return [(row.maanden, row.datum, row.uitkomst, row.bevestigd_door) for row in rows]


def test_a_later_last_day_gives_back_what_was_said(region: Region, werkgever_id: str) -> None:
    row_id = works_at(region, werkgever_id)
    lies_still(region, row_id, "2027-01-10", "2027-01-20")
    lies_still(region, row_id, "2027-04-20", "2027-05-31")
    lies_still(region, row_id, "2027-10-01", "2027-10-05")
    ends(region, row_id, "2027-04-30")
    assert shown(region, row_id)[:2] == [("2027-01-10", "2027-01-20"), ("2027-04-20", "2027-04-30")]
    assert milestones(region)[6] == ("2027-06-01", "uitval", "systeem")
    ends(region, row_id, "2027-12-31")
    assert shown(region, row_id) == [
        ("2027-01-10", "2027-01-20"),
        ("2027-04-20", "2027-05-31"),
        ("2027-10-01", "2027-10-05"),
    ]
    assert milestones(region)[6] == ("2027-12-01", "gerealiseerd", "systeem")


def test_what_had_no_end_lasts_until_the_last_day(region: Region, werkgever_id: str) -> None:
    row_id, still_id = works_at(region, werkgever_id), new_id()
    lies_still(region, row_id, "2027-02-01", id=still_id)
    for day in ("2027-02-20", "2027-04-30"):
        ends(region, row_id, day)
        assert shown(region, row_id) == [("2027-02-01", day)]
    assert region.one(Onderbreking, still_id).tot is None
    over = a(BeeindigOnderbreking, onderbreking_id=still_id, tot="2027-05-10")
    assert refused(region, over, TODAY) == "onderbreking_na_einde"
    do(region, a(BeeindigOnderbreking, onderbreking_id=still_id, tot="2027-03-05"), TODAY)
    assert shown(region, row_id) == [("2027-02-01", "2027-03-05")]


def test_said_after_the_end_it_is_kept_as_it_was_said_too(region: Region, werkgever_id: str) -> None:
    row_id, still_id = works_at(region, werkgever_id), new_id()
    ends(region, row_id, "2027-02-20")
    lies_still(region, row_id, "2027-02-01", id=still_id)
    assert (region.one(Onderbreking, still_id).tot, shown(region, row_id)) == (
        None,
        [("2027-02-01", "2027-02-20")],
    )
    after = a(MeldOnderbreking, plaatsing_id=row_id, van="2027-02-21")
    assert refused(region, after, TODAY) == "onderbreking_na_einde"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stills=STILLS, ends_on=st.lists(DAYS, min_size=2, max_size=3))
def test_an_end_that_was_corrected_is_that_end_at_once(
    region: Region, werkgever_id: str, stills: list[tuple[date, int | None]], ends_on: list[date]
) -> None:
    corrected, at_once = works_at(region, werkgever_id), works_at(region, werkgever_id)
    for row_id in (corrected, at_once):
        open_one = False
        for van, days in stills:
            if days is None and open_one:
                continue
            open_one = open_one or days is None
            tot = None if days is None else (van + timedelta(days=days)).isoformat()
            lies_still(region, row_id, van.isoformat(), tot)
    for day in ends_on:
        ends(region, corrected, day.isoformat())
    ends(region, at_once, ends_on[-1].isoformat())
    assert stands(region, corrected) == stands(region, at_once)
    assert shown(region, corrected) == shown(region, at_once)
