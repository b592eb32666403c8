"""The history of the schema: what it makes is what the models say, on both databases."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, create_mock_engine, inspect, text

from desktop.models import migrations, store
from desktop.models.tables import Base
from tests.models.conftest import KEY
from tests.support.databases import FreshPostgres

HERE = Path(migrations.__file__).parent
SIDES = [
    pytest.param("sqlcipher", store.LAPTOP, id="laptop"),
    pytest.param("postgresql", store.CENTRE, id="centre", marks=pytest.mark.postgres),
]
both_sides = pytest.mark.parametrize(("database", "side"), SIDES)


def opened(request: pytest.FixtureRequest, database: str) -> Engine:
    engine: Engine = request.getfixturevalue(database)
    return engine


@both_sides
def test_models_and_migrations_are_equal(request: pytest.FixtureRequest, database: str, side: str) -> None:
    names = {table.name for table in store.tables_of(side)}

    def ours(found: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
        if kind == "table":
            return name in names
        # An index for PostgreSQL alone is no lack of SQLite's.
        condition = getattr(found, "_ddl_if", None)
        return condition is None or condition.dialect == opened(request, database).dialect.name

    with opened(request, database).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_object": ours},
        )
        assert compare_metadata(context, Base.metadata) == []


@both_sides
def test_an_end_has_its_own_tables_and_no_others(
    request: pytest.FixtureRequest, database: str, side: str
) -> None:
    inspector = inspect(opened(request, database))
    found = set(inspector.get_table_names()) - {"alembic_version"}
    # The laptop's search index and its triggers are made beside the migrations.
    assert found == {table.name for table in store.tables_of(side)}


@both_sides
def test_what_the_comparison_does_not_see_is_equal_too(
    request: pytest.FixtureRequest, database: str, side: str
) -> None:
    """Checks, deferred keys, the columns (an added one stands last) and the name of every constraint."""
    inspector = inspect(opened(request, database))
    for table in store.tables_of(side):
        found = sorted(column["name"] for column in inspector.get_columns(table.name))
        assert found == sorted(column.name for column in table.columns), table.name
        checks = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
        assert {check["name"] for check in inspector.get_check_constraints(table.name)} == checks
        assert inspector.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
        keys = inspector.get_foreign_keys(table.name)
        assert {key["name"] for key in keys} == {str(key.name) for key in table.foreign_key_constraints}
        for key in keys:
            assert key["options"] == {"deferrable": True, "initially": "DEFERRED"}, key


def test_sqlite_is_told_the_same_in_the_same_words(sqlcipher: Engine) -> None:
    """WITHOUT ROWID and the like: what the models would create, word for word."""
    with sqlcipher.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        found: dict[str, str] = {row.name: row.sql for row in rows}
    for table in store.tables_of(store.LAPTOP):
        assert words(found[table.name]) == words(created(sqlcipher, table)), table.name


def created(engine: Engine, table: Any) -> str:
    said: list[str] = []
    mock = create_mock_engine(
        "sqlite://", lambda statement, *_, **__: said.append(str(statement.compile(dialect=engine.dialect)))
    )
    Base.metadata.create_all(mock, tables=[table], checkfirst=False)
    return said[0]


def words(statement: str) -> list[str]:
    """A table that was made anew has its name in quotes, which says nothing else."""
    plain = statement.replace('"', "").replace(",", " ")
    return sorted(plain.replace("(", " ( ").replace(")", " ) ").split())


_COLUMNS = """
    SELECT table_name, column_name, data_type, character_maximum_length, datetime_precision, collation_name,
           is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
"""
_INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
_CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
"""


@pytest.mark.postgres
def test_postgresql_is_told_the_same(postgresql: Engine, fresh_postgres: FreshPostgres) -> None:
    """Collations, precisions, partial indexes: a database made from the models beside a migrated one."""
    modelled = store.central_engine(fresh_postgres())
    try:
        Base.metadata.create_all(modelled, tables=store.tables_of(store.CENTRE))
        migrated, made = catalogue(postgresql), catalogue(modelled)
        assert migrated - made == set()
        assert made - migrated == set()
    finally:
        modelled.dispose()


def catalogue(engine: Engine) -> set[tuple[Any, ...]]:
    with engine.connect() as connection:
        queries = (_COLUMNS, _INDEXES, _CONSTRAINTS)
        return {tuple(row) for query in queries for row in connection.execute(text(query))}


@pytest.mark.postgres
def test_the_centre_counts_changes(postgresql: Engine) -> None:
    with postgresql.connect() as connection:
        first, second = (
            connection.execute(text("SELECT nextval('wijziging_nr')")).scalar_one() for _ in "ab"
        )
    assert second == first + 1


def test_the_head_is_the_one_that_the_store_expects() -> None:
    assert migrations.head() == store.SCHEMA_HEAD
    assert store.SCHEMA_HEAD in migrations.known_revisions()


def test_a_migration_never_asks_the_models() -> None:
    imported = {
        name
        for path in (*HERE.glob("first_*.py"), *(HERE / "versions").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (name := node.module or "").startswith("desktop")
    }
    assert imported
    assert {name for name in imported if not name.startswith("desktop.models.migrations")} == set()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.models.migrations import first_laptop

    engine = store.laptop_engine(tmp_path / "werkregie.db", KEY, writer=True)
    _fails_then_works(engine, store.LAPTOP, first_laptop, monkeypatch)


@pytest.mark.postgres
def test_a_migration_that_fails_at_the_centre_leaves_nothing(
    fresh_postgres: FreshPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.models.migrations import first_centre

    _fails_then_works(store.central_engine(fresh_postgres()), store.CENTRE, first_centre, monkeypatch)


def _fails_then_works(engine: Engine, side: str, last: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    create: Callable[[], None] = last.create

    def fail() -> None:
        create()
        raise OSError("power cut")

    try:
        monkeypatch.setattr(last, "create", fail)
        with pytest.raises(OSError, match="power cut"):
            store.migrate(engine, side)
        assert inspect(engine).get_table_names() == []
        monkeypatch.setattr(last, "create", create)
        assert store.migrate(engine, side)
    finally:
        engine.dispose()
