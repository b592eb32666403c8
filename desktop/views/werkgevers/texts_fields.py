"""Dutch names of the fields of vacatures, candidates, placements, instruments and nazorg, for what was typed.

What a person reads of a refusal, a conflict or a change. `LISTS` says in which code list a value is named.
"""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    # contact, actie and what a person keeps for himself
    "aanleiding": "Aanleiding",
    "richting": "Wie begon",
    "reden_buiten_regie": "Waarom buiten de regie om",
    "resultaat": "Uitkomst",
    "soort": "Soort",
    "akkoord": "Akkoord",
    "vraag": "Vraag",
    "vast": "Vastgezet",
    "keuze": "Keuze",
    "besluit": "Keuze",
    "bestand": "Bestand",
    "wis": "Leeggemaakt",
    "dagen_zonder_contact": "Dagen zonder contact",
    "met_open_acties": "Met open acties",
    "mijn_regie": "Mijn regie",
    "waargenomen": "Waarneming",
    "zonder_regie": "Zonder regie",
    "sortering": "Volgorde",
    "tekst": "Tekst",
    # partner and werkgeversvraag
    "contactnaam": "Naam van de contactpersoon",
    "dienst": "Dienst",
    "strategie": "Strategie",
    "ontvangen_op": "Gesteld op",
    "partner_contact": "Met wie bij de partner",
    # vacature
    "aantal_plaatsen": "Aantal plaatsen",
    "aanvang": "Begint op",
    "arbeidsvoorwaarden": "Arbeidsvoorwaarden",
    "beroep": "Beroep",
    "beroep_code": "Code van het beroep",
    "beroepsklasse": "Beroepsklasse",
    "kantoortijden": "Alleen op kantoortijden",
    "matchingroute": "Matchingroute",
    "niveau": "Niveau",
    "omschrijving": "Omschrijving",
    "onregelmatig": "Onregelmatig",
    "rijbewijs": "Rijbewijs",
    "salaris": "Salaris",
    "sluitingsdatum": "Sluit op",
    "taal_mondeling": "Nederlands spreken",
    "taal_schriftelijk": "Nederlands schrijven",
    "uren_max": "Uren, hoogstens",
    "uren_min": "Uren, minstens",
    "vervoer": "Vervoer",
    "vum_nummer": "Nummer in VUM",
    # kandidaat
    "aanpassing_werkomgeving": "Aanpassing van de werkplek",
    "antwoorden": "Antwoorden",
    "schaal": "Schaal",
    "vragen": "Vragen",
    "label": "Woorden",
    "begeleiding": "Begeleiding",
    "beroepen": "Beroepen",
    "beschikbaar_vanaf": "Kan beginnen op",
    "bron_id": "Nummer in het andere systeem",
    "bronsysteem": "Uit welk systeem",
    "doelgroepen": "Doelgroep",
    "initiaal": "Eerste letter achternaam",
    "ldr_registratie": "In het doelgroepregister",
    "organisatie": "Organisatie",
    "pc4": "Postcode (cijfers)",
    "reisafstand_km": "Reisafstand in kilometers",
    "roepnaam": "Roepnaam",
    "soorten_werk": "Soorten werk",
    "toestemming_delen": "Toestemming om te delen",
    "uitkeringsgroep": "Uitkering",
    "waarde": "Oordeel",
    "werkfit": "Werkfit",
    "werkvariatie": "Afwisseling in het werk",
    # voordracht and plaatsing
    "geen_naam": "Het is geen naam",
    "afsluitreden": "Reden",
    "bevestigd_door": "Bevestigd door",
    "einddatum": "Laatste werkdag",
    "gesprek_op": "Gesprek op",
    "gesprek_tijd": "Tijd van het gesprek",
    "maanden": "Na hoeveel maanden",
    "terugkoppeling": "Terugkoppeling",
    "toestemming": "Toestemming op",
    "uitkomst": "Uitkomst",
    # instrument
    "anker": "Telt vanaf",
    "bron": "Bron",
    "code": "Code",
    "eenheid": "Eenheid",
    "geldig_tot": "Geldig tot en met",
    "geldig_van": "Geldig vanaf",
    "geldig_wanneer": "Wanneer het geldt",
    "grenzen": "Grenzen",
    "groep": "Groep",
    "levert_op": "Wat het oplevert",
    "nagaan": "Nog na te gaan",
    "selecteerbaar": "Te kiezen",
    "taken": "Taken",
    "verschuiving": "Hoeveel later",
    "volgorde": "Plaats in de lijst",
    "voor_wie": "Voor wie het is",
    "voorwaarden": "Voorwaarden",
    "wat": "Wat er moet gebeuren",
    "wie_regelt": "Wie het regelt",
    "zin": "Waarschuwing",
    # nazorg and signaal
    "alleen_bij": "Alleen bij",
    "categorie": "Onderwerp",
    "contact": "Contact",
    "duur_minimaal": "Minstens zo lang, in maanden",
    "ernst": "Hoe ernstig",
    "herhaal_maanden": "Elke zoveel maanden",
    "instrumenten": "Instrumenten",
    "items": "Gesprekken",
    "na_regel": "Na welk gesprek",
    "signaal": "Signaal",
    "soorten": "Soorten werk",
    "spoor": "Met wie",
    "volgende_naam": "Volgend gesprek",
    "volgende_op": "Volgende keer op",
}
OF_SUBJECT: Mapping[tuple[str, str], str] = {
    ("contactpersoon", "tot"): "Werkt hier tot",
    ("afspraak", "tot"): "Loopt tot",
    ("regie", "tot"): "Tot en met",
    ("kandidaat", "tot"): "Tot en met",
    ("plaatsing", "tot"): "Tot en met",
    ("signaal", "antwoord"): "Antwoord",
    ("nazorgregel", "naam"): "Gesprek",
    ("nazorg", "naam"): "Gesprek",
    ("plaatsing", "kanaal"): "Contact met de werkgever",
    ("voordracht", "kanaal"): "Contact met de werkgever",
}
"""What a field is called in commands about one subject."""
TECHNICAL = frozenset(
    {
        *("batch", "berekend_op", "opdracht_uuid", "regel", "regels", "vervallen", "vestigingen"),
        *("vum", "vum_code_afspraken", "vum_code_onderwerp", "vum_code_soort", "vum_contactpersonen"),
        "gezien",
    }
)
"""What nobody typed: it is not shown."""
LISTS: Mapping[str, str] = {
    "beroepsklasse": "beroepsklasse",
    "categorie": "signaal_categorie",
    "contract": "contract",
    "dienst": "dienst",
    "doelgroepen": "doelgroep",
    "ernst": "signaal_ernst",
    "matchingroute": "matchingroute",
    "niveau": "niveau",
    "spoor": "nazorg_spoor",
    "strategie": "strategie",
    "taal_mondeling": "taalniveau",
    "taal_schriftelijk": "taalniveau",
    "uitkeringsgroep": "uitkeringsgroep",
    "vervoer": "vervoer",
    "waarde": "werkfit_schaal",
    "werkfit": "werkfit_schaal",
}
"""In which code list the value of a field is, whatever it is about."""
LISTS_OF_SUBJECT: Mapping[tuple[str, str], str] = {
    ("afspraak", "soort"): "afspraak_soort",
    ("instrument", "soort"): "instrument_soort",
    ("nazorg.meld_poging", "reden"): "nazorg_poging",
    ("nazorg.vervalt", "reden"): "nazorg_vervallen",
    ("partner", "soort"): "partner_soort",
    ("plaatsing", "reden"): "plaatsing_einde",
    ("plaatsing", "soort"): "vacature_soort",
    ("vacature", "soort"): "vacature_soort",
    ("voordracht", "reden"): "voordracht_reden",
    ("werkfit", "vraag"): "werkfit_vraag",
    ("werkgeversvraag", "soort"): "vraag_soort",
}
"""The same where it depends on what it is about: a subject, or one command."""
CHOICES = frozenset(
    {
        *("anker", "besluit", "bevestigd_door", "eenheid", "keuze", "reden", "resultaat", "soort", "soorten"),
        *("soorten_werk", "status", "uitkomst", "afsluitreden"),
    }
)
"""Words of a fixed choice, written as one word: they read with spaces."""
TERNARY = frozenset(
    {
        "aanpassing_werkomgeving",
        "begeleiding",
        "kantoortijden",
        "ldr_registratie",
        "onregelmatig",
        "werkvariatie",
    }
)
"""VUM: 0 unknown, 1 yes, 2 no."""
