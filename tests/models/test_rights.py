"""Who may do what, and which row goes to whose laptop: for every command and every synced table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import rights
from desktop.models.errors import Weigering
from desktop.models.row_codec import TABLES
from desktop.models.tables.medewerker import ROLES
from tests.support.builders import ANOUK, FATIMA, HERMAN, JOOST, KARIN, NOW, PEOPLE, SEVDA, actor

A, B, T, H = "accountmanager", "bemiddelaar", "teamleider", "beheerder"
WHO_MAY = {
    "werkgever.registreer": {A, B, T, H},
    "werkgever.wijzig": {A, B, T, H},
    "werkgever.voeg_samen": {A, T, H},
    "werkgever.importeer": {A, T, H},
    "ongedaan.maak": {A, B, T, H},
    "vestiging.registreer": {A, B, T, H},
    "vestiging.wijzig": {A, B, T, H},
    "contactpersoon.registreer": {A, B, T},
    "contactpersoon.wijzig": {A, B, T},
    "regie.neem": {A},
    "regie.wijs_toe": {T},
    "benadering.meld": {A, B, T},
    "regie.stel_overdracht_voor": {A, T},
    "regie.aanvaard_overdracht": {A, T},
    "regie.weiger_overdracht": {A, T},
    "regie.trek_overdracht_in": {A, T},
    "regie.meld_kennismaking": {A, T},
    "regie.rond_overdracht_af": {A, T},
    "regie.stel_waarneming_in": {A, T},
    "regie.beeindig_waarneming": {A, T, rights.CENTRE},
    "contact.leg_vast": {A, B, T, H},
    "contact.wijzig": {A, B, T, H},
    "contact.zet_vast": {A, B, T},
    "actie.maak": {A, B, T},
    "actie.rond_af": {A, B, T},
    "actie.verzet": {A, B, T},
    "contactverzoek.doe": {A, B, T},
    "contactverzoek.beantwoord": {A, B, T},
    "afspraak.maak": {A, B, T},
    "afspraak.beeindig": {A, B, T},
    "afstemming.kies": {A, B, T, H},
    "afstemming.meld_wachtend": {rights.CENTRE},
    "quarantaine.geef_vrij": {B, T, H},
    "lijst.bewaar": {A, B, T, H},
    "lijst.verwijder": {A, B, T, H},
    "instrument.leg_vast": {H},
    "instrument.zet_in": {B},
    "instrument.werk_bij": {B},
    "instrument.rond_taak_af": {B},
    "nazorgregel.stel_vast": {T, H},
    "nazorg.plan": {B},
    "nazorg.voeg_toe": {A, B, T},
    "nazorg.verzet": {A, B, T},
    "nazorg.meld_poging": {A, B, T},
    "nazorg.rond_af": {A, B, T},
    "nazorg.vervalt": {A, B, T},
    "signaal.meld": {A, B, T},
    "signaal.beantwoord": {A, B, T},
    "partner.registreer": {A, B, T, H},
    "partner.wijzig": {A, B, T, H},
    "werkgeversvraag.registreer": {A, B, T},
    "werkgeversvraag.wijzig": {A, B, T},
    "werkgeversvraag.beantwoord": {A, B, T},
    "werkgeversvraag.verwijs_door": {A, B, T},
    "vacature.registreer": {A, B, T},
    "vacature.wijzig": {A, B, T},
    "vacature.draag_over": {A, T},
    "vacature.neem_terug": {A, B, T},
    "vacature.trek_in": {A, B, T},
    "vacature.verloop": {rights.CENTRE},
    "vacature.importeer": {A, T, H},
    "beroepenlijst.importeer": {H},
    "voordracht.doe": {B},
    "voordracht.werk_bij": {B},
    "plaatsing.registreer": {B},
    "plaatsing.wijzig": {B},
    "plaatsing.beeindig": {B},
    "plaatsing.vervalt": {B},
    "plaatsing.meld_onderbreking": {B},
    "plaatsing.beeindig_onderbreking": {B},
    "mijlpaal.bevestig": {A, B},
    "kandidaat.registreer": {B},
    "kandidaat.wijzig": {B},
    "kandidaat.sluit_af": {B},
    "kandidaat.heropen": {B},
    "kandidaat.stel_doelgroep_vast": {B},
    "kandidaat.geef_toestemming": {B},
    "kandidaat.trek_toestemming_in": {B},
    "kandidaat.draag_over": {B},
    "kandidaat.aanvaard_overdracht": {B},
    "kandidaat.weiger_overdracht": {B},
    "kandidaat.trek_overdracht_in": {B, T},
    "kandidaat.wijs_toe": {T},
    "kandidaat.stel_waarneming_in": {B, T},
    "kandidaat.beeindig_waarneming": {B, T, rights.CENTRE},
    "werkfit.beoordeel": {A, B},
    "werkfit.wijzig_lijst": {T, H},
}
REGIONAL = (
    "medewerker",
    "codewaarde",
    "werkgever",
    "vestiging",
    "regie",
    "waarneming",
    "reservering",
    "betrokkenheid",
    "contactmoment",
    "afspraak",
    "partner",
    "instrument",
    "nazorgregel",
    "vacature",
    "vacature_overdracht",
    "plaatsing",
    "onderbreking",
    "mijlpaal",
)
DOSSIER = {
    *("contactpersoon", "contactnotitie", "actie", "overdracht", "werkgeversvraag", "vacature_dossier"),
    *("voordracht", "nazorgactie", "signaal", "veldwijziging"),
}
WITHOUT_CONTENT = {"kandidaatregie", "kandidaat_overdracht", "kandidaat_waarneming"}
PERSONAL = {
    *("kandidaat", "voordracht_persoon", "plaatsing_persoon", "instrument_inzet", "instrument_taak"),
    *("nazorg_persoon", "veldwijziging"),
}
WERKGEVER = "werkgever-1"
KANDIDAAT = "kandidaat-1"


@dataclass(frozen=True)
class Facts:
    """Sevda has something with the werkgever, Fatima holds the regie, Karin leads the team.

    Anouk holds the regie on the candidate. Nobody is away.
    """

    involved: frozenset[str] = frozenset({SEVDA.medewerker_id})
    holder: str | None = FATIMA.medewerker_id
    leaders: frozenset[str] = frozenset({KARIN.medewerker_id})
    standing_in: frozenset[str] = frozenset()
    bemiddelt: str | None = ANOUK.medewerker_id
    standing_in_there: frozenset[str] = frozenset()

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        assert werkgever_id == WERKGEVER
        return self.involved

    def regiehouder(self, werkgever_id: str) -> str | None:
        assert werkgever_id == WERKGEVER
        return self.holder

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        assert werkgever_id == WERKGEVER
        return self.standing_in

    def teamleiders(self) -> frozenset[str]:
        return self.leaders

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        assert kandidaat_id == KANDIDAAT
        return self.bemiddelt

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        assert kandidaat_id == KANDIDAAT
        return self.standing_in_there


def readers(table: str, facts: Facts | None = None, **row: Any) -> set[str]:
    """First names of those whose laptop may hold this row."""
    given = {
        "id": KANDIDAAT,
        "werkgever_id": WERKGEVER,
        "kandidaat_id": None if table in DOSSIER else KANDIDAAT,
        "aangemaakt_door": HERMAN.medewerker_id,
        "verwijderd_op": None,
        **dict.fromkeys(("melder_id", "voor_id", "van_id"), HERMAN.medewerker_id),
        **dict.fromkeys(("waarnemer_id", "naar_id"), SEVDA.medewerker_id),
        **row,
    }
    buckets = rights.buckets_of_row(table, given, facts or Facts())
    return {who.naam.split()[0] for who in PEOPLE if buckets & set(rights.buckets_of(who))}


@pytest.mark.parametrize("rol", ROLES)
@pytest.mark.parametrize("naam", sorted(WHO_MAY))
def test_who_may_do_what(naam: str, rol: str) -> None:
    if rol in WHO_MAY[naam]:
        rights.require_may_do(actor("Iemand", rol), naam)
        return
    with pytest.raises(Weigering) as refused:
        rights.require_may_do(actor("Iemand", rol), naam)
    assert (refused.value.code, refused.value.parameters) == ("mag_niet", {"rol": rol})


def test_what_ends_by_itself_is_ended_by_the_centre_and_nothing_else_is() -> None:
    allowed = [naam for naam, roles in rights.MAY_DO.items() if rights.CENTRE in roles]
    assert sorted(allowed) == [
        "afstemming.meld_wachtend",
        "kandidaat.beeindig_waarneming",
        "regie.beeindig_waarneming",
        "vacature.verloop",
    ]
    assert rights.CENTRE not in ROLES


def test_the_table_above_names_every_command() -> None:
    assert set(WHO_MAY) == set(rights.MAY_DO)


@pytest.mark.parametrize(("naam", "rol"), [("werkgever.verwijder", A), ("regie.neem", "directeur"), ("", "")])
def test_what_is_not_in_the_table_nobody_may(naam: str, rol: str) -> None:
    with pytest.raises(Weigering):
        rights.require_may_do(actor("Iemand", rol), naam)


def test_every_synced_table_has_buckets() -> None:
    assert set(rights.BUCKETS_OF_ROW) == set(TABLES)


@pytest.mark.parametrize("table", REGIONAL)
def test_the_directory_is_for_everyone(table: str) -> None:
    assert readers(table) == {"Fatima", "Herman", "Sevda", "Anouk", "Karin", "Joost"}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("contactpersoon", {}),
        ("overdracht", {}),
        ("contactnotitie", {"vertrouwelijk": False}),
        ("veldwijziging", {"tabel": "contactpersoon"}),
        ("veldwijziging", {"tabel": "contactmoment"}),
        ("veldwijziging", {"tabel": "afspraak"}),
        ("veldwijziging", {"tabel": "actie"}),
        ("veldwijziging", {"tabel": "voordracht"}),
        ("werkgeversvraag", {}),
        ("vacature_dossier", {}),
        ("voordracht", {}),
        ("nazorgactie", {}),
    ],
)
def test_a_dossier_is_for_accountmanagers_teamleiders_and_who_is_involved(
    table: str, row: dict[str, Any]
) -> None:
    assert readers(table, **row) == {"Fatima", "Herman", "Karin", "Sevda"}
    assert readers(table, Facts(involved=frozenset()), **row) == {"Fatima", "Herman", "Karin"}


@pytest.mark.parametrize(
    "table", ["werkgever", "vestiging", "vacature", "plaatsing", "mijlpaal", "instrument"]
)
def test_the_history_of_the_directory_is_for_everyone(table: str) -> None:
    assert len(readers("veldwijziging", tabel=table)) == len(PEOPLE)


@pytest.mark.parametrize(
    ("author", "facts", "expected"),
    [
        (HERMAN, Facts(), {"Herman", "Fatima", "Karin"}),
        (SEVDA, Facts(), {"Sevda", "Fatima", "Karin"}),
        (SEVDA, Facts(holder=None), {"Sevda", "Karin"}),
        (ANOUK, Facts(holder=None, leaders=frozenset()), {"Anouk"}),
        (JOOST, Facts(), {"Fatima", "Karin"}),
        (SEVDA, Facts(standing_in=frozenset({HERMAN.medewerker_id})), {"Sevda", "Fatima", "Herman", "Karin"}),
        (SEVDA, Facts(holder=None, standing_in=frozenset({HERMAN.medewerker_id})), {"Sevda", "Karin"}),
    ],
    ids=lambda value: getattr(value, "naam", None),
)
def test_a_confidential_note_is_for_author_regiehouder_waarnemer_and_teamleider(
    author: Any, facts: Facts, expected: set[str]
) -> None:
    row = {"vertrouwelijk": True, "aangemaakt_door": author.medewerker_id}
    assert readers("contactnotitie", facts, **row) == expected


@pytest.mark.parametrize(
    ("giver", "doer"), [(HERMAN, ANOUK), (ANOUK, HERMAN), (SEVDA, SEVDA), (JOOST, ANOUK)]
)
def test_an_actie_is_also_for_who_gave_it_and_who_does_it(giver: Any, doer: Any) -> None:
    row = {"toegewezen_aan_id": doer.medewerker_id, "aangemaakt_door": giver.medewerker_id}
    expected = {"Fatima", "Herman", "Karin", "Sevda", giver.naam.split()[0], doer.naam.split()[0]}
    assert readers("actie", **row) == expected


@pytest.mark.parametrize("table", sorted(PERSONAL))
def test_what_is_personal_of_a_candidate_is_for_its_bemiddelaar_and_who_stands_in(table: str) -> None:
    row: dict[str, Any] = {"kandidaat_id": KANDIDAAT, "tabel": "kandidaat"}
    assert readers(table, **row) == {"Anouk"}
    away = Facts(standing_in_there=frozenset({SEVDA.medewerker_id}))
    assert readers(table, away, **row) == {"Anouk", "Sevda"}
    assert readers(table, Facts(bemiddelt=None), **row) == set()


@pytest.mark.parametrize("table", ["kandidaat_doelgroep", "veldwijziging"])
def test_the_doelgroep_is_for_the_bemiddelaar_alone(table: str) -> None:
    row: dict[str, Any] = {"kandidaat_id": KANDIDAAT, "tabel": "kandidaat_doelgroep"}
    assert readers(table, Facts(standing_in_there=frozenset({SEVDA.medewerker_id})), **row) == {"Anouk"}


def test_a_teamleider_reads_with_whom_a_number_is_and_a_receiver_that_it_is_offered() -> None:
    assert readers("kandidaatregie") == {"Anouk", "Karin"}
    assert readers("kandidaat_overdracht", van_id=ANOUK.medewerker_id) == {"Anouk", "Sevda", "Karin"}
    one: dict[str, Any] = {"voor_id": ANOUK.medewerker_id, "waarnemer_id": SEVDA.medewerker_id}
    assert readers("kandidaat_waarneming", **one) == {"Anouk", "Sevda", "Karin"}
    assert len(readers("kandidaat_waarneming", **one, kandidaat_id=None)) == len(PEOPLE)


@pytest.mark.parametrize("table", ["profiel", "werkfitoordeel"])
def test_a_profile_is_for_everyone_until_the_consent_is_taken_back(table: str) -> None:
    assert len(readers(table)) == len(PEOPLE)
    assert readers(table, verwijderd_op=NOW) == set()


def test_a_signal_is_also_for_who_gave_it_and_whom_it_is_for() -> None:
    row: dict[str, Any] = {"melder_id": ANOUK.medewerker_id, "voor_id": None}
    assert readers("signaal", **row) == {"Fatima", "Herman", "Karin", "Sevda", "Anouk"}


@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.naam)
def test_an_inbox_is_for_its_owner_alone(who: Any) -> None:
    assert readers("afstemming", medewerker_id=who.medewerker_id) == {who.naam.split()[0]}


def test_nobody_holds_a_bucket_of_another_person() -> None:
    for who in PEOPLE:
        named = [bucket.split("/")[1] for bucket in rights.buckets_of(who) if "/" in bucket]
        assert set(named) == {who.medewerker_id}


@given(st.text(max_size=15))
def test_an_unknown_role_holds_nothing(rol: str) -> None:
    if rol in ROLES:
        return
    assert rights.buckets_of(actor("Iemand", rol)) == ()


HOLDS = {
    "regio": {A, B, T, H},
    "profielen": {A, B, T, H},
    "dossiers": {A, T},
    "dossier/": {B},
    "kandidaten/": {B},
    "doelgroep/": {B},
    "vertrouwelijk/": {A, B, T},
    "persoonlijk/": {A, B, T, H},
}
"""Architecture §5, typed over by hand: whose laptop."""
IN_BUCKET = {
    "regio": {*REGIONAL, "kandidaat_waarneming", "veldwijziging"},
    "profielen": {"profiel", "werkfitoordeel"},
    "dossiers": DOSSIER,
    "dossier/": DOSSIER,
    "kandidaten/": PERSONAL | WITHOUT_CONTENT,
    "doelgroep/": {"kandidaat_doelgroep", "veldwijziging"},
    "vertrouwelijk/": {"contactnotitie", "veldwijziging"},
    "persoonlijk/": {"afstemming", "bewaarde_lijst", "actie", "signaal", *WITHOUT_CONTENT},
}
"""Architecture §5 and ADR 0015, typed over by hand: which tables."""


@pytest.mark.parametrize("rol", ROLES)
@pytest.mark.parametrize("bucket", HOLDS)
def test_whose_laptop_holds_which_bucket(bucket: str, rol: str) -> None:
    who = actor("Iemand", rol)
    name = f"{bucket}{who.medewerker_id}" if bucket.endswith("/") else bucket
    assert (name in rights.buckets_of(who)) == (rol in HOLDS[bucket])


def test_the_table_of_buckets_is_that_of_the_architecture() -> None:
    named = {bucket.name + "/" * bucket.own: set(bucket.tables) for bucket in rights.BUCKETS}
    assert named == IN_BUCKET
    for who in PEOPLE:
        assert len(rights.buckets_of(who)) == sum(who.rol in roles for roles in HOLDS.values())


@pytest.mark.parametrize("table", sorted(TABLES))
@pytest.mark.parametrize("vertrouwelijk", [False, True])
@pytest.mark.parametrize("tabel", ["werkgever", "contactpersoon", "contactnotitie", "kandidaat_doelgroep"])
def test_no_row_is_in_a_bucket_that_does_not_name_its_table(
    table: str, vertrouwelijk: bool, tabel: str
) -> None:
    row = {
        "werkgever_id": WERKGEVER,
        "aangemaakt_door": HERMAN.medewerker_id,
        "toegewezen_aan_id": ANOUK.medewerker_id,
        "medewerker_id": ANOUK.medewerker_id,
        "vertrouwelijk": vertrouwelijk,
        "tabel": tabel,
        "id": KANDIDAAT,
        "kandidaat_id": KANDIDAAT if tabel == "kandidaat_doelgroep" or table in PERSONAL else None,
        "verwijderd_op": None,
        **dict.fromkeys(("melder_id", "voor_id", "waarnemer_id", "van_id", "naar_id"), SEVDA.medewerker_id),
    }
    if table in {"kandidaat_doelgroep", "kandidaatregie", "kandidaat_overdracht"}:
        row["kandidaat_id"] = KANDIDAAT
    for bucket in rights.buckets_of_row(table, row, Facts()):
        name, slash, _ = bucket.partition("/")
        assert table in IN_BUCKET[name + slash]


def test_no_foreign_key_leads_to_a_narrower_bucket() -> None:
    """Whoever holds a row holds what it refers to: so what is referred to must be in everybody's bucket."""
    for table in TABLES.values():
        for key in table.foreign_keys:
            assert key.column.table.name in REGIONAL, f"{table.name} → {key.column.table.name}"


def test_what_is_personal_is_in_no_table_for_everyone() -> None:
    personal = {"notitie", "email", "telefoon", "functie", "contactpersoon_ids", "toelichting", "van_mij"}
    for name in REGIONAL:
        if name in ("medewerker", "partner"):  # the smoelenboek of colleagues, and whom to call elsewhere
            continue
        assert not personal & set(TABLES[name].columns.keys()), name


def test_the_tables_that_follow_the_regie_are_those_with_a_dossier() -> None:
    moved = {
        table
        for table in TABLES
        if table not in (*REGIONAL, "afstemming", "bewaarde_lijst")
        and readers(table, vertrouwelijk=False, tabel="contactpersoon", toegewezen_aan_id="x")
        != readers(
            table,
            Facts(involved=frozenset()),
            vertrouwelijk=False,
            tabel="contactpersoon",
            toegewezen_aan_id="x",
        )
    }
    assert moved == set(rights.DOSSIER_TABLES)
