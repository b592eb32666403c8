"""The timeline: one order over all tables, pages by key that new rows do not move, and what each entry is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from desktop.models.commands.actie import MaakActie, MaakAfspraak, RondActieAf
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.vacature import DraagVacatureOver, RegistreerVacature, TrekVacatureIn
from desktop.models.commands.werkgever import (
    ImporteerWerkgevers,
    RegistreerContactpersoon,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigContactpersoon,
    WijzigWerkgever,
)
from desktop.models.commands.werkgeversvraag import RegistreerWerkgeversvraag
from desktop.models.queries import timeline
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import ImportRij, SamenvoegingRij, TijdlijnRij
from desktop.models.queries.timeline_order import Key, instant_of, of_instant, parse
from tests.support.builders import FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a, known_id, new_id
from tests.support.groundwork import lay

EVERYTHING: frozenset[str] = frozenset()
WERKGEVER = known_id("Houtbouw")
DAY = timedelta(days=1)


@pytest.fixture
def houtbouw(region: Region) -> Region:
    """A werkgever that nothing happened at but its registration."""
    lay(region, _houtbouw)
    return region


def _houtbouw(region: Region) -> None:
    region.do(a(RegistreerWerkgever, id=WERKGEVER), tijd=NOW - 90 * DAY)


def page(
    region: Region, soorten: Iterable[str] = (), vanaf: str | None = None, limiet: int = 100
) -> tuple[TijdlijnRij, ...]:
    return timeline.page(region.session, WERKGEVER, frozenset(soorten), vanaf, limiet).regels


def kinds(entries: Iterable[TijdlijnRij]) -> list[str]:
    return [entry.soort for entry in entries]


def visit(region: Region, datum: str, **given: object) -> str:
    made = region.do(a(LegContactVast, werkgever_id=WERKGEVER, datum=datum, **given), HERMAN).id
    assert made is not None
    return made


def full(region: Region) -> None:
    """One of each kind, each on another day."""
    region.do(a(NeemRegie, werkgever_id=WERKGEVER), FATIMA, tijd=NOW - 60 * DAY)
    visit(region, "2026-10-01T10:00", notitie="Zoekt timmerlieden")
    region.do(a(MaakActie, werkgever_id=WERKGEVER), FATIMA, tijd=NOW - 20 * DAY)
    region.do(a(MaakAfspraak, werkgever_id=WERKGEVER, van="2026-11-10"), FATIMA)
    region.do(a(WijzigWerkgever, werkgever_id=WERKGEVER, sector="bouw"), HERMAN, tijd=NOW - 5 * DAY)
    row = {"id": WERKGEVER, "naam": "Houtbouw Eemvallei", "werkzame_personen": 12}
    region.do(a(ImporteerWerkgevers, batch=new_id(), regels=[row]), KARIN, tijd=NOW - 3 * DAY)
    double = region.do(a(RegistreerWerkgever, naam="Houtbouw dubbel")).id
    region.do(a(VoegWerkgeversSamen, werkgever_id=WERKGEVER, dubbel_id=double), KARIN, tijd=NOW)
    offered = region.do(a(RegistreerVacature, werkgever_id=WERKGEVER), FATIMA, tijd=NOW - 15 * DAY).id
    to_sevda = a(DraagVacatureOver, vacature_id=offered, bemiddelaar_ids=[SEVDA.medewerker_id])
    region.do(to_sevda, FATIMA, tijd=NOW - 14 * DAY)
    region.do(a(TrekVacatureIn, vacature_id=offered), FATIMA, tijd=NOW - 12 * DAY)
    region.do(a(RegistreerWerkgeversvraag, werkgever_id=WERKGEVER), FATIMA, tijd=NOW - 11 * DAY)


def test_everything_stands_in_one_order(houtbouw: Region) -> None:
    full(houtbouw)
    entries = page(houtbouw)
    assert kinds(entries) == [
        "samenvoeging", "import", "wijziging", "afspraak", "werkgeversvraag", "vacature_einde",
        "vacature_overdracht", "vacature", "actie", "contact", "regie",
    ]  # fmt: skip
    assert [entry.sleutel for entry in entries] == sorted((e.sleutel for e in entries), reverse=True)
    merged, imported, *_ = (entry.rij for entry in entries)
    assert isinstance(merged, SamenvoegingRij)
    assert (merged.naam, merged.door, merged.samengevoegd) == ("Houtbouw dubbel", "Karin Smit", True)
    assert isinstance(imported, ImportRij)
    assert (imported.velden, imported.door) == (1, "Karin Smit")


@pytest.mark.parametrize(
    "soort", ["contact", "actie", "afspraak", "regie", "wijziging", "import", "vacature", "vacature_einde"]
)
def test_a_chip_shows_one_kind(houtbouw: Region, soort: str) -> None:
    full(houtbouw)
    assert set(kinds(page(houtbouw, {soort}))) == {soort}


@pytest.mark.parametrize("limiet", [1, 2, 3, 7, 8, 9])
def test_pages_together_are_the_whole(houtbouw: Region, limiet: int) -> None:
    full(houtbouw)
    whole = page(houtbouw)
    found: list[TijdlijnRij] = []
    vanaf: str | None = None
    while True:
        part = timeline.page(houtbouw.session, WERKGEVER, EVERYTHING, vanaf, limiet)
        assert len(part.regels) <= limiet
        found += part.regels
        vanaf = part.volgende
        if vanaf is None:
            break
    assert tuple(found) == whole


def test_what_arrives_meanwhile_moves_no_page(houtbouw: Region) -> None:
    for number in range(1, 10):
        visit(houtbouw, f"2026-10-{number:02}", notitie=str(number))
    first = timeline.page(houtbouw.session, WERKGEVER, EVERYTHING, None, 4)
    rest = page(houtbouw, vanaf=first.volgende)
    visit(houtbouw, "2026-11-19", notitie="nieuw")
    assert page(houtbouw, vanaf=first.volgende) == rest
    assert page(houtbouw)[0].dag == date(2026, 11, 19)


def test_a_contact_without_a_time_stands_below_those_of_its_day(houtbouw: Region) -> None:
    visit(houtbouw, "2026-11-19", kanaal="telefoon")
    visit(houtbouw, "2026-11-19T23:59", kanaal="video")
    visit(houtbouw, "2026-11-19T00:00", kanaal="e-mail")
    rows = [entry.rij for entry in page(houtbouw)]
    assert [row.kanaal for row in rows if isinstance(row, ContactmomentRij)] == [
        "video",
        "e-mail",
        "telefoon",
    ]
    assert [entry.tijd for entry in page(houtbouw)] == ["23:59", "00:00", None]


def test_fields_changed_together_are_one_entry(houtbouw: Region) -> None:
    person = houtbouw.do(a(RegistreerContactpersoon, werkgever_id=WERKGEVER)).id
    changed = {"sector": "bouw", "website": "houtbouw.nl", "segment": "actief"}
    houtbouw.do(a(WijzigWerkgever, werkgever_id=WERKGEVER, **changed), HERMAN, tijd=NOW)
    houtbouw.do(a(WijzigContactpersoon, contactpersoon_id=person, functie="baas"), HERMAN, tijd=NOW)
    houtbouw.do(a(WijzigWerkgever, werkgever_id=WERKGEVER, concern="Hout"), FATIMA, tijd=NOW)
    later = NOW + timedelta(seconds=1)
    houtbouw.do(a(WijzigWerkgever, werkgever_id=WERKGEVER, sector="hout"), HERMAN, tijd=later)
    fields = [
        sorted((row.veld, row.nieuw, row.door) for row in entry.rij)
        for entry in page(houtbouw)
        if isinstance(entry.rij, tuple)
    ]
    assert fields[0] == [("sector", "hout", "Herman Bakker")]
    assert sorted(map(len, fields)) == [1, 1, 1, 3]
    assert [("concern", "Hout", "Fatima El Idrissi")] in fields


def test_one_import_is_one_entry_also_when_it_made_the_werkgever(region: Region) -> None:
    row = {"id": WERKGEVER, "naam": "Houtbouw Eemvallei", "kvk_nummer": "69599084"}
    first, second = new_id(), new_id()
    region.do(a(ImporteerWerkgevers, batch=first, regels=[row]), KARIN, tijd=NOW - DAY)
    more = row | {"sector": "bouw", "werkzame_personen": 4}
    region.do(a(ImporteerWerkgevers, batch=second, regels=[more]), KARIN)
    found = [
        (entry.rij.batch, entry.rij.velden) for entry in page(region) if isinstance(entry.rij, ImportRij)
    ]
    assert found == [(second, 2), (first, 0)]
    assert kinds(page(region)) == ["import", "import"]


def test_what_came_of_a_contact_is_told_there(houtbouw: Region) -> None:
    contact = visit(houtbouw, "2026-11-19")
    promise = new_id()
    houtbouw.do(
        a(MaakActie, id=promise, werkgever_id=WERKGEVER, contactmoment_id=contact, soort="toezegging")
    )
    [entry] = page(houtbouw)
    assert [row.id for row in entry.acties] == [promise]
    assert kinds(page(houtbouw, {"actie"})) == ["actie"]
    assert kinds(page(houtbouw, {"contact", "actie"})) == ["contact"]


def test_a_task_stands_where_it_was_done(houtbouw: Region) -> None:
    task = houtbouw.do(a(MaakActie, werkgever_id=WERKGEVER), FATIMA, tijd=NOW - 9 * DAY).id
    [entry] = page(houtbouw)
    assert entry.dag == date(2026, 11, 11)
    houtbouw.do(a(RondActieAf, actie_id=task), FATIMA, tijd=NOW)
    [entry] = page(houtbouw)
    assert (entry.dag, entry.tijd) == (date(2026, 11, 20), "10:10")
    assert isinstance(entry.rij, ActieRij)
    assert entry.rij.afgerond_op == NOW


def test_what_a_note_said_before_is_in_no_timeline(houtbouw: Region) -> None:
    contact = visit(houtbouw, "2026-11-19", notitie="Eerst")
    houtbouw.do(a(WijzigContact, contactmoment_id=contact, notitie="Daarna"), HERMAN)
    [entry] = page(houtbouw)
    assert isinstance(entry.rij, ContactmomentRij)
    assert entry.rij.notitie == "Daarna"


def test_a_merged_id_leads_to_the_timeline_of_who_stays(houtbouw: Region) -> None:
    full(houtbouw)
    [merged] = [entry.rij for entry in page(houtbouw, {"samenvoeging"})]
    assert isinstance(merged, SamenvoegingRij)
    through = timeline.page(houtbouw.session, merged.werkgever_id, EVERYTHING, None, 100)
    assert through.regels == page(houtbouw)


def test_a_page_loads_its_own_rows_only(engine: Engine, houtbouw: Region) -> None:
    for number in range(1, 29):
        visit(houtbouw, f"2026-10-{number:02}", notitie=str(number))
    loaded: list[str] = []

    def seen(target: object, _context: object) -> None:
        loaded.append(type(target).__name__)

    from desktop.models.tables import Contactmoment

    houtbouw.session.expunge_all()
    event.listen(Contactmoment, "load", seen)
    try:
        timeline.page(houtbouw.session, WERKGEVER, EVERYTHING, None, 5)
    finally:
        event.remove(Contactmoment, "load", seen)
    assert len(loaded) == 5


INSTANTS = st.integers(0, 2 * 86_400).map(
    lambda seconds: datetime(2026, 10, 24, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(st.lists(INSTANTS, min_size=2, max_size=6))
def test_keys_sort_as_their_moments_also_when_summer_time_ends(moments: list[datetime]) -> None:
    keys = [of_instant(moment, 1, "x") for moment in moments]
    assert [instant_of(key) for key in sorted(keys)] == sorted(moments)
    assert all(parse(key.text()) == key for key in keys)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.integers(0, 7), st.sampled_from(["", "09:10:00", "10:10:00", "23:59:59"]), st.integers(0, 20))
def test_any_key_cuts_where_the_order_says(houtbouw: Region, rank: int, clock: str, days: int) -> None:
    if not page(houtbouw):
        full(houtbouw)
    key = Key((NOW.date() - days * DAY).isoformat(), clock, rank, "8")
    below = page(houtbouw, vanaf=key.text())
    assert below == tuple(entry for entry in page(houtbouw) if parse(entry.sleutel) < key)
