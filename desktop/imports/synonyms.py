"""The names under which the fields of a werkgever appear in files that people have. Data only.

Written without spaces, marks and capitals (`plain`), so that `KvK-nummer`, `kvk_nummer` and `kvkNummer` are
one. Names of KVK, TenderNed, LRK, mailing and CRM exports, and those of our own data dictionary.
"""

from __future__ import annotations

import re

from desktop.models.values import fold

_MARKS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """`values.fold`, with a short way for plain text: an import folds every cell of a file."""
    return text.lower() if text.isascii() else fold(text)


def plain(text: str) -> str:
    """Letters and digits only, folded."""
    return _MARKS.sub("", folded(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SYNONYMS: dict[str, frozenset[str]] = {
    "naam": _words(
        "naam werkgever werkgevernaam naamwerkgever bedrijf bedrijfsnaam naambedrijf organisatie"
        " organisatienaam naamorganisatie"
        " handelsnaam eerstehandelsnaam handelsnaamorganisatie onderneming ondernemingsnaam"
        " naamonderneming name company companyname accountname account accountnaam relatie relatienaam"
        " klantnaam"
        " debiteurnaam instelling instellingsnaam officielebenaming officielenaam adofficielebenaming"
        " aanbestedendedienst naamaanbestedendedienst adnaam bevoegdgezagnaam actuelenaam"
    ),
    "kvk_nummer": _words(
        "kvk kvknr kvknummer kvkno nummerkvk kvknummeronderneming kamervankoophandel kamervankoophandelnummer"
        " nummerkamervankoophandel handelsregisternummer kvkdossiernummer dossiernummerkvk inschrijfnummerkvk"
        " cocnumber coc chamberofcommerce chamberofcommercenumber kvkhouder kvknummerhouder"
    ),
    "vestigingsnummer": _words(
        "vestigingsnummer vestigingsnr vestigingnummer vestigingnr kvkvestiging kvkvestigingsnummer"
        " vestigingsnummerkvk kvknummervestiging branchnumber"
    ),
    "vestiging": _words(
        "vestiging vestigingsnaam naamvestiging locatie locatienaam naamlocatie opvanglocatie"
    ),
    "hoofdvestiging": _words("hoofdvestiging indhoofdvestiging ishoofdvestiging"),
    "statutaire_naam": _words("statutairenaam naamstatutair statutair rechtspersoonnaam"),
    "handelsnamen": _words("handelsnamen overigehandelsnamen anderenamen alias aliassen ookbekendals"),
    "rsin": _words("rsin rsinnummer"),
    "adres": _words(
        "adres bezoekadres vestigingsadres advestigingsadres straatenhuisnummer straatnaamennummer adresregel"
        " adresregel1 address street1 volledigadres straathuisnummer adresvestiging"
    ),
    "straat": _words("straat straatnaam street bezoekstraat openbareruimte"),
    "huisnummer": _words("huisnummer huisnr nummer nr housenumber"),
    "huisletter": _words("huisletter"),
    "toevoeging": _words(
        "toevoeging huisnummertoevoeging huisnrtoevoeging toev huisnummertoev huisletterentoevoeging"
    ),
    "postcode": _words(
        "postcode pc pc6 postcd zip zipcode postalcode adpostcode postcodevestiging bezoekpostcode"
    ),
    "woonplaats": _words(
        "woonplaats plaats plaatsnaam woonplaatsnaam stad city adplaats vestigingsplaats plaatsvestiging"
        " bezoekplaats"
    ),
    "gemeente": _words("gemeente gemeentenaam verantwoordelijkegemeente municipality"),
    "land": _words("land landnaam country adland landcode"),
    "website": _words(
        "website url web webadres websiteurl homepage internet internetadres internetadresaanbestedendedienst"
        " site"
        " internetsite contactwebsite"
    ),
    "sector": _words("sector branche bedrijfstak industry sbiomschrijving"),
    "rechtsvorm": _words("rechtsvorm uitgebreiderechtsvorm legalform"),
    "sbi_code": _words("sbi sbicode hoofdsbi sbihoofdactiviteit codesbi sbi1"),
    "sbi_versie": _words("sbiversie"),
    "werkzame_personen": _words(
        "werkzamepersonen totaalwerkzamepersonen aantalwerkzamepersonen aantalmedewerkers medewerkers"
        " aantalwerknemers personeel employees wp"
    ),
    "ind_non_mailing": _words("nonmailing indnonmailing nonmailingindicatie geenreclame"),
    "bron_id": _words(
        "bronid externid extern id lrknummer lrkid relatienummer klantnummer debiteurnummer externalid"
        " brinnummer brin"
    ),
    "bronsysteem": _words("bronsysteem bron systeem source"),
    "houder": _words("houder houdernaam naamhouder eigenaar moederbedrijf"),
}

FIELD_OF = {word: field for field, words in SYNONYMS.items() for word in words}
# Names that sometimes hold a KvK number: the numbers must prove it.
PERHAPS_KVK = (
    "nationaleidentificatie",
    "aansluitnummer",
    "dossiernummer",
    "registratienummer",
    "inschrijfnummer",
)


def field_of(title: str) -> str | None:
    """The field that a column title names, or None."""
    return FIELD_OF.get(plain(title))
