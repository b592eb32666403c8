"""How everything on one laptop is read: whose it is, what day it is, and a connection for each question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from desktop.clock import Clock
from desktop.models.context import REGION_TIME, Actor
from desktop.models.store import database_errors, reading
from desktop.sync import facts

T = TypeVar("T")


class LaptopReader:
    """What every subject's part of `desktop.reading` stands on."""

    def __init__(self, readers: Engine, clock: Clock, identity: facts.Identity) -> None:
        self._readers = readers
        self.clock = clock
        self._identity = identity

    @property
    def actor(self) -> Actor:
        """The signed-in person as the centre last said."""
        return self._identity.actor

    @property
    def medewerker_id(self) -> str:
        return self.actor.medewerker_id

    @property
    def rol(self) -> str:
        return self.actor.rol

    def now(self) -> datetime:
        """The present in UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The calendar day in the region."""
        return self.now().astimezone(REGION_TIME).date()

    def read(self, query: Callable[[Session], T]) -> T:
        """Runs a query on a connection for reading."""
        with database_errors(), reading(self._readers) as session:
            return query(session)
