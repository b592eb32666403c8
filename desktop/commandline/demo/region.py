"""Fills a demo world from resources/demo: through the import, through commands, on the laptops of people.

Nothing is written past the rules: who logs a contact has a laptop, and the regie was given on the day
from which it holds, because the centre then lived on that day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from desktop.clock import Clock
from desktop.commandline.demo.world import DemoLaptop, Unexpected, World
from desktop.models.context import REGION_TIME
from desktop.paths import resource

DEFAULT_TIME = "09:00"
SATURDAY = 5


@cache
def history() -> Mapping[str, Any]:
    """resources/demo/geschiedenis.toml."""
    return tomllib.loads(resource("demo", "geschiedenis.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Known:
    """Names as the history writes them → ids."""

    werkgevers: Mapping[str, str]
    medewerkers: Mapping[str, str]

    def werkgever(self, name: str) -> str:
        """The werkgever whose name begins so."""
        found = [row_id for naam, row_id in self.werkgevers.items() if naam.startswith(name)]
        if len(found) != 1:
            raise Unexpected(f"{name}: {len(found)} werkgevers")
        return found[0]


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
    imported = laptop.ask("import", "werkgevers", str(resource("demo", "werkgevers.csv")))
    if imported["geweigerd"] or imported["nieuw"] != imported["gelezen"]:
        raise Unexpected(f"import: {imported}")
    laptop.run("sync")
    known = Known(_by_name(laptop, "werkgever"), {naam: row_id for naam, (_, row_id) in codes.items()})
    laptop.do_all(list(_assignments(known)))
    laptop.run("sync")
    world.centre.stop()
    return int(imported["nieuw"])


def _assignments(known: Known) -> Iterator[dict[str, object]]:
    for group in history()["regie"]:
        for name in group["werkgevers"]:
            arguments = {
                "werkgever_id": known.werkgever(name),
                "accountmanager_id": known.medewerkers[group["bij"]],
            }
            yield {"naam": "regie.wijs_toe", "argumenten": arguments}


def _by_name(laptop: DemoLaptop, soort: str) -> dict[str, str]:
    return {row["naam"]: row["id"] for row in laptop.show(soort)}


def enrol(world: World, name: str) -> dict[str, Any]:
    """This person's laptop gets its place in the region and fills; returns the counts of that round."""
    code, _ = invite(world, people_with_laptop()[name])
    laptop = world.laptop(name)
    laptop.run("aanmelden", world.centre.url, code)
    return laptop.ask("sync")


def write_history(world: World, names: Sequence[str], today: date) -> None:
    """What everyone logged since, each on the own laptop, sent in turn."""
    any_laptop = world.laptop(names[0])
    known = Known(_by_name(any_laptop, "werkgever"), _by_name(any_laptop, "medewerker"))
    writer = _Writer(known, today, Clock())
    orders = list(writer.orders())
    for name in names:
        read = [
            {"naam": "afstemming.kies", "argumenten": {"afstemming_id": row["id"], "keuze": "gelezen"}}
            for row in world.laptop(name).show("afstemming")
        ]
        mine = read + [order for who, order in orders if who == name]
        if mine:
            world.laptop(name).do_all(mine)
            world.laptop(name).run("sync")


class _Writer:
    """Makes commands of the history; ids of contactpersonen are made here, so that contacts can name them."""

    def __init__(self, known: Known, today: date, clock: Clock) -> None:
        self._known = known
        self._today = today
        self._clock = clock
        self._persons: dict[tuple[str, str], str] = {}

    def orders(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Whose laptop, and the line for `doe --bestand`."""
        data = history()
        for item in data["gegevens"]:
            yield self._order(item, "werkgever.wijzig", item["velden"])
        for item in data["contactpersoon"]:
            row_id = self._clock.new_id()
            self._persons[item["werkgever"], item["velden"]["naam"]] = row_id
            yield self._order(item, "contactpersoon.registreer", {"id": row_id} | item["velden"])
        for item in data["contact"]:
            yield self._order(item, "contact.leg_vast", self._contact(item))
        for item in data["afspraak"]:
            yield self._order(item, "afspraak.maak", self._period(item))
        for item in data["actie"]:
            yield self._order(item, "actie.maak", self._task(item))

    def _order(
        self, item: Mapping[str, Any], naam: str, velden: Mapping[str, object]
    ) -> tuple[str, dict[str, object]]:
        arguments = {"werkgever_id": self._known.werkgever(item["werkgever"])} | dict(velden)
        order: dict[str, object] = {"naam": naam, "argumenten": arguments}
        if "dagen" in item:
            clock = str(velden.get("tijd", DEFAULT_TIME))
            moment = datetime.fromisoformat(f"{self._day(item).isoformat()}T{clock}")
            order["tijd"] = moment.replace(tzinfo=REGION_TIME).isoformat()
        return item["door"], order

    def _day(self, item: Mapping[str, Any]) -> date:
        """That many days ago, or the Friday before when it would be in a weekend."""
        day = self._today - timedelta(days=item["dagen"])
        return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))

    def _contact(self, item: Mapping[str, Any]) -> dict[str, object]:
        met = [self._persons[item["werkgever"], name] for name in item.get("met", [])]
        more: dict[str, object] = {"contactpersoon_ids": met} if met else {}
        return {"datum": self._day(item).isoformat()} | dict(item["velden"]) | more

    def _period(self, item: Mapping[str, Any]) -> dict[str, object]:
        fields: dict[str, object] = {"van": self._day(item).isoformat()} | item["velden"]
        if "tot_over" in item:
            fields["tot"] = (self._today + timedelta(days=item["tot_over"])).isoformat()
        return fields

    def _task(self, item: Mapping[str, Any]) -> dict[str, object]:
        fields: dict[str, object] = dict(item["velden"])
        fields["deadline"] = (self._today + timedelta(days=item["over"])).isoformat()
        if "voor" in item:
            fields["toegewezen_aan_id"] = self._known.medewerkers[item["voor"]]
        return fields
