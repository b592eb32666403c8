"""From a plan to the commands that carry it: `werkgever.importeer` with at most 500 rows each.

A werkgever with many vestigingen is split over several rows with the same id and KvK number, so that a
command stays small enough to travel; a file name that is no text is made readable. Touches values only.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop.imports.candidates import Value
from desktop.imports.planning import Decision, Plan

COMMAND = "werkgever.importeer"
ROWS = 500
VESTIGINGEN = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Arguments of one command, and the decisions of which a part is in it."""

    arguments: dict[str, Any]
    decisions: tuple[Decision, ...]


def batches(made: Plan, batch_id: str, new_id: Callable[[], str]) -> Iterator[Batch]:
    """Only what is new or changed travels; a vestiging counts as a row."""
    rows: list[dict[str, Any]] = []
    decisions: dict[int, Decision] = {}
    weight = 0
    for decision in made.decisions:
        if not decision.sends:
            continue
        for row in _rows(decision, new_id):
            heavy = max(1, len(row.get("vestigingen", ())))
            if rows and weight + heavy > ROWS:
                yield _batch(made, batch_id, rows, decisions)
                rows, decisions, weight = [], {}, 0
            rows.append(row)
            decisions[id(decision)] = decision
            weight += heavy
    if rows:
        yield _batch(made, batch_id, rows, decisions)


def _batch(made: Plan, batch_id: str, rows: list[dict[str, Any]], decisions: dict[int, Decision]) -> Batch:
    name = os.fsencode(made.table.source.path.name).decode("utf-8", "replace")
    return Batch({"batch": batch_id, "bestand": name[-200:], "regels": rows}, tuple(decisions.values()))


def _rows(decision: Decision, new_id: Callable[[], str]) -> Iterator[dict[str, Any]]:
    head, places = _content(decision, new_id)
    whole = head | decision_fields(decision)
    for start in range(0, max(1, len(places)), VESTIGINGEN):
        part = places[start : start + VESTIGINGEN]
        row = whole if start == 0 else head
        yield row | {"vestigingen": part} if part else row


def _content(decision: Decision, new_id: Callable[[], str]) -> tuple[dict[str, Any], list[dict[str, Value]]]:
    group, known = decision.group, decision.known
    kvk = group.kvk_nummer or (known.kvk_nummer if known else None)
    head: dict[str, Any] = {
        "id": known.id if known else new_id(),
        "naam": known.naam if known else group.naam,
    }
    if kvk:
        head["kvk_nummer"] = kvk
    wanted = sorted(decision.change.places) if decision.change else range(len(group.vestigingen))
    places: list[dict[str, Value]] = [{"id": new_id(), **group.vestigingen[index]} for index in wanted]
    return head, places


def decision_fields(decision: Decision) -> dict[str, Any]:
    """The werkgever's own fields that travel: all of a new one, what differs of a known one."""
    group, change = decision.group, decision.change
    fields: dict[str, Any] = {
        name: value for name, value in group.velden.items() if change is None or name in change.fields
    }
    names = group.handelsnamen if change is None else list(change.names)[:50]
    return fields | ({"handelsnamen": list(names)} if names else {})
