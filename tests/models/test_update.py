"""An update of the program takes along what was typed and not yet recorded."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.models import migrations, store
from desktop.models.queries.concept import concepten
from tests.models.conftest import KEY

TYPED = {
    "wanneer": "dinsdag 17 november 2026, 09:10",
    "notitie": "Twee mensen voor de inpak; ’s ochtends “bellen”.",
    "vervolg": [{"soort": "toezegging", "wat": "Profielen mailen", "wanneer": "vr", "afspraak": ""}],
    "titel": "Bezoek vastleggen",
    "werkgever_id": "w1",
}


@pytest.mark.parametrize("before", ["0001", "0002"])
def test_a_draft_of_an_older_program_is_there_after_the_update(tmp_path: Path, before: str) -> None:
    path = tmp_path / "werkregie.db"
    engine = store.laptop_engine(path, KEY, writer=True)
    with engine.begin() as connection:
        migrations.upgrade(connection, store.LAPTOP, before)
        connection.execute(
            text("INSERT INTO concept (soort, onderwerp_id, velden, bewaard_op) VALUES (:a, :b, :c, :d)"),
            {"a": "bezoek", "b": "w1", "c": json.dumps(TYPED), "d": "2026-11-17T09:12:00Z"},
        )
    assert store.migrate(engine, store.LAPTOP, path)
    with Session(engine) as session:
        (kept,) = concepten(session)
    assert (kept.soort, kept.onderwerp_id, dict(kept.velden)) == ("bezoek", "w1", TYPED)
    assert kept.bewaard_op.isoformat() == "2026-11-17T09:12:00+00:00"
    with engine.connect() as connection:
        assert store.schema_version(connection) == migrations.head()
    engine.dispose()
