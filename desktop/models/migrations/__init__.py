"""The history of the schema, one for both databases; each step asks on which side it runs.

Imported only when there is something to do: a start with an up-to-date database never loads Alembic.
"""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    return ScriptDirectory.from_config(config)


def known_revisions() -> frozenset[str]:
    """Every revision that this program knows."""
    return frozenset(script.revision for script in _scripts().walk_revisions())


def head() -> str:
    """The newest revision."""
    return _scripts().get_current_head() or ""


def upgrade(connection: Connection, side: str, target: str = "head") -> None:
    """Runs what is missing inside the caller's transaction; a test stops at an older revision."""
    scripts = _scripts()

    def steps(revision: object, _context: object) -> object:
        return scripts._upgrade_revs(target, revision)  # type: ignore[arg-type]  # noqa: SLF001 - Alembic has no public name for it

    with EnvironmentContext(Config(), scripts, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True, transaction_per_migration=False)
        environment.get_context().opts["side"] = side
        environment.run_migrations()
