"""What commands about candidates, placements and what follows from those can be about now: see `fitting`."""

# ruff: noqa: S608 - every statement here is made of our own words

from __future__ import annotations

from collections.abc import Mapping

from tests.sync.simulation.fitting_words import offer, running, stand_in

_OWN = "SELECT kandidaat_id FROM own"
_TALK = "SELECT id AS nazorgactie_id FROM talk"
_KINDS = "(SELECT 'baan' AS soort UNION SELECT 'leerbaan' UNION SELECT 'proefplaatsing')"
_OPEN_VACANCY = "verwijderd_op IS NULL AND status IN ('nieuw', 'overgedragen', 'voordracht_loopt')"
_REASON = "(SELECT min(code) FROM codewaarde WHERE lijst = 'voordracht_reden')"

ABOUT_CANDIDATES: Mapping[str, str] = {
    "instrument.leg_vast": "SELECT NULL AS grenzen, NULL AS geldig_tot",
    "instrument.rond_taak_af": (
        "SELECT t.id AS taak_id FROM instrument_taak t JOIN own ON own.kandidaat_id = t.kandidaat_id "
        "WHERE t.status = 'te_doen' AND t.verwijderd_op IS NULL"
    ),
    "instrument.werk_bij": (
        "SELECT i.id AS inzet_id, NULL AS start, NULL AS einde FROM instrument_inzet i JOIN own "
        "ON own.kandidaat_id = i.kandidaat_id WHERE i.verwijderd_op IS NULL"
    ),
    "instrument.zet_in": (
        "SELECT own.kandidaat_id, p.id AS plaatsing_id, c.code, NULL AS instrument_id, NULL AS start FROM "
        "own "
        "LEFT JOIN placement p ON p.kandidaat_id = own.kandidaat_id JOIN (SELECT 'jobcoaching_uwv' AS code "
        "UNION "
        "SELECT 'loonkostensubsidie' UNION SELECT 'proefplaatsing') c"
    ),
    **dict.fromkeys(
        (
            *("kandidaat.wijzig", "kandidaat.stel_doelgroep_vast", "kandidaat.geef_toestemming"),
            "kandidaat.trek_toestemming_in",
        ),
        _OWN,
    ),
    "kandidaat.sluit_af": (
        f"{_OWN} WHERE status <> 'afgesloten' AND NOT EXISTS (SELECT 1 FROM voordracht_persoon p JOIN "
        "voordracht v "
        "ON v.id = p.voordracht_id WHERE p.kandidaat_id = own.kandidaat_id AND v.verwijderd_op IS NULL "
        "AND v.status IN ('voorgesteld', 'gesprek', 'proefplaatsing'))"
    ),
    "kandidaat.heropen": f"{_OWN} WHERE status = 'afgesloten'",
    "kandidaat.draag_over": (
        "SELECT own.kandidaat_id, c.id AS naar_id FROM own, colleague c WHERE c.rol = 'bemiddelaar' AND "
        "NOT EXISTS "
        "(SELECT 1 FROM kandidaat_overdracht o WHERE o.kandidaat_id = own.kandidaat_id AND o.status = "
        "'voorgesteld')"
    ),
    "kandidaat.aanvaard_overdracht": offer("naar_id = :me", table="kandidaat_overdracht"),
    "kandidaat.weiger_overdracht": offer("naar_id = :me", table="kandidaat_overdracht"),
    "kandidaat.trek_overdracht_in": offer("van_id = :me", table="kandidaat_overdracht"),
    "kandidaat.wijs_toe": (
        "SELECT r.kandidaat_id, m.id AS naar_id FROM kandidaatregie r JOIN medewerker m ON m.id <> "
        "r.bemiddelaar_id "
        "WHERE m.rol = 'bemiddelaar' AND m.actief AND r.verwijderd_op IS NULL"
    ),
    "kandidaat.stel_waarneming_in": stand_in("kandidaat_waarneming", "bemiddelaar"),
    "kandidaat.beeindig_waarneming": running("kandidaat_waarneming"),
    "mijlpaal.bevestig": (
        "SELECT m.plaatsing_id, m.maanden, 'gerealiseerd' AS uitkomst, 'werkgever' AS bevestigd_door FROM "
        "mijlpaal m "
        "JOIN plaatsing p ON p.id = m.plaatsing_id JOIN employer e ON e.id = p.werkgever_id WHERE m.datum "
        "<= :today "
        "AND p.status = 'loopt' AND p.verwijderd_op IS NULL AND NOT EXISTS (SELECT 1 FROM onderbreking o "
        "WHERE "
        "o.plaatsing_id = p.id AND o.tot IS NULL) AND (p.id IN (SELECT id FROM placement) OR e.holder = :me)"
    ),
    "nazorg.plan": "SELECT id AS plaatsing_id FROM placement WHERE status = 'loopt'",
    "nazorg.voeg_toe": (
        "SELECT id AS plaatsing_id, 'werknemer' AS spoor FROM placement WHERE status = 'loopt' UNION "
        "SELECT p.id, "
        "'relatie' FROM plaatsing p JOIN employer e ON e.id = p.werkgever_id WHERE p.status = 'loopt' "
        "AND p.verwijderd_op IS NULL AND (e.holder = :me OR EXISTS (SELECT 1 FROM lead))"
    ),
    **dict.fromkeys(("nazorg.verzet", "nazorg.meld_poging", "nazorg.vervalt"), _TALK),
    "nazorg.rond_af": (
        "SELECT id AS nazorgactie_id, CASE WHEN spoor = 'relatie' THEN 4 END AS steun, NULL AS toelichting, "
        "CASE WHEN spoor <> 'relatie' THEN 'stabiel' END AS resultaat, "
        "CASE WHEN spoor <> 'relatie' THEN 'het gaat goed' END AS notitie FROM talk"
    ),
    "nazorgregel.stel_vast": "SELECT 'start' AS anker, NULL AS na_regel",
    "plaatsing.registreer": (
        "SELECT v.kandidaat_id, r.id AS voordracht_id, NULL AS vacature_id, NULL AS werkgever_id, 'baan' "
        "AS soort FROM "
        "voordracht_persoon v JOIN own ON own.kandidaat_id = v.kandidaat_id JOIN voordracht r ON r.id = "
        "v.voordracht_id "
        "WHERE r.status IN ('voorgesteld', 'gesprek', 'proefplaatsing') AND r.verwijderd_op IS NULL AND "
        "NOT EXISTS "
        "(SELECT 1 FROM placement p WHERE p.kandidaat_id = v.kandidaat_id AND p.werkgever_id = "
        "r.werkgever_id "
        "AND p.soort = 'baan' AND p.status = 'loopt') UNION SELECT own.kandidaat_id, NULL, NULL, e.id, "
        "k.soort "
        f"FROM own, employer e, {_KINDS} k WHERE NOT EXISTS (SELECT 1 FROM placement p WHERE "
        "p.kandidaat_id = "
        "own.kandidaat_id AND p.werkgever_id = e.id AND p.soort = k.soort AND p.status = 'loopt')"
    ),
    "plaatsing.wijzig": "SELECT id AS plaatsing_id FROM placement WHERE status = 'loopt'",
    "plaatsing.beeindig": (
        "SELECT id AS plaatsing_id, :today AS einddatum FROM placement WHERE status = 'loopt' AND start <= "
        ":today"
    ),
    "plaatsing.vervalt": (
        "SELECT id AS plaatsing_id FROM placement WHERE status = 'loopt' AND NOT EXISTS (SELECT 1 FROM "
        "mijlpaal m "
        "WHERE m.plaatsing_id = placement.id AND m.uitkomst = 'gerealiseerd')"
    ),
    "plaatsing.meld_onderbreking": (
        "SELECT id AS plaatsing_id, max(start, date(:today, '-3 days')) AS van, NULL AS tot FROM placement "
        "WHERE status = 'loopt' AND start <= :today AND NOT EXISTS (SELECT 1 FROM onderbreking o WHERE "
        "o.plaatsing_id = placement.id AND o.tot IS NULL AND o.verwijderd_op IS NULL)"
    ),
    "plaatsing.beeindig_onderbreking": (
        "SELECT o.id AS onderbreking_id, max(o.van, :today) AS tot FROM onderbreking o JOIN placement p "
        "ON p.id = o.plaatsing_id WHERE o.tot IS NULL AND o.verwijderd_op IS NULL"
    ),
    "voordracht.doe": (
        "SELECT own.kandidaat_id, v.id AS vacature_id, NULL AS werkgever_id, :today AS datum, :today AS "
        "toestemming "
        f"FROM own, (SELECT * FROM vacature WHERE {_OPEN_VACANCY}) v WHERE own.status <> 'afgesloten' AND "
        "NOT EXISTS "
        "(SELECT 1 FROM voordracht_persoon p JOIN voordracht d ON d.id = p.voordracht_id WHERE "
        "p.kandidaat_id = "
        "own.kandidaat_id AND d.vacature_id = v.id AND d.status IN ('voorgesteld', 'gesprek', "
        "'proefplaatsing')) "
        "UNION SELECT own.kandidaat_id, NULL, e.id, :today, :today FROM own, employer e WHERE own.status <> "
        "'afgesloten' AND NOT EXISTS (SELECT 1 FROM voordracht_persoon p JOIN voordracht d ON d.id = "
        "p.voordracht_id "
        "WHERE p.kandidaat_id = own.kandidaat_id AND d.vacature_id IS NULL AND d.werkgever_id = e.id)"
    ),
    "voordracht.werk_bij": (
        "SELECT v.id AS voordracht_id, n.nieuw AS status, NULL AS gesprek_op, "
        f"CASE WHEN n.nieuw LIKE 'afgewezen%' THEN {_REASON} END AS reden "
        "FROM voordracht v JOIN voordracht_persoon p ON p.voordracht_id = v.id JOIN own ON "
        "own.kandidaat_id = "
        "p.kandidaat_id JOIN (SELECT 'voorgesteld' AS nu, 'gesprek' AS nieuw UNION SELECT 'gesprek', "
        "'afgewezen_werkgever' UNION SELECT 'gesprek', 'proefplaatsing' UNION SELECT 'proefplaatsing', "
        "'geplaatst') n "
        "ON n.nu = v.status WHERE v.verwijderd_op IS NULL"
    ),
    "werkfit.beoordeel": (
        "SELECT kandidaat_id, NULL AS profiel_id FROM own UNION SELECT NULL, id FROM profiel "
        "WHERE :rol = 'accountmanager' AND verwijderd_op IS NULL"
    ),
}  # fmt: skip
