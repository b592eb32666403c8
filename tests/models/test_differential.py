"""The same commands give the same rows on both databases, one by one and in a batch."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from desktop.models import row_codec
from desktop.models.commands.actie import MaakActie
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.commands.werkgever import RegistreerWerkgever
from desktop.models.context import Context
from desktop.models.errors import Weigering
from tests.models.storylines import Step, storylines
from tests.support.builders import KARIN, NOW, Region, a, context, known_id, region_in

SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
Answer = dict[str, Any]


def answer(region: Region, step: Step, around: Context) -> Answer:
    try:
        outcome = region.do(step.command, context=around)
    except Weigering as refused:
        return {"code": refused.code, **refused.parameters}
    return {
        "result": outcome.result,
        "id": outcome.id,
        "code": outcome.code,
        "parameters": dict(outcome.parameters),
        "replaced": dict(outcome.replaced),
        "warnings": outcome.warnings,
    }


def play(engine: Engine, steps: list[Step], *, together: bool) -> tuple[list[Answer], Any]:
    contexts = [context(step.who, tijd=step.tijd, uuid=step.uuid, basis=step.basis) for step in steps]
    with region_in(engine) as region:
        if together:
            with region.together():
                answers = [answer(region, *pair) for pair in zip(steps, contexts, strict=True)]
        else:
            answers = [answer(region, *pair) for pair in zip(steps, contexts, strict=True)]
        return answers, region.wire()


@pytest.mark.postgres
@pytest.mark.parametrize("together", [False, True], ids=["one by one", "in a batch"])
def test_both_databases_come_to_the_same_rows(sqlcipher: Engine, postgresql: Engine, together: bool) -> None:
    @SETTINGS
    @given(storylines())
    def equal(steps: list[Step]) -> None:
        here, there = (play(engine, steps, together=together) for engine in (sqlcipher, postgresql))
        assert here == there
        for table, rows in here[1].items():
            for row_id, row in rows.items():
                assert row_codec.row_hash(table, row) == row_codec.row_hash(table, there[1][table][row_id])
                json.dumps(row)

    equal()


def test_a_batch_answers_as_one_by_one(engine: Engine) -> None:
    """A laptop runs commands apart and the centre together: people must read the same outcome."""

    @SETTINGS
    @given(storylines())
    def equal(steps: list[Step]) -> None:
        apart, together = (play(engine, steps, together=batch) for batch in (False, True))
        assert apart[0] == together[0]
        assert visible(apart[1]) == visible(together[1])

    equal()


def test_a_refused_command_changes_nothing(engine: Engine) -> None:
    @SETTINGS
    @given(storylines())
    def unchanged(steps: list[Step]) -> None:
        with region_in(engine) as region:
            before = region.wire()
            for step in steps:
                around = context(step.who, tijd=step.tijd, uuid=step.uuid, basis=step.basis)
                refused = "result" not in answer(region, step, around)
                after = region.wire()
                assert after == before or not refused
                before = after

    unchanged()


def test_a_werkgever_that_comes_back_in_the_same_batch_brings_its_places(engine: Engine) -> None:
    """Found by the property above: registered, taken back and built on by a colleague before a commit."""
    werkgever_id, first = known_id("teruggenomen"), known_id("registratie")
    commands = (
        a(RegistreerWerkgever, id=werkgever_id, naam="Café Noord", kvk_nummer=None, woonplaats="Huizen"),
        MaakOngedaan(opdracht_uuid=first, naam="werkgever.registreer", rij_id=werkgever_id),
        a(MaakActie, werkgever_id=werkgever_id),
    )
    uuids = (first, known_id("terug"), known_id("actie"))
    steps = [
        Step(command, KARIN, NOW + timedelta(minutes=n), uuid)
        for n, (command, uuid) in enumerate(zip(commands, uuids, strict=True))
    ]
    apart, together = (play(engine, steps, together=batch) for batch in (False, True))
    assert [one["result"] for one in apart[0]] == ["toegepast"] * 3
    assert [row.get("verwijderd_op") for row in together[1]["vestiging"].values()] == [None]
    assert apart[0] == together[0]
    assert visible(apart[1]) == visible(together[1])


def visible(tables: dict[str, dict[str, row_codec.Wire]]) -> dict[str, Any]:
    """Rows without the version: within a batch a row may gather several changes in one."""
    return {
        table: {
            row_id: {name: value for name, value in row.items() if name not in ("versie", "rij_versie")}
            for row_id, row in rows.items()
        }
        for table, rows in tables.items()
    }
