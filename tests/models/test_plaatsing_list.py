"""Voordrachten and placements as rows: what everybody reads, what the bemiddelaar reads, which lasted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.commands.base import Command
from desktop.models.commands.plaatsing import (
    BeeindigPlaatsing,
    BevestigMijlpaal,
    LaatPlaatsingVervallen,
    MeldOnderbreking,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.context import Actor
from desktop.models.queries import duurzaamheid, plaatsing, plaatsing_list, timeline, voordracht
from desktop.models.queries.plaatsing_rows import PlaatsingFilter, Plaatsingpagina, VoordrachtFilter
from desktop.models.tables import Kandidaat, PlaatsingPersoon, VoordrachtPersoon
from tests.support.builders import ANOUK, FATIMA, SEVDA, Region, a
from tests.support.placing import candidate_of, vacature_at, werkgever_of


@pytest.fixture
def werkgever_id(region: Region) -> str:
    return werkgever_of(region)


def done(region: Region, command: Command, day: str = "2026-11-20", who: Actor = SEVDA) -> str:
    moment = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=UTC)
    row_id = region.do(command, who, tijd=moment).id
    assert row_id is not None
    return row_id


def placed(region: Region, werkgever_id: str, who: Actor = SEVDA, **given: object) -> str:
    """Somebody new works there."""
    candidate = candidate_of(region, who, roepnaam=str(given.pop("roepnaam", "Noor")))
    command = a(RegistreerPlaatsing, kandidaat_id=candidate, werkgever_id=werkgever_id, **given)
    return done(region, command, who=who)


def without_persons(region: Region) -> None:
    """As the laptop of anybody else has it."""
    for cls in (VoordrachtPersoon, PlaatsingPersoon, Kandidaat):
        for row in region.all(cls):
            region.session.delete(row)
    region.session.flush()


def page(region: Region, today: str = "2026-11-20", who: Actor = SEVDA, **keuze: object) -> Plaatsingpagina:
    chosen = PlaatsingFilter(**keuze)  # type: ignore[arg-type]
    return plaatsing_list.page(region.session, chosen, who, date.fromisoformat(today))


def ids(found: Plaatsingpagina) -> list[str]:
    return [row.id for row in found.regels]


def test_who_it_is_stands_there_only_where_the_candidate_is(region: Region, werkgever_id: str) -> None:
    candidate = candidate_of(region, roepnaam="Noor", initiaal="V.")
    vacature_id = vacature_at(region, werkgever_id)
    proposed = done(region, a(DoeVoordracht, kandidaat_id=candidate, vacature_id=vacature_id))
    row_id = done(region, a(RegistreerPlaatsing, kandidaat_id=candidate, voordracht_id=proposed, uren=24))
    done(region, a(BeeindigPlaatsing, plaatsing_id=row_id, einddatum="2027-01-31"), "2027-02-01")
    [line] = voordracht.voordrachten(region.session, werkgever_id)
    assert (line.kandidaat, line.vacature, line.plaatsing_id) == ("Noor V.", "Magazijnmedewerker", row_id)
    card = plaatsing.card(region.session, row_id)
    assert card is not None
    assert (card.plaatsing.kandidaat, card.reden_einde, card.persoon_hier) == ("Noor V.", "ander_werk", True)
    assert card.plaatsing.mijlpalen == ("1: gerealiseerd", "3: uitval", "6: uitval")
    assert [one.veld for one in card.geschiedenis] == ["feitelijke_einddatum", "status"]
    without_persons(region)
    [line] = voordracht.voordrachten(region.session, werkgever_id)
    assert (line.kandidaat, line.kandidaat_id, line.toestemming) == (None, None, None)
    card = plaatsing.card(region.session, row_id)
    assert card is not None
    assert (card.plaatsing.kandidaat, card.reden_einde, card.persoon_hier) == (None, None, False)
    assert card.voordracht is not None


def test_the_timeline_of_a_werkgever_names_nobody(region: Region, werkgever_id: str) -> None:
    candidate = candidate_of(region)
    proposed = done(region, a(DoeVoordracht, kandidaat_id=candidate, werkgever_id=werkgever_id))
    row_id = done(region, a(RegistreerPlaatsing, kandidaat_id=candidate, voordracht_id=proposed))
    done(region, a(BevestigMijlpaal, plaatsing_id=row_id), "2027-01-02")
    done(region, a(WijzigPlaatsing, plaatsing_id=row_id, uren=32), "2027-01-03")
    shown = timeline.page(region.session, werkgever_id, frozenset(), None, 50).regels
    kinds = [row.soort for row in shown]
    assert kinds == ["wijziging", "mijlpaal", "plaatsing", "voordracht", "regie"]
    assert "Noor" not in repr(shown)
    assert candidate not in repr(shown)


def test_filters_order_and_counts(region: Region, werkgever_id: str) -> None:
    first = placed(region, werkgever_id, start="2026-12-01", verwachte_einddatum="2027-02-28")
    second = placed(region, werkgever_id, start="2026-12-05", roepnaam="Sam", project="Logistiek")
    other = placed(region, werkgever_id, ANOUK, start="2026-12-08", soort="leerbaan")
    done(region, a(LaatPlaatsingVervallen, plaatsing_id=second), "2026-12-06")
    assert ids(page(region)) == [other, second, first]
    assert page(region).per_status == {"loopt": 2, "vervallen": 1}
    assert ids(page(region, statussen=frozenset({"vervallen"}))) == [second]
    assert ids(page(region, sortering="einde"))[0] == first
    assert ids(page(region, bemiddelaar_id=ANOUK.medewerker_id)) == [other]
    assert ids(page(region, soort="leerbaan")) == [other]
    assert ids(page(region, "2027-02-01", eindigt_binnen=30)) == [first]
    assert ids(page(region, "2027-01-20", eindigt_binnen=30)) == []
    assert ids(page(region, "2026-12-31", mijlpaal_open=True)) == []
    assert ids(page(region, "2027-01-08", mijlpaal_open=True)) == [other, first]
    assert ids(page(region, tekst="logis")) == [second]
    assert ids(page(region, tekst="sam")) == [second]
    without_persons(region)
    assert ids(page(region, tekst="sam")) == []
    assert ids(page(region, who=SEVDA, mijn=True)) == [second, first]


def test_what_waits_for_a_next_step(region: Region, werkgever_id: str) -> None:
    silent, talked, fresh, ended = (
        done(
            region,
            a(DoeVoordracht, kandidaat_id=candidate_of(region), werkgever_id=werkgever_id, datum=day),
        )
        for day in ("2026-11-19", "2026-11-20", "2026-11-27", "2026-11-20")
    )
    done(region, a(WerkVoordrachtBij, voordracht_id=talked, gesprek_op="2026-11-25"))
    done(region, a(WerkVoordrachtBij, voordracht_id=ended, status="ingetrokken", reden="plek_weg"))

    def waiting(day: str, who: Actor = SEVDA) -> set[str]:
        rows = voordracht.waiting(region.session, who, date.fromisoformat(day))
        return {row.id for row in rows}

    assert waiting("2026-11-25") == set()
    assert waiting("2026-11-26") == {silent, talked}
    assert waiting("2026-12-04") == {silent, talked, fresh}
    done(region, a(WerkVoordrachtBij, voordracht_id=talked, status="geplaatst"), "2026-11-26")
    assert talked in waiting("2026-11-26")
    running = voordracht.chosen(region.session, VoordrachtFilter(mijn=True, alleen_lopend=True), SEVDA)
    assert {row.id for row in running} == {silent, fresh}


def test_which_placements_lasted(region: Region, werkgever_id: str) -> None:
    rows = [placed(region, werkgever_id, start="2026-12-01") for _ in range(16)]
    placed(region, werkgever_id, start="2026-12-01", soort="proefplaatsing")
    done(region, a(LaatPlaatsingVervallen, plaatsing_id=rows[0]), "2026-12-02")
    for row_id in rows[1:6]:
        done(region, a(BevestigMijlpaal, plaatsing_id=row_id), "2027-01-02")
    for row_id in rows[6:11]:
        done(region, a(BeeindigPlaatsing, plaatsing_id=row_id, einddatum="2026-12-20"), "2026-12-21")
    done(region, a(MeldOnderbreking, plaatsing_id=rows[1], van="2027-02-01", tot="2027-02-03"), "2027-02-04")
    period = (date(2026, 12, 1), date(2026, 12, 31))

    def counted(today: str) -> dict[int, tuple[int | None, ...]]:
        found = duurzaamheid.duurzaamheid(region.session, *period, date.fromisoformat(today))
        return {
            row.maanden: (row.totaal, row.gerealiseerd, row.uitval, row.onbekend, row.nog_niet)
            for row in found
            if row.groep == "betaald"
        }

    assert counted("2027-01-15") == {1: (15, 5, 5, 5, 0), 3: (15, 0, 5, 0, 10), 6: (15, 0, 5, 0, 10)}
    assert counted("2027-06-02")[6] == (15, 0, 5, 10, 0)
    done(region, a(BevestigMijlpaal, plaatsing_id=rows[1], maanden=6), "2027-06-02")
    assert counted("2027-06-02")[6] == (15, None, None, 9, 0)
    before = duurzaamheid.duurzaamheid(region.session, date(2025, 1, 1), date(2025, 12, 31), date(2027, 6, 2))
    assert {row.totaal for row in before} == {0}


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_no_number_under_five_follows_from_the_others(counts: Sequence[int]) -> None:
    given_ = dict(zip("abcd", counts, strict=True))
    shown = duurzaamheid.suppressed(given_)
    assert all(shown[name] in (None, number) for name, number in given_.items())
    hidden = [name for name, number in shown.items() if number is None]
    assert all(number is None or number == 0 or number >= 5 for number in shown.values())
    alone = [number for number in counts if number]
    assert len(hidden) != 1 or len(alone) == 1


def test_a_regiehouder_reads_the_same_rows_without_the_person(region: Region, werkgever_id: str) -> None:
    placed(region, werkgever_id)
    without_persons(region)
    [row] = page(region, who=FATIMA, werkgever_id=werkgever_id).regels
    assert (row.kandidaat, row.bemiddelaar, row.status) == (None, "Sevda Yilmaz", "loopt")
    assert row.start == date(2026, 12, 1)
