"""The declarative base, column types that behave alike on both databases, and what every synced row has.

Text ids and whole-second instants are the same bytes on both ends, on the wire and in a row's hash
(docs/adr/0005). Touches SQLAlchemy only.

Tables do without postponed annotations: SQLAlchemy would compile each of their words, a fifth of mapping.
"""

from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar, TypeVar

from sqlalchemy import JSON, Date, Dialect, ForeignKey, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.orm.decl_api import DeclarativeAttributeIntercept
from sqlalchemy.types import TypeEngine

Row = TypeVar("Row")
NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A UTC moment in whole seconds: timestamptz on PostgreSQL, '2026-11-22T10:38:00Z' on SQLite."""

    impl = String(20)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import TIMESTAMP

            return TIMESTAMP(timezone=True, precision=0)  # type_descriptor() would lose the precision
        return dialect.type_descriptor(String(20))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        moment = value.astimezone(UTC).replace(microsecond=0)
        return moment if dialect.name == "postgresql" else instant_text(moment)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value)


@lru_cache(1024)
def instant_text(moment: datetime) -> str:
    """The one text form of an instant. The rows of a batch share a few instants, so they are kept."""
    return f"{moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"


class _Binary(TypeDecorator[Any]):
    """JSONB; its dialect is imported at the centre only, because a laptop starts a tenth sooner without."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB(none_as_null=True))


Json = JSON(none_as_null=True).with_variant(_Binary(), "postgresql")
IdText = String(36).with_variant(String(36, collation="C"), "postgresql")
CodeText = String(40)

Key = Annotated[str, mapped_column(IdText, primary_key=True)]


class _Table(DeclarativeAttributeIntercept):
    """What is called when a row is made."""

    def __call__(cls: type[Row], **values: Any) -> Row:  # noqa: N805
        """A new row, made as one that is read: nothing watches it yet, so its values need no history (that is
        ten times as fast), and nobody listens to its being made (of what is left that was more than half).
        """
        known = _columns(cls.__mapper__)  # type: ignore[attr-defined]
        if not values.keys() <= known:
            raise TypeError(f"{cls.__name__} has no {values.keys() - known}")
        row: Row = cls.__mapper__.class_manager.new_instance()  # type: ignore[attr-defined]
        vars(row).update(values)
        return row


class Base(DeclarativeBase, metaclass=_Table):
    """All tables; `info={'side': …}` says which end has them, absent means both."""

    metadata = MetaData(naming_convention=NAMING)

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant(),
        date: Date(),
        dict[str, Any]: Json,
        list[str]: Json,
    }


@cache
def _columns(mapper: Mapper[Any]) -> frozenset[str]:
    return frozenset(mapper.column_attrs.keys())


def reference(target: str) -> ForeignKey:
    """A foreign key that is checked when the transaction ends: a batch may arrive in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


class Synced:
    """What every row has that travels between laptop and centre.

    `versie` guards each UPDATE: who writes over a row that changed meanwhile gets a StaleDataError.
    """

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versie, "version_id_generator": False}

    id: Mapped[Key]
    regio_id: Mapped[str] = mapped_column(IdText)
    versie: Mapped[int] = mapped_column(default=1)
    aangemaakt_op: Mapped[datetime]
    aangemaakt_door: Mapped[str] = mapped_column(IdText)
    gewijzigd_op: Mapped[datetime]
    gewijzigd_door: Mapped[str] = mapped_column(IdText)
    verwijderd_op: Mapped[datetime | None]


LAPTOP = {"side": "laptop"}
CENTRE = {"side": "centre"}


def long_text(limit: int) -> Text:
    """Text whose limit the command checks; kept as plain text on both databases."""
    return Text().with_variant(String(limit), "postgresql")
