"""The code of the lock: how it is kept (scrypt), whether a typed one fits, how long a wrong one makes wait.

What a person types after another is written the same way again, whatever composed the accents. Touches
nothing; `desktop.desk` keeps the result in the encrypted database.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

from desktop.models.errors import Weigering

SHORTEST, LONGEST = 6, 128
LONGEST_WAIT = 300
# 32 MB and about a tenth of a second on a plain laptop, so that guessing a file full of codes is slow.
_N, _R, _P = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024


def made(code: str) -> str:
    """What is kept of a code; raises `Weigering` when it is too short or too long."""
    plain = _plain(code)
    if len(plain) < SHORTEST:
        raise Weigering("slot_te_kort", min=SHORTEST)
    if len(plain) > LONGEST:
        raise Weigering("te_lang", max=LONGEST, aantal=len(plain))
    salt = secrets.token_bytes(16)
    return "$".join(("scrypt", str(_N), str(_R), str(_P), salt.hex(), _hash(plain, salt, _N, _R, _P).hex()))


def fits(code: str, kept: str) -> bool:
    """Whether this is the code that was kept."""
    _, n, r, p, salt, wanted = kept.split("$")
    found = _hash(_plain(code)[:LONGEST], bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, bytes.fromhex(wanted))


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong codes in a row: 2, 4, 8 … 300."""
    return min(LONGEST_WAIT, 2**wrong) if wrong > 0 else 0


def _plain(code: str) -> str:
    return unicodedata.normalize("NFKC", code)


def _hash(plain: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(plain.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)
