"""The audit log of BIO2 8.15: appended to, chained by hash, never changed. Each end has its own."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText


class Auditregel(Base):
    """Who did what to which object, with which result, from where and when. Ids only, no content."""

    __tablename__ = "auditregel"

    nr: Mapped[int] = mapped_column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)
    tijd: Mapped[datetime]
    actor: Mapped[str | None] = mapped_column(IdText)
    actie: Mapped[str] = mapped_column(CodeText)
    object: Mapped[str | None] = mapped_column(String(80))
    resultaat: Mapped[str] = mapped_column(CodeText)
    oorsprong: Mapped[str] = mapped_column(String(80))
    vorige_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    __table_args__ = (Index(None, "tijd"),)
