"""A profile: the folder with one person's database, settings and logs, locked by one process at a time.

The settings file holds nothing secret and nothing personal beyond the centre's address.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, field, replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from desktop import preferences
from desktop.clock import Clock
from desktop.frozen import dataclass
from desktop.models.errors import EnvironmentFailure
from desktop.preferences import Preferences

LOCK_SECONDS = 10.0
_OWN = ("profile_id", "laptop_id", "centrum", "oefen")


@dataclass(frozen=True, slots=True)
class Settings:
    """`profile_id` names this profile in the keyring; `laptop_id` is new at each enrolment.

    What the person set in Instellingen stands beside these in the file (see `preferences`).
    """

    profile_id: str
    laptop_id: str | None = None
    centrum: str | None = None
    oefen: bool = False
    voorkeuren: Preferences = field(default_factory=Preferences)


def _flat(settings: Settings) -> dict[str, object]:
    """As it stands in the file: one level."""
    return {name: getattr(settings, name) for name in _OWN} | asdict(settings.voorkeuren)


@dataclass(frozen=True, slots=True)
class Profile:
    """All paths of one profile."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "werkregie.db"

    @property
    def logs(self) -> Path:
        """Logs without personal data."""
        return self.folder / "logs"

    @property
    def prints(self) -> Path:
        """Paper that is being looked at: personal, and gone when that ends."""
        return self.folder / "afdrukken"

    @property
    def _settings(self) -> Path:
        return self.folder / "instellingen.json"

    def settings(self, clock: Clock) -> Settings:
        """The settings, made at first use."""
        try:
            stored = json.loads(self._settings.read_text(encoding="utf-8"))
            if not isinstance(stored, dict) or not stored.get("profile_id"):
                raise ValueError("these are no settings")
            known = {name: stored[name] for name in _OWN if name in stored}
            return Settings(**known, voorkeuren=preferences.read(stored))
        except FileNotFoundError:
            fresh = Settings(clock.new_id())
            self.save(fresh)
            return fresh
        except (ValueError, TypeError, RecursionError, OSError) as error:
            raise EnvironmentFailure("instellingen_onleesbaar", pad=str(self._settings)) from error

    def save(self, settings: Settings) -> None:
        """Writes beside the old file and swaps, so that a power cut leaves one of the two."""
        draft = self._settings.with_suffix(".nieuw")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(_flat(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._settings)

    def change(self, clock: Clock, **new: object) -> Settings:
        """Some settings get another value."""
        settings = replace(self.settings(clock), **new)  # type: ignore[arg-type]
        self.save(settings)
        return settings

    def make(self) -> None:
        """Makes the folder for its owner alone."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if os.name == "posix":
                self.folder.chmod(0o700)
            self.logs.mkdir(exist_ok=True)
        except OSError as error:
            raise EnvironmentFailure("map_niet_te_maken", pad=str(self.folder)) from error

    @contextmanager
    def locked(self, patience: float = LOCK_SECONDS) -> Iterator[None]:
        """One process at a time; waits so many seconds for the other."""
        lock = FileLock(self.folder / "slot", timeout=patience)
        try:
            lock.acquire()
        except Timeout as error:
            raise EnvironmentFailure("profiel_in_gebruik") from error
        except OSError as error:
            raise EnvironmentFailure("map_niet_te_maken", pad=str(self.folder)) from error
        try:
            shutil.rmtree(self.prints, ignore_errors=True)  # what a crash left: nobody looks at it any more
            yield
        finally:
            lock.release()

    def set_aside(self, now: datetime) -> Path:
        """A database that cannot be opened is moved with its settings, never deleted; one can enrol again.

        Moving all of it back undoes this. A new enrolment is a new laptop, because its numbering starts anew.
        """
        target = self.folder / "apart" / now.strftime("%Y%m%d-%H%M%S")
        target.mkdir(parents=True, exist_ok=True)
        database = self.database.name
        for name in (database, f"{database}-wal", f"{database}-shm", self._settings.name):
            if (self.folder / name).exists():
                shutil.move(self.folder / name, target / name)
        return target

    def wipe_database(self) -> None:
        """The database with its log and its copies; settings and other files stay."""
        for path in self.folder.glob(f"{self.database.stem}*"):
            path.unlink(missing_ok=True)

    def wipe(self) -> None:
        """After a revocation: the database and everything derived from it go; the empty profile stays."""
        self.wipe_database()
        shutil.rmtree(self.folder / "apart", ignore_errors=True)
        shutil.rmtree(self.folder / "import", ignore_errors=True)
        shutil.rmtree(self.logs, ignore_errors=True)
        shutil.rmtree(self.prints, ignore_errors=True)
        for path in self.folder.glob(f"{self._settings.stem}*"):
            path.unlink(missing_ok=True)
