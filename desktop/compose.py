"""The one place where the parts of a laptop meet: profile, key, database, identity, centre.

Nothing else opens a profile. `open_laptop` gives a laptop that is closed when the block ends;
`open_practice` gives that of the oefenomgeving, which has a profile of its own inside this one.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from desktop import __version__
from desktop.clock import Clock, clock_at
from desktop.frozen import dataclass
from desktop.laptop import Centre, Laptop
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import LAPTOP, database_errors, laptop_engine, migrate
from desktop.preferences import Preferences
from desktop.profile import LOCK_SECONDS, Profile, Settings
from desktop.sync import facts
from desktop.sync.credentials import FileVault, KeyringVault, Vault, database_key
from desktop.sync.equipment import prepare
from desktop.sync.lease import Lease, Revoked, Sealed

if TYPE_CHECKING:
    from desktop.practice.laptop import PracticeLaptop
    from desktop.sync.protocol import EnrolResponse, LeaseResponse
    from desktop.sync.transport import HttpTransport

log = logging.getLogger(__name__)
READERS = 4
PRACTICE = "oefen"
AnyLaptop = TypeVar("AnyLaptop", bound=Laptop)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the profile is, where its secrets are (None: the keyring), and which present it lives in."""

    folder: Path
    key_file: Path | None = None
    moment: datetime | None = None

    @classmethod
    def from_environment(cls, folder: Path | None, key_file: Path | None, moment: datetime | None) -> Place:
        """The command line first, then the environment, then the platform's own folder."""
        named = folder or _path("WERKREGIE_MAP")
        if named is None:
            from platformdirs import user_data_path

            named = user_data_path("Werkregie", appauthor=False)
        return cls(named, key_file or _path("WERKREGIE_SLEUTELBESTAND"), moment)

    @property
    def profile(self) -> Profile:
        return Profile(self.folder)

    @property
    def practice(self) -> Place:
        """Where the oefenomgeving is: a profile and a key of its own, kept in the same way."""
        key_file = self.key_file.with_name(f"{self.key_file.name}.{PRACTICE}") if self.key_file else None
        return Place(self.folder / PRACTICE, key_file, self.moment)

    def vault(self, settings: Settings) -> Vault:
        """The keyring, or the key file that was asked for."""
        return FileVault(self.key_file) if self.key_file else KeyringVault(settings.profile_id)

    def clock(self, settings: Settings | None) -> Clock:
        """Another present is for an oefenomgeving only."""
        if self.moment is not None and settings is not None and settings.centrum and not settings.oefen:
            raise Weigering("nu_alleen_oefen")
        return clock_at(self.moment)


def _path(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


@contextmanager
def open_laptop(place: Place, patience: float = LOCK_SECONDS, *, contact: bool = False) -> Iterator[Laptop]:
    """The signed-in laptop of this profile; raises `Weigering('niet_aangemeld')` when nobody signed in.

    `patience`: seconds to wait for another program that has it open. A laptop whose lease is over raises
    `Sealed`; with `contact` the centre is asked first.
    """
    profile = place.profile
    if not profile.folder.exists():
        raise Weigering("niet_aangemeld")
    profile.make()
    with profile.locked(patience):
        settings = profile.settings(Clock())
        clock = place.clock(settings)
        if settings.laptop_id is None:
            raise Weigering("niet_aangemeld")
        vault = place.vault(settings)
        lease = Lease(vault)
        try:
            key = lease.key(clock.now(), may_make=not profile.database.exists())
        except Sealed:
            if not contact:
                raise
            key = _unsealed(profile, settings, vault, lease, clock)
        writer, readers = _engines(profile, key, clock)
        try:
            laptop = make_laptop(Laptop, profile, settings, vault, clock, writer, readers, lease)
            with closing(laptop):
                yield laptop
        finally:
            readers.dispose()
            writer.dispose()


@contextmanager
def open_practice(place: Place) -> Iterator[PracticeLaptop]:
    """The oefenomgeving of this profile, made when it is not there yet; the profile itself is left alone."""
    from desktop.practice.laptop import PracticeLaptop
    from desktop.practice.region import make

    here = place.practice
    profile = here.profile
    profile.make()
    with profile.locked():
        settings = profile.settings(Clock())
        clock = clock_at(place.moment)
        vault = here.vault(settings)
        if settings.laptop_id is None:  # never made whole: what is there of it is worth nothing
            vault.destroy()
            profile.wipe_database()
        key = database_key(vault, may_make=not profile.database.exists())
        writer, readers = _engines(profile, key, clock)
        try:
            if settings.laptop_id is None:
                laptop_id = clock.new_id()
                make(writer, clock, laptop_id)
                settings = profile.change(clock, laptop_id=laptop_id, oefen=True)
            yield make_laptop(PracticeLaptop, profile, settings, vault, clock, writer, readers)
        finally:
            readers.dispose()
            writer.dispose()


def wipe_practice(place: Place) -> None:
    """The oefenomgeving goes with its key; it may be made again."""
    here = place.practice
    if not here.folder.exists():
        return
    with here.profile.locked():
        here.vault(here.profile.settings(Clock())).destroy()
    shutil.rmtree(here.folder, ignore_errors=True)


def _unsealed(profile: Profile, settings: Settings, vault: Vault, lease: Lease, clock: Clock) -> str:
    """The centre gives its half back, or says that this laptop is revoked: then everything here goes.

    A centre that cannot be reached leaves it sealed, and that is what the person hears.
    """
    from desktop.sync.transport import HttpTransport

    token = vault.get("token")
    if settings.centrum is None or token is None:
        raise Sealed
    transport = HttpTransport(settings.centrum, token)
    try:
        return lease.keep(_given(transport), clock.now())
    except Revoked:
        _wiped(vault, profile)
        transport.wiped()
        raise
    finally:
        transport.close()


def _given(transport: HttpTransport) -> LeaseResponse:
    try:
        return transport.lease()
    except EnvironmentFailure as failure:
        log.info("the centre could not open this laptop", extra={"reden": failure.code})
        raise Sealed from failure


def _wiped(vault: Vault, profile: Profile) -> None:
    """Whatever goes wrong with the keys, the data go."""
    try:
        vault.destroy()
    finally:
        profile.wipe()


def make_laptop(
    kind: type[AnyLaptop],
    profile: Profile,
    settings: Settings,
    vault: Vault,
    clock: Clock,
    writer: Engine,
    readers: Engine,
    lease: Lease | None = None,
) -> AnyLaptop:
    """A laptop of this kind on an open database; nobody's database is set aside."""
    with database_errors(), writer.begin() as connection:
        identity = facts.identity(connection)
    if settings.laptop_id is None:
        raise Weigering("niet_aangemeld")
    if identity is None:  # an empty file where somebody's database was
        writer.dispose()
        raise EnvironmentFailure("database_apart_gezet", pad=str(profile.set_aside(clock.now())))
    token = vault.get("token")
    centre = Centre(settings.centrum, token) if settings.centrum and token else None

    def wipe() -> None:
        _wiped(vault, profile)

    laptop = kind(writer, readers, clock, settings.laptop_id, identity, centre, wipe, lease)
    laptop.profile = profile
    return laptop


def _engines(profile: Profile, key: str, clock: Clock) -> tuple[Engine, Engine]:
    """Writer and readers on an up-to-date database; one that cannot be opened is set aside, never deleted."""
    writer = laptop_engine(profile.database, key, writer=True)
    try:
        with database_errors():
            migrate(writer, LAPTOP, copy_of=profile.database)
            prepare(writer)
    except EnvironmentFailure as failure:
        writer.dispose()
        if failure.code != "database_onleesbaar":
            raise
        target = profile.set_aside(clock.now())
        raise EnvironmentFailure("database_apart_gezet", pad=str(target)) from failure
    except DatabaseError:
        writer.dispose()
        raise
    return writer, laptop_engine(profile.database, key, writer=False, size=READERS)


def preferences(place: Place) -> Preferences:
    """What was set on this profile, as far as it can be read: the way to a laptop never fails on it."""
    try:
        return place.profile.settings(Clock()).voorkeuren if place.folder.exists() else Preferences()
    except (EnvironmentFailure, OSError):
        return Preferences()


def enrol(place: Place, url: str, code: str) -> facts.Identity:
    """A one-time code against a token; makes the encrypted database and keeps who this laptop belongs to."""
    profile = place.profile
    profile.make()
    with profile.locked():
        settings = profile.settings(Clock())
        if settings.laptop_id is not None:
            raise Weigering("al_aangemeld")
        clock = clock_at(place.moment)
        vault = place.vault(settings)
        key = Lease(vault).fresh_key(clock.now(), may_make=not profile.database.exists())
        writer, readers = _engines(profile, key, clock)
        readers.dispose()
        try:
            with database_errors(), writer.begin() as connection:
                laptop_id = facts.enrolling_as(connection, code, clock.new_id())
            answer = _exchange(url, code, laptop_id)
            if place.moment is not None and not answer.wie.oefen:
                raise Weigering("nu_alleen_oefen")
            vault.put("token", answer.token)
            with database_errors(), writer.begin() as connection:
                facts.put_identity(connection, answer.wie)
                facts.put(connection, epoch=answer.epoch)
                identity = facts.identity(connection)
        finally:
            writer.dispose()
        profile.change(clock, laptop_id=laptop_id, centrum=url, oefen=answer.wie.oefen)
        if identity is None:
            raise EnvironmentFailure("centrum_geen_antwoord", status=200)
        return identity


def _exchange(url: str, code: str, laptop_id: str) -> EnrolResponse:
    from desktop.sync.protocol import EnrolRequest
    from desktop.sync.transport import HttpTransport

    if not url.startswith(("http://", "https://")):
        raise Weigering("centrum_adres")
    if url.startswith("http://") and not _is_loopback(url):
        raise Weigering("centrum_zonder_https")
    transport = HttpTransport(url, None)
    try:
        return transport.enrol(EnrolRequest(code, laptop_id, __version__))
    finally:
        transport.close()


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
