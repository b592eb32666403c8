"""What must be true when everything is mended and quiet: journals of the laptops beside the centre's ledger.

The invariants are those of a sync that may be trusted with the only copy: nothing that was said to be done is
lost or done twice, every laptop holds what its person may see, every refusal was told, the queue drains.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from desktop.models import narrow, row_codec, work_index
from desktop.models.errors import EnvironmentFailure, Weigering
from tests.support.region import Seat, World
from tests.sync.processes.journal import Told

TWO_HOLD = "SELECT werkgever_id FROM regie WHERE tot IS NULL GROUP BY werkgever_id HAVING count(*) > 1"
NOTES = "SELECT notitie FROM contactnotitie"
LEDGER = "SELECT n, uuid, naam, uitkomst, code FROM grootboek WHERE laptop_id = :laptop ORDER BY n"


class Findings:
    """`violations` is empty when all is well; `counts` says how much was looked at."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.violations: list[str] = []
        self.counts: Counter[str] = Counter()

    def check(self, told: dict[str, Told]) -> None:
        """`told` by laptop id. The laptops of the world are open and quiet."""
        notes = Counter(row.notitie for row in self.world.sql(NOTES))
        contacts = {row.id for row in self.world.sql("SELECT id FROM contactmoment")}
        for seat in self.world.seats:
            self._laptop(seat, told[seat.laptop.laptop_id], notes, contacts)
        self._must(not self.world.sql(TWO_HOLD), "two hold the regie of one werkgever")
        self._converged()

    def _must(self, holds: bool, otherwise: str) -> None:
        self.counts["checks"] += 1
        if not holds:
            self.violations.append(otherwise)

    def _laptop(self, seat: Seat, told: Told, notes: Counter[str], contacts: set[str]) -> None:
        who = f"{seat.person} ({seat.place.folder.name})"
        self.violations += [f"{who}: {text}" for text in told.complaints]
        ledger = self.world.sql(LEDGER, laptop=seat.laptop.laptop_id)
        self.counts["commands"] += len(ledger)
        for row in ledger:
            self.counts[f"answer: {row.uitkomst}"] += 1
            self._must(row.code != "opdracht_fout", f"{who}: {row.naam} failed at the centre")
        self._ledger(who, told, ledger)
        self._contacts(who, told, {row.uuid: row for row in ledger}, notes, contacts)
        self._told_of_refusals(who, seat, ledger)
        self._quiet(who, seat)

    def _ledger(self, who: str, told: Told, ledger: list[Any]) -> None:
        known = {row.uuid for row in ledger}
        self._must(
            [row.n for row in ledger] == list(range(1, len(ledger) + 1)), f"{who}: a gap in the ledger"
        )
        for uuid, line in told.done.items():
            self._must(uuid in known, f"{who}: {line['naam']} {uuid} was told to be done and is lost")
        self._must(known <= told.begun.keys(), f"{who}: the ledger has what nobody did")
        self._must(not known & told.refused, f"{who}: something refused here was sent")

    def _contacts(
        self, who: str, told: Told, ledger: dict[str, Any], notes: Counter[str], contacts: set[str]
    ) -> None:
        for uuid, line in told.done.items():
            if line["naam"] != "contact.leg_vast" or uuid not in ledger:
                continue
            text = line["argumenten"]["notitie"]
            outcome = ledger[uuid].uitkomst
            self._must(outcome in ("toegepast", "aangepast"), f"{who}: a contact that took place: {outcome}")
            self._must(line["id"] in contacts, f"{who}: contact {line['id']} is not at the centre")
            self._must(notes[text] == 1, f"{who}: the note of {line['id']} is there {notes[text]} times")

    def _told_of_refusals(self, who: str, seat: Seat, ledger: list[Any]) -> None:
        shown = {
            row["opdracht_uuid"] for row in seat.rows("afstemming").values() if row["soort"] == "weigering"
        }
        refused = {row.uuid for row in ledger if row.uitkomst == "geweigerd"}
        self._must(refused <= shown, f"{who}: was not told of {len(refused - shown)} refusals")

    def _quiet(self, who: str, seat: Seat) -> None:
        try:
            again = seat.sync().counts()
        except (EnvironmentFailure, Weigering) as failure:
            self.violations.append(f"{who}: a round on a whole line failed: {failure.code}")
            return
        self._must(not any(again.values()), f"{who}: a round with nothing to do did {again}")
        waiting = seat.sql("SELECT count(*) FROM opdracht WHERE status IN ('wacht', 'aangevraagd')")[0][0]
        self._must(waiting == 0, f"{who}: {waiting} commands still wait")
        self._must(seat.sql("SELECT * FROM before_image") == [], f"{who}: before-images were left")
        self._must(seat.sql("PRAGMA foreign_key_check") == [], f"{who}: a row refers to nothing")
        with seat.laptop._writer.begin() as connection:
            self._must(
                [*narrow.differing(connection), *work_index.differing(connection)] == [],
                f"{who}: narrow tables differ",
            )

    def _converged(self) -> None:
        for seat in self.world.seats:
            self.counts["rows compared"] += sum(len(seat.rows(table)) for table in row_codec.TABLES)
        try:
            self.world.assert_converged()
        except AssertionError as difference:
            self.violations.append(f"not equal: {str(difference)[:400]}")
