"""`werkregie centraal wis` and the list that a restore does again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline.desk import Desk
from tests.commandline.test_centre import Say, centraal, libpq


def test_a_person_is_erased_listed_and_done_again(
    desk: Desk, capsys: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WERKREGIE_CENTRAAL_WISLIJST", raising=False)
    url, path = libpq(desk.world.farm.url(desk.world.database)), tmp_path / "wislijst"
    person, laptop = desk.world.person_id("herman"), desk.world.sql("SELECT id FROM laptop")[0].id
    wis = ("wis", "--database", url, "--wislijst", str(path))
    assert centraal(capsys, "wis", "--database", url, "--medewerker", person).code == 2
    centraal(capsys, *wis, "--medewerker", person).refused("herman werkt hier nog")
    centraal(capsys, *wis, "--contactpersoon", "nee").refused("Deze persoon staat niet in Werkregie")
    assert not path.exists()
    revoke = ("trek-in", "--database", url, "--wislijst", str(path))
    centraal(capsys, *revoke, "--medewerker", person)
    centraal(capsys, *revoke, "--laptop", laptop)
    said = centraal(capsys, *wis, "--medewerker", person, "--json").data()
    assert (said["medewerker_id"], said["gewist"]) == (person, True)
    listed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(one["soort"], one["id"]) for one in listed] == [
        ("medewerker_ingetrokken", person),
        ("laptop_ingetrokken", laptop),
        ("medewerker", person),
    ]
    assert "herman" not in path.read_text(encoding="utf-8")
    back = centraal(capsys, "hersteld", "--database", url, "--wislijst", str(path), "--json").data()
    assert back["wislijst"] == 0
    desk.world.sql("UPDATE laptop SET ingetrokken_op = NULL")
    again = centraal(capsys, "hersteld", "--database", url, "--wislijst", str(path))
    assert "Van de wislijst is er 1 opnieuw gedaan." in again.out
    path.write_text("kapot\n", encoding="utf-8")
    centraal(capsys, "hersteld", "--database", url, "--wislijst", str(path)).refused(
        "kan de wislijst niet lezen", 3
    )
