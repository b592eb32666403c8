"""How long this laptop opens without the centre, and the key of its database in two halves.

The key itself is nowhere: it lies under a pad that is made of two halves (docs/adr/0012). One half is in the
keyring for good, the other is the centre's and lies beside it only until the lease ends. Then it is removed:
the database is sealed, not emptied, and opens again when the centre gives that half back. Time is the
centre's, and never goes back: a clock that is set back neither unseals nor prolongs.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.frozen import dataclass
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.tables.base import instant_text
from desktop.sync.credentials import KEY_FORM, Vault, database_key

if TYPE_CHECKING:
    from desktop.sync.protocol import LeaseResponse

WARNINGS = (1, 3, 7)
"""Days before the end on which the person is told."""
SEEN_EVERY = timedelta(minutes=10)
RENEW_EVERY = timedelta(hours=1)
PLAIN, SAFE, ASIDE, LEASE = "sleutel", "kluis", "kluis_apart", "lease"


class Sealed(EnvironmentFailure):
    """The lease is over: only the centre can open this laptop."""

    def __init__(self) -> None:
        super().__init__("laptop_verzegeld")


class Revoked(Weigering):
    """The centre revoked this laptop: everything here is wiped."""


@dataclass(frozen=True, slots=True)
class Safe:
    """The database key under its pad, with what is needed to take it off again but for the centre's half."""

    eigen: str
    zout: str
    omhuld: str
    toets: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept while the lease lasts. All moments are the centre's; `verschil` is how many seconds this
    clock was ahead of it, `gezien` the latest moment that ever was here.
    """

    helft: str
    tot: datetime
    vernieuwd: datetime
    gezien: datetime
    verschil: int

    def at(self, now: datetime) -> datetime:
        """The moment at the centre; never before one that was here already."""
        return max(self.gezien, now - timedelta(seconds=self.verschil))


def _expand(own: str, half: str, salt: str, what: str) -> bytes:
    """HKDF with SHA-256 (RFC 5869), 32 bytes."""
    mixed = hmac.digest(bytes.fromhex(salt), bytes.fromhex(own) + bytes.fromhex(half), "sha256")
    return hmac.digest(mixed, f"werkregie/{what}".encode() + b"\x01", "sha256")


def _padded(text: str, pad: bytes) -> str:
    return bytes(a ^ b for a, b in zip(bytes.fromhex(text), pad, strict=True)).hex()


def shut(key: str, half: str) -> Safe:
    """The key under a pad that is used for nothing else."""
    own, salt = secrets.token_hex(32), secrets.token_hex(32)
    covered = _padded(key, _expand(own, half, salt, "sleutel"))
    return Safe(own, salt, covered, _check(own, half, salt, covered))


def opened(safe: Safe, half: str) -> str:
    """The key; raises `EnvironmentFailure` when this is not the other half."""
    if not hmac.compare_digest(_check(safe.eigen, half, safe.zout, safe.omhuld), safe.toets):
        raise EnvironmentFailure("sleutelhelft_past_niet")
    return _padded(safe.omhuld, _expand(safe.eigen, half, safe.zout, "sleutel"))


def _check(own: str, half: str, salt: str, text: str) -> str:
    return hmac.new(_expand(own, half, salt, "toets"), text.encode(), hashlib.sha256).hexdigest()


class Lease:
    """The lease of one profile, in its vault. Not for two threads at once but for `dagen` and `tot`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._kept: Kept | None = None

    def key(self, now: datetime, *, may_make: bool) -> str:
        """The database key; raises `Sealed` when the lease is over, and then forgets the centre's half."""
        safe = self._safe()
        if safe is None:
            return database_key(self._vault, may_make=may_make)
        kept = self._read(safe)
        if kept is None:
            raise Sealed
        self._kept = kept
        self.look(now)
        return opened(safe, kept.helft)

    def fresh_key(self, now: datetime, *, may_make: bool) -> str:
        """For somebody who enrols: as `key`, but what is sealed is put aside and a new key is made.

        It is the key of a database that was set aside: with the centre's half that one opens again.
        """
        try:
            return self.key(now, may_make=may_make)
        except Sealed:
            self._vault.put(ASIDE, self._vault.get(SAFE) or "")
            self._vault.forget(SAFE)
            return database_key(self._vault, may_make=may_make)

    def look(self, now: datetime) -> None:
        """Remembers that it was this late; raises `Sealed` when that is too late."""
        kept = self._kept
        if kept is None:
            return
        moment = kept.at(now)
        if moment >= kept.tot:
            self._kept = None
            self._vault.forget(LEASE)
            raise Sealed
        if moment - kept.gezien >= SEEN_EVERY:
            self._write(replace(kept, gezien=moment))

    def is_due(self, now: datetime) -> bool:
        """Whether it is worth asking the centre for a longer lease."""
        kept = self._kept
        return kept is None or kept.at(now) - kept.vernieuwd >= RENEW_EVERY

    def keep(self, answer: LeaseResponse, now: datetime) -> str:
        """What the centre gave, until it ends; returns the database key.

        Of a lease that is over already nothing is kept: whoever left may open once more, to send the last
        work. Raises `EnvironmentFailure` when a sealed laptop is given a half that does not fit.
        """
        if not KEY_FORM.fullmatch(answer.helft):
            raise EnvironmentFailure("sleutelhelft_past_niet")
        safe, given = self._safe(), datetime.fromisoformat(answer.tijd)
        key = self._known(safe)
        if safe is None or (key is not None and not _fits(safe, answer.helft, key)):
            safe = shut(key or database_key(self._vault, may_make=False), answer.helft)
            self._vault.put(SAFE, json.dumps(asdict(safe)))
        found = opened(safe, answer.helft)
        end, ahead = datetime.fromisoformat(answer.tot), round((now - given).total_seconds())
        if end > given:
            self._write(Kept(answer.helft, end, given, given, ahead), safe)
        else:
            self._kept = None
            self._vault.forget(LEASE)
        self._vault.forget(PLAIN)
        return found

    def _known(self, safe: Safe | None) -> str | None:
        """The key while the lease lasts: a centre that came back from a backup may have another half."""
        return opened(safe, self._kept.helft) if safe and self._kept else None

    @property
    def tot(self) -> datetime | None:
        """The end at the centre's time; None where there is no lease."""
        return self._kept.tot if self._kept else None

    def dagen(self, now: datetime) -> int | None:
        """Whole days that are left."""
        return max(0, (self._kept.tot - self._kept.at(now)).days) if self._kept else None

    def warns(self, now: datetime) -> int | None:
        """The warning that is due: 7, 3 or 1."""
        if self._kept is None:
            return None
        left = self._kept.tot - self._kept.at(now)
        return next((days for days in WARNINGS if left <= timedelta(days=days)), None)

    # -------------------------------------------------------------- in the vault

    def _safe(self) -> Safe | None:
        """None while the key still lies there plainly: before the first contact, or when that broke off."""
        stored = self._vault.get(SAFE)
        if stored is None or self._vault.get(PLAIN) is not None:
            return None
        try:
            safe = Safe(**json.loads(stored))
        except (ValueError, TypeError) as error:
            raise EnvironmentFailure("sleutel_ontbreekt") from error
        if not all(KEY_FORM.fullmatch(part) for part in asdict(safe).values()):
            raise EnvironmentFailure("sleutel_ontbreekt")
        return safe

    def _write(self, kept: Kept, safe: Safe | None = None) -> None:
        safe = safe or self._safe()
        if safe is None:
            return
        plain = _plain(kept)
        self._vault.put(LEASE, json.dumps(plain | {"toets": _seal(safe, kept.helft, plain)}))
        self._kept = kept

    def _read(self, safe: Safe) -> Kept | None:
        """None when it was removed, or is not what was written here."""
        stored = self._vault.get(LEASE)
        try:
            plain: dict[str, str] = json.loads(stored or "")
            mark = plain.pop("toets")
            moments = {name: datetime.fromisoformat(plain[name]) for name in ("tot", "vernieuwd", "gezien")}
            if not KEY_FORM.fullmatch(plain["helft"]) or _seal(safe, plain["helft"], plain) != mark:
                return None
            return Kept(helft=plain["helft"], verschil=int(plain["verschil"]), **moments)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


def _fits(safe: Safe | None, half: str, key: str) -> bool:
    try:
        return safe is not None and opened(safe, half) == key
    except EnvironmentFailure:
        return False


def _plain(kept: Kept) -> dict[str, str]:
    return {
        "helft": kept.helft,
        "tot": instant_text(kept.tot),
        "vernieuwd": instant_text(kept.vernieuwd),
        "gezien": instant_text(kept.gezien),
        "verschil": str(kept.verschil),
    }


def _seal(safe: Safe, half: str, plain: dict[str, str]) -> str:
    """Whoever edits the end of a lease breaks this mark, and the lease is none."""
    return _check(safe.eigen, half, safe.zout, json.dumps(plain, sort_keys=True))
