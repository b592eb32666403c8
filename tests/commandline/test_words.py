"""What each word does when all is well, and what it answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.compose import Place, open_laptop
from desktop.models.commands import NEWEST
from desktop.models.rules.vum import same
from tests.commandline.desk import Desk
from tests.imports.vum_documents import ALL
from tests.support.builders import new_id
from tests.support.region import MOMENT


def test_signing_in_and_the_first_round(empty_desk: Desk) -> None:
    code = empty_desk.world.invite("fatima")

    signed = empty_desk.ok("aanmelden", empty_desk.world.url, code.lower(), "--json").data()

    assert (signed["medewerker"], signed["rol"], signed["oefen"]) == ("fatima", "accountmanager", True)
    counts = empty_desk.ok("sync", "--json").data()
    assert set(counts) == {"verzonden", "toegepast", "aangepast", "geweigerd", "ontvangen", "openstaand"}
    assert counts["ontvangen"] > 50
    assert empty_desk.key_file.stat().st_mode & 0o077 == 0


def test_a_command_its_answer_and_its_way_through_the_outbox(desk: Desk) -> None:
    made = desk.do("werkgever.registreer", naam="Houtbouw Eemvallei", kvk_nummer="12345678")
    row = desk.ok("toon", "werkgever", "--id", made["id"], "--json").data()
    waiting = desk.ok("toon", "wachtrij", "--json").rows()

    assert made["uitkomst"] == "toegepast"
    assert made["reden"] is None
    assert (row["naam"], row["kvk_nummer"], row["nummer"], row["wacht"]) == (
        "Houtbouw Eemvallei", "12345678", None, True,
    )  # fmt: skip
    assert [one["uuid"] for one in waiting] == [made["uuid"]]
    assert desk.ok("sync", "--json").data()["toegepast"] == 1
    assert desk.ok("toon", "wachtrij", "--json").out == ""
    assert desk.ok("toon", "opdracht", "--id", made["uuid"], "--json").data()["uitkomst"] == "toegepast"
    assert desk.ok("toon", "werkgever", "--json").data()["nummer"] == "W-00001"


def test_a_confirmed_command_is_asked_and_then_answered(desk: Desk) -> None:
    made = desk.do("werkgever.registreer", naam="Jachtwerf")
    asked = desk.do("regie.neem", werkgever_id=made["id"])
    again = desk.ok(
        "doe", "regie.neem", json.dumps({"werkgever_id": made["id"]}), "--uuid", asked["uuid"], "--json"
    ).data()

    assert asked["uitkomst"] == again["uitkomst"] == "aangevraagd"
    assert desk.ok("toon", "regie", "--json").out == ""
    desk.ok("sync")
    regie = desk.ok("toon", "regie", "--json").data()
    assert {"werkgever_id", "accountmanager_id", "accountmanager", "van", "tot"} <= set(regie)
    assert (regie["werkgever"], regie["accountmanager"], regie["tot"]) == ("Jachtwerf", "fatima", None)


def test_soft_warnings_come_with_the_answer(desk: Desk) -> None:
    made = desk.do("werkgever.registreer", naam="Typefout", kvk_nummer="74123456")

    assert made["uitkomst"] == "toegepast"
    assert "lijkt een tikfout" in made["waarschuwingen"][0]


def test_a_refusal_is_an_object_on_stdout_and_a_sentence_on_stderr(desk: Desk) -> None:
    said = desk.run("doe", "werkgever.registreer", '{"naam": "X", "kvk_nummer": "1234567"}', "--json")

    assert said.code == 1
    assert said.data()["uitkomst"] == "geweigerd"
    assert said.data()["reden"] == "kvk_nummer: Dit KvK-nummer heeft 7 cijfers. Het moeten er 8 zijn."
    assert said.err == said.data()["reden"] + "\n"
    plain = desk.run("doe", "werkgever.registreer", '{"naam": "X", "kvk_nummer": "1234567"}')
    plain.refused("Dit KvK-nummer heeft 7 cijfers")


def test_when_it_happened(desk: Desk) -> None:
    made = desk.do("werkgever.registreer", naam="Bakkerij")
    arguments = json.dumps({"werkgever_id": made["id"], "datum": "2026-11-17", "kanaal": "telefoon"})

    said = desk.ok("doe", "contact.leg_vast", arguments, "--tijd", "2026-11-17T10:30", "--json").data()
    row = desk.ok("toon", "opdracht", "--id", said["uuid"], "--json").data()

    assert row["tijd"] == "2026-11-17T09:30:00Z"
    desk.run("doe", "contact.leg_vast", arguments, "--tijd", "2026-12-24").refused("moet nog komen")


def test_many_commands_from_a_file(desk: Desk, tmp_path: Path) -> None:
    row_id = new_id()
    lines = [
        {"naam": "werkgever.registreer", "argumenten": {"id": row_id, "naam": "Café Ünïcode ‘t Hoekje"}},
        {"naam": "bestaat.niet", "argumenten": {}},
        {
            "naam": "contact.leg_vast",
            "argumenten": {"werkgever_id": row_id, "datum": "2026-11-20", "kanaal": "bezoek"},
        },
    ]
    file = tmp_path / "veel.jsonl"
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    file.write_text(text + '\n\ngeen json\n[]\n{"naam": "x", "uuid": "y"}\n', encoding="utf-8")

    said = desk.run("doe", "--bestand", str(file), "--json")

    assert said.code == 1
    assert [row["uitkomst"] for row in said.rows()] == [
        "toegepast", "geweigerd", "toegepast", "geweigerd", "geweigerd", "geweigerd",
    ]  # fmt: skip
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Café Ünïcode ‘t Hoekje"
    assert len(desk.ok("toon", "contactmoment", "--json").rows()) == 1


def test_json_from_stdin_in_utf8(desk: Desk) -> None:
    given = json.dumps({"naam": "Naïef & Zoön"}, ensure_ascii=False)

    said = desk.process("doe", "werkgever.registreer", "-", "--json", given=given)

    assert said.code == 0
    assert desk.ok("toon", "werkgever", "--json").data()["naam"] == "Naïef & Zoön"


def test_rows_are_found_and_limited(desk: Desk) -> None:
    ids = {
        naam: desk.do("werkgever.registreer", naam=naam)["id"] for naam in ("Alfa", "Bravo", "Café Charlie")
    }
    desk.do("contactpersoon.registreer", werkgever_id=ids["Bravo"], naam="Anouk de Vries", rol="hr")
    desk.do("actie.maak", werkgever_id=ids["Alfa"], gevraagde_handeling="Bel over café")

    def names(*words: str) -> list[str]:
        return [row["naam"] for row in desk.ok("toon", *words, "--json").rows()]

    assert names("werkgever") == ["Alfa", "Bravo", "Café Charlie"]
    assert names("werkgever", "--limiet", "2") == ["Alfa", "Bravo"]
    assert names("werkgever", "--limiet", "0") == []
    assert names("werkgever", "--zoek", "cafe char") == ["Café Charlie"]
    assert names("contactpersoon", "--werkgever", ids["Bravo"]) == ["Anouk de Vries"]
    assert names("contactpersoon", "--werkgever", ids["Alfa"]) == []
    assert names("contactpersoon", "--zoek", "VRIES") == ["Anouk de Vries"]
    assert len(desk.ok("toon", "actie", "--zoek", "cafe", "--json").rows()) == 1
    assert "Anouk de Vries" in desk.ok("toon", "contactpersoon").out
    assert len(desk.ok("toon", "medewerker", "--json").rows()) == 6
    assert {row["lijst"] for row in desk.ok("toon", "code", "--lijst", "kanaal", "--json").rows()} == {
        "kanaal"
    }


def test_the_kinds_of_the_window(desk: Desk) -> None:
    """Kept lists, the regie on its way, who stands in, and the log of rounds."""
    desk.do("werkgever.registreer", naam="Alfa")
    done = desk.do("lijst.bewaar", naam="Bouw", keuze={"segment": "actief"})
    assert desk.ok("toon", "lijst", "--json").data()["keuze"]["segment"] == "actief"
    assert desk.ok("toon", "lijst", "--id", done["id"], "--json").data()["wacht"] is True
    desk.ok("sync")
    newest = desk.ok("toon", "ronde", "--json").rows()[0]
    assert (newest["verzonden"], newest["fout"], newest["tekst"]) == (2, None, None)
    assert desk.ok("toon", "overdracht", "--json").rows() == []
    assert desk.ok("toon", "waarneming", "--werkgever", desk.ok(
        "toon", "werkgever", "--json").data()["id"], "--json").rows() == []  # fmt: skip
    desk.do("ongedaan.maak", opdracht_uuid=done["uuid"])
    assert desk.ok("toon", "lijst", "--json").rows() == []


def test_what_is_not_there_is_said(desk: Desk) -> None:
    desk.run("toon", "werkgever", "--id", new_id()).refused("Er is geen werkgever met dit kenmerk")
    desk.run("toon", "opdracht", "--id", new_id()).refused("Er is geen opdracht met dit kenmerk")
    desk.run("toon", "actie", "--werkgever", "12345678").refused("Deze werkgever staat niet in Werkregie")
    desk.run("overzicht", "--werkgever", "12345678", "--uit", "x.pdf").refused("Deze werkgever staat niet")
    desk.run("overzicht", "--accountmanager", new_id(), "--uit", "x.pdf").refused("Deze collega staat niet")


def test_every_command_with_its_schema(empty_desk: Desk) -> None:
    rows = empty_desk.ok("opdrachten", "--json").rows()

    assert {row["naam"] for row in rows} == set(NEWEST)
    visit = next(row for row in rows if row["naam"] == "contact.leg_vast")
    assert visit["schema"]["required"] == ["werkgever_id", "datum", "kanaal"]
    assert not visit["bevestigd"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_export(desk: Desk, tmp_path: Path, suffix: str) -> None:
    desk.do("werkgever.registreer", naam="=1+1 B.V.")
    target = tmp_path / f"uit.{suffix}"

    said = desk.ok("export", "werkgever", "--uit", str(target), "--json").data()

    assert (said["rijen"], said["bestand"]) == (1, str(target))
    assert target.stat().st_size > 50
    desk.run("export", "werkgever", "--uit", str(tmp_path / "uit.doc")).refused("Kies .csv, .xlsx of .json")


def test_the_overview(desk: Desk, tmp_path: Path) -> None:
    desk.do("werkgever.registreer", naam="Houtbouw", kvk_nummer="12345678")
    me = next(row["id"] for row in desk.ok("toon", "medewerker", "--json").rows() if row["naam"] == "fatima")
    for words in (["--werkgever", "1234 5678"], ["--alle", "--voor", "werkgever"], ["--accountmanager", me]):
        target = tmp_path / "o.pdf"
        said = desk.ok("overzicht", *words, "--uit", str(target), "--json").data()
        assert said["bestand"] == str(target)
        assert target.read_bytes().startswith(b"%PDF")
        target.unlink()


def test_an_import_and_taking_it_back(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;kvk;postcode\nAlfa;1234567;1217ZA\nBravo;12;\n", encoding="utf-8")

    trial = desk.ok("import", "werkgevers", str(file), "--proef", "--json").data()
    done = desk.ok("import", "werkgevers", str(file), "--json").data()

    assert trial["batch"] is None
    assert {key: done[key] for key in ("gelezen", "nieuw", "gewijzigd", "gelijk", "geweigerd")} == {
        "gelezen": 2, "nieuw": 1, "gewijzigd": 0, "gelijk": 0, "geweigerd": 1,
    }  # fmt: skip
    assert Path(done["foutbestand"]).parent == desk.folder / "import"
    assert desk.ok("toon", "werkgever", "--json").data()["kvk_nummer"] == "01234567"
    desk.ok("sync")
    undone = desk.ok("import", "ongedaan", done["batch"], "--json").data()
    assert undone["uitkomst"] == "aangevraagd"
    again = desk.ok("import", "ongedaan", done["batch"], "--json").data()
    assert (again["uuid"], again["uitkomst"]) == (undone["uuid"], "aangevraagd")
    desk.ok("sync")
    assert desk.ok("toon", "werkgever", "--json").out == ""
    assert desk.ok("import", "ongedaan", done["batch"]).out.startswith("Deze import is al teruggedraaid.")
    assert desk.ok("toon", "wachtrij", "--json").out == ""


def test_vacatures_of_vum_in_and_out_again(desk: Desk, tmp_path: Path) -> None:
    desk.do("werkgever.registreer", naam="Kwekerij Oever", kvk_nummer="12345678")
    source, target = tmp_path / "vum.json", tmp_path / "uit.json"
    source.write_text(json.dumps(ALL), encoding="utf-8")

    trial = desk.ok("import", "vacatures", str(source), "--proef", "--json").data()
    done = desk.ok("import", "vacatures", str(source), "--werkgever", "1234 5678", "--json").data()

    assert (trial["batch"], trial["nieuw"], trial["geweigerd"]) == (None, 2, 1)
    assert (done["gelezen"], done["nieuw"], done["nieuwe_werkgevers"]) == (3, 3, 0)
    desk.ok("sync")
    again = desk.ok("import", "vacatures", str(source), "--werkgever", "1234 5678", "--json").data()
    assert (again["gelijk"], again["geweigerd"]) == (3, 0)
    numbers = [row["nummer"] for row in desk.ok("toon", "vacature", "--json").rows()]
    assert sorted(numbers) == ["V-00001", "V-00002", "V-00003"]
    assert desk.ok("export", "vacature", "--vum", "--uit", str(target), "--json").data()["rijen"] == 3
    assert same(json.loads(target.read_text(encoding="utf-8")), list(ALL))
    desk.run("export", "vacature", "--vum", "--uit", str(tmp_path / "uit.csv")).refused(".json")
    desk.run("export", "werkgever", "--vum", "--uit", str(target)).refused("Alleen vacatures")
    desk.ok("import", "ongedaan", done["batch"])
    desk.ok("sync")
    assert desk.ok("toon", "vacature", "--json").out == ""


def test_a_list_of_beroepen_is_for_the_beheerder(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "beroepen.csv"
    source.write_text("code;omschrijving\n721;bankwerker\n12;kok\n", encoding="utf-8")
    desk.run("import", "beroepen", str(source)).refused("hoort niet bij jouw rol")
    assert desk.ok("import", "beroepen", str(source), "--proef", "--json").data()["gelezen"] == 2


def test_the_self_check(desk: Desk) -> None:
    desk.do("werkgever.registreer", naam="Houtbouw")
    desk.ok("sync")

    found = desk.ok("controle", "--centrum", "--json").data()

    assert found["klopt"]
    assert (found["versleuteld"], found["boekhouding"], found["centrum"], found["logboek"]) == (
        True, True, True, True,
    )  # fmt: skip
    assert found["buckets"]["regio"]["aantal"] > 50
    assert found["schijf_vrij"] > 0
    assert "Gelijk aan het werkcentrum: niet gevraagd" in desk.ok("controle").out


@pytest.mark.parametrize(
    "traces",
    ["kept", pytest.param("removed", marks=pytest.mark.expects_log("is damaged on this laptop"))],
)
def test_the_self_check_sees_what_was_tampered_with(desk: Desk, traces: str) -> None:
    desk.do("werkgever.registreer", naam="Houtbouw")
    desk.ok("sync")
    with (
        open_laptop(Place(desk.folder, desk.key_file, MOMENT)) as laptop,
        laptop._writer.begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE werkgever SET naam = 'Houtbauw'")
        if traces == "removed":
            connection.exec_driver_sql("DELETE FROM before_image")

    said = desk.run("controle", "--centrum", "--json")

    assert said.code == 3
    assert (said.data()["boekhouding"], said.data()["klopt"]) == (False, False)
    assert "kloppen niet" in said.err


def test_the_self_check_sees_a_line_of_the_log_that_was_changed(desk: Desk) -> None:
    desk.do("werkgever.registreer", naam="Houtbouw")
    with (
        open_laptop(Place(desk.folder, desk.key_file, MOMENT)) as laptop,
        laptop._writer.begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE auditregel SET resultaat = 'niets' WHERE nr = 1")

    said = desk.run("controle", "--json")

    assert said.code == 3
    assert not said.data()["logboek"]
    assert "bij regel 1" in said.err
