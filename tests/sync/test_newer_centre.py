"""A centre that knows tables and columns that this program does not: kept, counted, and put in place later.

The newer centre is played on the line: it adds a column to werkgevers and a whole table, with the sums that
such a centre would send.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desktop.models import row_codec
from desktop.models.errors import EnvironmentFailure
from desktop.sync import parking
from desktop.sync.protocol import Page, Snapshot, SnapshotPart, SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport
from tests.support.region import Seat, World
from tests.support.senders import Sender

pytestmark = pytest.mark.postgres
TABLE, COLUMN = "droom", "toekomst"
CANONICAL = msgspec.json.Encoder(order="sorted").encode
Wire = dict[str, Any]


class Newer:
    """The line to a centre of a later version. `dreams` are the rows of its new table in bucket regio."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.dreams: dict[str, Wire] = {}
        self.told: set[str] = set()
        self.gone: list[str] = []
        self._hashes: dict[str, tuple[int, int]] = {}
        patch.setattr(HttpTransport, "sync", self._sync(HttpTransport.sync))
        patch.setattr(HttpTransport, "snapshot", self._snapshot(HttpTransport.snapshot))

    def dream(self, row_id: str, **fields: Any) -> None:
        """A row of the new table is made or changed."""
        self.dreams[row_id] = {"id": row_id, "versie": 1} | fields
        self.told.discard(row_id)

    def forget(self, row_id: str) -> None:
        """A row of the new table leaves the bucket."""
        del self.dreams[row_id]
        self.gone.append(row_id)

    def _richer(self, table: str, wire: Wire) -> Wire:
        if table != "werkgever":
            return wire
        richer = wire | {COLUMN: {"over": wire["naam"]}}
        self._hashes[wire["id"]] = (row_codec.row_hash(table, wire), row_codec.row_hash(table, richer))
        return richer

    def _sync(self, real: Any) -> Any:
        def sync(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
            response: SyncResponse = real(transport, request)
            for page in response.paginas:
                wires = [self._richer(page.tabel, wire) for wire in msgspec.json.decode(page.rijen)]
                page.rijen = msgspec.Raw(CANONICAL(wires))
                page.kolommen += [COLUMN] if page.tabel == "werkgever" else []
            fresh = [wire for row_id, wire in self.dreams.items() if row_id not in self.told]
            if request.ophalen and (fresh or self.gone) and request.cursors:
                response.paginas.append(Page("regio", TABLE, msgspec.Raw(CANONICAL(fresh)), self.gone))
                self.told |= self.dreams.keys()
                self.gone = []
            if response.standen:
                response.standen["regio"] = self._sum(*response.standen["regio"])
            return response

        return sync

    def _snapshot(self, real: Any) -> Any:
        def snapshot(transport: HttpTransport, bucket: str, resume: str | None) -> Snapshot:
            piece: Snapshot = real(transport, bucket, resume)
            for part in piece.delen:
                wires = [self._richer(part.tabel, wire) for wire in msgspec.json.decode(part.rijen)]
                part.rijen = msgspec.Raw(CANONICAL(wires))
                part.kolommen += [COLUMN] if part.tabel == "werkgever" else []
            if bucket == "regio" and piece.hervat is None:
                rows = msgspec.Raw(CANONICAL(list(self.dreams.values())))
                piece.delen.append(SnapshotPart(TABLE, ["id", "versie", "titel"], rows))
                self.told |= self.dreams.keys()
            return piece

        return snapshot

    def _sum(self, count: int, combined: int) -> tuple[int, int]:
        for plain, richer in self._hashes.values():
            combined ^= plain ^ richer
        for wire in self.dreams.values():
            combined ^= row_codec.row_hash(TABLE, wire)
        return count + len(self.dreams), combined


@pytest.fixture
def newer(world: World, monkeypatch: pytest.MonkeyPatch) -> Newer:
    fatima = Sender(world, "fatima")
    fatima.send(*(fatima.werkgever(f"Bakkerij {i}") for i in range(3)))
    made = Newer(monkeypatch)
    made.dream("d1", titel="Een nieuw soort rij")
    return made


def _parked(seat: Seat) -> dict[str, dict[str, Wire]]:
    with seat.laptop._writer.connect() as connection:
        return parking.everything(connection)


def _adds_up(seat: Seat) -> None:
    """The totals that the newer centre sends are those of the rows here, with what is parked."""
    assert seat.laptop.bucket_standen() == seat.laptop.bucket_boekhouding() == seat.laptop.standen_centrum()


def test_what_has_no_place_is_kept_and_counts(world: World, newer: Newer) -> None:
    seat = world.laptop("herman", anew=True)
    parked = _parked(seat)
    assert parked[TABLE] == newer.dreams
    assert sorted(row[COLUMN]["over"] for row in parked["werkgever"].values()) == [
        "Bakkerij 0", "Bakkerij 1", "Bakkerij 2",
    ]  # fmt: skip
    _adds_up(seat)
    assert seat.sync().ontvangen == 0


def test_it_follows_what_changes_and_goes(world: World, newer: Newer) -> None:
    seat = world.laptop("herman", anew=True)
    newer.dream("d1", titel="Anders")
    newer.dream("d2", titel="Nog een")
    werkgever = next(iter(seat.rows("werkgever")))
    seat.doe("werkgever.wijzig", werkgever_id=werkgever, naam="Van naam veranderd")
    seat.sync()
    seat.sync()
    assert _parked(seat)[TABLE] == newer.dreams
    assert _parked(seat)["werkgever"][werkgever] == {COLUMN: {"over": "Van naam veranderd"}}
    _adds_up(seat)
    newer.forget("d1")
    seat.sync()
    assert _parked(seat)[TABLE].keys() == {"d2"}
    _adds_up(seat)


@pytest.mark.expects_log("differs from the centre")
def test_a_laptop_that_pages_keeps_it_as_well(
    world: World, newer: Newer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = world.laptop("herman", anew=True)
    seat.sql("DELETE FROM bucket_cursor")
    seat.sql("DELETE FROM bucket_row")
    seat.sql("INSERT INTO eigenschap VALUES ('vegen', 'regio') ON CONFLICT DO UPDATE SET waarde = 'regio'")
    newer.told.clear()
    seat.sync()
    newer.told.clear()
    seat.sync()
    assert _parked(seat)[TABLE] == newer.dreams
    _adds_up(seat)


def test_after_its_own_upgrade_it_is_put_in_place(
    world: World, newer: Newer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program learns the column: what was parked of it is there, also under a change that waits."""
    seat = world.laptop("herman", anew=True)
    werkgever, other = sorted(seat.rows("werkgever"))[:2]
    seat.doe("werkgever.wijzig", werkgever_id=werkgever, naam="Wacht nog")
    real = row_codec.column_names
    with seat.laptop._writer.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE werkgever ADD COLUMN {COLUMN} TEXT")
        names = (*real("werkgever"), COLUMN)
        monkeypatch.setattr(parking, "_known", lambda table: frozenset(names) if table == "werkgever" else ())
        monkeypatch.setattr(parking, "column_names", lambda _table: names)
        monkeypatch.setattr(
            parking, "to_sqlite", lambda _table, wire: [_raw(wire.get(name)) for name in names]
        )
        connection.exec_driver_sql("UPDATE eigenschap SET waarde = '0' WHERE naam = 'vastleggen'")
        assert parking.put_in_place(connection) == 3
        pairs = connection.exec_driver_sql("SELECT id, toekomst FROM werkgever").all()
        found = {row_id: str(value) for row_id, value in pairs}
    assert '"Bakkerij' in found[werkgever]
    assert '"Bakkerij' in found[other]
    image = seat.sql("SELECT beeld FROM before_image WHERE rij_id = ?", werkgever)[0][0]
    assert msgspec.json.decode(image)[COLUMN] == found[werkgever]
    assert _parked(seat).keys() == {TABLE}


def _raw(value: Any) -> Any:
    return msgspec.json.encode(value).decode() if isinstance(value, dict) else value


def test_what_this_program_lacks_itself_fails_loudly(world: World) -> None:
    """A database without a column that the program knows is no case for parking."""
    seat = world.laptop("herman")
    seat.sql("ALTER TABLE werkgever RENAME COLUMN sector TO kwijt")
    fatima = Sender(world, "fatima")
    fatima.send(fatima.werkgever("Nieuw"))
    with pytest.raises(Exception, match=r"no such column|has no column") as failure:
        seat.sync()
    assert not isinstance(failure.value, EnvironmentFailure)
    seat.sql("ALTER TABLE werkgever RENAME COLUMN kwijt TO sector")


def test_a_newer_laptop_at_an_older_centre(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older centre knows neither pieces nor the newest fields: everything works as before."""
    from desktop.models.errors import Weigering

    fields = {"bevestigd"}
    real = HttpTransport.sync

    def older(transport: HttpTransport, request: SyncRequest) -> SyncResponse:
        words = {name: value for name, value in msgspec.to_builtins(request).items() if name not in fields}
        response = real(transport, msgspec.convert(words, SyncRequest))
        response.te_oud = []
        return response

    def unknown(*_given: Any) -> Any:
        raise Weigering("adres_onbekend")

    monkeypatch.setattr(HttpTransport, "sync", older)
    monkeypatch.setattr(HttpTransport, "snapshot", unknown)
    seat = world.laptop("fatima", anew=True)
    seat.doe("werkgever.registreer", naam="Bakkerij")
    seat.sync()
    world.assert_converged(seat)
