"""Search finds the same whichever way it goes, the best first, and never what is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from sqlalchemy import Engine

from desktop.models import search
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.regie import NeemRegie
from desktop.models.commands.werkgever import RegistreerContactpersoon, RegistreerWerkgever
from desktop.models.queries import finding, narrow_order
from desktop.models.queries import werkgever_list as queries
from desktop.models.queries.werkgever_filter import Asked
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from tests.support.builders import FATIMA, Region, known_id, region_in
from tests.support.groundwork import lay

PATHS = {"looked up": 3_000, "walked": 1}


@pytest.fixture
def filled(equipped: Engine) -> Iterator[Region]:
    """Found by name, by a person, by a note, by nothing; and one that is gone."""
    with region_in(equipped) as region:
        lay(region, _filled)
        yield region


def _filled(region: Region) -> None:
    for naam in ("Bakkerij Duin", "Drukkerij Eem", "Garage Fort", "Hoveniers Gein", "Bakkerij Weg"):
        kvk = "69599084" if naam == "Garage Fort" else None
        region.do(RegistreerWerkgever(id=known_id(naam), naam=naam, kvk_nummer=kvk))
    region.do(
        RegistreerContactpersoon(
            werkgever_id=known_id("Drukkerij Eem"),
            naam="Petra van der Bakker",
            email="petra@eem.nl",
            telefoon="0351234567",
        )
    )
    region.do(
        RegistreerContactpersoon(werkgever_id=known_id("Hoveniers Gein"), naam="Wim", telefoon="+31612345678")
    )
    region.do(
        LegContactVast(
            werkgever_id=known_id("Garage Fort"),
            datum=date(2026, 11, 1),
            kanaal="bezoek",
            notitie="Gebakken bij de bakker om de hoek",
        )
    )
    region.session.flush()
    region.connection.exec_driver_sql(
        "UPDATE werkgever SET verwijderd_op = '2026-11-02T09:00:00Z' WHERE naam = 'Bakkerij Weg'"
    )


TYPED = [
    ("bakk", ["Bakkerij Duin", "Drukkerij Eem", "Garage Fort"]),
    ("bak", ["Bakkerij Duin", "Drukkerij Eem"]),
    ("bakkerij", ["Bakkerij Duin"]),
    ("bakkerij d", ["Bakkerij Duin"]),
    ("bakkerij x", ["Bakkerij Duin"]),
    ("bakker hoek", ["Garage Fort"]),
    ("fort x", ["Garage Fort"]),
    ("petra", ["Drukkerij Eem"]),
    ("PÉTRA@eem.nl", ["Drukkerij Eem"]),
    ("petra@ander.nl", []),
    ("035 - 123 45 67", ["Drukkerij Eem"]),
    ("+31 (0)35 123", ["Drukkerij Eem"]),
    ("0031351234567", ["Drukkerij Eem"]),
    ("06 1234", ["Hoveniers Gein"]),
    ("+31612345678", ["Hoveniers Gein"]),
    ("6959 9084", ["Garage Fort"]),
    ("69599", ["Garage Fort"]),
    ("g", ["Garage Fort"]),
    ("niemand", []),
    ('"* OR', []),
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("typed", "names"), TYPED)
def test_same_werkgevers_on_every_path(
    filled: Region, monkeypatch: pytest.MonkeyPatch, path: str, typed: str, names: list[str]
) -> None:
    monkeypatch.setattr(finding, "FEW", PATHS[path])
    choice = WerkgeverFilter(tekst=typed)
    assert [row.naam for row in queries.werkgevers(filled.session, choice, None, None)] == names
    assert list(queries.ids(filled.session, choice, None)) == [known_id(naam) for naam in names]
    assert queries.count(filled.session, choice, None) == len(names)
    for sortering in ("plaats", "laatste_contact", "langst_geleden"):
        other = WerkgeverFilter(tekst=typed, sortering=sortering)
        found = [row.naam for row in queries.werkgevers(filled.session, other, None, None)]
        assert sorted(found) == sorted(names)
        assert queries.count(filled.session, other, None) == len(names)
        if "Garage Fort" in found:  # the only one with a contact
            assert found[-1 if sortering == "langst_geleden" else 0] == "Garage Fort" or sortering == "plaats"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("typed", "names"), TYPED)
def test_a_filter_narrows_every_group(
    filled: Region, monkeypatch: pytest.MonkeyPatch, path: str, typed: str, names: list[str]
) -> None:
    monkeypatch.setattr(finding, "FEW", PATHS[path])
    filled.do(NeemRegie(werkgever_id=known_id("Drukkerij Eem")), FATIMA)
    choice = WerkgeverFilter(tekst=typed, zonder_regie=True)
    left = [naam for naam in names if naam != "Drukkerij Eem"]
    assert [row.naam for row in queries.werkgevers(filled.session, choice, None, None)] == left


@pytest.mark.parametrize("newest", [1, 1_000])
def test_a_keystroke_shows_the_beginning_of_the_whole_answer(
    filled: Region, monkeypatch: pytest.MonkeyPatch, newest: int
) -> None:
    """However few hits are looked at, and it never says that this is all when it is not."""
    monkeypatch.setattr(finding, "NEWEST", newest)
    monkeypatch.setattr(finding, "FURTHER", newest)
    filled.do(NeemRegie(werkgever_id=known_id("Hoveniers Gein")), FATIMA)
    chosen = product(TYPED, (False, True), ("naam", "plaats", "laatste_contact"))
    for (typed, names), zonder_regie, sortering in chosen:
        choice = WerkgeverFilter(tekst=typed, zonder_regie=zonder_regie, sortering=sortering)
        left = {known_id(naam) for naam in names if not zonder_regie or naam != "Hoveniers Gein"}
        whole = list(queries.ids(filled.session, choice, None))
        page = queries.first(filled.session, choice, None, 60)
        shown = [row.id for row in page.regels]
        assert set(whole) == left
        assert shown == (
            whole[: len(shown)] if sortering == "naam" else [one for one in whole if one in shown]
        )
        assert shown == whole or not page.geheel


def test_the_newest_hits_come_first_and_more_may_follow(
    filled: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    for naam in ("Bakkerij Duin", "Hoveniers Gein"):
        filled.do(
            LegContactVast(
                werkgever_id=known_id(naam), datum=date(2026, 11, 2), kanaal="bezoek", notitie="Gebak mee"
            )
        )
    filled.session.flush()
    monkeypatch.setattr(finding, "NEWEST", 2)
    page = queries.first(filled.session, WerkgeverFilter(tekst="gebak"), None, 60)
    assert ([row.naam for row in page.regels], page.geheel) == (["Hoveniers Gein", "Bakkerij Duin"], False)
    later = queries.werkgevers(filled.session, WerkgeverFilter(tekst="gebak"), None, None)
    assert [row.naam for row in later] == ["Hoveniers Gein", "Bakkerij Duin", "Garage Fort"]


@pytest.mark.parametrize("sortering", ["plaats", "laatste_contact", "langst_geleden"])
def test_each_order_has_an_index(filled: Region, sortering: str) -> None:
    """Without it every page would sort all werkgevers."""
    choice = WerkgeverFilter(sortering=sortering)
    query = narrow_order.ids(filled.session, Asked(choice, None)).limit(60)
    compiled = query.compile(filled.connection, compile_kwargs={"literal_binds": True})
    plan = [row.detail for row in filled.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert not any("TEMP B-TREE" in detail for detail in plan), plan


@pytest.mark.parametrize("limiet", [1, 2, 3])
def test_pages_of_what_was_found(filled: Region, limiet: int) -> None:
    choice, found, start = WerkgeverFilter(tekst="bakk"), [], 0
    while part := queries.werkgevers(filled.session, choice, None, limiet, start):
        found += [row.naam for row in part]
        start += limiet
    assert found == ["Bakkerij Duin", "Drukkerij Eem", "Garage Fort"]


def test_no_more_are_counted_than_somebody_reads(filled: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_FOUND", 1)
    choice = WerkgeverFilter(tekst="bakk")
    assert queries.count(filled.session, choice, None) == 2
    assert len(queries.ids(filled.session, choice, None, most=2)) == 2
    assert len(queries.werkgevers(filled.session, choice, None, None)) == 3


def test_what_is_deleted_moved_or_back_is_found_so(filled: Region) -> None:
    """The narrow tables follow their rows, and the werkgevers of these rows."""

    def found(typed: str) -> list[str]:
        filled.session.flush()
        choice = WerkgeverFilter(tekst=typed)
        return [row.naam for row in queries.werkgevers(filled.session, choice, None, None)]

    gone = "2026-11-02T09:00:00Z"
    steps: tuple[tuple[str, str, list[str], list[str]], ...] = (
        ("contactpersoon", "petra", ["Drukkerij Eem"], []),
        ("contactnotitie", "gebakken", ["Garage Fort"], []),
        ("werkgever", "gebakken", ["Garage Fort"], []),
    )
    for table, typed, before, after in steps:
        assert found(typed) == before
        filled.connection.exec_driver_sql(f"UPDATE {table} SET verwijderd_op = ?", (gone,))  # noqa: S608
        assert found(typed) == after
        filled.connection.exec_driver_sql(f"UPDATE {table} SET verwijderd_op = NULL")  # noqa: S608
        assert found(typed) == before
    moved = known_id("Hoveniers Gein")
    filled.connection.exec_driver_sql("UPDATE contactnotitie SET werkgever_id = ?", (moved,))
    assert found("gebakken") == ["Hoveniers Gein"]
    filled.connection.exec_driver_sql("DELETE FROM contactnotitie")
    assert found("gebakken") == []
    filled.connection.exec_driver_sql(
        "UPDATE werkgever SET zoeknaam = 'zwembad', naam = 'Zwembad' WHERE id = ?", (moved,)
    )
    assert found("zwem") == found("z") == ["Zwembad"]


def test_walking_reads_no_rows(filled: Region) -> None:
    """What makes it fast: SQLite answers from the index of names alone."""
    statement = (
        "EXPLAIN QUERY PLAN SELECT id FROM werkgever WHERE verwijderd_op IS NULL "
        "AND +werkgever.rowid IN (SELECT rowid FROM werkgever_fts WHERE werkgever_fts MATCH 'x') "
        "ORDER BY zoeknaam, id LIMIT 10"
    )
    plan = [row.detail for row in filled.connection.exec_driver_sql(statement)]
    assert any("COVERING INDEX ix_werkgever_zoeknaam" in detail for detail in plan), plan
    assert not any("TEMP B-TREE" in detail for detail in plan), plan


def test_an_index_of_an_older_program_is_made_anew(equipped: Engine) -> None:
    with equipped.connect() as connection, connection.begin() as transaction:
        older = search._utilities(connection)["contactpersoon"]
        older.disable_fts()
        older.enable_fts(("naam", "functie"), fts_version="FTS5", create_triggers=True)
        search.install(connection)
        columns = [row.name for row in connection.exec_driver_sql("PRAGMA table_info(contactpersoon_fts)")]
        assert tuple(columns) == search.INDEXED["contactpersoon"]
        transaction.rollback()
