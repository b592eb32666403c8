"""What only a laptop has: the outbox, before-images, cursors, bucket membership, drafts, the log of rounds
and how the window was left.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import LAPTOP, Base, CodeText, IdText, Json


class Opdracht(Base):
    """A command of this laptop: the outbox while it waits, the journal after its answer.

    `uitkomst` is the centre's answer; the status follows in the transaction that brings the rows it made.
    `geleegd_op`: since then what it said about people is gone, for this laptop may not hold that any more.
    """

    __tablename__ = "opdracht"

    n: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    uuid: Mapped[str] = mapped_column(IdText, unique=True)
    naam: Mapped[str] = mapped_column(CodeText)
    versie: Mapped[int]
    argumenten: Mapped[dict[str, Any]] = mapped_column(Json)
    tijd: Mapped[datetime]
    basis: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    werkgever_id: Mapped[str | None] = mapped_column(IdText)
    status: Mapped[str] = mapped_column(CodeText)
    uitkomst: Mapped[str | None] = mapped_column(CodeText)
    code: Mapped[str | None] = mapped_column(CodeText)
    parameters: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    beantwoord_op: Mapped[datetime | None]
    geleegd_op: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_opdracht_status", "status", "n"),
        Index("ix_opdracht_werkgever", "werkgever_id"),
        {"info": LAPTOP},
    )


class BeforeImage(Base):
    """A row as the centre last sent it, kept from the first local change on; empty when it was made here."""

    __tablename__ = "before_image"

    tabel: Mapped[str] = mapped_column(CodeText, primary_key=True)
    rij_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    beeld: Mapped[str | None] = mapped_column(Text)

    __table_args__ = ({"info": LAPTOP, "sqlite_with_rowid": False},)


class BucketCursor(Base):
    """How far this laptop has read a bucket, and the count and hash of what it holds of it."""

    __tablename__ = "bucket_cursor"

    bucket: Mapped[str] = mapped_column(String(80), primary_key=True)
    cursor: Mapped[int]
    aantal: Mapped[int]
    hash: Mapped[int]

    __table_args__ = ({"info": LAPTOP},)


class BucketRow(Base):
    """Which row is here because of which bucket, with the hash of the row as the centre sent it."""

    __tablename__ = "bucket_row"

    tabel: Mapped[str] = mapped_column(CodeText, primary_key=True)
    rij_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    bucket: Mapped[str] = mapped_column(String(80), primary_key=True)
    hash: Mapped[int]

    __table_args__ = ({"info": LAPTOP, "sqlite_with_rowid": False},)


class Vulling(Base):
    """A bucket of a first fill under way: from where it goes on (None: complete) and what came so far."""

    __tablename__ = "vulling"

    bucket: Mapped[str] = mapped_column(String(80), primary_key=True)
    hervat: Mapped[str | None] = mapped_column(Text)
    cursor: Mapped[int]
    aantal: Mapped[int]
    hash: Mapped[int]

    __table_args__ = ({"info": LAPTOP},)


class Geparkeerd(Base):
    """What a newer centre sent and this program has no place for yet: whole rows, or columns of a row."""

    __tablename__ = "geparkeerd"

    tabel: Mapped[str] = mapped_column(CodeText, primary_key=True)
    rij_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    velden: Mapped[dict[str, Any]] = mapped_column(Json)

    __table_args__ = ({"info": LAPTOP},)


class ConceptTekst(Base):
    """A form that was typed and not yet recorded."""

    __tablename__ = "concept"

    soort: Mapped[str] = mapped_column(CodeText, primary_key=True)
    onderwerp_id: Mapped[str] = mapped_column(IdText, primary_key=True)
    velden: Mapped[dict[str, Any]] = mapped_column(Json)
    bewaard_op: Mapped[datetime]

    __table_args__ = ({"info": LAPTOP},)


class Eigenschap(Base):
    """Facts of this laptop: who, which centre and epoch, last number, last sync, capture switch."""

    __tablename__ = "eigenschap"

    naam: Mapped[str] = mapped_column(CodeText, primary_key=True)
    waarde: Mapped[str | None] = mapped_column(Text)

    __table_args__ = ({"info": LAPTOP},)


class Ronde(Base):
    """One round with the centre, as it ended: the log of sync that survives a restart.

    Rounds that follow each other and did nothing, or failed alike, are one line: `keren` is how many.
    """

    __tablename__ = "ronde"

    nummer: Mapped[int] = mapped_column(Integer, primary_key=True)
    begonnen_op: Mapped[datetime]
    geeindigd_op: Mapped[datetime]
    verzonden: Mapped[int]
    toegepast: Mapped[int]
    aangepast: Mapped[int]
    geweigerd: Mapped[int]
    ontvangen: Mapped[int]
    fout: Mapped[str | None] = mapped_column(CodeText)
    keren: Mapped[int] = mapped_column(default=1, server_default="1")

    __table_args__ = ({"info": LAPTOP},)


class Vensterstand(Base):
    """How a part of the window was left: sizes, sort, recent werkgevers, keys. Encrypted with the rest."""

    __tablename__ = "vensterstand"

    naam: Mapped[str] = mapped_column(CodeText, primary_key=True)
    waarde: Mapped[dict[str, Any]] = mapped_column(Json)

    __table_args__ = ({"info": LAPTOP},)
