"""A centre with things that a stranger may not see, each marked; and what must be untouched afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from desktop.models import row_codec
from desktop.models.rights import REGIO
from desktop.models.tables.centre import FeedEntry
from tests.support.builders import new_id
from tests.support.region import World
from tests.support.senders import Sender

ELSEWHERE = "0197b0c4-0000-7000-8000-0000000000ee"
"""Another region, whose rows stand in the same tables."""
MARKS = ("MERK-ANDERE-REGIO", "MERK-VERTROUWELIJK", "MERK-DOSSIER", "MERK-POSTVAK", "MERK-LIJST")


@dataclass
class Prey:
    """Herman's secrets, another region's employer, and the laptop of a stranger: Anouk, bemiddelaar."""

    world: World
    owner: Sender
    stranger: Sender
    ids: dict[str, str]
    buckets: list[str]

    def untouched(self) -> dict[str, Any]:
        """Everything of others that the stranger must not be able to move: laptops, queue, rows."""
        mine = self.stranger.laptop_id
        person = self.stranger.account.actor.medewerker_id
        queries = {
            "laptops": "SELECT id, token_hash, laatste_n, openstaand, ingetrokken_op, gewist_op FROM laptop "
            "WHERE id <> :mine",
            "ledger": "SELECT laptop_id, n, uuid, uitkomst FROM grootboek WHERE laptop_id <> :mine",
            "inbox": "SELECT id, versie, status FROM afstemming WHERE medewerker_id <> :person "
            "AND aangemaakt_door <> :person",
            "lists": "SELECT id, versie, naam FROM bewaarde_lijst WHERE medewerker_id <> :person",
            "elsewhere": "SELECT id, versie, naam FROM werkgever WHERE regio_id = :elsewhere",
            "contact there": "SELECT id FROM contactmoment WHERE werkgever_id = :there",
            "secret": "SELECT id, notitie FROM contactnotitie WHERE vertrouwelijk "
            "AND aangemaakt_door <> :person",
            "people": "SELECT id, naam, rol, actief FROM medewerker",
        }
        values = {"mine": mine, "person": person, "elsewhere": ELSEWHERE, "there": self.ids["elsewhere"]}
        return {name: sorted(map(tuple, self._rows(query, values))) for name, query in queries.items()}

    def _rows(self, query: str, values: dict[str, str]) -> list[Any]:
        with self.world.engine.begin() as connection:
            used = {name: value for name, value in values.items() if f":{name}" in query}
            return list(connection.execute(text(query), used).all())


def prepare(world: World) -> Prey:
    """Marks what others have."""
    owner, stranger = Sender(world, "herman"), Sender(world, "anouk")
    known = owner.werkgever("Houtbouw Eemvallei")
    werkgever, apart = known.argumenten["id"], owner.werkgever("Bakkerij Apart")
    note, inbox = new_id(), owner.message("regie.neem", werkgever_id=new_id())
    kept = owner.message("lijst.bewaar", id=new_id(), naam="MERK-LIJST", keuze={"tekst": "zoek"})
    answers = owner.send(
        known,
        owner.contact(werkgever, id=note, notitie="MERK-VERTROUWELIJK", vertrouwelijk=True),
        # At a werkgever that the stranger does not name: its own contact would open that dossier to it.
        apart,
        owner.contact(apart.argumenten["id"], notitie="MERK-DOSSIER"),
        inbox,
        kept,
        owner.message("werkgever.wijzig", werkgever_id=new_id(), naam="MERK-POSTVAK"),
    )
    assert [one.uitkomst for one in answers].count("toegepast") == 5, answers
    [notice] = world.sql("SELECT id FROM afstemming WHERE opdracht_uuid = :uuid", uuid=inbox.uuid)
    ids = {"werkgever": werkgever, "contact": note, "inbox": notice.id, "list": kept.argumenten["id"]}
    ids |= {
        "command": known.uuid,
        "elsewhere": another_region(world, werkgever),
        "owner": owner.account.actor.medewerker_id,
    }
    buckets = world.sql("SELECT DISTINCT bucket FROM feed_entry ORDER BY bucket")
    return Prey(world, owner, stranger, ids, [row.bucket for row in buckets])


def another_region(world: World, like: str) -> str:
    """An employer of a region that is not this one, in the bucket of the same name; its id."""
    columns = [name for name in row_codec.column_names("werkgever") if name not in ("id", "regio_id", "naam")]
    names, made = ", ".join(columns), new_id()
    world.sql(
        f"INSERT INTO werkgever (id, regio_id, naam, {names}) "  # noqa: S608 (our own columns)
        f"SELECT :made, :elsewhere, 'MERK-ANDERE-REGIO', {names} FROM werkgever WHERE id = :like",
        made=made, elsewhere=ELSEWHERE, like=like,
    )  # fmt: skip
    with world.session() as session:
        entry = FeedEntry(
            regio_id=ELSEWHERE, bucket=REGIO, tabel="werkgever", rij_id=made, nr=10_000, hash=1, weg=False
        )
        session.add(entry)
    return made
