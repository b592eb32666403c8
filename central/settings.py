"""Settings of the service, from the environment so that several processes share them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime

from desktop.clock import Clock, clock_at

DATABASE, MOMENT = "WERKREGIE_CENTRAAL_DATABASE", "WERKREGIE_CENTRAAL_NU"


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is a PostgreSQL URL; `clock` moves the present in an oefenomgeving."""

    database: str
    clock: Clock

    @classmethod
    def from_environment(cls) -> Settings:
        """Read once per process."""
        moment = os.environ.get(MOMENT)
        return cls(os.environ[DATABASE], clock_at(datetime.fromisoformat(moment) if moment else None))
