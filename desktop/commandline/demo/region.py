"""Fills a demo world from resources/demo: through the import, through commands, on the laptops of people.

Nothing is written past the rules: who logs a contact has a laptop, and the regie was given on the day
from which it holds, because the centre then lived on that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from desktop.clock import Clock
from desktop.commandline.demo.world import DemoLaptop, Unexpected, World
from desktop.practice.history import (
    Collision,
    Known,
    Order,
    Telling,
    assignments,
    employers_file,
    history,
)


def people_with_laptop() -> dict[str, Mapping[str, Any]]:
    """Short name → person."""
    return {person["laptop"]: person for person in history()["medewerker"] if "laptop" in person}


def invite(world: World, person: Mapping[str, Any], moment: datetime | None = None) -> tuple[str, str]:
    """A code and the id of this person."""
    words = ["nodig-uit", "--naam", person["naam"], "--rol", person["rol"], "--json"]
    for option in ("functie", "email", "organisatie"):
        if option in person:
            words += [f"--{option}", person[option]]
    if moment is not None:
        words += ["--nu", moment.isoformat()]
    answer = world.centre.run(*words).object()
    return answer["code"], answer["medewerker_id"]


def make_region(world: World, now: datetime) -> int:
    """The region as it was when the regie was given; returns how many werkgevers were imported."""
    data = history()
    moment = now - timedelta(days=data["regie_sinds"])
    at = ["--nu", moment.isoformat()]
    names = ["--regio", data["regio"], "--beheerder", data["beheerder"]]
    world.centre.run("init", "--oefen", "--json", *names, *at)
    codes = {person["naam"]: invite(world, person, moment) for person in data["medewerker"]}
    world.centre.start(moment)
    lead = people_with_laptop()["marleen"]
    laptop = world.laptop("marleen", moment)
    laptop.run("aanmelden", world.centre.url, codes[lead["naam"]][0])
    laptop.run("sync")
    imported = laptop.ask("import", "werkgevers", str(employers_file()))
    if imported["geweigerd"] or imported["nieuw"] != imported["gelezen"]:
        raise Unexpected(f"import: {imported}")
    laptop.run("sync")
    known = Known(_by_name(laptop, "werkgever"), {naam: row_id for naam, (_, row_id) in codes.items()})
    laptop.do_all([{"naam": "regie.wijs_toe", "argumenten": given} for given in assignments(known)])
    laptop.run("sync")
    world.centre.stop()
    return int(imported["nieuw"])


def _by_name(laptop: DemoLaptop, soort: str) -> dict[str, str]:
    return {row["naam"]: row["id"] for row in laptop.show(soort)}


def enrol(world: World, name: str) -> dict[str, Any]:
    """This person's laptop gets its place in the region and fills; returns the counts of that round."""
    code, _ = invite(world, people_with_laptop()[name])
    laptop = world.laptop(name)
    laptop.run("aanmelden", world.centre.url, code)
    return laptop.ask("sync")


def write_history(world: World, names: Sequence[str], today: date) -> None:
    """What everyone logged since, each on the own laptop, sent in turn; then what two of them did at once.

    Who did something and has no laptop among `names` gets one for it.
    """
    any_laptop = world.laptop(names[0])
    known = Known(_by_name(any_laptop, "werkgever"), _by_name(any_laptop, "medewerker"))
    telling = Telling(known, today, Clock().new_id)
    orders, steps = list(telling.orders()), list(telling.steps())
    others = dict.fromkeys(order.door for order in (*orders, *steps) if order.door not in names)
    for name in others:
        if world.laptop(name).place.profile.database.exists():
            world.laptop(name).run("sync")  # it made the region, long ago
        else:
            enrol(world, name)
    for name in (*names, *others):
        read: list[dict[str, object]] = [
            {"naam": "afstemming.kies", "argumenten": {"afstemming_id": row["id"], "keuze": "gelezen"}}
            for row in world.laptop(name).show("afstemming")
        ]
        _send(world.laptop(name), read + [_line(order) for order in orders if order.door == name])
    for name, following in groupby(steps, key=lambda order: order.door):
        world.laptop(name).run("sync")  # what a colleague did before comes first
        _send(world.laptop(name), [_line(order) for order in following])
    for collision in telling.collisions():
        _collide(world, collision)


def _send(laptop: DemoLaptop, lines: list[dict[str, object]]) -> None:
    if lines:
        laptop.do_all(lines)
        laptop.run("sync")


def _line(order: Order) -> dict[str, object]:
    """The line for `doe --bestand`."""
    line: dict[str, object] = {"naam": order.naam, "argumenten": order.argumenten}
    return line | ({"tijd": order.tijd.isoformat()} if order.tijd else {})


def _collide(world: World, collision: Collision) -> None:
    """Both have fetched everything; the second acts before it hears of the first."""
    first, second = (world.laptop(order.door) for order in (collision.first, collision.second))
    first.run("sync")
    second.run("sync")
    _send(first, [_line(collision.first)])
    _send(second, [_line(collision.second)])
