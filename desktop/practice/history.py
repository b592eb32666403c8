"""resources/demo as commands: who did what at which werkgever, counted back from a day.

The same for the oefenomgeving, which runs them in one database, and for the demo, which has real laptops
and a real centre do it. Makes ids for contactpersonen, because contacts name them. Touches no database.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desktop.models.context import REGION_TIME
from desktop.paths import resource

DEFAULT_TIME = "09:00"
SATURDAY = 5
Item = Mapping[str, Any]


@cache
def history() -> Item:
    """resources/demo/geschiedenis.toml."""
    return tomllib.loads(resource("demo", "geschiedenis.toml").read_text(encoding="utf-8"))


@cache
def placing() -> tuple[Item, ...]:
    """The steps of resources/demo/bemiddeling.toml, the oldest first; of one day in the order of the file."""
    text = resource("demo", "bemiddeling.toml").read_text(encoding="utf-8")
    return tuple(sorted(tomllib.loads(text)["stap"], key=lambda item: -item["dagen"]))


def employers_file() -> Path:
    """The werkgevers of the region, as a file that the import reads."""
    return resource("demo", "werkgevers.csv")


def short_name(person: Item) -> str:
    """How the history calls this person."""
    return str(person.get("laptop") or person["naam"].split()[0].lower())


def people() -> dict[str, Item]:
    """Short name → person."""
    return {short_name(person): person for person in history()["medewerker"]}


@dataclass(frozen=True, slots=True)
class Known:
    """Names as the history writes them → ids."""

    werkgevers: Mapping[str, str]
    medewerkers: Mapping[str, str]

    def werkgever(self, name: str) -> str:
        """The werkgever whose name begins so."""
        found = [row_id for naam, row_id in self.werkgevers.items() if naam.startswith(name)]
        if len(found) != 1:
            raise LookupError(f"{name}: {len(found)} werkgevers")
        return found[0]


@dataclass(frozen=True, slots=True)
class Order:
    """One command of one person (`door` is the short name). Without `tijd` it happened just now."""

    door: str
    naam: str
    argumenten: dict[str, Any]
    tijd: datetime | None = None


@dataclass(frozen=True, slots=True)
class Collision:
    """Two people do the same before either has heard of the other; `first` reaches the centre first."""

    first: Order
    second: Order


def assignments(known: Known) -> Iterator[dict[str, Any]]:
    """What the teamleider said when the regie was given: the arguments of `regie.wijs_toe`."""
    for group in history()["regie"]:
        for name in group["werkgevers"]:
            yield {
                "werkgever_id": known.werkgever(name),
                "accountmanager_id": known.medewerkers[group["bij"]],
            }


@dataclass(slots=True)
class Telling:
    """The history seen from `today`. `orders` comes before `collisions`, which name what it made."""

    known: Known
    today: date
    new_id: Callable[[], str]
    _persons: dict[tuple[str, str], str] = field(default_factory=dict)
    _rows: dict[str, str] = field(default_factory=dict)

    def orders(self) -> Iterator[Order]:
        """Everything that went well, per kind."""
        data = history()
        begun = data["regie_sinds"] - 1
        for item in data["gegevens"]:
            yield self._order(item, "werkgever.wijzig", item["velden"])
        for item in data["contactpersoon"]:
            row_id = self.new_id()
            self._persons[item["werkgever"], item["velden"]["naam"]] = row_id
            fields = {"id": row_id} | item["velden"]
            yield self._order({"dagen": begun} | item, "contactpersoon.registreer", fields)
        for item in data["contact"]:
            yield from self._contacts(item)
        for item in data["afspraak"]:
            yield self._order(item, "afspraak.maak", self._period(item))
        for item in data["actie"]:
            yield self._order(item, "actie.maak", self._task(item))
        for item in data["besluit"]:
            yield self._decision(item)

    def steps(self) -> Iterator[Order]:
        """From vacature to plaatsing, in the order of time: most build on one of somebody else."""
        for item in placing():
            yield self._step(item)

    def collisions(self) -> Iterator[Collision]:
        """What two people did at once."""
        for item in history().get("botsing", ()):
            yield Collision(self._half(item, item["eerst"]), self._half(item, item["dan"]))

    def _step(self, item: Item) -> Order:
        """A command that names rows of earlier ones, and may itself make one."""
        made = self._decision(item)
        named = {name: self._rows[value] for name, value in item.get("rijen", {}).items()}
        days = {name: self._deadline(over).isoformat() for name, over in item.get("over", {}).items()}
        fields = (
            self._resolved({"als": item["als"]} if "als" in item else {}) | made.argumenten | named | days
        )
        if "items" in fields:
            fields["items"] = [self._resolved(one) for one in fields["items"]]
        return Order(made.door, made.naam, fields, made.tijd)

    def _resolved(self, fields: Item) -> dict[str, Any]:
        """`als` becomes a new id under that name, `<veld>_over` the day of that field."""
        found: dict[str, Any] = {}
        for name, value in fields.items():
            if name == "als":
                found["id"] = self._rows[value] = self.new_id()
            elif name.endswith("_over"):
                found[name.removesuffix("_over")] = self._deadline(value).isoformat()
            else:
                found[name] = value
        return found

    def _decision(self, item: Item) -> Order:
        """Any other command: `medewerkers` and `over` are fields that hold people and a day."""
        fields = dict(item.get("velden", {}))
        if "werkgever" in item:
            fields["werkgever_id"] = self.known.werkgever(item["werkgever"])
        for name, person in item.get("medewerkers", {}).items():
            many = isinstance(person, list)
            ids = [self.known.medewerkers[one] for one in (person if many else [person])]
            fields[name] = ids if many else ids[0]
        for name, days in item.get("over", {}).items():
            fields[name] = (self.today + timedelta(days=days)).isoformat()
        return Order(item["door"], item["naam"], fields, self._moment(item, item.get("tijd", DEFAULT_TIME)))

    def _half(self, item: Item, half: Item) -> Order:
        fields = dict(half.get("velden", {}))
        if "contactpersoon" in item:
            fields["contactpersoon_id"] = self._persons[item["werkgever"], item["contactpersoon"]]
        else:
            fields["werkgever_id"] = self.known.werkgever(item["werkgever"])
        return Order(half["door"], item["naam"], fields, self._moment(half, half.get("tijd", DEFAULT_TIME)))

    def _order(self, item: Item, naam: str, velden: Item) -> Order:
        arguments = {"werkgever_id": self.known.werkgever(item["werkgever"])} | dict(velden)
        if "dagen" not in item:
            return Order(item["door"], naam, arguments)
        clock = velden.get("tijd", DEFAULT_TIME)
        return Order(item["door"], naam, arguments, self._moment(item, clock))

    def _moment(self, item: Item, clock: str) -> datetime:
        moment = datetime.fromisoformat(f"{self._day(item).isoformat()}T{clock}")
        return moment.replace(tzinfo=REGION_TIME)

    def _day(self, item: Item) -> date:
        """That many days ago, or the Friday before when it would be in a weekend."""
        day = self.today - timedelta(days=item["dagen"])
        return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))

    def _deadline(self, over: int) -> date:
        """In that many days; what would be in a weekend is on the working day before or, ahead, after it."""
        day = self.today + timedelta(days=over)
        weekend = max(0, day.weekday() - SATURDAY + 1)
        if not over or not weekend:
            return day
        return day + timedelta(days=3 - weekend if over > 0 else -weekend)

    def _contacts(self, item: Item) -> Iterator[Order]:
        """A contact, and when its note is pinned that too, at the same moment."""
        row_id = self.new_id()
        logged = self._order(item, "contact.leg_vast", {"id": row_id} | self._contact(item))
        yield logged
        if item.get("vast"):
            yield Order(item["door"], "contact.zet_vast", {"contactmoment_id": row_id}, logged.tijd)

    def _contact(self, item: Item) -> dict[str, Any]:
        met = [self._persons[item["werkgever"], name] for name in item.get("met", [])]
        more = {"contactpersoon_ids": met} if met else {}
        return {"datum": self._day(item).isoformat()} | dict(item["velden"]) | more

    def _period(self, item: Item) -> dict[str, Any]:
        fields = {"van": self._day(item).isoformat()} | dict(item["velden"])
        if "tot_over" in item:
            fields["tot"] = (self.today + timedelta(days=item["tot_over"])).isoformat()
        return fields

    def _task(self, item: Item) -> dict[str, Any]:
        fields = dict(item["velden"])
        if "over" in item:
            fields["deadline"] = self._deadline(item["over"]).isoformat()
        if "voor" in item:
            fields["toegewezen_aan_id"] = self.known.medewerkers[item["voor"]]
        return fields
