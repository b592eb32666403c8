"""The practice region: quickly made, whole, and with something for every screen."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.clock import Clock
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.rights import buckets_of
from desktop.models.store import LAPTOP, laptop_engine, migrate
from desktop.practice import region
from desktop.practice.history import Known, people
from desktop.sync.equipment import prepare
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.support.region import KEY

SECONDS = 3.0


@contextmanager
def opened(*args: object) -> Iterator[StagedLaptop]:
    laptop = StagedLaptop(*args)  # type: ignore[arg-type]
    try:
        yield laptop
    finally:
        laptop.close()


def test_it_is_made_within_three_seconds(tmp_path: Path) -> None:
    engine = laptop_engine(tmp_path / "werkregie.db", KEY, writer=True)
    began = time.process_time()
    migrate(engine, LAPTOP)
    prepare(engine)
    clock = Clock()
    region.make(engine, clock, clock.new_id())
    took = time.process_time() - began
    engine.dispose()
    assert took < SECONDS


@pytest.mark.parametrize("who", sorted(people()))
def test_everyone_holds_what_the_rights_table_says_and_it_adds_up(who: str) -> None:
    with opened(who) as laptop:
        assert laptop.bucket_standen() == laptop.bucket_boekhouding()
        assert set(laptop.bucket_standen()) <= set(buckets_of(laptop.actor))
        assert laptop.aantal_werkgevers(WerkgeverFilter()) == 60
        laptop.integriteit()


def test_a_bemiddelaar_holds_only_the_dossiers_of_own_contacts() -> None:
    with opened("youssef") as laptop:
        assert laptop.dossier(laptop.id(BAKERY)).contactpersonen
        assert not laptop.dossier(laptop.id("Zorggroep Heidezicht")).contactpersonen


def test_every_screen_has_something() -> None:
    with opened() as laptop:
        day = laptop.vandaag()
        assert day.te_laat
        assert day.vandaag
        assert day.deze_week
        assert day.zonder_datum
        assert day.verzoeken
        assert day.overdrachten
        assert day.stil
        assert day.nieuw
        kinds = {row.soort for row in laptop.afstemming()}
        assert kinds == {"conflict", "weigering", "kennisgeving"}
        happened = {row.soort for row in laptop.tijdlijn(laptop.id(BAKERY)).regels}
        assert {"contact", "afspraak", "regie", "wijziging"} <= happened
        assert [row.naam for row in laptop.lijsten()] == ["Weer eens langs", "Horeca zonder regie"]
        assert laptop.dossier(laptop.id(BAKERY)).vastgezet
        assert laptop.dossier(laptop.id("Transportbedrijf Van Ginneken")).overdracht
        assert laptop.dossier(laptop.id("Schoonmaakbedrijf Gooistad")).waarneming
        assert {row.nummer for row in [laptop.dossier(laptop.id(BAKERY)).werkgever]} == {"W-00001"}


def test_what_is_long_ago_was_read() -> None:
    with opened() as laptop:
        assert all(row.code != "regie_toegewezen" for row in laptop.afstemming())
        assert any(row.code == "regie_toegewezen" for row in laptop.afstemming(alleen_open=False))


def test_nothing_waits_and_nothing_happened_after_now() -> None:
    with opened() as laptop:
        assert laptop.wachtrij() == ()
        with laptop._readers.connect() as connection:
            for table in ("contactmoment", "actie", "regie", "afstemming"):
                last = connection.exec_driver_sql(f"SELECT max(gewijzigd_op) FROM {table}").scalar()  # noqa: S608
                assert str(last) <= laptop.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_name_that_means_two_werkgevers_is_refused() -> None:
    with pytest.raises(LookupError, match="Bakkerij: 2 werkgevers"):
        Known({"Bakkerij Mulder": "1", "Bakkerij De Lindehof": "2"}, {}).werkgever("Bakkerij")
