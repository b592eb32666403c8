"""The database key and the token: in the operating system's keyring, or in the key file that was asked for.

There is no silent fallback. Without a keyring and without a key file the program says so and stops.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from pathlib import Path
from typing import Protocol

from desktop.frozen import dataclass
from desktop.models.errors import EnvironmentFailure

SERVICE = "Werkregie"
KEY_FORM = re.compile("[0-9a-f]{64}")
NAMES = ("sleutel", "token", "kluis", "kluis_apart", "lease")


class Vault(Protocol):
    """Where secrets are kept: `token`, and what `sync.lease` makes the database key of.

    Until the first contact that is `sleutel`, the key itself (64 hexadecimal digits).
    """

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, value: str) -> None: ...

    def forget(self, name: str) -> None: ...

    def destroy(self) -> None: ...


@dataclass(frozen=True, slots=True)
class KeyringVault:
    """The operating system's keyring, one entry per secret and profile."""

    profile_id: str

    def get(self, name: str) -> str | None:
        """None when it is not there; fails when the keyring cannot be used."""
        import keyring
        from keyring.errors import KeyringError

        self._require()
        try:
            value: str | None = keyring.get_password(SERVICE, f"{self.profile_id}/{name}")
        except KeyringError as error:
            raise EnvironmentFailure("sleutelbos_op_slot") from error
        return value

    def put(self, name: str, value: str) -> None:
        """Keeps a secret and reads it back: a keyring that forgets is no keyring."""
        import keyring
        from keyring.errors import KeyringError

        self._require()
        try:
            keyring.set_password(SERVICE, f"{self.profile_id}/{name}", value)
        except KeyringError as error:
            raise EnvironmentFailure("sleutelbos_op_slot") from error
        if self.get(name) != value:
            raise EnvironmentFailure("geen_sleutelbos")

    def forget(self, name: str) -> None:
        """Removes one secret, if it is there."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, f"{self.profile_id}/{name}")
        except KeyringError:
            return

    def destroy(self) -> None:
        """Removes all secrets."""
        for name in NAMES:
            self.forget(name)

    @staticmethod
    def _require() -> None:
        """Only real keyrings: no back end that fails, chains to nothing, or keeps text in a plain file."""
        import keyring

        backend = keyring.get_keyring()
        module = type(backend).__module__
        usable = backend.priority > 0 and not module.startswith("keyrings.alt")
        if not usable or module.startswith(("keyring.backends.fail", "keyring.backends.null")):
            raise EnvironmentFailure("geen_sleutelbos")


@dataclass(frozen=True, slots=True)
class FileVault:
    """A key file for servers and checks: readable by its owner alone."""

    path: Path

    def get(self, name: str) -> str | None:
        """None when the file or the secret is not there."""
        return self._read().get(name)

    def put(self, name: str, value: str) -> None:
        """Writes the file anew with the rights of its owner."""
        self._write(self._read() | {name: value})

    def forget(self, name: str) -> None:
        """Removes one secret, if it is there."""
        stored = self._read()
        if stored.pop(name, None) is not None:
            self._write(stored)

    def _write(self, stored: dict[str, str]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._draft
            draft.unlink(missing_ok=True)
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(stored, file)
                file.flush()
                os.fsync(file.fileno())
            _owner_only(draft)
            draft.replace(self.path)
        except OSError as error:
            raise EnvironmentFailure("sleutelbestand_niet_te_schrijven", pad=str(self.path)) from error

    def destroy(self) -> None:
        """Overwrites what is in the file, and in a draft that a power cut left, before it goes."""
        try:
            for path in (self.path, self._draft):
                if path.exists():
                    path.write_bytes(b"\0" * max(1, path.stat().st_size))
                    path.unlink()
        except OSError as error:
            raise EnvironmentFailure("sleutelbestand_niet_te_schrijven", pad=str(self.path)) from error

    @property
    def _draft(self) -> Path:
        return self.path.with_name(self.path.name + ".nieuw")

    def _read(self) -> dict[str, str]:
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise EnvironmentFailure("sleutelbestand_onleesbaar", pad=str(self.path)) from error
        if not isinstance(stored, dict) or not all(isinstance(one, str) for one in stored.values()):
            raise EnvironmentFailure("sleutelbestand_onleesbaar", pad=str(self.path))
        return stored


def _owner_only(path: Path) -> None:
    """On Windows the mode bits mean nothing: an access list for the owner alone."""
    if os.name != "nt":
        path.chmod(0o600)
        return
    import subprocess

    user = os.environ.get("USERNAME", "")
    subprocess.run(
        ["icacls", str(path), "/inheritance:r", "/grant:r", f"{user}:F"],
        check=False,
        capture_output=True,
    )


def fingerprint(token: str) -> str:
    """Tells one token from another without giving it away: the start of its hash, which the centre keeps."""
    return hashlib.sha256(token.encode()).hexdigest()[:8]


def database_key(vault: Vault, *, may_make: bool) -> str:
    """The raw 256-bit key; made here only for a database that does not exist yet."""
    key = vault.get("sleutel")
    if key is None:
        if not may_make:
            raise EnvironmentFailure("sleutel_ontbreekt")
        key = secrets.token_hex(32)
        vault.put("sleutel", key)
    if not KEY_FORM.fullmatch(key):
        raise EnvironmentFailure("sleutel_ontbreekt")
    return key
