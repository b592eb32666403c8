"""Vacatures in the exchange format, made for the tests: nothing in them is of a real employer."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]

FULL: Document = {
    "idVacature": "wr-0001",
    "nummerVacature": "4711",
    "naamVacature": "Medewerker kas",
    "omschrijvingVacature": " Planten verzorgen.\nDe kas is in Huizen.",
    "sluitingsdatumVacature": "2027-02-01",
    "beroep": {"codeBeroepsnaam": "https://voorbeeld.test/beroep/721"},
    "codeWerkEnDenkniveauMinimaal": "2",
    "werktijden": {
        "aantalWerkurenPerWeekMinimaal": 16,
        "aantalWerkurenPerWeekMaximaal": 24,
        "indicatieKantoortijden": 2,
    },
    "flexibiliteit": {
        "indicatieOnregelmatigWerkOfPloegendienst": 1,
        "datumEindeBeschikbaarVoorWerk": "2027-09-01",
    },
    "contractvorm": [
        {"codeTypeOvereenkomst": "02", "codeTypeArbeidscontract": "B"},
        {"codeTypeOvereenkomst": "01", "codeTypeArbeidscontract": "O"},
    ],
    "arbeidsVoorwaarden": {"datumAanvangWerkzaamheden": "2027-03-01", "salarisIndicatie": "14 euro per uur"},
    "rijbewijs": [{"codeSoortRijbewijs": "B"}, {"codeSoortRijbewijs": "AM"}],
    "vervoermiddel": [{"codeVervoermiddel": 3, "indicatieBeschikbaarVoorWoonWerkverkeer": 1}],
    "taalbeheersing": [
        {"codeTaal": "eng", "codeNiveauTaalbeheersingMondeling": 1},
        {"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 2, "codeNiveauTaalbeheersingLezen": 2},
    ],
    "opleiding": [{"codeNiveauOpleiding": 2, "indicatieDiploma": 2}],
    "sollicitatiewijze": [{"codeSollicitatiewijze": "2"}],
    "sector": {"codeSbi": 1130},
    "adres": {"postcode": "1272AB", "straatnaam": "Kaslaan", "huisnummer": 4, "huisnummertoevoeging": "a"},
    "werkgever": {
        "handelsnaamOrganisatie": "Kwekerij Oever",
        "sector": [{"codeSbi": 1130}],
        "contactpersoon": [
            {"naamContactpersoonAfdeling": "Personeel", "telefoonnummer": ["035 1234567"], "emailadres": []}
        ],
    },
}
BARE: Document = {"idVacature": "wr-0002"}
ODD: Document = {
    "idVacature": "wr-0003",
    "omschrijvingVacature": (
        "Pakketten sorteren in de nacht, ook voor wie nog geen ervaring heeft met dit werk. Kom langs"
    ),
    "contractvorm": [],
    "rijbewijs": [{"codeSoortRijbewijs": "B"}, {"codeSoortRijbewijs": "B"}],
    "taalbeheersing": [{"codeTaal": "fra"}],
    "adres": {"postcode": "0999ss", "huisnummer": 0},
    "werkgever": {
        "handelsnaamOrganisatie": "Kwekerij Oever",
        "webadres": [{"codeWebadres": 3, "url": "https://oever.test"}],
    },
}
ALL = (FULL, BARE, ODD)
