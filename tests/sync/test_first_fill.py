"""The first fill: in pieces into staging, swapped in whole, broken off anywhere, searchable at the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest

from central import momentopname
from central.app import Centre
from desktop import compose
from desktop.models import row_codec
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.sync import filling, protocol, rebase, staged_search, staging
from desktop.sync.protocol import Snapshot
from tests.support.faults import Line, killed_in
from tests.support.region import Seat, World
from tests.support.senders import Sender
from tests.sync.test_rebase import assert_index_whole

pytestmark = pytest.mark.postgres
EMPLOYERS = 60


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pieces and many steps out of few rows."""
    monkeypatch.setattr(protocol, "ROWS_PER_PIECE", 40)
    monkeypatch.setattr(staging, "ROWS_A_TIME", 25)


@pytest.fixture
def region(world: World, small: None) -> World:
    """A centre with employers, persons, notes and a confidential note."""
    fatima = Sender(world, "fatima")
    employers = [fatima.werkgever(f"Bakkerij nummer{i}") for i in range(EMPLOYERS)]
    contacts = [
        fatima.contact(one.argumenten["id"], notitie=f"besproken onderwerp{i}", vertrouwelijk=i % 7 == 0)
        for i, one in enumerate(employers)
    ]
    fatima.send(*employers, *contacts)
    return world


def _check(world: World, seat: Seat) -> None:
    world.assert_converged(seat)
    assert_index_whole(seat)
    assert seat.sql("PRAGMA foreign_key_check") == []
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    found = seat.laptop.werkgevers(WerkgeverFilter(tekst="onderwerp31"), None)
    assert [row.naam for row in found] == ["Bakkerij nummer31"]


def test_a_fill_in_many_pieces(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(monkeypatch)
    seat = region.laptop("herman", anew=True)
    assert len(line.pieces) > 4
    _check(region, seat)
    assert seat.sync().counts()["ontvangen"] == 0


def test_the_schema_after_it_is_the_schema(region: World) -> None:
    """Tables, indexes and triggers are those of a laptop that was never filled, under their own names."""
    query = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    empty = region.laptop("fatima", filled=False)
    filled = region.laptop("herman", anew=True)
    assert filled.sql(query) == empty.sql(query)
    for table in row_codec.TABLES:
        for pragma in ("table_info", "foreign_key_list", "index_list"):
            assert filled.sql(f"PRAGMA {pragma}({table})") == empty.sql(f"PRAGMA {pragma}({table})")
    hashsize = "SELECT v FROM contactnotitie_fts_config WHERE k = 'hashsize'"
    assert filled.sql(hashsize) == [(staged_search.USUAL,)]


def _at_each_piece(monkeypatch: pytest.MonkeyPatch, do: Callable[[int], None]) -> None:
    """Something happens at the centre just before it answers with a piece."""
    real, numbers = Centre.snapshot, iter(range(10_000))

    def snapshot(centre: Centre, *given: Any) -> Snapshot:
        do(next(numbers))
        return real(centre, *given)

    monkeypatch.setattr(Centre, "snapshot", snapshot)


def test_rows_that_change_during_the_fill(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before each piece a colleague goes on: changed, new and moved rows are all there at the end."""
    fatima, sevda = Sender(region, "fatima"), Sender(region, "sevda")
    ids = [row.id for row in region.sql("SELECT id FROM werkgever ORDER BY id")]
    seat = region.laptop("herman", filled=False)

    def go_on(number: int) -> None:
        first, last = ids[0], ids[-1 - number]
        fatima.send(
            fatima.message("werkgever.wijzig", werkgever_id=first, sector=f"Sector {number}"),
            fatima.werkgever(f"Nieuw {number}"),
            fatima.contact(last, notitie="later", vertrouwelijk=number % 2 == 0),
        )
        sevda.send(sevda.contact(last))

    _at_each_piece(monkeypatch, go_on)
    seat.sync()
    _check(region, seat)


def test_broken_off_at_each_piece_and_resumed(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line breaks at the second piece, then at the next, and what came in is not fetched again."""
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    held, rounds = -1, 0
    while held:
        line.mend()
        line.cut_before(4)
        rounds += 1
        with suppress(EnvironmentFailure):
            seat.sync()
        held = seat.sql("SELECT coalesce(sum(aantal), 0) FROM vulling")[0][0]
        assert held in (0, sum(line.pieces)), "each piece is fetched once and kept"
        assert seat.laptop.nog_op_te_halen()[1] == sum(line.pieces)
        seat.reopen()
    line.mend()
    assert rounds > 2
    seat.sync()
    assert sum(line.pieces) == sum(count for count, _ in seat.laptop.bucket_standen().values())
    _check(region, seat)


STEPS = [
    (filling, "_put"), (staging, "begin"), (staging, "next_work"), (staging, "swap"),
    (staged_search, "swap"), (rebase, "put_back"), (rebase, "run_again"), (rebase, "set_cursors"),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_killed_anywhere_it_goes_on(
    region: World, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    seat = region.laptop("herman", filled=False)
    typed = seat.doe("werkgever.registreer", naam="Van Herman").id
    for _ in range(2):
        with killed_in(monkeypatch, owner, name, after=True):
            seat.sync()
        assert seat.sql("PRAGMA foreign_keys") == [(1,)]
        assert typed in seat.rows("werkgever")
        seat.reopen()
    seat.sync()
    _check(region, seat)


def test_work_done_during_the_fill(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person does not wait for a slow line: what is typed is seen, kept, and sent before the fill ends."""
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    line.cut_once_in("regio", "werkgever")
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    assert seat.laptop.codes("segment"), "forms have their lists"
    doubled = seat.doe("werkgever.registreer", naam="Van Herman", kvk_nummer="69599084").id
    contact = seat.doe("contact.leg_vast", werkgever_id=doubled, datum="2026-11-20", kanaal="bezoek").id
    fatima = Sender(region, "fatima")
    fatima.send(fatima.werkgever("Van Fatima", kvk_nummer="69599084"))
    line.mend()
    line.cut_before(3)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    assert region.sql("SELECT 1 FROM contactmoment WHERE id = :id", id=contact)
    assert contact in seat.rows("contactmoment")
    assert doubled in seat.rows("werkgever")
    line.mend()
    seat.reopen()
    typed_meanwhile: list[str | None] = []

    def type_on(number: int) -> None:
        if number == 0:
            typed_meanwhile.append(seat.doe("werkgever.registreer", naam="Tussendoor").id)

    _at_each_piece(monkeypatch, type_on)
    seat.sync()
    seat.sync()
    assert typed_meanwhile[0] in seat.rows("werkgever")
    assert seat.laptop.stand().wachtend == 0
    _check(region, seat)


def test_rights_that_change_begin_anew(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came in under other rights is thrown away; what was typed is not."""
    seat = region.laptop("herman", filled=False)
    typed = seat.doe("werkgever.registreer", naam="Van Herman").id
    line = Line(monkeypatch)
    line.cut_once_in("dossiers", "contactnotitie")
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    line.mend()
    assert seat.sql("SELECT bucket FROM vulling WHERE bucket = 'dossiers'")
    region.change_person("herman", rol="bemiddelaar")
    seat.sync()
    assert typed in seat.rows("werkgever")
    assert "dossiers" not in seat.laptop.bucket_boekhouding()
    region.assert_converged(seat)
    marker = "SELECT count(*) FROM contactnotitie_fts WHERE contactnotitie_fts MATCH 'onderwerp31'"
    assert seat.sql(marker) == [(0,)]


def test_rights_that_change_between_two_pieces(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The centre gives no further piece; the next round begins with what this person may hold now."""
    seat = region.laptop("herman", filled=False)

    def change(number: int) -> None:
        if number == 6:
            region.change_person("herman", rol="bemiddelaar")

    _at_each_piece(monkeypatch, change)
    with pytest.raises(EnvironmentFailure, match="momentopname_vervallen"):
        seat.sync()
    assert seat.sql("SELECT 1 FROM vulling") == []
    assert seat.sql("SELECT 1 FROM sqlite_master WHERE name GLOB 'vul_*'") == []
    seat.sync()
    region.assert_converged(seat)


def test_a_centre_without_the_call_is_read_in_pages(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older centre: the laptop reads what changed since nothing."""
    line = Line(monkeypatch)
    seat = region.laptop("herman", filled=False)
    monkeypatch.setattr(Line, "absent", True)
    seat.sync()
    assert not line.pieces
    _check(region, seat)


def test_an_upgrade_in_the_middle_begins_anew(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = region.laptop("herman", filled=False)
    line = Line(monkeypatch)
    line.cut_before(4)
    with pytest.raises(EnvironmentFailure):
        seat.sync()
    line.mend()
    seat.sql("UPDATE eigenschap SET waarde = 'ouder' WHERE naam = 'ingericht'")
    seat.reopen()
    assert seat.sql("SELECT 1 FROM sqlite_master WHERE name GLOB 'vul_*'") == []
    assert seat.sql("SELECT 1 FROM bucket_row") == []
    seat.sync()
    _check(region, seat)


def test_a_forged_place_brings_nothing_that_is_not_ones_own(region: World) -> None:
    seat = region.laptop("sevda", anew=True)
    transport = seat.transport()
    for bucket in ("dossiers", f"persoonlijk/{region.person_id('karin')}", "bestaat niet", "../geheim"):
        with pytest.raises(Weigering, match=r"momentopname_vervallen|adres_onbekend"):
            transport.snapshot(bucket, None)
    epoch = region.sql("SELECT epoch FROM regio")[0].epoch
    forged = momentopname._token(momentopname._Place(epoch, "dossiers", 0, "contactnotitie", ""))
    for resume in (forged, "geen plaats", "AAAA", "x" * 5000):
        with pytest.raises(Weigering, match=r"momentopname_vervallen|bericht_onleesbaar"):
            transport.snapshot("regio", resume)
    transport.close()


def test_a_piece_that_grows_too_large_is_refused(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small answer that unpacks to very much is never read whole."""
    seat = region.laptop("herman", filled=False)
    monkeypatch.setattr(protocol, "MAX_BODY", 2_000)
    with pytest.raises(EnvironmentFailure, match="centrum_afgebroken"):
        seat.sync()


def test_pieces_are_cut_by_bytes_too(region: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(momentopname, "CHUNK", 5)
    monkeypatch.setattr(protocol, "BYTES_PER_PIECE", 3_000)
    line = Line(monkeypatch)
    seat = region.laptop("herman", anew=True)
    assert max(line.pieces) < 20
    _check(region, seat)


def test_killed_between_enrolment_and_the_first_round(region: World) -> None:
    seat = region.laptop("herman", filled=False)
    seat.reopen()
    seat.sync()
    _check(region, seat)


def test_killed_before_the_laptop_was_prepared(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables were made and the triggers not: the next start makes them."""
    place = world.place("half")
    code = world.invite("herman")
    with killed_in(monkeypatch, compose, "prepare"):
        compose.enrol(place, world.url, code)
    compose.enrol(place, world.url, code)
    with compose.open_laptop(place) as laptop:
        laptop.sync()
        laptop.doe("werkgever.registreer", {"naam": "Bakkerij"})
        with laptop._writer.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM before_image").scalar() == 1
        assert len(laptop.werkgevers(WerkgeverFilter(tekst="bakk"), None)) == 1


def test_the_disk_is_full_during_the_fill(region: World) -> None:
    seat = region.laptop("herman", filled=False)
    pages = seat.sql("PRAGMA page_count")[0][0]
    seat.sql(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(EnvironmentFailure, match="schijf_vol"):
        seat.sync()
    assert seat.sql("PRAGMA foreign_keys") == [(1,)]
    seat.sql("PRAGMA max_page_count = 1000000")
    seat.laptop.integriteit()
    seat.sync()
    _check(region, seat)


def test_five_laptops_fill_at_once(region: World) -> None:
    seats = [
        region.laptop(person, filled=False) for person in ("herman", "karin", "fatima", "herman", "karin")
    ]
    with ThreadPoolExecutor(len(seats)) as pool:
        list(pool.map(lambda seat: seat.sync(), seats))
    for seat in seats:
        region.assert_converged(seat)
