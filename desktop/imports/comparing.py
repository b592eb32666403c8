"""What a werkgever of the file adds to the werkgever that exists: new names, other values, new places.

An empty cell never empties a field. The name that is in use stays; another name becomes a handelsnaam. The
same rules as those of the handler of `werkgever.importeer`, so that the dry run tells what will happen.
Touches values only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.imports.candidates import Value
from desktop.imports.grouping import Group
from desktop.imports.known import KnownVestiging, KnownWerkgever, same_name
from desktop.imports.synonyms import folded

_KEPT_AS_IT_IS = frozenset({"bron_id", "bronsysteem"})


@dataclass(frozen=True, slots=True)
class Difference:
    """`places` are the indexes of the vestigingen that are new."""

    names: tuple[str, ...]
    fields: frozenset[str]
    places: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.names or self.fields or self.places)


def difference(group: Group, known: KnownWerkgever) -> Difference:
    taken = {same_name(known.naam), *map(same_name, known.handelsnamen)}
    names = tuple(naam for naam in (group.naam, *group.handelsnamen) if same_name(naam) not in taken)
    fields = {name for name, value in group.velden.items() if _adds(name, value, known.velden.get(name))}
    if group.kvk_nummer and not known.kvk_nummer:
        fields.add("kvk_nummer")
    return Difference(names, frozenset(fields), frozenset(_places(group, known)))


def may_be_at(group: Group, known: KnownWerkgever) -> bool:
    """Without a postcode the place tells namesakes apart; an unknown place contradicts nothing."""
    if group.postcodes():
        return True
    here = {folded(str(place["woonplaats"])) for place in group.vestigingen if "woonplaats" in place}
    there = {folded(place.woonplaats) for place in known.vestigingen if place.woonplaats}
    return not here or not there or bool(here & there)


def _adds(name: str, value: Value, there: object) -> bool:
    if there is None or there == "":
        return value is not False
    if name in _KEPT_AS_IT_IS:
        return False
    if isinstance(value, str):
        return folded(value).rstrip("/") != folded(str(there)).rstrip("/")
    return value != there


def _places(group: Group, known: KnownWerkgever) -> list[int]:
    """A vestiging that is there already stays as people here keep it; only new ones are added."""
    return [i for i, place in enumerate(group.vestigingen) if not _is_known(place, known.vestigingen)]


def _is_known(vestiging: Mapping[str, Value], known: tuple[KnownVestiging, ...]) -> bool:
    number = vestiging.get("vestigingsnummer")
    if number and any(other.vestigingsnummer == number for other in known):
        return True
    return any(_at_same_address(vestiging, other, number) for other in known)


def _at_same_address(vestiging: Mapping[str, Value], other: KnownVestiging, number: Value | None) -> bool:
    if number and other.vestigingsnummer:
        return False
    naam = vestiging.get("naam")
    if naam and other.naam and same_name(str(naam)) != same_name(other.naam):
        return False
    if vestiging.get("postcode") and other.postcode:
        if vestiging["postcode"] != other.postcode:
            return False
        there = (other.huisnummer, folded(other.toevoeging or ""))
        return (vestiging.get("huisnummer"), folded(str(vestiging.get("toevoeging", "")))) == there
    place = folded(str(vestiging.get("woonplaats", ""))) == folded(other.woonplaats or "")
    return place and folded(str(vestiging.get("straat", ""))) == folded(other.straat or "")
