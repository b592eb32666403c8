"""A laptop of an older program goes on with this one: nothing refills, nothing that waits is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table

from desktop.models import capture, migrations, row_codec, search, store
from desktop.models.context import Actor
from desktop.models.queries import werkgever_list
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables.base import instant_text
from desktop.sync import facts, outbox, rebase, totals
from desktop.sync.equipment import prepare
from tests.support.builders import FATIMA, NOW, REGION_ID, known_id

KEY = "0123456789abcdef" * 4
NEW_COLUMNS = {
    "actie": ("tijd",),
    "contactnotitie": ("vastgezet",),
    "afstemming": ("opdracht_versie", "hoort_bij_id", "gevraagd_op", "later_tot"),
    "veldwijziging": ("laptop_id", "samen_met_id"),
}
NEW_TABLES = (
    *("overdracht", "waarneming", "bewaarde_lijst", "partner", "werkgeversvraag"),
    *("vacature", "vacature_dossier", "vacature_overdracht", "profiel", "werkfitoordeel"),
    *("kandidaat", "kandidaat_doelgroep", "kandidaatregie", "kandidaat_overdracht", "kandidaat_waarneming"),
    *("voordracht", "voordracht_persoon", "plaatsing", "plaatsing_persoon", "onderbreking", "mijlpaal"),
    *("instrument", "instrument_inzet", "instrument_taak"),
    *("nazorgregel", "nazorgactie", "nazorg_persoon", "signaal"),
)
W, TASK, NOTE, CONTACT, PERSON = (known_id(f"oud {name}") for name in ("w", "a", "n", "c", "p"))


@dataclass
class Old:
    """The database as the older program left it."""

    engine: Engine

    def insert(self, connection: Connection, table: str, **values: Any) -> None:
        moment = instant_text(NOW)
        row = {
            "regio_id": REGION_ID, "versie": 1, "aangemaakt_op": moment, "gewijzigd_op": moment,
            "aangemaakt_door": FATIMA.medewerker_id, "gewijzigd_door": FATIMA.medewerker_id,
        } | values  # fmt: skip
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
        connection.exec_driver_sql(statement, tuple(row.values()))
        wire = row_codec.from_sqlite(table, row)
        connection.exec_driver_sql(
            "INSERT INTO bucket_row (tabel, rij_id, bucket, hash) VALUES (?, ?, 'dossiers', ?)",
            (table, row["id"], row_codec.row_hash(table, wire)),
        )


def _fill(old: Old, connection: Connection) -> None:
    old.insert(connection, "medewerker", id=FATIMA.medewerker_id, naam=FATIMA.naam, rol=FATIMA.rol, actief=1)
    old.insert(
        connection, "werkgever", id=W, naam="Houtbouw", zoeknaam="houtbouw", handelsnamen="[]",
        kenmerken="[]", erkend_sbb_leerbedrijf=0, ind_non_mailing=0, actief=1, plaats="Weesp",
    )  # fmt: skip
    old.insert(
        connection, "contactpersoon", id=PERSON, werkgever_id=W, naam="Wim Verkerk", niet_benaderen=0,
        telefoon="0351234567",
    )  # fmt: skip
    old.insert(
        connection, "contactmoment", id=CONTACT, werkgever_id=W, medewerker_id=FATIMA.medewerker_id,
        datum="2026-11-01", kanaal="bezoek", richting="wij", buiten_regie=0,
    )  # fmt: skip
    old.insert(
        connection, "contactnotitie", id=NOTE, contactmoment_id=CONTACT, werkgever_id=W,
        notitie="Zoekt timmerlieden", vertrouwelijk=0, contactpersoon_ids="[]",
    )  # fmt: skip
    old.insert(
        connection, "actie", id=TASK, werkgever_id=W, soort="actie", gevraagde_handeling="Bel",
        toegewezen_aan_id=FATIMA.medewerker_id, status="te_verwerken",
    )  # fmt: skip
    count, combined = 0, 0
    for row in connection.exec_driver_sql("SELECT hash FROM bucket_row"):
        count, combined = count + 1, combined ^ row.hash
    connection.exec_driver_sql("INSERT INTO bucket_cursor VALUES ('dossiers', 7, ?, ?)", (count, combined))


def _equip_as_before(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Triggers and full text as they were: without the new columns and tables."""
    with monkeypatch.context() as patch:
        names = {
            table: tuple(
                name for name in row_codec.column_names(table) if name not in NEW_COLUMNS.get(table, ())
            )
            for table in row_codec.TABLES
        }
        tables: dict[str, Table] = {name: t for name, t in row_codec.TABLES.items() if name not in NEW_TABLES}
        patch.setattr(capture, "TABLES", tables)
        patch.setattr(capture, "column_names", names.__getitem__)
        capture.install(connection)
    for table, columns in (search.INDEXED | {"contactpersoon": ("naam", "functie")}).items():
        search._utilities(connection)[table].enable_fts(columns, fts_version="FTS5", create_triggers=True)
    facts.put(connection, ingericht="0001", medewerker_id=FATIMA.medewerker_id, medewerker=FATIMA.naam)
    facts.put(connection, rol=FATIMA.rol, regio_id=REGION_ID, regio="Gooi", oefen="1")
    capture.switch(connection, True)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Old]:
    engine = store.laptop_engine(tmp_path / "werkregie.db", KEY, writer=True)
    made = Old(engine)
    with engine.begin() as connection:
        migrations.upgrade(connection, store.LAPTOP, "0001")
    with engine.begin() as connection:
        _equip_as_before(connection, monkeypatch)
        capture.switch(connection, False)
        _fill(made, connection)
        capture.switch(connection, True)
        # A change that waits: its image holds the columns of then.
        connection.exec_driver_sql("UPDATE actie SET gevraagde_handeling = 'Bel terug', versie = 2")
        connection.exec_driver_sql("UPDATE contactnotitie SET notitie = 'Zoekt er twee', versie = 2")
    yield made
    engine.dispose()


def upgraded(old: Old) -> Engine:
    assert store.migrate(old.engine, store.LAPTOP)
    prepare(old.engine)
    return old.engine


def test_the_older_program_is_really_older(old: Old) -> None:
    with old.engine.connect() as connection:
        assert store.schema_version(connection) == "0001"
        images = [
            json.loads(row.beeld) for row in connection.exec_driver_sql("SELECT beeld FROM before_image")
        ]
        assert all("tijd" not in image and "vastgezet" not in image for image in images)
        assert len(images) == 2


def test_no_bucket_refills(old: Old) -> None:
    """A column that is empty changes no hash: what was here is still what the centre sent."""
    with upgraded(old).connect() as connection:
        kept = facts.bucket_totals(connection)
        assert totals.recompute(connection) == kept
        assert kept["dossiers"][0] == 6


def test_what_waited_goes_back_to_how_it_was(old: Old) -> None:
    with upgraded(old).begin() as connection:
        rebase.put_back(connection, rebase.Intake())
        rows = connection.exec_driver_sql("SELECT gevraagde_handeling, versie, tijd FROM actie").all()
        assert [tuple(row) for row in rows] == [("Bel", 1, None)]
        rows = connection.exec_driver_sql("SELECT notitie, versie, vastgezet FROM contactnotitie").all()
        assert [tuple(row) for row in rows] == [("Zoekt timmerlieden", 1, None)]
        assert connection.exec_driver_sql("SELECT count(*) FROM before_image").scalar() == 0


def test_a_new_column_is_captured_too(old: Old) -> None:
    with upgraded(old).begin() as connection:
        connection.exec_driver_sql("DELETE FROM before_image")
        connection.exec_driver_sql("UPDATE actie SET tijd = '10:00'")
        connection.exec_driver_sql("UPDATE actie SET tijd = '11:00'")
        [image] = [
            json.loads(row.beeld) for row in connection.exec_driver_sql("SELECT beeld FROM before_image")
        ]
        assert image["tijd"] is None


def test_a_new_table_is_captured_too(old: Old) -> None:
    actor = Actor(FATIMA.medewerker_id, FATIMA.naam, FATIMA.rol, REGION_ID)
    envelope = outbox.Envelope(actor, known_id("laptop"), known_id("opdracht"), NOW, NOW)
    engine = upgraded(old)
    outbox.accept(engine, "lijst.bewaar", {"naam": "Bouw", "keuze": {"segment": "actief"}}, envelope)
    with engine.connect() as connection:
        images = connection.exec_driver_sql("SELECT tabel FROM before_image WHERE beeld IS NULL").all()
        assert [row.tabel for row in images] == ["bewaarde_lijst"]


@pytest.mark.parametrize("typed", ["wim", "035 123", "twee", "houtb", "weesp"])
def test_everything_is_found_also_by_what_was_not_indexed(old: Old, typed: str) -> None:
    with store.reading(upgraded(old)) as session:
        choice = WerkgeverFilter(tekst=typed)
        assert list(werkgever_list.ids(session, choice, FATIMA.medewerker_id)) == [W]


def test_the_work_of_an_upgrade_is_done_once(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = upgraded(old)
    assert not store.migrate(engine, store.LAPTOP)
    monkeypatch.setattr(capture, "install", lambda _: pytest.fail("done again"))
    prepare(engine)
