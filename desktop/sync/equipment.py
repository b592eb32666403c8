"""What a laptop's database needs beyond its tables: capture and full text, as this program has them."""

from __future__ import annotations

from sqlalchemy import Engine

from desktop.models import search
from desktop.models.store import SCHEMA_HEAD
from desktop.sync import facts


def prepare(engine: Engine) -> None:
    """Once per version of the program: what an older one left half or parked is put right too."""
    with engine.begin() as connection:
        equipped = f"{SCHEMA_HEAD}.{search.VERSION}"
        if facts.get(connection, "ingericht") == equipped:
            return
        from desktop.models import capture  # rarely: a start does not wait for these
        from desktop.sync import filling, parking

        facts.put(connection, ingericht=equipped)
        filling.abandon(connection)
        capture.install(connection)
        search.install(connection)
        capture.switch(connection, False)
        parking.put_in_place(connection)
        capture.switch(connection, True)
