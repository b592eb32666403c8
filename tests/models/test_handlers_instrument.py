"""The catalogue of instruments, using one for a candidate, and the administration that follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models import first_rows
from desktop.models.commands.instrument import LegInstrumentVast, RondTaakAf, WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.plaatsing import RegistreerPlaatsing, WijzigPlaatsing
from desktop.models.errors import InputRefused, Weigering
from desktop.models.queries import instrument as gids
from desktop.models.queries import inzet
from desktop.models.tables import Instrument, InstrumentInzet, InstrumentTaak, Veldwijziging
from desktop.models.work import Work
from desktop.wording import sentence
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, JOOST, KARIN, NOW, SEVDA, Region, a, context
from tests.support.groundwork import lay

TODAY = NOW.date()


@pytest.fixture
def at(region: Region) -> Placed:
    return lay(region, _at)


def _at(region: Region) -> Placed:
    filled(region)
    return placed(region)


def used(region: Region, at: Placed, code: str, **given: Any) -> str:
    command = a(
        ZetInstrumentIn,
        **{"kandidaat_id": at.kandidaat_id, "plaatsing_id": at.plaatsing_id, "code": code} | given,
    )
    row_id = region.do(command, SEVDA).id
    assert row_id is not None
    return row_id


def told(region: Region, at: Placed, code: str, **given: Any) -> list[str]:
    """The codes of what a limit says."""
    command = a(
        ZetInstrumentIn,
        **{"kandidaat_id": at.kandidaat_id, "plaatsing_id": at.plaatsing_id, "code": code} | given,
    )
    outcome = region.do(command, SEVDA)
    for said, words in outcome.warnings:
        assert "…" not in sentence(said, words).replace("… ", "")
    return [said for said, _ in outcome.warnings]


def test_what_is_shipped_is_brought_in_once(region: Region) -> None:
    filled(region)
    before = region.wire()
    filled(region)
    assert region.wire() == before
    codes = {row.code for row in region.all(Instrument)}
    assert {"proefplaatsing", "loonkostensubsidie", "lkv_oudere_werknemer", "lage_inkomensvoordeel"} <= codes


def test_a_new_version_ends_the_one_before(region: Region, at: Placed) -> None:
    command = a(
        LegInstrumentVast,
        code="proefplaatsing",
        naam="Proefplaatsing",
        soort="proefplaatsing",
        geldig_van="2027-01-01",
        bron="uwv.nl",
        inhoud={"voor_wie": "Iedereen met een uitkering."},
        grenzen=[{"code": "duur_gewoon", "waarde": 3, "eenheid": "maand", "zin": "Hooguit 3.", "bron": "x"}],
    )
    row_id = region.do(command, JOOST).id
    [old, new] = sorted(region.all(Instrument, code="proefplaatsing"), key=lambda row: row.id == row_id)
    assert (old.geldig_tot, new.geldig_van) == (date(2027, 1, 1), date(2027, 1, 1))
    assert new.grenzen["duur_gewoon"]["waarde"] == 3
    before = region.wire()
    with pytest.raises(Weigering) as refused:
        region.do(command, JOOST)
    assert refused.value.code == "instrument_versie_bestaat"
    filled(region)
    assert region.wire() == before, "what the region made is never covered by what is shipped"
    page = gids.pagina(region.session, "proefplaatsing", date(2027, 2, 1))
    assert page is not None
    assert page.id == row_id
    assert [one.id for one in page.versies] == [old.id]


def test_a_limit_that_nothing_compares_is_refused(region: Region) -> None:
    grens = {"code": "duur", "waarde": 3, "zin": "Hooguit 3.", "bron": "x"}
    with pytest.raises(InputRefused):
        region.do(
            a(
                LegInstrumentVast,
                code="x", naam="X", soort="advies", geldig_van="2027-01-01", bron="x", inhoud={},
                grenzen=[grens],
            ),
            JOOST,
        )  # fmt: skip


def test_it_is_used_and_the_administration_follows(region: Region, at: Placed) -> None:
    row_id = used(region, at, "proefplaatsing", start="2026-12-01", einde="2027-01-31")
    row = region.one(InstrumentInzet, row_id)
    assert (row.status, row.aangevraagd_op, row.uitvoerder_id) == ("aangevraagd", TODAY, SEVDA.medewerker_id)
    deadlines = {row.taak: row.deadline for row in region.all(InstrumentTaak, inzet_id=row_id)}
    assert deadlines == {
        "verklaring": date(2026, 11, 17),
        "verzekering": date(2026, 11, 24),
        "verlenging": date(2027, 1, 15),  # two weeks before a Sunday is a Sunday: the working day before it
        "contract": date(2027, 1, 15),
    }
    region.do(a(WerkInzetBij, inzet_id=row_id, status="toegekend", einde="2027-01-29"), SEVDA)
    row = region.one(InstrumentInzet, row_id)
    assert (row.status, row.toegekend_op) == ("toegekend", TODAY)
    assert {row.deadline for row in region.all(InstrumentTaak, taak="contract")} == {date(2027, 1, 15)}
    assert {line.kandidaat_id for line in region.all(Veldwijziging, tabel="instrument_inzet")} == {
        at.kandidaat_id
    }
    assert {line.werkgever_id for line in region.all(Veldwijziging, tabel="instrument_inzet")} == {None}


def test_a_task_is_done_once(region: Region, at: Placed) -> None:
    used(region, at, "no_riskpolis", start="2026-12-01")
    [task] = region.all(InstrumentTaak)
    region.do(a(RondTaakAf, taak_id=task.id), SEVDA)
    assert region.one(InstrumentTaak, task.id).status == "gedaan"
    assert region.one(InstrumentTaak, task.id).afgerond_op == TODAY
    before = region.wire()
    region.do(a(RondTaakAf, taak_id=task.id), SEVDA)
    assert region.wire() == before


def test_what_was_refused_needs_no_administration(region: Region, at: Placed) -> None:
    row_id = used(region, at, "no_riskpolis", start="2026-12-01")
    region.do(a(WerkInzetBij, inzet_id=row_id, status="afgewezen"), SEVDA)
    assert [row.status for row in region.all(InstrumentTaak)] == ["vervallen"]


@pytest.mark.parametrize(
    ("code", "given", "expected"),
    [
        ("proefplaatsing", {"start": "2026-12-01", "einde": "2027-01-31"}, []),
        ("proefplaatsing", {"start": "2026-12-01", "einde": "2027-02-01"}, ["instrument_duurt_langer"]),
        ("proefplaatsing", {"start": "2026-12-01", "einde": "2027-06-01"}, ["instrument_duurt_te_lang"]),
        ("loonkostensubsidie", {"loonwaarde_pct": 30}, []),
        ("loonkostensubsidie", {"loonwaarde_pct": 29}, ["instrument_subsidie_begrensd"]),
        (
            "loonkostensubsidie",
            {"forfait": True, "start": "2026-12-01", "einde": "2027-06-30"},
            ["instrument_forfait_lang"],
        ),
        ("lkv_arbeidsgehandicapte", {"aangevraagd_op": "2027-02-01", "start": "2026-11-02"}, []),
        (
            "lkv_arbeidsgehandicapte",
            {"aangevraagd_op": "2027-02-02", "start": "2026-11-02"},
            ["instrument_aanvraag_laat"],
        ),
        ("loondispensatie", {"start": "2026-12-01", "einde": "2027-02-28"}, ["instrument_duurt_kort"]),
    ],
)
def test_a_limit_warns_and_never_refuses(
    region: Region, at: Placed, code: str, given: dict[str, Any], expected: list[str]
) -> None:
    assert told(region, at, code, **given) == expected


def test_of_two_of_a_kind_the_highest_counts(region: Region, at: Placed) -> None:
    used(region, at, "lkv_banenafspraak", start="2026-12-01")
    assert told(region, at, "lkv_herplaatsen", start="2026-12-01") == ["instrument_stapelt"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "lage_inkomensvoordeel"}, "instrument_afgelopen"),
        ({"code": "lkv_banenafspraak", "start": "2025-12-31"}, "instrument_nog_niet"),
        ({"code": "bestaat_niet"}, "instrument_onbekend"),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_the_reason(
    region: Region, at: Placed, given: dict[str, Any], code: str
) -> None:
    with pytest.raises(Weigering) as refused:
        region.do(a(ZetInstrumentIn, kandidaat_id=at.kandidaat_id, **given), SEVDA)
    assert refused.value.code == code
    assert region.all(InstrumentInzet) == []


def test_a_colleague_finds_no_candidate_and_no_instrument(region: Region, at: Placed) -> None:
    row_id = used(region, at, "no_riskpolis", start="2026-12-01")
    [task] = region.all(InstrumentTaak)
    for command in (
        a(ZetInstrumentIn, kandidaat_id=at.kandidaat_id, code="no_riskpolis"),
        a(WerkInzetBij, inzet_id=row_id, status="loopt"),
        a(RondTaakAf, taak_id=task.id),
    ):
        with pytest.raises(Weigering) as refused:
            region.do(command, ANOUK)
        assert refused.value.code == "kandidaat_onbekend"


def test_the_guide_is_found_by_any_word(region: Region, at: Placed) -> None:
    found = gids.gids(region.session, "doelgroepverklaring machtiging", TODAY)
    assert {one.code for one in found} == {"lkv_arbeidsgehandicapte", "lkv_herplaatsen"}
    assert all("doelgroepverklaring" in (one.fragment or "") for one in found)
    assert next(one.code for one in gids.gids(region.session, "PROEF", TODAY)) == "proefplaatsing"
    old = [one.code for one in gids.gids(region.session, "", TODAY) if not one.te_kiezen]
    assert old == ["lkv_oudere_werknemer", "lage_inkomensvoordeel"]
    assert not [one for one in gids.gids(region.session, "", TODAY, ook_oud=False) if not one.te_kiezen]


def test_what_ends_and_what_is_to_be_done_is_the_bemiddelaars_day(region: Region, at: Placed) -> None:
    used(region, at, "proefplaatsing", start="2026-11-02", einde="2026-12-10")
    [ending] = inzet.aflopend(region.session, SEVDA.medewerker_id, TODAY)
    assert (ending.kandidaat, ending.instrument, ending.werkgever) == (
        "Daan P", "Proefplaatsing", "Houtbouw Eemvallei",
    )  # fmt: skip
    due = inzet.taken_te_doen(region.session, SEVDA.medewerker_id, TODAY)
    assert {row.taak for row in due} == {"verklaring", "verzekering", "contract", "verlenging"}
    assert [row.deadline for row in due] == sorted(row.deadline for row in due if row.deadline)
    assert inzet.aflopend(region.session, ANOUK.medewerker_id, TODAY) == ()
    assert inzet.taken_te_doen(region.session, ANOUK.medewerker_id, TODAY) == ()


def test_a_newer_shipped_version_follows_the_older(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(region)
    newer = next(values for values in first_rows.first_instruments() if values["code"] == "ips")
    newer = {**newer, "geldig_van": date(2027, 1, 1)}
    monkeypatch.setattr(first_rows, "first_instruments", lambda: iter([newer]))
    work = Work(region.session)
    work.begin(context(KARIN))
    assert first_rows.instruments(work) == 1
    work.flush()
    days = {(row.geldig_van, row.geldig_tot) for row in region.all(Instrument, code="ips")}
    assert days == {(None, date(2027, 1, 1)), (date(2027, 1, 1), None)}


def test_the_same_instrument_twice_in_the_same_days_is_said(region: Region, at: Placed) -> None:
    first = {"start": "2026-11-02", "einde": "2026-12-31", "loonwaarde_pct": 50}
    assert told(region, at, "loonkostensubsidie", **first) == []
    after = {"start": "2027-01-01", "einde": "2027-03-31", "loonwaarde_pct": 60}
    assert told(region, at, "loonkostensubsidie", **after) == []
    assert told(region, at, "loonkostensubsidie", **first, toelichting="Nog een") == ["instrument_loopt_al"]


@pytest.mark.parametrize(
    ("end", "codes"),
    [
        (date(2027, 1, 1), []),
        (date(2027, 1, 2), ["instrument_duurt_langer"]),
        (date(2027, 5, 2), ["instrument_duurt_te_lang"]),
    ],
)
def test_a_placement_that_is_a_trial_is_judged_by_the_guide(
    region: Region, at: Placed, end: date, codes: list[str]
) -> None:
    command = a(
        RegistreerPlaatsing, kandidaat_id=at.kandidaat_id, werkgever_id=at.werkgever_id,
        soort="proefplaatsing", start="2026-11-02", verwachte_einddatum=end,
    )  # fmt: skip
    made = region.do(command, SEVDA)
    assert [code for code, _ in made.warnings] == codes
    later = a(WijzigPlaatsing, plaatsing_id=made.id, verwachte_einddatum="2027-06-01")
    assert [code for code, _ in region.do(later, SEVDA).warnings] == ["instrument_duurt_te_lang"]


def test_one_that_begins_after_the_last_day_of_work_is_said(region: Region) -> None:
    filled(region)
    ended = placed(
        region, start=date(2026, 5, 4), status="beeindigd", feitelijke_einddatum=date(2026, 11, 10)
    )
    assert told(region, ended, "jobcoaching_uwv", start="2026-11-11") == ["instrument_na_plaatsing"]
    assert told(region, ended, "loonkostensubsidie", start="2026-11-10", loonwaarde_pct=50) == []
