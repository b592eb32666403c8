"""What commands about employers, colleagues and one's own inbox can be about now: see `fitting`."""

# ruff: noqa: S608 - every statement here is made of our own words

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.commands.ongedaan import UNDOABLE
from desktop.models.commands.quarantaine import CODE as QUARANTINED
from tests.sync.simulation.fitting_words import offer, running, stand_in

_EMPLOYER = "SELECT id AS werkgever_id FROM employer"
_MINE = (
    "(eigenaar_id = :me OR EXISTS (SELECT 1 FROM lead) OR id IN (SELECT vacature_id FROM vacature_overdracht"
    " WHERE bemiddelaar_id = :me AND teruggegeven_op IS NULL))"
)
_OPEN_VACANCY = "verwijderd_op IS NULL AND status IN ('nieuw', 'overgedragen', 'voordracht_loopt')"
_NAMES = ", ".join(f"'{naam}'" for naam in UNDOABLE)

ABOUT_EMPLOYERS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *("actie.maak", "afspraak.maak", "contact.leg_vast", "contactpersoon.registreer", "signaal.meld"),
            *("werkgeversvraag.registreer", "vestiging.registreer"),
        ),
        _EMPLOYER,
    ),
    "actie.rond_af": "SELECT id AS actie_id FROM actie WHERE status = 'te_verwerken' AND verwijderd_op IS "
    "NULL",
    "actie.verzet": "SELECT id AS actie_id FROM actie WHERE status = 'te_verwerken' AND verwijderd_op IS "
    "NULL",
    "afspraak.beeindig": (
        "SELECT id AS afspraak_id, max(van, :today) AS tot FROM afspraak "
        "WHERE status = 'loopt' AND verwijderd_op IS NULL"
    ),
    "afstemming.kies": (
        "SELECT a.id AS afstemming_id, k.keuze, NULL AS tot FROM afstemming a JOIN (SELECT 'kennisgeving' "
        "AS soort, "
        "'gelezen' AS keuze UNION SELECT 'weigering', 'gelezen' UNION SELECT 'weigering', 'later' UNION "
        "SELECT "
        "'conflict', 'mijne' UNION SELECT 'conflict', 'ander' UNION SELECT 'conflict', 'later') k "
        "ON k.soort = a.soort WHERE a.medewerker_id = :me AND a.status = 'open' AND a.verwijderd_op IS NULL "
        f"AND a.code <> '{QUARANTINED}' ORDER BY a.soort = 'kennisgeving', a.id, k.keuze"
    ),
    "benadering.meld": (
        "SELECT id AS werkgever_id FROM employer WHERE coalesce(holder, :me) = :me AND NOT EXISTS (SELECT 1 "
        "FROM reservering s WHERE s.werkgever_id = employer.id AND s.tot >= :today AND s.medewerker_id <> "
        ":me)"
    ),
    "contact.wijzig": (
        "SELECT id AS contactmoment_id FROM contactmoment WHERE medewerker_id = :me AND verwijderd_op IS NULL"
    ),
    "contact.zet_vast": (
        "SELECT c.id AS contactmoment_id FROM contactmoment c JOIN contactnotitie n ON n.contactmoment_id "
        "= c.id "
        "WHERE c.verwijderd_op IS NULL AND n.verwijderd_op IS NULL"
    ),
    "contactpersoon.wijzig": (
        "SELECT id AS contactpersoon_id FROM contactpersoon WHERE gewist_op IS NULL AND verwijderd_op IS NULL"
    ),
    "contactverzoek.doe": (
        "SELECT e.id AS werkgever_id, c.id AS aan_id FROM employer e, colleague c WHERE c.id <> e.holder "
        "UNION SELECT id, NULL FROM employer WHERE holder <> :me"
    ),
    "contactverzoek.beantwoord": (
        "SELECT id AS contactverzoek_id FROM actie WHERE soort = 'contactverzoek' AND status = "
        "'te_verwerken' "
        "AND toegewezen_aan_id = :me AND verwijderd_op IS NULL"
    ),
    "lijst.bewaar": "SELECT 'lijst ' || count(*) AS naam FROM bewaarde_lijst",
    "lijst.verwijder": (
        "SELECT id AS lijst_id FROM bewaarde_lijst WHERE medewerker_id = :me AND verwijderd_op IS NULL"
    ),
    "ongedaan.maak": (
        "SELECT o.uuid AS opdracht_uuid, NULL AS batch, NULL AS naam FROM opdracht o WHERE "
        f"o.naam IN ({_NAMES}) AND coalesce(o.uitkomst, '') <> 'geweigerd' AND NOT EXISTS (SELECT 1 FROM "
        "opdracht u "
        "WHERE u.naam = 'ongedaan.maak' AND json_extract(u.argumenten, '$.opdracht_uuid') = o.uuid) ORDER "
        "BY o.n DESC"
    ),
    "partner.registreer": "SELECT 'Partner ' || count(*) AS naam FROM partner",
    "partner.wijzig": "SELECT id AS partner_id FROM partner WHERE verwijderd_op IS NULL",
    "quarantaine.geef_vrij": (
        "SELECT id AS afstemming_id FROM afstemming WHERE medewerker_id = :me AND status = 'open' "
        f"AND code = '{QUARANTINED}' AND verwijderd_op IS NULL"
    ),
    "regie.neem": "SELECT id AS werkgever_id FROM employer WHERE holder IS NULL",
    "regie.wijs_toe": (
        "SELECT e.id AS werkgever_id, m.id AS accountmanager_id FROM employer e JOIN medewerker m "
        "ON m.rol = 'accountmanager' AND m.actief AND m.id IS NOT e.holder"
    ),
    "regie.stel_overdracht_voor": (
        "SELECT e.id AS werkgever_id, m.id AS naar_id FROM employer e JOIN medewerker m ON m.rol = "
        "'accountmanager' "
        "AND m.actief AND m.id <> e.holder WHERE (e.holder = :me OR EXISTS (SELECT 1 FROM lead)) AND NOT "
        "EXISTS "
        "(SELECT 1 FROM overdracht o WHERE o.werkgever_id = e.id AND o.status = 'voorgesteld')"
    ),
    "regie.aanvaard_overdracht": offer("(naar_id = :me OR EXISTS (SELECT 1 FROM lead))"),
    "regie.weiger_overdracht": offer("naar_id = :me"),
    "regie.trek_overdracht_in": offer("aangemaakt_door = :me"),
    "regie.meld_kennismaking": offer("naar_id = :me", "IN ('aanvaard', 'kennisgemaakt')"),
    "regie.rond_overdracht_af": offer("naar_id = :me", "= 'kennisgemaakt'"),
    "regie.stel_waarneming_in": stand_in("waarneming", "accountmanager"),
    "regie.beeindig_waarneming": running("waarneming"),
    "signaal.beantwoord": (
        "SELECT s.id AS signaal_id FROM signaal s LEFT JOIN employer e ON e.id = s.werkgever_id WHERE "
        "s.status = 'open' "
        "AND s.verwijderd_op IS NULL AND (s.voor_id = :me OR e.holder = :me OR EXISTS (SELECT 1 FROM lead))"
    ),
    "vacature.registreer": "SELECT id AS werkgever_id, NULL AS formele_werkgever_id FROM employer",
    "vacature.wijzig": (
        "SELECT id AS vacature_id, NULL AS formele_werkgever_id FROM vacature "
        f"WHERE verwijderd_op IS NULL AND {_MINE}"
    ),
    "vacature.trek_in": f"SELECT id AS vacature_id FROM vacature WHERE {_OPEN_VACANCY} AND {_MINE}",
    "vacature.draag_over": (
        "SELECT v.id AS vacature_id, m.id AS bemiddelaar_ids FROM vacature v JOIN employer e ON e.id = "
        "v.werkgever_id "
        "JOIN medewerker m ON m.rol = 'bemiddelaar' AND m.actief WHERE v.verwijderd_op IS NULL AND "
        "v.status IN "
        "('nieuw', 'overgedragen', 'voordracht_loopt') AND (:me IN (v.eigenaar_id, e.holder) "
        "OR EXISTS (SELECT 1 FROM lead))"
    ),
    "vacature.neem_terug": (
        "SELECT o.vacature_id, o.bemiddelaar_id FROM vacature_overdracht o JOIN vacature v ON v.id = "
        "o.vacature_id "
        "JOIN employer e ON e.id = v.werkgever_id WHERE o.teruggegeven_op IS NULL AND o.verwijderd_op IS "
        "NULL AND "
        "v.verwijderd_op IS NULL AND :me IN (o.bemiddelaar_id, v.eigenaar_id, e.holder)"
    ),
    "vestiging.wijzig": (
        "SELECT id AS vestiging_id, CASE WHEN hoofdvestiging THEN NULL ELSE 1 END AS hoofdvestiging FROM "
        "vestiging "
        "WHERE verwijderd_op IS NULL"
    ),
    "werkgever.registreer": (
        "SELECT k.nummer AS kvk_nummer FROM (SELECT NULL AS nummer UNION SELECT '69599084' UNION SELECT "
        "'68750110' "
        "UNION SELECT '68727720') k WHERE NOT EXISTS (SELECT 1 FROM werkgever w WHERE w.kvk_nummer = "
        "k.nummer)"
    ),
    "werkgever.wijzig": "SELECT id AS werkgever_id, NULL AS kvk_nummer FROM employer",
    "werkgever.voeg_samen": (
        "SELECT a.id AS werkgever_id, b.id AS dubbel_id, coalesce(a.holder, b.holder) AS regie_bij_id FROM "
        "employer a "
        "JOIN employer b ON b.id <> a.id JOIN werkgever wa ON wa.id = a.id JOIN werkgever wb ON wb.id = b.id "
        "WHERE coalesce(wa.kvk_nummer = wb.kvk_nummer, 1)"
    ),
    **dict.fromkeys(
        ("werkgeversvraag.wijzig", "werkgeversvraag.beantwoord"),
        "SELECT id AS werkgeversvraag_id FROM werkgeversvraag WHERE status = 'open' AND verwijderd_op IS "
        "NULL",
    ),
    "werkgeversvraag.verwijs_door": (
        "SELECT v.id AS werkgeversvraag_id, p.id AS partner_id, 'Mia Jansen' AS partner_contact FROM "
        "werkgeversvraag v, "
        "partner p WHERE v.status = 'open' AND p.actief AND v.verwijderd_op IS NULL AND p.verwijderd_op IS "
        "NULL"
    ),
}  # fmt: skip
