"""The program dies at every named step, at both ends; afterwards every invariant holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from desktop.models import migrations, steps, store
from desktop.models.steps import Step
from tests.support.databases import FreshPostgres
from tests.support.faults import Killed
from tests.support.region import KEY
from tests.sync.simulation import invariants
from tests.sync.simulation.history import History
from tests.sync.simulation.scenes import SCENES

pytestmark = pytest.mark.postgres
IN_A_HISTORY = [step for step in Step if step is not Step.MIGRATION_BEFORE_COMMIT]
HALF_A_WRITE = 4096 + 24


@pytest.mark.expects_log
@pytest.mark.parametrize("step", IN_A_HISTORY, ids=lambda step: step.name.lower())
def test_nothing_is_lost_or_done_twice(history: History, step: Step) -> None:
    """A laptop that died also has half of its next write on the disk, as after a power cut."""
    assert SCENES[step](history, step), f"{step} was never passed"
    invariants.after_step(history)
    if not step.startswith("centre"):
        history.power_cut(0, HALF_A_WRITE)
    invariants.at_the_end(history)


def _die_while_migrating(engine: Engine, side: str, patch: pytest.MonkeyPatch) -> None:
    def hook(step: Step) -> None:
        if step is Step.MIGRATION_BEFORE_COMMIT:
            raise Killed(step)

    with patch.context() as inner:
        inner.setattr(steps, "hook", hook)
        with pytest.raises(Killed):
            store.migrate(engine, side)


@pytest.mark.parametrize("side", [store.LAPTOP, store.CENTRE])
def test_a_migration_that_dies_left_the_older_schema(
    tmp_path: Path, fresh_postgres: FreshPostgres, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    for number, revision in enumerate(sorted(migrations.known_revisions() - {store.SCHEMA_HEAD})):
        at_laptop = side == store.LAPTOP
        path = tmp_path / f"{number}.db"
        engine = (
            store.laptop_engine(path, KEY, writer=True)
            if at_laptop
            else store.central_engine(fresh_postgres())
        )
        with engine.begin() as connection:
            migrations.upgrade(connection, side, revision)
        older = set(inspect(engine).get_table_names())
        _die_while_migrating(engine, side, monkeypatch)
        engine.dispose()
        with engine.connect() as connection:
            assert store.schema_version(connection) == revision
            assert set(inspect(connection).get_table_names()) == older
        assert store.migrate(engine, side)
        engine.dispose()
