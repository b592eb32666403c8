"""`werkregie doe`: one command or a file of them, as the signed-in person.

An answer is `{"uuid", "id", "uitkomst", "reden"}`, with `waarschuwingen` when there are any.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.commandline import input_text
from desktop.commandline.console import Console
from desktop.commandline.dutch_argparse import UsageError
from desktop.commandline.options import moment, place, uuid
from desktop.compose import open_laptop
from desktop.laptop import Laptop
from desktop.models.errors import Weigering
from desktop.models.outcome import AANGEVRAAGD, GEWEIGERD, Outcome
from desktop.models.tables.base import instant_text
from desktop.wording import explain, sentence

HOW = "zo gaat het: werkregie doe NAAM (JSON | -)  of  werkregie doe --bestand F.jsonl"
KEYS = ("naam", "argumenten", "tijd", "uuid")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done; `tijd` and `uuid` may be absent."""

    naam: str
    argumenten: Any
    uuid: str | None = None
    tijd: datetime | None = None


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when the command, or one of a file, was refused."""
    if arguments.bestand is not None:
        return _run_file(arguments, console)
    if arguments.naam is None or arguments.argumenten is None:
        raise UsageError("Er mist nog: de naam van de opdracht en haar gegevens.", HOW)
    answer = _one(arguments)
    refused = answer["uitkomst"] == GEWEIGERD
    if refused:
        console.say(answer["reden"])
    if console.json or not refused:
        console.answer(answer, _words(answer))
    return int(refused)


def _one(arguments: argparse.Namespace) -> dict[str, Any]:
    try:
        given = input_text.argument(arguments.argumenten)
    except Weigering as reason:
        return _answer(arguments.uuid, None, GEWEIGERD, explain(reason))
    with open_laptop(place(arguments)) as laptop:
        return _do(laptop, Order(arguments.naam, given, arguments.uuid, arguments.tijd))


def _run_file(arguments: argparse.Namespace, console: Console) -> int:
    if arguments.naam is not None or arguments.uuid or arguments.tijd:
        raise UsageError("Bij --bestand staan naam, tijd en uuid in het bestand zelf.", HOW)
    refused = 0
    with open_laptop(place(arguments)) as laptop:
        for number, raw in input_text.lines(arguments.bestand):
            answer = _line(laptop, number, raw)
            refused += answer["uitkomst"] == GEWEIGERD
            if console.json:
                console.line(answer)
            else:
                print(f"{number}: {_words(answer)}")
    return int(refused > 0)


def _line(laptop: Laptop, number: int, raw: bytes) -> dict[str, Any]:
    given: str | None = None
    try:
        data = input_text.read_line(raw, number)
        given = _given_uuid(data)
        order = _order(number, data)
    except Weigering as reason:
        return _answer(given, None, GEWEIGERD, explain(reason))
    return _do(laptop, order)


def _given_uuid(data: Any) -> str | None:
    """So that whoever wrote the file finds the refused line again."""
    given = data.get("uuid") if isinstance(data, Mapping) else None
    return given[:100] if isinstance(given, str) else None


def _order(number: int, data: Any) -> Order:
    if not isinstance(data, Mapping) or not isinstance(data.get("naam"), str):
        raise Weigering("regel_zonder_naam", regel=number)
    for name in data.keys() - set(KEYS):
        raise Weigering("regel_veld_onbekend", regel=number, veld=name[:40], velden=", ".join(KEYS))
    given = data.get("uuid")
    when = data.get("tijd")
    try:
        return Order(
            data["naam"],
            data.get("argumenten", {}),
            uuid(str(given)) if given is not None else None,
            moment(str(when)) if when is not None else None,
        )
    except argparse.ArgumentTypeError as error:
        raise Weigering("regel_fout", regel=number, reden=str(error)) from error


def _do(laptop: Laptop, order: Order) -> dict[str, Any]:
    uuid_ = order.uuid or laptop.clock.new_id()
    try:
        if order.tijd is not None and order.tijd > laptop.now():
            raise Weigering("tijd_in_toekomst", tijd=instant_text(order.tijd))
        outcome = laptop.doe(order.naam, order.argumenten, uuid_, order.tijd)
    except Weigering as reason:
        return _answer(uuid_, None, GEWEIGERD, explain(reason))
    return _answered(outcome, uuid_)


def _answered(outcome: Outcome, uuid_: str) -> dict[str, Any]:
    reason = sentence(outcome.code, outcome.parameters) if outcome.code else None
    answer = _answer(outcome.uuid or uuid_, outcome.id, outcome.result, reason)
    if outcome.warnings:
        answer["waarschuwingen"] = [sentence(code, parameters) for code, parameters in outcome.warnings]
    return answer


def _answer(uuid_: str | None, row_id: str | None, uitkomst: str, reden: str | None) -> dict[str, Any]:
    return {"uuid": uuid_, "id": row_id, "uitkomst": uitkomst, "reden": reden}


def _words(answer: Mapping[str, Any]) -> str:
    said = {GEWEIGERD: "Geweigerd.", AANGEVRAAGD: "Aangevraagd, nog niet bevestigd."}
    parts = [said.get(answer["uitkomst"], "Vastgelegd."), answer["reden"] or ""]
    parts += answer.get("waarschuwingen", [])
    if answer["id"]:
        parts.append(f"Kenmerk: {answer['id']}")
    return " ".join(part for part in parts if part)
