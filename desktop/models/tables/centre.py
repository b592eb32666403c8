"""What only the centre has: its own facts, accounts, the ledger of commands, the feed, and the indexes that
only PostgreSQL can keep. A laptop never imports this: each `postgresql_where` would load that dialect.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Sequence, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables import KandidaatOverdracht, Kandidaatregie, Overdracht, Regie, Werkgever
from desktop.models.tables.base import CENTRE, Base, CodeText, IdText, Json

CHANGE_NUMBER = Sequence("wijziging_nr", metadata=Base.metadata)


class Regio(Base):
    """The region that this centre serves. `epoch` is new after each restore from a backup.

    `lease_dagen`: how long a laptop opens without contact.
    """

    __tablename__ = "regio"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    naam: Mapped[str] = mapped_column(String(70))
    epoch: Mapped[str] = mapped_column(IdText)
    oefen: Mapped[bool] = mapped_column(default=False)
    aangemaakt_op: Mapped[datetime]
    lease_dagen: Mapped[int] = mapped_column(default=30, server_default="30")

    __table_args__ = ({"info": CENTRE},)


class Uitnodiging(Base):
    """A one-time code for one person, stored hashed."""

    __tablename__ = "uitnodiging"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    medewerker_id: Mapped[str] = mapped_column(IdText, index=True)
    verloopt_op: Mapped[datetime]
    gebruikt_op: Mapped[datetime | None]

    __table_args__ = ({"info": CENTRE},)


class Laptop(Base):
    """An enrolled laptop with its hashed token and the number of its last handled command.

    `sleutelhelft` is the half of its database key that the centre keeps; a stolen laptop has none any more.
    """

    __tablename__ = "laptop"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    regio_id: Mapped[str] = mapped_column(IdText)
    medewerker_id: Mapped[str] = mapped_column(IdText, index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    aangemeld_op: Mapped[datetime]
    laatst_gezien: Mapped[datetime | None]
    versie: Mapped[str | None] = mapped_column(String(20))
    openstaand: Mapped[int] = mapped_column(default=0)
    laatste_n: Mapped[int] = mapped_column(BigInteger, default=0)
    bevestigd_n: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    buckets: Mapped[list[str]] = mapped_column(Json, default=list)
    ingetrokken_op: Mapped[datetime | None]
    gewist_op: Mapped[datetime | None]
    sleutelhelft: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = ({"info": CENTRE},)


class Persoonssleutel(Base):
    """What the ledger keeps about a person is under this key (64 hexadecimal digits).

    Without a key and with `gewist_op` the person was erased: nothing about this id is taken in any more.
    """

    __tablename__ = "persoonssleutel"

    persoon_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    sleutel: Mapped[str | None] = mapped_column(String(64))
    gewist_op: Mapped[datetime | None]

    __table_args__ = ({"info": CENTRE},)


class Grootboek(Base):
    """The ledger: each command once, with its answer, written in the transaction of its effects."""

    __tablename__ = "grootboek"

    laptop_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    uuid: Mapped[str] = mapped_column(IdText)
    naam: Mapped[str] = mapped_column(CodeText)
    versie: Mapped[int]
    medewerker_id: Mapped[str] = mapped_column(IdText)
    ontvangen_op: Mapped[datetime]
    uitkomst: Mapped[str] = mapped_column(CodeText)
    code: Mapped[str | None] = mapped_column(CodeText)
    parameters: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    vervangen: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    argumenten: Mapped[dict[str, Any] | None] = mapped_column(Json)

    __table_args__ = (UniqueConstraint("uuid", name="uq_grootboek_uuid"), {"info": CENTRE})


class FeedEntry(Base):
    """The newest change of a row in a bucket; `weg` when the row left the bucket."""

    __tablename__ = "feed_entry"

    regio_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    bucket: Mapped[str] = mapped_column(String(80, collation="C"), primary_key=True)
    tabel: Mapped[str] = mapped_column(CodeText, primary_key=True)
    rij_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    nr: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[int] = mapped_column(BigInteger)
    weg: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        Index("ix_feed_entry_nr", "regio_id", "bucket", "nr"),
        Index("ix_feed_entry_rij", "rij_id"),
        {"info": CENTRE},
    )


class BucketState(Base):
    """Count and hash of all rows in a bucket, kept with every commit.

    Up to `opgeruimd_tot` it is no longer known which rows left: an older cursor reads the bucket anew.
    """

    __tablename__ = "bucket_state"

    regio_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    bucket: Mapped[str] = mapped_column(String(80, collation="C"), primary_key=True)
    nr: Mapped[int] = mapped_column(BigInteger)
    aantal: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[int] = mapped_column(BigInteger)
    opgeruimd_tot: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")

    __table_args__ = ({"info": CENTRE},)


class FeedDag(Base):
    """The last change number at the beginning of a day: how old a number is."""

    __tablename__ = "feed_dag"

    regio_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    dag: Mapped[date] = mapped_column(primary_key=True)
    nr: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = ({"info": CENTRE},)


class Teller(Base):
    """The last human number given out per kind (W-00123)."""

    __tablename__ = "teller"

    regio_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    soort: Mapped[str] = mapped_column(CodeText, primary_key=True)
    laatste: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = ({"info": CENTRE},)


def _only_here(name: str, where: str, *columns: Any, unique: bool = True) -> None:
    """An index over some of the rows; it is the centre that decides which of two came first."""
    Index(name, *columns, unique=unique, postgresql_where=text(where)).ddl_if(dialect="postgresql")


_only_here("uq_regie_een", "tot IS NULL", Regie.werkgever_id)
_only_here("uq_kandidaatregie_een", "verwijderd_op IS NULL", Kandidaatregie.kandidaat_id)
_only_here("uq_kandidaat_overdracht_open", "status = 'voorgesteld'", KandidaatOverdracht.kandidaat_id)
_only_here("uq_overdracht_open", "status = 'voorgesteld'", Overdracht.werkgever_id)
_only_here(
    "uq_werkgever_kvk",
    "kvk_nummer IS NOT NULL AND verwijderd_op IS NULL",
    Werkgever.regio_id,
    Werkgever.kvk_nummer,
)
_only_here(
    "ix_werkgever_samengevoegd", "samengevoegd_met IS NOT NULL", Werkgever.samengevoegd_met, unique=False
)
