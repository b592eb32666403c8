"""The unit of work: finds what is not written yet, follows signposts, and tells what was touched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import RegistreerWerkgever, VoegWerkgeversSamen, WijzigWerkgever
from desktop.models.context import Context, derive_id
from desktop.models.errors import Weigering
from desktop.models.tables import Contactmoment, Medewerker, Werkgever
from desktop.models.tables.among import among
from desktop.models.work import Work
from tests.support.builders import (
    FATIMA,
    HERMAN,
    KARIN,
    NOW,
    SEVDA,
    Region,
    a,
    actor,
    context,
    known_id,
    new_id,
)


@pytest.fixture
def work(region: Region) -> Work:
    made = Work(region.session)
    made.begin(context(FATIMA))
    return made


def test_without_a_command_there_is_no_context(region: Region) -> None:
    with pytest.raises(RuntimeError):
        _ = Work(region.session).context


def test_a_row_that_was_added_is_found_before_it_is_written(region: Region) -> None:
    with region.together() as work:
        row_id = region.do(a(RegistreerWerkgever, kvk_nummer="69599084")).id
        assert row_id is not None
        assert work.get(Werkgever, row_id) is not None
        by_number = work.by_kvk("69599084")
        assert by_number is not None
        assert by_number.id == row_id
        assert [row.id for row in work.find(Werkgever)] == [row_id]


def test_a_row_of_another_region_is_not_there(region: Region, work: Work) -> None:
    row_id = region.do(a(RegistreerWerkgever, kvk_nummer="69599084")).id
    region.one(Werkgever, row_id).regio_id = known_id("andere regio")
    region.session.flush()
    assert work.find(Werkgever) == []
    assert work.by_kvk("69599084") is None
    with pytest.raises(Weigering) as refused:
        work.werkgever(str(row_id))
    assert refused.value.code == "werkgever_onbekend"


def test_signposts_in_a_ring_end_in_a_refusal(region: Region, work: Work) -> None:
    ids = [str(region.do(a(RegistreerWerkgever)).id) for _ in range(2)]
    for here, there in (ids, ids[::-1]):
        region.one(Werkgever, here).samengevoegd_met = there
        region.session.flush()
    with pytest.raises(Weigering) as refused:
        work.werkgever(ids[0])
    assert refused.value.code == "werkgever_onbekend"


def test_the_basis_is_what_was_read_and_not_what_was_made(region: Region) -> None:
    row_id = str(region.do(a(RegistreerWerkgever)).id)
    work = Work(region.session)
    contact = a(LegContactVast, id=new_id(), werkgever_id=row_id)
    work.begin(context(FATIMA))
    work.werkgever(row_id)
    assert work.basis == {row_id: 1}
    region.do(contact)
    assert str(contact.id) not in work.basis


def test_what_a_batch_touched_is_told(region: Region) -> None:
    with region.together() as work:
        row_id = region.do(a(RegistreerWerkgever, woonplaats="Huizen")).id
        region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"))
    changes = work.changes()
    assert changes.rows["werkgever"] == {row_id}
    assert changes.touches("vestiging")
    assert changes.touches("regie", "veldwijziging")
    assert not changes.touches("regie")


def test_a_change_tells_who_and_when(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever), SEVDA).id
    later = NOW.replace(hour=15)
    region.do(a(WijzigWerkgever, werkgever_id=row_id, sector="bouw"), HERMAN, tijd=later)
    row = region.one(Werkgever, row_id)
    assert (row.aangemaakt_door, row.aangemaakt_op) == (SEVDA.medewerker_id, NOW)
    assert (row.gewijzigd_door, row.gewijzigd_op) == (HERMAN.medewerker_id, later)


def test_what_a_command_still_sets_on_its_own_row_is_version_one(region: Region) -> None:
    row_id = region.do(a(RegistreerWerkgever, woonplaats="Huizen")).id
    assert region.one(Werkgever, row_id).versie == 1


def test_who_writes_over_a_newer_row_is_stopped(region: Region) -> None:
    """Two units of work that read the same version: the second may not write blindly."""
    row_id = region.do(a(RegistreerWerkgever)).id
    row = region.one(Werkgever, row_id)
    region.connection.exec_driver_sql("UPDATE werkgever SET versie = 7")

    def write() -> None:
        with region.session.begin_nested():
            row.sector, row.versie = "bouw", 2
            region.session.flush()

    with pytest.raises(StaleDataError):
        write()


def test_a_batch_sees_a_regie_that_was_given_and_merged_in_it(region: Region) -> None:
    keeps, goes = (str(region.do(a(RegistreerWerkgever, naam=naam)).id) for naam in ("A", "B"))
    with region.together() as work:
        region.do(a(NeemRegie, werkgever_id=goes), FATIMA)
        region.do(a(WijsRegieToe, werkgever_id=goes, accountmanager_id=HERMAN.medewerker_id), KARIN)
        region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes), KARIN)
        running = work.active_regie(keeps)
        assert running is not None
        assert running.accountmanager_id == HERMAN.medewerker_id
        assert work.active_regie(goes) is None


def test_a_batch_sees_an_approach_that_came_along_in_a_merge(region: Region) -> None:
    keeps, goes = (str(region.do(a(RegistreerWerkgever, naam=naam)).id) for naam in ("A", "B"))
    with region.together():
        early = region.do(a(LegContactVast, werkgever_id=keeps), HERMAN).id
        region.do(a(MeldBenadering, werkgever_id=goes), SEVDA)
        region.do(a(VoegWerkgeversSamen, werkgever_id=keeps, dubbel_id=goes), KARIN)
        late = region.do(a(LegContactVast, werkgever_id=keeps), HERMAN).id
    assert not region.one(Contactmoment, early).buiten_regie
    assert region.one(Contactmoment, late).buiten_regie


def test_prefetched_rows_are_the_same_rows(region: Region) -> None:
    row_id = str(region.do(a(RegistreerWerkgever)).id)
    absent = new_id()
    work = Work(region.session)
    work.begin(context(FATIMA))
    work.prefetch(Werkgever, [row_id, absent])
    work.prefetch_regie([row_id])
    assert work.get(Werkgever, row_id) is not None
    assert work.get(Werkgever, absent) is None
    assert work.active_regie(row_id) is None
    region.do(a(RegistreerWerkgever, id=absent))
    fresh = Work(region.session)
    fresh.begin(context(FATIMA))
    assert fresh.get(Werkgever, absent) is not None


def test_an_id_that_follows_from_a_command_is_always_the_same() -> None:
    around = context(FATIMA, uuid=known_id("opdracht"))
    assert around.derive_id("regie") == context(HERMAN, uuid=known_id("opdracht")).derive_id("regie")
    assert around.derive_id("regie") != around.derive_id("reservering")
    assert derive_id(known_id("a"), "b", "c") != derive_id(known_id("a"), "b")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "2026-03-30"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "2027-01-01"),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "2026-12-31"),
    ],
)
def test_the_day_follows_the_clock_of_the_region(moment: datetime, day: str) -> None:
    around = Context(FATIMA, known_id("laptop"), new_id(), moment, moment)
    assert (around.dag.isoformat(), around.dag_ontvangen.isoformat()) == (day, day)


def test_an_unknown_medewerker_changes_nothing(region: Region) -> None:
    """The actor comes from the token; whoever that is, rows only say so."""
    guest = actor("Gast", "accountmanager")
    row_id = region.do(a(RegistreerWerkgever), guest).id
    assert region.one(Werkgever, row_id).aangemaakt_door == guest.medewerker_id
    assert guest.medewerker_id not in {row.id for row in region.all(Medewerker)}


def test_a_name_that_was_looked_up_follows_what_the_same_batch_changes(region: Region) -> None:
    one, gone, stays = (region.do(a(RegistreerWerkgever, naam=naam)).id for naam in ("Een", "Weg", "Blijft"))
    with region.together() as work:
        work.begin(context(FATIMA))
        work.prefetch_names([str(one), str(gone)])
        assert work.named_werkgever(str(one)).naam == "Een"
        assert work.basis == {one: 1}
        work.change(work.werkgever(str(one)), naam="Een en ander")
        work.change(work.werkgever(str(gone)), samengevoegd_met=stays)
        assert work.named_werkgever(str(one)).naam == "Een en ander"
        assert work.named_werkgever(str(gone)).id == stays


def test_a_name_of_another_region_is_not_there(region: Region, work: Work) -> None:
    row_id = str(region.do(a(RegistreerWerkgever)).id)
    region.one(Werkgever, row_id).regio_id = known_id("andere regio")
    region.session.flush()
    work.prefetch_names([row_id])
    with pytest.raises(Weigering):
        work.named_werkgever(row_id)


@pytest.mark.parametrize(
    "odd", [[], [""], ["x"], ['"', "a"], ['","'], ["\\"], ["{a,b}", "NULL", "é 'x'"]], ids=range(7)
)
def test_many_are_found_by_what_they_are_called(region: Region, work: Work, odd: list[str]) -> None:
    names = [*odd, "Houtbouw"]
    ids = {str(region.do(a(RegistreerWerkgever, naam=name)).id) for name in names if name.strip()}
    found = region.session.scalars(select(Werkgever.id).where(among(region.session, Werkgever.naam, names)))
    assert set(found) == ids
    assert work.find(Werkgever, among(region.session, Werkgever.naam, odd)) == work.find(
        Werkgever, Werkgever.naam.in_(odd)
    )
