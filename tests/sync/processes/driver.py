"""One laptop as a process of its own: a person who works and syncs until the process is ended or killed.

    python -m tests.sync.processes.driver FOLDER KEY_FILE MOMENT JOURNAL SEED

Every command stands in the journal before it begins and after it was answered. The person also looks whether
what was recorded is still there (read your writes), also after a restart.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from desktop import compose
from desktop.clock import Clock
from desktop.laptop import Laptop
from desktop.models.errors import EnvironmentFailure, Weigering
from tests.sync.processes.journal import Journal, read

KVK = ("69599084", "68750110", None, None, None, None)
PACE = 0.03
REMEMBERED = 100
ACTS = ("visit", "visit", "visit", "register", "change", "claim", "task", "person", "done")
Plan = tuple[str, dict[str, Any]]


class Person:
    """Works at one laptop."""

    def __init__(self, laptop: Laptop, journal: Journal, seed: str) -> None:
        self.laptop = laptop
        self.journal = journal
        self.random = Random(seed)
        self.ids = Clock()
        self.contacts: list[str] = []
        self.made = 0

    def act(self) -> None:
        """One thing, or nothing when there is nothing yet to do it with."""
        plan = getattr(self, f"_{self.random.choice(ACTS)}")()
        if plan is None:
            return
        naam, arguments = plan
        uuid = self.ids.new_id()
        self.journal.write(soort="begint", uuid=uuid, naam=naam, argumenten=arguments)
        try:
            outcome = self.laptop.doe(naam, arguments, uuid=uuid)
        except Weigering as reason:
            self.journal.write(soort="geweigerd", uuid=uuid, code=reason.code)
            return
        self.journal.write(soort="gedaan", uuid=uuid, uitkomst=outcome.result, id=outcome.id)
        if naam == "contact.leg_vast" and outcome.id:
            self.contacts.append(outcome.id)

    def sync(self) -> None:
        """A round, which may fail for the line's sake and for no other reason."""
        try:
            self.laptop.sync()
        except EnvironmentFailure as failure:
            self.journal.write(soort="ronde_mislukt", code=failure.code)
        except Weigering as reason:
            self.journal.write(
                soort="klacht", tekst=f"a round was refused: {reason.code} {reason.parameters}"
            )
        else:
            self.journal.write(soort="ronde")
        self.look()

    def look(self) -> None:
        """What was recorded here is here, before and after it was sent."""
        wanted = self.contacts[-REMEMBERED:]
        here = set(self._ids("contactmoment"))
        for gone in set(wanted) - here:
            self.journal.write(soort="klacht", tekst=f"contact {gone} was recorded here and is not here")

    def _ids(self, table: str) -> list[str]:
        with self.laptop._readers.connect() as connection:
            rows = connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY id")  # noqa: S608 (our own names)
            return [row[0] for row in rows]

    def _one(self, table: str) -> str | None:
        found = self._ids(table)
        return self.random.choice(found) if found else None

    def _about(self, opdracht: str, table: str = "werkgever", /, **arguments: Any) -> Plan | None:
        found = self._one(table)
        return (opdracht, {f"{table}_id": found} | arguments) if found else None

    def _text(self) -> str:
        self.made += 1
        return f"{self.ids.new_id()} {self.made}"

    def _register(self) -> Plan:
        kvk = self.random.choice(KVK)
        return "werkgever.registreer", {
            "id": self.ids.new_id(), "naam": f"Bedrijf {self._text()[-8:]}", "kvk_nummer": kvk,
        }  # fmt: skip

    def _visit(self) -> Plan | None:
        return self._about("contact.leg_vast", datum="2026-11-20", kanaal="bezoek", notitie=self._text())

    def _change(self) -> Plan | None:
        field = self.random.choice(("website", "sector", "naam"))
        return self._about("werkgever.wijzig", **{field: f"nieuw{self.random.randrange(10_000)}.nl"})

    def _claim(self) -> Plan | None:
        return self._about("regie.neem")

    def _task(self) -> Plan | None:
        return self._about(
            "actie.maak", gevraagde_handeling=self._text()[-40:], toegewezen_aan_id=self._one("medewerker")
        )

    def _done(self) -> Plan | None:
        return self._about("actie.rond_af", "actie")

    def _person(self) -> Plan | None:
        return self._about("contactpersoon.registreer", naam=f"Persoon {self._text()[-8:]}")


class _Line(logging.Formatter):
    """With what the message is about, and the text of a fault: nothing here is anybody's."""

    def format(self, record: logging.LogRecord) -> str:
        about = {
            name: vars(record)[name] for name in ("naam", "n", "bucket", "reden") if name in vars(record)
        }
        return f"{record.levelname} {super().format(record)} {about}"


def _log() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_Line("%(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def main(words: list[str]) -> int:
    """Until SIGTERM. Ends with 0; anything that nobody foresaw goes to stderr and ends with 1."""
    folder, key_file, moment, path, seed = words
    ending = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ending.set())
    _log()
    journal = Journal(Path(path))
    earlier = read(Path(path)).contacts()
    place = compose.Place(Path(folder), Path(key_file), datetime.fromisoformat(moment))
    with compose.open_laptop(place) as laptop:
        person = Person(laptop, journal, seed)
        person.contacts += earlier
        journal.write(soort="gestart")
        while not ending.is_set():
            for _ in range(person.random.randrange(4)):
                person.act()
            if person.random.random() < 0.6:
                person.sync()
            ending.wait(PACE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
