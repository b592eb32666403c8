"""Rows of one file that mean the same werkgever become one.

Same KvK number: the same werkgever; the first name wins, other names become handelsnamen. Without a number:
the same name on the same postcode (or, without a postcode, in the same place). Never by name alone when the
numbers differ. In a file with an owner per row (`by_owner`) the owner's name is enough. Touches values
only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.imports.candidates import Candidate, Value
from desktop.imports.known import same_name
from desktop.imports.remarks import Remark, remark
from desktop.imports.synonyms import folded

_MAX_NAMES = 50


@dataclass(slots=True)
class Group:
    """One werkgever of the file: the values of the first row that gave them, and every place once.

    `places` maps what makes a place the same to its index in `vestigingen`.
    """

    naam: str
    kvk_nummer: str | None
    handelsnamen: list[str] = field(default_factory=list)
    velden: dict[str, Value] = field(default_factory=dict)
    vestigingen: list[dict[str, Value]] = field(default_factory=list)
    places: dict[object, int] = field(default_factory=dict)

    def postcodes(self) -> list[str]:
        found = (vestiging.get("postcode") for vestiging in self.vestigingen)
        return sorted({str(postcode) for postcode in found if postcode})


@dataclass(slots=True)
class Share:
    """What one row brought to its group: nothing at all when an earlier row said the same."""

    number: int
    group: Group
    first: bool
    names: tuple[str, ...]
    fields: tuple[str, ...]
    place: int | None
    doubts: tuple[Remark, ...]


class Groups:
    """Collects the werkgevers of a file in the order in which they first appear."""

    def __init__(self, *, by_owner: bool) -> None:
        self._by_owner = by_owner
        self._found: dict[object, Group] = {}
        self._fields: dict[tuple[str, ...], tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._found)

    def all(self) -> list[Group]:
        return list(self._found.values())

    def add(self, row: Candidate) -> Share:
        key = self._key(row)
        group = self._found.get(key)
        if group is None:
            group = self._found[key] = Group(row.naam, row.kvk_nummer)
            return self._share(row, group, first=True)
        return self._share(row, group, first=False)

    def _key(self, row: Candidate) -> object:
        if row.kvk_nummer:
            return row.kvk_nummer
        if self._by_owner:
            return (same_name(row.naam),)
        return (same_name(row.naam), row.postcode or folded(row.woonplaats or ""))

    def _share(self, row: Candidate, group: Group, *, first: bool) -> Share:
        doubts = list(row.doubts)
        names = _new_names(row, group, doubts)
        fields = tuple(name for name, value in row.velden.items() if _take(group.velden, name, value, doubts))
        place = _place(row, group, by_owner=self._by_owner)
        fields = self._fields.setdefault(fields, fields)
        return Share(row.number, group, first, names, fields, place, tuple(doubts))


def _new_names(row: Candidate, group: Group, doubts: list[Remark]) -> tuple[str, ...]:
    taken = {same_name(group.naam), *map(same_name, group.handelsnamen)}
    new: list[str] = []
    for naam in (row.naam, *row.handelsnamen):
        if same_name(naam) not in taken:
            taken.add(same_name(naam))
            new.append(naam)
    if len(group.handelsnamen) + len(new) > _MAX_NAMES:
        doubts.append(remark("import_te_veel_namen", max=_MAX_NAMES))
        new = new[: _MAX_NAMES - len(group.handelsnamen)]
    group.handelsnamen.extend(new)
    return tuple(new)


# A register number says which row it was, not what the werkgever is; rows of one werkgever have several.
_MAY_DIFFER = frozenset({"bron_id", "bronsysteem"})


def _take(target: dict[str, Value], name: str, value: Value, doubts: list[Remark]) -> bool:
    """The first row that fills a field wins; a different value later is said, not kept."""
    if name not in target:
        target[name] = value
        return True
    if name not in _MAY_DIFFER and _gist(name, target[name]) != _gist(name, value):
        first, other = str(target[name])[:60], str(value)[:60]
        doubts.append(remark("import_andere_waarde", veld=name, eerst=first, nu=other))
    return False


def _gist(name: str, value: Value) -> str:
    """Two pages of one site are no contradiction."""
    text = folded(str(value))
    return text.partition("://")[2].partition("/")[0].removeprefix("www.") if name == "website" else text


def _place(row: Candidate, group: Group, *, by_owner: bool) -> int | None:
    """The index of the vestiging when this row brings it or fills it further."""
    if not row.vestiging:
        return None
    key = _place_key(row, by_owner=by_owner)
    index = group.places.get(key)
    if index is None:
        group.places[key] = index = len(group.vestigingen)
        group.vestigingen.append(dict(row.vestiging))
        return index
    known = group.vestigingen[index]
    missing = {name: value for name, value in row.vestiging.items() if name not in known}
    known |= missing
    return index if missing else None


def _place_key(row: Candidate, *, by_owner: bool) -> object:
    vestiging = row.vestiging
    if row.kvk_nummer and row.vestiging_sleutel:
        return row.vestiging_sleutel
    naam = same_name(str(vestiging.get("naam", ""))) if by_owner else ""
    address = (
        vestiging.get("postcode"),
        vestiging.get("huisnummer"),
        folded(str(vestiging.get("toevoeging", ""))),
    )
    if not any(address[:2]):
        address = (folded(str(vestiging.get("straat", ""))), None, folded(row.woonplaats or ""))
    return (naam, *address)
