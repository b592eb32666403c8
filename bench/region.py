"""An invented region, the same in every run: werkgevers, contacts with a note, and typed search texts.

Rows come as they travel, without empty values. Nothing here names a person or a company that exists.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from desktop.models.context import derive_id
from desktop.models.rules.werkgever import search_name

_KINDS = (
    "Bakkerij", "Schilders", "Transport", "Zorggroep", "Installatie", "Drukkerij", "Hoveniers", "Bouwbedrijf",
    "Kinderopvang", "Schoonmaak", "Metaalwerken", "Café", "Garage", "Administratie", "Bloemen", "Logistiek",
)  # fmt: skip
_ONSETS = (
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "kr", "l", "m", "n", "p", "pl", "r", "s",
    "sch", "sl", "st", "t", "v", "w", "z",
)  # fmt: skip
_VOWELS = ("a", "aa", "e", "ee", "i", "ie", "o", "oe", "oo", "u", "ui", "ij")
_CODAS = ("", "", "n", "l", "r", "s", "t", "k", "m", "rt", "nd", "ls")
_FORMS = ("B.V.", "V.O.F.", "N.V.", "Stichting", "")
_PLACES = (
    ("Hilversum", "0402"), ("Bussum", "1942"), ("Huizen", "0406"), ("Weesp", "0363"), ("Naarden", "1942"),
    ("Laren", "0417"), ("Blaricum", "0376"), ("Eemnes", "0317"), ("Kortenhoef", "1696"),
)  # fmt: skip
_SECTORS = ("bakkerij", "zorg", "bouw", "logistiek", "techniek", "schoonmaak", "horeca")
_PROSE = (
    "rondleiding nieuwe productiehal vanaf januari twee mensen voor de inpak vroege dienst staan open"
    " proefplaatsing contract verlengd tot maart eerst één proef op expeditie werk anders organiseren"
    " jobcoach taalniveau rooster reiskosten vrijdagmiddag leidinggevende afspraak terugbellen vacature"
    " heftruckcertificaat magazijn kantine stagiair praktijkverklaring loonkosten subsidie begeleiding"
)
RARE = 8_000


def _syllables(dice: Random, count: int) -> str:
    return "".join(dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(count))


_WORDS = [*_PROSE.split(), *(_syllables(Random(number), 2 + number % 2) for number in range(RARE))]
"""Some forty that people write, then rare ones; `_word` picks as language does, the first ones most."""
_EPOCH = date(2026, 11, 1)
_MOMENT = 0x0197_0000_0000


def row_id(kind: int, number: int) -> str:
    """A UUIDv7 that sorts by `number`; `kind` keeps the tables apart."""
    mixed = (number * 0x9E3779B97F4A7C15) & (2**54 - 1)
    return str(uuid.UUID(int=(_MOMENT + number) << 80 | 0x7 << 76 | kind << 64 | 0x2 << 62 | mixed))


def werkgever_id(number: int) -> str:
    """The id of the werkgever with this number."""
    return row_id(1, number)


def name(number: int) -> str:
    """Its invented name."""
    dice = Random(number)
    return f"{dice.choice(_KINDS)} {_syllables(dice, 2).capitalize()} {dice.choice(_FORMS)}".strip()


def kvk_nummer(number: int) -> str:
    """Eight digits, none twice."""
    return f"{20_000_000 + number * 7:08}"


def place(number: int) -> tuple[str, str]:
    """Name and code of its municipality."""
    return _PLACES[number * 31 % len(_PLACES)]


def _own(row: str, region: str, by: str, day: date) -> dict[str, Any]:
    moment = f"{day.isoformat()}T09:10:00Z"
    return {
        "id": row,
        "regio_id": region,
        "versie": 1,
        "aangemaakt_op": moment,
        "aangemaakt_door": by,
        "gewijzigd_op": moment,
        "gewijzigd_door": by,
    }


def werkgever(number: int, region: str, by: str) -> dict[str, Any]:
    """A whole row."""
    naam = name(number)
    plaats, gemeente = place(number)
    return _own(werkgever_id(number), region, by, _EPOCH - timedelta(days=400)) | {
        "nummer": f"W-{number + 1:05d}",
        "kvk_nummer": kvk_nummer(number),
        "naam": naam,
        "zoeknaam": search_name(naam),
        "handelsnamen": [f"{naam.split()[1]} {plaats}"] if number % 5 == 0 else [],
        "sector": _SECTORS[number % len(_SECTORS)],
        "kenmerken": [],
        "erkend_sbb_leerbedrijf": 0,
        "ind_non_mailing": False,
        "actief": True,
        "plaats": plaats,
        "gemeente_code": gemeente,
    }


def contact(number: int, werkgevers: int, region: str, by: str) -> dict[str, Any]:
    """A contact with one of so many werkgevers."""
    day = _EPOCH - timedelta(days=number % 380)
    about = werkgever_id(number * 7919 % werkgevers)
    return _own(row_id(2, number), region, by, day) | {
        "werkgever_id": about,
        "medewerker_id": by,
        "datum": day.isoformat(),
        "kanaal": ("bezoek", "telefoon", "e-mail")[number % 3],
        "richting": "wij",
        "contact_gelukt": True,
        "buiten_regie": False,
    }


def note(number: int, contact_row: dict[str, Any]) -> dict[str, Any]:
    """The note of that contact."""
    own = {key: contact_row[key] for key in _own("", "", "", _EPOCH)}
    return own | {
        "id": derive_id(contact_row["id"], "notitie"),
        "contactmoment_id": contact_row["id"],
        "werkgever_id": contact_row["werkgever_id"],
        "notitie": text(number, 14),
        "vertrouwelijk": False,
        "contactpersoon_ids": [],
    }


def text(seed: int, words: int) -> str:
    """So many words of what people write after a visit."""
    dice = Random(seed)
    return (" ".join(_word(dice.random()) for _ in range(words)) + ".").capitalize()


def _word(chance: float, power: int = 3) -> str:
    """A word by rank: with power 3 the hundred commonest make up a quarter of all text."""
    return _WORDS[int(len(_WORDS) * chance**power)]


def visit(number: int, werkgevers: int) -> dict[str, Any]:
    """The arguments of one `contact.leg_vast`, about as long as the documents of the peers."""
    return {
        "id": row_id(3, number),
        "werkgever_id": werkgever_id(number * 7919 % werkgevers),
        "datum": (_EPOCH + timedelta(days=number % 18)).isoformat(),
        "kanaal": ("bezoek", "telefoon", "e-mail")[number % 3],
        "richting": "wij",
        "contact_gelukt": True,
        "notitie": text(1_000_000 + number, 14),
    }


def keystrokes(count: int, werkgevers: int) -> Iterator[str]:
    """What stands in the search field after each key: names, places, numbers and words from notes."""
    dice = Random(11)
    made = 0
    while True:
        number = dice.randrange(werkgevers)
        whole = dice.choice(
            (
                name(number),
                name(number).split()[1],
                place(number)[0],
                kvk_nummer(number),
                _word(dice.random()),
                f"{name(number).split()[1]} {place(number)[0]}",
                f"{_word(dice.random())} {_word(dice.random())}",
            )
        )
        for end in range(1, len(whole) + 1):
            yield whole[:end]
            made += 1
            if made == count:
                return


def typed(column: str, value: Any) -> Any:
    """The Python value of a travelling one."""
    if column.endswith("_op"):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if column == "datum" else value
