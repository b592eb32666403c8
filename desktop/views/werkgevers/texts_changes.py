"""Dutch texts of changed fields: their names, their values in words, and the sentence about them."""

from __future__ import annotations

from desktop.views import texts
from desktop.views.werkgevers import texts_fields

LABELS = (
    texts.FIELD_LABELS
    | dict(texts_fields.LABELS)
    | {
        "werkzame_personen": "Medewerkers",
        "handelsnamen": "Handelsnamen",
        "kenmerken": "Kenmerken",
        "rsin": "RSIN",
        "sbi_code": "SBI-code",
        "sbi_versie": "SBI-versie",
        "erkend_sbb_leerbedrijf": "Erkend leerbedrijf",
        "ind_non_mailing": "Geen reclamepost",
        "opheffing_datum": "Opgeheven op",
        "landelijk_of_regionaal": "Landelijk of regionaal",
        "gemeente_code": "Gemeente",
        "plaats": "Plaats",
        "vestigingsnummer": "Vestigingsnummer",
        "hoofdvestiging": "Hoofdvestiging",
        "adres_afgeschermd": "Adres afgeschermd",
        "voorkeurskanaal": "Liefst via",
        "van": "Vanaf",
        "niet_benaderen": "Niet benaderen",
        "laatste_controle": "Gegevens nagekeken",
        "gevraagde_handeling": "Actie",
        "toegewezen_aan_id": "Voor wie",
        "eigenaar_id": "Houdt de afspraak bij",
        "toelichting": "Toelichting",
        "status": "Stand",
        "afgerond_op": "Afgerond",
        "tijd": "Tijd",
        "onderwerp": "Onderwerp",
        "contact_gelukt": "Bereikt",
        "samengevoegd_met": "Samengevoegd",
        "vertrouwelijk": "Vertrouwelijk",
        "contactpersoon_ids": "Gesproken met",
        "vastgezet": "Vastgezet",
        "start": "Eerste werkdag",
        "verwachte_einddatum": "Verwachte einddatum",
        "uren": "Uren per week",
        "contract": "Contract",
        "type_overeenkomst": "Soort overeenkomst",
        "formele_werkgever_id": "Formele werkgever",
        "vestiging_id": "Vestiging",
        "duurzaam_verwacht": "Duurzaam verwacht",
        "project": "Project",
        "sroi": "SROI",
        "gepland_op": "Gepland op",
        "uitgevoerd_op": "Gedaan op",
        "uitgevoerd_door_id": "Gedaan door",
        "vervallen_reden": "Waarom vervallen",
        "steun": "Voelt zich gesteund",
        "aangevraagd_op": "Aangevraagd op",
        "toegekend_op": "Toegekend op",
        "einde": "Einde",
        "verstrekker": "Wie het geeft",
        "loonwaarde_pct": "Loonwaarde in procenten",
        "forfait": "Forfait",
        "antwoord": "Antwoord",
    }
)
AGREEMENT_UNTIL = "Loopt tot"
YES, NO, UNKNOWN = "ja", "nee", "onbekend"
STATES = {
    "te_verwerken": "open",
    "verwerkt": "afgerond",
    "vervallen": "vervallen",
    "loopt": "loopt",
    "beeindigd": "beëindigd",
    "gepland": "gepland",
    "gedaan": "gedaan",
    "te_doen": "te doen",
    "aangevraagd": "aangevraagd",
    "toegekend": "toegekend",
    "afgewezen": "afgewezen",
    "beantwoord": "beantwoord",
}
SUBJECT = {
    "contactpersoon": "Contactpersoon",
    "vestiging": "Vestiging",
    "contactmoment": "Contact",
    "contactnotitie": "Notitie",
    "actie": "Actie",
    "afspraak": "Afspraak",
}
PART = {
    "vacature": "een vacature",
    "vacature_overdracht": "de overdracht van een vacature",
    "vacature_dossier": "een vacature",
    "werkgeversvraag": "een vraag",
    "kandidaat": "een kandidaat",
    "kandidaat_doelgroep": "een kandidaat",
    "kandidaatregie": "de regie op een kandidaat",
    "voordracht": "een voordracht",
    "voordracht_persoon": "een voordracht",
    "plaatsing": "een plaatsing",
    "plaatsing_persoon": "een plaatsing",
    "onderbreking": "een onderbreking",
    "mijlpaal": "een mijlpaal",
    "instrument_inzet": "een instrument",
    "instrument_taak": "een taak bij een instrument",
    "nazorgactie": "nazorg",
    "nazorg_persoon": "nazorg",
    "signaal": "een signaal",
}
"""What belongs to the werkgever, where its name is not at hand."""


def became(label: str, old: str | None, new: str | None) -> str:
    """Medewerkers: 38 werd 46"""
    if old and new:
        return f"{label}: {old} werd {new}"
    return f"{label}: {new}" if new else f"{label} leeggemaakt"


def and_more(first: str, others: int) -> str:
    return f"{first} en nog {others} {'veld' if others == 1 else 'velden'}"


def changed_by(words: str, who: str) -> str:
    return f"{words}, door {who}"


def merged_with(words: str, who: str) -> str:
    """Two people changed other fields at the same time: nobody has to choose."""
    return f"{words}; samengevoegd met een wijziging van {who}"
