"""The care after a placement: planning from the schedule, doing it, and what moves or ends with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.instrument import WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import (
    LaatNazorgVervallen,
    MeldPoging,
    PlanNazorg,
    RondNazorgAf,
    StelNazorgregelVast,
    VerzetNazorg,
    VoegNazorgToe,
)
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.plaatsing import BeeindigPlaatsing, WijzigPlaatsing
from desktop.models.commands.regie import WijsRegieToe
from desktop.models.context import Actor
from desktop.models.errors import InputRefused, Weigering
from desktop.models.queries import nazorg, nazorg_schedule, timeline
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.tables import (
    Afstemming,
    Betrokkenheid,
    Contactmoment,
    Kandidaatregie,
    KandidaatWaarneming,
    Nazorgactie,
    NazorgPersoon,
    Nazorgregel,
    Signaal,
    Veldwijziging,
)
from desktop.models.work import Work
from tests.models.placed import Placed, filled, placed
from tests.support.builders import ANOUK, FATIMA, HERMAN, KARIN, NOW, SEVDA, Region, a, context, new_id
from tests.support.groundwork import lay

TODAY = NOW.date()
PERSONAL = ("resultaat", "notitie", "naam")


@pytest.fixture
def at(region: Region) -> Placed:
    return lay(region, _at)


def _at(region: Region) -> Placed:
    filled(region)
    return placed(region)


def proposal(region: Region, at: Placed) -> list[dict[str, Any]]:
    found = nazorg_schedule.voorstel(region.session, at.plaatsing_id, TODAY)
    assert found is not None
    return [
        {
            "spoor": one.spoor,
            "regel": one.regel,
            "naam": one.naam,
            "gepland_op": one.gepland_op.isoformat(),
            "berekend_op": one.gepland_op.isoformat(),
        }
        for one in found.regels
    ]


def plan(region: Region, at: Placed, who: Actor = SEVDA) -> dict[str, str]:
    """Plans what is proposed; line → id."""
    region.do(a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=proposal(region, at)), who)
    found = {row.regel: row.id for row in region.all(Nazorgactie) if row.regel}
    return found | {row.regel or "": row.nazorgactie_id for row in region.all(NazorgPersoon)}


def day(region: Region, row_id: str) -> date:
    return region.one(Nazorgactie, row_id).gepland_op


def test_the_schedule_proposes_both_tracks_on_working_days(region: Region, at: Placed) -> None:
    found = nazorg_schedule.voorstel(region.session, at.plaatsing_id, TODAY)
    assert found is not None
    assert [(one.regel, one.gepland_op.isoformat(), one.voorbij) for one in found.regels] == [
        ("werknemer_week_1", "2026-11-09", True),
        ("werkgever_week_1", "2026-11-09", True),
        ("relatie_week_2", "2026-11-16", True),
        ("werknemer_maand_1", "2026-12-02", False),
        ("werkgever_maand_1", "2026-12-02", False),
        ("werknemer_maand_3", "2027-02-02", False),
        ("werkgever_maand_3", "2027-02-02", False),
        ("relatie_maand_3", "2027-02-02", False),
        ("werknemer_maand_6", "2027-05-03", False),  # 2 May is a Sunday
        ("werkgever_maand_6", "2027-05-03", False),
        ("relatie_maand_6", "2027-05-03", False),
        ("relatie_jaar", "2028-05-03", False),
    ]
    who = {one.spoor: one.uitvoerder for one in found.regels}
    assert who == {"werknemer": SEVDA.naam, "werkgever": SEVDA.naam, "relatie": FATIMA.naam}


def test_others_see_when_and_by_whom_and_not_what_about(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    row = region.one(Nazorgactie, ids["werknemer_maand_1"])
    assert (row.uitvoerder_id, row.regel, row.naam, row.aangepast) == (SEVDA.medewerker_id, None, None, False)
    relation = region.one(Nazorgactie, ids["relatie_maand_3"])
    assert (relation.uitvoerder_id, relation.regel) == (None, "relatie_maand_3")
    assert len(region.all(NazorgPersoon)) == 8
    assert region.all(Betrokkenheid, medewerker_id=SEVDA.medewerker_id) != []
    again = a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=[proposal_line()])
    before = region.wire()
    outcome = region.do(again, SEVDA)
    assert (outcome.result, outcome.code) == ("aangepast", "nazorg_al_gepland")
    assert region.wire() == before


def proposal_line() -> dict[str, Any]:
    line = "werknemer_maand_1"
    return {"spoor": "werknemer", "regel": line, "naam": "Na een maand", "gepland_op": "2026-12-02"}


def test_only_its_bemiddelaar_plans(region: Region, at: Placed) -> None:
    with pytest.raises(Weigering) as refused:
        region.do(a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=[proposal_line()]), ANOUK)
    assert (refused.value.code, refused.value.parameters) == ("kandidaat_onbekend", {})
    add = a(VoegNazorgToe, plaatsing_id=at.plaatsing_id, spoor="werkgever", naam="x", gepland_op="2026-12-10")
    with pytest.raises(Weigering) as refused:
        region.do(add, FATIMA)
    assert refused.value.code == "nazorg_plaatsing_van_ander"
    assert region.all(Nazorgactie) == []
    own = a(VoegNazorgToe, plaatsing_id=at.plaatsing_id, spoor="relatie", naam="Bel", gepland_op="2026-12-10")
    row = region.one(Nazorgactie, region.do(own, FATIMA).id)
    assert (row.naam, row.aangepast) == ("Bel", True)


def test_a_moved_start_moves_only_what_nobody_touched(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    chosen = ids["werknemer_maand_3"]
    region.do(a(VerzetNazorg, nazorgactie_id=chosen, gepland_op="2027-02-04", reden="Vakantie"), SEVDA)
    region.do(a(MeldPoging, nazorgactie_id=ids["werkgever_maand_1"], datum=TODAY, reden="geen_gehoor"), SEVDA)
    outcome = region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-16"), SEVDA)
    assert day(region, ids["werknemer_maand_1"]) == date(2026, 12, 16)
    assert day(region, ids["relatie_maand_6"]) == date(2027, 5, 18)  # 17 May is Whit Monday
    assert day(region, ids["relatie_jaar"]) == date(2028, 5, 18)
    assert day(region, chosen) == date(2027, 2, 4)
    assert day(region, ids["werkgever_maand_1"]) == date(2026, 12, 2)
    moved, stayed = outcome.warnings
    assert (moved[0], moved[1]["aantal"]) == ("nazorg_verschoven", 10)
    assert stayed == ("nazorg_gebleven", {"aantal": 2, "dagen": "02-12-2026, 04-02-2027"})
    reasons = [row for row in region.all(Veldwijziging) if row.veld == "reden"]
    assert [(row.nieuw, row.werkgever_id, row.kandidaat_id) for row in reasons] == [
        ("Vakantie", None, at.kandidaat_id)
    ]


def test_what_the_schedule_gives_no_more_and_what_it_gives_besides_is_named(
    region: Region, at: Placed
) -> None:
    plan(region, at)
    ends = a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, contract="B", verwachte_einddatum="2027-11-01")
    outcome = region.do(ends, SEVDA)
    assert outcome.warnings == (("nazorg_erbij", {"aantal": 2, "dagen": "30-07-2027, 01-10-2027"}),)
    plan(region, at)
    lasts = a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, contract="O", wis=["verwachte_einddatum"])
    outcome = region.do(lasts, SEVDA)
    assert outcome.warnings == (("nazorg_losgeraakt", {"aantal": 2, "dagen": "30-07-2027, 01-10-2027"}),)
    assert region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, uren=20), SEVDA).warnings == ()


def test_a_line_that_came_back_counts_from_the_talk_that_was_done(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    region.do(
        a(RondNazorgAf, nazorgactie_id=ids["relatie_jaar"], uitgevoerd_op="2028-05-08", steun=4), FATIMA
    )
    [again] = [row for row in region.all(Nazorgactie, regel="relatie_jaar") if row.status == "gepland"]
    assert again.gepland_op == date(2029, 5, 8)
    region.do(a(WijzigPlaatsing, plaatsing_id=at.plaatsing_id, start="2026-11-16"), SEVDA)
    assert day(region, again.id) == date(2029, 5, 8)


def test_a_trial_has_no_talk_after_its_last_day(region: Region) -> None:
    filled(region)
    trial = placed(region, soort="proefplaatsing", verwachte_einddatum=date(2027, 1, 1))
    assert {one["regel"]: one["gepland_op"] for one in proposal(region, trial)} == {
        "werknemer_week_1": "2026-11-09",
        "werkgever_week_1": "2026-11-09",
        "relatie_week_2": "2026-11-16",
        "werknemer_maand_1": "2026-12-02",
        "werkgever_maand_1": "2026-12-02",
        "proefplaatsing_helft": "2026-12-02",
        "proefplaatsing_einde": "2026-12-18",
    }


def test_an_anchor_of_an_instrument_moves_along(region: Region, at: Placed) -> None:
    use = a(
        ZetInstrumentIn, kandidaat_id=at.kandidaat_id, plaatsing_id=at.plaatsing_id, code="proefplaatsing",
        start="2026-11-02", einde="2027-01-01",
    )  # fmt: skip
    row_id = region.do(use, SEVDA).id
    ids = plan(region, at)
    assert day(region, ids["proefplaatsing_helft"]) == date(2026, 12, 2)
    assert day(region, ids["proefplaatsing_einde"]) == date(2026, 12, 18)
    outcome = region.do(a(WerkInzetBij, inzet_id=row_id, einde="2026-12-31"), SEVDA)
    assert day(region, ids["proefplaatsing_einde"]) == date(2026, 12, 17)
    assert [code for code, _ in outcome.warnings] == ["nazorg_verschoven"]


def test_what_was_planned_closes_with_the_placement(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    done(region, ids["werknemer_week_1"])
    over = a(BeeindigPlaatsing, plaatsing_id=at.plaatsing_id, einddatum="2026-11-20", reden="andere_baan")
    region.do(over, SEVDA, uuid=(uuid := new_id()))
    states = [(row.status, row.vervallen_reden) for row in region.all(Nazorgactie)]
    assert sorted(states) == [("gedaan", None)] + [("vervallen", "plaatsing_beeindigd")] * 11
    back = a(MaakOngedaan, opdracht_uuid=uuid, naam="plaatsing.beeindig", rij_id=at.plaatsing_id)
    region.do(back, SEVDA)
    assert sorted(row.status for row in region.all(Nazorgactie)) == ["gedaan"] + ["gepland"] * 11


def done(region: Region, row_id: str, who: Actor = SEVDA, **given: Any) -> Any:
    values = {"nazorgactie_id": row_id, "uitgevoerd_op": TODAY, "resultaat": "stabiel"} | given
    return region.do(a(RondNazorgAf, **values), who)


def test_how_it_went_stays_with_the_bemiddelaar(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    row_id = ids["werkgever_maand_1"]
    done(
        region, row_id,
        resultaat="risico", notitie="Komt vaak te laat", volgende_op="2026-12-08",
        signaal={"categorie": "risico_plaatsing", "ernst": "hoog", "tekst": "Het rooster past niet."},
        contact={"kanaal": "telefoon", "tijd": "10:00"},
    )  # fmt: skip
    row = region.one(Nazorgactie, row_id)
    assert (row.status, row.uitgevoerd_op, row.uitgevoerd_door_id) == ("gedaan", TODAY, SEVDA.medewerker_id)
    assert (row.steun, row.toelichting) == (None, None)
    [person] = region.all(NazorgPersoon, nazorgactie_id=row_id)
    assert (person.resultaat, person.notitie) == ("risico", "Komt vaak te laat")
    [signaal] = region.all(Signaal)
    assert (signaal.voor_id, signaal.ernst) == (FATIMA.medewerker_id, "hoog")
    [contact] = region.all(Contactmoment)
    assert (contact.onderwerp, contact.aanleiding, contact.buiten_regie) == (
        "nazorg",
        "eigen_kandidaat",
        False,
    )
    codes = sorted(row.code or "" for row in region.all(Afstemming, medewerker_id=FATIMA.medewerker_id))
    assert codes == ["contact_eigen_kandidaat", "regie_toegewezen", "signaal_gekregen"]
    added = [one for one in region.all(Nazorgactie) if one.gepland_op == date(2026, 12, 8)]
    assert [(one.spoor, one.aangepast) for one in added] == [("werkgever", True)]


def test_what_is_said_of_the_one_has_no_place_with_the_other(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    for row_id, given, field in (
        (ids["werknemer_maand_1"], {"steun": 4}, "steun"),
        (ids["werknemer_maand_1"], {"resultaat": None}, "resultaat"),
        (ids["relatie_week_2"], {"steun": 4, "notitie": "x"}, "notitie"),
        (ids["relatie_week_2"], {"resultaat": None}, "steun"),
    ):
        who = FATIMA if row_id == ids["relatie_week_2"] else SEVDA
        with pytest.raises(InputRefused) as refused:
            done(region, row_id, who, **given)
        assert field in refused.value.fields


def test_the_relation_comes_back_every_year(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    answer = {
        "resultaat": None,
        "steun": 5,
        "toelichting": "Snel antwoord gekregen",
        "uitgevoerd_op": "2028-05-03",
    }
    done(region, ids["relatie_jaar"], FATIMA, **answer)
    planned = [row for row in region.all(Nazorgactie, regel="relatie_jaar") if row.status == "gepland"]
    assert [(row.gepland_op, row.aangepast) for row in planned] == [(date(2029, 5, 3), False)]
    assert region.one(Nazorgactie, ids["relatie_jaar"]).steun == 5


def test_a_talk_that_took_place_is_kept_though_the_candidate_passed_on(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    work = Work(region.session)
    work.begin(context(KARIN))
    [regie] = work.find(Kandidaatregie, Kandidaatregie.kandidaat_id == at.kandidaat_id)
    work.change(regie, bemiddelaar_id=ANOUK.medewerker_id)
    work.flush()
    done(region, ids["werknemer_maand_1"])
    assert region.one(Nazorgactie, ids["werknemer_maand_1"]).status == "gedaan"
    [notice] = region.all(Afstemming, medewerker_id=ANOUK.medewerker_id)
    assert (notice.code, set(notice.parameters)) == ("nazorg_door_collega", {"wie", "werkgever", "datum"})
    move = a(VerzetNazorg, nazorgactie_id=ids["werkgever_maand_1"], gepland_op="2026-12-09", reden="x")
    with pytest.raises(Weigering) as refused:
        region.do(move, SEVDA)
    assert refused.value.code == "nazorg_van_collega"


def test_who_stands_in_does_all_of_it(region: Region, at: Placed) -> None:
    work = Work(region.session)
    work.begin(context(KARIN))
    work.add(
        KandidaatWaarneming(
            id=new_id(), voor_id=SEVDA.medewerker_id, waarnemer_id=ANOUK.medewerker_id, kandidaat_id=None,
            van=TODAY, tot=date(2026, 12, 31), beeindigd=False,
        )
    )  # fmt: skip
    work.flush()
    ids = plan(region, at, ANOUK)
    assert region.one(Nazorgactie, ids["werknemer_week_1"]).uitvoerder_id == SEVDA.medewerker_id
    reasons = {row.medewerker_id: row.reden for row in region.all(Betrokkenheid)}
    assert reasons == {SEVDA.medewerker_id: "plaatsing", ANOUK.medewerker_id: "waarneming"}
    due = nazorg.te_doen(region.session, ANOUK.medewerker_id, TODAY)
    assert {row.id for row in due} == {ids["werknemer_week_1"], ids["werkgever_week_1"]}
    done(region, ids["werknemer_week_1"], ANOUK)
    assert region.one(Nazorgactie, ids["werknemer_week_1"]).uitgevoerd_door_id == ANOUK.medewerker_id


def test_two_who_did_the_same_talk_are_asked(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    row_id = ids["relatie_week_2"]
    done(region, row_id, FATIMA, resultaat=None, steun=4)
    outcome = done(region, row_id, KARIN, resultaat=None, steun=2)
    assert (outcome.result, outcome.code) == ("aangepast", "wijziging_conflict")
    assert region.one(Nazorgactie, row_id).steun == 4
    before = region.wire()
    done(region, row_id, FATIMA, resultaat=None, steun=4)
    assert region.wire() == before


def test_nobody_could_be_reached(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    row_id = ids["werknemer_week_1"]
    command = a(MeldPoging, nazorgactie_id=row_id, datum=TODAY, reden="geen_gehoor", volgende_op="2026-11-24")
    region.do(command, SEVDA)
    [person] = region.all(NazorgPersoon, nazorgactie_id=row_id)
    assert [(one["datum"], one["reden"]) for one in person.pogingen] == [("2026-11-20", "geen_gehoor")]
    assert day(region, row_id) == date(2026, 11, 24)
    region.do(a(MeldPoging, nazorgactie_id=ids["relatie_week_2"], datum=TODAY, reden="afwezig"), FATIMA)
    [contact] = region.all(Contactmoment)
    assert (contact.contact_gelukt, contact.kanaal, contact.onderwerp) == (False, "telefoon", "nazorg")


def test_what_is_not_needed_is_closed_with_the_reason(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    row_id = ids["werknemer_maand_1"]
    region.do(a(LaatNazorgVervallen, nazorgactie_id=row_id, reden="niet_nodig"), SEVDA)
    row = region.one(Nazorgactie, row_id)
    assert (row.status, row.vervallen_reden, row.verwijderd_op) == ("vervallen", "niet_nodig", None)
    with pytest.raises(Weigering) as refused:
        region.do(a(VerzetNazorg, nazorgactie_id=row_id, gepland_op="2026-12-09", reden="x"), SEVDA)
    assert refused.value.code == "nazorg_al_vervallen"
    done(region, row_id)
    assert region.one(Nazorgactie, row_id).vervallen_reden is None


def test_the_region_has_its_own_schedule(region: Region, at: Placed) -> None:
    line = {"code": "relatie_week_2", "spoor": "relatie", "naam": "Bel na een week", "eenheid": "week"}
    region.do(a(StelNazorgregelVast, verschuiving=1, **line), KARIN)
    region.do(a(StelNazorgregelVast, code="eigen", spoor="werknemer", naam="Eigen", verschuiving=2), KARIN)
    found = {one["regel"]: one["gepland_op"] for one in proposal(region, at)}
    assert (found["relatie_week_2"], found["eigen"]) == ("2026-11-09", "2027-01-04")
    region.do(a(StelNazorgregelVast, code="eigen", spoor="werknemer", naam="Eigen", actief=False), KARIN)
    assert "eigen" not in {one["regel"] for one in proposal(region, at)}
    assert len(region.all(Nazorgregel, code="eigen")) == 1
    with pytest.raises(InputRefused):
        region.do(a(StelNazorgregelVast, code="x", spoor="relatie", naam="X", na_regel="eigen"), KARIN)


def test_what_is_due_and_what_is_late(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    mine = nazorg.te_doen(region.session, SEVDA.medewerker_id, TODAY)
    assert [row.id for row in mine] == sorted(
        (ids["werknemer_week_1"], ids["werkgever_week_1"]), key=lambda one: region.one(Nazorgactie, one).spoor
    )
    assert {(row.kandidaat, row.werkgever) for row in mine} == {("Daan P", "Houtbouw Eemvallei")}
    assert [row.regel for row in nazorg.te_doen(region.session, FATIMA.medewerker_id, TODAY)] == [
        "relatie_week_2"
    ]
    assert nazorg.te_doen(region.session, ANOUK.medewerker_id, TODAY) == ()
    late = nazorg.te_laat_per_persoon(region.session, TODAY)
    assert [(row.medewerker, row.plaatsing, row.relatie) for row in late] == [
        (SEVDA.naam, 2, 0),
        (FATIMA.naam, 0, 1),
    ]
    # The relation goes along with the regie.
    region.do(a(WijsRegieToe, werkgever_id=at.werkgever_id, accountmanager_id=HERMAN.medewerker_id), KARIN)
    assert [row.regel for row in nazorg.te_doen(region.session, HERMAN.medewerker_id, TODAY)] == [
        "relatie_week_2"
    ]
    stand = nazorg.stand(region.session, at.werkgever_id, TODAY)
    assert (stand.gepland, stand.gedaan, stand.te_laat) == (12, 0, 3)


def test_the_timeline_tells_that_it_was_done_and_of_the_relation_how(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    said = {"categorie": "klacht", "tekst": "Te veel telefoontjes."}
    done(region, ids["werknemer_week_1"], notitie="Slaapt slecht", signaal=said)
    done(region, ids["relatie_week_2"], FATIMA, resultaat=None, steun=4, toelichting="Snel geholpen")
    rows = timeline.page(region.session, at.werkgever_id, frozenset(), None, 50).regels
    talks = {row.rij.spoor: row.rij for row in rows if isinstance(row.rij, NazorgRij)}
    assert set(talks) == {"werknemer", "relatie"}
    one = talks["werknemer"]
    assert (one.naam, one.notitie, one.resultaat, one.kandidaat_id, one.regel) == (None,) * 5
    assert (one.uitgevoerd_door, one.uitgevoerd_op) == (SEVDA.naam, TODAY)
    assert (talks["relatie"].steun, talks["relatie"].toelichting) == (4, "Snel geholpen")
    assert [row.rij.tekst for row in rows if isinstance(row.rij, SignaalRij)] == ["Te veel telefoontjes."]
    assert "wijziging" not in {row.soort for row in rows}


def test_the_quality_figure_needs_five_answers(region: Region, at: Placed) -> None:
    ids = plan(region, at)
    places = [ids["relatie_week_2"]]
    for _ in range(4):
        other = placed(region)
        add = a(VoegNazorgToe, plaatsing_id=other.plaatsing_id, spoor="relatie", naam="x", gepland_op=TODAY)
        places.append(region.do(add, FATIMA).id or "")
    figures = (5, 4, 4, 2)
    for row_id, steun in zip(places, figures, strict=False):
        done(region, row_id, FATIMA, resultaat=None, steun=steun)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    [few] = nazorg_schedule.kwaliteit(region.session, *year)
    assert (few.onderdrukt, few.aantal, few.gemiddelde) == (True, None, None)
    done(region, places[4], FATIMA, resultaat=None, steun=3)
    [enough] = nazorg_schedule.kwaliteit(region.session, *year)
    assert (enough.aantal, enough.gemiddelde, enough.aandeel_goed) == (5, 3.6, 0.6)
    [quarter] = nazorg_schedule.kwaliteit(region.session, *year, per="kwartaal")
    assert (quarter.groep, quarter.aantal) == ("2026-4", 5)
    employers = nazorg_schedule.kwaliteit(region.session, *year, per="werkgever")
    assert [row.onderdrukt for row in employers] == [True] * 5


def test_a_contact_by_itself_is_no_nazorg(region: Region, at: Placed) -> None:
    plan(region, at)
    region.do(a(LegContactVast, werkgever_id=at.werkgever_id), SEVDA)
    assert {row.status for row in region.all(Nazorgactie)} == {"gepland"}


def test_a_day_on_which_nobody_works_is_kept_and_said(region: Region, at: Placed) -> None:
    add = a(
        VoegNazorgToe, plaatsing_id=at.plaatsing_id, spoor="werknemer", naam="Bel", gepland_op="2026-12-25"
    )
    made = region.do(add, SEVDA)
    assert made.warnings == (("nazorg_geen_werkdag", {"dagen": "25-12-2026"}),)
    moved = a(VerzetNazorg, nazorgactie_id=made.id, gepland_op="2026-12-28", reden="Kerst")
    assert region.do(moved, SEVDA).warnings == ()
    line = proposal_line() | {"gepland_op": "2026-12-05"}
    planned = region.do(a(PlanNazorg, plaatsing_id=at.plaatsing_id, items=[line]), SEVDA)
    assert planned.warnings == (("nazorg_geen_werkdag", {"dagen": "05-12-2026"}),)


@pytest.mark.parametrize(("last", "kept"), [(TODAY, True), (date(2026, 11, 18), False)])
def test_who_stood_in_on_that_day_may_say_it_later(
    region: Region, at: Placed, last: date, kept: bool
) -> None:
    row_id = plan(region, at)["werknemer_week_1"]
    work = Work(region.session)
    work.begin(context(KARIN))
    work.add(
        KandidaatWaarneming(
            id=new_id(), voor_id=SEVDA.medewerker_id, waarnemer_id=ANOUK.medewerker_id, kandidaat_id=None,
            van=date(2026, 11, 16), tot=last, beeindigd=True,
        )
    )  # fmt: skip
    work.flush()
    said = a(RondNazorgAf, nazorgactie_id=row_id, uitgevoerd_op=TODAY, resultaat="stabiel")
    if kept:
        assert region.do(said, ANOUK).result == "toegepast"
        assert region.one(Nazorgactie, row_id).uitgevoerd_door_id == ANOUK.medewerker_id
        return
    with pytest.raises(Weigering) as refused:
        region.do(said, ANOUK)
    assert refused.value.code == "nazorg_van_collega"
