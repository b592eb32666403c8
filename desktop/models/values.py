"""Checked values: what a KvK number, a postcode, an e-mail address or a phone number may look like.

Each function takes what a person typed and returns the form in which it is kept, or raises a `Weigering`
whose code names what is wrong. Lengths follow VUM, so that an export never truncates
(domain §8). Touches nothing but python-stdnum.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.models.errors import Weigering

APOSTROPHES = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}`"
"""In front of a place they do not count where places are sorted."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_NOT_IN_EMAIL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff<>,;:\"\\]")
_PHONE_NOISE = re.compile(r"[\s().\-/\u2010-\u2015]")
_TRUNK_ZERO = re.compile(r"^(\s*(?:\+|00)[^(]*)\(0\)")
_POSTCODE = re.compile(r"[0-9]{4}[\s-]*[A-Za-z]{2}")
_SBI = re.compile(r"[0-9]{2,5}")
_BRON_ID = re.compile(r"[a-zA-Z0-9_.-]{1,200}")
_PC4 = re.compile(r"[1-9][0-9]{3}")
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 1)


def kvk_nummer(typed: str) -> str:
    """Eight digits as text. Spaces and points are forgiven; lost leading zeros are for the import."""
    digits = re.sub(r"[\s.]", "", typed)
    if not digits.isascii() or not digits.isdigit():
        raise Weigering("kvk_geen_cijfers", waarde=typed[:40])
    if len(digits) != 8:
        raise Weigering("kvk_lengte", aantal=len(digits))
    return digits


def kvk_may_be_mistyped(nummer: str) -> bool:
    """Soft check: numbers 50–99 million obey an elfproef, older and newest series do not (domain §2.1)."""
    if not "50000000" <= nummer <= "99999999":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(nummer, _WEIGHTS, strict=True))
    return total % 11 != 0


def rsin(typed: str) -> str:
    """Nine digits with the elfproef of the RSIN (the same as the BSN's)."""
    from stdnum.nl import bsn

    digits = re.sub(r"[\s.-]", "", typed)
    # stdnum fills up with zeros; a shorter number is one with a digit forgotten.
    if len(digits) != 9 or not bsn.is_valid(digits):
        raise Weigering("rsin_klopt_niet")
    return digits


def vestigingsnummer(typed: str) -> str:
    """Twelve digits as text."""
    digits = re.sub(r"[\s.]", "", typed)
    if not (digits.isascii() and digits.isdigit() and len(digits) == 12):
        raise Weigering("vestigingsnummer_lengte")
    return digits


def postcode(typed: str) -> str:
    """Kept as 1217ZA."""
    from stdnum import exceptions
    from stdnum.nl import postcode as dutch

    bare = typed.strip()
    try:
        # Only plain letters: upper() would make SS of ß and FI of a ligature.
        if _POSTCODE.fullmatch(bare):
            return str(dutch.validate(bare.upper())).replace(" ", "")
    except exceptions.ValidationError as error:
        raise Weigering("postcode_klopt_niet", waarde=typed[:20]) from error
    raise Weigering("postcode_klopt_niet", waarde=typed[:20])


def email(typed: str) -> str:
    """At most 320 characters, one @, a point in the domain; kept as typed."""
    address = typed.strip()
    if len(address) > 320:
        raise Weigering("te_lang", max=320, aantal=len(address))
    if _NOT_IN_EMAIL.search(address):
        raise Weigering("email_teken")
    if "@" not in address:
        raise Weigering("email_zonder_apenstaart")
    if not _EMAIL.fullmatch(address):
        raise Weigering("email_niet_compleet")
    return address


def telefoon(typed: str) -> str:
    """Digits with an optional leading +, at most 14 characters (VUM). The (0) in +31 (0)35 is not dialled."""
    compact = _PHONE_NOISE.sub("", _TRUNK_ZERO.sub(r"\1", typed))
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    digits = compact.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()) or not len(digits) >= 3 or len(compact) > 14:
        raise Weigering("telefoon_klopt_niet", waarde=typed[:20])
    return compact


def sbi_code(typed: str) -> str:
    """Two to five digits; the version of the SBI is kept beside it."""
    code = typed.replace(".", "").strip()
    if not _SBI.fullmatch(code):
        raise Weigering("sbi_klopt_niet")
    return code


def bron_id(typed: str) -> str:
    """The key of a candidate in the system that it came from, with the signs that VUM takes."""
    key = typed.strip()
    if not _BRON_ID.fullmatch(key):
        raise Weigering("bron_id_klopt_niet")
    return key


def pc4(typed: str) -> str:
    """The digits of a postcode; of a whole postcode the letters are left out, more is not needed."""
    bare = typed.strip()
    if _POSTCODE.fullmatch(bare):
        bare = bare[:4]
    if not (bare.isascii() and _PC4.fullmatch(bare)):
        raise Weigering("pc4_klopt_niet", waarde=typed[:20])
    return bare


def fold(text: str) -> str:
    """Lower case without accents: the form in which names are compared and sorted on both databases."""
    if text.isascii():
        return text.lower()
    folded = _fold_once(text)
    # Decomposing can bring out new capitals (㎒ → MHz), and taking a mark away a new pair.
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def behind(beginning: str) -> str:
    """The first text behind all those that begin so, letters and digits: the end of a range in an index."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)


def _fold_once(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
